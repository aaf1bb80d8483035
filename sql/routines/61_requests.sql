-- The home institution's side of a request: write it, submit it, endorse it.

-- One after the other, and from what is stored: a request that is refused takes no number with it. (The sequence only
-- names the lock.)
create function guard.next_number() returns text
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock('polder.request_number'::regclass::oid::bigint);
    return format('R-%s-%s', extract(year from guard.today()),
                  to_char((select coalesce(max(substring(r.number from '\d+$')::int), 0) + 1 from request r),
                          'FM00000'));
end
$$;

-- Who acts for another needs something in hand: the mail, the PDF.
create function guard.refuse_without_evidence(request polder.request, own_key text, arguments jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if not guard.acts_as(request, own_key)
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), request.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence', 'evidence_acting');
    end if;
end
$$;

-- From the requester's desk to the sponsor's.
create function guard.put_forward(asked polder.request, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_without_evidence(asked, 'requester', arguments);
    if guard.person_id() <> asked.requester_id
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), asked.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence', 'evidence_asking');
    end if;
    if asked.until_date <= guard.today() then
        perform guard.refuse_value('until', to_jsonb(asked.until_date),
                                   'after_today', jsonb_build_object('day', guard.today()));
    end if;
    perform guard.refuse_past(asked.from_date);
    perform guard.refuse_unbookable(asked);
    update request
    set state = 'submitted', state_reason = '', submitted_at = clock_timestamp(), decided_at = null,
        evidence = coalesce(nullif(guard.text_of(arguments, 'evidence', longest => 500), ''), evidence),
        on_behalf_by = case when guard.acts_as(asked, 'requester') then on_behalf_by else guard.person_id() end
    where id = asked.id;
    perform guard.tell(guard.home_people(asked), 'submitted', jsonb_build_object('request', asked.id));
    return jsonb_build_object('request', asked.id, 'number', asked.number, 'state', 'submitted', 'decision_due',
                              guard.working_days(guard.today(), guard.setting_int('review_working_days', 7)));
end
$$;

create function api.create_request(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'create_request', arguments, array['organisation', 'department',
        'requester', 'sponsor', 'contacts', 'security_contact', 'project', 'funder', 'cost_centre', 'data_class',
        'medical', 'personal_data', 'availability_class', 'from', 'until', 'review_date', 'comment', 'items', 'wishes',
        'evidence', 'submit']);
    made request;
    items jsonb;
begin
    if before is not null then
        return before;
    end if;
    items := guard.array_of(arguments, 'items', required => true);
    select o.id into made.organisation_id from organisation o
    where o.active and o.code = coalesce(guard.text_of(arguments, 'organisation'),
                                         (select code from organisation where id = guard.my_organisation()));
    if made.organisation_id is null then
        perform guard.refuse_value('organisation', arguments -> 'organisation', 'organisation');
    end if;
    if not guard.may_ask_for(made.organisation_id) then
        perform guard.refuse_right('right_organisation', 'requester', 'coordinator');
    end if;
    made.requester_id := coalesce(guard.person_of(arguments, 'requester'), guard.person_id());
    if made.requester_id <> guard.person_id() then
        if not made.organisation_id = any (guard.my_organisations('coordinator')) then
            perform guard.refuse_right('right_behalf');
        end if;
        if (select organisation_id from person where id = made.requester_id) <> made.organisation_id then
            perform guard.refuse_value('requester', arguments -> 'requester', 'person_of_organisation');
        end if;
        made.on_behalf_by := guard.person_id();
    end if;
    made := guard.apply_request(made, arguments);
    made.id := nextval(pg_get_serial_sequence('polder.request', 'id'));
    made.number := guard.next_number();
    made.state := 'draft';
    made.evidence := coalesce(guard.text_of(arguments, 'evidence', longest => 500), '');
    made.security_review := 'not needed';
    made.state_reason := '';
    insert into request overriding system value select (made).*;
    perform guard.write_items(made.id, items);
    perform guard.write_contacts(made.id, coalesce(guard.array_of(arguments, 'contacts'), '[]'));
    return guard.finish_intention(key, case
        when guard.bool_of(arguments, 'submit') then guard.put_forward(made, arguments)
        else jsonb_build_object('request', made.id, 'number', made.number, 'state', made.state) end);
end
$$;

-- The re-check keeps its own hold: what was held stays held while the host looks again at a changed wish.
create function api.amend_request(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'amend_request', arguments, array['request', 'organisation',
        'department', 'sponsor', 'contacts', 'security_contact', 'project', 'funder', 'cost_centre', 'data_class',
        'medical', 'personal_data', 'availability_class', 'from', 'until', 'review_date', 'comment', 'items',
        'wishes']);
    old request;
    new request;
    looks_again boolean;
begin
    if before is not null then
        return before;
    end if;
    old := guard.enter_request('amend_request', arguments, generation);
    -- A request file names it; it may be read again, but not given to another.
    if guard.text_of(arguments, 'organisation') <> (select code from organisation where id = old.organisation_id) then
        perform guard.refuse_value('organisation', arguments -> 'organisation', 'as_before');
    end if;
    new := guard.apply_request(old, arguments);
    looks_again := old.state in ('in review', 'waiting', 'held')
        and arguments ?| array['items', 'from', 'until', 'wishes', 'data_class', 'medical', 'personal_data',
                               'availability_class'];
    if looks_again and old.state <> 'in review' then
        new.state := 'in review';
        new.state_reason := 'amended';
        new.decided_at := null;
    end if;
    update request
    set (state, state_reason, decided_at, department_id, sponsor_id, security_contact_id, project, funder, cost_centre,
         data_class, medical, personal_data, availability_class, from_date, until_date, review_date, wish_site_id,
         wish_redundant, wish_together, wish_apart, comment) =
        (new.state, new.state_reason, new.decided_at, new.department_id, new.sponsor_id, new.security_contact_id,
         new.project, new.funder, new.cost_centre, new.data_class, new.medical, new.personal_data,
         new.availability_class, new.from_date, new.until_date, new.review_date, new.wish_site_id, new.wish_redundant,
         new.wish_together, new.wish_apart, new.comment)
    where id = old.id;
    if arguments ? 'items' then
        perform guard.write_items(old.id, guard.array_of(arguments, 'items', required => true));
    end if;
    if arguments ? 'contacts' then
        perform guard.write_contacts(old.id, coalesce(guard.array_of(arguments, 'contacts'), '[]'));
    end if;
    if old.state not in ('draft', 'returned') then
        if new.from_date <> old.from_date then
            perform guard.refuse_past(new.from_date);
        end if;
        if arguments ? 'items' then
            perform guard.refuse_unbookable(new);
        end if;
    end if;
    -- Wishes, contacts and what is left of the places: what there is to warn of may be something else.
    perform guard.note_wishes(old.id);
    perform guard.note_warnings(guard.standing_of(old.id));
    -- Where nothing is left to hold, there is nothing to look at again.
    if looks_again and guard.held_until(old.id) is null then
        new.state := guard.follow_pieces(old.id);
    end if;
    if old.submitted_at is not null then
        perform guard.tell(guard.home_people(new) || guard.host_people(new, 'facility_manager'), 'amended',
                           jsonb_build_object('request', old.id));
    end if;
    return guard.finish_intention(key, jsonb_build_object('request', old.id, 'number', old.number, 'state', new.state,
                                                          'warnings', guard.warnings(guard.standing_of(old.id))));
end
$$;

create function api.submit(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'submit', arguments, array['request', 'evidence']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('submit', arguments, generation);
    return guard.finish_intention(key, guard.put_forward(asked, arguments));
end
$$;

-- The first key. The host learns of the request as something to decide.
create function api.endorse(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'endorse', arguments, array['request', 'evidence', 'comment']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('endorse', arguments, generation);
    perform guard.refuse_without_evidence(asked, 'sponsor', arguments);
    update request
    set state = 'endorsed', state_reason = coalesce(guard.text_of(arguments, 'comment'), ''),
        endorsed_at = clock_timestamp(),
        evidence = coalesce(nullif(guard.text_of(arguments, 'evidence', longest => 500), ''), evidence)
    where id = asked.id;
    perform guard.tell(guard.home_people(asked) || guard.host_people(asked, 'facility_manager'), 'endorsed',
                       jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', 'endorsed'));
end
$$;

create function api.decline(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'decline', arguments, array['request', 'reason', 'evidence']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('decline', arguments, generation);
    perform guard.refuse_without_evidence(asked, 'sponsor', arguments);
    update request
    set state = 'rejected', state_reason = guard.text_of(arguments, 'reason', required => true),
        decided_at = clock_timestamp()
    where id = asked.id;
    perform guard.tell(guard.home_people(asked), 'declined', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', 'rejected'));
end
$$;

-- Equipment that is shared, by its asset tag or its name. Whom nothing of it may be shown may still name it: they were
-- told of it.
create function guard.shared_named(arguments jsonb, field text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    named text := nullif(trim(guard.text_of(arguments, field)), '');
    meant int[];
begin
    if named is null then
        return null;
    end if;
    meant := array(select e.id from equipment e
                   where e.shareable and named in (e.asset_tag, e.name)
                     and exists (select from placement p where p.equipment_id = e.id
                                   and p.state in ('delivered', 'installed')));
    if cardinality(meant) <> 1 then
        perform guard.refuse_value(field, to_jsonb(named), 'shared_equipment');
    end if;
    return meant[1];
end
$$;

-- because: what is shared and stands there already.
create function api.withdraw(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'withdraw', arguments, array['request', 'reason', 'because']);
    asked request;
    left_in text;
    shared int;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('withdraw', arguments, generation);
    shared := guard.shared_named(arguments, 'because');
    left_in := guard.give_up(asked.id, 'withdrawn');
    update request
    set state = left_in, state_reason = coalesce(guard.text_of(arguments, 'reason'), ''),
        decided_at = clock_timestamp(), hold_until = null,
        instead_id = case when left_in = 'withdrawn' then shared end  -- else a part of it stands: it was bought
    where id = asked.id;
    perform guard.tell(guard.home_people(asked) || guard.host_people(asked, 'facility_manager'), 'withdrawn',
                       jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', left_in));
end
$$;

-- A remark on a request, by anybody who sees it, in any state. The host's security officer closes the security review
-- with one.
create function api.comment(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'comment', arguments, array['request', 'text', 'security_review']);
    asked request;
    verdict text;
    note int;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.request_of(arguments);
    verdict := guard.choice_of(arguments, 'security_review', array['open', 'passed']);
    if verdict is not null then
        if not guard.acts_as(asked, 'security_officer') then
            perform guard.refuse_right('right_security_review');
        end if;
        perform guard.refuse_stale('request', asked.id, generation);
        update request set security_review = verdict where id = asked.id;
    end if;
    insert into note (subject, subject_id, text, owner_id, author_id)
    values ('request', asked.id, guard.text_of(arguments, 'text', required => true),
            guard.my_organisation(), guard.person_id())
    returning id into note;
    perform guard.tell(guard.home_people(asked) || guard.host_people(asked, 'facility_manager'), 'comment',
                       jsonb_build_object('request', asked.id, 'note', note));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', asked.state, 'note', note));
end
$$;
