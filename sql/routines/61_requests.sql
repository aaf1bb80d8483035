-- The home institution's side of a request: write it, submit it, endorse it.

-- A person by handle or id, or null. Only people of the asker's own institution, and the host's offices: a stranger and
-- nobody are the same answer.
create function guard.person_named(reference jsonb) returns int
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select p.id
    from person p join person_detail d on d.person_id = p.id
    where (d.handle = reference #>> '{}' or to_jsonb(p.id) = reference)
      and p.left_on is null
      and (p.organisation_id = guard.my_organisation()
           or p.id in (select a.person_id from appointment a
                       where a.during @> guard.today()
                         and a.role in ('facility_manager', 'technician', 'security_officer', 'agreement_manager')))
    order by d.handle = reference #>> '{}' desc limit 1
$$;

create function guard.person_of(arguments jsonb, field text, required boolean default false) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    person int := guard.person_named(reference);
begin
    if person is null and (required or reference is not null) then
        perform guard.refuse_value(field, reference, 'the handle of a person whom you may name');
    end if;
    return person;
end
$$;

-- A model by id, slug, 'Manufacturer Model' or, where only one has it, the name alone.
create function guard.model_of(arguments jsonb, field text, at text default '') returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    candidates int[];
begin
    if reference is null then
        return null;
    end if;
    select array_agg(m.id) into candidates
    from model m join manufacturer f on f.id = m.manufacturer_id
    where to_jsonb(m.id) = reference or m.slug = reference #>> '{}'
       or f.name || ' ' || m.name = reference #>> '{}';
    if candidates is null then
        select array_agg(m.id) into candidates from model m where m.name = reference #>> '{}';
    end if;
    if cardinality(candidates) is distinct from 1 then
        perform guard.refuse_value(at || field, reference,
            case when candidates is null then 'a model of the library'
                 else 'one model: several have this name, so add the manufacturer' end);
    end if;
    return candidates[1];
end
$$;

-- The request as the arguments say; what they leave out stays as it was.
create function guard.apply_request(before polder.request, arguments jsonb) returns polder.request
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    after request := before;
    wishes jsonb := coalesce(nullif(arguments -> 'wishes', 'null'), '{}');
    classes text[] := array['laag', 'middel', 'hoog'];
    near text[] := array['', 'rack', 'row', 'room', 'site'];
begin
    perform guard.refuse_unknown(wishes, array['site', 'redundant', 'together', 'apart'], 'wishes/');
    if arguments ? 'department' then
        select d.id into after.department_id from department d
        where d.organisation_id = before.organisation_id and d.code = guard.text_of(arguments, 'department');
        if after.department_id is null and arguments ->> 'department' is not null then
            perform guard.refuse_value('department', arguments -> 'department',
                                       'the code of a department of this organisation');
        end if;
    end if;
    if arguments ? 'sponsor' then
        after.sponsor_id := guard.person_of(arguments, 'sponsor');
        if not guard.holds_role(after.sponsor_id, 'sponsor', before.organisation_id) then
            perform guard.refuse_value('sponsor', arguments -> 'sponsor', 'a sponsor of this organisation');
        end if;
    end if;
    if arguments ? 'security_contact' then
        after.security_contact_id := guard.person_of(arguments, 'security_contact');
    end if;
    after.project := coalesce(guard.text_of(arguments, 'project', longest => 200), before.project, '');
    after.funder := coalesce(guard.text_of(arguments, 'funder', longest => 200), before.funder, '');
    after.cost_centre := coalesce(guard.text_of(arguments, 'cost_centre', longest => 100), before.cost_centre, '');
    after.comment := coalesce(guard.text_of(arguments, 'comment'), before.comment, '');
    after.data_class := coalesce(guard.choice_of(arguments, 'data_class', classes), before.data_class, 'middel');
    after.medical := coalesce(guard.bool_of(arguments, 'medical'), before.medical, false);
    after.personal_data := coalesce(guard.bool_of(arguments, 'personal_data'), before.personal_data, false);
    after.availability_class := coalesce(guard.number_of(arguments, 'availability_class', 1, 4),
                                         before.availability_class);
    after.from_date := coalesce(guard.date_of(arguments, 'from', required => before.from_date is null),
                                before.from_date);
    if arguments ? 'until' then
        after.until_date := guard.date_of(arguments, 'until');
        if after.until_date <= guard.today() then
            perform guard.refuse_value('until', arguments -> 'until', format('after today, %s', guard.today()));
        end if;
    end if;
    if after.until_date <= after.from_date then
        perform guard.refuse_value('until', to_jsonb(after.until_date), format('after %s', after.from_date));
    end if;
    after.review_date := coalesce(guard.date_of(arguments, 'review_date'), before.review_date);
    if wishes ? 'site' then
        select s.id into after.wish_site_id from site s
        where s.code = guard.text_of(wishes, 'site', at => 'wishes/');
        if after.wish_site_id is null and wishes ->> 'site' is not null then
            perform guard.refuse_value('wishes/site', wishes -> 'site', 'the code of a data centre');
        end if;
    end if;
    if wishes ? 'redundant' then
        after.wish_redundant := guard.bool_of(wishes, 'redundant', at => 'wishes/');
    end if;
    after.wish_together := coalesce(guard.choice_of(wishes, 'together', near, at => 'wishes/'), before.wish_together,
                                    '');
    after.wish_apart := coalesce(guard.choice_of(wishes, 'apart', near, at => 'wishes/'), before.wish_apart, '');
    return after;
end
$$;

-- One item as the argument says. Unknown stays null: the guard, not the form, decides what an unknown weight counts.
create function guard.item_of(item jsonb, at text) returns polder.request_item
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    read request_item;
    known model;
begin
    perform guard.refuse_unknown(item, array['model', 'description', 'count', 'kind', 'height_u', 'half_width',
        'width_mm', 'depth_mm', 'height_mm', 'weight_kg', 'nameplate_w', 'draw_w', 'cords', 'phases', 'plug', 'airflow',
        'inlet_min_c', 'inlet_max_c', 'ports', 'shareable'], at);
    read.model_id := guard.model_of(item, 'model', at);
    select * into known from model m where m.id = read.model_id;
    read.description := coalesce(guard.text_of(item, 'description', longest => 200, at => at), '');
    read.count := coalesce(guard.number_of(item, 'count', 1, 1000, at => at), 1);
    read.kind := coalesce(guard.choice_of(item, 'kind', array['rack', 'zero_u', 'bay', 'floor'], at => at),
        case known.kind when 'zero_u' then 'zero_u' when 'bay' then 'bay' when 'floor' then 'floor' end, 'rack');
    read.height_hu := 2 * guard.number_of(item, 'height_u', 0.5, 100, 0.5, at => at);
    if read.kind = 'rack' and read.height_hu is null and coalesce(known.height_hu, 0) = 0 then
        perform guard.refuse_value(at || 'height_u', null,
            case when known.id is null then 'given where there is no model' else 'given: the model has no height' end);
    end if;
    read.half_width := coalesce(guard.bool_of(item, 'half_width', at), known.half_width, false);
    read.width_mm := guard.number_of(item, 'width_mm', 1, 20000, at => at);
    read.depth_mm := guard.number_of(item, 'depth_mm', 1, 20000, at => at);
    read.height_mm := guard.number_of(item, 'height_mm', 1, 20000, at => at);
    read.weight_g := 1000 * guard.number_of(item, 'weight_kg', 0.001, 20000, 0.001, at => at);
    read.nameplate_w := guard.number_of(item, 'nameplate_w', 0, 1000000, at => at);
    read.draw_w := guard.number_of(item, 'draw_w', 0, 1000000, at => at);
    read.cords := guard.number_of(item, 'cords', 1, 12, at => at);
    read.phases := case guard.number_of(item, 'phases', 1, 3, 2, at => at) when 3 then '123' else '1' end;
    read.plug := nullif(guard.text_of(item, 'plug', longest => 60, at => at), '');
    read.airflow := nullif(guard.text_of(item, 'airflow', longest => 60, at => at), '');
    read.inlet_min_mc := 1000 * guard.number_of(item, 'inlet_min_c', -50, 100, 0.1, at => at);
    read.inlet_max_mc := 1000 * guard.number_of(item, 'inlet_max_c', -50, 100, 0.1, at => at);
    if read.inlet_max_mc < read.inlet_min_mc then
        perform guard.refuse_value(at || 'inlet_max_c', item -> 'inlet_max_c', 'not below inlet_min_c');
    end if;
    read.ports := coalesce(guard.array_of(item, 'ports', at => at), '[]');
    read.shareable := coalesce(guard.bool_of(item, 'shareable', at), false);
    return read;
end
$$;

-- Writes the items in the place of those that were there; an item keeps its id, so that a hold stays its own.
create function guard.write_items(request int, items jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    item record;
    read request_item;
begin
    for item in select value, ordinality::int as ordinal from jsonb_array_elements(items) with ordinality loop
        read := guard.item_of(item.value, format('items/%s/', item.ordinal - 1));
        insert into request_item (request_id, ordinal, model_id, description, count, kind, height_hu, half_width,
                                  width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug,
                                  airflow, inlet_min_mc, inlet_max_mc, ports, shareable)
        values (request, item.ordinal, read.model_id, read.description, read.count, read.kind, read.height_hu,
                read.half_width, read.width_mm, read.depth_mm, read.height_mm, read.weight_g, read.nameplate_w,
                read.draw_w, read.cords, read.phases, read.plug, read.airflow, read.inlet_min_mc, read.inlet_max_mc,
                read.ports, read.shareable)
        on conflict (request_id, ordinal) do update
        set (model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g,
             nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable) =
            (excluded.model_id, excluded.description, excluded.count, excluded.kind, excluded.height_hu,
             excluded.half_width, excluded.width_mm, excluded.depth_mm, excluded.height_mm, excluded.weight_g,
             excluded.nameplate_w, excluded.draw_w, excluded.cords, excluded.phases, excluded.plug, excluded.airflow,
             excluded.inlet_min_mc, excluded.inlet_max_mc, excluded.ports, excluded.shareable);
    end loop;
    -- What is no longer asked for gives back what it held.
    update placement p set state = 'released', hold_until = null
    from equipment e join request_item i on i.id = e.request_item_id
    where p.equipment_id = e.id and p.state = 'held' and i.request_id = request
      and (i.ordinal > jsonb_array_length(items)
           or p.id not in (select kept.id
                           from placement kept join equipment k on k.id = kept.equipment_id
                           where k.request_item_id = i.id and kept.state = 'held'
                           order by kept.id limit i.count));
    update equipment e set request_item_id = null
    from request_item i
    where i.id = e.request_item_id and i.request_id = request and i.ordinal > jsonb_array_length(items);
    delete from request_item i where i.request_id = request and i.ordinal > jsonb_array_length(items);
end
$$;

create function guard.write_contacts(request int, contacts jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    contact record;
    person int;
begin
    delete from request_contact c where c.request_id = request;
    for contact in select value, ordinality - 1 as place from jsonb_array_elements(contacts) with ordinality loop
        person := guard.person_named(contact.value);
        if person is null then
            perform guard.refuse_value(format('contacts/%s', contact.place), contact.value,
                                       'the handle of a person whom you may name');
        end if;
        insert into request_contact (request_id, person_id) values (request, person) on conflict do nothing;
    end loop;
end
$$;

create function api.create_request(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'create_request', arguments, array['organisation', 'department',
        'requester', 'sponsor', 'contacts', 'security_contact', 'project', 'funder', 'cost_centre', 'data_class',
        'medical', 'personal_data', 'availability_class', 'from', 'until', 'review_date', 'comment', 'items', 'wishes',
        'evidence']);
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
        perform guard.refuse_value('organisation', arguments -> 'organisation', 'the code of an organisation');
    end if;
    if not guard.may_ask_for(made.organisation_id) then
        perform guard.refuse_right('create_request: this is for a requester or coordinator of the organisation');
    end if;
    made.requester_id := coalesce(guard.person_of(arguments, 'requester'), guard.person_id());
    if made.requester_id <> guard.person_id() then
        if not made.organisation_id = any (guard.my_organisations('coordinator')) then
            perform guard.refuse_right('create_request: only a coordinator asks on behalf of another person');
        end if;
        if (select organisation_id from person where id = made.requester_id) <> made.organisation_id then
            perform guard.refuse_value('requester', arguments -> 'requester', 'a person of this organisation');
        end if;
        made.on_behalf_by := guard.person_id();
    end if;
    made := guard.apply_request(made, arguments);
    made.id := nextval(pg_get_serial_sequence('polder.request', 'id'));
    made.number := format('R-%s-%s', extract(year from guard.today()), to_char(nextval('request_number'), 'FM00000'));
    made.state := 'draft';
    made.evidence := coalesce(guard.text_of(arguments, 'evidence', longest => 500), '');
    made.security_review := 'not needed';
    made.state_reason := '';
    insert into request overriding system value select (made).*;
    perform guard.write_items(made.id, items);
    perform guard.write_contacts(made.id, coalesce(guard.array_of(arguments, 'contacts'), '[]'));
    return guard.finish_intention(key, jsonb_build_object('request', made.id, 'number', made.number,
                                                          'state', made.state));
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
begin
    if before is not null then
        return before;
    end if;
    old := guard.enter_request('amend_request', arguments, generation);
    -- A request file names it; it may be read again, but not given to another.
    if guard.text_of(arguments, 'organisation') <> (select code from organisation where id = old.organisation_id) then
        perform guard.refuse_value('organisation', arguments -> 'organisation', 'as before');
    end if;
    new := guard.apply_request(old, arguments);
    if old.state in ('waiting', 'held') and arguments ?| array['items', 'from', 'until', 'wishes', 'data_class',
                                                               'medical', 'personal_data', 'availability_class'] then
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
    if old.submitted_at is not null then
        perform guard.tell(guard.home_people(new) || guard.host_people(new, 'facility_manager'), 'amended',
                           jsonb_build_object('request', old.id));
    end if;
    return guard.finish_intention(key, jsonb_build_object('request', old.id, 'number', old.number, 'state', new.state));
end
$$;

-- Who acts for another needs something in hand: the mail, the PDF.
create function guard.refuse_without_evidence(request polder.request, own_key text, arguments jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if not guard.acts_as(request, own_key)
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), request.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence',
                                   'given when acting on behalf of another person (mail, document)');
    end if;
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
    perform guard.refuse_without_evidence(asked, 'requester', arguments);
    if guard.person_id() <> asked.requester_id
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), asked.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence',
                                   'given when asking on behalf of another person');
    end if;
    if asked.until_date <= guard.today() then
        perform guard.refuse_value('until', to_jsonb(asked.until_date), format('after today, %s', guard.today()));
    end if;
    update request
    set state = 'submitted', state_reason = '', submitted_at = clock_timestamp(), decided_at = null,
        evidence = coalesce(nullif(guard.text_of(arguments, 'evidence', longest => 500), ''), evidence),
        on_behalf_by = case when guard.acts_as(asked, 'requester') then on_behalf_by else guard.person_id() end
    where id = asked.id;
    perform guard.tell(guard.home_people(asked), 'submitted', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
        'state', 'submitted', 'decision_due', guard.working_days(guard.today(),
                                                                 guard.setting_int('review_working_days', 7))));
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

create function api.withdraw(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'withdraw', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('withdraw', arguments, generation);
    update request
    set state = 'withdrawn', state_reason = coalesce(guard.text_of(arguments, 'reason'), ''),
        decided_at = clock_timestamp(), hold_until = null
    where id = asked.id;
    perform guard.release_holds(asked.id);
    perform guard.tell(guard.home_people(asked) || guard.host_people(asked, 'facility_manager'), 'withdrawn',
                       jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', 'withdrawn'));
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
            perform guard.refuse_right('security review: this is for the security officer of the data centre');
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
