SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA api;

CREATE SCHEMA guard;

CREATE SCHEMA history;

CREATE SCHEMA known;

CREATE SCHEMA past;

CREATE SCHEMA polder;

CREATE SCHEMA polder_meta;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE TYPE guard.violation AS (
	rule text,
	place text,
	node_id integer,
	requested bigint,
	used bigint,
	capacity bigint,
	unit text,
	quantity text,
	failing text,
	date date
);

CREATE TYPE guard.unexplained AS (
	violations guard.violation[],
	rules text[],
	bookings integer[]
);

CREATE TYPE guard.warning AS (
	placement_id integer,
	rule text,
	place text,
	node_id integer,
	requested bigint,
	used bigint,
	capacity bigint,
	unit text,
	quantity text,
	date date,
	words text
);

CREATE FUNCTION api.add_person(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    before jsonb := guard.begin_intention(key, 'add_person', arguments, array['organisation', 'department', 'handle',
                                                                              'name', 'email', 'phone', 'login',
                                                                              'verifier']);
    organisation int;
    department int;
    wanted text;
    login name;
    person int;
begin
    if before is not null then
        return before;
    end if;
    organisation := guard.administered(arguments);
    wanted := guard.text_of(arguments, 'handle', required => true, longest => 60);
    if wanted !~ '^[a-z0-9][a-z0-9._-]*$' or exists (select from person_detail d where d.handle = wanted) then
        perform guard.refuse_value('handle', to_jsonb(wanted),
                                   'a free name of small letters, digits, dots, hyphens and underscores');
    end if;
    if arguments ->> 'department' is not null then
        select d.id into department from department d
        where d.organisation_id = organisation and d.code = guard.text_of(arguments, 'department');
        if department is null then
            perform guard.refuse_value('department', arguments -> 'department',
                                       'the code of a department of this organisation');
        end if;
    end if;
    if coalesce(guard.bool_of(arguments, 'login'), arguments ->> 'verifier' is not null) then
        login := guard.create_login(guard.text_of(arguments, 'verifier', longest => 400));
    end if;
    insert into person (organisation_id, department_id, login) values (organisation, department, login)
    returning id into person;
    insert into person_detail (person_id, handle, name, email, phone)
    values (person, wanted, guard.text_of(arguments, 'name', required => true, longest => 200),
            coalesce(guard.text_of(arguments, 'email', longest => 200), ''),
            coalesce(guard.text_of(arguments, 'phone', longest => 60), ''));
    -- The login name goes to the administrator, who tells the person; it says nothing about who it is.
    return guard.finish_intention(key, jsonb_build_object('person', person, 'handle', wanted, 'login', login));
end
$_$;

CREATE FUNCTION api.amend_request(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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
        perform guard.refuse_value('organisation', arguments -> 'organisation', 'as before');
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

CREATE FUNCTION api.appoint(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'appoint', arguments, array['person', 'role', 'organisation', 'site',
                                                                           'from', 'until', 'appointment']);
    organisation int;
    person int;
    site int;
    made appointment;
    first_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    last_day date := guard.date_of(arguments, 'until', required => arguments ? 'appointment');
begin
    if before is not null then
        return before;
    end if;
    organisation := guard.administered(arguments);
    if arguments ? 'appointment' then
        update appointment a set during = daterange(lower(a.during), greatest(last_day, lower(a.during)))
        where to_jsonb(a.id) = arguments -> 'appointment' and a.organisation_id = organisation
        returning a.* into made;
        if made.id is null then
            perform guard.refuse_absent('appointment', arguments -> 'appointment');
        end if;
        return guard.finish_intention(key, jsonb_build_object('appointment', made.id, 'person', made.person_id));
    end if;
    person := guard.person_of(arguments, 'person', required => true);
    if (select p.organisation_id from person p where p.id = person) <> organisation then
        perform guard.refuse_value('person', arguments -> 'person', 'a person of this organisation');
    end if;
    if last_day <= first_day then
        perform guard.refuse_value('until', to_jsonb(last_day), format('after %s', first_day));
    end if;
    if arguments ->> 'site' is not null then
        select s.id into site from site s
        where s.organisation_id = organisation and s.code = guard.text_of(arguments, 'site');
        if site is null then
            perform guard.refuse_value('site', arguments -> 'site', 'the code of a data centre of this organisation');
        end if;
    end if;
    insert into appointment (person_id, role, organisation_id, site_id, during)
    values (person, guard.choice_of(arguments, 'role', array(select code from role order by code), required => true),
            organisation, site, daterange(first_day, last_day))
    returning * into made;
    return guard.finish_intention(key, jsonb_build_object('appointment', made.id, 'person', person));
end
$$;

CREATE FUNCTION api.changed(since bigint) RETURNS TABLE(table_name text, key bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    changes bigint[] := array(select c.id from change c where c.generation > since);
    -- What these change reaches every box and every sum.
    everything boolean := exists (select from guard.newer(changes) n
                                  where n.table_name in ('node', 'outlet', 'agreement', 'agreement_line', 'setting'));
begin
    return query
    with newer as materialized (
        select n.table_name, n.key::int as id from guard.newer(changes) n
    ), requests as materialized (
        select n.id from newer n where n.table_name = 'request'
        union select c.request_id from history.request_contact c where c.change_id = any (changes)
    ), devices as materialized (
        select n.id from newer n where n.table_name = 'equipment'
        union select c.equipment_id from history.equipment_contact c where c.change_id = any (changes)
    ), bookings as materialized (
        select n.id from newer n where n.table_name = 'placement'
        union select p.id from devices d join placement p on p.equipment_id = d.id
        union select p.id from newer n join equipment e on n.table_name = 'model' and e.model_id = n.id
              join placement p on p.equipment_id = e.id
    ), own as materialized (
        select h.id, h.equipment_id, h.chassis_id from bookings b join history.placement h on h.id = b.id
    ), kin as materialized (
        -- What is in a chassis weighs and draws where that stands, so each changes with the other; and where the chassis
        -- goes its request is another data centre's matter.
        select b.id from bookings b
        union select p.id from own o join placement p on p.equipment_id = o.chassis_id
        union select p.id from own o join placement p on p.chassis_id = o.equipment_id
    ), images as materialized (
        -- Where and when these bookings are, and ever were.
        select h.id, h.equipment_id, h.rack_id, h.room_id, h.chassis_id, h.outlet_ids, h.node_ids, h.during
        from kin k join history.placement h on h.id = k.id
    ), racks as materialized (
        select i.rack_id as id from images i where i.rack_id is not null
        union select n.id from newer n where n.table_name = 'rack'
        union select h.rack_id from history.blocked_unit h where h.change_id = any (changes)
    ), outlets as materialized (
        select distinct o.id from images i cross join unnest(i.outlet_ids) o (id)
    ), quotas as materialized (
        select l.node_id, l.during
        from (select distinct e.owner_id from images i join equipment e on e.id = i.equipment_id) owner
        join agreement a on a.guest_id = owner.owner_id
        join agreement_line l on l.agreement_id = a.id
    ), nodes as materialized (
        select p.ancestor_id as id
        from (select o.node_id from outlets u join outlet o on o.id = u.id
              union select f.id from images i cross join unnest(i.node_ids) f (id)) fed
        join node_path p on p.node_id = fed.node_id
        union select n.id from racks r join node n on n.rack_id = r.id
        union select n.id from racks r join rack k on k.id = r.id
              cross join lateral (values (k.cooling_zone_id), (k.liquid_loop_id)) n (id) where n.id is not null
        union select n.id from images i join room o on o.id = i.room_id
              cross join lateral (values (o.cooling_zone_id), (o.liquid_loop_id)) n (id) where n.id is not null
        union select n.node_id from racks r join network_ports n on n.rack_id = r.id
        union select n.node_id from racks r join rack k on k.id = r.id join network_ports n on n.row_id = k.row_id
        union select n.node_id from images i join network_ports n on n.room_id = i.room_id
        union select q.node_id from quotas q
    ), days as materialized (
        select lower(i.during) as day from images i
        union select upper(i.during) from images i
        union select lower(q.during) from quotas q
        union select upper(q.during) from quotas q
    )
    select n.table_name, n.id::bigint from newer n where n.table_name not in ('blocked_unit', 'manufacturer', 'setting')
    -- Rows that are shown as part of another, or that one sees because one sees another.
    union select 'model', s.model_id from history.model_supply s where s.change_id = any (changes)
    union select 'node', l.node_id from history.liquid_loop l where l.change_id = any (changes)
    union select 'system', s.system_id from history.system_share s where s.change_id = any (changes)
    union select 'model', m.id from newer n join model m on n.table_name = 'manufacturer' and m.manufacturer_id = n.id
    union select 'request', r.id from requests r
    union select 'request_item', i.id from requests r join request_item i on i.request_id = r.id
    union select 'equipment', d.id from devices d
    union select 'equipment', i.equipment_id from images i
    union select 'placement', b.id from bookings b
    union select 'finding', f.id from bookings b join finding f on f.placement_id = b.id
    union select 'override', o.id from bookings b join override o on o.placement_id = b.id
    union select 'override', o.id from requests r join override o on o.request_id = r.id
    union select 'request', t.request_id
    from images i join equipment e on e.id = i.equipment_id join request_item t on t.id = e.request_item_id
    union select 'request', r.id from request r where exists (select from newer n where n.table_name = 'site')
    union select 'request_item', e.request_item_id
    from images i join equipment e on e.id = i.equipment_id where e.request_item_id is not null
    -- What is taken, without names.
    union select 'occupancy', r.id from racks r
    union select 'occupancy', r.id from rack r where everything
    union select 'slot_use', r.id from racks r
    union select 'bay_use', i.chassis_id from images i where i.chassis_id is not null
    union select 'bay_use', i.equipment_id from images i
    union select 'floor_occupancy', i.room_id from images i where i.room_id is not null
    union select 'floor_occupancy', f.room_id
    from newer n join equipment e on n.table_name = 'model' and e.model_id = n.id
    join placement p on p.equipment_id = e.id join floor_shape f on f.placement_id = p.id
    union select 'outlet_use', o.id from outlets o
    union select 'load_node', n.id from nodes n
    union select 'load_day', d.day - date '2000-01-01' from days d where d.day is not null
    union select 'load_step', l.node_id from ledger l where everything;
end
$$;

CREATE FUNCTION api."check"() RETURNS TABLE(rule text, "where" text, node integer, requested bigint, used bigint, capacity bigint, unit text, quantity text, failing text, date date, covered boolean, override integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select c.*
    from guard.check() c
    where guard.is_tool()
       or exists (select from site s
                  where s.id = any (guard.host_sites())
                    and s.code in (split_part(c."where", '/', 1), split_part(c."where", ' ', 1)));
end
$$;

CREATE FUNCTION api.check_covers() RETURNS TABLE(everything boolean, sites text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select guard.is_tool(),
           array(select s.code from site s where guard.is_tool() or s.id = any (guard.host_sites()) order by s.code);
end
$$;

CREATE FUNCTION api.comment(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION api.confirm_override(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'confirm_override', arguments, array['override', 'comment']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.override_of(arguments);
    perform guard.refuse_override_state(asked, 'confirm_override');
    update override o set second_id = guard.person_id() where o.id = asked.id returning * into asked;
    perform guard.tell(array[asked.by_id, asked.by_holder_id], 'override confirmed', jsonb_build_object('override', asked.id));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

CREATE FUNCTION api.create_request(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION api.decline(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION api.decommission(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'decommission', arguments,
                                          array['request', 'placement', 'asset_tag', 'comment']);
    places placement[];
    asked request;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    places := guard.enter_placements('decommission', arguments, generation, 'installed');
    asked := guard.request_behind(places[1].id);
    update placement p set state = 'decommissioning' where p.id in (select o.id from unnest(places) o);
    left_in := guard.follow_pieces(asked.id);
    perform guard.tell(guard.home_people(asked), 'decommissioning', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o), 'state', left_in));
end
$$;

CREATE FUNCTION api.deliver(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'deliver', arguments, array['request', 'comment']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('deliver', arguments, generation);
    update placement p set state = 'delivered', hold_until = null
    where p.id in (select id from guard.request_placements(asked.id, 'held'));
    return guard.finish_intention(key, guard.decide(asked, guard.state_by_pieces(asked),
                                                    guard.text_of(arguments, 'comment')));
end
$$;

CREATE FUNCTION api.deputise(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'deputise', arguments, array['person', 'deputy', 'from', 'until']);
    person int;
    substitute int;
    during daterange;
    made int;
begin
    if before is not null then
        return before;
    end if;
    person := coalesce(guard.person_of(arguments, 'person'), guard.person_id());
    if person <> guard.person_id()
       and not (select p.organisation_id from person p where p.id = person)
               = any (guard.my_organisations('administrator')) then
        perform guard.refuse_right('to name a deputy for another: this is for an administrator of the organisation');
    end if;
    substitute := guard.person_of(arguments, 'deputy', required => true);
    if substitute = person
       or (select count(distinct p.organisation_id) from person p where p.id in (person, substitute)) > 1 then
        perform guard.refuse_value('deputy', arguments -> 'deputy', 'another person of the same organisation');
    end if;
    if guard.date_of(arguments, 'until', required => true)
       <= coalesce(guard.date_of(arguments, 'from'), guard.today()) then
        perform guard.refuse_value('until', arguments -> 'until', 'after the first day');
    end if;
    during := daterange(coalesce(guard.date_of(arguments, 'from'), guard.today()), guard.date_of(arguments, 'until'));
    insert into deputy (person_id, deputy_id, during) values (person, substitute, during) returning id into made;
    perform guard.tell(array[person, substitute], 'deputy', jsonb_build_object('deputy', made));
    return guard.finish_intention(key, jsonb_build_object('deputy', made));
end
$$;

CREATE FUNCTION api.endorse(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION api.extend(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'extend', arguments, array['request', 'until', 'comment']);
    asked request;
    new_end date;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('extend', arguments, generation);
    new_end := guard.date_of(arguments, 'until', required => true);
    if new_end <= greatest(asked.from_date, guard.today()) then
        perform guard.refuse_value('until', arguments -> 'until',
                                   format('after %s', greatest(asked.from_date, guard.today())));
    end if;
    if not guard.acts_as(asked, 'facility_manager') then
        return guard.finish_intention(key, guard.ask('extend', 'request', asked.id,
                                                     guard.host_people(asked, 'facility_manager'), arguments)
            || jsonb_build_object('number', asked.number, 'state', asked.state, 'until', asked.until_date,
                                  'warnings', '[]'::jsonb));
    end if;
    update request set until_date = new_end where id = asked.id;
    update placement p set during = daterange(lower(p.during), new_end)
    where p.id in (select id from guard.request_placements(asked.id, 'installed'))
      and lower(p.during) < new_end
      -- What it leaves for another place ends when it did.
      and not exists (select from placement next where next.planned_from = p.id and next.state <> 'released');
    perform guard.note_warnings(guard.standing_of(asked.id));
    perform guard.tell(guard.home_people(asked), 'extended', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'request', asked.id,
        'number', asked.number, 'state', asked.state, 'until', new_end,
        'warnings', guard.warnings(guard.standing_of(asked.id))));
end
$$;

CREATE FUNCTION api.feed_node(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'feed_node', arguments, array['node', 'parent', 'reason']);
    target node;
    above node;
begin
    if before is not null then
        return before;
    end if;
    target := guard.enter_node(arguments, 'node', 'feed_node');
    if nullif(arguments -> 'parent', 'null') is not null then
        above := guard.enter_node(arguments, 'parent', 'feed_node');
    end if;
    if exists (select from node_kind k where k.code in (target.kind, above.kind) and k.dimension <> 'power') then
        perform guard.refuse_value('node', arguments -> 'node', 'a node of the power chain, fed from another of it');
    end if;
    update node n set parent_id = above.id where n.id = target.id;
    return guard.finish_intention(key, jsonb_build_object('node', target.id, 'parent', above.id));
end
$$;

CREATE FUNCTION api.generation() RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select value from generation);
end
$$;

CREATE FUNCTION api.generation_of(key uuid) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    asker int := guard.person_id();
begin
    return (
        select c.generation
        from intention i join change c on c.id = i.change_id
        where i.key = generation_of.key and i.person_id is not distinct from asker);
end
$$;

CREATE FUNCTION api.hold(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'hold', arguments, array['request', 'item', 'places', 'until_date']);
    asked request;
    item request_item;
    places jsonb;
    devices int[];
    wanted placement[];
    ids int[];
    lacking jsonb;
    expiry date;
    missing int;
    held_in int[];
    held_on int[];
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('hold', arguments, generation);
    if asked.security_review = 'open' then
        raise exception using errcode = 'PL006', message = 'the security review is open',
            detail = jsonb_build_object('state', asked.state, 'intention', 'hold',
                                        'allowed', array_prepend('comment', array_remove(guard.possible(asked), 'hold')));
    end if;
    select * into item from request_item i
    where i.request_id = asked.id and i.ordinal = guard.number_of(arguments, 'item', 1, 32767, required => true);
    if item.id is null then
        perform guard.refuse_value('item', arguments -> 'item', 'the number of an item of this request');
    end if;
    places := guard.array_of(arguments, 'places', required => true);
    missing := item.count - (select count(*) from piece p where p.item_id = item.id and p.state <> 'held');
    if missing <= 0 then
        perform guard.refuse_value('item', arguments -> 'item', 'an item of which a piece has not come yet');
    end if;
    if jsonb_array_length(places) not in (case when item.kind = 'floor' then missing else 1 end, missing) then
        perform guard.refuse_value('places', to_jsonb(jsonb_array_length(places)),
                                   format('%sas many as the item has pieces that have not come, %s',
                                          case when item.kind <> 'floor' then 'one, or ' end, missing));
    end if;
    expiry := coalesce(guard.date_of(arguments, 'until_date'),
                       guard.today() + guard.setting_int('hold_days', 30));
    if expiry < guard.today() then
        perform guard.refuse_value('until_date', to_jsonb(expiry), format('not before today, %s', guard.today()));
    end if;

    -- Before it is looked what is free there. Where equip may give places back elsewhere, all at once before it; where
    -- nothing is held yet only after it, so that others wait less.
    held_in := array(select r from guard.request_placements(asked.id, 'held') p
                     cross join lateral unnest(p.rack_id || guard.racks_under(array[p.chassis_id])) r where r is not null);
    held_on := array(select p.room_id from guard.request_placements(asked.id, 'held') p where p.room_id is not null);
    if held_in || held_on <> '{}' then
        perform guard.lock_for('{}', guard.racks_of(places) || held_in, guard.rooms_of(places) || held_on,
                               array[asked.organisation_id]);
    end if;
    devices := guard.equip(asked, item);
    if held_in || held_on = '{}' then
        perform guard.lock_for(devices, guard.racks_of(places),
                               case when item.kind = 'floor' then guard.rooms_of(places) end);
    end if;
    if jsonb_array_length(places) < missing then
        places := case when item.kind in ('zero_u', 'bay') then guard.numbered_on(places -> 0, devices, item.kind)
                       else guard.stacked(places -> 0, devices, asked.from_date) end;
    end if;
    select * into wanted, lacking
    from guard.read_places(places, devices, daterange(asked.from_date, asked.until_date));
    ids := guard.write_holds(wanted, expiry, lacking);
    perform guard.note_wishes(asked.id);
    perform guard.note_warnings(ids);
    return guard.finish_intention(key, guard.decide(asked, guard.state_by_pieces(asked), '')
        || jsonb_build_object('placements', to_jsonb(ids), 'equipment', to_jsonb(devices), 'hold_until', expiry,
                              'warnings', guard.warnings(guard.standing_of(asked.id))));
end
$$;

CREATE FUNCTION api.import_models(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    known constant text[] := array['models', 'dry_run', 'reason'];
    before jsonb;
    entries jsonb;
    sorted record;
    dry_run boolean;
    result jsonb;
begin
    perform guard.refuse_unknown(arguments, known);
    dry_run := coalesce(guard.bool_of(arguments, 'dry_run'), false);
    if not dry_run then
        before := guard.begin_intention(key, 'import_models', arguments, known);
        if before is not null then
            return before;
        end if;
    end if;
    if not guard.is_tool() and cardinality(guard.my_organisations('administrator', 'facility_manager')) = 0 then
        perform guard.refuse_right('import_models: this is for a facility manager or an administrator');
    end if;
    entries := guard.array_of(arguments, 'models', required => true);
    select * into sorted from guard.sort_models(entries);
    result := jsonb_build_object('refused', sorted.refused)
        || (select jsonb_object_agg(o.word, (select count(*) from unnest(sorted.outcomes) x where x = o.word))
            from unnest(array['imported', 'updated', 'unchanged']) o (word));
    if dry_run then
        return jsonb_build_object('generation', null) || result;
    end if;
    insert into manufacturer (name) select distinct unnest(sorted.makers) on conflict do nothing;
    insert into model (manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm,
                       height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc,
                       drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm,
                       clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces,
                       extra, source, content_hash)
    select f.id, m.name, m.slug, m.part_number, m.kind, m.height_hu, m.full_depth, m.depth_mm, m.width_mm, m.height_mm,
           m.half_width, m.weight_g, m.airflow, m.nameplate_w, m.inlet_min_mc, m.inlet_max_mc, m.drift_mk_per_h,
           m.clearance_front_mm, m.clearance_rear_mm, m.clearance_left_mm, m.clearance_right_mm, m.clearance_top_mm,
           m.heat_to_water_w, m.vibration_class, m.emi_nt, m.acoustic_db, m.media, m.interfaces, m.extra, m.source,
           m.content_hash
    from unnest(sorted.kept) with ordinality m
    join manufacturer f on f.name = sorted.makers[m.ordinality]
    where sorted.outcomes[m.ordinality] <> 'unchanged'
    on conflict (manufacturer_id, name) do update
    set (slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow,
         nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm,
         clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db,
         media, interfaces, extra, source, content_hash) =
        (excluded.slug, excluded.part_number, excluded.kind, excluded.height_hu, excluded.full_depth, excluded.depth_mm,
         excluded.width_mm, excluded.height_mm, excluded.half_width, excluded.weight_g, excluded.airflow,
         excluded.nameplate_w, excluded.inlet_min_mc, excluded.inlet_max_mc, excluded.drift_mk_per_h,
         excluded.clearance_front_mm, excluded.clearance_rear_mm, excluded.clearance_left_mm,
         excluded.clearance_right_mm, excluded.clearance_top_mm, excluded.heat_to_water_w, excluded.vibration_class,
         excluded.emi_nt, excluded.acoustic_db, excluded.media, excluded.interfaces, excluded.extra, excluded.source,
         excluded.content_hash);
    perform guard.import_parts(entries, sorted.makers, sorted.places, sorted.outcomes);
    return guard.finish_intention(key, result);
end
$$;

CREATE FUNCTION api.install(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'install', arguments, array['request', 'item', 'placement', 'serial',
        'asset_tag', 'rack', 'unit', 'face', 'half', 'slot', 'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg',
        'outlets']);
    asked request;
    place placement;
    device equipment;
    moved placement;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    place := guard.enter_installable(arguments, generation);
    asked := guard.request_behind(place.id);
    perform guard.name_equipment(place.equipment_id, guard.text_of(arguments, 'serial', longest => 100),
                                 guard.text_of(arguments, 'asset_tag', longest => 100));
    moved := place;
    moved.during := guard.installed_during(place.during);
    if arguments ?| array['rack', 'unit', 'face', 'half', 'slot', 'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg',
                          'outlets'] then
        perform guard.lock_for(array[place.equipment_id],
                               guard.racks_of(jsonb_build_array(arguments)) || place.rack_id
                               || guard.racks_under(array[place.chassis_id]),
                               guard.rooms_of(jsonb_build_array(arguments)) || place.room_id);
        select * into device from equipment e where e.id = place.equipment_id;
        moved := guard.moved_place(arguments - array['request', 'item', 'placement', 'serial', 'asset_tag'], place, device,
                                   moved.during, '{}', '', array[place.id]);
    end if;
    update placement p
    set (state, hold_until, during, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id, x_mm, y_mm,
         orientation_deg, outlet_ids) =
        ('installed', null, moved.during, moved.rack_id, moved.position_hu, moved.face, moved.half, moved.zero_u_slot,
         moved.chassis_id, moved.bay_id, moved.room_id, moved.x_mm, moved.y_mm, moved.orientation_deg, moved.outlet_ids)
    where p.id = place.id;
    left_in := guard.follow_pieces(asked.id);
    perform guard.note_warnings(array[place.id]);
    perform guard.tell(guard.home_people(asked), 'installed',
                       jsonb_build_object('request', asked.id, 'placement', place.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'equipment', place.equipment_id,
        'request', asked.id, 'state', left_in, 'from', lower(moved.during),
        'warnings', guard.warnings(array[place.id])));
end
$$;

CREATE FUNCTION api.known_at(wanted bigint, by_day date) RETURNS TABLE(generation bigint, at timestamp with time zone, day date, final boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select c.generation, c.at, c.day, coalesce(c.generation = wanted, by_day < guard.today(), false)
    from change c
    where c.generation is not null
      and case when wanted is not null then c.generation = wanted
               when by_day is not null then c.day <= by_day and by_day <= guard.today()
               else true end
    order by c.generation desc
    limit 1
$$;

CREATE FUNCTION api.lapse_holds() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if guard.person_id() is null and not guard.is_tool() then
        perform guard.refuse_right('lapse_holds: only people may, and this login is no person''s');
    end if;
    perform set_config('polder.intention', 'lapse_holds', true);
    perform guard.lock_sites(array(select id from site));
    return jsonb_build_object('generation', null, 'lapsed', guard.lapse(array(select id from site)));
end
$$;

CREATE FUNCTION api.move(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'move', arguments, array['moves', 'from', 'comment']);
    from_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    one record;
    place placement;
    old placement[] := '{}';
    new placement[] := '{}';
    taken int[] := '{}';
    device equipment;
    ids int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    if from_day < guard.today() then
        perform guard.refuse_value('from', arguments -> 'from', format('not before today, %s', guard.today()));
    end if;
    perform guard.lock_placements(array(
        select guard.placement_of(value)
        from jsonb_array_elements(guard.array_of(arguments, 'moves', required => true))));
    for one in select value, ordinality - 1 as number
               from jsonb_array_elements(arguments -> 'moves') with ordinality loop
        perform guard.refuse_unknown(one.value, array['placement', 'asset_tag', 'rack', 'unit', 'face', 'half', 'slot',
                                     'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg', 'outlets'],
                                     format('moves/%s/', one.number));
        if guard.asks_only(one.value) then
            return guard.finish_intention(key, guard.ask_for_placement('move', one.value, arguments)
                                               || jsonb_build_object('placements', '[]'::jsonb, 'from', from_day,
                                                                     'warnings', '[]'::jsonb));
        end if;
        place := guard.enter_placement('move', one.value, generation);
        if num_nonnulls(place.rack_id, place.chassis_id, place.room_id) = 0 or upper(place.during) <= from_day then
            perform guard.refuse_value(format('moves/%s/placement', one.number), to_jsonb(place.id),
                                       'a placement in a rack or chassis or on the floor that lasts beyond the day of the move');
        end if;
        old := old || place;
    end loop;
    if (select count(distinct id) from unnest(old)) < cardinality(old) then
        perform guard.refuse_value('moves', arguments -> 'moves', 'each placement once');
    end if;
    perform guard.lock_for(array(select o.equipment_id from unnest(old) o),
                           guard.racks_of(arguments -> 'moves') || array(select o.rack_id from unnest(old) o)
                           || guard.racks_under(array(select o.chassis_id from unnest(old) o)),
                           guard.rooms_of(arguments -> 'moves') || array(select o.room_id from unnest(old) o));
    for one in select value, ordinality::int as number
               from jsonb_array_elements(arguments -> 'moves') with ordinality loop
        select * into device from equipment e where e.id = old[one.number].equipment_id;
        place := guard.moved_place(one.value - array['placement', 'asset_tag'], old[one.number], device,
            daterange(greatest(lower(old[one.number].during), from_day), upper(old[one.number].during)), taken,
            format('moves/%s/', one.number - 1), array(select o.id from unnest(old) o));
        place.planned_from := old[one.number].id;
        place.state := old[one.number].state;
        place.hold_until := old[one.number].hold_until;
        taken := taken || place.outlet_ids;
        new := new || place;
    end loop;
    perform guard.take_over(new, from_day);
    for place in select distinct on (n.planned_from) p.*
                 from unnest(new) n join placement p on n.planned_from in (p.id, p.planned_from)
                 order by n.planned_from, p.id desc loop
        ids := ids || place.id;
        perform guard.note_wishes((guard.request_behind(place.id)).id);
        perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'moved',
                           jsonb_build_object('placement', place.id));
    end loop;
    perform guard.note_warnings(ids || array(select o.id from unnest(old) o));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'placements', to_jsonb(ids), 'from', from_day,
                                                          'warnings', guard.warnings(ids)));
end
$$;

CREATE FUNCTION api.override(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'override', arguments, array['request', 'placement', 'asset_tag', 'node', 'site',
                                                                            'rule', 'reason', 'until']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.read_override(arguments);
    perform guard.refuse_stale(case when asked.request_id is not null then 'request' else 'placement' end,
                               coalesce(asked.request_id, asked.placement_id), generation);
    asked.rule := guard.choice_of(arguments, 'rule', array(select r.code from rule r where r.override <> 'never' order by r.code),
                                  required => true);
    insert into override (rule, request_id, placement_id, node_id, site_id, reason, until_date, by_id)
    values (asked.rule, asked.request_id, asked.placement_id, asked.node_id, asked.site_id,
            guard.text_of(arguments, 'reason', required => true, longest => 500),
            guard.date_of(arguments, 'until', required => true), guard.person_id())
    returning * into asked;
    perform guard.tell(guard.confirmers(asked), 'override to confirm', jsonb_build_object('override', asked.id, 'rule', asked.rule)
        || jsonb_strip_nulls(jsonb_build_object('request', asked.request_id, 'placement', asked.placement_id, 'node', asked.node_id)));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

CREATE FUNCTION api.overrides() RETURNS TABLE(override integer, rule text, request text, placement integer, node integer, "where" text, reason text, until date, by text, second text, waits_for text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select o.id, o.rule, r.number, o.placement_id, o.node_id,
           coalesce(guard.place_name(p.rack_id, p.position_hu), guard.room_name(p.room_id), guard.node_name(o.node_id), s.code),
           o.reason, o.until_date, a.name, b.name, guard.waits_for(o)
    from override o
    left join request r on r.id = o.request_id
    left join placement p on p.id = o.placement_id
    left join site s on s.id = o.site_id
    left join api.person_card a on a.person_id = o.by_id
    left join api.person_card b on b.person_id = o.second_id
    where o.withdrawn_at is null and o.until_date > guard.today()
      and (guard.is_tool() or o.id in (select v.id from visible_override v))
    order by o.id;
end
$$;

CREATE FUNCTION api.promote(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    before jsonb := guard.begin_intention(key, 'promote', arguments, array['steps', 'only_check']);
    one record;
    at text;
    wanted text;
    result jsonb;
    results jsonb := '[]';
    conflicts jsonb := '[]';
    failed text;
    sentence text;
    detail text;
begin
    if before is not null then
        return before;
    end if;
    for one in select value, ordinality as number
               from jsonb_array_elements(guard.array_of(arguments, 'steps', required => true)) with ordinality loop
        at := format('steps/%s/', one.number - 1);
        perform guard.refuse_unknown(one.value, array['intention', 'arguments'], at);
        wanted := guard.choice_of(one.value, 'intention', array['hold', 'move', 'reject'], required => true, at => at);
        if jsonb_typeof(one.value -> 'arguments') is distinct from 'object' then
            perform guard.refuse_value(at || 'arguments', one.value -> 'arguments', 'an object');
        end if;
        begin
            execute format('select api.%I($1, $2, $3)', wanted) into result
            using md5(key::text || one.number)::uuid, promote.generation, one.value -> 'arguments';
            if (result ->> 'asked')::boolean then
                perform guard.refuse_right('move: this is for the facility_manager');
            end if;
            results := results || (result - array['generation', 'warnings'] || jsonb_build_object('intention', wanted));
        exception when others then
            get stacked diagnostics failed = returned_sqlstate, sentence = message_text, detail = pg_exception_detail;
            if failed not like 'PL%' then
                raise;
            end if;
            conflicts := conflicts || jsonb_build_object('step', one.number, 'sqlstate', failed, 'message', sentence,
                                                         'detail', nullif(detail, '')::jsonb);
        end;
    end loop;
    if conflicts <> '[]' or coalesce(guard.bool_of(arguments, 'only_check'), false) then
        raise exception using errcode = 'PL009',
            message = format('%s of %s steps are refused: nothing was done', jsonb_array_length(conflicts),
                             jsonb_array_length(arguments -> 'steps')),
            detail = jsonb_build_object('conflicts', conflicts);
    end if;
    return guard.finish_intention(key, jsonb_build_object('steps', results));
end
$_$;

CREATE FUNCTION api.record_readings(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    before jsonb := guard.begin_intention(key, 'record_readings', arguments, array['readings', 'reason']);
    entries jsonb := guard.array_of(arguments, 'readings', required => true);
    mine int[] := guard.my_sites('facility_manager', 'reporting');
    seen text[] := '{}';
    counts int[] := '{0,0,0}';          -- new, corrected, unchanged
    entry jsonb;
    place text;
    target site;
    meter int;
    reading meter_reading;
    was meter_reading;
begin
    if before is not null then
        return before;
    end if;
    for i in 0 .. jsonb_array_length(entries) - 1 loop
        entry := entries -> i;
        place := format('readings/%s/', i);
        perform guard.refuse_unknown(entry, array['site', 'node', 'indicator', 'month', 'quantity', 'unit', 'source'], place);
        select s.* into target from site s where s.code = guard.text_of(entry, 'site', required => true, at => place);
        if target.id is null then
            perform guard.refuse_value(place || 'site', entry -> 'site', 'the code of a data centre');
        elsif not target.id = any (mine) then
            perform guard.refuse_right('record_readings: this is for the facility manager or the reporting of the data centre');
        end if;
        meter := null;
        if entry ->> 'node' <> '' then
            select n.id into meter from node n
            where n.site_id = target.id and n.kind <> 'agreement_line'
              and n.name = guard.text_of(entry, 'node', at => place);
            if meter is null then
                perform guard.refuse_value(place || 'node', entry -> 'node', 'the name of a node of the data centre, or nothing');
            end if;
        end if;
        reading.indicator := guard.text_of(entry, 'indicator', required => true, longest => 20, at => place);
        if reading.indicator !~ '^[A-Z][A-Z0-9_]*$' then
            perform guard.refuse_value(place || 'indicator', entry -> 'indicator', 'capital letters, digits and underscores, like E_DC');
        end if;
        reading.at := date_trunc('month', guard.date_of(entry, 'month', required => true, at => place))
                      at time zone 'Europe/Amsterdam';
        if reading.at > guard.today() then
            perform guard.refuse_value(place || 'month', entry -> 'month', 'a month that has begun');
        end if;
        reading.unit := guard.text_of(entry, 'unit', required => true, longest => 20, at => place);
        reading.quantity := guard.number_of(entry, 'quantity', case reading.unit when '°C' then -100 else 0 end,
                                            1000000000000, step => 0.001, required => true, at => place);
        reading.source := coalesce(guard.text_of(entry, 'source', longest => 200, at => place), 'entered');
        if concat_ws('|', target.id, coalesce(meter, 0), reading.indicator, reading.at) = any (seen) then
            perform guard.refuse_value(place || 'month', entry -> 'month', 'given once for each meter and indicator');
        end if;
        seen := seen || concat_ws('|', target.id, coalesce(meter, 0), reading.indicator, reading.at);

        -- Whoever said it on another day of the month meant the same month.
        select r.* into was from meter_reading r
        where r.site_id = target.id and r.node_id is not distinct from meter and r.indicator = reading.indicator
          and date_trunc('month', r.at at time zone 'Europe/Amsterdam')
              = date_trunc('month', reading.at at time zone 'Europe/Amsterdam');
        if was.id is null then
            insert into meter_reading (site_id, node_id, indicator, at, quantity, unit, source)
            values (target.id, meter, reading.indicator, reading.at, reading.quantity, reading.unit, reading.source);
            counts[1] := counts[1] + 1;
        elsif (was.quantity, was.unit, was.source) is distinct from (reading.quantity, reading.unit, reading.source) then
            update meter_reading r set quantity = reading.quantity, unit = reading.unit, source = reading.source
            where r.id = was.id;
            counts[2] := counts[2] + 1;
        else
            counts[3] := counts[3] + 1;
        end if;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('recorded', counts[1], 'corrected', counts[2],
                                                          'unchanged', counts[3]));
end
$_$;

CREATE FUNCTION api.reject(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'reject', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('reject', arguments, generation);
    return guard.finish_intention(key, guard.decide(asked, guard.give_up(asked.id, 'rejected'),
                                                    guard.text_of(arguments, 'reason', required => true), 'rejected'));
end
$$;

CREATE FUNCTION api.release(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'release', arguments, array['placement', 'asset_tag', 'comment']);
    place placement;
    asked request;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    place := guard.enter_placement('release', arguments, generation);
    asked := guard.request_behind(place.id);
    update placement p set state = 'released', hold_until = null where p.id = place.id;
    left_in := guard.follow_pieces(asked.id, 'released');
    perform guard.note_warnings(array[place.id]);
    perform guard.tell(guard.home_people(asked), 'released', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'request', asked.id,
                                                          'state', left_in));
end
$$;

CREATE FUNCTION api.remove(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'remove', arguments, array['request', 'placement', 'asset_tag',
                                                                          'wiped_on', 'wipe_reference', 'comment']);
    places placement[];
    asked request;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    places := guard.enter_placements('remove', arguments, generation, 'decommissioning');
    asked := guard.request_behind(places[1].id);
    perform guard.wipe(array(select o.equipment_id from unnest(places) o), arguments);
    update placement p
    set state = case when lower(p.during) < guard.today() then 'ended' else 'released' end,
        during = case when lower(p.during) < guard.today()
                      then daterange(lower(p.during), least(upper(p.during), guard.today())) else p.during end
    where p.id in (select o.id from unnest(places) o);
    left_in := guard.follow_pieces(asked.id);
    perform guard.note_warnings(array(select o.id from unnest(places) o));
    perform guard.tell(guard.home_people(asked), 'removed', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o), 'state', left_in));
end
$$;

CREATE FUNCTION api.renew(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'renew', arguments, array['request', 'until_date']);
    asked request;
    expiry date;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('renew', arguments, generation);
    expiry := coalesce(guard.date_of(arguments, 'until_date'), guard.today() + guard.setting_int('hold_days', 30));
    if expiry < guard.today() then
        perform guard.refuse_value('until_date', to_jsonb(expiry), format('not before today, %s', guard.today()));
    end if;
    update placement p set hold_until = expiry
    where p.id in (select id from guard.request_placements(asked.id, 'held'));
    return guard.finish_intention(key, guard.decide(asked, 'held', '') || jsonb_build_object('hold_until', expiry));
end
$$;

CREATE FUNCTION api.replace(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'replace', arguments, array['placement', 'asset_tag', 'serial',
        'new_asset_tag', 'draw_w', 'weight_kg', 'wiped_on', 'wipe_reference', 'comment']);
    place placement;
    device equipment;
    first_day date;
    old_id int;
begin
    if before is not null then
        return before;
    end if;
    if guard.asks_only(arguments) then
        return guard.finish_intention(key, guard.ask_for_placement('replace', arguments, arguments)
                                           || jsonb_build_object('warnings', '[]'::jsonb));
    end if;
    place := guard.enter_placement('replace', arguments, generation);
    perform guard.wipe(array[place.equipment_id], arguments);
    select * into device from equipment e where e.id = place.equipment_id;
    old_id := device.id;
    device.id := nextval(pg_get_serial_sequence('polder.equipment', 'id'));
    device.replaces_id := old_id;
    device.serial := null;
    device.asset_tag := null;
    device.measured_w := null;
    device.measured_on := null;
    device.wiped_on := null;
    device.wipe_reference := '';
    device.budgeted_w := coalesce(guard.number_of(arguments, 'draw_w', 0, 1000000), device.budgeted_w);
    device.weight_g := coalesce(1000 * guard.number_of(arguments, 'weight_kg', 0.001, 20000, 0.001), device.weight_g);
    insert into equipment overriding system value select (device).*;
    insert into equipment_contact (equipment_id, person_id)
    select device.id, c.person_id from equipment_contact c where c.equipment_id = old_id;
    perform guard.name_equipment(device.id, guard.text_of(arguments, 'serial', required => true, longest => 100),
                                 guard.text_of(arguments, 'new_asset_tag', longest => 100));
    first_day := greatest(guard.today(), lower(place.during));
    place.equipment_id := device.id;
    place.planned_from := place.id;
    place.during := daterange(first_day, upper(place.during));
    -- What is in a chassis stays in its bay, of the new one.
    perform guard.take_over(place || array(
        select jsonb_populate_record(i, jsonb_build_object(
                   'planned_from', i.id, 'chassis_id', device.id,
                   'during', daterange(greatest(lower(i.during), first_day), upper(i.during))))
        from placement i
        where i.chassis_id = old_id and i.state not in ('ended', 'released')
          and coalesce(upper(i.during) > first_day, true)), first_day);
    select max(p.id) into place.id from placement p where p.equipment_id = device.id;
    perform guard.note_warnings(array[place.id, place.planned_from]);
    perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'replaced',
                       jsonb_build_object('placement', place.id, 'equipment', device.id));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'placement', place.id,
                                                          'equipment', device.id, 'replaces', old_id,
                                                          'warnings', guard.warnings(array[place.id])));
end
$$;

CREATE FUNCTION api.return_request(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'return_request', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('return_request', arguments, generation);
    perform guard.release_holds(asked.id);
    return guard.finish_intention(key, guard.decide(asked, 'returned',
                                                    guard.text_of(arguments, 'reason', required => true)));
end
$$;

CREATE FUNCTION api.review(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'review', arguments, array['request', 'comment']);
    asked request;
    security text;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('review', arguments, generation);
    security := case when asked.data_class = 'hoog' or asked.medical then 'open' else 'not needed' end;
    -- A review that was passed stays passed.
    if asked.security_review <> 'passed' then
        update request set security_review = security where id = asked.id;
        if security = 'open' then
            perform guard.tell(guard.host_people(asked, 'security_officer'), 'security review',
                               jsonb_build_object('request', asked.id));
        end if;
    end if;
    return guard.finish_intention(key, guard.decide(asked, 'in review', guard.text_of(arguments, 'comment')));
end
$$;

CREATE FUNCTION api.set_limit(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'set_limit', arguments, array['node', 'from_date', 'normal_main',
        'normal_line', 'failover_main', 'failover_line', 'rating_main', 'rating_line', 'source', 'reason']);
    target node;
    first_day date := coalesce(guard.date_of(arguments, 'from_date'), guard.today());
    new_limit node_limit;
    largest constant bigint := 1000000000000000;
begin
    if before is not null then
        return before;
    end if;
    target := guard.enter_node(arguments, 'node', 'set_limit');
    select l.* into new_limit from node_limit l where l.node_id = target.id and l.from_date <= first_day
        order by l.from_date desc limit 1;
    new_limit.normal_main := case when arguments ? 'normal_main'
        then guard.number_of(arguments, 'normal_main', 0, largest) else new_limit.normal_main end;
    new_limit.normal_line := case when arguments ? 'normal_line'
        then guard.number_of(arguments, 'normal_line', 0, largest) else new_limit.normal_line end;
    new_limit.failover_main := case when arguments ? 'failover_main'
        then guard.number_of(arguments, 'failover_main', 0, largest) else new_limit.failover_main end;
    new_limit.failover_line := case when arguments ? 'failover_line'
        then guard.number_of(arguments, 'failover_line', 0, largest) else new_limit.failover_line end;
    new_limit.rating_main := case when arguments ? 'rating_main'
        then guard.number_of(arguments, 'rating_main', 0, largest) else new_limit.rating_main end;
    new_limit.rating_line := case when arguments ? 'rating_line'
        then guard.number_of(arguments, 'rating_line', 0, largest) else new_limit.rating_line end;
    insert into node_limit (node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main,
                            rating_line, source, reason)
    values (target.id, first_day, new_limit.normal_main, new_limit.normal_line, new_limit.failover_main,
            new_limit.failover_line, new_limit.rating_main, new_limit.rating_line,
            coalesce(guard.text_of(arguments, 'source', longest => 200), new_limit.source, ''),
            guard.text_of(arguments, 'reason', required => true, longest => 500))
    on conflict (node_id, from_date) do update
    set (normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason) =
        (excluded.normal_main, excluded.normal_line, excluded.failover_main, excluded.failover_line,
         excluded.rating_main, excluded.rating_line, excluded.source, excluded.reason);
    return guard.finish_intention(key, jsonb_build_object('node', target.id, 'from_date', first_day));
end
$$;

CREATE FUNCTION api.set_setting(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    before jsonb := guard.begin_intention(key, 'set_setting', arguments, array['key', 'organisation', 'value',
                                                                               'description', 'reason']);
    name text := guard.text_of(arguments, 'key', required => true, longest => 60);
    organisation int;
    bounds record;
begin
    if before is not null then
        return before;
    end if;
    if arguments ->> 'organisation' is not null then
        organisation := guard.administered(arguments);
    elsif not guard.is_tool()
          and not exists (select from site s
                          where s.organisation_id = any (guard.my_organisations('administrator'))) then
        perform guard.refuse_right('set_setting: this is for an administrator of a host');
    end if;
    if name !~ '^[a-z][a-z0-9_]*$' then
        perform guard.refuse_value('key', to_jsonb(name), 'small letters, digits and underscores');
    end if;
    -- Whoever can set the date can be whoever was appointed then.
    if name = 'today_may_be_set' then
        perform guard.refuse_right('set_setting: the date is for tests alone');
    end if;
    if nullif(arguments -> 'value', 'null') is null then
        perform guard.refuse_value('value', null, 'given');
    end if;
    select * into bounds from number_setting n where n.key = name;
    if bounds.key is not null then
        perform guard.number_of(arguments, 'value', bounds.lowest, bounds.highest);
    end if;
    if name = 'reference_mix' then
        perform guard.check_reference_mix(guard.array_of(arguments, 'value', required => true));
    end if;
    insert into setting (key, organisation_id, value, description)
    values (name, organisation, arguments -> 'value', coalesce(guard.text_of(arguments, 'description'), ''))
    on conflict on constraint setting_key_organisation_id_key do update
    set value = excluded.value,
        description = case when excluded.description = '' then setting.description else excluded.description end;
    return guard.finish_intention(key, jsonb_build_object('key', name));
end
$_$;

CREATE FUNCTION api.submit(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION api.viewer() RETURNS json
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return json_build_object(
        'person', guard.person_id(),
        'organisation', guard.my_organisation(),
        'handle', (select handle from person_detail where person_id = guard.person_id()),
        'name', (select name from person_detail where person_id = guard.person_id()),
        'today', guard.today(),
        'tool', guard.is_tool(),
        'stands_for', coalesce(to_json(guard.my_people()), '[]'),
        'may_ask', coalesce(guard.may_ask_for(guard.my_organisation()), false),
        'appointments', coalesce((select json_agg(json_build_object('role', role, 'organisation', organisation_id,
                                                                    'site', site_id)
                                                  order by role, organisation_id, site_id)
                                  from my_appointment), '[]'));
end
$$;

CREATE FUNCTION api.wait_list(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'wait_list', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('wait_list', arguments, generation);
    perform guard.release_holds(asked.id);
    return guard.finish_intention(key, guard.decide(asked, 'waiting',
                                                    guard.text_of(arguments, 'reason', required => true)));
end
$$;

CREATE FUNCTION api.withdraw(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'withdraw', arguments, array['request', 'reason']);
    asked request;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('withdraw', arguments, generation);
    left_in := guard.give_up(asked.id, 'withdrawn');
    update request
    set state = left_in, state_reason = coalesce(guard.text_of(arguments, 'reason'), ''),
        decided_at = clock_timestamp(), hold_until = null
    where id = asked.id;
    perform guard.tell(guard.home_people(asked) || guard.host_people(asked, 'facility_manager'), 'withdrawn',
                       jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id, 'number', asked.number,
                                                          'state', left_in));
end
$$;

CREATE FUNCTION api.withdraw_override(key uuid, generation bigint, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    before jsonb := guard.begin_intention(key, 'withdraw_override', arguments, array['override', 'comment']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.override_of(arguments);
    if not (asked.site_id = any (guard.my_sites('facility_manager'))
            or array[asked.second_id, asked.second_holder_id] && guard.my_people()) then
        perform guard.refuse_right('withdraw_override: this is for the facility manager of the data centre, or who confirmed it');
    end if;
    perform guard.refuse_override_state(asked, 'withdraw_override');
    -- Not while somebody books by it.
    perform guard.lock_sites(array[asked.site_id]);
    update override o set withdrawn_at = clock_timestamp(), withdrawn_by = guard.person_id() where o.id = asked.id
    returning * into asked;
    perform guard.tell(array[asked.by_id, asked.by_holder_id, asked.second_id, asked.second_holder_id], 'override withdrawn',
                       jsonb_build_object('override', asked.id));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

CREATE FUNCTION guard.above_bounds(nodes integer[], first_day date) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        select distinct b.node_id
        from (select p.node_id, p.source_id, p.since, p.may_main, p.may_line, p.may_failover_main, p.may_failover_line,
                     guard.total(p.normal_main) over w as main, guard.total(p.normal_l1) over w as l1,
                     guard.total(p.normal_l2) over w as l2, guard.total(p.normal_l3) over w as l3,
                     p.total_main - p.normal_main as extra, p.total_l1 - p.normal_l1 as extra_l1,
                     p.total_l2 - p.normal_l2 as extra_l2, p.total_l3 - p.normal_l3 as extra_l3
              from ledger_peak p
              where p.node_id = any (nodes)
              window w as (partition by p.node_id)) b
        where first_day < b.since
           or b.main > b.may_main
           or greatest(b.l1, b.l2, b.l3) > b.may_line
           or b.source_id > 0 and (b.main + b.extra > b.may_failover_main
                                   or greatest(b.l1 + b.extra_l1, b.l2 + b.extra_l2, b.l3 + b.extra_l3)
                                      > b.may_failover_line));
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE polder.request (
    id integer NOT NULL,
    number text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    organisation_id integer NOT NULL,
    department_id integer,
    requester_id integer NOT NULL,
    sponsor_id integer,
    security_contact_id integer,
    project text DEFAULT ''::text NOT NULL,
    funder text DEFAULT ''::text NOT NULL,
    cost_centre text DEFAULT ''::text NOT NULL,
    data_class text DEFAULT 'middel'::text NOT NULL,
    medical boolean DEFAULT false NOT NULL,
    personal_data boolean DEFAULT false NOT NULL,
    availability_class smallint,
    from_date date NOT NULL,
    until_date date,
    review_date date,
    wish_site_id integer,
    wish_redundant boolean,
    wish_together text DEFAULT ''::text NOT NULL,
    wish_apart text DEFAULT ''::text NOT NULL,
    on_behalf_by integer,
    evidence text DEFAULT ''::text NOT NULL,
    security_review text DEFAULT 'not needed'::text NOT NULL,
    state_reason text DEFAULT ''::text NOT NULL,
    submitted_at timestamp with time zone,
    endorsed_at timestamp with time zone,
    decided_at timestamp with time zone,
    hold_until date,
    comment text DEFAULT ''::text NOT NULL,
    CONSTRAINT request_availability_class_check CHECK (((availability_class >= 1) AND (availability_class <= 4))),
    CONSTRAINT request_check CHECK ((until_date > from_date)),
    CONSTRAINT request_data_class_check CHECK ((data_class = ANY (ARRAY['laag'::text, 'middel'::text, 'hoog'::text]))),
    CONSTRAINT request_security_review_check CHECK ((security_review = ANY (ARRAY['not needed'::text, 'open'::text, 'passed'::text]))),
    CONSTRAINT request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'endorsed'::text, 'in review'::text, 'held'::text, 'waiting'::text, 'rejected'::text, 'expired'::text, 'delivered'::text, 'installed'::text, 'decommissioning'::text, 'removed'::text, 'withdrawn'::text]))),
    CONSTRAINT request_wish_apart_check CHECK ((wish_apart = ANY (ARRAY[''::text, 'rack'::text, 'row'::text, 'room'::text, 'site'::text]))),
    CONSTRAINT request_wish_together_check CHECK ((wish_together = ANY (ARRAY[''::text, 'rack'::text, 'row'::text, 'room'::text, 'site'::text])))
);

CREATE FUNCTION guard.acts_as(request polder.request, who text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
    return exists (select from request_role r where r.request_id = acts_as.request.id and r.role = acts_as.who);
end
$$;

CREATE FUNCTION guard.administered(arguments jsonb) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    wanted text := guard.text_of(arguments, 'organisation');
    organisation int := guard.my_organisation();
begin
    if wanted is not null then
        select o.id into organisation from organisation o where o.code = wanted;
        if organisation is null then
            perform guard.refuse_value('organisation', to_jsonb(wanted), 'the code of an organisation');
        end if;
    end if;
    if not guard.is_tool() and not organisation = any (guard.my_organisations('administrator')) then
        perform guard.refuse_right('this is for an administrator of the organisation');
    end if;
    return organisation;
end
$$;

CREATE FUNCTION guard.apply_request(before polder.request, arguments jsonb) RETURNS polder.request
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION guard.array_of(arguments jsonb, field text, required boolean DEFAULT false, at text DEFAULT ''::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is not null and jsonb_typeof(value) <> 'array'
       or required and coalesce(value, '[]') = '[]' then
        perform guard.refuse_value(at || field, value, 'a list' || case when required then ', not empty' else '' end);
    end if;
    return value;
end
$$;

CREATE FUNCTION guard.ask(what text, subject text, subject_id integer, hosts integer[], arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into note (subject, subject_id, text, owner_id, author_id)
    values (subject, subject_id, format('asks to %s: %s', what, arguments), guard.my_organisation(), guard.person_id());
    perform guard.tell(hosts, what || ' asked', jsonb_build_object(subject, subject_id));
    return jsonb_build_object('asked', true, subject, subject_id);
end
$$;

CREATE FUNCTION guard.ask_for_placement(what text, target jsonb, arguments jsonb) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select guard.ask(what, 'equipment', p.equipment_id,
        array(select a.person_id from in_office a join site t on t.organisation_id = a.organisation_id
              where t.id = s.site_id and (a.site_id is null or a.site_id = t.id) and a.role = 'facility_manager'),
        arguments)
    from placement p join placed s on s.id = p.id
    where p.id = guard.placement_of(target)
$$;

CREATE FUNCTION guard.asks_only(arguments jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    seen int := guard.placement_of(arguments);
begin
    return seen is not null and exists (
        select from placement p join equipment e on e.id = p.equipment_id
        join placed s on s.id = p.id
        left join request_item i on i.id = e.request_item_id
        where p.id = seen and p.state = 'installed' and not s.site_id = any (guard.my_sites('facility_manager'))
          and case when i.id is null then e.id in (select guard.personal_equipment())
                                          or e.owner_id = any (guard.my_organisations('coordinator'))
                   else guard.acts_as((select r from request r where r.id = i.request_id), 'requester') end);
end
$$;

CREATE FUNCTION guard.bay_name(chassis integer, bay integer, period daterange) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return concat_ws(' ', (select guard.place_name(c.rack_id, c.position_hu)
                           from placement c
                           where c.equipment_id = chassis and c.rack_id is not null
                           order by c.state = 'released', c.during && period desc, lower(c.during) limit 1),
                     'bay', (select b.name from model_bay b where b.id = bay));
end
$$;

CREATE TABLE polder.equipment (
    id integer NOT NULL,
    model_id integer,
    request_item_id integer,
    system_id integer,
    replaces_id integer,
    name text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'rack'::text NOT NULL,
    owner_id integer NOT NULL,
    department_id integer,
    sponsor_id integer,
    security_contact_id integer,
    project text DEFAULT ''::text NOT NULL,
    cost_centre text DEFAULT ''::text NOT NULL,
    serial text,
    asset_tag text,
    data_class text DEFAULT 'middel'::text NOT NULL,
    medical boolean DEFAULT false NOT NULL,
    shareable boolean DEFAULT false NOT NULL,
    warranty_until date,
    last_seen date,
    height_hu smallint DEFAULT 2 NOT NULL,
    half_width boolean DEFAULT false NOT NULL,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    weight_g bigint,
    accessory_g bigint DEFAULT 0 NOT NULL,
    airflow text,
    inlet_min_mc integer,
    inlet_max_mc integer,
    drift_mk_per_h integer,
    nameplate_w integer,
    budgeted_w integer,
    measured_w integer,
    measured_on date,
    power_source text DEFAULT ''::text NOT NULL,
    power_factor_permille smallint DEFAULT 950 NOT NULL,
    cords smallint DEFAULT 2 NOT NULL,
    supplies_needed smallint,
    phases text DEFAULT '1'::text NOT NULL,
    plug text,
    ports jsonb DEFAULT '[]'::jsonb NOT NULL,
    wiped_on date,
    wipe_reference text DEFAULT ''::text NOT NULL,
    personal_data boolean DEFAULT false NOT NULL,
    availability_class smallint,
    CONSTRAINT equipment_accessory_g_check CHECK ((accessory_g >= 0)),
    CONSTRAINT equipment_availability_class_check CHECK (((availability_class >= 1) AND (availability_class <= 4))),
    CONSTRAINT equipment_budgeted_w_check CHECK ((budgeted_w >= 0)),
    CONSTRAINT equipment_cords_check CHECK (((cords >= 0) AND (cords <= 12))),
    CONSTRAINT equipment_data_class_check CHECK ((data_class = ANY (ARRAY['laag'::text, 'middel'::text, 'hoog'::text]))),
    CONSTRAINT equipment_depth_mm_check CHECK ((depth_mm > 0)),
    CONSTRAINT equipment_drift_mk_per_h_check CHECK ((drift_mk_per_h > 0)),
    CONSTRAINT equipment_height_hu_check CHECK ((height_hu >= 0)),
    CONSTRAINT equipment_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT equipment_kind_check CHECK ((kind = ANY (ARRAY['rack'::text, 'zero_u'::text, 'chassis'::text, 'bay'::text, 'floor'::text]))),
    CONSTRAINT equipment_measured_w_check CHECK ((measured_w >= 0)),
    CONSTRAINT equipment_nameplate_w_check CHECK ((nameplate_w >= 0)),
    CONSTRAINT equipment_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '123'::text]))),
    CONSTRAINT equipment_power_factor_permille_check CHECK (((power_factor_permille >= 1) AND (power_factor_permille <= 1000))),
    CONSTRAINT equipment_weight_g_check CHECK ((weight_g > 0)),
    CONSTRAINT equipment_width_mm_check CHECK ((width_mm > 0))
);

CREATE FUNCTION guard.bay_of(place jsonb, chassis polder.equipment, at text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    wanted text := guard.text_of(place, 'bay', required => true, longest => 100, at => at);
    bay int := (select b.id from model_bay b where b.model_id = chassis.model_id and b.name = wanted);
begin
    if bay is null then
        perform guard.refuse_value(at || 'bay', place -> 'bay',
            'a bay of this chassis: ' || (select string_agg(b.name, ', ' order by b.id) from model_bay b
                                          where b.model_id = chassis.model_id));
    end if;
    return bay;
end
$$;

CREATE FUNCTION guard.begin_intention(key uuid, name text, arguments jsonb, known text[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    asker int := guard.person_id();
    before intention;
begin
    -- The owner's own tools may set up a database in which there are no people yet.
    if asker is null
       and not (guard.is_tool() and name in ('add_person', 'appoint', 'import_models', 'set_limit', 'set_setting')) then
        perform guard.refuse_right(name || ': only people may, and this login is no person''s');
    end if;
    if key is null then
        perform guard.refuse_value('key', null, 'a UUID made by the client');
    end if;
    perform guard.refuse_unknown(arguments, known);
    insert into intention (key, person_id, name, arguments)
    values (begin_intention.key, asker, begin_intention.name, begin_intention.arguments)
    on conflict do nothing;
    if found then
        -- Also the reason, for a change that breaks bookings (33_reasons.sql); one of before is no reason for this.
        perform set_config('polder.intention', name, true),
                set_config('polder.reason', coalesce(arguments ->> 'reason', ''), true);
        return null;
    end if;
    select * into before from intention i where i.key = begin_intention.key;
    if (before.person_id, before.name, before.arguments) is distinct from (asker, name, arguments) then
        raise exception using errcode = 'PL007', message = 'key: this one was used for something else',
            detail = jsonb_build_object('field', 'key', 'value', key, 'allowed', 'a new one for something else');
    end if;
    return before.result || jsonb_build_object('generation',
                                               (select c.generation from change c where c.id = before.change_id));
end
$$;

CREATE FUNCTION guard.block_contested(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into blocked_unit (rack_id, hu, reason, during)
    select s.rack_id, part, 'contested: booking ' || s.placement_id, s.during
    from guard.standing s
    cross join lateral (
        select range_agg(int4range(unit, unit + 1)) as free
        from generate_series(s.position_hu, least(s.position_hu + s.height_hu, 2 * s.height_u) - 1) unit
        where not exists (select from box o
                          where o.rack_id = s.rack_id and o.hu && int4range(unit, unit + 1) and o.during && s.during)
    ) beside
    cross join lateral unnest(beside.free) part
    where s.placement_id = any (ids) and s.contested and s.rack_id is not null and s.position_hu is not null;
end
$$;

CREATE FUNCTION guard.bool_of(arguments jsonb, field text, at text DEFAULT ''::text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if jsonb_typeof(value) <> 'boolean' then
        perform guard.refuse_value(at || field, value, 'true or false');
    end if;
    return (value #>> '{}')::boolean;
end
$$;

CREATE FUNCTION guard.change_id() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    found_id bigint;
begin
    select id into found_id from change where transaction = pg_current_xact_id() and generation is null;
    if found_id is null then
        insert into change (person_id, intention)
        values (guard.person_id(), nullif(current_setting('polder.intention', true), ''))
        returning id into found_id;
    end if;
    return found_id;
end
$$;

CREATE FUNCTION guard.changed_rows(name text, operation text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
    select case operation when 'insert' then 'new_rows c' when 'delete' then 'old_rows c'
           else format('((select %1$s from old_rows except select %1$s from new_rows)
                         union (select %1$s from new_rows except select %1$s from old_rows)) c',
                       string_agg(quote_ident(a.attname), ', ' order by a.attnum)) end
    from pg_attribute a
    where a.attrelid = format('polder.%I', name)::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('interfaces', 'extra', 'source', 'content_hash', 'slug', 'part_number', 'description')
$_$;

CREATE TABLE polder.setting (
    id integer NOT NULL,
    key text NOT NULL,
    organisation_id integer,
    value jsonb NOT NULL,
    description text DEFAULT ''::text NOT NULL
);

CREATE VIEW guard.policy AS
 SELECT (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'cord_allowance_mm'::text)), '120'::text))::integer AS cord_allowance_mm,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'grams_per_u'::text)), '12000'::text))::bigint AS grams_per_u,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'watts_per_u_estimate'::text)), '150'::text))::bigint AS watts_per_u,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'nameplate_budget_permille'::text)), '700'::text))::bigint AS nameplate_budget_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'network_ports_refuse'::text)), '0'::text) = '1'::text) AS network_ports_refuse,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'power_warn_permille'::text)), '900'::text))::bigint AS power_warn_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'agreement_warn_permille'::text)), '800'::text))::bigint AS agreement_warn_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'phase_imbalance_permille'::text)), '100'::text))::bigint AS phase_imbalance_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'heavy_device_g'::text)), '25000'::text))::bigint AS heavy_device_g,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'air_delta_t_k'::text)), '12'::text))::bigint AS air_delta_t_k,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'measurement_days'::text)), '365'::text))::integer AS measurement_days
   FROM polder.setting
  WHERE (setting.organisation_id IS NULL);

CREATE TABLE polder.placement (
    id integer NOT NULL,
    equipment_id integer NOT NULL,
    state text NOT NULL,
    during daterange NOT NULL,
    hold_until date,
    rack_id integer,
    position_hu smallint,
    face text DEFAULT 'both'::text NOT NULL,
    half text DEFAULT 'full'::text NOT NULL,
    zero_u_slot smallint,
    bay_id integer,
    room_id integer,
    x_mm integer,
    y_mm integer,
    orientation_deg smallint,
    outlet_ids integer[] DEFAULT '{}'::integer[] NOT NULL,
    node_ids integer[] DEFAULT '{}'::integer[] NOT NULL,
    inherited boolean DEFAULT false NOT NULL,
    contested boolean DEFAULT false NOT NULL,
    planned_from integer,
    chassis_id integer,
    CONSTRAINT placement_check CHECK ((num_nonnulls(rack_id, room_id, bay_id) = 1)),
    CONSTRAINT placement_check1 CHECK (((rack_id IS NULL) OR (num_nonnulls(position_hu, zero_u_slot) = 1))),
    CONSTRAINT placement_check2 CHECK (((room_id IS NULL) OR (num_nonnulls(x_mm, y_mm, orientation_deg) = 3))),
    CONSTRAINT placement_check3 CHECK (((state = 'held'::text) = (hold_until IS NOT NULL))),
    CONSTRAINT placement_check4 CHECK (((bay_id IS NULL) = (chassis_id IS NULL))),
    CONSTRAINT placement_during_check CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (upper(during) IS DISTINCT FROM 'infinity'::date))),
    CONSTRAINT placement_face_check CHECK ((face = ANY (ARRAY['front'::text, 'rear'::text, 'both'::text]))),
    CONSTRAINT placement_half_check CHECK ((half = ANY (ARRAY['full'::text, 'left'::text, 'right'::text]))),
    CONSTRAINT placement_orientation_deg_check CHECK (((orientation_deg >= 0) AND (orientation_deg <= 359))),
    CONSTRAINT placement_position_hu_check CHECK ((position_hu >= 0)),
    CONSTRAINT placement_state_check CHECK ((state = ANY (ARRAY['held'::text, 'delivered'::text, 'installed'::text, 'decommissioning'::text, 'ended'::text, 'released'::text]))),
    CONSTRAINT placement_zero_u_slot_check CHECK ((zero_u_slot > 0))
);

CREATE VIEW guard.spot AS
 SELECT p.id AS placement_id,
    p.equipment_id,
    p.during,
    p.rack_id,
    p.position_hu,
    p.face,
    p.half,
    (p.zero_u_slot)::integer AS slot,
    NULL::integer AS chassis_id,
    p.room_id,
    p.x_mm,
    p.y_mm,
    p.contested,
    p.inherited,
    p.outlet_ids,
    p.node_ids,
    p.outlet_ids AS feed_outlet_ids,
    p.node_ids AS feed_node_ids
   FROM polder.placement p
  WHERE ((num_nonnulls(p.rack_id, p.room_id) = 1) AND (p.state <> 'released'::text))
UNION ALL
 SELECT p.id AS placement_id,
    p.equipment_id,
    (p.during * c.during) AS during,
    c.rack_id,
    NULL::smallint AS position_hu,
    c.face,
    'full'::text AS half,
    p.bay_id AS slot,
    p.chassis_id,
    NULL::integer AS room_id,
    NULL::integer AS x_mm,
    NULL::integer AS y_mm,
    p.contested,
    p.inherited,
    p.outlet_ids,
    p.node_ids,
        CASE
            WHEN own.corded THEN p.outlet_ids
            ELSE c.outlet_ids
        END AS feed_outlet_ids,
        CASE
            WHEN own.corded THEN p.node_ids
            ELSE c.node_ids
        END AS feed_node_ids
   FROM ((polder.placement p
     JOIN polder.placement c ON (((c.equipment_id = p.chassis_id) AND (c.rack_id IS NOT NULL) AND (c.state <> 'released'::text) AND (c.during && p.during))))
     CROSS JOIN LATERAL ( SELECT ((cardinality(p.outlet_ids) + cardinality(p.node_ids)) > 0) AS corded) own)
  WHERE (p.state <> 'released'::text);

CREATE TABLE polder.agreement (
    id integer NOT NULL,
    host_id integer NOT NULL,
    guest_id integer NOT NULL,
    reference text NOT NULL,
    during daterange NOT NULL,
    processor_agreement text,
    CONSTRAINT agreement_check CHECK ((guest_id <> host_id)),
    CONSTRAINT agreement_during_check CHECK ((NOT isempty(during)))
);

CREATE TABLE polder.model (
    id integer NOT NULL,
    manufacturer_id integer NOT NULL,
    name text NOT NULL,
    slug text,
    part_number text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'rack'::text NOT NULL,
    height_hu smallint,
    full_depth boolean,
    depth_mm integer,
    width_mm integer,
    height_mm integer,
    half_width boolean DEFAULT false NOT NULL,
    weight_g bigint,
    airflow text,
    nameplate_w integer,
    inlet_min_mc integer,
    inlet_max_mc integer,
    drift_mk_per_h integer,
    clearance_front_mm integer,
    clearance_rear_mm integer,
    clearance_left_mm integer,
    clearance_right_mm integer,
    clearance_top_mm integer,
    heat_to_water_w integer,
    vibration_class text,
    emi_nt integer,
    acoustic_db smallint,
    media text[] DEFAULT '{}'::text[] NOT NULL,
    interfaces jsonb DEFAULT '[]'::jsonb NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    content_hash text,
    rail_min_mm integer,
    rail_max_mm integer,
    crate_width_mm integer,
    crate_depth_mm integer,
    crate_height_mm integer,
    crate_weight_g bigint,
    water_flow_ml_min bigint,
    water_inlet_min_mc integer,
    water_inlet_max_mc integer,
    CONSTRAINT model_check CHECK ((rail_max_mm >= rail_min_mm)),
    CONSTRAINT model_crate_depth_mm_check CHECK ((crate_depth_mm > 0)),
    CONSTRAINT model_crate_height_mm_check CHECK ((crate_height_mm > 0)),
    CONSTRAINT model_crate_weight_g_check CHECK ((crate_weight_g > 0)),
    CONSTRAINT model_crate_width_mm_check CHECK ((crate_width_mm > 0)),
    CONSTRAINT model_depth_mm_check CHECK ((depth_mm > 0)),
    CONSTRAINT model_drift_mk_per_h_check CHECK ((drift_mk_per_h > 0)),
    CONSTRAINT model_emi_nt_check CHECK ((emi_nt > 0)),
    CONSTRAINT model_heat_to_water_w_check CHECK ((heat_to_water_w >= 0)),
    CONSTRAINT model_height_hu_check CHECK ((height_hu >= 0)),
    CONSTRAINT model_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT model_kind_check CHECK ((kind = ANY (ARRAY['rack'::text, 'zero_u'::text, 'chassis'::text, 'bay'::text, 'floor'::text, 'blank'::text]))),
    CONSTRAINT model_nameplate_w_check CHECK ((nameplate_w >= 0)),
    CONSTRAINT model_rail_min_mm_check CHECK ((rail_min_mm > 0)),
    CONSTRAINT model_water_flow_ml_min_check CHECK ((water_flow_ml_min > 0)),
    CONSTRAINT model_weight_g_check CHECK ((weight_g > 0)),
    CONSTRAINT model_width_mm_check CHECK ((width_mm > 0))
);

CREATE TABLE polder.node (
    id integer NOT NULL,
    kind text NOT NULL,
    parent_id integer,
    site_id integer,
    room_id integer,
    rack_id integer,
    name text NOT NULL,
    side text,
    phases text DEFAULT '123'::text NOT NULL,
    units smallint DEFAULT 1 NOT NULL,
    voltage_ln smallint DEFAULT 230 NOT NULL,
    concurrently_maintainable boolean DEFAULT false NOT NULL,
    during daterange DEFAULT '(,)'::daterange NOT NULL,
    CONSTRAINT node_check CHECK ((parent_id <> id)),
    CONSTRAINT node_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '2'::text, '3'::text, '123'::text]))),
    CONSTRAINT node_units_check CHECK ((units > 0))
);

CREATE TABLE polder.outlet (
    id integer NOT NULL,
    node_id integer NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    phases text NOT NULL,
    max_ma integer NOT NULL,
    CONSTRAINT outlet_max_ma_check CHECK ((max_ma > 0)),
    CONSTRAINT outlet_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '2'::text, '3'::text, '123'::text])))
);

CREATE TABLE polder.rack (
    id integer NOT NULL,
    room_id integer NOT NULL,
    row_id integer,
    code text NOT NULL,
    x_mm integer DEFAULT 0 NOT NULL,
    y_mm integer DEFAULT 0 NOT NULL,
    orientation_deg smallint DEFAULT 0 NOT NULL,
    width_mm integer DEFAULT 600 NOT NULL,
    depth_mm integer DEFAULT 1200 NOT NULL,
    height_mm integer DEFAULT 2000 NOT NULL,
    height_u smallint NOT NULL,
    usable_depth_mm integer DEFAULT 1000 NOT NULL,
    rail_width_in smallint DEFAULT 19 NOT NULL,
    rail_min_mm integer,
    rail_max_mm integer,
    numbered_down boolean DEFAULT false NOT NULL,
    zero_u_slots smallint DEFAULT 0 NOT NULL,
    tare_g bigint,
    tare_counts boolean DEFAULT false NOT NULL,
    airflow text DEFAULT 'front-to-rear'::text NOT NULL,
    cooling text DEFAULT 'none'::text NOT NULL,
    cooling_zone_id integer,
    sides text[] DEFAULT '{A,B}'::text[] NOT NULL,
    during daterange DEFAULT '(,)'::daterange NOT NULL,
    airflow_supply_m3_h integer,
    liquid_loop_id integer,
    CONSTRAINT rack_airflow_check CHECK ((airflow = ANY (ARRAY['front-to-rear'::text, 'rear-to-front'::text, 'side'::text, 'none'::text]))),
    CONSTRAINT rack_airflow_supply_m3_h_check CHECK ((airflow_supply_m3_h >= 0)),
    CONSTRAINT rack_code_check CHECK ((code !~ '[/\s]'::text)),
    CONSTRAINT rack_cooling_check CHECK ((cooling = ANY (ARRAY['none'::text, 'containment'::text, 'in-row'::text, 'rear-door'::text, 'liquid'::text]))),
    CONSTRAINT rack_depth_mm_check CHECK ((depth_mm > 0)),
    CONSTRAINT rack_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT rack_height_u_check CHECK (((height_u >= 1) AND (height_u <= 100))),
    CONSTRAINT rack_orientation_deg_check CHECK ((orientation_deg = ANY (ARRAY[0, 90, 180, 270]))),
    CONSTRAINT rack_rail_width_in_check CHECK ((rail_width_in = ANY (ARRAY[10, 19, 21, 23]))),
    CONSTRAINT rack_tare_g_check CHECK ((tare_g >= 0)),
    CONSTRAINT rack_usable_depth_mm_check CHECK ((usable_depth_mm > 0)),
    CONSTRAINT rack_width_mm_check CHECK ((width_mm > 0)),
    CONSTRAINT rack_zero_u_slots_check CHECK ((zero_u_slots >= 0))
);

CREATE TABLE polder.room (
    id integer NOT NULL,
    site_id integer NOT NULL,
    code text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    width_mm integer NOT NULL,
    depth_mm integer NOT NULL,
    height_mm integer,
    tile_mm integer DEFAULT 600 NOT NULL,
    floor_class smallint,
    protection_class text DEFAULT 'middel'::text NOT NULL,
    medical boolean DEFAULT false NOT NULL,
    sides text[] DEFAULT '{A,B}'::text[] NOT NULL,
    cooling_zone_id integer,
    liquid_loop_id integer,
    CONSTRAINT room_code_check CHECK ((code !~ '[/\s]'::text)),
    CONSTRAINT room_depth_mm_check CHECK ((depth_mm > 0)),
    CONSTRAINT room_floor_class_check CHECK (((floor_class >= 1) AND (floor_class <= 6))),
    CONSTRAINT room_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT room_protection_class_check CHECK ((protection_class = ANY (ARRAY['laag'::text, 'middel'::text, 'hoog'::text]))),
    CONSTRAINT room_tile_mm_check CHECK ((tile_mm > 0)),
    CONSTRAINT room_width_mm_check CHECK ((width_mm > 0))
);

CREATE TABLE polder.site (
    id integer NOT NULL,
    organisation_id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    time_zone text DEFAULT 'Europe/Amsterdam'::text NOT NULL,
    installed_it_w bigint,
    CONSTRAINT site_code_check CHECK ((code !~ '[/\s]'::text)),
    CONSTRAINT site_installed_it_w_check CHECK ((installed_it_w > 0))
);

CREATE VIEW guard.standing AS
 SELECT p.placement_id,
    p.equipment_id,
    p.during,
    p.rack_id,
    p.position_hu,
    p.slot,
    p.chassis_id,
    p.face,
    p.half,
    p.contested,
    p.inherited,
        CASE
            WHEN (p.slot IS NULL) THEN e.height_hu
            ELSE (0)::smallint
        END AS height_hu,
    r.usable_depth_mm,
    r.height_u,
    r.during AS rack_during,
        CASE
            WHEN box.stands THEN int4range((p.position_hu)::integer, ((p.position_hu + e.height_hu))::integer)
            ELSE NULL::int4range
        END AS hu,
        CASE
            WHEN box.stands THEN
            CASE p.face
                WHEN 'front'::text THEN int4range(0, box.mm)
                WHEN 'rear'::text THEN int4range((r.usable_depth_mm - box.mm), r.usable_depth_mm)
                ELSE int4range(0, r.usable_depth_mm)
            END
            ELSE NULL::int4range
        END AS depth,
        CASE p.half
            WHEN 'left'::text THEN int4range(0, 1)
            WHEN 'right'::text THEN int4range(1, 2)
            ELSE int4range(0, 2)
        END AS width,
    (COALESCE(e.weight_g, (((box.guessed_hu * y.grams_per_u) + 1) / 2)) + e.accessory_g) AS weight_g,
    COALESCE((e.budgeted_w * (1000)::bigint), (e.nameplate_w * y.nameplate_budget_permille),
        CASE
            WHEN (((cardinality(p.feed_outlet_ids) + cardinality(p.feed_node_ids)) > 0) OR (p.inherited AND (e.cords > 0))) THEN ((box.guessed_hu * y.watts_per_u) * 500)
            ELSE NULL::bigint
        END, (0)::bigint) AS draw_mw,
    e.power_factor_permille,
    e.ports,
    e.owner_id,
    o.id AS room_id,
    p.x_mm,
    p.y_mm,
    s.id AS site_id,
    s.organisation_id AS host_id,
    ARRAY( SELECT n.id
           FROM polder.node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'rack_mass'::text))) AS mass_node_ids,
    ARRAY( SELECT n.id
           FROM polder.node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'rack_heat'::text))) AS heat_node_ids,
    ARRAY( SELECT n.id
           FROM polder.node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'floor_area'::text))) AS floor_node_ids,
        CASE
            WHEN (p.rack_id IS NULL) THEN o.cooling_zone_id
            ELSE r.cooling_zone_id
        END AS zone_node_id,
        CASE
            WHEN (p.rack_id IS NULL) THEN o.liquid_loop_id
            ELSE r.liquid_loop_id
        END AS loop_node_id,
    (COALESCE(m.heat_to_water_w, 0) * (1000)::bigint) AS water_mw,
    COALESCE(m.water_flow_ml_min, NULLIF((((m.heat_to_water_w * (1436)::bigint) + 999) / 1000), 0)) AS flow_ml_min,
        CASE
            WHEN (e.owner_id <> s.organisation_id) THEN ( SELECT min(a.id) AS min
               FROM polder.agreement a
              WHERE ((a.host_id = s.organisation_id) AND (a.guest_id = e.owner_id) AND (a.during @> p.during)))
            ELSE NULL::integer
        END AS agreement_id,
    p.outlet_ids,
    (cardinality(p.outlet_ids) + cardinality(p.node_ids)) AS cord_count,
    ( SELECT string_agg(((c.node_id || ':'::text) || c.phases), ' '::text ORDER BY c.cord) AS string_agg
           FROM ( SELECT o_1.node_id,
                    o_1.phases,
                    u.cord
                   FROM (unnest(p.feed_outlet_ids) WITH ORDINALITY u(id, cord)
                     JOIN polder.outlet o_1 ON ((o_1.id = u.id)))
                UNION ALL
                 SELECT n.id,
                    n.phases,
                    (cardinality(p.feed_outlet_ids) + u.cord)
                   FROM (unnest(p.feed_node_ids) WITH ORDINALITY u(id, cord)
                     JOIN polder.node n ON ((n.id = u.id)))) c) AS cords,
    e.*::polder.equipment AS device,
    m.*::polder.model AS model,
    r.*::polder.rack AS rack,
    o.*::polder.room AS room,
    (COALESCE(e.depth_mm, m.depth_mm) + y.cord_allowance_mm) AS needed_depth_mm
   FROM (((((((guard.spot p
     JOIN polder.equipment e ON ((e.id = p.equipment_id)))
     LEFT JOIN polder.model m ON ((m.id = e.model_id)))
     LEFT JOIN polder.rack r ON ((r.id = p.rack_id)))
     LEFT JOIN polder.room o ON ((o.id = COALESCE(r.room_id, p.room_id))))
     LEFT JOIN polder.site s ON ((s.id = o.site_id)))
     CROSS JOIN guard.policy y)
     CROSS JOIN LATERAL ( SELECT LEAST((COALESCE(e.depth_mm, m.depth_mm) + y.cord_allowance_mm), r.usable_depth_mm) AS mm,
            ((p.rack_id IS NOT NULL) AND (p.position_hu IS NOT NULL) AND (e.height_hu > 0) AND (NOT p.contested)) AS stands,
                CASE
                    WHEN (p.slot IS NULL) THEN (e.height_hu)::integer
                    ELSE GREATEST((e.height_hu)::integer, 1)
                END AS guessed_hu) box);

CREATE TABLE polder.charge (
    placement_id integer NOT NULL,
    node_id integer NOT NULL,
    source_id integer NOT NULL,
    normal_main bigint NOT NULL,
    normal_l1 bigint DEFAULT 0 NOT NULL,
    normal_l2 bigint DEFAULT 0 NOT NULL,
    normal_l3 bigint DEFAULT 0 NOT NULL,
    extra_main bigint DEFAULT 0 NOT NULL,
    extra_l1 bigint DEFAULT 0 NOT NULL,
    extra_l2 bigint DEFAULT 0 NOT NULL,
    extra_l3 bigint DEFAULT 0 NOT NULL,
    during daterange NOT NULL
);

CREATE FUNCTION guard.charge(placed guard.standing[], kept boolean) RETURNS polder.charge[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with share as materialized (
            select s.* from cord_share s where kept and s.cords = any (array(select distinct p.cords from unnest(placed) p))
            union all
            select s.* from guard.shares_of(array(select distinct p.cords from unnest(placed) p)) s where not kept
        )
        select row(p.placement_id, s.node_id, s.source_id,
                   case when s.home then n.main else 0 end, case when s.home then n.l1 else 0 end,
                   case when s.home then n.l2 else 0 end, case when s.home then n.l3 else 0 end,
                   x.main - n.main, x.l1 - n.l1, x.l2 - n.l2, x.l3 - n.l3, p.during)::polder.charge
        from unnest(placed) p
        join share s on s.cords = p.cords
        cross join lateral (select p.draw_mw * 1000 as uva, 3 * p.power_factor_permille * s.normal_cords::bigint as normal,
                                   3 * p.power_factor_permille * s.failed_cords::bigint as failed) d
        cross join lateral (select (p.draw_mw * s.normal_here + s.normal_cords - 1) / s.normal_cords as main,
                                   (d.uva * s.normal_l1 + d.normal - 1) / d.normal as l1,
                                   (d.uva * s.normal_l2 + d.normal - 1) / d.normal as l2,
                                   (d.uva * s.normal_l3 + d.normal - 1) / d.normal as l3) n
        cross join lateral (select (p.draw_mw * s.failed_here + s.failed_cords - 1) / s.failed_cords as main,
                                   (d.uva * s.failed_l1 + d.failed - 1) / d.failed as l1,
                                   (d.uva * s.failed_l2 + d.failed - 1) / d.failed as l2,
                                   (d.uva * s.failed_l3 + d.failed - 1) / d.failed as l3) x
        where p.draw_mw > 0
        union all
        select row(p.placement_id, v.node_id, 0, v.amount, 0, 0, 0, 0, 0, 0, 0, v.during)::polder.charge
        from unnest(placed) p
        cross join lateral (
            select n.id as node_id, p.weight_g as amount, p.during from unnest(p.mass_node_ids || p.floor_node_ids) n (id)
            union all
            select n.id, p.draw_mw, p.during from unnest(p.heat_node_ids) n (id)
            union all
            select p.zone_node_id, p.draw_mw - p.water_mw, p.during where p.zone_node_id is not null
            union all
            select p.loop_node_id, p.flow_ml_min, p.during where p.loop_node_id is not null
            union all
            select l.node_id, case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end,
                   p.during * l.during
            from agreement_line l
            where l.agreement_id = p.agreement_id and l.topic = 'hosting' and l.unit in ('U', 'kW', 'kg')
              and l.during && p.during
            union all
            select s.node_id, w.ports, p.during
            from guard.ports_of(p.ports) w
            cross join lateral (
                -- The rack's own ports of this kind; without any its row's. On the floor the room's.
                select n.node_id from network_ports n
                where (n.rack_id = p.rack_id or n.row_id = (p.rack).row_id
                       or n.room_id = case when p.rack_id is null then p.room_id end)
                  and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band)
                order by n.rack_id nulls last limit 1) s
            where p.ports <> '[]' and s.node_id is not null
        ) v
        where v.amount > 0);
end
$$;

CREATE FUNCTION guard.charges_of(ids integer[]) RETURNS SETOF polder.charge
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query select c.* from unnest(guard.charge(array(select s from guard.standing s where s.placement_id = any (ids)),
                                                     kept => false)) c;
end
$$;

CREATE FUNCTION guard.chassis_of(place jsonb, at text) RETURNS polder.equipment
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    reference jsonb := nullif(place -> 'chassis', 'null');
    candidates equipment[] := array(
        select e from equipment e
        where (to_jsonb(e.id) = reference or e.asset_tag = reference #>> '{}' and jsonb_typeof(reference) = 'string')
          and exists (select from model_bay b where b.model_id = e.model_id)
          and exists (select from visible_equipment v where v.id = e.id));
begin
    if cardinality(candidates) <> 1 then
        perform guard.refuse_value(at || 'chassis', reference, case cardinality(candidates)
            when 0 then 'the asset tag or id of a chassis with bays' else 'the id: several have this asset tag' end);
    end if;
    return candidates[1];
end
$$;

CREATE FUNCTION guard."check"() RETURNS TABLE(rule text, "where" text, node integer, requested bigint, used bigint, capacity bigint, unit text, quantity text, failing text, date date, covered boolean, override integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with violation as materialized (
        select v.placement_id, (v.found).*
        from (select null::int as placement_id, s as found from guard.check_sums() s
              union all
              select p.placement_id, p.found from guard.check_places() p
              union all
              select p.placement_id, p.found from guard.check_slots() p
              union all
              select p.placement_id, p.found from guard.check_fits() p
              union all
              select p.placement_id, p.found from guard.check_floor() p
              union all
              select null, l from guard.check_ledger() l) v
    )
    select v.rule, v.place, v.node_id, v.requested, v.used, v.capacity, v.unit, v.quantity, v.failing, v.date,
           v.rule <> 'LEDGER' and (o.direct is not null or coalesce(f.all_held, false)), coalesce(o.direct, f.held_by)
    from violation v
    cross join lateral (select guard.set_aside_by(v.placement_id, v.node_id, v.rule, v.date) as direct) o
    left join lateral (
        -- Findings of this violation; one that an override made holds while one is in force.
        select bool_and(g.override_id is null or h.by is not null) as all_held, min(h.by) as held_by
        from finding g
        cross join lateral (select case when g.override_id is not null
                                        then guard.set_aside_by(g.placement_id, g.node_id, g.rule, v.date) end as by) h
        where g.rule = v.rule and g.resolved_on is null
          and (g.node_id = v.node_id or g.placement_id = v.placement_id
               or g.node_id is null and g.placement_id is null and g.text = v.place)) f on true
    order by v.date, v.rule, v.place, v.failing, v.quantity;
end
$$;

CREATE FUNCTION guard.check_fits() RETURNS TABLE(placement_id integer, found guard.violation)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
declare
    allowance int := coalesce((select (value #>> '{}')::int from setting where key = 'cord_allowance_mm' and organisation_id is null), 120);
    ranks text[] := '{laag,middel,hoog}';
begin
    return query
    with recursive chain as (
        select n.id, n.id as above, n.kind, n.side, n.parent_id, n.units, n.concurrently_maintainable, k.level
        from node n join node_kind k on k.code = n.kind where k.dimension = 'power'
        union all
        select c.id, n.id, n.kind, n.side, n.parent_id, n.units, n.concurrently_maintainable, k.level
        from chain c join node n on n.id = c.parent_id join node_kind k on k.code = n.kind
    ), booked as materialized (
        select p.id, s.feeder_id, daterange(s.from_day, s.until_day) as during, s.rack_id, coalesce(r.room_id, s.room_id) as room_id,
               p.position_hu is not null as on_rails, s.numbered, coalesce(c.face, p.face) as face, p.equipment_id,
               case when s.rack_id is null then p.x_mm
                    when r.orientation_deg % 180 = 90 then r.x_mm + r.depth_mm / 2 else r.x_mm + r.width_mm / 2 end as x,
               case when s.rack_id is null then p.y_mm
                    when r.orientation_deg % 180 = 90 then r.y_mm + r.width_mm / 2 else r.y_mm + r.depth_mm / 2 end as y,
               concat_ws('/', y.code, o.code, r.code) as place
        from guard.check_stands() s
        join placement p on p.id = s.placement_id
        left join check_booked c on c.equipment_id = p.chassis_id and c.rack_id = s.rack_id and c.during @> s.from_day and not c.lapsed
        left join rack r on r.id = s.rack_id
        join room o on o.id = coalesce(r.room_id, s.room_id)
        join site y on y.id = o.site_id
    ), cord as materialized (
        select p.id, row_number() over (partition by p.id order by c.n) as cord, c.node_id, c.outlet_id
        from check_booked p
        cross join lateral (
            select o.node_id, o.id as outlet_id, a.n
            from unnest(p.outlet_ids) with ordinality a (id, n) join outlet o on o.id = a.id
            union all
            select a.id, null, 100 + a.n from unnest(p.node_ids) with ordinality a (id, n)
        ) c
        where not p.lapsed
    ), path as materialized (
        select c.id, c.cord, c.node_id as leaf_id, h.above, h.kind, h.side, h.parent_id, h.units, h.concurrently_maintainable, h.level
        from cord c join chain h on h.id = c.node_id
    ), number as (
        select c.id, count(*) as cords from cord c group by c.id
    ), all_on as materialized (
        -- Nodes that every cord of a booking passes.
        select g.id, g.above, g.kind, g.side, g.units, g.concurrently_maintainable, g.level, n.cords
        from path g join number n on n.id = g.id
        group by g.id, g.above, g.kind, g.side, g.units, g.concurrently_maintainable, g.level, n.cords
        having count(distinct g.cord) = n.cords
    ), left_over as materialized (
        -- Seen from a leaf: how few cords one failure of something on another path leaves, and the first such failure.
        select distinct on (i.id, i.leaf_id) i.id, i.leaf_id, n.cords, n.cords - l.dead as living, l.above as source_id
        from (select distinct g.id, g.leaf_id, g.cord from path g) i
        join number n on n.id = i.id
        join (select g.id, g.above, g.parent_id, count(*) as dead from path g group by g.id, g.above, g.parent_id) l
             on l.id = i.id
        where not exists (select from path own where own.id = i.id and own.cord = i.cord and own.above = l.above)
          and (l.parent_id is null
               or exists (select from path own where own.id = i.id and own.cord = i.cord and own.above = l.parent_id))
        order by i.id, i.leaf_id, n.cords - l.dead, l.above
    ), backed as (
        -- Whether every cord has a generator or a transfer switch.
        select w.id, bool_and(w.own) as own
        from (select g.id, g.cord, bool_or(g.kind in ('generator', 'transfer')) as own from path g group by g.id, g.cord) w
        group by w.id
    ), class as materialized (
        select b.id, case when count(a.above) = 0 then 4
                          when count(*) filter (where not a.concurrently_maintainable) = 0 then 3
                          when count(*) filter (where a.kind in ('ups', 'generator') and a.units = 1) = 0 then 2
                          else 1 end as delivered
        from backed b left join all_on a on a.id = b.id and (a.kind <> 'supply' or not b.own)
        group by b.id
    ), through as materialized (
        -- What draws through the cords of a booking: it, and what is in it without cords.
        select b.id, b.feeder_id, b.during, e.power_factor_permille as pf,
               coalesce(e.budgeted_w * 1000::numeric,
                        e.nameplate_w * coalesce((select (value #>> '{}')::numeric from setting where key = 'nameplate_budget_permille' and organisation_id is null), 700),
                        case when b.numbered and e.height_hu < 1 then 1 else e.height_hu end * 500
                        * coalesce((select (value #>> '{}')::numeric from setting where key = 'watts_per_u_estimate' and organisation_id is null), 150))
                   as draw_mw
        from booked b join equipment e on e.id = b.equipment_id
        where b.feeder_id in (select n.id from number n)
    ), drawn as materialized (
        -- On each day on which some of it comes: all that draws then.
        select f.id, f.during, f.day, t.draw_mw, t.pf
        from (select distinct b.id, b.during, lower(t.during * b.during) as day
              from through b join through t on t.feeder_id = b.id and t.during && b.during
              where b.feeder_id = b.id) f
        join through t on t.feeder_id = f.id and t.during @> f.day
    ), here as materialized (
        select b.id, b.during, v.setpoint_mc, v.drift_mk_per_h, v.emi_nt, v.vibration_class, greatest(lower(b.during), lower(v.during)) as day
        from booked b
        join room_environment v on v.room_id = b.room_id and v.during && b.during
        where case when v.shape is not null then polygon_of(v.shape) @> point(b.x, b.y)
                   else not exists (select from room_environment w
                                    where w.room_id = b.room_id and w.shape is not null and w.during @> v.during
                                      and polygon_of(w.shape) @> point(b.x, b.y)) end
    )
    select b.id, row('S2', b.place, null, w.needed, 0, w.there, 'mm', w.quantity, '', lower(b.during))::guard.violation
    from booked b
    join rack r on r.id = b.rack_id and b.on_rails
    join equipment e on e.id = b.equipment_id
    left join model m on m.id = e.model_id
    cross join lateral (values
        (coalesce(e.depth_mm, m.depth_mm) + allowance, r.usable_depth_mm, '', coalesce(e.depth_mm, m.depth_mm) + allowance > r.usable_depth_mm),
        (e.width_mm, floor(r.rail_width_in * 25.4)::int, 'width', e.width_mm > floor(r.rail_width_in * 25.4)),
        (m.rail_min_mm, r.rail_max_mm, 'rails', m.rail_min_mm > r.rail_max_mm),
        (m.rail_max_mm, r.rail_min_mm, 'rails', m.rail_max_mm < r.rail_min_mm)) w (needed, there, quantity, broken)
    where w.broken
    union all
    select b.id, row('C4', b.place, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b join rack r on r.id = b.rack_id join equipment e on e.id = b.equipment_id
    where (case b.face when 'rear' then case e.airflow when 'front-to-rear' then 'rear-to-front' when 'rear-to-front' then 'front-to-rear' end
                       else e.airflow end, r.airflow)
          in (('front-to-rear', 'rear-to-front'), ('rear-to-front', 'front-to-rear'))
    union all
    select b.id, row('P1', guard.node_name(o.node_id) || ':' || o.name, o.node_id, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join cord c on c.id = b.id
    join outlet o on o.id = c.outlet_id
    where (e.phases = '123') is distinct from (o.phases = '123')
       or nullif(e.plug, '') is not null and (e.plug, o.type) not in (select f.inlet, f.outlet from plug_fit f)
    union all
    select q.id, row('P2', guard.node_name(o.node_id) || ':' || o.name, o.node_id, max(q.asked), 0, q.gives, 'mVA', '',
                     case when l.living < n2.cords then coalesce(guard.node_name(l.source_id), '') else '' end,
                     min(q.day))::guard.violation
    from (select d.id, d.during, d.day, c.outlet_id, o.max_ma * n.voltage_ln::bigint as gives,
                 sum(ceil(d.draw_mw * 1000 / (d.pf * least(n2.cords, coalesce(l.living, n2.cords))
                                              * case o.phases when '123' then 3 else 1 end)))::bigint as asked
          from drawn d
          join cord c on c.id = d.id
          join number n2 on n2.id = d.id
          join outlet o on o.id = c.outlet_id
          join node n on n.id = o.node_id
          left join left_over l on l.id = d.id and l.leaf_id = o.node_id
          group by d.id, d.during, d.day, c.cord, c.outlet_id, o.max_ma, n.voltage_ln) q
    join outlet o on o.id = q.outlet_id
    join number n2 on n2.id = q.id
    left join left_over l on l.id = q.id and l.leaf_id = o.node_id
    where q.asked > q.gives
    group by q.id, q.during, o.id, q.gives, l.living, l.source_id, n2.cords
    union all
    select b.id, row('P7', guard.node_name(a.above), a.above, 2, 0, 1, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join room d on d.id = b.room_id
    left join rack r on r.id = b.rack_id
    cross join lateral (select case when b.rack_id is null then d.sides else r.sides end as declared) s
    cross join lateral (select o.above from all_on o where o.id = b.id and o.cords > 1 and o.side = any (s.declared)
                          and array_length(s.declared, 1) > 1
                        order by o.level, o.above limit 1) a
    union all
    select b.id, row('C5', b.place, null, q.asked, 0, q.there, 'mC', '', '', h.day)::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join here h on h.id = b.id and h.during = b.during
    -- A range may contradict itself, and then break at both ends.
    cross join lateral (values (h.setpoint_mc, e.inlet_max_mc), (e.inlet_min_mc, h.setpoint_mc)) q (asked, there)
    where q.asked > q.there
    union all
    select b.id, row('S8', b.place, null, q.there, 0, q.bears, q.unit, '', '', h.day)::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    left join model m on m.id = e.model_id
    join here h on h.id = b.id and h.during = b.during
    cross join lateral (
        select h.drift_mk_per_h as there, e.drift_mk_per_h as bears, 'mK/h' as unit
        where e.kind = 'floor' and h.drift_mk_per_h > e.drift_mk_per_h
        union all
        select h.emi_nt, m.emi_nt, 'nT' where h.emi_nt > m.emi_nt
        union all
        select ascii(substr(m.vibration_class, 4)) - 64, ascii(substr(h.vibration_class, 4)) - 64, 'VC'
        where m.vibration_class > h.vibration_class or m.vibration_class <> '' and h.vibration_class is null) q
    union all
    select b.id, row('S7', b.place || ' ' || medium, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id and e.kind = 'floor'
    join model m on m.id = e.model_id
    cross join lateral unnest(m.media) medium
    where medium not in (select x.medium from media_point x where x.room_id = b.room_id and x.during @> b.during)
    union all
    select b.id, row('G1', b.place, null, q.asked, 0, q.there, 'class', q.quantity, '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join room o on o.id = b.room_id
    cross join lateral (values (array_position(ranks, e.data_class), array_position(ranks, o.protection_class), ''),
                               (e.medical::int, o.medical::int, 'NEN 7510')) q (asked, there, quantity)
    where q.asked > q.there
    union all
    select b.id, row('G2', b.place, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b join equipment e on e.id = b.equipment_id join system y on y.id = e.system_id
    where e.personal_data > y.personal_data
    union all
    select b.id, row('G3', b.place, null, e.availability_class, 0, c.delivered, 'class', '', '', lower(b.during))::guard.violation
    from booked b join equipment e on e.id = b.equipment_id join class c on c.id = b.feeder_id
    where e.availability_class > c.delivered;
end
$$;

CREATE FUNCTION guard.check_floor() RETURNS TABLE(placement_id integer, found guard.violation)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
begin
    return query
    with thing as materialized (
        select p.id, p.during, p.room_id, p.x_mm, p.y_mm, p.inherited, s.code || '/' || o.code as place, o.width_mm as room_wide,
               o.depth_mm as room_deep, o.floor_class, coalesce(e.width_mm, m.width_mm) as wide, coalesce(e.depth_mm, m.depth_mm) as deep,
               round(cosd(p.orientation_deg) * 1048576)::numeric as c, round(sind(p.orientation_deg) * 1048576)::numeric as s,
               coalesce(m.clearance_front_mm, 0) as front, coalesce(m.clearance_rear_mm, 0) as rear,
               coalesce(m.clearance_left_mm, 0) as lft, coalesce(m.clearance_right_mm, 0) as rgt,
               case when e.weight_g is null
                    then ceil(e.height_hu * coalesce((select (value #>> '{}')::numeric from setting where key = 'grams_per_u' and organisation_id is null), 12000) / 2)
                    else e.weight_g end + e.accessory_g as weight_g,
               coalesce(m.crate_height_mm, e.height_mm, m.height_mm) as crate_high,
               coalesce(m.crate_width_mm, e.width_mm, m.width_mm) as crate_wide,
               coalesce(m.crate_depth_mm, e.depth_mm, m.depth_mm) as crate_deep,
               coalesce(m.crate_weight_g, e.weight_g, m.weight_g) as crate_g
        from check_booked p
        join equipment e on e.id = p.equipment_id
        join room o on o.id = p.room_id
        join site s on s.id = o.site_id
        left join model m on m.id = e.model_id
        where not p.lapsed
    ), corner as (
        -- u to the device's left (who looks at its front), v to its rear, in half mm; counted once for the footprint and once
        -- for the clearance.
        select t.id, k.part, k.n, axis,
               case axis when 0 then t.x_mm + floor((k.u * t.c - k.v * t.s) / 2097152 + 0.5)
                         else t.y_mm + floor((k.u * t.s + k.v * t.c) / 2097152 + 0.5) end::int as at
        from thing t
        cross join lateral (values
            ('own', 1, -t.wide, -t.deep), ('own', 2, t.wide, -t.deep), ('own', 3, t.wide, t.deep), ('own', 4, -t.wide, t.deep),
            ('free', 1, -t.wide - 2 * t.rgt, -t.deep - 2 * t.front), ('free', 2, t.wide + 2 * t.lft, -t.deep - 2 * t.front),
            ('free', 3, t.wide + 2 * t.lft, t.deep + 2 * t.rear), ('free', 4, -t.wide - 2 * t.rgt, t.deep + 2 * t.rear)) k (part, n, u, v)
        cross join generate_series(0, 1) axis
        where t.wide is not null and t.deep is not null
    ), shape as materialized (
        select k.id, array_agg(k.at order by k.n, k.axis) filter (where k.part = 'own') as own,
               array_agg(k.at order by k.n, k.axis) filter (where k.part = 'free') as free,
               min(k.at) filter (where k.axis = 0) as west, max(k.at) filter (where k.axis = 0) as east,
               min(k.at) filter (where k.axis = 1) as north, max(k.at) filter (where k.axis = 1) as south
        from corner k group by k.id
    ), obstacle as materialized (
        select r.room_id, '/' || r.code as what, r.during, false as is_aisle,
               array[r.x_mm, r.y_mm, r.x_mm + d.wide, r.y_mm, r.x_mm + d.wide, r.y_mm + d.deep, r.x_mm, r.y_mm + d.deep] as corners
        from rack r
        cross join lateral (select case r.orientation_deg % 180 when 0 then r.width_mm else r.depth_mm end as wide,
                                   case r.orientation_deg % 180 when 0 then r.depth_mm else r.width_mm end as deep) d
        where r.room_id in (select t.room_id from thing t)
        union all
        select f.room_id, ' ' || case f.name when '' then f.kind else f.name end, daterange(null, null), f.kind like 'aisle%',
               array(select round(value::numeric)::int from jsonb_array_elements(f.shape) with ordinality k (point, n)
                     cross join lateral jsonb_array_elements_text(k.point) with ordinality v (value, axis) order by k.n, v.axis)
        from room_feature f
        where f.keep_clear or f.kind in ('wall', 'column', 'aisle_cold', 'aisle_hot')
    ), here as materialized (
        select t.id, v.floor_load_n_m2, v.during
        from thing t
        join room_environment v on v.room_id = t.room_id and v.during && t.during and v.floor_load_n_m2 is not null
        where case when v.shape is not null then polygon_of(v.shape) @> point(t.x_mm, t.y_mm)
                   else not exists (select from room_environment w
                                    where w.room_id = t.room_id and w.shape is not null and w.floor_load_n_m2 is not null
                                      and w.during @> v.during and polygon_of(w.shape) @> point(t.x_mm, t.y_mm)) end
    ), stopped as materialized (
        -- The first thing on each way in that does not let it through.
        select distinct on (t.id, g.route) t.id, g.route, g.name, q.quantity, q.asked, q.there, q.unit
        from thing t
        join delivery_segment g on g.room_id = t.room_id
        cross join lateral (values
            (1, 'width', case when t.crate_wide < t.crate_deep then t.crate_wide when t.crate_deep is not null and t.crate_wide is not null then t.crate_deep end::numeric,
             case when g.kind = 'lift' and g.length_mm < g.width_mm or g.kind = 'lift' and g.width_mm is null then g.length_mm else g.width_mm end::numeric, 'mm'),
            (2, 'length', case when t.crate_wide > t.crate_deep then t.crate_wide when t.crate_deep is not null and t.crate_wide is not null then t.crate_deep end,
             case when g.kind <> 'lift' or g.width_mm is null or g.length_mm is null then null
                  when g.length_mm > g.width_mm then g.length_mm else g.width_mm end, 'mm'),
            (3, 'height', t.crate_high, g.height_mm, 'mm'),
            (4, 'weight', t.crate_g, 1000 * g.load_kg::numeric, 'g'),
            (5, 'point load', ceil(t.crate_g * 9.81 / 2000), g.point_load_n, 'N')) q (n, quantity, asked, there, unit)
        where not t.inherited and q.asked > q.there
        order by t.id, g.route, g.ordinal, q.n
    ), wet as materialized (
        select p.placement_id as id, p.from_day, case when p.rack_id is null then o.liquid_loop_id else r.liquid_loop_id end as loop_id,
               s.code || '/' || o.code || coalesce('/' || r.code, '') as place, m.water_inlet_min_mc as least, m.water_inlet_max_mc as most
        from guard.check_stands() p
        join equipment e on e.id = p.equipment_id
        join model m on m.id = e.model_id and (m.heat_to_water_w > 0 or m.water_flow_ml_min is not null)
        left join rack r on r.id = p.rack_id
        join room o on o.id = coalesce(r.room_id, p.room_id)
        join site s on s.id = o.site_id
    )
    select t.id, row('S6', t.place, null, 1, 0, null, 'mm', 'size', '', lower(t.during))::guard.violation
    from thing t where t.wide is null or t.deep is null
    union all
    select t.id, row('S6', t.place, null, d.beyond, 0, 0, 'mm', '', '', lower(t.during))::guard.violation
    from thing t join shape h on h.id = t.id
    cross join lateral (select max(beyond) as beyond from unnest(array[-h.west, -h.north, h.east - t.room_wide, h.south - t.room_deep]) beyond) d
    where d.beyond > 0
    union all
    select t.id, row('S6', t.place || ' footprint', null, d.deep, 0, 0, 'mm', '', '', greatest(lower(t.during), lower(u.during)))::guard.violation
    from thing t join shape h on h.id = t.id
    join thing u on u.room_id = t.room_id and u.id <> t.id and u.during && t.during
    join shape k on k.id = u.id and k.west < h.east and h.west < k.east and k.north < h.south and h.north < k.south
    cross join lateral (select max(d) as deep from unnest(array[guard.check_overlap(h.free, k.own), guard.check_overlap(h.own, k.free),
                                                               guard.check_overlap(h.own, k.own)]) d) d
    where d.deep is not null
    union all
    select t.id, row('S6', t.place || b.what, null, d.deep, 0, 0, 'mm', '', '', greatest(lower(t.during), lower(b.during)))::guard.violation
    from thing t join shape h on h.id = t.id
    join obstacle b on b.room_id = t.room_id and b.during && t.during
    cross join lateral (select max(d) as deep from unnest(array[case when not b.is_aisle then guard.check_overlap(h.free, b.corners) end,
                                                               guard.check_overlap(h.own, b.corners)]) d) d
    where d.deep is not null
    union all
    select t.id, row('S4', t.place, null, t.weight_g, 0, q.bears, 'g', 'tile', '', lower(t.during))::guard.violation
    from thing t
    cross join lateral (select floor(3 * (case t.floor_class when 1 then 2000 when 2 then 3000 when 3 then 4000 when 4 then 4500 when 5 then 5000
                                               when 6 then 6000 end) * 1000 / 9.81) as bears) q
    where t.weight_g > q.bears
    union all
    select t.id, row('S4', t.place, null, t.weight_g, 0, q.bears, 'g', 'area', '', greatest(lower(t.during), lower(h.during)))::guard.violation
    from thing t join here h on h.id = t.id
    cross join lateral (select floor(h.floor_load_n_m2::numeric * t.wide * t.deep / 9810) as bears) q
    where t.weight_g > q.bears
    union all
    select t.id, row('S9', t.place || ' ' || x.name, null, x.asked, 0, x.there, x.unit, x.quantity, '', lower(t.during))::guard.violation
    from thing t join stopped x on x.id = t.id
    where (select count(distinct g.route) from delivery_segment g where g.room_id = t.room_id)
          = (select count(*) from stopped y where y.id = t.id)
    union all
    select w.id, row('C7', w.place, null, 1, 0, 0, 'pieces', 'loop', '', w.from_day)::guard.violation
    from wet w where w.loop_id is null
    union all
    select w.id, row('C7', guard.node_name(w.loop_id), w.loop_id, q.asked, 0, q.there, 'mC', '', '', w.from_day)::guard.violation
    from wet w
    left join liquid_loop l on l.node_id = w.loop_id
    cross join lateral (values (l.supply_mc, w.most, l.supply_mc > w.most), (w.least, l.supply_mc, l.supply_mc < w.least),
                               (coalesce(w.most, w.least), null, l.supply_mc is null and coalesce(w.most, w.least) is not null)) q (asked, there, broken)
    where w.loop_id is not null and q.broken;
end
$$;

CREATE FUNCTION guard.check_ledger() RETURNS SETOF guard.violation
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
begin
    return query
    with counted as materialized (
        select * from guard.recount(put_away => false)
    ), stored as (
        -- The normal load stands in the row of any source.
        select c.placement_id, c.node_id, n.source_id, sum(n.main)::bigint as main, sum(n.l1)::bigint as l1,
               sum(n.l2)::bigint as l2, sum(n.l3)::bigint as l3, c.during
        from charge c
        cross join lateral (values (0, c.normal_main, c.normal_l1, c.normal_l2, c.normal_l3),
                                   (c.source_id, c.extra_main, c.extra_l1, c.extra_l2, c.extra_l3))
                           n (source_id, main, l1, l2, l3)
        group by c.placement_id, c.node_id, n.source_id, c.during
        having (sum(n.main), sum(n.l1), sum(n.l2), sum(n.l3)) <> (0, 0, 0, 0)
    ), charge_gap as (
        select coalesce(a.node_id, c.node_id) as node_id, 'charge' as what, coalesce(a.from_day, lower(c.during)) as day,
               a.main as counted, c.main as stored
        from counted a
        full join stored c on c.placement_id = a.placement_id and c.node_id = a.node_id and c.source_id = a.source_id
                          and lower(c.during) = a.from_day
        where (a.main, a.l1, a.l2, a.l3, a.from_day, a.until_day)
              is distinct from (c.main, c.l1, c.l2, c.l3, lower(c.during), upper(c.during))
    ), step as materialized (
        select a.node_id, a.source_id, d.day, sum(d.sign * a.main) as main, sum(d.sign * a.l1) as l1,
               sum(d.sign * a.l2) as l2, sum(d.sign * a.l3) as l3
        from counted a cross join lateral (values (a.from_day, 1), (a.until_day, -1)) d (day, sign)
        where d.day is not null
        group by a.node_id, a.source_id, d.day
    ), ledger_step as (
        select l.node_id, n.source_id, l.day, sum(n.main) as main, sum(n.l1) as l1, sum(n.l2) as l2, sum(n.l3) as l3
        from ledger l
        cross join lateral (values (0, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3),
                                   (l.source_id, l.extra_main, l.extra_l1, l.extra_l2, l.extra_l3))
                           n (source_id, main, l1, l2, l3)
        group by l.node_id, n.source_id, l.day
    ), ledger_gap as (
        select coalesce(s.node_id, l.node_id) as node_id, 'ledger' as what, coalesce(s.day, l.day) as day, s.main as counted,
               l.main as stored
        from step s full join ledger_step l on l.node_id = s.node_id and l.source_id = s.source_id and l.day = s.day
        where (coalesce(s.main, 0), coalesce(s.l1, 0), coalesce(s.l2, 0), coalesce(s.l3, 0))
              is distinct from (coalesce(l.main, 0), coalesce(l.l1, 0), coalesce(l.l2, 0), coalesce(l.l3, 0))
    ), bound as materialized (
        select p.*, max(p.since) over w as all_since, sum(p.normal_main) over w as main, sum(p.normal_l1) over w as l1,
               sum(p.normal_l2) over w as l2, sum(p.normal_l3) over w as l3
        from ledger_peak p window w as (partition by p.node_id)
    ), source as (
        select node_id, 0 as source_id from step union select node_id, source_id from step
    ), level as (
        select c.node_id, c.source_id, s.day, sum(s.main) over w as main, sum(s.l1) over w as l1, sum(s.l2) over w as l2,
               sum(s.l3) over w as l3
        from source c
        join step s on s.node_id = c.node_id and (s.source_id = 0 or s.source_id = c.source_id)
        window w as (partition by c.node_id, c.source_id order by s.day)
    ), peak_gap as (
        -- A bound that is below what is carried from its day on. (A bound of any row tells the sum of its node.)
        select v.node_id, 'peak' as what, min(v.day) as day, max(v.main) as counted, min(b.main + b.extra) as stored
        from level v
        left join (select b.node_id, 0 as source_id, b.all_since, b.main, b.l1, b.l2, b.l3, 0 as extra, 0 as extra_l1,
                          0 as extra_l2, 0 as extra_l3
                   from bound b
                   union
                   select b.node_id, b.source_id, b.all_since, b.main, b.l1, b.l2, b.l3, b.total_main - b.normal_main,
                          b.total_l1 - b.normal_l1, b.total_l2 - b.normal_l2, b.total_l3 - b.normal_l3
                   from bound b where b.source_id > 0) b
               on b.node_id = v.node_id and b.source_id = v.source_id
        where v.day >= b.all_since and (v.main > b.main + b.extra or v.l1 > b.l1 + b.extra_l1
                                        or v.l2 > b.l2 + b.extra_l2 or v.l3 > b.l3 + b.extra_l3)
           or b.node_id is null
        group by v.node_id, v.source_id
        union all
        -- The level that it starts from.
        select b.node_id, 'peak', b.since, sum(l.normal_main), b.level_main
        from bound b
        left join ledger l on l.node_id = b.node_id and l.source_id = b.source_id and l.day < b.since
        group by b.node_id, b.source_id, b.since, b.level_main, b.level_l1, b.level_l2, b.level_l3, b.extra_main,
                 b.extra_l1, b.extra_l2, b.extra_l3
        having (coalesce(sum(l.normal_main), 0), coalesce(sum(l.normal_l1), 0), coalesce(sum(l.normal_l2), 0),
                coalesce(sum(l.normal_l3), 0), coalesce(sum(l.extra_main), 0), coalesce(sum(l.extra_l1), 0),
                coalesce(sum(l.extra_l2), 0), coalesce(sum(l.extra_l3), 0))
               <> (b.level_main, b.level_l1, b.level_l2, b.level_l3, b.extra_main, b.extra_l1, b.extra_l2, b.extra_l3)
    ), limit_gap as (
        -- The least limit that a bound is held against is not above one that holds from its day on.
        select b.node_id, 'limit' as what, b.since as day, min(l.normal_main)::numeric as counted,
               min(b.may_main)::numeric as stored
        from bound b
        join (select i.*, lead(i.from_date, 1, 'infinity') over (partition by i.node_id order by i.from_date) as until_date
              from node_limit i) l on l.node_id = b.node_id and l.until_date > b.since
        where coalesce(b.may_main > l.normal_main, b.may_main is null and l.normal_main is not null)
           or coalesce(b.may_line > l.normal_line, b.may_line is null and l.normal_line is not null)
           or coalesce(b.may_failover_main > l.failover_main,
                       b.may_failover_main is null and l.failover_main is not null)
           or coalesce(b.may_failover_line > l.failover_line,
                       b.may_failover_line is null and l.failover_line is not null)
        group by b.node_id, b.since
        union all
        select b.node_id, 'limit', b.since, null, b.may_main
        from bound b join node n on n.id = b.node_id
        where b.may_main is distinct from -1
          and (not n.during @> daterange(b.since, null)
               or not exists (select from node_limit l where l.node_id = b.node_id and l.from_date <= b.since))
    )
    select 'LEDGER', coalesce(guard.node_name(g.node_id), '') || ' (' || g.what || ')', g.node_id, null::bigint,
           g.counted::bigint, g.stored::bigint, guard.node_unit(g.node_id), '', '', g.day
    from (select * from charge_gap union all select * from ledger_gap union all select * from peak_gap
          union all select * from limit_gap) g;
end
$$;

CREATE FUNCTION guard.check_overlap(a integer[], b integer[]) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
    with side as materialized (
        select 1 as owner, i, a[2 * i - 1]::numeric as x, a[2 * i]::numeric as y, a[2 * (i % (cardinality(a) / 2)) + 1]::numeric as x2,
               a[2 * (i % (cardinality(a) / 2)) + 2]::numeric as y2
        from generate_series(1, cardinality(a) / 2) i
        union all
        select 2, i, b[2 * i - 1], b[2 * i], b[2 * (i % (cardinality(b) / 2)) + 1], b[2 * (i % (cardinality(b) / 2)) + 2]
        from generate_series(1, cardinality(b) / 2) i
    ), axis as (
        select distinct s.y2 - s.y as nx, s.x - s.x2 as ny from side s where (s.x, s.y) <> (s.x2, s.y2)
    ), way as (
        select n.nx, n.ny,
               least(max(n.nx * s.x + n.ny * s.y) filter (where s.owner = 1) - min(n.nx * s.x + n.ny * s.y) filter (where s.owner = 2),
                     max(n.nx * s.x + n.ny * s.y) filter (where s.owner = 2) - min(n.nx * s.x + n.ny * s.y) filter (where s.owner = 1)) as deep
        from axis n cross join side s
        group by n.nx, n.ny
    ), through as (
        -- Sides of b that pass through the inside of a: no line along a side of either has them on its two sides.
        select s.i
        from side s cross join side n
        where s.owner = 2 and (n.owner = 1 or n.i = s.i) and (n.x, n.y) <> (n.x2, n.y2)
        group by s.i
        having not bool_or((select max((n.y2 - n.y) * k.x + (n.x - n.x2) * k.y) from side k where k.owner = 1)
                           <= least((n.y2 - n.y) * s.x + (n.x - n.x2) * s.y, (n.y2 - n.y) * s.x2 + (n.x - n.x2) * s.y2)
                           or (select min((n.y2 - n.y) * k.x + (n.x - n.x2) * k.y) from side k where k.owner = 1)
                           >= greatest((n.y2 - n.y) * s.x + (n.x - n.x2) * s.y, (n.y2 - n.y) * s.x2 + (n.x - n.x2) * s.y2))
    )
    select case when min(w.deep) > 0
                     and (exists (select from through)
                          or (select ('(' || string_agg(format('(%s,%s)', s.x, s.y), ',' order by s.i) || ')')::polygon from side s where s.owner = 2)
                             @> (select point(avg(s.x), avg(s.y)) from side s where s.owner = 1))
                then ceil(min(w.deep::float8 / sqrt((w.nx * w.nx + w.ny * w.ny)::float8)))::int end
    from way w);
end
$$;

CREATE FUNCTION guard.check_places() RETURNS TABLE(placement_id integer, found guard.violation)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
declare
    allowance int := coalesce((select (value #>> '{}')::int from setting where key = 'cord_allowance_mm' and organisation_id is null), 120);
begin
    return query
    with thing as materialized (
        select p.id, p.rack_id, p.position_hu::int as bottom, p.position_hu + e.height_hu as top, r.height_u, r.during as rack_during,
               case when p.face = 'rear' then r.usable_depth_mm - d.deep else 0 end as front,
               case when p.face = 'front' then d.deep else r.usable_depth_mm end as back,
               case when p.half = 'right' then 1 else 0 end as west, case when p.half = 'left' then 1 else 2 end as east,
               lower(p.during) as from_day, coalesce(upper(p.during), 'infinity') as until_day, p.during
        from check_booked p
        join rack r on r.id = p.rack_id
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        cross join lateral (select case when coalesce(e.depth_mm, m.depth_mm) + allowance < r.usable_depth_mm
                                        then coalesce(e.depth_mm, m.depth_mm) + allowance
                                        else r.usable_depth_mm end as deep) d
        where not p.lapsed and not p.contested and p.position_hu is not null and e.height_hu > 0
        union all
        select -b.id, b.rack_id, lower(b.hu), upper(b.hu), r.height_u, r.during, 0, r.usable_depth_mm, 0, 2,
               coalesce(lower(b.during), '-infinity'), coalesce(upper(b.during), 'infinity'), b.during
        from blocked_unit b join rack r on r.id = b.rack_id
    )
    select a.id, row('S1', guard.place_name(a.rack_id, a.bottom), null, a.top - a.bottom,
                     least(a.top, b.top) - greatest(a.bottom, b.bottom), a.top - a.bottom, 'hu', '', '',
                     greatest(a.from_day, b.from_day))::guard.violation
    from thing a
    join thing b on b.rack_id = a.rack_id and b.id < a.id
    where a.bottom < b.top and b.bottom < a.top and a.front < b.back and b.front < a.back
      and a.west < b.east and b.west < a.east and a.from_day < b.until_day and b.from_day < a.until_day
    union all
    select t.id, row('S1', guard.place_name(t.rack_id, t.bottom), null, t.top - t.bottom, null,
                     greatest(2 * t.height_u - t.bottom, 0), 'hu', '', '', t.from_day)::guard.violation
    from thing t where t.id > 0 and (t.top > 2 * t.height_u or not t.rack_during @> t.during)
    union all
    select u.id, row('P1', guard.node_name(u.node_id) || ':' || u.name, u.node_id, 1, 1, 1, 'pieces', '', '',
                     u.from_day)::guard.violation
    from (select p.id, o.node_id, o.name, s.from_day,
                 max(coalesce(s.until_day, 'infinity')) over (partition by o.id order by s.from_day, p.id
                                                              rows between unbounded preceding and 1 preceding) as taken_until
          from guard.check_stands() s
          join placement p on p.id = s.placement_id
          cross join lateral unnest(p.outlet_ids) used (id) join outlet o on o.id = used.id) u
    where u.taken_until > u.from_day
    union all
    select p.placement_id, row(k.rule, guard.rack_name(p.rack_id), null, null, null, null,
                               case k.code when 'rack_mass' then 'g' else 'mW' end, '', '', p.from_day)::guard.violation
    from guard.check_stands() p join node_kind k on k.code in ('rack_mass', 'rack_heat')
    join placement f on f.id = p.feeder_id
    join equipment e on e.id = p.equipment_id
    where p.rack_id is not null
      and (k.code = 'rack_mass'
           or coalesce(e.budgeted_w, e.nameplate_w,
                       case when cardinality(f.outlet_ids) + cardinality(f.node_ids) > 0 or p.inherited and e.cords > 0
                            then e.height_hu + p.numbered::int end) > 0)
      and p.rack_id not in (select n.rack_id from node n where n.kind = k.code and n.rack_id is not null)
    union all
    select p.placement_id, row('G4', s.code, null, case when p.numbered then 0 else e.height_hu end, null, null, 'hu', '', '',
                               p.from_day)::guard.violation
    from guard.check_stands() p
    join equipment e on e.id = p.equipment_id
    left join rack r on r.id = p.rack_id
    join room o on o.id = coalesce(r.room_id, p.room_id)
    join site s on s.id = o.site_id
    where e.owner_id <> s.organisation_id
      and not exists (select from agreement a where a.host_id = s.organisation_id and a.guest_id = e.owner_id
                                                and a.during @> daterange(p.from_day, p.until_day))
    union all
    select p.placement_id, row('N1', coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)) || ' '
                                     || guard.port_name(k.speed_mbps, k.medium, k.out_of_band), null, sum(k.count), null, null,
                               'pieces', '', '', p.from_day)::guard.violation
    from guard.check_stands() p
    left join rack r on r.id = p.rack_id
    join equipment e on e.id = p.equipment_id
    cross join lateral (select f.count, f.speed_mbps, coalesce(f.medium, '') as medium, coalesce(f.out_of_band, false) as out_of_band
                        from jsonb_to_recordset(e.ports) f (count int, speed_mbps int, medium text, out_of_band boolean)) k
    where k.count > 0
      and exists (select from setting s where s.key = 'network_ports_refuse' and s.organisation_id is null and s.value = '1')
      and not exists (select from network_ports n
                      where (n.rack_id = r.id or n.row_id = r.row_id or n.room_id = p.room_id) and n.speed_mbps = k.speed_mbps
                        and n.medium = k.medium and n.out_of_band = k.out_of_band)
    group by p.placement_id, p.rack_id, p.room_id, p.from_day, k.speed_mbps, k.medium, k.out_of_band;
end
$$;

CREATE FUNCTION guard.check_reference_mix(mix jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    place text;
begin
    if jsonb_array_length(mix) > 8 then
        perform guard.refuse_value('value', mix, 'a list of at most eight');
    end if;
    for i in 0 .. jsonb_array_length(mix) - 1 loop
        place := format('value/%s/', i);
        perform guard.refuse_unknown(mix -> i, array['height_u', 'draw_w', 'weight_kg', 'times'], place);
        perform guard.number_of(mix -> i, 'height_u', 0.5, 60, step => 0.5, required => true, at => place),
                guard.number_of(mix -> i, 'draw_w', 0, 100000, required => true, at => place),
                guard.number_of(mix -> i, 'weight_kg', 0, 2000, step => 0.001, required => true, at => place),
                guard.number_of(mix -> i, 'times', 1, 100, at => place);
    end loop;
end
$$;

CREATE FUNCTION guard.check_slots() RETURNS TABLE(placement_id integer, found guard.violation)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
begin
    return query
    with numbered as materialized (
        select p.id, coalesce(p.chassis_id, -p.rack_id) as holder, coalesce(p.bay_id, p.zero_u_slot) as slot,
               p.chassis_id, p.zero_u_slot, p.bay_id, r.zero_u_slots, r.during as rack_during,
               lower(p.during) as from_day, coalesce(upper(p.during), 'infinity') as until_day, p.during,
               case when p.chassis_id is null then guard.rack_name(p.rack_id) || ' slot ' || p.zero_u_slot
                    else guard.bay_name(p.chassis_id, p.bay_id, p.during) end as place
        from check_booked p left join rack r on r.id = p.rack_id
        -- What is contested has a finding of its own, and no place.
        where not p.lapsed and not p.contested and (p.zero_u_slot is not null or p.bay_id is not null)
    ), there as materialized (
        -- The days on which a chassis is in some rack, from one gap to the next.
        select s.chassis_id, min(s.from_day) as from_day, max(s.until_day) as until_day
        from (select t.*, count(*) filter (where t.starts) over (partition by t.chassis_id order by t.from_day, t.id) as stretch
              from (select c.id, c.equipment_id as chassis_id, lower(c.during) as from_day, coalesce(upper(c.during), 'infinity') as until_day,
                           coalesce(lower(c.during) > max(coalesce(upper(c.during), 'infinity'))
                                        over (partition by c.equipment_id order by lower(c.during), c.id
                                              rows between unbounded preceding and 1 preceding), true) as starts
                    from check_booked c
                    where not c.lapsed and c.rack_id is not null
                      and c.equipment_id in (select n.chassis_id from numbered n)) t) s
        group by s.chassis_id, s.stretch
    )
    select a.id, row('S1', a.place, null, 1, 1, 1, 'pieces', '', '', greatest(a.from_day, b.from_day))::guard.violation
    from numbered a
    join numbered b on b.holder = a.holder and b.slot = a.slot and b.id < a.id
    where a.from_day < b.until_day and b.from_day < a.until_day
    union all
    select n.id, row('S1', n.place, null, 1, null, 0, 'pieces', '', '', n.from_day)::guard.violation
    from numbered n
    where n.chassis_id is null and (n.zero_u_slot > n.zero_u_slots or not n.rack_during @> n.during)
    union all
    select n.id, row('S1', n.place, null, 1, 0, 0, 'pieces', '', '', n.from_day)::guard.violation
    from numbered n
    join model_bay b on b.id = n.bay_id
    join equipment c on c.id = n.chassis_id
    where b.model_id is distinct from c.model_id
    union all
    select n.id, row('S1', n.place, null, 1, null, 0, 'pieces', '', '',
                     coalesce((select max(t.until_day) from there t
                               where t.chassis_id = n.chassis_id and t.from_day <= n.from_day and t.until_day > n.from_day),
                              n.from_day))::guard.violation
    from numbered n
    where n.chassis_id is not null
      and not exists (select from there t where t.chassis_id = n.chassis_id and t.from_day <= n.from_day and t.until_day >= n.until_day);
end
$$;

CREATE FUNCTION guard.check_stands(put_away boolean DEFAULT true) RETURNS TABLE(placement_id integer, equipment_id integer, rack_id integer, room_id integer, numbered boolean, inherited boolean, feeder_id integer, from_day date, until_day date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select p.id, p.equipment_id, p.rack_id, p.room_id, p.zero_u_slot is not null, p.inherited, p.id, lower(p.during), upper(p.during)
    from check_booked p
    where p.chassis_id is null and not (put_away and p.lapsed)
    union all
    select p.id, p.equipment_id, c.rack_id, null, true, p.inherited,
           case when p.outlet_ids = '{}' and p.node_ids = '{}' then c.id else p.id end,
           greatest(lower(p.during), lower(c.during)), least(upper(p.during), upper(c.during))
    from check_booked p
    join check_booked c on c.equipment_id = p.chassis_id
    where not (put_away and (p.lapsed or c.lapsed)) and c.rack_id > 0
      and coalesce(lower(c.during) < upper(p.during), true) and coalesce(lower(p.during) < upper(c.during), true)
$$;

CREATE FUNCTION guard.check_sums() RETURNS SETOF guard.violation
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
begin
    return query
    with step as materialized (
        select c.node_id, c.source_id, d.day, sum(d.sign * c.main) as main, sum(d.sign * c.l1) as l1,
               sum(d.sign * c.l2) as l2, sum(d.sign * c.l3) as l3
        from guard.recount() c
        cross join lateral (values (c.from_day, 1), (c.until_day, -1)) d (day, sign)
        where d.day is not null
        group by c.node_id, c.source_id, d.day
    ), case_of as (
        select distinct s.node_id, s.source_id from step s
    ), point as (
        select c.node_id, c.source_id, s.day, s.main, s.l1, s.l2, s.l3, s.source_id <> 0 as shifted
        from case_of c join step s on s.node_id = c.node_id and (s.source_id = 0 or s.source_id = c.source_id)
        union all
        select c.node_id, c.source_id, l.from_date, 0, 0, 0, 0, false from case_of c join node_limit l on l.node_id = c.node_id
        union all
        select c.node_id, c.source_id, upper(n.during), 0, 0, 0, 0, false
        from case_of c join node n on n.id = c.node_id where upper(n.during) is not null
    ), day_sum as (
        select p.node_id, p.source_id, p.day, sum(p.main) as main, sum(p.l1) as l1, sum(p.l2) as l2, sum(p.l3) as l3,
               sum(p.main) filter (where p.shifted) as x, sum(p.l1) filter (where p.shifted) as x1,
               sum(p.l2) filter (where p.shifted) as x2, sum(p.l3) filter (where p.shifted) as x3
        from point p group by p.node_id, p.source_id, p.day
    ), level as (
        select d.node_id, d.source_id, d.day, sum(d.main) over w as main, sum(d.l1) over w as l1,
               sum(d.l2) over w as l2, sum(d.l3) over w as l3, sum(d.x) over w as x, sum(d.x1) over w as x1,
               sum(d.x2) over w as x2, sum(d.x3) over w as x3
        from day_sum d window w as (partition by d.node_id, d.source_id order by d.day)
    ), limit_period as (
        select l.*, lead(l.from_date, 1, 'infinity') over (partition by l.node_id order by l.from_date) as until_date
        from node_limit l
    ), judged as (
        select v.node_id, v.source_id, v.day, q.quantity, q.total,
               case when n.during @> v.day then q.capacity end as capacity, -- a node that is not there has none
               -- A failure that shifts nothing of it here is the normal case over again.
               (v.source_id = 0 or coalesce(q.shifted > 0, false))
               and (q.total > 0 and (l.id is null or not n.during @> v.day) or coalesce(q.total > q.capacity, false))
                   as broken
        from level v
        join node n on n.id = v.node_id
        left join limit_period l on l.node_id = v.node_id and v.day >= l.from_date and v.day < l.until_date
        cross join lateral (values
            ('', v.main, v.x, case when v.source_id = 0 then l.normal_main else l.failover_main end),
            ('L1', v.l1, v.x1, case when v.source_id = 0 then l.normal_line else l.failover_line end),
            ('L2', v.l2, v.x2, case when v.source_id = 0 then l.normal_line else l.failover_line end),
            ('L3', v.l3, v.x3, case when v.source_id = 0 then l.normal_line else l.failover_line end)
        ) q (quantity, total, shifted, capacity)
    ), stretch as (
        select j.*, lag(j.broken, 1, false) over (partition by j.node_id, j.source_id, j.quantity order by j.day) as before
        from judged j
    )
    select case when b.source_id = 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, null::bigint, b.total::bigint, b.capacity,
           case when b.quantity = '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from stretch b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind
    where b.broken and not b.before;
end
$$;

CREATE FUNCTION guard.choice_of(arguments jsonb, field text, choices text[], required boolean DEFAULT false, at text DEFAULT ''::text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    chosen text := guard.text_of(arguments, field, required, 200, at);
begin
    if chosen is not null and not chosen = any (choices) then
        perform guard.refuse_value(at || field, to_jsonb(chosen), 'one of ' || array_to_string(choices, ', '));
    end if;
    return chosen;
end
$$;

CREATE FUNCTION guard.choose_outlets(rack integer, device polder.equipment, period daterange, taken integer[], own integer[], room integer DEFAULT NULL::integer) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
    return (
    with strip as materialized (
        select n.id, n.voltage_ln, coalesce(n.side, pdu.side, '') as side,
               coalesce(guard.headroom(coalesce(pdu.id, n.id), lower(period)), 0)
               - coalesce(device.budgeted_w, 0) * 1000::bigint
                 * (select count(*) from outlet t where t.id = any (taken) and t.node_id = n.id) as headroom
        from node n left join node pdu on pdu.id = n.parent_id and n.kind = 'bank'
        where (n.rack_id = rack or n.room_id = room and n.rack_id is null) and exists (select from outlet o where o.node_id = n.id)
    ), free as (
        select o.id, o.name, o.max_ma, n.side, n.headroom
        from strip n join outlet o on o.node_id = n.id
        where not o.id = any (taken)
          and (device.phases = '123') = (o.phases = '123')
          -- after a failure one cord carries all; where the plug is unknown, any outlet that can
          and (exists (select from plug_fit f where f.inlet = device.plug and f.outlet = o.type)
               or device.plug is null
                  and o.max_ma::bigint * n.voltage_ln * case when o.phases = '123' then 3 else 1 end
                      >= coalesce(device.budgeted_w, device.nameplate_w, 0) * 1000::bigint)
          and not exists (select from connection c
                          where c.outlet_id = o.id and c.during && period and not c.placement_id = any (own)
                            and c.placement_id not in (select id from lapsed))
    ), ranked as (
        select id, side, headroom, max_ma,
               row_number() over (partition by side order by headroom desc, max_ma, name, id) as turn,
               max(headroom) over (partition by side) as side_headroom
        from free
    )
    select coalesce(array_agg(id order by turn, side_headroom desc, side), '{}')
    from (select * from ranked order by turn, side_headroom desc, side limit device.cords) chosen);
end
$$;

CREATE FUNCTION guard.closed_routes(room integer, wide integer, deep integer, high integer, heavy_g bigint) RETURNS TABLE(route text, segment text, quantity text, requested bigint, capacity bigint, unit text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select distinct on (s.route) s.route, s.name, q.quantity, q.requested, q.capacity, q.unit
    from delivery_segment s
    cross join lateral (values
        (1, 'width', case when wide + deep > 0 then least(wide, deep) end::bigint,
         case when s.kind = 'lift' then least(s.width_mm, s.length_mm) else s.width_mm end::bigint, 'mm'),
        (2, 'length', case when wide + deep > 0 then greatest(wide, deep) end,
         case when s.kind = 'lift' and s.width_mm + s.length_mm > 0 then greatest(s.width_mm, s.length_mm) end, 'mm'),
        (3, 'height', high, s.height_mm, 'mm'),
        (4, 'weight', heavy_g, s.load_kg * 1000::bigint, 'g'),
        (5, 'point load', (heavy_g * 981 + 199999) / 200000, s.point_load_n, 'N')
    ) q (n, quantity, requested, capacity, unit)
    where s.room_id = room and q.requested > q.capacity
    order by s.route, s.ordinal, q.n;
end
$$;

CREATE TABLE polder.override (
    id integer NOT NULL,
    rule text NOT NULL,
    placement_id integer,
    node_id integer,
    reason text NOT NULL,
    until_date date NOT NULL,
    by_id integer NOT NULL,
    second_id integer,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    request_id integer,
    site_id integer,
    by_holder_id integer,
    second_holder_id integer,
    confirmed_at timestamp with time zone,
    withdrawn_by integer,
    withdrawn_at timestamp with time zone,
    CONSTRAINT override_check CHECK ((second_id <> by_id)),
    CONSTRAINT override_check1 CHECK ((num_nonnulls(request_id, placement_id, node_id) = 1)),
    CONSTRAINT override_reason_check CHECK ((reason <> ''::text))
);

CREATE FUNCTION guard.confirmers(one polder.override) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    waits_for text := guard.waits_for(one);
    parties record;
begin
    select * into parties from guard.parties_of(one);
    return array(
        select distinct a.person_id
        from appointment a
        where a.during @> guard.today()
          and case waits_for when 'second person' then a.role = 'facility_manager' and a.organisation_id = parties.host
                                                       and (a.site_id is null or a.site_id = one.site_id)
                   when 'other institution' then a.role in ('agreement_manager', 'facility_manager')
                                                 and a.organisation_id = parties.guest
                   else false end);
end
$$;

CREATE FUNCTION guard.contest(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    overlapping int[] := guard.contest_slots(ids);
begin
    overlapping := overlapping || array(
        with fresh as materialized (
            select * from guard.box_of where placement_id = any (ids)
        )
        select f.placement_id
        from fresh f
        where exists (select from box o
                      where o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                        and o.during && f.during)
           -- Of two that come together the first stands.
           or exists (select from fresh o
                      where o.rack_id = f.rack_id and o.placement_id < f.placement_id and o.hu && f.hu
                        and o.depth && f.depth and o.width && f.width and o.during && f.during));
    -- In one statement: what is in a chassis is judged with all that is in there, by the end state.
    with cord as materialized (
        select p.id, c.n, o.id as outlet_id, o.node_id, o.name, p.during
        from placement p
        cross join lateral unnest(p.outlet_ids) with ordinality c (outlet_id, n)
        join outlet o on o.id = c.outlet_id
        where p.id = any (ids) and p.state <> 'released'
    ), clash as materialized (
        select c.*
        from cord c
        where exists (select from connection o where o.outlet_id = c.outlet_id and o.during && c.during)
           -- Of two that come together the first has it.
           or exists (select from cord o where o.outlet_id = c.outlet_id and o.during && c.during
                                           and (o.id, o.n) < (c.id, c.n))
    ), told as (
        insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, unit, during, text, found_on)
        select 'S1', 'contested', s.placement_id, null::int, s.rack_id, s.site_id,
               case when s.slot is null then 'hu' else 'pieces' end, s.during,
               case when s.slot is null then guard.place_name(s.rack_id, s.position_hu)
                    when s.chassis_id is null then guard.slot_name(s.rack_id, s.slot)
                    else guard.bay_name(s.chassis_id, s.slot, s.during) end, guard.today()
        from guard.standing s where s.placement_id = any (overlapping)
        union all
        select 'P1', 'contested', c.id, c.node_id, n.rack_id, n.site_id, 'pieces', c.during,
               guard.node_name(c.node_id) || ':' || c.name, guard.today()
        from clash c join node n on n.id = c.node_id
    )
    update placement p
    set contested = p.contested or p.id = any (overlapping),
        outlet_ids = array(select c.outlet_id from cord c
                           where c.id = p.id and c.n not in (select k.n from clash k where k.id = p.id) order by c.n),
        node_ids = p.node_ids || array(select k.node_id from clash k where k.id = p.id order by k.n)
    where p.id = any (overlapping) or p.id in (select k.id from clash k);
end
$$;

CREATE FUNCTION guard.contest_no_more() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    new.contested := false;
    return new;
end
$$;

CREATE FUNCTION guard.contest_slots(ids integer[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with fresh as materialized (
            select * from guard.slot_of where placement_id = any (ids)
        )
        select distinct f.placement_id
        from fresh f
        where exists (select from slot_box o
                      where o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot and o.during && f.during)
           or exists (select from fresh o
                      where o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot
                        and o.placement_id < f.placement_id and o.during && f.during));
end
$$;

CREATE FUNCTION guard.corners_of(shape jsonb) RETURNS integer[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select array_agg(round((point ->> axis)::numeric)::int order by n, axis)
    from jsonb_array_elements(shape) with ordinality p (point, n) cross join generate_series(0, 1) axis
$$;

CREATE FUNCTION guard.create_login(verifier text) RETURNS name
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    login name := 'p_' || left(replace(gen_random_uuid()::text, '-', ''), 20);
begin
    if verifier is not null
       and verifier !~ ('^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{16,}={0,2}'
                        '\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') then
        raise exception using errcode = 'PL004', message = 'verifier: must be a SCRAM-SHA-256 verifier',
            detail = '{"field": "verifier", "value": null, "allowed": "a SCRAM-SHA-256 verifier, never a password"}';
    end if;
    execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit '
                   'connection limit 20 in role polder_person password %L', login, verifier);
    execute format('alter role %I set jit = off', login);
    return login;
end
$_$;

CREATE FUNCTION guard.date_of(arguments jsonb, field text, required boolean DEFAULT false, at text DEFAULT ''::text) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, 'a date, YYYY-MM-DD');
        end if;
        return null;
    end if;
    if jsonb_typeof(value) = 'string' and (value #>> '{}') ~ '^(19|20|21)\d\d-\d\d-\d\d$' then
        begin
            return make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int,
                             substr(value #>> '{}', 9, 2)::int);
        exception when datetime_field_overflow then
            null;  -- the 30th of February: refused below like any other text
        end;
    end if;
    perform guard.refuse_value(at || field, value, 'a date, YYYY-MM-DD');
end
$_$;

CREATE FUNCTION guard.decide(request polder.request, to_state text, reason text, topic text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    update request r
    set state = to_state, state_reason = coalesce(reason, ''), hold_until = guard.held_until(r.id),
        decided_at = case when to_state in ('held', 'waiting', 'rejected') then clock_timestamp() else r.decided_at end
    where r.id = request.id;
    perform guard.tell(guard.home_people(request), coalesce(topic, to_state),
                       jsonb_build_object('request', request.id));
    return jsonb_build_object('request', request.id, 'number', request.number, 'state', to_state);
end
$$;

CREATE FUNCTION guard.delivered_class(feeds text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    backed boolean := (select bool_and(exists (select from node_path h join node b on b.id = h.ancestor_id
                                               where h.node_id = split_part(c.cord, ':', 1)::int
                                                 and b.kind in ('generator', 'transfer')))
                       from string_to_table(feeds, ' ') c (cord));
begin
    return (
        select case when count(*) = 0 then 4
                    when bool_and(n.concurrently_maintainable) then 3
                    when bool_and(n.units > 1 or n.kind not in ('ups', 'generator')) then 2
                    else 1 end
        from cord_share s
        join node n on n.id = s.node_id and not (n.kind = 'supply' and backed)
        where s.cords = feeds and s.home and s.normal_here = s.normal_cords);
end
$$;

CREATE TABLE polder.misfit (
    placement_id integer NOT NULL,
    rule text NOT NULL,
    place text NOT NULL,
    node_id integer,
    requested bigint NOT NULL,
    used bigint,
    capacity bigint,
    unit text NOT NULL,
    quantity text NOT NULL,
    failing text NOT NULL,
    during daterange NOT NULL,
    other text DEFAULT ''::text NOT NULL,
    CONSTRAINT misfit_during_check CHECK ((NOT isempty(during)))
);

CREATE FUNCTION guard.delivery_doubts(ids integer[]) RETURNS SETOF polder.misfit
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select d.placement_id, 'S9', guard.room_name(d.room_id) || coalesce(' ' || v.segment, ''), null::int, v.requested,
           0::bigint, v.capacity, v.unit, v.quantity, '', d.during, v.route
    from delivered_item d
    cross join lateral (select not exists (select from delivery_segment s where s.room_id = d.room_id) as no_way) w
    cross join lateral (
        select null as segment, 1::bigint as requested, null::bigint as capacity, 'pieces' as unit,
               case when w.no_way then 'route' else 'size' end as quantity, '' as route
        where w.no_way or num_nulls(d.wide, d.deep, d.high, d.heavy_g) > 0
        union all
        select c.segment, c.requested, c.capacity, c.unit, c.quantity, c.route
        from guard.closed_routes(d.room_id, d.wide, d.deep, d.high, d.heavy_g) c
        where d.rack_id is not null
          and not exists (select from delivery_segment s
                          where s.room_id = d.room_id
                            and s.route not in (select x.route from guard.closed_routes(d.room_id, d.wide, d.deep, d.high,
                                                                                       d.heavy_g) x))
    ) v
    where d.placement_id = any (ids) and d.room_id is not null and not d.inherited and (d.rack_id is null or d.crated);
end
$$;

CREATE FUNCTION guard.demand_reason(violations guard.violation[], rules text[], bookings integer[], given text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    why text := coalesce(nullif(btrim(given), ''), nullif(btrim(current_setting('polder.reason', true)), ''));
    known guard.unexplained;
begin
    if coalesce(violations, '{}') = '{}' then
        return;
    end if;
    if why is null then
        known := nullif(current_setting('polder.unexplained', true), '')::guard.unexplained;
        perform set_config('polder.unexplained',
                           row(known.violations || array(select v from unnest(violations) v
                                                         where not v = any (coalesce(known.violations, '{}'))),
                               known.rules || rules, known.bookings || bookings)::guard.unexplained::text, true);
        if pg_trigger_depth() = 0 then
            perform guard.refuse_unexplained();
        end if;
        return;
    end if;
    update change c set reason = concat_ws('; ', c.reason, why)
    where c.id = guard.change_id() and c.reason is distinct from why;
end
$$;

CREATE FUNCTION guard.easter(year integer) RETURNS date
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    golden int := year % 19;
    century int := year / 100;
    moon int := (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    weekday int := (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    correction int := (golden + 11 * moon + 22 * weekday) / 451;
    since_march int := moon + weekday - 7 * correction + 114;
begin
    return make_date(year, since_march / 31, since_march % 31 + 1);
end
$$;

CREATE FUNCTION guard.enter(charges polder.charge[], old polder.charge[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    steps polder.ledger[];
begin
    if old <> '{}' then
        delete from charge c using unnest(old) o
        where c.placement_id = o.placement_id and c.node_id = o.node_id and c.source_id = o.source_id
          and c.during = o.during;
    end if;
    insert into charge select * from unnest(charges);
    steps := guard.steps_of(charges, old);
    -- Nobody else writes these: the data centre is locked. (ON CONFLICT would count with others, at twice the cost.)
    merge into ledger l using unnest(steps) s
    on l.node_id = s.node_id and l.source_id = s.source_id and l.day = s.day
    when matched then update set
        normal_main = l.normal_main + s.normal_main, normal_l1 = l.normal_l1 + s.normal_l1,
        normal_l2 = l.normal_l2 + s.normal_l2, normal_l3 = l.normal_l3 + s.normal_l3,
        extra_main = l.extra_main + s.extra_main, extra_l1 = l.extra_l1 + s.extra_l1,
        extra_l2 = l.extra_l2 + s.extra_l2, extra_l3 = l.extra_l3 + s.extra_l3
    when not matched then insert values
        (s.node_id, s.source_id, s.day, s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.extra_main, s.extra_l1,
         s.extra_l2, s.extra_l3);

    -- A bound rises by all that comes; what goes may go before the peak or after it. (Of steps before its first day
    -- guard.overloads takes care.)
    merge into ledger_peak p
    using (select s.node_id, s.source_id, guard.total(greatest(s.normal_main, 0)) as normal_main,
                  guard.total(greatest(s.normal_l1, 0)) as normal_l1, guard.total(greatest(s.normal_l2, 0)) as normal_l2,
                  guard.total(greatest(s.normal_l3, 0)) as normal_l3,
                  guard.total(greatest(s.normal_main + s.extra_main, 0)) as total_main,
                  guard.total(greatest(s.normal_l1 + s.extra_l1, 0)) as total_l1,
                  guard.total(greatest(s.normal_l2 + s.extra_l2, 0)) as total_l2,
                  guard.total(greatest(s.normal_l3 + s.extra_l3, 0)) as total_l3
           from unnest(steps) s
           group by s.node_id, s.source_id) s
    on p.node_id = s.node_id and p.source_id = s.source_id
    when matched then update set
        normal_main = p.normal_main + s.normal_main, normal_l1 = p.normal_l1 + s.normal_l1,
        normal_l2 = p.normal_l2 + s.normal_l2, normal_l3 = p.normal_l3 + s.normal_l3,
        total_main = p.total_main + s.total_main, total_l1 = p.total_l1 + s.total_l1,
        total_l2 = p.total_l2 + s.total_l2, total_l3 = p.total_l3 + s.total_l3
    when not matched then insert
        (node_id, source_id, normal_main, normal_l1, normal_l2, normal_l3, total_main, total_l1, total_l2, total_l3)
        values (s.node_id, s.source_id, s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.total_main, s.total_l1,
                s.total_l2, s.total_l3);
    if old <> '{}' then
        -- Days on which nothing changes any more. (Eight comparisons, as the planner reckons, no row passes, and then it
        -- would compare each with each.)
        delete from ledger l
        using (select distinct o.node_id, o.source_id, d.day
               from unnest(old) o cross join lateral (values (lower(o.during)), (upper(o.during))) d (day)) o
        where l.node_id = o.node_id and l.source_id = o.source_id and l.day = o.day
          and greatest(abs(l.normal_main), abs(l.normal_l1), abs(l.normal_l2), abs(l.normal_l3),
                       abs(l.extra_main), abs(l.extra_l1), abs(l.extra_l2), abs(l.extra_l3)) = 0;
    end if;
end
$$;

CREATE FUNCTION guard.enter_installable(arguments jsonb, seen bigint) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    asked request;
    place placement;
begin
    if arguments ->> 'placement' is not null then
        place := guard.enter_placement('install', arguments - 'asset_tag', seen);
        asked := guard.request_behind(place.id);
        if asked.id is not null then
            perform guard.enter_request('install', jsonb_build_object('request', asked.id), null);
        end if;
        return place;
    end if;
    asked := guard.enter_request('install', arguments, seen);
    select p.* into place
    from guard.request_placements(asked.id, 'held', 'delivered') p
    join equipment e on e.id = p.equipment_id join request_item i on i.id = e.request_item_id
    where i.ordinal = coalesce(guard.number_of(arguments, 'item', 1, 32767), i.ordinal)
    order by p.bay_id is not null, i.ordinal, p.id limit 1;   -- a chassis before what is in it
    if place.id is null then
        perform guard.refuse_value('item', arguments -> 'item', 'an item with a piece that is not yet installed');
    end if;
    return guard.enter_placement('install', jsonb_build_object('placement', place.id), null);
end
$$;

CREATE FUNCTION guard.enter_node(arguments jsonb, field text, wanted text) RETURNS polder.node
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    entered node;
begin
    select n.* into entered from node n where n.id = guard.node_named(arguments, field);
    if not guard.is_tool() and not coalesce(entered.site_id = any (guard.my_sites(
            case entered.kind when 'agreement_line' then 'agreement_manager' else 'facility_manager' end)), false) then
        perform guard.refuse_right(wanted || ': this is for the facility manager of the data centre, '
                                   'of an agreement for the host''s agreement manager');
    end if;
    return entered;
end
$$;

CREATE FUNCTION guard.enter_placement(wanted text, arguments jsonb, seen bigint) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    entered placement;
    found_id int := guard.placement_of(arguments);
    rule record;
begin
    select * into strict rule from place_step s where s.intention = wanted;
    if found_id is null then
        perform guard.refuse_absent('placement', coalesce(nullif(arguments -> 'placement', 'null'),
                                                          to_jsonb(guard.text_of(arguments, 'asset_tag'))));
    end if;
    perform guard.lock_placements(array[found_id]);
    select * into entered from placement p where p.id = found_id;
    if not exists (select from placed s
                   where s.id = entered.id and s.site_id = any (guard.my_sites(variadic rule.who))) then
        perform guard.refuse_right(wanted || ': this is for the ' || array_to_string(rule.who, ' or '));
    end if;
    perform guard.refuse_stale('placement', entered.id, seen);
    if entered.hold_until < guard.today() then
        entered.state := 'expired'; -- though nobody has put it away yet
    end if;
    if not entered.state = any (rule.from_states) then
        perform guard.refuse_state(entered.state, wanted,
            array(select s.intention from place_step s where entered.state = any (s.from_states) order by 1));
    end if;
    return entered;
end
$$;

CREATE FUNCTION guard.enter_placements(wanted text, arguments jsonb, seen bigint, from_state text) RETURNS polder.placement[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    asked request;
    one placement;
    entered placement[] := '{}';
begin
    if arguments ->> 'placement' is not null or arguments ->> 'asset_tag' is not null then
        return array[guard.enter_placement(wanted, arguments, seen)];
    end if;
    asked := guard.enter_request(wanted, arguments, seen);
    for one in select * from guard.request_placements(asked.id, from_state) loop
        entered := entered || guard.enter_placement(wanted, jsonb_build_object('placement', one.id), null);
    end loop;
    return entered;
end
$$;

CREATE FUNCTION guard.enter_request(wanted text, arguments jsonb, seen bigint) RETURNS polder.request
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    entered request := guard.request_of(arguments);
    rule record;
begin
    select * into strict rule from step s where s.intention = wanted;
    if not exists (select from unnest(rule.who) who where guard.acts_as(entered, who)) then
        perform guard.refuse_right(wanted || ': this is for the ' || array_to_string(rule.who, ' or '));
    end if;
    perform guard.refuse_stale('request', entered.id, seen);
    entered := guard.without_lapsed(entered);
    if not entered.state = any (rule.from_states) or rule.whole and guard.has_arrived(entered.id) then
        perform guard.refuse_state(entered.state, wanted, guard.possible(entered));
    end if;
    return entered;
end
$$;

CREATE TABLE polder.request_item (
    id integer NOT NULL,
    request_id integer NOT NULL,
    ordinal smallint NOT NULL,
    model_id integer,
    description text DEFAULT ''::text NOT NULL,
    count smallint DEFAULT 1 NOT NULL,
    kind text DEFAULT 'rack'::text NOT NULL,
    height_hu smallint,
    half_width boolean DEFAULT false NOT NULL,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    weight_g bigint,
    nameplate_w integer,
    draw_w integer,
    cords smallint,
    phases text DEFAULT '1'::text NOT NULL,
    plug text,
    airflow text,
    inlet_min_mc integer,
    inlet_max_mc integer,
    ports jsonb DEFAULT '[]'::jsonb NOT NULL,
    shareable boolean DEFAULT false NOT NULL,
    CONSTRAINT request_item_cords_check CHECK (((cords >= 1) AND (cords <= 12))),
    CONSTRAINT request_item_count_check CHECK (((count >= 1) AND (count <= 1000))),
    CONSTRAINT request_item_depth_mm_check CHECK ((depth_mm > 0)),
    CONSTRAINT request_item_draw_w_check CHECK ((draw_w >= 0)),
    CONSTRAINT request_item_height_hu_check CHECK ((height_hu >= 0)),
    CONSTRAINT request_item_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT request_item_kind_check CHECK ((kind = ANY (ARRAY['rack'::text, 'zero_u'::text, 'bay'::text, 'floor'::text]))),
    CONSTRAINT request_item_nameplate_w_check CHECK ((nameplate_w >= 0)),
    CONSTRAINT request_item_ordinal_check CHECK ((ordinal > 0)),
    CONSTRAINT request_item_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '123'::text]))),
    CONSTRAINT request_item_weight_g_check CHECK ((weight_g > 0)),
    CONSTRAINT request_item_width_mm_check CHECK ((width_mm > 0))
);

CREATE FUNCTION guard.equip(request polder.request, item polder.request_item) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
    known model;
    supply record;
    draft equipment;
begin
    select * into known from model m where m.id = item.model_id;
    select count(*)::int as number, min(s.inlet) as inlet, max(s.phases) as phases into supply
    from model_supply s where s.model_id = item.model_id;
    draft.height_hu := coalesce(item.height_hu, known.height_hu, 0);
    draft.depth_mm := coalesce(item.depth_mm, known.depth_mm);
    draft.width_mm := coalesce(item.width_mm, known.width_mm);
    draft.height_mm := coalesce(item.height_mm, known.height_mm);
    draft.weight_g := coalesce(item.weight_g, known.weight_g);
    draft.airflow := coalesce(item.airflow, known.airflow);
    draft.inlet_min_mc := coalesce(item.inlet_min_mc, known.inlet_min_mc);
    draft.inlet_max_mc := coalesce(item.inlet_max_mc, known.inlet_max_mc);
    draft.nameplate_w := coalesce(item.nameplate_w, known.nameplate_w);
    draft.cords := case when item.cords is not null then item.cords
                        when item.draw_w = 0 then 0
                        when item.kind = 'bay' then supply.number       -- none: it draws through the chassis's
                        else coalesce(nullif(supply.number, 0), 2) end;
    draft.plug := coalesce(item.plug, supply.inlet);
    draft.kind := case when item.kind = 'rack' and known.kind = 'chassis' then 'chassis' else item.kind end;
    -- Equipment that changes gives its place back first: the guard would judge the new size in the old place.
    update placement p set state = 'released', hold_until = null
    from equipment e
    where p.equipment_id = e.id and e.request_item_id = item.id and p.state = 'held'
      and (e.height_hu, e.half_width, e.width_mm, e.depth_mm, e.weight_g, e.airflow, e.inlet_min_mc, e.inlet_max_mc,
           e.nameplate_w, e.budgeted_w, e.cords, e.phases, e.plug, e.data_class, e.medical, e.personal_data,
           e.availability_class)
          is distinct from
          (draft.height_hu, item.half_width, draft.width_mm, draft.depth_mm, draft.weight_g, draft.airflow,
           draft.inlet_min_mc, draft.inlet_max_mc, draft.nameplate_w, item.draw_w, draft.cords, item.phases, draft.plug,
           request.data_class, request.medical, request.personal_data, request.availability_class);
    update equipment e
    set (model_id, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, airflow, inlet_min_mc,
         inlet_max_mc, nameplate_w, budgeted_w, cords, phases, plug, ports, shareable, data_class, medical,
         personal_data, availability_class) =
        (item.model_id, draft.kind, draft.height_hu, item.half_width, draft.width_mm, draft.depth_mm, draft.height_mm,
         draft.weight_g, draft.airflow, draft.inlet_min_mc, draft.inlet_max_mc, draft.nameplate_w, item.draw_w,
         draft.cords, item.phases, draft.plug, item.ports, item.shareable, request.data_class, request.medical,
         request.personal_data, request.availability_class)
    where e.request_item_id = item.id
      and not exists (select from placement p where p.equipment_id = e.id and p.state not in ('held', 'released'));
    insert into equipment (request_item_id, model_id, kind, name, owner_id, department_id, sponsor_id,
                           security_contact_id, project, cost_centre, data_class, medical, personal_data,
                           availability_class, shareable, height_hu,
                           half_width, width_mm, depth_mm, height_mm, weight_g, airflow, inlet_min_mc, inlet_max_mc,
                           drift_mk_per_h, nameplate_w, budgeted_w, power_source, cords, phases, plug, ports)
    select item.id, item.model_id, draft.kind,
           format('%s-%s.%s', request.number, item.ordinal, piece), request.organisation_id, request.department_id,
           request.sponsor_id, request.security_contact_id, request.project, request.cost_centre, request.data_class,
           request.medical, request.personal_data, request.availability_class, item.shareable, draft.height_hu,
           item.half_width, draft.width_mm, draft.depth_mm, draft.height_mm, draft.weight_g, draft.airflow,
           draft.inlet_min_mc, draft.inlet_max_mc, known.drift_mk_per_h, draft.nameplate_w, item.draw_w,
           'request', draft.cords, item.phases, draft.plug, item.ports
    from generate_series((select count(*)::int from piece p where p.item_id = item.id) + 1, item.count) piece;
    insert into equipment_contact (equipment_id, person_id)
    select e.id, c.person_id
    from equipment e join request_contact c on c.request_id = request.id
    where e.request_item_id = item.id
    on conflict do nothing;
    return guard.pieces_to_place(item);
end
$$;

CREATE FUNCTION guard.explain(misfits polder.misfit[], overloads guard.violation[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    rules text[];
    bookings int[];
begin
    select array_agg(b.rule), array_agg(b.placement_id) into rules, bookings
    from (select m.rule, m.placement_id from unnest(misfits) m
          union all
          select v.rule, l.id
          from unnest(overloads) v
          join guard.overruns(array(select x.node_id from unnest(overloads) x)) o
               on ((o.standing).rule, (o.standing).node_id, (o.standing).quantity, (o.standing).failing)
                  = (v.rule, v.node_id, v.quantity, v.failing)
          cross join lateral guard.loading(v.node_id, v.quantity, o.days) l (id)) b;
    perform guard.demand_reason(array(select guard.violation_of(m) from unnest(misfits) m) || overloads, rules, bookings);
end
$$;

CREATE FUNCTION guard.family(ids integer[], around integer[] DEFAULT '{}'::integer[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with own as materialized (
            select p.equipment_id, p.chassis_id from placement p where p.id = any (ids)
        ), inside as materialized (
            select i.id from own o join placement i on i.chassis_id = o.equipment_id where i.state <> 'released'
        )
        select unnest(ids)
        union
        select i.id from inside i
        union
        select c.id
        from (select unnest(around) as id
              union select o.equipment_id from own o
              union select o.chassis_id from own o where o.chassis_id is not null) k
        join placement c on c.equipment_id = k.id and c.state <> 'released');
end
$$;

CREATE FUNCTION guard.fewest_left(feeds text, leaf integer) RETURNS TABLE(living integer, source_id integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with reach as materialized (
        select c.cord, h.ancestor_id as node_id, h.distance
        from string_to_table(feeds, ' ') with ordinality c (fed, cord)
        join node_path h on h.node_id = split_part(c.fed, ':', 1)::int
    ), failing as (
        -- Of each cord the topmost node that is not above this leaf.
        select distinct on (r.cord) r.node_id
        from reach r
        where not exists (select from node_path own where own.node_id = leaf and own.ancestor_id = r.node_id)
        order by r.cord, r.distance desc
    )
    select (select count(distinct r.cord) from reach r where r.node_id is distinct from f.node_id
            and not exists (select from reach d where d.cord = r.cord and d.node_id = f.node_id))::int as left_over, f.node_id
    from (select node_id from failing union all select null) f
    order by left_over, f.node_id
    limit 1;
end
$$;

CREATE FUNCTION guard.find_misfits(worse polder.misfit[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    update finding f set resolved_on = guard.today()
    from unnest(worse) w
    where f.placement_id = w.placement_id and f.kind in ('violation', 'unknown') and f.resolved_on is null
      and f.rule = w.rule and f.text = guard.found_text(w.place, w.quantity, w.failing);
    insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during,
                         text, found_on)
    select w.rule, case when w.capacity is null then 'unknown' else 'violation' end, w.placement_id, w.node_id, p.rack_id,
           o.site_id, w.requested, w.used, w.capacity, w.unit, w.during,
           guard.found_text(w.place, w.quantity, w.failing), guard.today()
    from unnest(worse) w
    left join lateral (select s.rack_id, s.room_id from guard.spot s where s.placement_id = w.placement_id
                       order by s.during && w.during desc, lower(s.during) limit 1) p on true
    left join rack r on r.id = p.rack_id
    left join room o on o.id = coalesce(r.room_id, p.room_id);
end
$$;

CREATE TABLE polder.node_limit (
    id integer NOT NULL,
    node_id integer NOT NULL,
    from_date date DEFAULT '2000-01-01'::date NOT NULL,
    normal_main bigint,
    normal_line bigint,
    failover_main bigint,
    failover_line bigint,
    rating_main bigint,
    rating_line bigint,
    source text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT node_limit_failover_line_check CHECK ((failover_line >= 0)),
    CONSTRAINT node_limit_failover_main_check CHECK ((failover_main >= 0)),
    CONSTRAINT node_limit_normal_line_check CHECK ((normal_line >= 0)),
    CONSTRAINT node_limit_normal_main_check CHECK ((normal_main >= 0)),
    CONSTRAINT node_limit_rating_line_check CHECK ((rating_line >= 0)),
    CONSTRAINT node_limit_rating_main_check CHECK ((rating_main >= 0))
);

CREATE FUNCTION guard.find_overruns(nodes integer[], held polder.node_limit[] DEFAULT '{}'::polder.node_limit[], was polder.node[] DEFAULT '{}'::polder.node[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if nodes = '{}' then
        return;
    end if;
    with overrun as materialized (
        select o.* from guard.overruns(nodes, held, was) o
    ), resolved as (
        update finding f set resolved_on = guard.today()
        where f.node_id = any (nodes) and f.resolved_on is null and f.kind in ('violation', 'unknown')
          and case when f.placement_id is null then true
                   else f.override_id is not null
                        and not exists (select from overrun o
                                        where ((o.standing).node_id, (o.standing).rule) = (f.node_id, f.rule)) end
    )
    insert into finding (rule, kind, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on)
    select v.rule, case when v.capacity is null then 'unknown' else 'violation' end, v.node_id, n.rack_id, n.site_id,
           v.requested, v.used, v.capacity, v.unit, daterange(v.date, null),
           guard.found_text(v.place, v.quantity, v.failing), guard.today()
    from overrun o
    cross join lateral (select (o.standing).*) v
    join node n on n.id = v.node_id
    where o.worse_days is not null
       or not exists (select from finding f where f.node_id = v.node_id and f.rule = v.rule and f.override_id is not null
                                             and f.resolved_on is null);
end
$$;

CREATE FUNCTION guard.find_unknown_ports() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    racks int[];
    sites int[];
    unknown guard.violation[];
    fresh guard.violation[];
begin
    select coalesce(array_agg(u.rack_id), '{}'), coalesce(array_agg(u.site_id), '{}'),
           coalesce(array_agg(row('N1', u.place, null, u.ports, null, null, 'pieces', '', '', u.day)::guard.violation), '{}')
    into racks, sites, unknown
    from (select r.id as rack_id, o.site_id,
                 coalesce(guard.rack_name(r.id), guard.room_name(o.id)) || ' '
                 || guard.port_name(w.speed_mbps, w.medium, w.out_of_band) as place,
                 sum(w.ports) as ports, min(lower(p.during)) as day
          from equipment e
          join guard.spot p on p.equipment_id = e.id
          left join rack r on r.id = p.rack_id
          join room o on o.id = coalesce(r.room_id, p.room_id)
          cross join lateral guard.ports_of(e.ports) w
          where e.ports <> '[]' and (select network_ports_refuse from policy)
            and not exists (select from network_ports n
                            where (n.rack_id = r.id or n.row_id = r.row_id or n.room_id = p.room_id)
                              and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band))
          group by r.id, o.id, w.speed_mbps, w.medium, w.out_of_band) u;
    fresh := array(select v from unnest(unknown) v
                   where not exists (select from finding f where f.rule = 'N1' and f.kind = 'unknown' and f.node_id is null
                                                             and f.resolved_on is null and f.text = v.place));
    perform guard.demand_reason(fresh, '{}', '{}');
    update finding f set resolved_on = guard.today()
    where f.rule = 'N1' and f.kind = 'unknown' and f.node_id is null and f.resolved_on is null
      and f.text not in (select v.place from unnest(unknown) v);
    insert into finding (rule, kind, rack_id, site_id, requested, unit, during, text, found_on)
    select 'N1', 'unknown', racks[v.n], sites[v.n], v.requested, v.unit, daterange(v.date, null), v.place, guard.today()
    from unnest(unknown) with ordinality v (rule, place, node_id, requested, used, capacity, unit, quantity, failing, date, n)
    where v.place in (select f.place from unnest(fresh) f);
end
$$;

CREATE FUNCTION guard.finish_intention(key uuid, result jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    answer jsonb := jsonb_build_object('generation', null) || result;
begin
    update intention i set result = answer, change_id = guard.change_id() where i.key = finish_intention.key;
    return answer;
end
$$;

CREATE FUNCTION guard.floor_misfits(placed guard.standing[]) RETURNS SETOF polder.misfit
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with thing as materialized (
        select p.placement_id, p.during, p.room_id, p.inherited, p.weight_g, f.footprint, f.clearance, f.bounds,
               (f.bounds[1])[0]::int as west, (f.bounds[1])[1]::int as north, (f.bounds[0])[0]::int as east,
               (f.bounds[0])[1]::int as south, point(p.x_mm, p.y_mm) as spot, o.width_mm as room_wide,
               o.depth_mm as room_deep, o.floor_class,
               coalesce(e.width_mm, m.width_mm)::bigint * coalesce(e.depth_mm, m.depth_mm) as area_mm2
        from unnest(placed) p
        join room o on o.id = p.room_id
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        left join floor_shape f on f.placement_id = p.placement_id
        where p.x_mm is not null
    )
    select t.placement_id, v.rule, guard.room_name(t.room_id) || v.what, null::int, v.requested::bigint, 0::bigint,
           v.capacity::bigint, v.unit, v.quantity, '', v.during, v.other
    from thing t
    cross join lateral (
        -- Nobody knows how big it is.
        select 'S6' as rule, '' as what, 1::bigint as requested, null::bigint as capacity, 'mm' as unit,
               'size' as quantity, t.during, '' as other
        where t.footprint is null
        union all
        select 'S6', '', s.beyond, 0, 'mm', '', t.during, 'room'
        from (select greatest(-t.west, -t.north, t.east - t.room_wide, t.south - t.room_deep) as beyond) s
        where s.beyond > 0
        union all
        select 'S6', ' footprint', n.overlap, 0, 'mm', '', t.during * f.during, 'placement ' || f.placement_id
        from floor_shape f
        cross join lateral (select greatest(guard.overlap_mm(t.clearance, f.footprint), guard.overlap_mm(t.footprint, f.clearance),
                                            guard.overlap_mm(t.footprint, f.footprint)) as overlap) n
        where f.room_id = t.room_id and f.bounds && t.bounds and f.during && t.during and f.placement_id <> t.placement_id
          and n.overlap is not null
        union all
        select 'S6', '/' || r.code, n.overlap, 0, 'mm', '', t.during * r.during, 'rack ' || r.id
        from rack r
        cross join lateral (select greatest(guard.overlap_mm(t.clearance, guard.rack_corners(r)),
                                            guard.overlap_mm(t.footprint, guard.rack_corners(r))) as overlap) n
        where r.room_id = t.room_id and r.during && t.during
          and r.x_mm < t.east and r.y_mm < t.south and r.x_mm + greatest(r.width_mm, r.depth_mm) > t.west
          and r.y_mm + greatest(r.width_mm, r.depth_mm) > t.north
          and n.overlap is not null
        union all
        select 'S6', ' ' || coalesce(nullif(f.name, ''), f.kind), n.overlap, 0, 'mm', '', t.during, 'feature ' || f.id
        from room_feature f
        cross join lateral (select f.kind in ('aisle_cold', 'aisle_hot') as is_aisle, guard.corners_of(f.shape) as corners) k
        cross join lateral (
            select greatest(case when not k.is_aisle then guard.overlap_mm(t.clearance, k.corners) end,
                            guard.overlap_mm(t.footprint, k.corners)) as overlap
            where t.footprint is not null) n
        where f.room_id = t.room_id and (k.is_aisle or f.kind in ('wall', 'column') or f.keep_clear)
          and n.overlap is not null
        union all
        -- S4: a third of it on a tile; and all of it on its footprint. g = 9.81 m/s2.
        select 'S4', '', t.weight_g, l.limit_g, 'g', 'tile', t.during, ''
        from (select 3 * ('{2000,3000,4000,4500,5000,6000}'::bigint[])[t.floor_class] * 100000 / 981 as limit_g) l
        where t.weight_g > l.limit_g
        union all
        select 'S4', '', t.weight_g, l.limit_g, 'g', 'area', t.during * v.during, ''
        from room_environment v
        cross join lateral (select v.floor_load_n_m2 * t.area_mm2 / 9810 as limit_g) l
        where v.room_id = t.room_id and v.during && t.during and t.weight_g > l.limit_g
          and case when v.shape is not null then guard.polygon_of(v.shape) @> t.spot
                   else not exists (select from room_environment w
                                    where w.room_id = v.room_id and w.shape is not null and w.floor_load_n_m2 is not null
                                      and w.during @> v.during and guard.polygon_of(w.shape) @> t.spot) end
        union all
        -- S9: no route lets it through.
        select 'S9', ' ' || c.segment, c.requested, c.capacity, c.unit, c.quantity, t.during, c.route
        from delivered_item d
        cross join lateral guard.closed_routes(d.room_id, d.wide, d.deep, d.high, d.heavy_g) c
        where d.placement_id = t.placement_id and not t.inherited
          and not exists (select from delivery_segment s
                          where s.room_id = t.room_id
                            and s.route not in (select x.route from guard.closed_routes(d.room_id, d.wide, d.deep, d.high,
                                                                                       d.heavy_g) x))
    ) v;
end
$$;

CREATE FUNCTION guard.follow_lapsed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    lapsed_request request;
    reason text;
    left_in text;
    today date := guard.today();
begin
    if not exists (select from old_rows o where o.state = 'held' and o.hold_until < today) then
        return null;
    end if;
    for lapsed_request in
        select r.* from request r
        where r.state in ('held', 'in review')
          and r.id in (select i.request_id
                       from old_rows o join new_rows n on n.id = o.id
                       join equipment e on e.id = o.equipment_id
                       join request_item i on i.id = e.request_item_id
                       where o.state = 'held' and o.hold_until < guard.today() and n.state = 'released')
        order by r.id
    loop
        reason := format('the hold lapsed after %s', lapsed_request.hold_until);
        if lapsed_request.state = 'held' and coalesce(guard.hindmost(lapsed_request.id), 'removed') = 'removed' then
            left_in := 'expired';
            update request set state = left_in, state_reason = reason, decided_at = clock_timestamp()
            where id = lapsed_request.id;
            perform guard.note_wishes(lapsed_request.id);
        else
            left_in := guard.follow_pieces(lapsed_request.id, reason);
        end if;
        if left_in <> lapsed_request.state then
            perform guard.tell(guard.home_people(lapsed_request), 'expired',
                               jsonb_build_object('request', lapsed_request.id));
        end if;
    end loop;
    return null;
end
$$;

CREATE FUNCTION guard.follow_pieces(request integer, reason text DEFAULT ''::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    followed request;
    left_in text;
    hold_ends date;
begin
    select * into followed from request r where r.id = request for update;
    left_in := guard.state_by_pieces(followed);
    hold_ends := guard.held_until(request);
    update request r
    set state = left_in, hold_until = hold_ends,
        state_reason = case when r.state = left_in then r.state_reason else reason end,
        decided_at = case when r.state <> left_in and left_in = 'in review' then null else r.decided_at end
    where r.id = request and (r.state, r.hold_until) is distinct from (left_in, hold_ends);
    perform guard.note_wishes(request);
    return left_in;
end
$$;

CREATE FUNCTION guard.found_text(place text, quantity text, failing text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select concat_ws(' ', place, nullif(quantity, ''), nullif(failing, ''))
$$;

CREATE FUNCTION guard.free_blocked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    delete from box where blocked_id = old.id;
    return old;
end
$$;

CREATE FUNCTION guard.furnish_racks(racks integer[], parents_a integer[], parents_b integer[], feeds text[], mass_g bigint[], heat_mw bigint[], tap_offs boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    with rack_of as (
        select u.*, r.room_id, m.site_id, m.code || '-' || r.code as name
        from unnest(racks, mass_g, heat_mw) u (rack_id, mass, heat)
        join rack r on r.id = u.rack_id join room m on m.id = r.room_id
    ), made as (
        insert into node (kind, site_id, room_id, rack_id, name)
        select k.kind, site_id, room_id, rack_id, name || k.suffix
        from rack_of cross join (values ('rack_mass', ' mass'), ('rack_heat', ' heat')) k (kind, suffix)
        returning id, kind, rack_id
    )
    insert into node_limit (node_id, normal_main, rating_main, source)
    select made.id, n.amount, n.amount, 'rack'
    from made join rack_of using (rack_id)
    cross join lateral (select case made.kind when 'rack_mass' then mass else heat end as amount) n;

    if tap_offs then
        with made as (
            insert into node (kind, parent_id, site_id, room_id, rack_id, name, side, phases)
            select 'feed', t.parent_id, t.site_id, t.room_id, t.rack_id, t.name || '-FEED-' || t.side, t.side, t.phases
            from guard.rack_side(racks, parents_a, parents_b, feeds) t
            returning id, rack_id, side
        )
        select array_agg(a.id order by o.n), array_agg(b.id order by o.n) into parents_a, parents_b
        from unnest(racks) with ordinality o (rack_id, n)
        join made a on a.rack_id = o.rack_id and a.side = 'A'
        join made b on b.rack_id = o.rack_id and b.side = 'B';
    end if;

    insert into node (kind, parent_id, site_id, room_id, rack_id, name, side, phases)
    select 'rack_pdu', t.parent_id, t.site_id, t.room_id, t.rack_id, t.name || '-PDU-' || t.side, t.side, t.phases
    from guard.rack_side(racks, parents_a, parents_b, feeds) t;

    insert into node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line,
                            source)
    select n.id, f.phases * f.line_mva, f.line_mva, f.phases * f.line_mva, f.line_mva, f.phases * f.line_mva,
           f.line_mva, f.feed
    from unnest(racks, feeds) u (rack_id, feed)
    join guard.usual_feed f on f.feed = u.feed
    join node n on n.rack_id = u.rack_id and n.kind in ('feed', 'rack_pdu');

    insert into outlet (node_id, name, type, phases, max_ma)
    select n.id, o.type || '-' || i, o.type,
           case when n.phases = '123' then ((i + n.rack_id) % 3 + 1)::text else n.phases end, o.max_ma
    from unnest(racks, feeds) u (rack_id, feed)
    join guard.usual_feed f on f.feed = u.feed
    join node n on n.rack_id = u.rack_id and n.kind = 'rack_pdu'
    cross join lateral (values ('C13', f.c13, 10000), ('C19', f.c19, 16000)) o (type, outlets, max_ma)
    cross join lateral generate_series(1, o.outlets) i
    order by n.id, o.type, i;
end
$$;

CREATE FUNCTION guard.generate_chain() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.generate_power('supply', 30000, array_agg(null::int), array_agg(s.id), array_agg(null::int),
                                 array_agg('GRID'::text), array_agg(null::text))
    from site s;
    perform guard.generate_power('transfer', 30000, array_agg(n.id), array_agg(n.site_id), array_agg(null::int),
                                 array_agg('ATS-' || s.side), array_agg(s.side))
    from node n cross join (values ('A'), ('B')) s (side) where n.kind = 'supply';
    perform guard.generate_power('ups', 800, array_agg(n.id), array_agg(r.site_id), array_agg(r.id),
                                 array_agg('UPS-' || r.code || '-' || n.side), array_agg(n.side))
    from room r join node n on n.site_id = r.site_id and n.kind = 'transfer';
    perform guard.generate_power('busway', 173, array_agg(n.id), array_agg(n.site_id), array_agg(n.room_id),
                                 array_agg(r.code || '-BW-' || w.code || '-' || n.side), array_agg(n.side))
    from rack_row w join room r on r.id = w.room_id join node n on n.room_id = r.id and n.kind = 'ups';

    perform guard.furnish_racks(array_agg(k.id order by k.id), array_agg(a.id order by k.id),
                                array_agg(b.id order by k.id),
                                array_agg('32A 1P'::text), array_agg(1000000::bigint), array_agg(15000000::bigint),
                                false)
    from rack k
    join rack_row w on w.id = k.row_id
    join room r on r.id = k.room_id
    join node a on a.room_id = r.id and a.kind = 'busway' and a.name = r.code || '-BW-' || w.code || '-A'
    join node b on b.room_id = r.id and b.kind = 'busway' and b.name = r.code || '-BW-' || w.code || '-B';

    with made as (
        insert into node (kind, site_id, name)
        select 'agreement_line', min(s.id), a.reference || ' ' || u.code
        from agreement a join site s on s.organisation_id = a.host_id cross join unit u
        where u.code in ('U', 'kW', 'kg')
        group by a.reference, u.code
        returning id, name
    ), limited as (
        insert into node_limit (node_id, normal_main, source)
        select made.id, 1000000 * u.base_per_unit, 'quota'
        from made join unit u on made.name like '% ' || u.code
    )
    insert into agreement_line (agreement_id, topic, unit, quota, during, node_id)
    select a.id, 'hosting', u.code, 1000000, a.during, made.id
    from made join unit u on made.name like '% ' || u.code join agreement a on made.name = a.reference || ' ' || u.code;
end
$$;

CREATE FUNCTION guard.generate_devices(from_rack integer, until_rack integer, racks integer, devices integer, seed integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    with filled as (
        select k.id as rack_id, k.n, o.id as host_id, k.room_id,
               devices / racks + case when k.n < devices % racks then 1 else 0 end as count
        from (select r.*, row_number() over (order by id) - 1 as n from rack r) k
        join room m on m.id = k.room_id join site s on s.id = m.site_id join organisation o on o.id = s.organisation_id
        where k.n >= from_rack and k.n < until_rack
    ), place as (
        select f.*, i, f.n * 36 + i as serial, least(2, 46 / f.count) as units,
               case when guard.scatter(f.n, seed, 10) > 0 then f.host_id
                    else (select min(g.id) from organisation g where g.id <> f.host_id) end as owner_id
        from filled f cross join lateral generate_series(0, f.count - 1) i
    ), dated as (
        select p.*, nextval(pg_get_serial_sequence('polder.equipment', 'id'))::int as id,
               guard.scatter(p.serial, seed + 1, 2) + 1 as cords,
               1 + guard.scatter(p.serial, seed + 2, p.units) as height,
               -- no more than a C13 gives
               least(6600 / p.count * (50 + guard.scatter(p.serial, seed + 3, 50)) / 100, 2180) as draw_w,
               guard.today() - 1825 + guard.scatter(p.serial, seed + 4, 2000) as from_date,
               365 + guard.scatter(p.serial, seed + 5, 2000) as days
        from place p
    ), device as materialized (
        select d.*, m.id as model_id, m.depth_mm, m.weight_g, m.nameplate_w, t.id as department_id,
               case when d.days % 4 > 0 then d.from_date + d.days end as until_date
        from dated d
        join model m on m.slug = 'm' || guard.scatter(d.serial, seed + 6, 4) * 2 + d.height - 1
        join department t on t.organisation_id = d.owner_id and t.code = 'D' || d.serial % 10 + 1
    ), made as (
        insert into equipment (id, model_id, name, owner_id, department_id, serial, asset_tag, height_hu, depth_mm,
                               weight_g, airflow, nameplate_w, budgeted_w, power_source, cords, plug)
        overriding system value
        select id, model_id, 'device-' || serial, owner_id, department_id, 'S' || serial, 'T' || serial, 2 * height,
               depth_mm, weight_g, 'front-to-rear', nameplate_w, draw_w, 'budget', cords, 'C14'
        from device
        order by id
    )
    insert into placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
    select d.id, case when d.until_date <= guard.today() then 'ended' else 'installed' end,
           daterange(d.from_date, d.until_date), d.rack_id, 2 * d.i * d.units, plugged.ids
    from device d
    cross join lateral (
        select array_agg(o.id order by n.side) as ids
        from node n join outlet o on o.node_id = n.id and o.name = 'C13-' || d.i + 1
        where n.rack_id = d.rack_id and n.kind = 'rack_pdu'
          and (d.cords = 2 or n.side = case d.i % 2 when 0 then 'A' else 'B' end)
    ) plugged
    order by d.id;
$$;

CREATE FUNCTION guard.generate_estate(racks integer, devices integer, seed integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    first_row int;
begin
    if racks not between 1 and 100000 then
        raise exception 'racks: must be 1 to 100,000' using errcode = 'PL004',
            detail = json_build_object('field', 'racks', 'value', racks, 'allowed', '1 to 100,000');
    elsif devices not between 0 and 36 * racks then
        raise exception 'devices: must be at most 36 for each rack' using errcode = 'PL004',
            detail = json_build_object('field', 'devices', 'value', devices, 'allowed', format('0 to %s', 36 * racks));
    elsif exists (select from site) then
        raise exception 'this database holds an estate already' using errcode = 'PL006',
            detail = json_build_object('state', 'not empty', 'intention', 'generate_estate', 'allowed', '{}'::text[]);
    end if;
    perform guard.generate_parties();
    perform guard.generate_halls(racks);
    perform guard.generate_chain();
    perform guard.generate_library();
    -- The guard's plans for many rows need to know how many there are.
    analyze node, node_limit, node_path, outlet, rack, room, model;
    -- Rows of racks in parcels: a statement of a million placements would not fit in memory.
    for first_row in select generate_series(0, (racks - 1) / 20, 50) loop
        perform guard.generate_devices(first_row * 20, least(first_row * 20 + 1000, racks), racks, devices, seed);
        if first_row = 0 then
            analyze equipment, placement, box, connection, charge, ledger;
        end if;
        -- For a client that shows how far it is.
        raise notice using message = 'generate_estate', detail =
            jsonb_build_object('done', least(first_row * 20 + 1000, racks), 'count', racks);
    end loop;
end
$$;

CREATE FUNCTION guard.generate_halls(racks integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    insert into site (organisation_id, code, name)
    select o.id, 'SITE' || n, 'Data centre ' || n
    from generate_series(1, greatest(2, (racks + 2499) / 2500)) n
    join organisation o on o.code = case n % 2 when 1 then 'NORTH' else 'SOUTH' end
    order by n;

    insert into room (site_id, code, name, width_mm, depth_mm, height_mm)
    select s.id, 'H' || n + 1, 'Hall ' || n + 1, 15600, 15600, 3600
    from generate_series(0, (racks - 1) / 100) n
    join site s on s.code = 'SITE' || n % (select count(*) from site) + 1
    order by n;

    insert into room_feature (room_id, kind, name, shape)
    select r.id, 'wall', 'walls', jsonb_build_array(jsonb_build_array(0, 0), jsonb_build_array(15600, 0),
                                                    jsonb_build_array(15600, 15600), jsonb_build_array(0, 15600))
    from room r;

    insert into rack_row (room_id, code)
    select r.id, chr(65 + n) from room r cross join generate_series(0, 4) n order by r.id, n;

    insert into rack (room_id, row_id, code, x_mm, y_mm, orientation_deg, height_mm, height_u, usable_depth_mm, tare_g,
                      cooling, during)
    select w.room_id, w.id, w.code || lpad((n % 20 + 1)::text, 2, '0'), 1800 + 600 * (n % 20),
           2400 * (n / 20 % 5 + 1), case n / 20 % 2 when 0 then 180 else 0 end, 2200, 47, 1080, 135000, 'containment',
           daterange(guard.today() - 4000, null)
    from generate_series(0, racks - 1) n
    join room r on r.code = 'H' || n / 100 + 1
    join rack_row w on w.room_id = r.id and w.code = chr(65 + n / 20 % 5)
    order by n;
$$;

CREATE FUNCTION guard.generate_library() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    insert into manufacturer (name) values ('Synthetic');

    insert into model (manufacturer_id, name, slug, height_hu, full_depth, depth_mm, weight_g, airflow, nameplate_w,
                       source)
    select f.id, format('M%s-%sU', n, n % 2 + 1), format('m%s', n), 2 * (n % 2 + 1), true, 700 + 20 * n,
           12000 + 1000 * n, 'front-to-rear', 500 + 100 * n, 'synthetic'
    from manufacturer f cross join generate_series(0, 7) n;

    insert into model_supply (model_id, name, inlet, maximum_w)
    select m.id, 'PSU' || n, 'C14', m.nameplate_w from model m cross join generate_series(1, 2) n;
$$;

CREATE FUNCTION guard.generate_parties() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    insert into setting (key, value, description) values
        ('estate_notice', '{"en": "This estate is synthetic.", "nl": "Dit datacenter is door de computer bedacht."}',
         'Shown in the window as long as this estate is loaded');

    insert into organisation (code, name) values
        ('NORTH', 'University of the North'),
        ('SOUTH', 'University of the South');

    insert into department (organisation_id, code, name)
    select o.id, 'D' || n, 'Department ' || n from organisation o cross join generate_series(1, 10) n order by o.id, n;

    insert into person (organisation_id, department_id, login)
    select d.organisation_id, d.id, case when d.code in ('D1', 'D2') then guard.create_login(null) end
    from department d cross join generate_series(1, 5) order by d.id;

    insert into person_detail (person_id, handle, name)
    select p.id, lower(o.code) || '.' || row_number() over (partition by o.id order by p.id),
           'Person ' || row_number() over (order by p.id)
    from person p join organisation o on o.id = p.organisation_id;

    insert into appointment (person_id, role, organisation_id)
    select d.person_id, a.role, p.organisation_id
    from person p join person_detail d on d.person_id = p.id
    join (values (1, 'facility_manager'), (2, 'technician'), (3, 'coordinator'), (4, 'security_officer'),
                 (5, 'agreement_manager'), (6, 'reporting'), (7, 'administrator'), (8, 'sponsor'), (9, 'requester'),
                 (10, 'requester')) a (n, role) on d.handle like '%.' || a.n;

    insert into agreement (host_id, guest_id, reference, during)
    select h.id, g.id, h.code || '-' || g.code, daterange(guard.today() - 4000, null)
    from organisation h join organisation g on g.id <> h.id order by h.id;
$$;

CREATE FUNCTION guard.generate_power(kind text, kva integer, parents integer[], sites integer[], rooms integer[], names text[], sides text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    with made as (
        insert into node (kind, parent_id, site_id, room_id, name, side)
        select kind, u.parent, u.site, u.room, u.name, u.side
        from unnest(parents, sites, rooms, names, sides) u (parent, site, room, name, side)
        returning id
    )
    insert into node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line,
                            source)
    select id, kva * 950000::bigint, kva * 1000000::bigint / 3, kva * 950000::bigint, kva * 1000000::bigint / 3,
           kva * 950000::bigint, kva * 1000000::bigint / 3, kva || ' kVA'
    from made
$$;

CREATE FUNCTION guard.give_up(request integer, over text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.release_holds(request);
    return coalesce(nullif(guard.hindmost(request), 'removed'), over);
end
$$;

CREATE FUNCTION guard.has_arrived(request integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select exists (select from piece p
                       where p.request_id = request and p.state in ('delivered', 'installed', 'decommissioning')));
end
$$;

CREATE FUNCTION guard.has_stood(equipment integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select exists (select from placement p
                       where p.equipment_id = equipment
                         and (p.state = 'ended'
                              or exists (select from history.placement h where h.id = p.id and h.state = 'installed'))));
end
$$;

CREATE FUNCTION guard.headroom(node integer, on_day date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select (select l.normal_main from node_limit l where l.node_id = node and l.from_date <= on_day
            order by l.from_date desc limit 1)
           - coalesce((select sum(g.normal_main)::bigint from ledger g
                       where g.node_id = node and g.day <= on_day), 0)
$$;

CREATE FUNCTION guard.held_until(request integer) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select min(p.hold_until) from guard.request_placements(request, 'held') p);
end
$$;

CREATE FUNCTION guard.hindmost(request integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select p.state from piece p
        where p.request_id = request and p.state is not null
        order by array_position(guard.life(), p.state) limit 1);
end
$$;

CREATE FUNCTION guard.holds_role(person integer, wanted text, organisation integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select exists (select from in_office a
                       where a.person_id = person and a.role = wanted and a.organisation_id = organisation));
end
$$;

CREATE FUNCTION guard.home_organisations() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return guard.my_organisations('coordinator', 'security_officer', 'agreement_manager', 'reporting', 'administrator');
end
$$;

CREATE FUNCTION guard.home_people(request polder.request) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array[request.requester_id, request.sponsor_id, request.on_behalf_by]
           || array(select person_id from request_contact c where c.request_id = request.id);
end
$$;

CREATE FUNCTION guard.host_people(request polder.request, VARIADIC roles text[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select coalesce(array_agg(distinct a.person_id), '{}')
        from request_site rs
        join site s on s.id = rs.site_id
        join in_office a on a.organisation_id = s.organisation_id and (a.site_id is null or a.site_id = s.id)
        where rs.request_id = request.id and a.role = any (roles));
end
$$;

CREATE FUNCTION guard.host_racks() RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 500
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query select r.id from rack r join room m on m.id = r.room_id where m.site_id = any (guard.host_sites());
end
$$;

CREATE FUNCTION guard.host_rooms() RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query select m.id from room m where m.site_id = any (guard.host_sites());
end
$$;

CREATE FUNCTION guard.host_sites() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return guard.my_sites('facility_manager', 'technician', 'security_officer', 'reporting');
end
$$;

CREATE FUNCTION guard.image_of_agreement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.agreement (change_id, op, id, host_id, guest_id, reference, during, processor_agreement) select this, 'delete', id, host_id, guest_id, reference, during, processor_agreement from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.agreement (change_id, op, id, host_id, guest_id, reference, during, processor_agreement) select this, lower(tg_op), id, host_id, guest_id, reference, during, processor_agreement from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_agreement_line() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.agreement_line (change_id, op, id, agreement_id, topic, unit, quota, during, node_id) select this, 'delete', id, agreement_id, topic, unit, quota, during, node_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.agreement_line (change_id, op, id, agreement_id, topic, unit, quota, during, node_id) select this, lower(tg_op), id, agreement_id, topic, unit, quota, during, node_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_appointment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.appointment (change_id, op, id, person_id, role, organisation_id, site_id, during) select this, 'delete', id, person_id, role, organisation_id, site_id, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.appointment (change_id, op, id, person_id, role, organisation_id, site_id, during) select this, lower(tg_op), id, person_id, role, organisation_id, site_id, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_blocked_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.blocked_unit (change_id, op, id, rack_id, hu, reason, during) select this, 'delete', id, rack_id, hu, reason, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.blocked_unit (change_id, op, id, rack_id, hu, reason, during) select this, lower(tg_op), id, rack_id, hu, reason, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_cooling_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.cooling_unit (change_id, op, id, room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm, width_mm, depth_mm, during) select this, 'delete', id, room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm, width_mm, depth_mm, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.cooling_unit (change_id, op, id, room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm, width_mm, depth_mm, during) select this, lower(tg_op), id, room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm, width_mm, depth_mm, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_delivery_segment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.delivery_segment (change_id, op, id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n) select this, 'delete', id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.delivery_segment (change_id, op, id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n) select this, lower(tg_op), id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_department() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.department (change_id, op, id, organisation_id, code, name, faculty) select this, 'delete', id, organisation_id, code, name, faculty from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.department (change_id, op, id, organisation_id, code, name, faculty) select this, lower(tg_op), id, organisation_id, code, name, faculty from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_deputy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.deputy (change_id, op, id, person_id, deputy_id, during) select this, 'delete', id, person_id, deputy_id, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.deputy (change_id, op, id, person_id, deputy_id, during) select this, lower(tg_op), id, person_id, deputy_id, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.document (change_id, op, id, subject, subject_id, name, media_type, sha256, owner_id, added_by, added_at) select this, 'delete', id, subject, subject_id, name, media_type, sha256, owner_id, added_by, added_at from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.document (change_id, op, id, subject, subject_id, name, media_type, sha256, owner_id, added_by, added_at) select this, lower(tg_op), id, subject, subject_id, name, media_type, sha256, owner_id, added_by, added_at from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_equipment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.equipment (change_id, op, id, model_id, request_item_id, system_id, replaces_id, name, kind, owner_id, department_id, sponsor_id, security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable, warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w, budgeted_w, measured_w, measured_on, power_source, power_factor_permille, cords, supplies_needed, phases, plug, ports, wiped_on, wipe_reference, personal_data, availability_class) select this, 'delete', id, model_id, request_item_id, system_id, replaces_id, name, kind, owner_id, department_id, sponsor_id, security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable, warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w, budgeted_w, measured_w, measured_on, power_source, power_factor_permille, cords, supplies_needed, phases, plug, ports, wiped_on, wipe_reference, personal_data, availability_class from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.equipment (change_id, op, id, model_id, request_item_id, system_id, replaces_id, name, kind, owner_id, department_id, sponsor_id, security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable, warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w, budgeted_w, measured_w, measured_on, power_source, power_factor_permille, cords, supplies_needed, phases, plug, ports, wiped_on, wipe_reference, personal_data, availability_class) select this, lower(tg_op), id, model_id, request_item_id, system_id, replaces_id, name, kind, owner_id, department_id, sponsor_id, security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable, warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w, budgeted_w, measured_w, measured_on, power_source, power_factor_permille, cords, supplies_needed, phases, plug, ports, wiped_on, wipe_reference, personal_data, availability_class from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_equipment_contact() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.equipment_contact (change_id, op, equipment_id, person_id) select this, 'delete', equipment_id, person_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.equipment_contact (change_id, op, equipment_id, person_id) select this, lower(tg_op), equipment_id, person_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_external_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.external_link (change_id, op, id, subject, subject_id, system, reference, url) select this, 'delete', id, subject, subject_id, system, reference, url from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.external_link (change_id, op, id, subject, subject_id, system, reference, url) select this, lower(tg_op), id, subject, subject_id, system, reference, url from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_finding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.finding (change_id, op, id, rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on, resolved_on, override_id, place, quantity) select this, 'delete', id, rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on, resolved_on, override_id, place, quantity from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.finding (change_id, op, id, rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on, resolved_on, override_id, place, quantity) select this, lower(tg_op), id, rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on, resolved_on, override_id, place, quantity from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_liquid_loop() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.liquid_loop (change_id, op, node_id, medium, supply_mc, max_flow_ml_min) select this, 'delete', node_id, medium, supply_mc, max_flow_ml_min from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.liquid_loop (change_id, op, node_id, medium, supply_mc, max_flow_ml_min) select this, lower(tg_op), node_id, medium, supply_mc, max_flow_ml_min from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_manufacturer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.manufacturer (change_id, op, id, name) select this, 'delete', id, name from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.manufacturer (change_id, op, id, name) select this, lower(tg_op), id, name from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_media_point() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.media_point (change_id, op, id, room_id, medium, name, x_mm, y_mm, capacity, unit, during) select this, 'delete', id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.media_point (change_id, op, id, room_id, medium, name, x_mm, y_mm, capacity, unit, during) select this, lower(tg_op), id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_meter_reading() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.meter_reading (change_id, op, id, site_id, node_id, indicator, at, quantity, unit, source) select this, 'delete', id, site_id, node_id, indicator, at, quantity, unit, source from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.meter_reading (change_id, op, id, site_id, node_id, indicator, at, quantity, unit, source) select this, lower(tg_op), id, site_id, node_id, indicator, at, quantity, unit, source from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_model() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.model (change_id, op, id, manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces, extra, source, content_hash, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc) select this, 'delete', id, manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces, extra, source, content_hash, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.model (change_id, op, id, manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces, extra, source, content_hash, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc) select this, lower(tg_op), id, manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces, extra, source, content_hash, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_model_bay() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.model_bay (change_id, op, id, model_id, name) select this, 'delete', id, model_id, name from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.model_bay (change_id, op, id, model_id, name) select this, lower(tg_op), id, model_id, name from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_model_supply() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.model_supply (change_id, op, id, model_id, name, inlet, maximum_w, allocated_w, phases) select this, 'delete', id, model_id, name, inlet, maximum_w, allocated_w, phases from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.model_supply (change_id, op, id, model_id, name, inlet, maximum_w, allocated_w, phases) select this, lower(tg_op), id, model_id, name, inlet, maximum_w, allocated_w, phases from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_network_ports() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.network_ports (change_id, op, id, rack_id, row_id, speed_mbps, medium, out_of_band, ports, node_id, room_id) select this, 'delete', id, rack_id, row_id, speed_mbps, medium, out_of_band, ports, node_id, room_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.network_ports (change_id, op, id, rack_id, row_id, speed_mbps, medium, out_of_band, ports, node_id, room_id) select this, lower(tg_op), id, rack_id, row_id, speed_mbps, medium, out_of_band, ports, node_id, room_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_node() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.node (change_id, op, id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during) select this, 'delete', id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.node (change_id, op, id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during) select this, lower(tg_op), id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_node_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.node_kind (change_id, op, code, dimension, rule, failover_rule, level) select this, 'delete', code, dimension, rule, failover_rule, level from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.node_kind (change_id, op, code, dimension, rule, failover_rule, level) select this, lower(tg_op), code, dimension, rule, failover_rule, level from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_node_limit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.node_limit (change_id, op, id, node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason) select this, 'delete', id, node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.node_limit (change_id, op, id, node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason) select this, lower(tg_op), id, node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_note() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.note (change_id, op, id, subject, subject_id, text, owner_id, author_id, at) select this, 'delete', id, subject, subject_id, text, owner_id, author_id, at from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.note (change_id, op, id, subject, subject_id, text, owner_id, author_id, at) select this, lower(tg_op), id, subject, subject_id, text, owner_id, author_id, at from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_organisation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.organisation (change_id, op, id, code, name, time_zone, active) select this, 'delete', id, code, name, time_zone, active from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.organisation (change_id, op, id, code, name, time_zone, active) select this, lower(tg_op), id, code, name, time_zone, active from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_outlet() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.outlet (change_id, op, id, node_id, name, type, phases, max_ma) select this, 'delete', id, node_id, name, type, phases, max_ma from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.outlet (change_id, op, id, node_id, name, type, phases, max_ma) select this, lower(tg_op), id, node_id, name, type, phases, max_ma from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_override() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.override (change_id, op, id, rule, placement_id, node_id, reason, until_date, by_id, second_id, at, request_id, site_id, by_holder_id, second_holder_id, confirmed_at, withdrawn_by, withdrawn_at) select this, 'delete', id, rule, placement_id, node_id, reason, until_date, by_id, second_id, at, request_id, site_id, by_holder_id, second_holder_id, confirmed_at, withdrawn_by, withdrawn_at from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.override (change_id, op, id, rule, placement_id, node_id, reason, until_date, by_id, second_id, at, request_id, site_id, by_holder_id, second_holder_id, confirmed_at, withdrawn_by, withdrawn_at) select this, lower(tg_op), id, rule, placement_id, node_id, reason, until_date, by_id, second_id, at, request_id, site_id, by_holder_id, second_holder_id, confirmed_at, withdrawn_by, withdrawn_at from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.person (change_id, op, id, organisation_id, department_id, login, active, left_on) select this, 'delete', id, organisation_id, department_id, login, active, left_on from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.person (change_id, op, id, organisation_id, department_id, login, active, left_on) select this, lower(tg_op), id, organisation_id, department_id, login, active, left_on from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_placement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.placement (change_id, op, id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from, chassis_id) select this, 'delete', id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from, chassis_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.placement (change_id, op, id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from, chassis_id) select this, lower(tg_op), id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from, chassis_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_plug_fit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.plug_fit (change_id, op, inlet, outlet) select this, 'delete', inlet, outlet from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.plug_fit (change_id, op, inlet, outlet) select this, lower(tg_op), inlet, outlet from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_rack() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.rack (change_id, op, id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id) select this, 'delete', id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.rack (change_id, op, id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id) select this, lower(tg_op), id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_rack_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.rack_row (change_id, op, id, room_id, code) select this, 'delete', id, room_id, code from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.rack_row (change_id, op, id, room_id, code) select this, lower(tg_op), id, room_id, code from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_request() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.request (change_id, op, id, number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id, project, funder, cost_centre, data_class, medical, personal_data, availability_class, from_date, until_date, review_date, wish_site_id, wish_redundant, wish_together, wish_apart, on_behalf_by, evidence, security_review, state_reason, submitted_at, endorsed_at, decided_at, hold_until, comment) select this, 'delete', id, number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id, project, funder, cost_centre, data_class, medical, personal_data, availability_class, from_date, until_date, review_date, wish_site_id, wish_redundant, wish_together, wish_apart, on_behalf_by, evidence, security_review, state_reason, submitted_at, endorsed_at, decided_at, hold_until, comment from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.request (change_id, op, id, number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id, project, funder, cost_centre, data_class, medical, personal_data, availability_class, from_date, until_date, review_date, wish_site_id, wish_redundant, wish_together, wish_apart, on_behalf_by, evidence, security_review, state_reason, submitted_at, endorsed_at, decided_at, hold_until, comment) select this, lower(tg_op), id, number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id, project, funder, cost_centre, data_class, medical, personal_data, availability_class, from_date, until_date, review_date, wish_site_id, wish_redundant, wish_together, wish_apart, on_behalf_by, evidence, security_review, state_reason, submitted_at, endorsed_at, decided_at, hold_until, comment from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_request_contact() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.request_contact (change_id, op, request_id, person_id) select this, 'delete', request_id, person_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.request_contact (change_id, op, request_id, person_id) select this, lower(tg_op), request_id, person_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_request_item() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.request_item (change_id, op, id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable) select this, 'delete', id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.request_item (change_id, op, id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable) select this, lower(tg_op), id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_role() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.role (change_id, op, code, name_en, name_nl) select this, 'delete', code, name_en, name_nl from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.role (change_id, op, code, name_en, name_nl) select this, lower(tg_op), code, name_en, name_nl from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_room() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.room (change_id, op, id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id) select this, 'delete', id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.room (change_id, op, id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id) select this, lower(tg_op), id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_room_environment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.room_environment (change_id, op, id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during) select this, 'delete', id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.room_environment (change_id, op, id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during) select this, lower(tg_op), id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_room_feature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.room_feature (change_id, op, id, room_id, kind, name, shape, airflow_deg, keep_clear) select this, 'delete', id, room_id, kind, name, shape, airflow_deg, keep_clear from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.room_feature (change_id, op, id, room_id, kind, name, shape, airflow_deg, keep_clear) select this, lower(tg_op), id, room_id, kind, name, shape, airflow_deg, keep_clear from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_rule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.rule (change_id, op, code, effect, override) select this, 'delete', code, effect, override from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.rule (change_id, op, code, effect, override) select this, lower(tg_op), code, effect, override from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_setting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.setting (change_id, op, id, key, organisation_id, value, description) select this, 'delete', id, key, organisation_id, value, description from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.setting (change_id, op, id, key, organisation_id, value, description) select this, lower(tg_op), id, key, organisation_id, value, description from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_site() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.site (change_id, op, id, organisation_id, code, name, address, time_zone, installed_it_w) select this, 'delete', id, organisation_id, code, name, address, time_zone, installed_it_w from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.site (change_id, op, id, organisation_id, code, name, address, time_zone, installed_it_w) select this, lower(tg_op), id, organisation_id, code, name, address, time_zone, installed_it_w from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_system() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.system (change_id, op, id, name, kind, personal_data) select this, 'delete', id, name, kind, personal_data from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.system (change_id, op, id, name, kind, personal_data) select this, lower(tg_op), id, name, kind, personal_data from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_system_share() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.system_share (change_id, op, id, system_id, organisation_id, permille, during) select this, 'delete', id, system_id, organisation_id, permille, during from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.system_share (change_id, op, id, system_id, organisation_id, permille, during) select this, lower(tg_op), id, system_id, organisation_id, permille, during from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_topic() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.topic (change_id, op, code, name_en, name_nl) select this, 'delete', code, name_en, name_nl from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.topic (change_id, op, code, name_en, name_nl) select this, lower(tg_op), code, name_en, name_nl from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.unit (change_id, op, code, name_en, name_nl, quantity, base_per_unit) select this, 'delete', code, name_en, name_nl, quantity, base_per_unit from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.unit (change_id, op, code, name_en, name_nl, quantity, base_per_unit) select this, lower(tg_op), code, name_en, name_nl, quantity, base_per_unit from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.image_of_usage() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            declare
                this bigint;
            begin
                if tg_op = 'DELETE' then
                    if exists (select from old_rows) then
                        this := guard.change_id();
                        insert into history.usage (change_id, op, id, line_id, during, quantity, unit, source, beneficiary_id) select this, 'delete', id, line_id, during, quantity, unit, source, beneficiary_id from old_rows;
                    end if;
                elsif exists (select from new_rows) then
                    this := guard.change_id();
                    insert into history.usage (change_id, op, id, line_id, during, quantity, unit, source, beneficiary_id) select this, lower(tg_op), id, line_id, during, quantity, unit, source, beneficiary_id from new_rows;
                end if;
                return null;
            end
            $$;

CREATE FUNCTION guard.import_parts(entries jsonb, makers text[], places integer[], outcomes text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    with changed as (
        select m.id as model_id, entries -> (places[i] - 1) as entry
        from generate_subscripts(outcomes, 1) i
        join manufacturer f on f.name = makers[i]
        join model m on m.manufacturer_id = f.id and m.name = btrim(entries -> (places[i] - 1) ->> 'name')
        where outcomes[i] <> 'unchanged'
    ), supply as (
        select c.model_id, s ->> 'name' as name, nullif(s ->> 'inlet', '') as inlet,
               (s ->> 'maximum_w')::int as maximum_w,
               (s ->> 'allocated_w')::int as allocated_w, coalesce(s ->> 'phases', '1') as phases
        from changed c cross join lateral jsonb_array_elements(coalesce(nullif(c.entry -> 'supplies', 'null'), '[]')) s
    ), bay as (
        select c.model_id, b as name
        from changed c cross join lateral jsonb_array_elements_text(coalesce(nullif(c.entry -> 'bays', 'null'), '[]')) b
    ), supplies_gone as (
        delete from model_supply old using changed c
        where old.model_id = c.model_id
          and (old.model_id, old.name) not in (select model_id, name from supply)
    ), supplies_made as (
        insert into model_supply (model_id, name, inlet, maximum_w, allocated_w, phases)
        select model_id, name, inlet, maximum_w, allocated_w, phases from supply
        on conflict (model_id, name) do update
        set (inlet, maximum_w, allocated_w, phases) =
            (excluded.inlet, excluded.maximum_w, excluded.allocated_w, excluded.phases)
    ), bays_gone as (
        delete from model_bay old using changed c
        where old.model_id = c.model_id and (old.model_id, old.name) not in (select model_id, name from bay)
          and not exists (select from placement p where p.bay_id = old.id)
    )
    insert into model_bay (model_id, name) select model_id, name from bay on conflict do nothing
$$;

CREATE FUNCTION guard.installed_during(booked daterange) RETURNS daterange
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if upper(booked) <= guard.today() then
        perform guard.refuse_value('until', to_jsonb(upper(booked)),
                                   format('after today, %s: the place is booked no longer', guard.today()));
    end if;
    return daterange(least(lower(booked), guard.today()), upper(booked));
end
$$;

CREATE FUNCTION guard.is_named_to_host(person integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return exists (select from request r join visible_request v on v.id = r.id
                   where person in (r.requester_id, r.sponsor_id, r.security_contact_id, r.on_behalf_by))
        or exists (select from request_contact c join visible_request v on v.id = c.request_id
                   where c.person_id = person)
        or exists (select from equipment e join placed p on p.equipment_id = e.id
                   where e.sponsor_id = person and p.site_id = any (guard.host_sites()))
        or exists (select from equipment e join placed p on p.equipment_id = e.id
                   where e.security_contact_id = person and p.site_id = any (guard.host_sites()))
        or exists (select from equipment_contact c join placed p on p.equipment_id = c.equipment_id
                   where c.person_id = person and p.site_id = any (guard.host_sites()));
end
$$;

CREATE FUNCTION guard.is_policy(key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select strpos(pg_get_viewdef('guard.policy'::regclass), quote_literal(key)) > 0
$$;

CREATE FUNCTION guard.is_tool() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return pg_has_role(session_user, 'polder_owner', 'member') and guard.person_id() is null;
end
$$;

CREATE FUNCTION guard.is_working_day(day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select extract(isodow from day) < 6
       and to_char(day, 'MM-DD') not in ('01-01', '12-25', '12-26')
       and day - guard.easter(extract(year from day)::int) not in (-2, 1, 39, 50)
       and day <> case when extract(isodow from make_date(extract(year from day)::int, 4, 27)) = 7
                       then make_date(extract(year from day)::int, 4, 26)
                       else make_date(extract(year from day)::int, 4, 27) end
       and not (to_char(day, 'MM-DD') = '05-05' and extract(year from day)::int % 5 = 0)
$$;

CREATE FUNCTION guard.item_of(item jsonb, at text) RETURNS polder.request_item
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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
    read.ports := guard.ports_given(item, at);
    read.shareable := coalesce(guard.bool_of(item, 'shareable', at), false);
    return read;
end
$$;

CREATE TABLE polder.box (
    id bigint NOT NULL,
    rack_id integer NOT NULL,
    hu int4range NOT NULL,
    depth int4range NOT NULL,
    width int4range NOT NULL,
    during daterange NOT NULL,
    placement_id integer,
    blocked_id integer,
    CONSTRAINT box_check CHECK ((num_nonnulls(placement_id, blocked_id) = 1)),
    CONSTRAINT box_depth_check CHECK (((NOT isempty(depth)) AND (lower(depth) >= 0) AND (upper(depth) IS NOT NULL))),
    CONSTRAINT box_during_check CHECK ((NOT isempty(during))),
    CONSTRAINT box_hu_check CHECK (((NOT isempty(hu)) AND (lower(hu) >= 0) AND (upper(hu) IS NOT NULL))),
    CONSTRAINT box_width_check CHECK ((width = ANY (ARRAY['[0,2)'::int4range, '[0,1)'::int4range, '[1,2)'::int4range])))
);

CREATE FUNCTION guard.keep_apart(placed guard.standing[], former polder.box[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    one record;
begin
    for one in
        select b.* from (select p.rack_id, p.hu, p.depth, p.width, p.during, p.placement_id,
                                -- What is as it was comes first.
                                case when exists (select from unnest(former) f
                                                  where (f.placement_id, f.rack_id, f.hu, f.depth, f.width, f.during)
                                                        = (p.placement_id, p.rack_id, p.hu, p.depth, p.width, p.during))
                                     then 0 else 1 end as turn
                         from unnest(placed) p where p.hu is not null
                         union all
                         select f.rack_id, f.hu, f.depth, f.width, f.during, f.placement_id, 2
                         from unnest(former) f join unnest(placed) p on p.placement_id = f.placement_id and p.hu is not null) b
        where not exists (select from box there where there.placement_id = b.placement_id)
        order by b.turn, b.placement_id
    loop
        begin
            insert into box (rack_id, hu, depth, width, during, placement_id)
            select one.rack_id, one.hu, one.depth, one.width, one.during, one.placement_id
            where not exists (select from box there where there.placement_id = one.placement_id);
        exception when exclusion_violation then
            null; -- it is on record as a misfit
        end;
    end loop;
end
$$;

CREATE FUNCTION guard.keep_floors(racks integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    fresh int[];
begin
    with made as (
        insert into node (kind, site_id, room_id, rack_id, name)
        select distinct 'floor_area', f.site_id, f.room_id, f.rack_id, f.code || ' floor'
        from floor_limit f
        where f.rack_id = any (racks)
          and not exists (select from node n where n.rack_id = f.rack_id and n.kind = 'floor_area')
        returning rack_id
    )
    select array_agg(rack_id) into fresh from made;
    merge into node_limit l
    using (select n.id as node_id, f.day, f.limit_g
           from floor_limit f join node n on n.rack_id = f.rack_id and n.kind = 'floor_area'
           where f.rack_id = any (racks)) f
    on l.node_id = f.node_id and l.from_date = f.day
    when matched and l.normal_main is distinct from f.limit_g then update set normal_main = f.limit_g, rating_main = f.limit_g
    when not matched then insert (node_id, from_date, normal_main, rating_main, source)
        values (f.node_id, f.day, f.limit_g, f.limit_g, 'floor');
    delete from node_limit l
    using node n
    where n.id = l.node_id and l.source = 'floor' and n.kind = 'floor_area' and n.rack_id = any (racks)
      and not exists (select from floor_limit f where f.rack_id = n.rack_id and f.day = l.from_date);
    -- What stands there already weighs on it.
    if fresh is not null and exists (select from placement where rack_id = any (fresh) and state <> 'released') then
        perform guard.settle(array(select p.id from placement p where p.rack_id = any (fresh) and p.state <> 'released'),
                             'change');
    end if;
end
$$;

CREATE FUNCTION guard.keep_limits_cooling_unit_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_zones(array(select distinct zone_id from changed));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_cooling_unit_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_zones(array(select distinct zone_id from changed));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_cooling_unit_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_zones(array(select distinct zone_id from changed));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_rack_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select id from changed));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_rack_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select id from changed));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_room_environment_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_room_environment_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_room_environment_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_limits_room_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
            begin
                perform guard.keep_floors(array(select r.id from rack r join changed c on c.id = r.room_id));
                return null;
            end
            $$;

CREATE FUNCTION guard.keep_loaded_node() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.lock_nodes(array[old.id]);
    if exists (select from ledger where node_id = old.id) or exists (select from connection where node_id = old.id) then
        raise exception 'a node with bookings is taken out of service by its dates, not deleted'
            using errcode = 'foreign_key_violation';
    end if;
    delete from ledger_peak where node_id = old.id;
    delete from node_path where node_id = old.id;
    delete from cord_share where cords in (select cords from cord_share where node_id = old.id);
    return old;
end
$$;

CREATE FUNCTION guard.keep_misfits(ids integer[], standing polder.misfit[], stayed boolean) RETURNS polder.misfit[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    worse polder.misfit[] := array(
        select f
        from unnest(standing) f
        where not exists (select from misfit b
                          where b.placement_id = f.placement_id
                            and (b.rule, b.quantity, b.unit, b.other) = (f.rule, f.quantity, f.unit, f.other)
                            and (b.place = f.place
                                 or stayed and not exists (select from unnest(standing) g
                                                           where g.placement_id = b.placement_id and g.rule = b.rule
                                                             and (g.place, g.other) = (b.place, b.other)))
                            and coalesce(b.requested - b.capacity >= f.requested - f.capacity,
                                         b.capacity is null and b.requested >= f.requested)
                            and coalesce(b.used, 0) >= coalesce(f.used, 0)
                            and b.during @> f.during));
begin
    delete from misfit where placement_id = any (ids);
    -- neighbours of theirs
    delete from misfit
    where placement_id = any (array(select f.placement_id from unnest(standing) f)) and rule = 'S1' and used > 0;
    insert into misfit select f.* from unnest(standing) f;
    return worse;
end
$$;

CREATE FUNCTION guard.keep_override() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    needed text := (select r.override from rule r where r.code = new.rule);
    parties record;
begin
    if needed = 'never' then
        perform guard.refuse_value('rule', to_jsonb(new.rule), 'a rule that may be set aside');
    end if;
    new.site_id := coalesce(new.site_id,
        (select m.site_id from guard.spot p left join rack r on r.id = p.rack_id join room m on m.id = coalesce(r.room_id, p.room_id)
         where p.placement_id = new.placement_id order by lower(p.during) desc limit 1),
        (select n.site_id from node n where n.id = new.node_id));
    select * into parties from guard.parties_of(new);
    if tg_op = 'INSERT' then
        if new.site_id is null then
            perform guard.refuse_value('site', null, 'the data centre in which it is to hold');
        end if;
        if new.until_date <= guard.today() then
            perform guard.refuse_value('until', to_jsonb(new.until_date), format('after today, %s', guard.today()));
        end if;
        new.by_holder_id := guard.office_of(new.by_id, '{facility_manager}', parties.host, new.site_id);
        if new.by_holder_id is null then
            perform guard.refuse_right('override: this is for the facility manager of the data centre');
        end if;
        if needed = 'both institutions' and parties.guest is not distinct from parties.host then
            perform guard.refuse_value('rule', to_jsonb(new.rule), 'a rule between two institutions, of a guest''s equipment');
        end if;
    elsif (new.rule, new.request_id, new.placement_id, new.node_id, new.site_id, new.reason, new.until_date, new.by_id,
           new.by_holder_id, new.at)
          is distinct from (old.rule, old.request_id, old.placement_id, old.node_id, old.site_id, old.reason, old.until_date,
                            old.by_id, old.by_holder_id, old.at)
          or old.second_id is not null and new.second_id is distinct from old.second_id
          or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        raise exception 'an override is confirmed or withdrawn, never changed'
            using errcode = 'PL006',
                  detail = json_build_object('state', case when old.withdrawn_at is not null then 'withdrawn' else 'given' end,
                                             'intention', 'change',
                                             'allowed', '{confirm_override,withdraw_override}'::text[]);
    end if;
    if new.second_id is not null and (tg_op = 'INSERT' or old.second_id is null) then
        if needed = 'facility manager' then
            perform guard.refuse_value('override', to_jsonb(new.id), 'one that waits to be confirmed');
        end if;
        new.second_holder_id := case needed
            when 'two people' then guard.office_of(new.second_id, '{facility_manager}', parties.host, new.site_id,
                                                   array[new.by_id, new.by_holder_id])
            else guard.office_of(new.second_id, '{agreement_manager,facility_manager}', parties.guest, null,
                                 array[new.by_id, new.by_holder_id]) end;
        if new.second_holder_id is null or new.second_id in (new.by_id, new.by_holder_id) then
            perform guard.refuse_right(case needed
                when 'two people' then 'confirm_override: this is for a second facility manager of the data centre'
                else 'confirm_override: this is for an agreement or facility manager of the other institution' end);
        end if;
        new.confirmed_at := coalesce(new.confirmed_at, clock_timestamp());
    end if;
    return new;
end
$$;

CREATE FUNCTION guard.keep_ports() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    fresh polder.network_ports[];
begin
    if tg_op = 'DELETE' then
        -- What is in use does not go (guard.keep_loaded_node); there may be none left of it.
        delete from node_limit where node_id in (select node_id from old_rows);
        delete from node where id in (select node_id from old_rows);
        perform guard.find_unknown_ports();
        return null;
    elsif tg_op = 'INSERT' then
        fresh := array(select n from new_rows n);
    else
        if exists (select id, rack_id, row_id, room_id, speed_mbps, medium, out_of_band from new_rows
                   except select id, rack_id, row_id, room_id, speed_mbps, medium, out_of_band from old_rows) then
            raise exception 'ports of another kind or in another place are a row of their own'
                using errcode = 'PL004', detail = json_build_object('field', 'network_ports');
        end if;
        fresh := array(select n from new_rows n where n.node_id not in (select node_id from old_rows where node_id is not null));
    end if;
    perform guard.limit_ports(array(select node_id from new_rows));
    if fresh <> '{}' then
        perform guard.plug_anew(array(select f.rack_id from unnest(fresh) f), array(select f.row_id from unnest(fresh) f),
                                array(select f.room_id from unnest(fresh) f));
        perform guard.find_unknown_ports();
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.keep_shares(placed guard.standing[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    feeds text[] := array(select distinct p.cords from unnest(placed) p
                          where p.cords is not null and not exists (select from cord_share s where s.cords = p.cords));
begin
    if feeds <> '{}' then
        insert into cord_share select * from guard.shares_of(feeds) on conflict do nothing;
    end if;
end
$$;

CREATE FUNCTION guard.keep_shares_whole() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    torn record;
begin
    select s.system_id, edge.day, sum(s.permille) as permille into torn
    from (select lower(during) as day from system_share where system_id in (old.system_id, new.system_id)
          union
          select upper(during) from system_share where system_id in (old.system_id, new.system_id)) edge
    join system_share s on s.system_id in (old.system_id, new.system_id) and s.during @> edge.day
    group by s.system_id, edge.day
    having sum(s.permille) <> 1000
    order by edge.day
    limit 1;
    if found then
        raise exception 'the shares of system % are % of 1000 on %', torn.system_id, torn.permille, torn.day
            using errcode = 'PL004', detail = json_build_object('field', 'permille', 'value', torn.permille,
                                                                'allowed', 'shares that are 1000 together on every day');
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.keep_zones(zones integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    counted int[] := array(select u.zone_id from cooling_unit u
                           join node n on n.id = u.zone_id and n.kind = 'cooling_zone'
                           where u.zone_id = any (zones)
                           group by u.zone_id having bool_and(u.sensible_w is not null));
begin
    merge into node_limit l
    using (select e.zone_id, e.day, (coalesce(sum(u.sensible_w) - max(u.sensible_w), 0) * 1000)::bigint as main,
                  (coalesce(sum(u.sensible_w), 0) * 1000)::bigint as rating
           from (select zone_id, date '2000-01-01' as day from cooling_unit where zone_id = any (counted)
                 union
                 select c.zone_id, d.day
                 from cooling_unit c cross join lateral (values (lower(c.during)), (upper(c.during))) d (day)
                 where c.zone_id = any (counted) and d.day is not null) e
           left join cooling_unit u on u.zone_id = e.zone_id and u.during @> e.day
           group by e.zone_id, e.day) z
    on l.node_id = z.zone_id and l.from_date = z.day
    when matched and (l.normal_main, l.failover_main, l.rating_main) is distinct from (z.main, z.main, z.rating) then
        update set normal_main = z.main, failover_main = z.main, rating_main = z.rating, source = 'cooling units, N+1'
    when not matched then insert (node_id, from_date, normal_main, failover_main, rating_main, source)
        values (z.zone_id, z.day, z.main, z.main, z.rating, 'cooling units, N+1');
end
$$;

CREATE FUNCTION guard.known_sites(sites integer[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return case when array_position(sites, null) is null then sites else array(select s.id from site s) end;
end
$$;

CREATE FUNCTION guard.lacking_outlets(device polder.equipment, place polder.placement, period daterange) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return jsonb_build_object('rule', 'P1', 'where', coalesce(guard.rack_name(place.rack_id), guard.room_name(place.room_id),
                                                           guard.rack_name((guard.rack_under(place.chassis_id, period)).id)),
        'node', 0,
        'requested', device.cords, 'used', 0, 'capacity', cardinality(place.outlet_ids), 'unit', 'pieces',
        'quantity', coalesce(device.plug, ''), 'failing', '', 'date', lower(period));
end
$$;

CREATE FUNCTION guard.lacks_places(request integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select exists (select from request_item i
                       where i.request_id = request
                         and i.count > (select count(*) from piece p where p.item_id = i.id and p.state is not null)));
end
$$;

CREATE FUNCTION guard.lapse(sites integer[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    today date := guard.today();
    lapsed int;
begin
    if not exists (select from placement where state = 'held' and hold_until < today) then
        return 0;
    end if;
    -- Who has the hold or its request locked is at work on this very hold, and waits for us. A chassis goes only with all
    -- that is in it.
    with over as (
        select p.id, i.request_id
        from placement p
        left join placement c on c.equipment_id = p.chassis_id and c.state <> 'released' and c.during && p.during
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join room o on o.id = coalesce(r.room_id, p.room_id)
        join equipment e on e.id = p.equipment_id
        left join request_item i on i.id = e.request_item_id
        where p.state = 'held' and p.hold_until < today and (o.site_id = any (sites) or o.site_id is null)
    ), ours as materialized (
        select r.id from request r where r.id in (select request_id from over) order by r.id for update skip locked
    ), due as materialized (
        select p.id, p.equipment_id, p.during
        from placement p
        where p.id in (select over.id from over
                       where over.request_id is null or over.request_id in (select id from ours))
          and p.state = 'held' and p.hold_until < today -- and was not renewed meanwhile
        for update of p skip locked
    )
    update placement p set state = 'released', hold_until = null
    from due
    where p.id = due.id
      and not exists (select from placement i
                      where i.chassis_id = due.equipment_id and i.during && due.during and i.state <> 'released'
                        and i.id not in (select id from due));
    get diagnostics lapsed = row_count;
    return lapsed;
end
$$;

CREATE FUNCTION guard.least_limits(nodes integer[], day date) RETURNS TABLE(node_id integer, main bigint, line bigint, failover_main bigint, failover_line bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select n.id, least(min(l.normal_main), k.never), least(min(l.normal_line), k.never),
           least(min(l.failover_main), k.never), least(min(l.failover_line), k.never)
    from node n
    cross join lateral (select max(x.from_date) as since from node_limit x
                        where x.node_id = n.id and x.from_date <= least_limits.day) f
    cross join lateral (select case when f.since is null or not n.during @> daterange(least_limits.day, null)
                                    then -1::bigint end as never) k
    left join node_limit l on l.node_id = n.id and l.from_date >= f.since
    where n.id = any (nodes)
    group by n.id, k.never;
end
$$;

CREATE FUNCTION guard.life() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select array['held', 'delivered', 'installed', 'decommissioning', 'removed']
$$;

CREATE FUNCTION guard.limit_all_ports() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if exists (select from changed where key = 'network_ports_refuse' and organisation_id is null) then
        perform guard.limit_ports(array(select node_id from network_ports));
        perform guard.find_unknown_ports();
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.limit_by_quota() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into node_limit (node_id, from_date, normal_main, source)
    select l.node_id, '2000-01-01', floor(l.quota * u.base_per_unit), 'agreement'
    from new_rows l join unit u on u.code = l.unit
    on conflict (node_id, from_date) do update set normal_main = excluded.normal_main;
    return null;
end
$$;

CREATE FUNCTION guard.limit_ports(nodes integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    first_day constant date := '2000-01-01';
    refuse boolean := (select network_ports_refuse from policy);
begin
    insert into node_limit (node_id, from_date, normal_main, rating_main, source)
    select p.node_id, first_day, case when refuse then p.ports end, p.ports, 'network ports'
    from network_ports p
    where p.node_id = any (nodes)
      and not exists (select from node_limit l where l.node_id = p.node_id and l.from_date = first_day);
    update node_limit l
    set rating_main = p.rating, normal_main = case when refuse then p.rating end
    from (select l.id, case when l.from_date = first_day then n.ports else l.rating_main end as rating
          from network_ports n join node_limit l on l.node_id = n.node_id
          where n.node_id = any (nodes)) p
    where l.id = p.id
      and (l.rating_main, l.normal_main) is distinct from (p.rating, case when refuse then p.rating end);
end
$$;

CREATE FUNCTION guard.liquid_misfits(placed guard.standing[]) RETURNS SETOF polder.misfit
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select p.placement_id, 'C7', coalesce(guard.node_name(p.loop_node_id), guard.rack_name(p.rack_id), guard.room_name(p.room_id)),
           p.loop_node_id, v.requested::bigint, 0::bigint, v.capacity::bigint, v.unit, v.quantity, '', p.during, ''
    from unnest(placed) p
    join equipment e on e.id = p.equipment_id
    join model m on m.id = e.model_id
    left join liquid_loop l on l.node_id = p.loop_node_id
    cross join lateral (
        select 1 as requested, 0 as capacity, 'pieces' as unit, 'loop' as quantity
        where p.loop_node_id is null
        union all
        select l.supply_mc, m.water_inlet_max_mc, 'mC', '' where l.supply_mc > m.water_inlet_max_mc
        union all
        select m.water_inlet_min_mc, l.supply_mc, 'mC', '' where l.supply_mc < m.water_inlet_min_mc
        union all
        select coalesce(m.water_inlet_max_mc, m.water_inlet_min_mc), null, 'mC', ''
        where p.loop_node_id is not null and l.supply_mc is null
          and num_nonnulls(m.water_inlet_min_mc, m.water_inlet_max_mc) > 0
    ) v
    where p.flow_ml_min is not null;
end
$$;

CREATE FUNCTION guard.listed(violations guard.violation[]) RETURNS json
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select json_agg(json_build_object(
                   'rule', v.rule, 'where', v.place, 'node', coalesce(v.node_id, 0), 'requested', v.requested,
                   'used', v.used, 'capacity', v.capacity, 'unit', v.unit, 'quantity', v.quantity,
                   'failing', v.failing, 'date', v.date)
               order by v.date, v.rule, v.place, v.failing, v.quantity)
        from unnest(violations) v);
end
$$;

CREATE FUNCTION guard.listed_bookings(rules text[], bookings integer[]) RETURNS json
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return coalesce((
        select json_agg(json_build_object('placement', seen.id, 'where', b.place, 'rules', b.rules)
                        order by b.place, b.placement_id)
        from (select u.placement_id, coalesce(guard.slot_name(p.rack_id, p.zero_u_slot), guard.place_name(p.rack_id, p.position_hu),
                              guard.room_name(p.room_id), guard.bay_name(p.chassis_id, p.bay_id, p.during)) as place,
                     json_agg(distinct u.rule order by u.rule) as rules
              from unnest(rules, bookings) u (rule, placement_id)
              join placement p on p.id = u.placement_id
              group by u.placement_id, p.id) b
        left join lateral (select p.id from placement p
                           where p.id = b.placement_id
                             and (guard.is_tool() or exists (select from visible_placement v where v.id = p.id))) seen on true),
        '[]');
end
$$;

CREATE FUNCTION guard.loading(node integer, quantity text, days datemultirange) RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select distinct c.placement_id
    from charge c
    where c.node_id = loading.node and c.during && days
      and case quantity when '' then c.normal_main + c.extra_main when 'L1' then c.normal_l1 + c.extra_l1
                        when 'L2' then c.normal_l2 + c.extra_l2 else c.normal_l3 + c.extra_l3 end > 0;
end
$$;

CREATE FUNCTION guard.local_date(at timestamp with time zone) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (at at time zone 'Europe/Amsterdam')::date;
end
$$;

CREATE FUNCTION guard.lock_for(devices integer[], racks integer[], rooms integer[], owners integer[] DEFAULT '{}'::integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    sites int[];
    hosts int[];
    today date := guard.today();
    overdue boolean := exists (select from placement p where p.state = 'held' and p.hold_until < today);
    all_of_hosts boolean := false;
begin
    if current_setting('polder.warm', true) is distinct from 'yes' then
        perform guard.warm_up();
    end if;
    select coalesce(array_agg(s.id), '{}'), coalesce(array_agg(s.organisation_id), '{}') into sites, hosts
    from site s
    where s.id in (select o.site_id from room o
                   where o.id = any (rooms || array(select r.room_id from rack r where r.id = any (racks))));
    if devices <> '{}' then
        all_of_hosts := exists (select from equipment e
                                where e.id = any (devices)
                                  and (e.owner_id <> any (hosts)
                                       -- what is in it may be anybody's
                                       or exists (select from placement i where i.chassis_id = e.id)));
    end if;
    if owners <> '{}' then
        all_of_hosts := all_of_hosts or exists (select from unnest(owners) owner where owner <> any (hosts));
    end if;
    -- What is about to be put away: locking the others only then would be out of their order.
    if overdue then
        all_of_hosts := all_of_hosts
                        or exists (select from placement p join equipment e on e.id = p.equipment_id
                                   left join rack r on r.id = p.rack_id
                                   left join room o on o.id = coalesce(r.room_id, p.room_id)
                                   where p.state = 'held' and p.hold_until < today and o.site_id = any (sites)
                                     and e.owner_id <> any (hosts));
    end if;
    if all_of_hosts then
        sites := array(select s.id from site s where s.organisation_id = any (hosts));
    end if;
    perform guard.lock_sites(sites);
    if overdue then
        perform guard.lapse(sites);
    end if;
end
$$;

CREATE FUNCTION guard.lock_nodes(nodes integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.lock_sites(guard.known_sites(array(select distinct n.site_id from node n where n.id = any (nodes))));
end
$$;

CREATE FUNCTION guard.lock_placements(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform from request r
    where r.id in (select i.request_id
                   from placement p
                   join equipment e on e.id = p.equipment_id
                   join request_item i on i.id = e.request_item_id
                   where p.id = any (ids))
    order by r.id for update;
    perform from placement p where p.id = any (ids) order by p.id for update;
end
$$;

CREATE FUNCTION guard.lock_sites(sites integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    this bigint := pg_current_xact_id()::text::bigint;
    next int;
begin
    for next in select distinct id from unnest(sites) id where id is not null order by id loop
        update site_lock set taken = this where site_id = next and taken <> this;
    end loop;
end
$$;

CREATE FUNCTION guard.look_at_nothing(subject text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.home_organisations();
    perform guard.host_racks();
    perform guard.host_rooms();
    if subject = 'request' then
        perform guard.host_sites();
        perform guard.personal_requests();
    else
        perform guard.personal_equipment();
    end if;
end
$$;

CREATE FUNCTION guard.lower_bounds(nodes integer[], day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    start date := least(lower_bounds.day, guard.today());
begin
    update ledger_peak p
    set since = start, level_main = b.level_main, level_l1 = b.level_l1, level_l2 = b.level_l2, level_l3 = b.level_l3,
        extra_main = b.extra_main, extra_l1 = b.extra_l1, extra_l2 = b.extra_l2, extra_l3 = b.extra_l3,
        normal_main = greatest(b.normal_main, b.level_main), normal_l1 = greatest(b.normal_l1, b.level_l1),
        normal_l2 = greatest(b.normal_l2, b.level_l2), normal_l3 = greatest(b.normal_l3, b.level_l3),
        total_main = greatest(b.total_main, b.level_main + b.extra_main),
        total_l1 = greatest(b.total_l1, b.level_l1 + b.extra_l1),
        total_l2 = greatest(b.total_l2, b.level_l2 + b.extra_l2),
        total_l3 = greatest(b.total_l3, b.level_l3 + b.extra_l3),
        may_main = i.main, may_line = i.line, may_failover_main = i.failover_main, may_failover_line = i.failover_line
    from guard.least_limits(nodes, start) i, (select v.node_id, v.source_id,
                 coalesce(guard.total(v.step_main) filter (where v.past), 0) as level_main,
                 coalesce(guard.total(v.step_l1) filter (where v.past), 0) as level_l1,
                 coalesce(guard.total(v.step_l2) filter (where v.past), 0) as level_l2,
                 coalesce(guard.total(v.step_l3) filter (where v.past), 0) as level_l3,
                 coalesce(guard.total(v.more_main) filter (where v.past), 0) as extra_main,
                 coalesce(guard.total(v.more_l1) filter (where v.past), 0) as extra_l1,
                 coalesce(guard.total(v.more_l2) filter (where v.past), 0) as extra_l2,
                 coalesce(guard.total(v.more_l3) filter (where v.past), 0) as extra_l3,
                 max(v.normal_main) filter (where not v.past) as normal_main,
                 max(v.normal_l1) filter (where not v.past) as normal_l1,
                 max(v.normal_l2) filter (where not v.past) as normal_l2,
                 max(v.normal_l3) filter (where not v.past) as normal_l3,
                 max(v.normal_main + v.total_main) filter (where not v.past) as total_main,
                 max(v.normal_l1 + v.total_l1) filter (where not v.past) as total_l1,
                 max(v.normal_l2 + v.total_l2) filter (where not v.past) as total_l2,
                 max(v.normal_l3 + v.total_l3) filter (where not v.past) as total_l3
          from (select s.*, s.day < start as past,
                       guard.total(s.step_main) over w as normal_main, guard.total(s.step_l1) over w as normal_l1,
                       guard.total(s.step_l2) over w as normal_l2, guard.total(s.step_l3) over w as normal_l3,
                       guard.total(s.more_main) over w as total_main, guard.total(s.more_l1) over w as total_l1,
                       guard.total(s.more_l2) over w as total_l2, guard.total(s.more_l3) over w as total_l3
                from (select p.node_id, p.source_id, '-infinity'::date as day,
                             f.kept * p.level_main as step_main, f.kept * p.level_l1 as step_l1,
                             f.kept * p.level_l2 as step_l2, f.kept * p.level_l3 as step_l3,
                             f.kept * p.extra_main as more_main, f.kept * p.extra_l1 as more_l1,
                             f.kept * p.extra_l2 as more_l2, f.kept * p.extra_l3 as more_l3
                      from ledger_peak p
                      cross join lateral (select case when p.since <= start then 1 else 0 end as kept) f
                      where p.node_id = any (nodes)
                      union all
                      select l.* from ledger_peak p
                      join ledger l on l.node_id = p.node_id and l.source_id = p.source_id
                                   and l.day >= case when p.since <= start then p.since else '-infinity' end
                      where p.node_id = any (nodes)) s
                window w as (partition by s.node_id, s.source_id order by s.day)) v
          group by v.node_id, v.source_id) b
    where p.node_id = b.node_id and p.source_id = b.source_id and i.node_id = b.node_id;
end
$$;

CREATE FUNCTION guard.make_ports_node() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into node (kind, site_id, room_id, name)
    select 'ports', o.site_id, o.id,
           o.code || coalesce('/' || r.code, ' row ' || w.code, '') || ' '
           || guard.port_name(new.speed_mbps, new.medium, new.out_of_band)
    from (select new.rack_id, new.row_id, new.room_id) p
    left join rack r on r.id = p.rack_id
    left join rack_row w on w.id = p.row_id
    join room o on o.id = coalesce(r.room_id, w.room_id, p.room_id)
    returning id into new.node_id;
    return new;
end
$$;

CREATE FUNCTION guard.make_site_lock() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into site_lock (site_id) select id from new_rows;
    return null;
end
$$;

CREATE FUNCTION guard.may_ask_for(organisation integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return organisation = any (guard.my_organisations('requester', 'coordinator'));
end
$$;

CREATE FUNCTION guard.middle_of(stand polder.rack) RETURNS point
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select case when stand.orientation_deg in (90, 270)
                then point(stand.x_mm + stand.depth_mm / 2, stand.y_mm + stand.width_mm / 2)
                else point(stand.x_mm + stand.width_mm / 2, stand.y_mm + stand.depth_mm / 2) end
$$;

CREATE FUNCTION guard.misfits(placed guard.standing[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    met polder.misfit[] := '{}';
    personal guard.standing[] := '{}';
    plugged guard.standing[] := '{}';
    sided guard.standing[] := '{}';
    sensitive guard.standing[] := '{}';
    supplied guard.standing[] := '{}';
    on_floor guard.standing[] := '{}';
    cooled guard.standing[] := '{}';
    p guard.standing;
    device equipment;
    model model;
    stand rack;
    hall room;
    classes constant text[] := '{laag,middel,hoog}';
    delivered int;
    cord record;
begin
    foreach p in array placed loop
        device := p.device;
        model := p.model;
        stand := p.rack;
        hall := p.room;
        -- S2: of what is mounted on the rails.
        if p.position_hu is not null then
            if p.needed_depth_mm > p.usable_depth_mm then
                met := met || guard.unfit(p, 'S2', p.needed_depth_mm, p.usable_depth_mm, 'mm');
            end if;
            if device.width_mm > stand.rail_width_in * 254 / 10 then
                met := met || guard.unfit(p, 'S2', device.width_mm, stand.rail_width_in * 254 / 10, 'mm', 'width');
            end if;
            if model.rail_min_mm > stand.rail_max_mm then
                met := met || guard.unfit(p, 'S2', model.rail_min_mm, stand.rail_max_mm, 'mm', 'rails');
            end if;
            if model.rail_max_mm < stand.rail_min_mm then
                met := met || guard.unfit(p, 'S2', model.rail_max_mm, stand.rail_min_mm, 'mm', 'rails');
            end if;
        end if;
        -- C4: what has no direction, or stands where there is none, goes against nothing.
        if device.airflow in ('front-to-rear', 'rear-to-front') and stand.airflow in ('front-to-rear', 'rear-to-front')
           and (device.airflow = stand.airflow) = (p.face = 'rear') then
            met := met || guard.unfit(p, 'C4', 1, 0, 'pieces');
        end if;
        if array_position(classes, device.data_class) > array_position(classes, hall.protection_class) then
            met := met || guard.unfit(p, 'G1', array_position(classes, device.data_class),
                                      array_position(classes, hall.protection_class), 'class');
        end if;
        if device.medical and not hall.medical then
            met := met || guard.unfit(p, 'G1', 1, 0, 'class', 'NEN 7510');
        end if;
        if device.availability_class is not null and p.cords is not null then
            delivered := guard.delivered_class(p.cords);
            if device.availability_class > delivered then
                met := met || guard.unfit(p, 'G3', device.availability_class, delivered, 'class');
            end if;
        end if;
        if device.personal_data and device.system_id is not null then
            personal := personal || p;
        end if;
        if p.outlet_ids <> '{}' then
            plugged := plugged || p;
        end if;
        if p.cord_count > 1 and cardinality(coalesce(stand.sides, hall.sides)) > 1 then
            sided := sided || p;
        end if;
        if num_nonnulls(device.inlet_min_mc, device.inlet_max_mc, device.drift_mk_per_h, model.emi_nt,
                        model.vibration_class) > 0 then
            sensitive := sensitive || p;
        end if;
        if device.kind = 'floor' and model.media <> '{}' then
            supplied := supplied || p;
        end if;
        if p.x_mm is not null then
            on_floor := on_floor || p;
        end if;
        if p.flow_ml_min is not null then
            cooled := cooled || p;
        end if;
    end loop;

    if personal <> '{}' then
        met := met || array(
            select guard.unfit(b, 'G2', 1, 0, 'pieces')
            from unnest(personal) b join system y on y.id = (b.device).system_id and not y.personal_data);
    end if;
    if plugged <> '{}' then
        for cord in
            select b.placement_id, b.during, b.cords, b.draw_mw * 1000 as uva, u.node_id, u.name, d.other_kind, d.parts,
                   d.capacity
            from unnest(plugged) b
            join outlet u on u.id = any (b.outlet_ids)
            join node n on n.id = u.node_id
            cross join lateral (
                select ((b.device).phases = '123') <> (u.phases = '123')
                       or (b.device).plug <> '' and not exists (select from plug_fit f
                                                                where f.inlet = (b.device).plug and f.outlet = u.type)
                           as other_kind,
                       case when u.phases = '123' then 3 else 1 end * b.power_factor_permille::bigint as parts,
                       u.max_ma::bigint * n.voltage_ln as capacity
            ) d
            where d.other_kind or b.draw_mw * 1000 > d.capacity * d.parts
        loop
            -- P1: the outlet is another kind.
            if cord.other_kind then
                met := met || row(cord.placement_id, 'P1', guard.node_name(cord.node_id) || ':' || cord.name, cord.node_id, 1,
                                  0, 0, 'pieces', '', '', cord.during, '')::polder.misfit;
            end if;
            -- P2: what one cord carries on a phase when as few as possible are left. (Few would carry too much alone.)
            if cord.uva > cord.capacity * cord.parts then
                met := met || array(
                    select row(cord.placement_id, 'P2', guard.node_name(cord.node_id) || ':' || cord.name, cord.node_id,
                               c.requested, 0, cord.capacity, 'mVA', '', coalesce(guard.node_name(w.source_id), ''),
                               cord.during, '')::polder.misfit
                    from guard.fewest_left(cord.cords, cord.node_id) w
                    cross join lateral (
                        select (cord.uva + cord.parts * w.living - 1) / (cord.parts * w.living) as requested) c
                    where c.requested > cord.capacity);
            end if;
        end loop;
    end if;
    if sided <> '{}' then
        -- P7: all cords of its own hang on one of the sides.
        met := met || array(
            select row(b.placement_id, 'P7', guard.node_name(j.node_id), j.node_id, 2, 0, 1, 'pieces', '', '', b.during,
                       '')::polder.misfit
            from unnest(sided) b
            cross join lateral (
                select s.node_id
                from cord_share s
                join node n on n.id = s.node_id and n.side = any (coalesce((b.rack).sides, (b.room).sides))
                join node_kind k on k.code = n.kind
                where s.cords = b.cords and s.home and s.normal_here = s.normal_cords
                order by k.level, n.id limit 1
            ) j);
    end if;
    if sensitive <> '{}' then
        -- C5, S8: the air and the floor at this spot. A part of a room that says something else has its own.
        met := met || array(
            select row(b.placement_id, j.rule, coalesce(guard.rack_name(b.rack_id), guard.room_name(b.room_id)), null,
                       j.requested, 0, j.capacity, j.unit, '', '', b.during * v.during, '')::polder.misfit
            from (select o.placement_id, o.during, o.rack_id, o.room_id, o.x_mm, o.y_mm, (o.device).kind,
                         (o.device).inlet_min_mc, (o.device).inlet_max_mc, (o.device).drift_mk_per_h, (o.model).emi_nt,
                         (o.model).vibration_class
                  from unnest(sensitive) o) b
            join room_environment v on v.room_id = b.room_id and v.during && b.during
            cross join lateral (values
                ('C5', v.setpoint_mc, b.inlet_max_mc, 'mC', v.setpoint_mc > b.inlet_max_mc),
                ('C5', b.inlet_min_mc, v.setpoint_mc, 'mC', v.setpoint_mc < b.inlet_min_mc),
                ('S8', v.drift_mk_per_h, b.drift_mk_per_h, 'mK/h', b.kind = 'floor' and v.drift_mk_per_h > b.drift_mk_per_h),
                ('S8', v.emi_nt, b.emi_nt, 'nT', v.emi_nt > b.emi_nt),
                ('S8', ascii(right(b.vibration_class, 1)) - 64, ascii(right(v.vibration_class, 1)) - 64, 'VC',
                 coalesce(v.vibration_class, '') < b.vibration_class)
            ) j (rule, requested, capacity, unit, broken)
            where case when j.broken then guard.surrounds(v, b.rack_id, point(b.x_mm, b.y_mm)) end);
    end if;
    if supplied <> '{}' then
        met := met || array(
            select guard.unfit(b, 'S7', 1, 0, 'pieces', what => n.medium)
            from unnest(supplied) b
            cross join lateral unnest((b.model).media) n (medium)
            where not exists (select from media_point x
                              where x.room_id = b.room_id and x.medium = n.medium and x.during @> b.during));
    end if;
    -- 32_floorplan.sql
    if on_floor <> '{}' then
        met := met || array(select m from guard.floor_misfits(on_floor) m);
    end if;
    if cooled <> '{}' then
        met := met || array(select m from guard.liquid_misfits(cooled) m);
    end if;
    return met;
end
$$;

CREATE FUNCTION guard.model_from(entry jsonb) RETURNS polder.model
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    read model;
begin
    perform guard.refuse_unknown(entry, array['manufacturer', 'name', 'slug', 'part_number', 'kind', 'height_hu',
        'full_depth', 'depth_mm', 'width_mm', 'height_mm', 'half_width', 'weight_g', 'airflow', 'nameplate_w',
        'inlet_min_mc', 'inlet_max_mc', 'drift_mk_per_h', 'clearance_front_mm', 'clearance_rear_mm',
        'clearance_left_mm', 'clearance_right_mm', 'clearance_top_mm', 'heat_to_water_w', 'vibration_class', 'emi_nt',
        'acoustic_db', 'media', 'interfaces', 'extra', 'source', 'content_hash', 'supplies', 'bays']);
    read.name := guard.text_of(entry, 'name', required => true, longest => 200);
    read.slug := nullif(guard.text_of(entry, 'slug', longest => 200), '');
    read.part_number := coalesce(guard.text_of(entry, 'part_number', longest => 200), '');
    read.kind := coalesce(guard.choice_of(entry, 'kind', array['rack', 'zero_u', 'chassis', 'bay', 'floor', 'blank']),
                          'rack');
    read.height_hu := guard.number_of(entry, 'height_hu', 0, 200);
    read.full_depth := guard.bool_of(entry, 'full_depth');
    read.depth_mm := guard.number_of(entry, 'depth_mm', 1, 20000);
    read.width_mm := guard.number_of(entry, 'width_mm', 1, 20000);
    read.height_mm := guard.number_of(entry, 'height_mm', 1, 20000);
    read.half_width := coalesce(guard.bool_of(entry, 'half_width'), false);
    read.weight_g := guard.number_of(entry, 'weight_g', 1, 20000000);
    read.airflow := nullif(guard.text_of(entry, 'airflow', longest => 60), '');
    read.nameplate_w := guard.number_of(entry, 'nameplate_w', 0, 1000000);
    read.inlet_min_mc := guard.number_of(entry, 'inlet_min_mc', -50000, 100000);
    read.inlet_max_mc := guard.number_of(entry, 'inlet_max_mc', -50000, 100000);
    read.drift_mk_per_h := guard.number_of(entry, 'drift_mk_per_h', 1, 1000000);
    read.clearance_front_mm := guard.number_of(entry, 'clearance_front_mm', 0, 20000);
    read.clearance_rear_mm := guard.number_of(entry, 'clearance_rear_mm', 0, 20000);
    read.clearance_left_mm := guard.number_of(entry, 'clearance_left_mm', 0, 20000);
    read.clearance_right_mm := guard.number_of(entry, 'clearance_right_mm', 0, 20000);
    read.clearance_top_mm := guard.number_of(entry, 'clearance_top_mm', 0, 20000);
    read.heat_to_water_w := guard.number_of(entry, 'heat_to_water_w', 0, 1000000);
    read.vibration_class := nullif(guard.text_of(entry, 'vibration_class', longest => 20), '');
    read.emi_nt := guard.number_of(entry, 'emi_nt', 1, 1000000000);
    read.acoustic_db := guard.number_of(entry, 'acoustic_db', 0, 200);
    read.media := array(select jsonb_array_elements_text(coalesce(guard.array_of(entry, 'media'), '[]')));
    read.interfaces := coalesce(guard.array_of(entry, 'interfaces'), '[]');
    read.extra := coalesce(nullif(entry -> 'extra', 'null'), '{}');
    read.source := coalesce(guard.text_of(entry, 'source', longest => 500), '');
    read.content_hash := guard.text_of(entry, 'content_hash', longest => 200);
    return read;
end
$$;

CREATE FUNCTION guard.model_of(arguments jsonb, field text, at text DEFAULT ''::text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION guard.mounting(device polder.equipment, before polder.placement DEFAULT NULL::polder.placement) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return case when device.kind in ('zero_u', 'bay', 'floor') then device.kind
                when before.zero_u_slot is not null then 'zero_u'
                when before.chassis_id is not null then 'bay'
                else 'rack' end;
end
$$;

CREATE FUNCTION guard.moved_on_floor(place jsonb, before polder.placement, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    filled jsonb := jsonb_build_object('room', before.room_id, 'orientation_deg', before.orientation_deg)
                    || jsonb_strip_nulls(place);
begin
    if (guard.room_of(filled, 'room', at)).id = before.room_id then
        filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids), 'x_mm', before.x_mm, 'y_mm', before.y_mm)
                  || filled;
    end if;
    return guard.placed_on_floor(filled, device, period, taken, at, own, 'facility_manager', 'technician');
end
$$;

CREATE FUNCTION guard.moved_place(place jsonb, before polder.placement, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    mounting text := guard.mounting(device, before);
    stand rack;
    filled jsonb;
    result placement;
begin
    perform guard.refuse_other_kind(place, device, at);
    if device.kind = 'floor' then
        result := guard.moved_on_floor(place - '{placement,asset_tag,request,item,serial}'::text[], before, device, period,
                                       taken, at, own);
        perform guard.refuse_lacking(result, device, period);
        return result;
    end if;
    if mounting = 'bay' then
        filled := jsonb_build_object('chassis', before.chassis_id) || jsonb_strip_nulls(place);
        stand := guard.rack_under((guard.chassis_of(filled, at)).id, period);
        if filled -> 'chassis' = to_jsonb(before.chassis_id) then
            filled := jsonb_build_object('bay', (select b.name from model_bay b where b.id = before.bay_id)) || filled;
        end if;
        if stand.id = (guard.rack_under(before.chassis_id, period)).id then
            filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids)) || filled;
        end if;
    else
        filled := jsonb_build_object('rack', before.rack_id) || jsonb_strip_nulls(place);
        stand := guard.rack_of(filled, 'rack', greatest(lower(period), guard.today()), at);
        if mounting = 'rack' then
            filled := jsonb_build_object('face', before.face, 'half', before.half) || filled;
        end if;
        if stand.id = before.rack_id then
            filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids)) || filled;
            if mounting = 'zero_u' then
                filled := jsonb_build_object('slot', before.zero_u_slot) || filled;
            elsif not filled ? 'unit' then
                filled := filled || jsonb_build_object('unit', case when stand.numbered_down
                    then stand.height_u - before.position_hu / 2.0 else before.position_hu / 2.0 + 1 end);
            end if;
        end if;
        perform guard.refuse_corded_contents(device, before.rack_id, stand.id, period, at);
    end if;
    result := guard.place_of(filled, mounting, device, period, taken, at, own, 'facility_manager', 'technician');
    perform guard.refuse_lacking(result, device, period);
    return result;
end
$$;

CREATE FUNCTION guard.my_organisation() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select organisation_id from person where id = guard.person_id());
end
$$;

CREATE FUNCTION guard.my_organisations(VARIADIC roles text[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select coalesce(array_agg(distinct organisation_id), '{}') from my_appointment where role = any (roles));
end
$$;

CREATE FUNCTION guard.my_people() RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select array_agg(id)
        from (select guard.person_id() as id
              union
              select d.person_id from deputy d
              where d.deputy_id = guard.person_id() and d.during @> guard.today()) people
        where id is not null);
end
$$;

CREATE FUNCTION guard.my_sites(VARIADIC roles text[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select coalesce(array_agg(distinct s.id), '{}')
        from my_appointment a
        join site s on s.organisation_id = a.organisation_id and (a.site_id is null or a.site_id = s.id)
        where a.role = any (roles));
end
$$;

CREATE FUNCTION guard.name_equipment(equipment integer, serial_number text, tag text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    broken text;
begin
    update equipment e
    set serial = coalesce(nullif(serial_number, ''), e.serial), asset_tag = coalesce(nullif(tag, ''), e.asset_tag)
    where e.id = equipment;
exception when unique_violation then
    get stacked diagnostics broken = constraint_name;
    if broken like '%serial%' then
        perform guard.refuse_value('serial', to_jsonb(serial_number), 'not in use by another device of this owner');
    end if;
    perform guard.refuse_value('asset_tag', to_jsonb(tag), 'not in use by another device of this owner');
end
$$;

CREATE FUNCTION guard.named(one guard.violation, source integer) RETURNS guard.violation
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if one.node_id is not null then
        one.place := guard.node_name(one.node_id);
        one.failing := coalesce(guard.node_name(source), '');
        one.unit := case one.quantity when '' then guard.node_unit(one.node_id) else 'mVA' end;
    end if;
    return one;
end
$$;

CREATE FUNCTION guard.newer(changes bigint[]) RETURNS TABLE(table_name text, key bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_indexonlyscan TO 'off'
    AS $$
        begin
            return query select 'organisation'::text, h.id::bigint from history.organisation h where h.change_id = any (changes) union select 'department'::text, h.id::bigint from history.department h where h.change_id = any (changes) union select 'person'::text, h.id::bigint from history.person h where h.change_id = any (changes) union select 'site'::text, h.id::bigint from history.site h where h.change_id = any (changes) union select 'room'::text, h.id::bigint from history.room h where h.change_id = any (changes) union select 'room_feature'::text, h.id::bigint from history.room_feature h where h.change_id = any (changes) union select 'room_environment'::text, h.id::bigint from history.room_environment h where h.change_id = any (changes) union select 'media_point'::text, h.id::bigint from history.media_point h where h.change_id = any (changes) union select 'delivery_segment'::text, h.id::bigint from history.delivery_segment h where h.change_id = any (changes) union select 'rack_row'::text, h.id::bigint from history.rack_row h where h.change_id = any (changes) union select 'rack'::text, h.id::bigint from history.rack h where h.change_id = any (changes) union select 'network_ports'::text, h.id::bigint from history.network_ports h where h.change_id = any (changes) union select 'blocked_unit'::text, h.id::bigint from history.blocked_unit h where h.change_id = any (changes) union select 'node'::text, h.id::bigint from history.node h where h.change_id = any (changes) union select 'node_limit'::text, h.id::bigint from history.node_limit h where h.change_id = any (changes) union select 'cooling_unit'::text, h.id::bigint from history.cooling_unit h where h.change_id = any (changes) union select 'outlet'::text, h.id::bigint from history.outlet h where h.change_id = any (changes) union select 'manufacturer'::text, h.id::bigint from history.manufacturer h where h.change_id = any (changes) union select 'model'::text, h.id::bigint from history.model h where h.change_id = any (changes) union select 'model_bay'::text, h.id::bigint from history.model_bay h where h.change_id = any (changes) union select 'agreement'::text, h.id::bigint from history.agreement h where h.change_id = any (changes) union select 'agreement_line'::text, h.id::bigint from history.agreement_line h where h.change_id = any (changes) union select 'request'::text, h.id::bigint from history.request h where h.change_id = any (changes) union select 'request_item'::text, h.id::bigint from history.request_item h where h.change_id = any (changes) union select 'system'::text, h.id::bigint from history.system h where h.change_id = any (changes) union select 'equipment'::text, h.id::bigint from history.equipment h where h.change_id = any (changes) union select 'placement'::text, h.id::bigint from history.placement h where h.change_id = any (changes) union select 'finding'::text, h.id::bigint from history.finding h where h.change_id = any (changes) union select 'override'::text, h.id::bigint from history.override h where h.change_id = any (changes) union select 'setting'::text, h.id::bigint from history.setting h where h.change_id = any (changes);
        end
        $$;

CREATE FUNCTION guard.next_number() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
begin
    perform pg_advisory_xact_lock('polder.request_number'::regclass::oid::bigint);
    return format('R-%s-%s', extract(year from guard.today()),
                  to_char((select coalesce(max(substring(r.number from '\d+$')::int), 0) + 1 from request r),
                          'FM00000'));
end
$_$;

CREATE FUNCTION guard.node_name(node integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select case when k.dimension <> 'power' and n.rack_id is not null then guard.rack_name(n.rack_id)
                    else concat_ws(' ', s.code, n.name) end
        from node n join node_kind k on k.code = n.kind left join site s on s.id = n.site_id
        where n.id = node);
end
$$;

CREATE FUNCTION guard.node_named(arguments jsonb, field text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    named int := (
        select min(n.id)
        from node n left join site s on s.id = n.site_id
        where (to_jsonb(n.id) = arguments -> field or concat_ws(' ', s.code, n.name) = arguments ->> field)
          and (n.kind <> 'agreement_line'
               or n.id in (select l.node_id from agreement_line l join visible_agreement v on v.id = l.agreement_id)));
begin
    if named is null then
        perform guard.refuse_value(field, arguments -> field, 'a node, by its id or as SITE NAME');
    end if;
    return named;
end
$$;

CREATE FUNCTION guard.node_unit(node integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select case k.dimension when 'power' then 'mW' when 'heat' then 'mW' when 'mass' then 'g'
                    when 'flow' then 'ml/min'
                    when 'quota' then case l.unit when 'U' then 'hu' when 'kW' then 'mW' when 'kg' then 'g' else l.unit end
                    else 'pieces' end
        from node n join node_kind k on k.code = n.kind left join agreement_line l on l.node_id = n.id
        where n.id = node);
end
$$;

CREATE FUNCTION guard.note_warnings(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    current guard.warning[] := array(select w from guard.warnings_of_place(ids) w)
                               || array(select w from guard.warnings_of_sums(ids) w);
    stands bigint[] := array(
        select f.id
        from finding f join unnest(current) w
             on w.placement_id = f.placement_id and w.rule = f.rule
                and (w.place, w.quantity, w.requested, w.used, w.capacity, w.date)
                    is not distinct from (f.place, f.quantity, f.requested, f.used, f.capacity, lower(f.during))
        where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null);
    over bigint[] := array(
        select f.id from finding f
        where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null
          and f.rule not in ('apart', 'together') and not f.id = any (stands)
        union
        select f.id from finding f
        where f.rack_id in (select p.rack_id from placement p where p.id = any (ids))
          and f.rule = 'C6' and f.kind = 'warning' and f.resolved_on is null and not f.id = any (stands));
begin
    if over <> '{}' then
        update finding set resolved_on = guard.today() where id = any (over);
    end if;
    if cardinality(stands) < cardinality(current) then
        insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, quantity,
                             place, during, text, found_on)
        select w.rule, 'warning', w.placement_id, w.node_id, r.id, o.site_id, w.requested, w.used, w.capacity, w.unit,
               w.quantity, w.place, daterange(w.date, upper(p.during)), w.place || ': ' || w.words, guard.today()
        from unnest(current) w
        join placement p on p.id = w.placement_id
        left join placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                             and c.during @> w.date
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join room o on o.id = coalesce(r.room_id, p.room_id)
        where not exists (select from finding f
                          where f.id = any (stands) and f.placement_id = w.placement_id and f.rule = w.rule
                            and (w.place, w.quantity, w.requested, w.used, w.capacity, w.date)
                                is not distinct from (f.place, f.quantity, f.requested, f.used, f.capacity, lower(f.during)));
    end if;
end
$$;

CREATE FUNCTION guard.note_wishes(request integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    noted int[];
    past int[];
    wishes text[];
    placements int[];
    words text[];
    over bigint[];
begin
    select array_agg(p.id), array_agg(p.id) filter (where p.state in ('ended', 'released')) into noted, past
    from guard.request_placements(request, 'held', 'delivered', 'installed', 'decommissioning', 'ended', 'released') p;
    select coalesce(array_agg(u.wish), '{}'), coalesce(array_agg(u.placement_id), '{}'), coalesce(array_agg(u.words), '{}')
    into wishes, placements, words
    from guard.unmet_wishes(request) u;
    over := array(
        select f.id
        from finding f
        where f.placement_id = any (noted) and f.kind = 'warning' and f.resolved_on is null
          and case when f.rule in ('apart', 'together')
                   then (f.rule, f.text) not in (select * from unnest(wishes, words))
                   else f.placement_id = any (past) end);
    if over <> '{}' then
        update finding set resolved_on = guard.today() where id = any (over);
    end if;
    if wishes <> '{}' then
        insert into finding (rule, kind, placement_id, rack_id, site_id, during, text, found_on)
        select u.wish, 'warning', p.id, p.rack_id, s.site_id, p.during, u.words, guard.today()
        from unnest(wishes, placements, words) u (wish, placement_id, words)
        join placement p on p.id = u.placement_id
        join placed s on s.id = p.id
        where not exists (select from finding f
                          where f.placement_id = any (noted) and f.kind = 'warning' and f.resolved_on is null
                            and (f.rule, f.text) = (u.wish, u.words));
    end if;
end
$$;

CREATE FUNCTION guard.number_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    next bigint;
begin
    -- What has not been asked a reason for by now (33_reasons.sql) is not made either.
    if current_setting('polder.unexplained', true) <> '' then
        perform guard.refuse_unexplained();
    end if;
    update generation set value = value + 1 returning value into next;
    update change set generation = next, at = clock_timestamp(), day = guard.today() where id = new.id;
    -- The number alone: anyone may listen.
    perform pg_notify('polder', next::text);
    return null;
end
$$;

CREATE FUNCTION guard.number_of(arguments jsonb, field text, lowest numeric, highest numeric, step numeric DEFAULT 1, required boolean DEFAULT false, at text DEFAULT ''::text) RETURNS numeric
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    value jsonb := nullif(arguments -> field, 'null');
    number numeric;
    allowed text := format('a number from %s to %s%s', lowest, highest,
                           case when step = 1 then ', whole' else ' in steps of ' || step end);
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, allowed);
        end if;
        return null;
    end if;
    if jsonb_typeof(value) = 'number' then
        number := (value #>> '{}')::numeric;
    end if;
    if number is null or number < lowest or number > highest or (number - lowest) % step <> 0 then
        perform guard.refuse_value(at || field, value, allowed);
    end if;
    return number;
end
$$;

CREATE FUNCTION guard.numbered_on(place jsonb, devices integer[], kind text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    slot numeric;
    chassis equipment;
    bays text[];
begin
    if kind = 'zero_u' then
        slot := guard.number_of(place, 'slot', 1, 1000, required => true, at => 'places/0/');
        return (select jsonb_agg(place || jsonb_build_object('slot', slot + n - 1) order by n)
                from generate_series(1, cardinality(devices)) n);
    end if;
    chassis := guard.chassis_of(place, 'places/0/');
    bays := array(select b.name from model_bay b
                  where b.model_id = chassis.model_id and b.id >= guard.bay_of(place, chassis, 'places/0/')
                  order by b.id);
    if cardinality(bays) < cardinality(devices) then
        perform guard.refuse_value('places/0/bay', place -> 'bay',
                                   format('a bay of this chassis with %s after it', cardinality(devices) - 1));
    end if;
    return (select jsonb_agg(place || jsonb_build_object('bay', bays[n]) order by n) from generate_series(1, cardinality(devices)) n);
end
$$;

CREATE FUNCTION guard.office_of(person integer, roles text[], organisation integer, site integer, others integer[] DEFAULT '{}'::integer[]) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select a.person_id
        from appointment a
        where (a.person_id = person or exists (select from deputy d where d.person_id = a.person_id and d.deputy_id = person
                                                                      and d.during @> guard.today()))
          and a.role = any (roles) and a.organisation_id = organisation
          and (site is null or a.site_id is null or a.site_id = site)
          and a.during @> guard.today() and not a.person_id = any (others)
        order by a.person_id <> person, a.person_id limit 1);
end
$$;

CREATE FUNCTION guard.out_of_chassis(ids integer[]) RETURNS SETOF polder.misfit
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select p.id, 'S1', guard.bay_name(p.chassis_id, p.bay_id, p.during), null::int, 1::bigint, v.used, 0::bigint, 'pieces', '', '',
           daterange(v.day, upper(p.during)), ''
    from placement p
    join model_bay b on b.id = p.bay_id
    join equipment c on c.id = p.chassis_id
    cross join lateral (
        select 0::bigint as used, lower(p.during) as day where b.model_id is distinct from c.model_id
        union all
        select null, lower(datemultirange(p.during)
                           - coalesce((select range_agg(k.during) from placement k
                                       where k.equipment_id = c.id and k.rack_id is not null and k.state <> 'released'), '{}'))
    ) v
    -- What is contested has a finding of its own, and no place.
    where p.id = any (ids) and p.state <> 'released' and not p.contested and v.day is not null;
end
$$;

CREATE FUNCTION guard.out_of_place(placed guard.standing[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    met polder.misfit[] := '{}';
    p guard.standing;
begin
    foreach p in array placed loop
        if p.rack_id is not null and p.chassis_id is null then -- of what is in a chassis the chassis says it
            if not p.rack_during @> p.during then
                -- The rack is not there yet, or no longer.
                met := met || row(p.placement_id, 'S1',
                                  coalesce(guard.slot_name(p.rack_id, p.slot), guard.place_name(p.rack_id, p.position_hu)),
                                  null, case when p.slot is null then p.height_hu else 1 end, null, 0,
                                  case when p.slot is null then 'hu' else 'pieces' end, '', '',
                                  daterange(case when lower(p.during) < lower(p.rack_during) then lower(p.during)
                                                 else greatest(upper(p.rack_during), lower(p.during)) end, upper(p.during)),
                                  '')::polder.misfit;
            elsif p.position_hu + p.height_hu > 2 * p.height_u then
                -- Above the top.
                met := met || row(p.placement_id, 'S1', guard.place_name(p.rack_id, p.position_hu), null, p.height_hu, 0,
                                  greatest(2 * p.height_u - p.position_hu, 0), 'hu', '', '', p.during, '')::polder.misfit;
            end if;
            if p.slot > (select r.zero_u_slots from rack r where r.id = p.rack_id) then
                met := met || row(p.placement_id, 'S1', guard.slot_name(p.rack_id, p.slot), null, 1, 0, 0, 'pieces', '', '',
                                  p.during, '')::polder.misfit;
            end if;
        end if;
        if p.rack_id is not null and p.weight_g > 0 and p.mass_node_ids = '{}' then
            met := met || row(p.placement_id, (select k.rule from node_kind k where k.code = 'rack_mass'),
                              guard.rack_name(p.rack_id), null, p.weight_g, null, null, 'g', '', '', p.during, '')::polder.misfit;
        end if;
        if p.rack_id is not null and p.draw_mw > 0 and p.heat_node_ids = '{}' then
            met := met || row(p.placement_id, (select k.rule from node_kind k where k.code = 'rack_heat'),
                              guard.rack_name(p.rack_id), null, p.draw_mw, null, null, 'mW', '', '', p.during, '')::polder.misfit;
        end if;
        if p.owner_id <> p.host_id and p.agreement_id is null then
            met := met || row(p.placement_id, 'G4', (select s.code from site s where s.id = p.site_id), null, p.height_hu,
                              null, null, 'hu', '', '', p.during, '')::polder.misfit;
        end if;
        if p.ports <> '[]' and (select network_ports_refuse from guard.policy) then
            -- Ports of a kind that neither the rack nor its row, on the floor the room, is known to have.
            met := met || array(
                select row(p.placement_id, 'N1',
                           coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)) || ' ' || guard.port_name(w.speed_mbps, w.medium, w.out_of_band), null,
                           w.ports, null, null, 'pieces', '', '', p.during, '')::polder.misfit
                from guard.ports_of(p.ports) w
                where not exists (select from network_ports n
                                  where (n.rack_id = p.rack_id or n.row_id = (p.rack).row_id
                                         or n.room_id = case when p.rack_id is null then p.room_id end)
                                    and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band)));
        end if;
    end loop;
    return met;
end
$$;

CREATE FUNCTION guard.outlets_for(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    named int[] := guard.outlets_of(place, stand, at);
begin
    if named && taken or cardinality(named) not in (device.cords) then
        perform guard.refuse_value(at || 'outlets', place -> 'outlets',
                                   format('one outlet for each cord, %s', device.cords));
    end if;
    return coalesce(named, guard.choose_outlets(stand.id, device, period, taken, own));
end
$$;

CREATE FUNCTION guard.outlets_of(place jsonb, rack polder.rack, at text, room integer DEFAULT NULL::integer) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
    named jsonb := guard.array_of(place, 'outlets', at => at);
    one record;
    chosen int[] := '{}';
begin
    if named is null then
        return null;
    end if;
    for one in
        with here as materialized (
            select n.id, n.name, n.kind, n.parent_id from node n where n.rack_id = rack.id and room is null
            union all
            select n.id, n.name, n.kind, n.parent_id from node n where n.room_id = room and n.rack_id is null
        ), there as materialized (
            select o.id, o.id::text as number, h.name || ':' || o.name as name, pdu.name || ':' || o.name as of_pdu
            from here h
            join outlet o on o.node_id = h.id
            left join node pdu on pdu.id = h.parent_id and h.kind = 'bank'
        )
        select w.value, w.ordinality - 1 as place,
               array(select t.id from there t
                     where case jsonb_typeof(w.value) when 'number' then t.number = w.value #>> '{}'
                                                      else w.value #>> '{}' in (t.name, t.of_pdu) end) as candidates
        from jsonb_array_elements(named) with ordinality w
        order by w.ordinality
    loop
        if cardinality(one.candidates) <> 1 or one.candidates[1] = any (chosen) then
            perform guard.refuse_value(at || 'outlets/' || one.place, one.value,
                case cardinality(one.candidates)
                    when 0 then format('an outlet of this %s, PDU:OUTLET', case when room is null then 'rack' else 'room' end)
                    when 1 then 'named once'
                    else 'one outlet: several have this name' end);
        end if;
        chosen := chosen || one.candidates[1];
    end loop;
    return chosen;
end
$$;

CREATE TABLE polder.connection (
    id bigint NOT NULL,
    placement_id integer NOT NULL,
    cord smallint NOT NULL,
    node_id integer NOT NULL,
    outlet_id integer,
    phases text NOT NULL,
    during daterange NOT NULL,
    CONSTRAINT connection_cord_check CHECK ((cord > 0)),
    CONSTRAINT connection_during_check CHECK ((NOT isempty(during))),
    CONSTRAINT connection_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '2'::text, '3'::text, '123'::text])))
);

CREATE FUNCTION guard.outlets_taken(fresh polder.connection[], asked integer[] DEFAULT '{}'::integer[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with taken as (
            select f.placement_id, f.outlet_id, o.during * f.during as during
            from unnest(fresh) f join connection o on o.outlet_id = f.outlet_id and o.during && f.during
            union all
            select f.placement_id, f.outlet_id, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.outlet_id = f.outlet_id and o.during && f.during
                                and (o.placement_id, o.cord) <> (f.placement_id, f.cord)
        )
        select row(coalesce(min(t.placement_id) filter (where t.placement_id = any (asked)), min(t.placement_id)), 'P1',
                   guard.node_name(u.node_id) || ':' || u.name, u.node_id, 1, 1, 1, 'pieces', '', '',
                   range_merge(range_agg(t.during)), '')::polder.misfit
        from taken t join outlet u on u.id = t.outlet_id
        group by u.name, u.node_id);
end
$$;

CREATE TABLE polder.ledger (
    node_id integer NOT NULL,
    source_id integer NOT NULL,
    day date NOT NULL,
    normal_main bigint DEFAULT 0 NOT NULL,
    normal_l1 bigint DEFAULT 0 NOT NULL,
    normal_l2 bigint DEFAULT 0 NOT NULL,
    normal_l3 bigint DEFAULT 0 NOT NULL,
    extra_main bigint DEFAULT 0 NOT NULL,
    extra_l1 bigint DEFAULT 0 NOT NULL,
    extra_l2 bigint DEFAULT 0 NOT NULL,
    extra_l3 bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0.02');

CREATE FUNCTION guard.over_limit(nodes integer[], come polder.ledger[], gone polder.ledger[]) RETURNS SETOF guard.violation
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with step as materialized (
        -- a: what is asked, m: how much more that is than before
        select s.*, 1 as a, 1 as m from unnest(come) s where s.node_id = any (nodes)
        union all
        select s.*, 0, -1 from unnest(gone) s where s.node_id = any (nodes)
    ), pair as materialized (
        -- Each node by itself, and under each source that it knows.
        select distinct p.node_id, f.source_id
        from ledger_peak p cross join lateral unnest(array[0, p.source_id]) f (source_id)
        where p.node_id = any (nodes)
    ), change as (
        -- l: what stands in the ledger
        select b.node_id, b.source_id, '-infinity'::date as day, b.level_main as main, b.level_l1 as l1, b.level_l2 as l2,
               b.level_l3 as l3, b.extra_main, b.extra_l1, b.extra_l2, b.extra_l3, 1 as l, 0 as a, 0 as m
        from ledger_peak b where b.node_id = any (nodes)
        union all
        select g.*, 1, 0, 0
        from ledger_peak b
        join ledger g on g.node_id = b.node_id and g.source_id = b.source_id and g.day >= b.since
        where b.node_id = any (nodes)
        union all
        select s.node_id, s.source_id, s.day, s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.extra_main,
               s.extra_l1, s.extra_l2, s.extra_l3, 0, s.a, s.m
        from step s
        union all
        -- Days on which the limit itself changes.
        select n, 0, c.day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        from unnest(nodes) n
        cross join lateral (
            select l.from_date as day from node_limit l where l.node_id = n
            union all
            select d.day from node x cross join lateral (values (lower(x.during)), (upper(x.during))) d (day)
            where x.id = n and d.day is not null
        ) c
    ), point as (
        select p.node_id, p.source_id, c.day, q.quantity, guard.total(c.l * q.sum) as sum,
               guard.total(c.l * q.shifted) as shifted, guard.total(c.a * q.sum) as asked, guard.total(c.m * q.sum) as more
        from pair p
        join change c on c.node_id = p.node_id
        cross join lateral (select case c.source_id when p.source_id then 1 else 0 end as own) f
        cross join lateral (values ('', c.main + f.own * c.extra_main, f.own * c.extra_main),
                                   ('L1', c.l1 + f.own * c.extra_l1, f.own * c.extra_l1),
                                   ('L2', c.l2 + f.own * c.extra_l2, f.own * c.extra_l2),
                                   ('L3', c.l3 + f.own * c.extra_l3, f.own * c.extra_l3)) q (quantity, sum, shifted)
        group by p.node_id, p.source_id, c.day, q.quantity
    ), level as (
        select p.node_id, p.source_id, p.day, p.quantity, guard.total(p.sum) over w as sum,
               guard.total(p.shifted) over w as shifted, guard.total(p.asked) over w as asked,
               guard.total(p.more) over w as more
        from point p
        window w as (partition by p.node_id, p.source_id, p.quantity order by p.day)
    ), broken as (
        select distinct on (v.node_id, v.source_id, v.quantity)
               v.node_id, v.source_id, v.quantity, v.day, v.sum, v.asked, c.capacity
        from level v
        left join lateral (select i.* from node_limit i join node n on n.id = i.node_id and n.during @> v.day
                           where i.node_id = v.node_id and i.from_date <= v.day
                           order by i.from_date desc limit 1) i on true
        cross join lateral (
            select case when v.quantity = '' and v.source_id = 0 then i.normal_main
                        when v.quantity = '' then i.failover_main
                        when v.source_id = 0 then i.normal_line
                        else i.failover_line end as capacity) c
        where v.more > 0 and (v.source_id = 0 or v.shifted > 0) and (i.id is null or v.sum > c.capacity)
        order by v.node_id, v.source_id, v.quantity, v.day
    )
    select case b.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, b.asked, b.sum - b.asked, b.capacity,
           case b.quantity when '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from broken b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind;
end
$$;

CREATE FUNCTION guard.overlap_mm(a integer[], b integer[]) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    sides_a int := cardinality(a) / 2;
    sides_b int := cardinality(b) / 2;
    least_overlap float8 := 'infinity';
    turns_left boolean := false;
    turns_right boolean := false;
    -- A side, its normal, and how far the two polygons go along it.
    p int; q int; nx bigint; ny bigint; at bigint; least_a bigint; most_a bigint; least_b bigint; most_b bigint;
    turn bigint;
    within boolean := false;
    apart boolean;
    mx bigint; my bigint;
begin
    for side in 1 .. sides_a + sides_b loop
        if side <= sides_a then
            p := 2 * side - 1;
            q := 2 * (side % sides_a) + 1;
            nx := a[q + 1] - a[p + 1];
            ny := a[p] - a[q];
        else
            p := 2 * (side - sides_a) - 1;
            q := 2 * ((side - sides_a) % sides_b) + 1;
            nx := b[q + 1] - b[p + 1];
            ny := b[p] - b[q];
            -- Which way it goes on from here.
            p := 2 * ((side - sides_a + 1) % sides_b) + 1;
            turn := ny * (b[p + 1] - b[q + 1]) + nx * (b[p] - b[q]);
            turns_left := turns_left or turn > 0;
            turns_right := turns_right or turn < 0;
        end if;
        continue when nx = 0 and ny = 0;
        least_a := null; most_a := null; least_b := null; most_b := null;
        for corner in 1 .. sides_a loop
            at := nx * a[2 * corner - 1] + ny * a[2 * corner];
            least_a := least(least_a, at);
            most_a := greatest(most_a, at);
        end loop;
        for corner in 1 .. sides_b loop
            at := nx * b[2 * corner - 1] + ny * b[2 * corner];
            least_b := least(least_b, at);
            most_b := greatest(most_b, at);
        end loop;
        at := least(most_a - least_b, most_b - least_a);
        if at <= 0 then
            return null;
        end if;
        least_overlap := least(least_overlap, at / sqrt((nx * nx + ny * ny)::float8));
    end loop;
    if turns_left and turns_right then
        mx := (select sum(a[2 * i - 1]) from generate_series(1, sides_a) i);
        my := (select sum(a[2 * i]) from generate_series(1, sides_a) i);
        for side in 1 .. sides_b loop
            p := 2 * side - 1;
            q := 2 * (side % sides_b) + 1;
            -- A side of b against a: apart along a normal of a, or along its own.
            apart := false;
            for other in 0 .. sides_a loop
                if other = 0 then
                    nx := b[q + 1] - b[p + 1];
                    ny := b[p] - b[q];
                else
                    nx := a[2 * (other % sides_a) + 2] - a[2 * other];
                    ny := a[2 * other - 1] - a[2 * (other % sides_a) + 1];
                end if;
                select min(nx * a[2 * i - 1] + ny * a[2 * i]), max(nx * a[2 * i - 1] + ny * a[2 * i])
                into least_a, most_a from generate_series(1, sides_a) i;
                least_b := least(nx * b[p] + ny * b[p + 1], nx * b[q] + ny * b[q + 1]);
                most_b := greatest(nx * b[p] + ny * b[p + 1], nx * b[q] + ny * b[q + 1]);
                apart := apart or most_a <= least_b or most_b <= least_a;
            end loop;
            if not apart then
                return ceil(least_overlap)::int;
            end if;
            -- Whether a ray from the middle of a to the east crosses it (coordinates times the number of its corners).
            if (sides_a * b[p + 1] > my) <> (sides_a * b[q + 1] > my) then
                turn := (sides_a * b[p]::bigint - mx) * (b[q + 1] - b[p + 1])
                        + (my - sides_a * b[p + 1]::bigint) * (b[q] - b[p]);
                within := within <> (case when b[q + 1] > b[p + 1] then turn > 0 else turn < 0 end);
            end if;
        end loop;
        if not within then
            return null;
        end if;
    end if;
    return ceil(least_overlap)::int;
end
$$;

CREATE FUNCTION guard.overlapping(placed guard.standing[], former polder.box[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        select distinct m.placement_id
        from misfit m join placement p on p.id = m.placement_id
        where m.rule = 'S1' and m.used > 0
          and p.rack_id = any (array(select b.rack_id from unnest(placed) b union select b.rack_id from unnest(former) b))
          and m.placement_id <> all (array(select b.placement_id from unnest(placed) b)));
end
$$;

CREATE FUNCTION guard."overlaps"(fresh polder.box[], asked integer[] DEFAULT '{}'::integer[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with taken as (
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu as common, o.during * f.during as during
            from unnest(fresh) f
            join box o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                      and o.during && f.during
            union all
            select o.placement_id, null, f.rack_id, o.hu, o.hu * f.hu, o.during * f.during
            from unnest(fresh) f
            join box o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                      and o.during && f.during and o.placement_id is not null
            union all
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                                and o.during && f.during
                                and (o.placement_id, o.blocked_id) is distinct from (f.placement_id, f.blocked_id)
            where f.placement_id = any (asked) or o.placement_id = any (asked) is not true
        )
        select row(t.placement_id, 'S1', guard.place_name(t.rack_id, lower(t.hu)), null, upper(t.hu) - lower(t.hu),
                   (select sum(upper(part) - lower(part)) from unnest(range_agg(t.common)) part),
                   least(upper(t.hu), 2 * k.height_u) - lower(t.hu), 'hu', '', '',
                   range_merge(range_agg(t.during)), '')::polder.misfit
        from taken t
        join rack k on k.id = t.rack_id
        group by t.placement_id, t.blocked_id, t.rack_id, t.hu, k.height_u);
end
$$;

CREATE FUNCTION guard.overloads(charges polder.charge[], old polder.charge[]) RETURNS guard.violation[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    nodes int[];
    first_day date;
begin
    select array_agg(c.node_id), min(lower(c.during)) into nodes, first_day from unnest(charges || old) c;
    nodes := guard.above_bounds(nodes, first_day);
    if nodes = '{}' then
        return '{}';
    end if;
    perform guard.lower_bounds(nodes, first_day);
    nodes := guard.above_bounds(nodes, first_day);
    if nodes = '{}' then
        return '{}';
    end if;
    return array(select v
                 from guard.over_limit(nodes, guard.steps_of(charges, '{}'), guard.steps_of(old, '{}')) v);
end
$$;

CREATE FUNCTION guard.override_answer(one polder.override) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return jsonb_build_object('override', one.id, 'rule', one.rule, 'until', one.until_date,
                              'in_force', exists (select from override_in_force o where o.id = one.id),
                              'waits_for', guard.waits_for(one));
end
$$;

CREATE FUNCTION guard.override_of(arguments jsonb) RETURNS polder.override
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    locked override;
begin
    select * into locked from override o where to_jsonb(o.id) = arguments -> 'override' for update;
    if locked.id is null
       or not exists (select from visible_override v where v.id = locked.id)
          and not guard.confirmers(locked) && guard.my_people() then
        perform guard.refuse_absent('override', arguments -> 'override');
    end if;
    return locked;
end
$$;

CREATE FUNCTION guard.overruns(nodes integer[], held polder.node_limit[] DEFAULT '{}'::polder.node_limit[], was polder.node[] DEFAULT '{}'::polder.node[]) RETURNS TABLE(standing guard.violation, worse guard.violation, days datemultirange, worse_days datemultirange)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with step as materialized (
        select l.* from ledger l where l.node_id = any (nodes)
    ), pair as (
        -- Each node by itself, and under each source that it knows.
        select distinct s.node_id, f.source_id from step s cross join lateral unnest(array[0, s.source_id]) f (source_id)
    ), change as (
        select s.* from step s
        union all
        -- Days on which the limit changes, or did.
        select e.node_id, 0, e.day, 0, 0, 0, 0, 0, 0, 0, 0
        from (select l.node_id, l.from_date as day from node_limit l where l.node_id = any (nodes)
              union
              select h.node_id, h.from_date from unnest(held) h
              union
              select n.id, d.day
              from (select o.id, o.during from node o where o.id = any (nodes) union all select w.id, w.during from unnest(was) w) n
              cross join lateral (values (lower(n.during)), (upper(n.during))) d (day)
              where d.day is not null) e
    ), point as (
        select p.node_id, p.source_id, c.day, q.quantity, guard.total(q.sum) as sum, guard.total(q.shifted) as shifted
        from pair p
        join change c on c.node_id = p.node_id
        cross join lateral (select case c.source_id when p.source_id then 1 else 0 end as own) f
        cross join lateral (values ('', c.normal_main + f.own * c.extra_main, f.own * c.extra_main),
                                   ('L1', c.normal_l1 + f.own * c.extra_l1, f.own * c.extra_l1),
                                   ('L2', c.normal_l2 + f.own * c.extra_l2, f.own * c.extra_l2),
                                   ('L3', c.normal_l3 + f.own * c.extra_l3, f.own * c.extra_l3)) q (quantity, sum, shifted)
        group by p.node_id, p.source_id, c.day, q.quantity
    ), level as (
        select p.node_id, p.source_id, p.day, p.quantity, guard.total(p.sum) over w as sum,
               guard.total(p.shifted) over w as shifted, lead(p.day) over w as until
        from point p
        window w as (partition by p.node_id, p.source_id, p.quantity order by p.day)
    ), judged as (
        select v.*, c.capacity,
               -- A limit that was not known before took nothing either.
               b.id is not null and (i.id is null or coalesce(c.capacity < b.capacity,
                                                              c.capacity is not null and b.capacity is null)) as lowered
        from level v
        left join lateral (select l.* from node_limit l join node n on n.id = l.node_id and n.during @> v.day
                           where l.node_id = v.node_id and l.from_date <= v.day
                           order by l.from_date desc limit 1) i on true
        left join lateral (
            select h.id, case when v.quantity = '' and v.source_id = 0 then h.normal_main
                              when v.quantity = '' then h.failover_main
                              when v.source_id = 0 then h.normal_line
                              else h.failover_line end as capacity
            from unnest(held) h join node n on n.id = h.node_id
            where h.node_id = v.node_id and h.from_date <= v.day
              and coalesce((select w.during from unnest(was) w where w.id = n.id), n.during) @> v.day
            order by h.from_date desc limit 1) b on true
        cross join lateral (
            select case when v.quantity = '' and v.source_id = 0 then i.normal_main
                        when v.quantity = '' then i.failover_main
                        when v.source_id = 0 then i.normal_line
                        else i.failover_line end as capacity) c
        where v.sum > 0 and (v.source_id = 0 or v.shifted > 0) and (i.id is null or v.sum > c.capacity)
    ), named as (
        select j.node_id, j.source_id, j.quantity, j.lowered, daterange(j.day, j.until) as during,
               row(case j.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, '', j.node_id, j.sum, 0,
                   j.capacity, '', j.quantity, '', j.day)::guard.violation as violation
        from judged j join node n on n.id = j.node_id join node_kind k on k.code = n.kind
    )
    select guard.named(first.standing, n.source_id), guard.named(first.worse, n.source_id), first.days, first.worse_days
    from (select x.node_id, x.source_id, x.quantity,
                 (array_agg(x.violation order by x.during))[1] as standing,
                 (array_agg(x.violation order by x.during) filter (where x.lowered))[1] as worse,
                 range_agg(x.during) as days, range_agg(x.during) filter (where x.lowered) as worse_days
          from named x group by x.node_id, x.source_id, x.quantity) first
    cross join lateral (select first.source_id) n;
end
$$;

CREATE FUNCTION guard.parties_of(one polder.override, OUT host integer, OUT guest integer) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    host := (select s.organisation_id from site s where s.id = one.site_id);
    guest := coalesce(
        (select r.organisation_id from request r where r.id = one.request_id),
        (select e.owner_id from placement p join equipment e on e.id = p.equipment_id where p.id = one.placement_id),
        (select a.guest_id from agreement_line l join agreement a on a.id = l.agreement_id where l.node_id = one.node_id));
end
$$;

CREATE FUNCTION guard.people_beside() RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
        select named.person_id
        from request r cross join lateral (values (r.requester_id), (r.sponsor_id), (r.security_contact_id),
                                                  (r.on_behalf_by)) named (person_id)
        where r.id in (select guard.personal_requests())
        union select c.person_id from request_contact c where c.request_id in (select guard.personal_requests())
        union select named.person_id
              from equipment e cross join lateral (values (e.sponsor_id), (e.security_contact_id)) named (person_id)
              where e.id in (select guard.personal_equipment())
        union select c.person_id from equipment_contact c where c.equipment_id in (select guard.personal_equipment());
end
$$;

CREATE FUNCTION guard.person_id() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    found_id int;
begin
    select p.id into found_id
    from person p
    where p.login = session_user and p.active @> guard.today() and (p.left_on is null or p.left_on > guard.today());
    if found_id is null and current_setting('polder.as_person', true) <> ''
       and (select r.rolsuper from pg_roles r where r.rolname = session_user) then
        return current_setting('polder.as_person')::int;
    end if;
    return found_id;
end
$$;

CREATE FUNCTION guard.person_named(reference jsonb) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select p.id
        from person p join person_detail d on d.person_id = p.id
        where (d.handle = reference #>> '{}' or to_jsonb(p.id) = reference)
          and p.left_on is null
          and (p.organisation_id = guard.my_organisation()
               or p.id in (select a.person_id from in_office a
                           where a.role in ('facility_manager', 'technician', 'security_officer', 'agreement_manager')))
        order by d.handle = reference #>> '{}' desc limit 1);
end
$$;

CREATE FUNCTION guard.person_of(arguments jsonb, field text, required boolean DEFAULT false) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION guard.personal_equipment() RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    me int[] := guard.my_people();
begin
    return query
        select e.id from equipment e where e.sponsor_id = any (me)
        union select e.id from equipment e where e.security_contact_id = any (me)
        union select c.equipment_id from equipment_contact c where c.person_id = any (me)
        union select e.id from equipment e join request_item i on i.id = e.request_item_id
              where i.request_id in (select guard.personal_requests());
end
$$;

CREATE FUNCTION guard.personal_requests() RETURNS SETOF integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    me int[] := guard.my_people();
begin
    return query
        select r.id from request r where r.requester_id = any (me)
        union select r.id from request r where r.sponsor_id = any (me)
        union select r.id from request r where r.security_contact_id = any (me)
        union select r.id from request r where r.on_behalf_by = any (me)
        union select c.request_id from request_contact c where c.person_id = any (me);
end
$$;

CREATE FUNCTION guard.pieces_to_place(item polder.request_item) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        with piece_of as (
            select p.equipment_id, p.state from piece p where p.item_id = item.id
        )
        select coalesce(array_agg(equipment_id order by equipment_id), '{}')
        from (select p.equipment_id from piece_of p
              where p.state is null or p.state = 'held'
              order by p.state nulls last, p.equipment_id
              limit greatest(0, item.count - (select count(*) from piece_of a where a.state <> 'held'))) missing);
end
$$;

CREATE FUNCTION guard.place_holds(wanted polder.placement[], expiry date) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    update placement p
    set (during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id, x_mm, y_mm,
         orientation_deg, outlet_ids) =
        (w.during, expiry, w.rack_id, w.position_hu, w.face, w.half, w.zero_u_slot, w.chassis_id, w.bay_id, w.room_id, w.x_mm,
         w.y_mm, w.orientation_deg, w.outlet_ids)
    from unnest(wanted) w
    where p.equipment_id = w.equipment_id and p.state = 'held';
    insert into placement (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id,
                           bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids)
    select w.equipment_id, 'held', w.during, expiry, w.rack_id, w.position_hu, w.face, w.half, w.zero_u_slot, w.chassis_id,
           w.bay_id, w.room_id, w.x_mm, w.y_mm, w.orientation_deg, w.outlet_ids
    from unnest(wanted) w
    where not exists (select from placement p where p.equipment_id = w.equipment_id and p.state = 'held');
    return array(select p.id from placement p join unnest(wanted) with ordinality w on w.equipment_id = p.equipment_id
                 where p.state = 'held' order by w.ordinality);
end
$$;

CREATE FUNCTION guard.place_name(rack integer, position_hu integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return guard.rack_name(rack) || coalesce(
        (select ' U' || trim_scale(case when r.numbered_down then r.height_u - position_hu / 2.0
                                        else position_hu / 2.0 + 1 end)
         from rack r where r.id = rack), '');
end
$$;

CREATE FUNCTION guard.place_of(place jsonb, mounting text, device polder.equipment, period daterange, taken integer[], at text, own integer[], VARIADIC who text[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    stand rack;
begin
    perform guard.refuse_unknown(place, case mounting when 'bay' then array['chassis', 'bay', 'outlets']
                                                      when 'zero_u' then array['rack', 'slot', 'outlets']
                                                      else array['rack', 'unit', 'face', 'half', 'outlets'] end, at);
    if mounting = 'bay' then
        stand := guard.rack_under((guard.chassis_of(place, at)).id, period);
    else
        stand := guard.rack_of(place, 'rack', greatest(lower(period), guard.today()), at);
    end if;
    if not guard.site_of(stand) = any (guard.my_sites(variadic who)) then
        perform guard.refuse_right('to book in this data centre: this is for its facility manager');
    end if;
    return case mounting when 'bay' then guard.placed_in_bay(place, device, period, taken, at, own)
                         when 'zero_u' then guard.placed_in_slot(place, stand, device, period, taken, at, own)
                         else guard.placed_as(place, stand, device, period, taken, at, own) end;
end
$$;

CREATE FUNCTION guard.placed_as(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    result placement;
begin
    result.equipment_id := device.id;
    result.during := period;
    result.rack_id := stand.id;
    result.position_hu := guard.position_of(place, stand, at);
    result.face := coalesce(guard.choice_of(place, 'face', array['front', 'rear', 'both'], at => at), 'front');
    result.half := coalesce(guard.choice_of(place, 'half', array['full', 'left', 'right'], at => at), 'full');
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

CREATE FUNCTION guard.placed_in_bay(place jsonb, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    result placement;
    chassis equipment;
    stand rack;
begin
    chassis := guard.chassis_of(place, at);
    stand := guard.rack_under(chassis.id, period);
    if stand.id is null then
        perform guard.refuse_value(at || 'chassis', place -> 'chassis',
                                   format('a chassis that is in a rack between %s and %s', lower(period),
                                          coalesce(upper(period)::text, 'the end of time')));
    end if;
    result.bay_id := guard.bay_of(place, chassis, at);
    -- A hold lapses with its request, and then takes nothing of another's along.
    if exists (select from placement c
               where c.equipment_id = chassis.id and c.state = 'held' and c.during && period
                 and (select i.request_id from request_item i where i.id = chassis.request_item_id)
                     is distinct from (select i.request_id from request_item i where i.id = device.request_item_id)) then
        perform guard.refuse_value(at || 'chassis', place -> 'chassis',
                                   'a chassis that has come, or that is held for the same request');
    end if;
    result.equipment_id := device.id;
    result.during := period;
    result.chassis_id := chassis.id;
    result.face := 'both';
    result.half := 'full';
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

CREATE FUNCTION guard.placed_in_slot(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    result placement;
begin
    result.equipment_id := device.id;
    result.during := period;
    result.rack_id := stand.id;
    result.zero_u_slot := guard.number_of(place, 'slot', 1, 1000, required => true, at => at);
    result.face := 'both';
    result.half := 'full';
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

CREATE FUNCTION guard.placed_on_floor(place jsonb, device polder.equipment, period daterange, taken integer[], at text, own integer[], VARIADIC who text[]) RETURNS polder.placement
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    result placement;
    floor room := guard.room_of(place, 'room', at);
    named int[];
begin
    if not floor.site_id = any (guard.my_sites(variadic who)) then
        perform guard.refuse_right('to book in this data centre: this is for its facility manager');
    end if;
    named := guard.outlets_of(place, null, at, floor.id);
    result.equipment_id := device.id;
    result.during := period;
    result.room_id := floor.id;
    result.x_mm := guard.number_of(place, 'x_mm', 0, floor.width_mm, required => true, at => at);
    result.y_mm := guard.number_of(place, 'y_mm', 0, floor.depth_mm, required => true, at => at);
    result.orientation_deg := coalesce(guard.number_of(place, 'orientation_deg', 0, 359, at => at), 0);
    result.face := 'both';
    result.half := 'full';
    if named && taken or cardinality(named) not in (device.cords) then
        perform guard.refuse_value(at || 'outlets', place -> 'outlets',
                                   format('one outlet for each cord, %s', device.cords));
    end if;
    result.outlet_ids := coalesce(named, guard.choose_outlets(null, device, period, taken, own, floor.id));
    return result;
end
$$;

CREATE FUNCTION guard.placement_of(arguments jsonb) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    reference jsonb := nullif(arguments -> 'placement', 'null');
    tag text := guard.text_of(arguments, 'asset_tag');
    meant int[] := array(
        select p.id
        from placement p join equipment e on e.id = p.equipment_id
        where case when reference is not null then to_jsonb(p.id) = reference
                   else e.asset_tag = tag and p.state not in ('ended', 'released') end
        order by lower(p.during) desc);
begin
    if meant = '{}' then
        perform guard.look_at_nothing('placement');
    end if;
    return (select v.id from visible_placement v where v.id = any (meant) order by array_position(meant, v.id) limit 1);
end
$$;

CREATE FUNCTION guard.plan_for(placements integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if placements > 10 then
        perform set_config('plan_cache_mode', 'force_custom_plan', true);
    else
        perform set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true),
                set_config('enable_mergejoin', 'off', true),
                set_config('enable_memoize', 'off', true);
    end if;
end
$$;

CREATE FUNCTION guard.plug_anew(racks integer[], rows integer[], rooms integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    sites int[] := array(select distinct o.site_id from rack r join room o on o.id = r.room_id
                         where r.id = any (racks) or r.row_id = any (rows)
                         union
                         select o.site_id from room o where o.id = any (rooms));
    ids int[];
begin
    perform guard.lock_sites(sites);
    ids := array(select distinct p.placement_id
                 from rack r join guard.spot p on p.rack_id = r.id join equipment e on e.id = p.equipment_id
                 where (r.id = any (racks) or r.row_id = any (rows)) and e.ports <> '[]'
                 union
                 select p.placement_id
                 from guard.spot p join equipment e on e.id = p.equipment_id
                 where p.room_id = any (rooms) and e.ports <> '[]');
    if ids <> '{}' then
        perform guard.settle(ids, 'change');
    end if;
end
$$;

CREATE FUNCTION guard.polygon_of(shape jsonb) RETURNS polygon
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select ('(' || string_agg('(' || (point ->> 0) || ',' || (point ->> 1) || ')', ',' order by n) || ')')::polygon
    from jsonb_array_elements(shape) with ordinality p (point, n)
$$;

CREATE FUNCTION guard.port_name(speed_mbps integer, medium text, out_of_band boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return case when speed_mbps % 1000 = 0 then speed_mbps / 1000 || ' Gb/s ' else speed_mbps || ' Mb/s ' end || medium
           || case when out_of_band then ' out-of-band' else '' end;
end
$$;

CREATE FUNCTION guard.ports_given(item jsonb, at text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    port record;
    here text;
    read jsonb := '[]';
begin
    for port in select value, ordinality - 1 as place
                from jsonb_array_elements(guard.array_of(item, 'ports', at => at)) with ordinality loop
        here := format('%sports/%s/', at, port.place);
        perform guard.refuse_unknown(port.value, array['count', 'speed_mbps', 'medium', 'out_of_band'], here);
        read := read || jsonb_build_object(
            'count', coalesce(guard.number_of(port.value, 'count', 1, 1000, at => here), 1),
            'speed_mbps', guard.number_of(port.value, 'speed_mbps', 1, 10000000, required => true, at => here),
            'medium', guard.text_of(port.value, 'medium', required => true, longest => 40, at => here),
            'out_of_band', coalesce(guard.bool_of(port.value, 'out_of_band', here), false));
    end loop;
    return read;
end
$$;

CREATE FUNCTION guard.ports_of(wanted jsonb) RETURNS TABLE(speed_mbps integer, medium text, out_of_band boolean, ports bigint)
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    select w.speed_mbps, coalesce(w.medium, ''), coalesce(w.out_of_band, false), sum(w.count)::bigint
    from jsonb_to_recordset(wanted) w (count int, speed_mbps int, medium text, out_of_band boolean)
    where w.count > 0
    group by 1, 2, 3;
end
$$;

CREATE FUNCTION guard.position_of(place jsonb, rack polder.rack, at text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    -- The upper half of the highest unit is half a number further, whichever way they run.
    unit numeric := guard.number_of(place, 'unit', case when rack.numbered_down then 0.5 else 1 end,
        rack.height_u + case when rack.numbered_down then 0 else 0.5 end, 0.5, required => true, at => at);
begin
    return 2 * case when rack.numbered_down then rack.height_u - unit else unit - 1 end;
end
$$;

CREATE FUNCTION guard.possible(request polder.request) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select array(select s.intention from step s
                     where request.state = any (s.from_states) and not (s.whole and guard.has_arrived(request.id))
                     order by s.intention));
end
$$;

CREATE FUNCTION guard.put_forward(asked polder.request, arguments jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.refuse_without_evidence(asked, 'requester', arguments);
    if guard.person_id() <> asked.requester_id
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), asked.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence',
                                   'given when asking on behalf of another person');
    end if;
    if asked.until_date <= guard.today() then
        perform guard.refuse_value('until', to_jsonb(asked.until_date), format('after today, %s', guard.today()));
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

CREATE FUNCTION guard.rack_corners(stand polder.rack) RETURNS integer[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select array[stand.x_mm, stand.y_mm, stand.x_mm + s.wide, stand.y_mm,
                 stand.x_mm + s.wide, stand.y_mm + s.deep, stand.x_mm, stand.y_mm + s.deep]
    from (select case when stand.orientation_deg in (90, 270) then stand.depth_mm else stand.width_mm end as wide,
                 case when stand.orientation_deg in (90, 270) then stand.width_mm else stand.depth_mm end as deep) s
$$;

CREATE FUNCTION guard.rack_name(rack integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select s.code || '/' || o.code || '/' || r.code
        from rack r join room o on o.id = r.room_id join site s on s.id = o.site_id
        where r.id = rack);
end
$$;

CREATE FUNCTION guard.rack_named(reference jsonb) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $_$
declare
    name text := reference #>> '{}';
    parts text[] := string_to_array(name, '/');
begin
    return case jsonb_typeof(reference)
        when 'number' then
            (select r.id from rack r where r.id = case when name ~ '^\d{1,9}$' then name::int end)
        when 'string' then
            (select r.id
             from site s join room m on m.site_id = s.id and m.code = parts[2] join rack r on r.room_id = m.id and r.code = parts[3]
             where s.code = parts[1] and cardinality(parts) = 3)
        end;
end
$_$;

CREATE FUNCTION guard.rack_of(arguments jsonb, field text, on_day date, at text DEFAULT ''::text) RETURNS polder.rack
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    found_rack rack;
begin
    select r.* into found_rack from rack r where r.id = guard.rack_named(reference);
    if found_rack.id is null then
        perform guard.refuse_value(at || field, reference, 'a rack, SITE/ROOM/RACK');
    end if;
    if not found_rack.during @> on_day then
        perform guard.refuse_value(at || field, reference, format('a rack in service on %s', on_day));
    end if;
    return found_rack;
end
$$;

CREATE FUNCTION guard.rack_side(racks integer[], parents_a integer[], parents_b integer[], feeds text[]) RETURNS TABLE(rack_id integer, site_id integer, room_id integer, name text, side text, parent_id integer, phases text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select u.rack_id, m.site_id, m.id, m.code || '-' || r.code, s.side,
           case s.side when 'A' then u.parent_a else u.parent_b end,
           case when f.phases = 3 then '123' else (u.n % 3 + 1)::text end
    from unnest(racks, parents_a, parents_b, feeds) with ordinality u (rack_id, parent_a, parent_b, feed, n)
    join guard.usual_feed f on f.feed = u.feed
    join rack r on r.id = u.rack_id
    join room m on m.id = r.room_id
    cross join (values ('A'), ('B')) s (side)
    order by u.n, s.side
$$;

CREATE FUNCTION guard.rack_under(chassis integer, period daterange) RETURNS polder.rack
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select r from placement c join rack r on r.id = c.rack_id
        where c.equipment_id = chassis and c.state <> 'released' and c.during && period
        order by lower(c.during) limit 1);
end
$$;

CREATE FUNCTION guard.racks_of(places jsonb) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    place jsonb;
    racks int[] := '{}';
begin
    for place in select value from jsonb_array_elements(places) loop
        racks := racks || guard.rack_named(place -> 'rack');
        if place -> 'chassis' is not null then
            racks := racks || guard.racks_under(array(select e.id from equipment e
                                                      where to_jsonb(e.id) = place -> 'chassis'
                                                         or e.asset_tag = place ->> 'chassis'));
        end if;
    end loop;
    return array_remove(racks, null);
end
$$;

CREATE FUNCTION guard.racks_under(chassis integer[]) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(select distinct c.rack_id from placement c
                 where c.equipment_id = any (chassis) and c.rack_id is not null and c.state <> 'released');
end
$$;

CREATE FUNCTION guard.read_override(arguments jsonb) RETURNS polder.override
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    read override;
    asked request;
    sites int[];
    wanted text := guard.text_of(arguments, 'site', longest => 60);
begin
    if (select count(*) from unnest(array['request', 'placement', 'asset_tag', 'node']) field
        where nullif(arguments -> field, 'null') is not null) <> 1 then
        perform guard.refuse_value('request', arguments -> 'request', 'given, or instead of it placement, asset_tag or node');
    end if;
    if nullif(arguments -> 'node', 'null') is not null then
        -- Whose word it takes the guard says.
        read.node_id := guard.node_named(arguments, 'node');
    elsif nullif(arguments -> 'request', 'null') is not null then
        asked := guard.request_of(arguments);
        read.request_id := asked.id;
        sites := array(select r.site_id from request_site r join site s on s.id = r.site_id
                       where r.request_id = asked.id and r.site_id = any (guard.my_sites('facility_manager'))
                         and s.code = coalesce(wanted, s.code));
        if sites = '{}' then
            perform guard.refuse_right('override: this is for the facility manager of the data centre');
        elsif cardinality(sites) > 1 then
            perform guard.refuse_value('site', to_jsonb(wanted), 'one of '
                || (select string_agg(s.code, ', ' order by s.code) from site s where s.id = any (sites)));
        end if;
        read.site_id := sites[1];
    else
        read.placement_id := guard.placement_of(arguments);
        if read.placement_id is null then
            perform guard.refuse_absent('placement', coalesce(nullif(arguments -> 'placement', 'null'), arguments -> 'asset_tag'));
        end if;
    end if;
    return read;
end
$$;

CREATE FUNCTION guard.read_places(places jsonb, devices integer[], period daterange, OUT wanted polder.placement[], OUT lacking jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
    one record;
    at text;
    device equipment;
    place placement;
    taken int[] := '{}';
    own int[];
begin
    wanted := '{}';
    lacking := '[]';
    for one in select value, ordinality::int as number from jsonb_array_elements(places) with ordinality loop
        at := format('places/%s/', one.number - 1);
        select * into device from equipment e where e.id = devices[one.number];
        own := array(select p.id from placement p where p.equipment_id = device.id and p.state = 'held');
        if device.kind = 'floor' then
            perform guard.refuse_unknown(one.value, array['room', 'x_mm', 'y_mm', 'orientation_deg', 'outlets'], at);
            place := guard.placed_on_floor(one.value, device, period, taken, at, own, 'facility_manager');
        else
            place := guard.place_of(one.value, guard.mounting(device), device, period, taken, at, own, 'facility_manager');
        end if;
        taken := taken || place.outlet_ids;
        if cardinality(place.outlet_ids) < device.cords then
            lacking := lacking || guard.lacking_outlets(device, place, period);
        end if;
        wanted := wanted || place;
    end loop;
end
$$;

CREATE FUNCTION guard.recount(put_away boolean DEFAULT true) RETURNS TABLE(placement_id integer, node_id integer, source_id integer, main bigint, l1 bigint, l2 bigint, l3 bigint, from_day date, until_day date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET work_mem TO '128MB'
    SET jit TO 'off'
    AS $$
declare
    grams_per_u numeric := coalesce((select value #>> '{}' from setting where key = 'grams_per_u' and organisation_id is null), '12000');
    watts_per_u numeric := coalesce((select value #>> '{}' from setting where key = 'watts_per_u_estimate' and organisation_id is null), '150');
    permille numeric := coalesce((select value #>> '{}' from setting where key = 'nameplate_budget_permille' and organisation_id is null), '700');
begin
    return query
    with recursive up as (
        select n.id, n.id as above, 0 as steps
        from node n join node_kind k on k.code = n.kind where k.dimension = 'power'
        union all
        select u.id, n.parent_id, u.steps + 1 from up u join node n on n.id = u.above where n.parent_id is not null
    ), place as materialized (
        select row_number() over () as id, p.* from guard.check_stands(put_away) p
    ), cord as materialized (
        select p.id, row_number() over (partition by p.id order by c.n) as cord, c.node_id, c.phases
        from place p
        join placement f on f.id = p.feeder_id
        cross join lateral (
            select o.node_id, o.phases, a.n from unnest(f.outlet_ids) with ordinality a (id, n) join outlet o on o.id = a.id
            union all
            select n.id, n.phases, 100 + a.n from unnest(f.node_ids) with ordinality a (id, n) join node n on n.id = a.id
        ) c
    ), wanted as materialized (
        select p.id, p.placement_id, p.rack_id, p.room_id, p.from_day, p.until_day, e.owner_id, e.power_factor_permille as pf,
               e.ports, count(c.cord) as cords, case when p.numbered then 0 else e.height_hu end as units,
               coalesce(max(m.heat_to_water_w), 0) * 1000::numeric as water_mw,
               coalesce(max(m.water_flow_ml_min), ceil(max(m.heat_to_water_w) * 1.436)) as flow_ml_min,
               case when e.budgeted_w is not null then 1000 * e.budgeted_w::numeric
                    when e.nameplate_w is not null then permille * e.nameplate_w
                    when count(c.cord) > 0 or p.inherited and e.cords > 0 then h.guess * watts_per_u * 500
                    else 0 end as draw_mw,
               case when e.weight_g is null then ceil(h.guess * grams_per_u / 2) else e.weight_g end + e.accessory_g
                   as weight_g
        from place p
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        cross join lateral (select case when p.numbered and e.height_hu < 1 then 1 else e.height_hu end as guess) h
        left join cord c on c.id = p.id
        group by p.id, p.placement_id, p.rack_id, p.room_id, p.from_day, p.until_day, p.numbered, p.inherited, e.id, h.guess
    ), path as materialized (
        select c.id, c.cord, u.above as node_id, u.steps,
               case c.phases when '1' then 3 when '123' then 1 else 0 end as t1,
               case c.phases when '2' then 3 when '123' then 1 else 0 end as t2,
               case c.phases when '3' then 3 when '123' then 1 else 0 end as t3
        from cord c join up u on u.id = c.node_id
    ), failing as materialized (
        -- Seen from one cord: the topmost node of another's path that is not on its own.
        select distinct on (i.id, i.cord, o.cord) i.id, i.cord, o.node_id
        from cord i
        join path o on o.id = i.id and o.cord <> i.cord
        left join path own on own.id = i.id and own.cord = i.cord and own.node_id = o.node_id
        where own.id is null
        order by i.id, i.cord, o.cord, o.steps desc
    ), cases as materialized (
        select distinct g.id, g.node_id, f.node_id as source_id from path g join failing f on f.id = g.id and f.cord = g.cord
    ), lost as (
        select f.id, f.node_id, count(*) as cords from path f group by f.id, f.node_id
    ), normal as materialized (
        select w.id, g.node_id,
               ceil(w.draw_mw * count(*) / w.cords) as main,
               ceil(w.draw_mw * 1000 * sum(g.t1) / (3 * w.pf * w.cords)) as l1,
               ceil(w.draw_mw * 1000 * sum(g.t2) / (3 * w.pf * w.cords)) as l2,
               ceil(w.draw_mw * 1000 * sum(g.t3) / (3 * w.pf * w.cords)) as l3
        from wanted w join path g on g.id = w.id
        where w.draw_mw > 0
        group by w.id, g.node_id, w.draw_mw, w.pf, w.cords
    ), failed as (
        select w.id, c.node_id, c.source_id,
               ceil(w.draw_mw * count(*) / (w.cords - l.cords)) as main,
               ceil(w.draw_mw * 1000 * sum(g.t1) / (3 * w.pf * (w.cords - l.cords))) as l1,
               ceil(w.draw_mw * 1000 * sum(g.t2) / (3 * w.pf * (w.cords - l.cords))) as l2,
               ceil(w.draw_mw * 1000 * sum(g.t3) / (3 * w.pf * (w.cords - l.cords))) as l3
        from cases c
        join wanted w on w.id = c.id
        join lost l on l.id = c.id and l.node_id = c.source_id
        join path g on g.id = c.id and g.node_id = c.node_id
        left join path f on f.id = c.id and f.cord = g.cord and f.node_id = c.source_id
        where w.draw_mw > 0 and f.id is null
        group by w.id, c.node_id, c.source_id, w.draw_mw, w.pf, w.cords, l.cords
    ), asked as (
        select n.id, n.node_id, 0 as source_id, n.main, n.l1, n.l2, n.l3 from normal n
        union all
        select f.id, f.node_id, f.source_id, f.main - n.main, f.l1 - n.l1, f.l2 - n.l2, f.l3 - n.l3
        from failed f join normal n on n.id = f.id and n.node_id = f.node_id
        where f.main <> n.main or f.l1 <> n.l1 or f.l2 <> n.l2 or f.l3 <> n.l3
        union all
        select w.id, n.id, 0, case when n.kind in ('rack_mass', 'floor_area') then w.weight_g else w.draw_mw end, 0, 0, 0
        from wanted w join node n on n.rack_id = w.rack_id
        where n.kind in ('rack_mass', 'floor_area') and w.weight_g > 0 or n.kind = 'rack_heat' and w.draw_mw > 0
        union all
        select w.id, n.zone_id, 0, w.draw_mw - w.water_mw, 0, 0, 0
        from wanted w
        join (select 'rack' as kind, r.id, r.cooling_zone_id as zone_id from rack r
              union all select 'room', o.id, o.cooling_zone_id from room o) n
             on n.kind = case when w.rack_id is null then 'room' else 'rack' end and n.id = coalesce(w.rack_id, w.room_id)
                and n.zone_id is not null
        where w.draw_mw > w.water_mw
        union all
        select w.id, n.loop_id, 0, w.flow_ml_min, 0, 0, 0
        from wanted w
        join (select 'rack' as kind, r.id, r.liquid_loop_id as loop_id from rack r
              union all select 'room', o.id, o.liquid_loop_id from room o) n
             on n.kind = case when w.rack_id is null then 'room' else 'rack' end and n.id = coalesce(w.rack_id, w.room_id)
                and n.loop_id is not null
        where w.flow_ml_min > 0
        union all
        select w.id, n.node_id, 0, sum(k.count), 0, 0, 0
        from wanted w
        left join rack r on r.id = w.rack_id
        cross join lateral jsonb_to_recordset(w.ports) k (count int, speed_mbps int, medium text, out_of_band boolean)
        join network_ports n on n.speed_mbps = k.speed_mbps and n.medium = k.medium
                            and n.out_of_band = coalesce(k.out_of_band, false)
                            and (w.rack_id is null and n.room_id = w.room_id
                                 or n.rack_id = r.id
                                 or n.row_id = r.row_id
                                    and not exists (select from network_ports own
                                                    where own.rack_id = r.id and own.speed_mbps = n.speed_mbps
                                                      and own.medium = n.medium and own.out_of_band = n.out_of_band))
        where k.count > 0
        group by w.id, n.node_id
    )
    select w.placement_id, a.node_id, a.source_id, a.main::bigint, a.l1::bigint, a.l2::bigint, a.l3::bigint, w.from_day,
           w.until_day
    from asked a join wanted w on w.id = a.id
    union all
    select w.placement_id, l.node_id, 0, q.amount::bigint, 0, 0, 0,
           greatest(w.from_day, lower(l.during)), least(w.until_day, upper(l.during))
    from wanted w
    left join rack r on r.id = w.rack_id
    join room o on o.id = coalesce(r.room_id, w.room_id)
    join site s on s.id = o.site_id and s.organisation_id <> w.owner_id
    join agreement_line l on l.topic = 'hosting' and l.during && daterange(w.from_day, w.until_day)
         and l.agreement_id = (select min(a.id) from agreement a
                               where a.host_id = s.organisation_id and a.guest_id = w.owner_id
                                 and a.during @> daterange(w.from_day, w.until_day))
    cross join lateral (values ('U', w.units::numeric), ('kW', w.draw_mw), ('kg', w.weight_g)) q (unit, amount)
    where q.unit = l.unit and q.amount > 0;
end
$$;

CREATE FUNCTION guard.refuse(violations guard.violation[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception 'refused: %', (select string_agg(distinct v.rule || ' ' || v.place, ', ') from unnest(violations) v)
        using errcode = 'PL001', detail = json_build_object('violations', guard.listed(violations));
end
$$;

CREATE FUNCTION guard.refuse_absent(subject text, reference jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'PL005', message = format('no such %s', subject),
        detail = jsonb_build_object('subject', subject, 'reference', reference);
end
$$;

CREATE FUNCTION guard.refuse_corded_contents(chassis polder.equipment, from_rack integer, to_rack integer, period daterange, at text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if from_rack <> to_rack and exists (select from placement i
                                        where i.chassis_id = chassis.id and i.state <> 'released' and i.during && period
                                          and cardinality(i.outlet_ids) + cardinality(i.node_ids) > 0) then
        perform guard.refuse_value(at || 'rack', to_jsonb(guard.rack_name(to_rack)),
                                   'the same rack: in this chassis something has cords of its own');
    end if;
end
$$;

CREATE FUNCTION guard.refuse_deletion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception 'a booking is ended or released, never deleted'
        using errcode = 'PL006',
              detail = json_build_object('state', null, 'intention', 'delete', 'allowed', '{ended,released}'::text[]);
end
$$;

CREATE FUNCTION guard.refuse_lacking(place polder.placement, device polder.equipment, period daterange) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if cardinality(place.outlet_ids) < device.cords then
        perform guard.refuse_rules(jsonb_build_array(guard.lacking_outlets(device, place, period)));
    end if;
end
$$;

CREATE FUNCTION guard.refuse_other_kind(place jsonb, device polder.equipment, at text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    on_floor boolean := device.kind = 'floor';
    stranger text;
begin
    select name into stranger
    from unnest(case when on_floor then '{rack,unit,face,half}' else '{room,x_mm,y_mm,orientation_deg}' end::text[])
         with ordinality n (name, place)
    where nullif(refuse_other_kind.place -> name, 'null') is not null
    order by n.place limit 1;
    if stranger is not null then
        perform guard.refuse_value(at || stranger, place -> stranger,
                                   case when on_floor then 'absent: it stands on the floor'
                                        else 'absent: it does not stand on the floor' end);
    end if;
end
$$;

CREATE FUNCTION guard.refuse_override_state(one polder.override, wanted text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    state text := case when one.withdrawn_at is not null then 'withdrawn' when one.until_date <= guard.today() then 'expired'
                       when guard.waits_for(one) is null then 'in force' else 'waiting' end;
begin
    if state not in ('waiting', 'in force') or state = 'in force' and wanted = 'confirm_override' then
        perform guard.refuse_state(state, wanted, case state when 'in force' then array['withdraw_override'] else '{}' end);
    end if;
end
$$;

CREATE FUNCTION guard.refuse_past(first_day date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if first_day < guard.today() then
        perform guard.refuse_value('from', to_jsonb(first_day), format('not before today, %s', guard.today()));
    end if;
end
$$;

CREATE FUNCTION guard.refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception 'history is append-only: % of %.%', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

CREATE FUNCTION guard.refuse_right(what text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'PL002', message = format('not allowed: %s', what),
        detail = jsonb_build_object('right', what);
end
$$;

CREATE FUNCTION guard.refuse_rules(violations jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'PL001',
        message = format('refused by %s',
                         (select string_agg(distinct v ->> 'rule', ', ') from jsonb_array_elements(violations) v)),
        detail = jsonb_build_object('violations', violations);
end
$$;

CREATE FUNCTION guard.refuse_stale(subject text, subject_id integer, seen bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    latest record;
begin
    if seen is null then
        return;
    end if;
    if seen > api.generation() then
        perform guard.refuse_value('generation', to_jsonb(seen), 'a generation that there has been');
    end if;
    if subject = 'request' then
        select c.* into latest
        from (select change_id from history.request where id = subject_id
              union all
              select change_id from history.request_item where request_id = subject_id) image
        join change c on c.id = image.change_id
        where c.generation > seen order by c.generation desc limit 1;
    else
        select c.* into latest
        from (select h.change_id from history.placement h where h.id = subject_id
              union all
              select h.change_id from history.equipment h
              where h.id = (select p.equipment_id from placement p where p.id = subject_id)) image
        join change c on c.id = image.change_id
        where c.generation > seen order by c.generation desc limit 1;
    end if;
    if latest.id is not null then
        raise exception using errcode = 'PL003', message = format('%s was changed after you looked', subject),
            detail = jsonb_build_object('object', format('%s %s', subject, subject_id),
                'changed_by', (select d.name from person_detail d
                               where d.person_id = latest.person_id
                                 and d.person_id in (select v.id from visible_person v)),
                'person', latest.person_id, 'changed_at', latest.at, 'generation', latest.generation,
                'what', latest.intention);
    end if;
end
$$;

CREATE FUNCTION guard.refuse_state(state text, intention text, allowed text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'PL006', message = format('%s is not possible in state "%s"', intention, state),
        detail = jsonb_build_object('state', state, 'intention', intention, 'allowed', to_jsonb(allowed));
end
$$;

CREATE FUNCTION guard.refuse_too_few(request integer, items jsonb) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    come record;
    at text;
    asked_for int;
begin
    for come in
        select i.ordinal, count(*) as pieces
        from piece p join request_item i on i.id = p.item_id
        where p.request_id = request and p.state <> 'held'
        group by i.ordinal order by i.ordinal
    loop
        at := format('items/%s/', come.ordinal - 1);
        asked_for := case when come.ordinal > jsonb_array_length(items) then 0
                          else coalesce(guard.number_of(items -> come.ordinal - 1, 'count', 1, 1000, at => at), 1) end;
        if asked_for < come.pieces then
            perform guard.refuse_value(at || 'count', to_jsonb(asked_for),
                                       format('at least %s, so many have come already', come.pieces));
        end if;
    end loop;
end
$$;

CREATE FUNCTION guard.refuse_unbookable(asked polder.request) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    tallest int := guard.tallest_rack(asked.from_date);
    plugs text[] := array(select distinct inlet from plug_fit order by inlet);
    item record;
begin
    for item in
        select format('items/%s/', i.ordinal - 1) as at, i.kind, i.plug,
               coalesce(i.height_hu, m.height_hu) / 2.0 as height_u
        from request_item i left join model m on m.id = i.model_id
        where i.request_id = asked.id order by i.ordinal
    loop
        if item.kind = 'rack' and item.height_u > tallest then
            perform guard.refuse_value(item.at || 'height_u', to_jsonb(trim_scale(item.height_u)),
                                       format('at most %s, the height of the tallest rack', tallest));
        end if;
        if not item.plug = any (plugs) then
            perform guard.refuse_value(item.at || 'plug', to_jsonb(item.plug),
                                       'one of ' || array_to_string(plugs, ', '));
        end if;
    end loop;
end
$$;

CREATE FUNCTION guard.refuse_unexplained() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    broken guard.unexplained := nullif(current_setting('polder.unexplained', true), '')::guard.unexplained;
begin
    if broken.violations <> '{}' then
        raise exception 'a change that breaks % wants a reason',
                        (select string_agg(b.broken, ', ') filter (where b.n <= 5)
                                || case when count(*) > 5 then format(' and %s more', count(*) - 5) else '' end
                         from (select distinct v.rule || ' ' || v.place as broken,
                                      dense_rank() over (order by v.rule || ' ' || v.place) as n
                               from unnest(broken.violations) v order by n) b)
            using errcode = 'PL008',
                  detail = json_build_object('violations', guard.listed(broken.violations),
                                             'bookings', guard.listed_bookings(broken.rules, broken.bookings)),
                  hint = 'With a reason it is made, and what it breaks is on record as findings.';
    end if;
end
$$;

CREATE FUNCTION guard.refuse_unknown(arguments jsonb, known text[], at text DEFAULT ''::text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    stranger text;
begin
    if jsonb_typeof(arguments) is distinct from 'object' then
        perform guard.refuse_value(coalesce(nullif(rtrim(at, '/'), ''), 'arguments'), arguments, 'an object');
    end if;
    select name into stranger from jsonb_object_keys(arguments) name where not name = any (known) order by 1 limit 1;
    if stranger is not null then
        perform guard.refuse_value(at || stranger, arguments -> stranger,
                                   'absent; the known names are ' || array_to_string(known, ', '));
    end if;
end
$$;

CREATE FUNCTION guard.refuse_value(field text, value jsonb, allowed text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    raise exception using errcode = 'PL004', message = format('%s: must be %s', field, allowed),
        detail = jsonb_build_object('field', field, 'value', value, 'allowed', allowed);
end
$$;

CREATE FUNCTION guard.refuse_without_evidence(request polder.request, own_key text, arguments jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if not guard.acts_as(request, own_key)
       and coalesce(nullif(guard.text_of(arguments, 'evidence'), ''), request.evidence) = '' then
        perform guard.refuse_value('evidence', arguments -> 'evidence',
                                   'given when acting on behalf of another person (mail, document)');
    end if;
end
$$;

CREATE FUNCTION guard.release_holds(request integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    update placement p set state = 'released', hold_until = null
    where p.id in (select id from guard.request_placements(request, 'held', 'delivered'));
    perform guard.note_wishes(request);
end
$$;

CREATE FUNCTION guard.request_behind(placement integer) RETURNS polder.request
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select r.* from placement p
    join equipment e on e.id = p.equipment_id
    join request_item i on i.id = e.request_item_id
    join request r on r.id = i.request_id
    where p.id = placement
$$;

CREATE FUNCTION guard.request_of(arguments jsonb) RETURNS polder.request
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    reference jsonb := arguments -> 'request';
    found_id int;
    locked request;
begin
    if jsonb_typeof(reference) is null or jsonb_typeof(reference) not in ('number', 'string') then
        perform guard.refuse_value('request', reference, 'a request''s number or id');
    end if;
    select r.id into found_id from request r
    where r.number = reference #>> '{}' or to_jsonb(r.id) = reference;
    select r.* into locked from request r
    where r.id = found_id and exists (select from visible_request v where v.id = r.id)
    for update;
    if locked.id is null then
        if found_id is null then
            perform guard.look_at_nothing('request');
        end if;
        perform guard.refuse_absent('request', reference);
    end if;
    return locked;
end
$$;

CREATE FUNCTION guard.request_placements(request integer, VARIADIC states text[]) RETURNS SETOF polder.placement
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
begin
    return query
    select p.* from placement p
    join equipment e on e.id = p.equipment_id
    join request_item i on i.id = e.request_item_id
    where i.request_id = request and p.state = any (states)
    order by p.id;
end
$$;

CREATE FUNCTION guard.resolve_findings(ids integer[], stayed boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if stayed then
        with named as (
            select m.*, guard.found_text(m.place, m.quantity, m.failing) as text from misfit m where m.placement_id = any (ids)
        ), open as (
            select f.id, f.placement_id, f.rule, f.text from finding f
            where f.placement_id = any (ids) and f.kind in ('violation', 'unknown') and f.resolved_on is null
              and (f.override_id is null or f.node_id is null) -- of a sum that an override let in
        ), old_name as (
            select o.*, row_number() over (partition by o.placement_id, o.rule order by o.text) as n from open o
            where not exists (select from named m where (m.placement_id, m.rule, m.text) = (o.placement_id, o.rule, o.text))
        ), new_name as (
            select m.*, row_number() over (partition by m.placement_id, m.rule order by m.text) as n from named m
            where not exists (select from open o where (o.placement_id, o.rule, o.text) = (m.placement_id, m.rule, m.text))
        )
        update finding f set text = m.text, node_id = m.node_id, requested = m.requested, capacity = m.capacity
        from old_name o join new_name m on (m.placement_id, m.rule, m.n) = (o.placement_id, o.rule, o.n)
        where f.id = o.id;
    end if;
    update finding f set resolved_on = guard.today()
    where f.placement_id = any (ids) and f.kind in ('violation', 'unknown') and f.resolved_on is null
      and not exists (select from misfit m
                      where m.placement_id = f.placement_id and m.rule = f.rule
                        and guard.found_text(m.place, m.quantity, m.failing) = f.text)
      and (f.override_id is null or f.node_id is null
           or not exists (select from charge c where c.placement_id = f.placement_id and c.node_id = f.node_id));
end
$$;

CREATE FUNCTION guard.review_agreement_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from old_rows c join site s on s.organisation_id = c.host_id)));
                    ids := array(select b.id from (select p.id from old_rows c join equipment e on e.owner_id = c.guest_id
              join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_agreement_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from new_rows c join site s on s.organisation_id = c.host_id)));
                    ids := array(select b.id from (select p.id from new_rows c join equipment e on e.owner_id = c.guest_id
              join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_agreement_line_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from old_rows c join agreement a on a.id = c.agreement_id
              join site s on s.organisation_id = a.host_id)));
                    ids := array(select b.id from (select p.id from old_rows c join agreement a on a.id = c.agreement_id
              join equipment e on e.owner_id = a.guest_id join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_agreement_line_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from new_rows c join agreement a on a.id = c.agreement_id
              join site s on s.organisation_id = a.host_id)));
                    ids := array(select b.id from (select p.id from new_rows c join agreement a on a.id = c.agreement_id
              join equipment e on e.owner_id = a.guest_id join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_agreement_line_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select id, agreement_id, topic, unit, quota, during, node_id from old_rows except select id, agreement_id, topic, unit, quota, during, node_id from new_rows)
                         union (select id, agreement_id, topic, unit, quota, during, node_id from new_rows except select id, agreement_id, topic, unit, quota, during, node_id from old_rows)) c join agreement a on a.id = c.agreement_id
              join site s on s.organisation_id = a.host_id)));
                    ids := array(select b.id from (select p.id from ((select id, agreement_id, topic, unit, quota, during, node_id from old_rows except select id, agreement_id, topic, unit, quota, during, node_id from new_rows)
                         union (select id, agreement_id, topic, unit, quota, during, node_id from new_rows except select id, agreement_id, topic, unit, quota, during, node_id from old_rows)) c join agreement a on a.id = c.agreement_id
              join equipment e on e.owner_id = a.guest_id join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_agreement_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select id, host_id, guest_id, reference, during, processor_agreement from old_rows except select id, host_id, guest_id, reference, during, processor_agreement from new_rows)
                         union (select id, host_id, guest_id, reference, during, processor_agreement from new_rows except select id, host_id, guest_id, reference, during, processor_agreement from old_rows)) c join site s on s.organisation_id = c.host_id)));
                    ids := array(select b.id from (select p.id from ((select id, host_id, guest_id, reference, during, processor_agreement from old_rows except select id, host_id, guest_id, reference, during, processor_agreement from new_rows)
                         union (select id, host_id, guest_id, reference, during, processor_agreement from new_rows except select id, host_id, guest_id, reference, during, processor_agreement from old_rows)) c join equipment e on e.owner_id = c.guest_id
              join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_fit(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    kin int[] := guard.family(ids);
    placed guard.standing[] := array(select s from guard.standing s where s.placement_id = any (kin));
    worse polder.misfit[];
begin
    perform guard.keep_shares(placed);
    worse := guard.keep_misfits(kin, guard.with_contents(guard.out_of_place(placed) || guard.misfits(placed), placed)
                                     || array(select m from guard.out_of_chassis(kin) m)
                                     -- which only settling finds
                                     || array(select m from misfit m where m.placement_id = any (kin) and m.rule in ('S1', 'P1')
                                                                         and m.used > 0), stayed => true);
    if worse <> '{}' then
        perform guard.explain(worse, '{}');
        perform guard.find_misfits(worse);
    end if;
    perform guard.resolve_findings(kin, stayed => true);
end
$$;

CREATE FUNCTION guard.review_floor_delivery_segment_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from old_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_delivery_segment_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from new_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_delivery_segment_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from ((select id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from old_rows except select id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from new_rows)
                         union (select id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from new_rows except select id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n from old_rows)) c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_rack_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from old_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_rack_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from new_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_rack_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from ((select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows)
                         union (select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows)) c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_room_feature_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from old_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_room_feature_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from new_rows c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_room_feature_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.room_id from ((select id, room_id, kind, name, shape, airflow_deg, keep_clear from old_rows except select id, room_id, kind, name, shape, airflow_deg, keep_clear from new_rows)
                         union (select id, room_id, kind, name, shape, airflow_deg, keep_clear from new_rows except select id, room_id, kind, name, shape, airflow_deg, keep_clear from old_rows)) c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_floor_room_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    rooms int[] := array(select c.id from ((select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows)
                         union (select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows)) c);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_sites(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_limits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    gone node_limit[] := '{}';
    come node_limit[] := '{}';
    nodes int[];
    why text;
begin
    if tg_op <> 'INSERT' then
        gone := array(select l from old_rows l);
    end if;
    if tg_op <> 'DELETE' then
        come := array(select l from new_rows l);
        select string_agg(distinct c.reason, '; ') into why
        from unnest(come) c
        where btrim(c.reason) <> ''
          and not exists (select from unnest(gone) g where (g.node_id, g.from_date, g.reason) = (c.node_id, c.from_date, c.reason))
        having count(*) = cardinality(come);
    end if;
    nodes := array(select distinct l.node_id from unnest(gone || come) l);
    perform guard.lock_nodes(nodes);
    perform guard.review_nodes(nodes, array(
        select l from node_limit l
        where l.node_id = any (nodes) and not exists (select from unnest(come) c where c.id = l.id)
        union all
        select g from unnest(gone) g), '{}', why);
    return null;
end
$$;

CREATE FUNCTION guard.review_loops() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    loops int[] := array(select l.node_id from new_rows l);
    ids int[];
begin
    insert into node_limit (node_id, from_date, normal_main, rating_main, source)
    select l.node_id, '2000-01-01', l.max_flow_ml_min, l.max_flow_ml_min, 'loop'
    from new_rows l where l.max_flow_ml_min is not null
    on conflict (node_id, from_date) do update
    set normal_main = excluded.normal_main, rating_main = excluded.rating_main
    where node_limit.normal_main is distinct from excluded.normal_main;
    perform guard.lock_nodes(loops);
    ids := array(select p.id from placement p join rack r on r.id = p.rack_id
                 where r.liquid_loop_id = any (loops) and p.state <> 'released'
                 union
                 select p.id from placement p join room o on o.id = p.room_id
                 where o.liquid_loop_id = any (loops) and p.state <> 'released');
    if ids <> '{}' then
        perform guard.review_fit(ids);
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.review_media_point_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from old_rows c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from placement p join old_rows c on c.room_id = p.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_media_point_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from new_rows c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from placement p join new_rows c on c.room_id = p.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_media_point_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from ((select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from old_rows except select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from new_rows)
                         union (select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from new_rows except select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from old_rows)) c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from placement p join ((select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from old_rows except select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from new_rows)
                         union (select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from new_rows except select id, room_id, medium, name, x_mm, y_mm, capacity, unit, during from old_rows)) c on c.room_id = p.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_model_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from old_rows except select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from new_rows)
                         union (select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from new_rows except select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from old_rows)) c cross join site s)));
                    ids := array(select b.id from (select p.id from ((select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from old_rows except select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from new_rows)
                         union (select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from new_rows except select id, manufacturer_id, name, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g, water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc from old_rows)) c join equipment e on e.model_id = c.id
              join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_node_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select c.site_id from ((select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from old_rows except select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from new_rows)
                         union (select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from new_rows except select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from old_rows)) c)));
                    ids := array(select b.id from (select u.placement_id from ((select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from old_rows except select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from new_rows)
                         union (select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from new_rows except select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln, concurrently_maintainable, during from old_rows)) c join node_path h on h.ancestor_id = c.id
              join connection u on u.node_id = h.node_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_nodes(nodes integer[], held polder.node_limit[], was polder.node[], given text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    violations guard.violation[];
    rules text[];
    bookings int[];
begin
    nodes := array(select distinct g.node_id from ledger_peak g where g.node_id = any (nodes));
    if nodes = '{}' then
        return;
    end if;
    -- Bookings to come have to do with the days to come.
    perform guard.lower_bounds(nodes, guard.today());
    select array_agg(distinct o.worse), array_agg(b.rule), array_agg(b.placement_id) into violations, rules, bookings
    from guard.overruns(nodes, held, was) o
    left join lateral (select (o.worse).rule, id as placement_id
                       from guard.loading((o.worse).node_id, (o.worse).quantity, o.worse_days) id) b on true
    where o.worse_days is not null;
    perform guard.demand_reason(violations, rules, bookings, given);
    perform guard.find_overruns(nodes, held, was);
end
$$;

CREATE FUNCTION guard.review_outlet_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select n.site_id from ((select id, node_id, name, type, phases, max_ma from old_rows except select id, node_id, name, type, phases, max_ma from new_rows)
                         union (select id, node_id, name, type, phases, max_ma from new_rows except select id, node_id, name, type, phases, max_ma from old_rows)) c join node n on n.id = c.node_id)));
                    ids := array(select b.id from (select u.placement_id from connection u join ((select id, node_id, name, type, phases, max_ma from old_rows except select id, node_id, name, type, phases, max_ma from new_rows)
                         union (select id, node_id, name, type, phases, max_ma from new_rows except select id, node_id, name, type, phases, max_ma from old_rows)) c on c.id = u.outlet_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_plug_fit_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from old_rows c cross join site s)));
                    ids := array(select b.id from (select u.placement_id from old_rows c join outlet o on o.type = c.outlet
              join connection u on u.outlet_id = o.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_plug_fit_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from new_rows c cross join site s)));
                    ids := array(select b.id from (select u.placement_id from new_rows c join outlet o on o.type = c.outlet
              join connection u on u.outlet_id = o.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_plug_fit_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select inlet, outlet from old_rows except select inlet, outlet from new_rows)
                         union (select inlet, outlet from new_rows except select inlet, outlet from old_rows)) c cross join site s)));
                    ids := array(select b.id from (select u.placement_id from ((select inlet, outlet from old_rows except select inlet, outlet from new_rows)
                         union (select inlet, outlet from new_rows except select inlet, outlet from old_rows)) c join outlet o on o.type = c.outlet
              join connection u on u.outlet_id = o.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_rack_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from ((select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows)
                         union (select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows)) c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from placement p join ((select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows)
                         union (select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from new_rows except select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u, usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g, tare_counts, airflow, cooling, cooling_zone_id, sides, during, airflow_supply_m3_h, liquid_loop_id from old_rows)) c on c.id = p.rack_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_room_environment_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from old_rows c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from old_rows c join rack r on r.room_id = c.room_id join placement p on p.rack_id = r.id
              union select p.id from old_rows c join placement p on p.room_id = c.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_room_environment_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from new_rows c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from new_rows c join rack r on r.room_id = c.room_id join placement p on p.rack_id = r.id
              union select p.id from new_rows c join placement p on p.room_id = c.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_room_environment_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select o.site_id from ((select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows)
                         union (select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows)) c join room o on o.id = c.room_id)));
                    ids := array(select b.id from (select p.id from ((select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows)
                         union (select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows)) c join rack r on r.room_id = c.room_id join placement p on p.rack_id = r.id
              union select p.id from ((select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows)
                         union (select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from new_rows except select id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db, floor_load_n_m2, during from old_rows)) c join placement p on p.room_id = c.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_room_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select c.site_id from ((select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows)
                         union (select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows)) c)));
                    ids := array(select b.id from (select p.id from ((select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows)
                         union (select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows)) c join rack r on r.room_id = c.id join placement p on p.rack_id = r.id
              union select p.id from placement p join ((select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows)
                         union (select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from new_rows except select id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical, sides, cooling_zone_id, liquid_loop_id from old_rows)) c on c.id = p.room_id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_setting_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from old_rows c cross join site s
              where c.organisation_id is null and guard.is_policy(c.key))));
                    ids := array(select b.id from (select p.id from old_rows c cross join placement p where c.organisation_id is null and guard.is_policy(c.key)) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_setting_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from new_rows c cross join site s
              where c.organisation_id is null and guard.is_policy(c.key))));
                    ids := array(select b.id from (select p.id from new_rows c cross join placement p where c.organisation_id is null and guard.is_policy(c.key)) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_setting_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select id, key, organisation_id, value from old_rows except select id, key, organisation_id, value from new_rows)
                         union (select id, key, organisation_id, value from new_rows except select id, key, organisation_id, value from old_rows)) c cross join site s
              where c.organisation_id is null and guard.is_policy(c.key))));
                    ids := array(select b.id from (select p.id from ((select id, key, organisation_id, value from old_rows except select id, key, organisation_id, value from new_rows)
                         union (select id, key, organisation_id, value from new_rows except select id, key, organisation_id, value from old_rows)) c cross join placement p where c.organisation_id is null and guard.is_policy(c.key)) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.settle(ids, 'change');
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.review_system_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
                declare
                    ids int[];
                begin
                    perform guard.lock_sites(guard.known_sites(array(select s.id from ((select id, name, kind, personal_data from old_rows except select id, name, kind, personal_data from new_rows)
                         union (select id, name, kind, personal_data from new_rows except select id, name, kind, personal_data from old_rows)) c cross join site s)));
                    ids := array(select b.id from (select p.id from ((select id, name, kind, personal_data from old_rows except select id, name, kind, personal_data from new_rows)
                         union (select id, name, kind, personal_data from new_rows except select id, name, kind, personal_data from old_rows)) c join equipment e on e.system_id = c.id
              join placement p on p.equipment_id = e.id) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform guard.review_fit(ids);
                    end if;
                    return null;
                end
                $$;

CREATE FUNCTION guard.room_name(room integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select s.code || '/' || o.code from room o join site s on s.id = o.site_id where o.id = room);
end
$$;

CREATE FUNCTION guard.room_of(arguments jsonb, field text, at text DEFAULT ''::text) RETURNS polder.room
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    found_room room;
begin
    select m.* into found_room
    from room m join site s on s.id = m.site_id
    where to_jsonb(m.id) = reference or s.code || '/' || m.code = reference #>> '{}';
    if found_room.id is null then
        perform guard.refuse_value(at || field, reference, 'a room, SITE/ROOM');
    end if;
    return found_room;
end
$$;

CREATE FUNCTION guard.rooms_of(places jsonb) RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select coalesce(array_agg(m.id), '{}')
    from room m join site s on s.id = m.site_id
    join jsonb_array_elements(places) place (value)
         on to_jsonb(m.id) = place.value -> 'room' or s.code || '/' || m.code = place.value ->> 'room'
$$;

CREATE FUNCTION guard.scatter(i bigint, seed bigint, n integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select ((hashint8extended(i, seed) & 9223372036854775807) % n)::int
$$;

CREATE FUNCTION guard.set_aside(placed guard.standing[], misfits polder.misfit[], overloads guard.violation[], charges polder.charge[], old polder.charge[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    left_over guard.violation[];
    covered finding[];
begin
    if not exists (select from guard.override_in_force) then
        perform guard.refuse(array(select guard.violation_of(m) from unnest(misfits) m) || overloads);
    end if;

    with more as (
        select distinct c.placement_id, c.node_id
        from (select * from unnest(charges) except all select * from unnest(old)) c
    ), broken as materialized (
        select row_number() over () as n, b.*
        from (select m.placement_id, guard.violation_of(m) as violation, m.during from unnest(misfits) m
              union all
              select null, v, daterange(v.date, null) from unnest(overloads) v) b
    ), blamed as (
        select b.n, b.violation, b.during, coalesce(b.placement_id, m.placement_id) as placement_id
        from broken b
        left join more m on b.placement_id is null and m.node_id = (b.violation).node_id
    ), judged as materialized (
        select b.*, coalesce(
            (select min(o.override_id) from guard.overridden o
             where o.placement_id = b.placement_id and o.rule = (b.violation).rule and o.until_date > (b.violation).date),
            (select min(o.id) from guard.override_in_force o
             where o.node_id = (b.violation).node_id and o.rule = (b.violation).rule
               and o.until_date > (b.violation).date)) as override_id
        from blamed b
    )
    select array(select b.violation from broken b where exists (select from judged j where j.n = b.n and j.override_id is null)),
           array(select jsonb_populate_record(null::finding, jsonb_build_object(
                            'rule', v.rule, 'kind', case when v.capacity is null then 'unknown' else 'violation' end,
                            'placement_id', j.placement_id, 'node_id', v.node_id, 'rack_id', p.rack_id,
                            'site_id', p.site_id, 'requested', v.requested, 'used', v.used, 'capacity', v.capacity,
                            'unit', v.unit, 'during', j.during, 'text', guard.found_text(v.place, v.quantity, v.failing),
                            'found_on', guard.today(), 'override_id', j.override_id))
                 from judged j
                 cross join lateral (select (j.violation).*) v
                 -- What is in a chassis may be in several places.
                 cross join lateral (select s.rack_id, s.site_id from unnest(placed) s where s.placement_id = j.placement_id
                                     order by s.during && j.during desc, lower(s.during) limit 1) p)
    into left_over, covered;

    if left_over <> '{}' then
        perform guard.refuse(left_over);
    end if;
    update finding f set resolved_on = guard.today()
    from unnest(covered) c
    where f.placement_id = c.placement_id and f.rule = c.rule and f.text = c.text and f.kind in ('violation', 'unknown')
      and f.resolved_on is null;
    insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text,
                         found_on, override_id)
    select c.rule, c.kind, c.placement_id, c.node_id, c.rack_id, c.site_id, c.requested, c.used, c.capacity, c.unit, c.during,
           c.text, c.found_on, c.override_id
    from unnest(covered) c;
end
$$;

CREATE FUNCTION guard.set_aside_by(placement integer, node integer, broken text, day date) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return coalesce(
        (select min(o.override_id) from overridden o where o.rule = broken and o.until_date > day and o.placement_id = placement),
        (select min(o.id) from override_in_force o where o.rule = broken and o.until_date > day and o.node_id = node));
end
$$;

CREATE FUNCTION guard.setting_int(wanted text, otherwise integer, organisation integer DEFAULT NULL::integer) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return coalesce((select (value #>> '{}')::int from setting
                     where key = wanted and (organisation_id = organisation or organisation_id is null)
                     order by organisation_id nulls last limit 1), otherwise);
end
$$;

CREATE FUNCTION guard.settle(ids integer[], judged_as text, fresh boolean DEFAULT false, chassis integer[] DEFAULT '{}'::integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET max_parallel_workers_per_gather TO '0'
    SET work_mem TO '64MB'
    SET plan_cache_mode TO 'auto'
    SET enable_seqscan TO 'on'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'on'
    SET enable_memoize TO 'on'
    AS $$
declare
    placed guard.standing[];
    misfits polder.misfit[];
    worse polder.misfit[] := '{}';
    overloads guard.violation[] := '{}';
    charges polder.charge[];
    old polder.charge[] := '{}';
    on_floor boolean;
    former polder.box[] := '{}';
    asked int[];
    neighbours int[] := '{}';
    hangs boolean;
begin
    perform guard.plan_for(cardinality(ids));
    select coalesce(array_agg(s), '{}'),
           chassis <> '{}' or coalesce(bool_or(s.chassis_id is not null
                                               or exists (select from placement i where i.chassis_id = s.equipment_id)), false)
    into placed, hangs
    from guard.standing s where s.placement_id = any (ids);
    if not fresh then
        former := array(select b from box b where b.placement_id = any (ids));
        -- What has come to overlap may have room again: its neighbours are settled with it.
        neighbours := guard.overlapping(placed, former);
        ids := ids || neighbours;
        hangs := hangs or exists (select from placement p join placement i on i.chassis_id = p.equipment_id
                                  where p.id = any (neighbours))
                 -- also what is in a chassis that stands nowhere on its days, and so has no standing itself
                 or exists (select from placement p where p.id = any (ids) and p.chassis_id is not null);
    end if;
    asked := ids;
    if hangs then
        ids := guard.family(ids, chassis);
        fresh := false;
    end if;
    if hangs or neighbours <> '{}' then
        placed := array(select s from guard.standing s where s.placement_id = any (ids));
        former := array(select b from box b where b.placement_id = any (ids));
    end if;
    if not fresh then
        delete from box where placement_id = any (ids);
        delete from slot_box where placement_id = any (ids);
        delete from connection where placement_id = any (ids);
        delete from floor_shape where placement_id = any (ids);
        old := array(select c from charge c where c.placement_id = any (ids));
    end if;
    misfits := guard.settle_places(placed, asked) || guard.out_of_place(placed);
    if misfits <> '{}' and judged_as <> 'change' then
        misfits := array(select m from unnest(misfits) m where m.placement_id = any (ids));
    end if;

    on_floor := (placed[1]).x_mm is not null;
    if not on_floor and cardinality(placed) > 1 then
        on_floor := exists (select from unnest(placed) p where p.x_mm is not null);
    end if;
    if on_floor then
        perform guard.settle_shapes(ids);
    end if;
    perform guard.keep_shares(placed);
    misfits := misfits || guard.misfits(placed);
    if hangs then
        misfits := guard.with_contents(misfits, placed) || array(select m from guard.out_of_chassis(ids) m);
    end if;
    if misfits <> '{}' or not fresh then
        worse := guard.keep_misfits(ids, misfits, stayed => judged_as = 'change');
    end if;
    charges := guard.charge(placed, kept => true);
    if hangs then
        -- What only belongs to what has changed asks for nothing.
        select array(select c from unnest(charges) c except select o from unnest(old) o),
               array(select o from unnest(old) o except select c from unnest(charges) c)
        into charges, old;
    end if;
    if charges <> old then
        perform guard.enter(charges, old);
        overloads := guard.overloads(charges, old);
    end if;

    if worse <> '{}' or overloads <> '{}' then
        if judged_as = 'booking' then
            perform guard.set_aside(placed, worse, overloads, charges, old);
        else
            if judged_as = 'change' then
                perform guard.explain(worse, overloads);
            end if;
            perform guard.find_misfits(worse);
            perform guard.find_overruns(array(select v.node_id from unnest(overloads) v));
        end if;
    end if;
    if not fresh then
        perform guard.resolve_findings(ids, stayed => judged_as = 'change');
        if misfits <> '{}' and former <> '{}' then
            perform guard.keep_apart(placed, former);
        end if;
    end if;
end
$$;

CREATE FUNCTION guard.settle_blocked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    fresh polder.box[];
    met polder.misfit[];
begin
    perform guard.lock_sites(array(select distinct o.site_id from new_rows b join rack r on r.id = b.rack_id
                                   join room o on o.id = r.room_id));
    delete from box where blocked_id in (select id from new_rows);
    fresh := array(select row(0, b.rack_id, b.hu, int4range(0, r.usable_depth_mm), int4range(0, 2), b.during, null, b.id)::polder.box
                   from new_rows b join rack r on r.id = b.rack_id);
    met := guard.overlaps(fresh);
    if met <> '{}' then
        perform guard.refuse(array(select guard.violation_of(m) from unnest(met) m where m.placement_id is null));
    end if;
    insert into box (rack_id, hu, depth, width, during, blocked_id)
    select f.rack_id, f.hu, f.depth, f.width, f.during, f.blocked_id from unnest(fresh) f;
    return null;
end
$$;

CREATE FUNCTION guard.settle_booked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    ids int[];
    devices int[];
    racks int[];
    rooms int[];
    chassis int[];
    booked boolean;
begin
    select array_agg(id order by id), array_agg(equipment_id), array_agg(rack_id), array_agg(room_id),
           array_agg(chassis_id) filter (where chassis_id is not null), bool_or(not inherited)
    into ids, devices, racks, rooms, chassis, booked
    from new_rows;
    if ids is null then
        return null;
    end if;
    if chassis is not null then
        racks := racks || guard.racks_under(chassis);
    end if;
    perform guard.lock_for(devices, racks, rooms);
    if not booked then
        perform guard.contest(ids);
    end if;
    perform guard.settle(ids, case when booked then 'booking' else 'import' end, fresh => booked,
                         chassis => coalesce(chassis, '{}'));
    if not booked then
        perform guard.block_contested(ids);
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.settle_equipment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    changed int[] := array(
        select id
        from (select id, owner_id, model_id, height_hu, depth_mm, weight_g, accessory_g, budgeted_w, nameplate_w,
                     power_factor_permille, cords, phases, plug, width_mm, height_mm, airflow, inlet_min_mc,
                     inlet_max_mc, drift_mk_per_h, data_class, medical, personal_data, availability_class, system_id, ports
                     from new_rows
              except
              select id, owner_id, model_id, height_hu, depth_mm, weight_g, accessory_g, budgeted_w, nameplate_w,
                     power_factor_permille, cords, phases, plug, width_mm, height_mm, airflow, inlet_min_mc,
                     inlet_max_mc, drift_mk_per_h, data_class, medical, personal_data, availability_class, system_id, ports
                     from old_rows) e);
    booked placement[];
begin
    if changed = '{}' then
        return null;
    end if;
    -- A first booking may be under way: it holds the key of its equipment, so wait for it before looking. (Who reads an
    -- old snapshot would not see it then; locking every data centre ends that with 40001.)
    perform from equipment e where e.id = any (changed) order by e.id for update;
    if current_setting('transaction_isolation') <> 'read committed' then
        perform guard.lock_sites(array(select s.id from site s));
    end if;
    booked := array(select p from placement p where p.equipment_id = any (changed) and p.state <> 'released' order by p.id);
    if booked = '{}' then
        return null;
    end if;
    perform guard.lock_for(array(select p.equipment_id from unnest(booked) p),
                           array(select p.rack_id from unnest(booked) p)
                           || guard.racks_under(array(select p.chassis_id from unnest(booked) p)),
                           array(select p.room_id from unnest(booked) p));
    perform guard.settle(array(select p.id from unnest(booked) p), 'booking');
    return null;
end
$$;

CREATE FUNCTION guard.settle_places(placed guard.standing[], asked integer[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    boxes polder.box[] := '{}';
    slots polder.slot_box[] := '{}';
    cords polder.connection[] := '{}';
    met polder.misfit[] := '{}';
    filled polder.misfit[] := '{}';
    taken polder.misfit[] := '{}';
    p guard.standing;
    feeds text[];
begin
    foreach p in array placed loop
        if p.hu is not null then
            boxes := boxes || row(0, p.rack_id, p.hu, p.depth, p.width, p.during, p.placement_id, null)::polder.box;
        end if;
        if p.slot is not null and not p.contested then
            slots := slots || row(0, case when p.chassis_id is null then p.rack_id else 0 end, coalesce(p.chassis_id, 0), p.slot,
                                  p.during, p.placement_id)::polder.slot_box;
        end if;
        if p.cord_count > 0 then
            feeds := string_to_array(p.cords, ' ');
            if coalesce(cardinality(feeds), 0) < p.cord_count then
                raise exception 'an outlet or node of this booking does not exist'
                    using errcode = 'PL004', detail = json_build_object('field', 'outlets');
            end if;
            for cord in 1 .. p.cord_count loop
                cords := cords || row(0, p.placement_id, cord, split_part(feeds[cord], ':', 1), p.outlet_ids[cord],
                                      split_part(feeds[cord], ':', 2), p.during)::polder.connection;
            end loop;
        end if;
    end loop;
    loop
        begin
            insert into box (rack_id, hu, depth, width, during, placement_id)
            select b.rack_id, b.hu, b.depth, b.width, b.during, b.placement_id
            from unnest(boxes) b where met = '{}';
            if slots <> '{}' then
                insert into slot_box (rack_id, chassis_id, slot, during, placement_id)
                select b.rack_id, b.chassis_id, b.slot, b.during, b.placement_id
                from unnest(slots) b where filled = '{}';
            end if;
            insert into connection (placement_id, cord, node_id, outlet_id, phases, during)
            select c.placement_id, c.cord, c.node_id, c.outlet_id, c.phases, c.during
            from unnest(cords) c where taken = '{}';
            return met || filled || taken;
        exception when exclusion_violation then
            if met || filled || taken <> '{}' then
                raise;
            end if;
            met := guard.overlaps(boxes, asked);
            filled := guard.slots_taken(slots, asked);
            taken := guard.outlets_taken(cords, asked);
        end;
    end loop;
end
$$;

CREATE FUNCTION guard.settle_rebooked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    ids int[];
    moved int[];
    turned int[];
    devices int[];
    racks int[];
    rooms int[];
    chassis int[];
    set_aside int[];
begin
    select array_agg(v.id order by v.id), array_agg(v.id) filter (where v.moved),
           array_agg(v.id) filter (where v.moved or v.turned)
    into ids, moved, turned
    from (select b.id, count(distinct b.place) > 1 as moved, count(distinct b.way) > 1 as turned
          from (select id, during,
                       row(equipment_id, rack_id, room_id, chassis_id, bay_id, position_hu, zero_u_slot, x_mm, y_mm,
                           state = 'released') as place,
                       row(face, half, orientation_deg, outlet_ids, node_ids) as way,
                       row(contested, inherited) as rest
                from new_rows
                union all
                select id, during,
                       row(equipment_id, rack_id, room_id, chassis_id, bay_id, position_hu, zero_u_slot, x_mm, y_mm,
                           state = 'released'),
                       row(face, half, orientation_deg, outlet_ids, node_ids), row(contested, inherited)
                from old_rows) b
          group by b.id
          having count(distinct b.place) > 1 or count(distinct b.way) > 1 or count(distinct b.rest) > 1
              or count(distinct b.during) > 1) v;
    if ids is null then
        return null;
    end if;
    select array_agg(distinct equipment_id), array_agg(distinct rack_id), array_agg(distinct room_id),
           array_agg(distinct coalesce(chassis_id, equipment_id))
               filter (where chassis_id is not null
                             or exists (select from placement i where i.chassis_id = here.equipment_id))
    into devices, racks, rooms, chassis
    from (select equipment_id, rack_id, room_id, chassis_id from new_rows
          union all select equipment_id, rack_id, room_id, chassis_id from old_rows) here;
    if chassis is not null then
        racks := racks || guard.racks_under(chassis);
    end if;
    perform guard.lock_for(devices, racks, rooms);
    if chassis is not null and moved is not null then
        -- What is in a chassis moves with it.
        moved := moved || array(select i.id from placement c join placement i on i.chassis_id = c.equipment_id
                                where c.id = any (moved));
    end if;
    -- Whoever takes another place asks for it anew, whatever did not fit before: it overlaps nothing there, and what nobody
    -- knows takes nothing new (what guard.out_of_place says).
    if turned is not null then
        delete from misfit
        where placement_id = any (turned) and rule in ('S1', 'P1') and used > 0
           or placement_id = any (moved) and rule in ('S1', 'S3', 'C1', 'G4', 'N1');
    end if;
    set_aside := array(select id from old_rows where contested);
    if set_aside <> '{}' then
        perform guard.unblock_contested(set_aside);
    end if;
    -- Within an import the guard itself marks what is contested.
    perform guard.settle(ids, case when pg_trigger_depth() = 1 or exists (select from new_rows where not inherited)
                                   then 'booking' else 'import' end, chassis => coalesce(chassis, '{}'));
    if set_aside <> '{}' then
        perform guard.block_contested(set_aside);
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.settle_shapes(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    insert into floor_shape (placement_id, room_id, footprint, clearance, bounds, during)
    select s.placement_id, s.room_id, s.footprint, s.clearance, b.bounds, s.during
    from shape_of s
    cross join lateral (
        select box(point(min(c[2 * i - 1]), min(c[2 * i])), point(max(c[2 * i - 1]), max(c[2 * i]))) as bounds
        from (select s.footprint || s.clearance) c (c) cross join generate_series(1, 8) i
    ) b
    where s.placement_id = any (ids);
end
$$;

CREATE TABLE polder.cord_share (
    cords text NOT NULL,
    node_id integer NOT NULL,
    source_id integer NOT NULL,
    home boolean NOT NULL,
    normal_cords smallint NOT NULL,
    normal_here smallint NOT NULL,
    normal_l1 smallint NOT NULL,
    normal_l2 smallint NOT NULL,
    normal_l3 smallint NOT NULL,
    failed_cords smallint NOT NULL,
    failed_here smallint NOT NULL,
    failed_l1 smallint NOT NULL,
    failed_l2 smallint NOT NULL,
    failed_l3 smallint NOT NULL
);

CREATE FUNCTION guard.shares_of(feeds text[]) RETURNS SETOF polder.cord_share
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with cord as (
        select f.cords, 1 << c.n::int - 1 as bit, split_part(c.cord, ':', 1)::int as node_id,
               split_part(c.cord, ':', 2) as phases
        from unnest(feeds) f (cords) cross join lateral string_to_table(f.cords, ' ') with ordinality c (cord, n)
    ), reach as materialized (
        select c.cords, p.ancestor_id as node_id, n.parent_id,
               bit_or(c.bit) as taken,
               coalesce(bit_or(c.bit) filter (where c.phases = '1'), 0) as l1,
               coalesce(bit_or(c.bit) filter (where c.phases = '2'), 0) as l2,
               coalesce(bit_or(c.bit) filter (where c.phases = '3'), 0) as l3,
               coalesce(bit_or(c.bit) filter (where c.phases = '123'), 0) as all_phases
        from cord c
        join node_path p on p.node_id = c.node_id
        join node n on n.id = p.ancestor_id
        group by c.cords, p.ancestor_id, n.parent_id
    ), feed as materialized (
        select r.cords, bit_or(r.taken) as taken from reach r group by r.cords
    ), failure as (
        select f.cords, 0 as source_id, 0 as dead, f.taken as sees from feed f
        union all
        select r.cords, r.node_id, r.taken, coalesce(up.taken, f.taken) & ~r.taken
        from reach r
        join feed f on f.cords = r.cords
        left join reach up on up.cords = r.cords and up.node_id = r.parent_id
        where coalesce(up.taken, f.taken) & ~r.taken <> 0
    ), share as materialized (
        select r.cords, r.node_id, c.source_id,
               bit_count((f.taken & ~c.dead)::bit(16)) as living,
               bit_count((r.taken & ~c.dead)::bit(16)) as here,
               3 * bit_count((r.l1 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l1,
               3 * bit_count((r.l2 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l2,
               3 * bit_count((r.l3 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l3
        from reach r
        join feed f on f.cords = r.cords
        join failure c on c.cords = r.cords and c.sees & r.taken <> 0
    )
    select n.cords, n.node_id, coalesce(x.source_id, 0),
           row_number() over (partition by n.cords, n.node_id order by x.source_id) = 1,
           n.living::smallint, n.here::smallint, n.l1::smallint, n.l2::smallint, n.l3::smallint,
           coalesce(x.living, n.living)::smallint, coalesce(x.here, n.here)::smallint,
           coalesce(x.l1, n.l1)::smallint, coalesce(x.l2, n.l2)::smallint, coalesce(x.l3, n.l3)::smallint
    from share n
    left join share x on x.cords = n.cords and x.node_id = n.node_id and x.source_id <> 0
                     and (x.here * n.living, x.l1 * n.living, x.l2 * n.living, x.l3 * n.living)
                         <> (n.here * x.living, n.l1 * x.living, n.l2 * x.living, n.l3 * x.living)
    where n.source_id = 0;
end
$$;

CREATE FUNCTION guard.site_of(rack polder.rack) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select site_id from room where id = rack.room_id
$$;

CREATE FUNCTION guard.slot_name(rack integer, slot integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return guard.rack_name(rack) || ' slot ' || slot;
end
$$;

CREATE TABLE polder.slot_box (
    id bigint NOT NULL,
    rack_id integer NOT NULL,
    chassis_id integer NOT NULL,
    slot integer NOT NULL,
    during daterange NOT NULL,
    placement_id integer NOT NULL,
    CONSTRAINT slot_box_check CHECK (((rack_id = 0) <> (chassis_id = 0))),
    CONSTRAINT slot_box_during_check CHECK ((NOT isempty(during)))
);

CREATE FUNCTION guard.slots_taken(fresh polder.slot_box[], asked integer[] DEFAULT '{}'::integer[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with taken as (
            select f.placement_id, f.rack_id, f.chassis_id, f.slot, f.during, o.during * f.during as common
            from unnest(fresh) f
            join slot_box o on o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot and o.during && f.during
            union all
            select f.placement_id, f.rack_id, f.chassis_id, f.slot, f.during, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot
                                and o.during && f.during and o.placement_id <> f.placement_id
            where f.placement_id = any (asked) or o.placement_id <> all (asked)
        )
        select row(t.placement_id, 'S1', case when t.chassis_id = 0 then guard.slot_name(t.rack_id, t.slot)
                                              else guard.bay_name(t.chassis_id, t.slot, range_merge(range_agg(t.during))) end,
                   null, 1, 1, 1, 'pieces', '', '', range_merge(range_agg(t.common)), '')::polder.misfit
        from taken t
        group by t.placement_id, t.rack_id, t.chassis_id, t.slot);
end
$$;

CREATE FUNCTION guard.sort_models(entries jsonb, OUT kept polder.model[], OUT makers text[], OUT places integer[], OUT outcomes text[], OUT refused jsonb) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    one record;
    read model;
    maker text;
    known model;
    reason text;
begin
    refused := '[]';
    for one in
        select value, ordinality::int as place,
               row_number() over same_name > 1 as name_again,
               first_value(value ->> 'source') over same_name as name_first,
               value ->> 'slug' is not null and row_number() over same_slug > 1 as slug_again,
               first_value(value ->> 'source') over same_slug as slug_first
        from jsonb_array_elements(entries) with ordinality
        window same_name as (partition by value ->> 'manufacturer', value ->> 'name' order by ordinality),
               same_slug as (partition by value ->> 'slug' order by ordinality)
        order by ordinality
    loop
        reason := null;
        begin
            read := guard.model_from(one.value);
            maker := guard.text_of(one.value, 'manufacturer', required => true, longest => 200);
        exception when sqlstate 'PL004' then
            get stacked diagnostics reason = message_text;
        end;
        if reason is null then
            select m.* into known from model m join manufacturer f on f.id = m.manufacturer_id
            where f.name = maker and m.name = read.name;
            reason := case
                when one.name_again then format('the model comes twice, first in %s', one.name_first)
                when one.slug_again then format('the slug comes twice, first in %s', one.slug_first)
                when exists (select from model m where m.slug = read.slug and m.id is distinct from known.id) then
                    format('slug %s belongs to another model', read.slug)
                end;
        end if;
        if reason is not null then
            refused := refused || jsonb_build_object('file', coalesce(one.value ->> 'source', ''), 'line', 0,
                                                     'reason', reason);
            continue;
        end if;
        kept := kept || read;
        makers := makers || maker;
        places := places || one.place;
        outcomes := outcomes || case when known.id is null then 'imported'
                                     when known.content_hash = read.content_hash then 'unchanged'
                                     else 'updated' end;
    end loop;
end
$$;

CREATE FUNCTION guard.stacked(place jsonb, devices integer[], day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    stand rack := guard.rack_of(place, 'rack', day, 'places/0/');
    lowest numeric := guard.number_of(place, 'unit', 0.5, 200, 0.5, required => true, at => 'places/0/');
begin
    return (select jsonb_agg(place || jsonb_build_object('unit',
                                 lowest + (n - 1) * e.height_hu / case when stand.numbered_down then -2.0 else 2.0 end)
                             order by n)
            from unnest(devices) with ordinality as device (id, n)
            join equipment e on e.id = device.id);
end
$$;

CREATE FUNCTION guard.standing_of(request integer) RETURNS integer[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(select p.id from guard.request_placements(request, 'held', 'delivered', 'installed', 'decommissioning') p);
end
$$;

CREATE FUNCTION guard.state_by_pieces(request polder.request) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return case when request.state in ('in review', 'held', 'delivered') and guard.lacks_places(request.id) then 'in review'
                else coalesce(guard.hindmost(request.id), request.state) end;
end
$$;

CREATE FUNCTION guard.steps_of(charges polder.charge[], old polder.charge[]) RETURNS polder.ledger[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        select row(c.node_id, c.source_id, d.day,
                   guard.total(d.sign * c.normal_main), guard.total(d.sign * c.normal_l1), guard.total(d.sign * c.normal_l2),
                   guard.total(d.sign * c.normal_l3), guard.total(d.sign * c.extra_main), guard.total(d.sign * c.extra_l1),
                   guard.total(d.sign * c.extra_l2), guard.total(d.sign * c.extra_l3))::polder.ledger
        from (select 1 as sign, come.* from unnest(charges) come
              union all
              select -1, gone.* from unnest(old) gone) c
        cross join lateral (values (c.sign, lower(c.during)), (-c.sign, upper(c.during))) d (sign, day)
        where d.day is not null
        group by c.node_id, c.source_id, d.day
        having (guard.total(d.sign * c.normal_main), guard.total(d.sign * c.normal_l1), guard.total(d.sign * c.normal_l2),
                guard.total(d.sign * c.normal_l3), guard.total(d.sign * c.extra_main), guard.total(d.sign * c.extra_l1),
                guard.total(d.sign * c.extra_l2), guard.total(d.sign * c.extra_l3)) <> (0, 0, 0, 0, 0, 0, 0, 0));
end
$$;

CREATE FUNCTION guard.surroundings(stand polder.rack, near text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return case near when 'rack' then 'rack ' || stand.id
                     when 'row' then coalesce('row ' || stand.row_id, 'rack ' || stand.id)
                     when 'room' then 'room ' || stand.room_id
                     when 'site' then 'site ' || (select m.site_id from room m where m.id = stand.room_id) end;
end
$$;

CREATE TABLE polder.room_environment (
    id integer NOT NULL,
    room_id integer NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    shape jsonb,
    setpoint_mc integer,
    drift_mk_per_h integer,
    vibration_class text,
    emi_nt integer,
    acoustic_db smallint,
    floor_load_n_m2 integer,
    during daterange DEFAULT '(,)'::daterange NOT NULL,
    CONSTRAINT room_environment_acoustic_db_check CHECK ((acoustic_db >= 0)),
    CONSTRAINT room_environment_drift_mk_per_h_check CHECK ((drift_mk_per_h >= 0)),
    CONSTRAINT room_environment_emi_nt_check CHECK ((emi_nt >= 0)),
    CONSTRAINT room_environment_floor_load_n_m2_check CHECK ((floor_load_n_m2 > 0)),
    CONSTRAINT room_environment_shape_check CHECK ((jsonb_typeof(shape) = 'array'::text)),
    CONSTRAINT room_environment_vibration_class_check CHECK ((vibration_class = ANY (ARRAY['VC-A'::text, 'VC-B'::text, 'VC-C'::text, 'VC-D'::text, 'VC-E'::text, 'VC-F'::text, 'VC-G'::text])))
);

CREATE FUNCTION guard.surrounds(air polder.room_environment, rack integer, spot point) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    here point := coalesce((select guard.middle_of(r) from rack r where r.id = rack), spot);
begin
    if air.shape is not null then
        return guard.polygon_of(air.shape) @> here;
    end if;
    return not exists (select from room_environment w
                       where w.room_id = air.room_id and w.shape is not null and w.during @> air.during
                         and guard.polygon_of(w.shape) @> here);
end
$$;

CREATE FUNCTION guard.take_over(places polder.placement[], from_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    merge into placement p
    using (select e.row, e.begun, e.replaced, n.planned_from, n.equipment_id, n.state, n.during, n.hold_until, n.rack_id,
                  n.position_hu, n.face, n.half, n.zero_u_slot, n.chassis_id, n.bay_id, n.room_id, n.x_mm, n.y_mm,
                  n.orientation_deg, n.outlet_ids, coalesce(n.node_ids, '{}') as node_ids,
                  coalesce(n.inherited, false) as inherited, coalesce(n.contested, false) as contested
           from unnest(places) n
           join placement o on o.id = n.planned_from
           cross join lateral (values (lower(o.during) < from_day, o.equipment_id <> n.equipment_id)) k (begun, replaced)
           cross join lateral (values (o.id, k.begun, k.replaced), (null, k.begun, k.replaced)) e (row, begun, replaced)
           where e.row is not null or k.begun or k.replaced) c
    on p.id = c.row
    when matched and c.begun then update set
        during = daterange(lower(p.during), from_day), state = case when from_day <= guard.today() then 'ended' else p.state end,
        hold_until = case when from_day > guard.today() then p.hold_until end
    when matched and c.replaced then update set state = 'released', hold_until = null
    when matched then update set
        rack_id = c.rack_id, position_hu = c.position_hu, face = c.face, half = c.half, zero_u_slot = c.zero_u_slot,
        chassis_id = c.chassis_id, bay_id = c.bay_id, room_id = c.room_id, x_mm = c.x_mm, y_mm = c.y_mm,
        orientation_deg = c.orientation_deg, outlet_ids = c.outlet_ids, node_ids = c.node_ids
    when not matched then insert
        (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id,
         x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from)
        values (c.equipment_id, c.state, c.during, c.hold_until, c.rack_id, c.position_hu, c.face, c.half, c.zero_u_slot,
                c.chassis_id, c.bay_id, c.room_id, c.x_mm, c.y_mm, c.orientation_deg, c.outlet_ids, c.node_ids, c.inherited,
                c.contested, c.planned_from);
end
$$;

CREATE FUNCTION guard.tallest_rack(on_day date) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (select max(r.height_u) from rack r where upper_inf(r.during) or upper(r.during) > on_day);
end
$$;

CREATE FUNCTION guard.tell(people integer[], topic text, body jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    insert into notice (change_id, recipient_id, topic, body)
    select guard.change_id(), person, topic, body
    from (select distinct unnest(people) as person) recipient
    where person is distinct from guard.person_id() and person is not null
$$;

CREATE FUNCTION guard.text_of(arguments jsonb, field text, required boolean DEFAULT false, longest integer DEFAULT 4000, at text DEFAULT ''::text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, 'given');
        end if;
        return null;
    end if;
    if jsonb_typeof(value) <> 'string' then
        perform guard.refuse_value(at || field, value, 'text');
    end if;
    if length(value #>> '{}') > longest then
        perform guard.refuse_value(at || field, to_jsonb(left(value #>> '{}', 40)),
                                   format('at most %s characters', longest));
    end if;
    if required and btrim(value #>> '{}') = '' then
        perform guard.refuse_value(at || field, value, 'not empty');
    end if;
    return btrim(value #>> '{}');
end
$$;

CREATE FUNCTION guard.today() RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    wanted text := nullif(current_setting('polder.today', true), '');
begin
    if wanted is not null and (pg_has_role(session_user, 'polder_owner', 'member')
            or exists (select from setting where key = 'today_may_be_set' and value = 'true')) then
        return wanted::date;
    end if;
    return (now() at time zone 'Europe/Amsterdam')::date;
end
$$;

CREATE FUNCTION guard.trace(nodes integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if exists (with recursive up as (
                   select id, parent_id from node where id = any (nodes)
                   union all
                   select up.id, n.parent_id from up join node n on n.id = up.parent_id
               ) cycle id, parent_id set is_cycle using walked
               select from up where is_cycle) then
        raise exception 'a node cannot be above itself'
            using errcode = 'PL004', detail = json_build_object('field', 'parent_id');
    end if;

    with recursive below as (
        select id from node where id = any (nodes)
        union
        select n.id from node n join below b on n.parent_id = b.id
    ), gone as (
        delete from node_path where node_id in (select id from below)
    )
    select array_agg(id) into nodes from below;
    delete from cord_share where cords in (select cords from cord_share where node_id = any (nodes));

    with recursive up as (
        select n.id, n.id as ancestor_id, n.parent_id, 0 as distance
        from node n join node_kind k on k.code = n.kind
        where n.id = any (nodes) and k.dimension = 'power'
        union all
        select up.id, n.id, n.parent_id, up.distance + 1 from up join node n on n.id = up.parent_id
    )
    insert into node_path (node_id, ancestor_id, distance) select id, ancestor_id, distance from up;
end
$$;

CREATE FUNCTION guard.trace_moved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    moved int[] := array(select id from (select id, parent_id, kind, phases from new_rows
                                         except select id, parent_id, kind, phases from old_rows) m);
    other_days polder.node[] := array(select o from old_rows o join new_rows n on n.id = o.id where n.during <> o.during);
    booked int[];
begin
    if moved = '{}' and other_days = '{}' then
        return null;
    end if;
    perform guard.lock_nodes(moved || array(select o.id from unnest(other_days) o));
    if other_days <> '{}' then
        perform guard.review_nodes(array(select o.id from unnest(other_days) o),
                                   array(select l from unnest(other_days) o join node_limit l on l.node_id = o.id), other_days);
    end if;
    if moved = '{}' then
        return null;
    end if;
    booked := array(select distinct c.placement_id
                    from node_path p join connection c on c.node_id = p.node_id
                    where p.ancestor_id = any (moved));
    perform guard.trace(moved);
    if booked <> '{}' then
        perform guard.settle(booked, 'change');
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.trace_new() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform guard.trace(array(select id from new_rows));
    return null;
end
$$;

CREATE FUNCTION guard.turned(x integer, y integer, turn_deg integer, west bigint, north bigint, east bigint, south bigint) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    one constant bigint := 1048576;
    c bigint := round(cosd(turn_deg) * one);
    s bigint := round(sind(turn_deg) * one);
begin
    return array[x + ((west * c - north * s + one) >> 21), y + ((west * s + north * c + one) >> 21),
                 x + ((east * c - north * s + one) >> 21), y + ((east * s + north * c + one) >> 21),
                 x + ((east * c - south * s + one) >> 21), y + ((east * s + south * c + one) >> 21),
                 x + ((west * c - south * s + one) >> 21), y + ((west * s + south * c + one) >> 21)];
end
$$;

CREATE FUNCTION guard.unblock_contested(ids integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    delete from blocked_unit b
    where b.rack_id in (select p.rack_id from placement p where p.id = any (ids)
                        union select h.rack_id from finding h where h.placement_id = any (ids) and h.kind = 'contested')
      and b.reason = any (array(select 'contested: booking ' || id from unnest(ids) id));
    update finding f set resolved_on = guard.today()
    from placement p
    where p.id = f.placement_id and p.id = any (ids) and not p.contested and f.kind = 'contested' and f.resolved_on is null;
end
$$;

CREATE FUNCTION guard.unfit(p guard.standing, rule text, requested bigint, capacity bigint, unit text, quantity text DEFAULT ''::text, what text DEFAULT NULL::text) RETURNS polder.misfit
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return row(p.placement_id, rule,
               concat_ws(' ', coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)), what), null, requested, 0,
               capacity, unit, quantity, '', p.during, '')::polder.misfit;
end
$$;

CREATE FUNCTION guard.unmet_wishes(request integer) RETURNS TABLE(wish text, placement_id integer, words text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
begin
    return query
    with place as (
        select distinct on (p.equipment_id) p.id, p.rack_id, r.wish_apart, r.wish_together,
               guard.surroundings(k, r.wish_apart) as apart, guard.surroundings(k, r.wish_together) as together
        from request r
        cross join guard.request_placements(r.id, 'held', 'delivered', 'installed') p
        join rack k on k.id = p.rack_id
        where r.id = request
        order by p.equipment_id, lower(p.during) desc, p.id desc
    )
    select 'apart', max(id),
           format('%s pieces in one %s (%s), wished apart', count(*), wish_apart, guard.rack_name(max(rack_id)))
    from place where apart is not null group by apart, wish_apart having count(*) > 1
    union all
    select 'together', max(id), format('in %s %ss, wished together in one', count(distinct together), wish_together)
    from place where together is not null group by wish_together having count(distinct together) > 1;
end
$$;

CREATE FUNCTION guard.violation_of(one polder.misfit) RETURNS guard.violation
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select row(one.rule, one.place, one.node_id, one.requested, one.used, one.capacity, one.unit, one.quantity, one.failing,
               lower(one.during))::guard.violation
$$;

CREATE FUNCTION guard.waits_for(one polder.override) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return (
        select case r.override when 'two people' then 'second person' when 'both institutions' then 'other institution' end
        from rule r
        where r.code = one.rule and one.second_id is null and one.withdrawn_at is null);
end
$$;

CREATE FUNCTION guard.want_reason() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    if pg_trigger_depth() = 1 then
        perform guard.refuse_unexplained();
    end if;
    return null;
end
$$;

CREATE FUNCTION guard.warm_up() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    perform set_config('polder.warm', 'yes', false);
    perform guard.settle('{}', 'booking', fresh => true);
    perform guard.enter('{}', '{}');
    perform guard.overloads('{}', '{}');
    perform guard.overlaps('{}');
    perform guard.slots_taken('{}');
    perform guard.outlets_taken('{}');
    if current_setting('polder.intention', true) <> '' then
        perform guard.note_warnings('{}');
    end if;
end
$$;

CREATE FUNCTION guard.warnings(ids integer[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'rule', f.rule, 'placement', f.placement_id, 'where', f.place, 'requested', f.requested, 'used', f.used,
                   'capacity', f.capacity, 'unit', f.unit, 'quantity', f.quantity, 'date', lower(f.during), 'text', f.text)
                   order by f.rule, f.placement_id, f.id), '[]')
        from finding f
        where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null);
end
$$;

CREATE FUNCTION guard.warnings_of_place(ids integer[]) RETURNS SETOF guard.warning
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    today date := guard.today();
begin
    return query
    with y as materialized (
        select * from guard.policy
    ), thing as materialized (
        select p.id, r.id as rack_id, coalesce(r.room_id, p.room_id) as room_id, p.position_hu, e.weight_g,
               case when num_nonnulls(p.zero_u_slot, p.bay_id) = 0 then e.height_hu else greatest(e.height_hu, 1) end as height_hu,
               e.kind, e.drift_mk_per_h, e.budgeted_w, e.nameplate_w, e.measured_w, e.measured_on,
               e.ports, e.cords, p.equipment_id, p.inherited, p.during,
               greatest(lower(p.during), today) as first_day, q.id as request_id, q.wish_redundant, r.height_u, r.row_id,
               r.cooling in ('containment', 'in-row', 'rear-door') and r.airflow in ('front-to-rear', 'rear-to-front')
                   as blanked,
               -- what is in a chassis without cords of its own draws through the chassis's
               coalesce(nullif(cardinality(p.outlet_ids) + cardinality(p.node_ids), 0),
                        cardinality(c.outlet_ids) + cardinality(c.node_ids), 0) as plugged
        from placement p
        join equipment e on e.id = p.equipment_id
        left join placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                             and c.during @> greatest(lower(p.during), today)
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join request_item i on i.id = e.request_item_id
        left join request q on q.id = i.request_id
        where p.id = any (ids) and p.state in ('held', 'delivered', 'installed', 'decommissioning')
          and coalesce(upper(p.during) > today, true)
    ), gap as materialized (
        -- Open half units of the front between the lowest and the highest thing in a rack; of each rack the first booking.
        select distinct on (t.rack_id) t.id, g.open_hu
        from thing t
        cross join lateral (
            select int4multirange(int4range(min(lower(b.hu)), max(upper(b.hu)))) - range_agg(b.hu) as open
            from box b
            where b.rack_id = t.rack_id and lower(b.depth) = 0 and b.during @> t.first_day) f
        cross join lateral (
            select sum(upper(o) - lower(o)) as open_hu,
                   bool_or(o -|- int4range(t.position_hu, t.position_hu + t.height_hu)) as beside
            from unnest(f.open) o) g
        where t.blanked and t.position_hu is not null and g.beside
        order by t.rack_id, t.id
    )
    select t.id, w.rule, coalesce(guard.rack_name(t.rack_id), guard.room_name(t.room_id), ''), null::int,
           w.requested::bigint, null::bigint, w.capacity::bigint, w.unit, w.quantity, w.day, w.words
    from thing t
    cross join y
    cross join lateral (
        -- S5: heavy, its middle in the upper half of the rack, and something lighter below it.
        select 'S5' as rule, t.weight_g as requested, y.heavy_device_g as capacity, 'g' as unit, '' as quantity, l.day,
               format('%s kg in the upper half of the rack, and something lighter below', round(t.weight_g / 1000.0, 1)) as words
        from (select min(greatest(lower(o.during), t.first_day)) as day
              from placement o join equipment below on below.id = o.equipment_id
              where o.rack_id = t.rack_id and o.position_hu < t.position_hu and below.weight_g < t.weight_g
                and o.state not in ('ended', 'released') and o.during && t.during and coalesce(upper(o.during) > today, true)) l
        where t.weight_g > y.heavy_device_g and 2 * t.position_hu + t.height_hu > 2 * t.height_u and l.day is not null
        union all
        select 'C6', g.open_hu, 0, 'hu', '', t.first_day,
               format('%sU are open between devices: blanking panels', trim_scale(g.open_hu / 2.0))
        from gap g where g.id = t.id
        union all
        -- C8: of what stands on the floor S8 asks it.
        select 'C8', v.drift_mk_per_h, t.drift_mk_per_h, 'mK/h', '', greatest(lower(v.during), t.first_day),
               format('the air drifts %s K an hour, it bears %s', trim_scale(v.drift_mk_per_h / 1000.0),
                      trim_scale(t.drift_mk_per_h / 1000.0))
        from room_environment v
        where t.kind <> 'floor' and v.room_id = t.room_id and v.during && t.during and coalesce(upper(v.during) > today, true)
          and case when v.drift_mk_per_h > t.drift_mk_per_h then guard.surrounds(v, t.rack_id, null) end
        union all
        select 'P8', 2, 1, 'pieces', '', t.first_day, 'one cord, where redundancy is asked'
        where t.wish_redundant and coalesce(nullif(t.plugged, 0), t.cords) = 1
        union all
        -- P10: what is planned with is neither a budget nor a recent measurement.
        select 'P10', d.draw_mw, null, 'mW', case when t.nameplate_w is null then 'estimate' else 'nameplate' end, t.first_day,
               case when t.nameplate_w is null then 'nobody has said what it draws: an estimate counts'
                    else 'its draw is taken from the nameplate' end
        from (select coalesce(t.nameplate_w * y.nameplate_budget_permille,
                              case when t.plugged > 0 or t.inherited and t.cords > 0 then t.height_hu * y.watts_per_u * 500 end)
                         as draw_mw) d
        where t.budgeted_w is null and d.draw_mw > 0
        union all
        select 'P10', today - t.measured_on, y.measurement_days, 'days', 'measured', t.first_day,
               format('its draw was measured on %s', t.measured_on)
        where t.measured_w is not null and today - t.measured_on > y.measurement_days
        union all
        select 'G5', 2, c.number, 'pieces', '', t.first_day,
               case c.number when 0 then 'no contact' else 'one contact' end || ', two are wanted'
        from (select count(*) as number
              from person n
              where n.left_on is null
                and n.id in (select e.person_id from equipment_contact e where e.equipment_id = t.equipment_id
                             union select r.person_id from request_contact r where r.request_id = t.request_id)) c
        where c.number < 2
        union all
        -- N1, where it only warns: ports of which nobody knows.
        select 'N1', k.ports, null, 'pieces', n.name, t.first_day,
               format('%s ports of %s are wanted, of which nobody knows', k.ports, n.name)
        from guard.ports_of(t.ports) k
        cross join lateral (select guard.port_name(k.speed_mbps, k.medium, k.out_of_band) as name) n
        where t.ports <> '[]' and not y.network_ports_refuse
          and not exists (select from network_ports x
                          where (x.rack_id = t.rack_id or x.row_id = t.row_id
                                 or x.room_id = case when t.rack_id is null then t.room_id end)
                            and (x.speed_mbps, x.medium, x.out_of_band) = (k.speed_mbps, k.medium, k.out_of_band))
    ) w
    union all
    -- S9, where it only warns.
    select t.id, d.rule, d.place, null, d.requested, null, d.capacity, d.unit, d.quantity, t.first_day,
           case d.quantity when 'route' then 'no way into the room is known'
                           when 'size' then 'nobody knows how big and heavy it is as it is delivered'
                           else format('no way into the room lets its crate through; this is on %s', d.other) end
    from guard.delivery_doubts(ids) d join thing t on t.id = d.placement_id;
end
$$;

CREATE FUNCTION guard.warnings_of_sums(ids integer[]) RETURNS SETOF guard.warning
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    today date := guard.today();
begin
    return query
    with y as materialized (
        select * from guard.policy
    ), charged as materialized (
        select c.placement_id, c.node_id, n.kind, k.rule,
               -- A feed for one rack is its rack PDU over again.
               n.phases = '123' and (n.kind = 'rack_pdu' or n.kind = 'feed' and n.rack_id is null) as phased,
               greatest(lower(c.during), today) as first_day,
               upper(c.during) as until_day, guard.total(c.normal_main) as main, guard.total(c.normal_l1) as l1,
               guard.total(c.normal_l2) as l2, guard.total(c.normal_l3) as l3
        from placement p
        join charge c on c.placement_id = p.id
        join node n on n.id = c.node_id
        join node_kind k on k.code = n.kind
        where p.id = any (ids) and p.state in ('held', 'delivered', 'installed', 'decommissioning')
          and (k.rule in ('P5', 'G4', 'N1') or n.kind in ('rack_pdu', 'rack_heat', 'cooling_zone'))
          and coalesce(upper(c.during) > today, true)
        group by c.placement_id, c.node_id, n.id, k.rule, c.during
    ), bound as materialized (
        select b.node_id, max(b.since) as since, guard.total(b.normal_main) as main, guard.total(b.normal_l1) as l1,
               guard.total(b.normal_l2) as l2, guard.total(b.normal_l3) as l3, min(b.may_main) as may_main,
               min(b.may_line) as may_line
        from ledger_peak b
        where b.node_id in (select c.node_id from charged c)
        group by b.node_id
    ), suspect as materialized (
        -- least: what may be is never less, so levels up to it need no look.
        select c.*, c.rule as warning, b.may_main * x.permille / 1000 as least_main,
               b.may_line * x.permille / 1000 as least_line
        from charged c
        join bound b on b.node_id = c.node_id
        cross join y
        cross join lateral (
            select case c.rule when 'P5' then y.power_warn_permille else y.agreement_warn_permille end as permille) x
        where c.rule in ('P5', 'G4')
          and (c.first_day < b.since or b.main * 1000 > b.may_main * x.permille
               or greatest(b.l1, b.l2, b.l3) * 1000 > b.may_line * x.permille)
        union all
        select c.*, 'N1', 0, null
        from charged c
        join bound b on b.node_id = c.node_id
        where c.kind = 'ports' and b.main > (select min(l.rating_main) from node_limit l where l.node_id = c.node_id)
        union all
        select c.*, 'C3', coalesce(a.supply, 0) * y.air_delta_t_k * 1000000 / 2985, null
        from charged c
        join bound b on b.node_id = c.node_id
        cross join y
        cross join lateral (
            -- Of a zone that of the units that are there all the time.
            select r.airflow_supply_m3_h as supply
            from node n join rack r on r.id = n.rack_id where c.kind = 'rack_heat' and n.id = c.node_id
            union all
            select sum(u.airflow_m3_h) filter (where u.during @> daterange(c.first_day, c.until_day))
            from cooling_unit u where c.kind = 'cooling_zone' and u.zone_id = c.node_id having count(u.airflow_m3_h) > 0) a
        where c.kind in ('rack_heat', 'cooling_zone')
          and (a.supply is null and c.kind = 'cooling_zone' or b.main * 2985 > a.supply * y.air_delta_t_k * 1000000)
    ), point as (
        -- What was before the first day counts on it.
        select s.placement_id, s.warning, s.node_id, d.day, guard.total(g.main) as main, guard.total(g.l1) as l1,
               guard.total(g.l2) as l2, guard.total(g.l3) as l3
        from suspect s
        cross join lateral (
            select '-infinity'::date as day, b.level_main as main, b.level_l1 as l1, b.level_l2 as l2, b.level_l3 as l3
            from ledger_peak b where b.node_id = s.node_id
            union all
            select l.day, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3
            from ledger_peak b join ledger l on l.node_id = b.node_id and l.source_id = b.source_id and l.day >= b.since
            where b.node_id = s.node_id
            union all
            select l.from_date, 0, 0, 0, 0 from node_limit l where l.node_id = s.node_id and s.warning in ('P5', 'G4', 'N1')
            union all
            select x.day, 0, 0, 0, 0
            from cooling_unit u cross join lateral (values (lower(u.during)), (upper(u.during))) x (day)
            where s.warning = 'C3' and u.zone_id = s.node_id and x.day is not null
        ) g
        cross join lateral (select greatest(g.day, s.first_day) as day) d
        where s.until_day is null or d.day < s.until_day
        group by s.placement_id, s.warning, s.node_id, d.day
    ), level as materialized (
        select s.placement_id, s.warning, s.node_id, s.first_day, p.day, guard.total(p.main) over w as main,
               guard.total(p.l1) over w as l1, guard.total(p.l2) over w as l2, guard.total(p.l3) over w as l3,
               s.least_main, s.least_line, s.main as own, s.l1 as own_l1, s.l2 as own_l2, s.l3 as own_l3
        from point p
        join suspect s on s.placement_id = p.placement_id and s.warning = p.warning and s.node_id = p.node_id
        window w as (partition by p.placement_id, p.warning, p.node_id order by p.day)
    ), over_limit as (
        select distinct on (v.placement_id, v.warning, v.node_id, q.quantity)
               v.placement_id, v.warning, v.node_id, v.day, q.quantity, q.own, q.level, q.may, q.whole, a.supply
        from level v
        cross join y
        left join lateral (select i.normal_main, i.normal_line, i.rating_main from node_limit i
                           where i.node_id = v.node_id and i.from_date <= v.day and v.warning in ('P5', 'G4', 'N1')
                           order by i.from_date desc limit 1) i on true
        left join lateral (
            select r.airflow_supply_m3_h::bigint as supply
            from node n join rack r on r.id = n.rack_id where v.warning = 'C3' and n.id = v.node_id
            union all
            select case when bool_and(u.airflow_m3_h is not null) then sum(u.airflow_m3_h) end
            from cooling_unit u where v.warning = 'C3' and u.zone_id = v.node_id and u.during @> v.day
            order by 1 limit 1) a on true
        cross join lateral (
            select case v.warning when 'P5' then y.power_warn_permille when 'G4' then y.agreement_warn_permille
                                  else 1000 end as permille
        ) x
        cross join lateral (values
            ('', v.own, v.main, case v.warning when 'N1' then case when i.normal_main is null then i.rating_main end
                                               when 'C3' then a.supply * y.air_delta_t_k * 1000000 / 2985
                                               else i.normal_main end),
            ('L1', v.own_l1, v.l1, i.normal_line), ('L2', v.own_l2, v.l2, i.normal_line), ('L3', v.own_l3, v.l3, i.normal_line)
        ) r (quantity, own, level, whole)
        cross join lateral (select r.*, r.whole * x.permille / 1000 as may) q
        where (v.main > v.least_main or greatest(v.l1, v.l2, v.l3) > v.least_line)
          and q.own > 0 and q.level > q.may
        order by v.placement_id, v.warning, v.node_id, q.quantity, v.day
    ), uneven as (
        select distinct on (c.placement_id) c.*, t.total, t.off, g.l1 as sum_l1, g.l2 as sum_l2, g.l3 as sum_l3, d.phase, d.side
        from charged c
        cross join y
        cross join lateral (
            select guard.total(x.l1) as l1, guard.total(x.l2) as l2, guard.total(x.l3) as l3
            from (select b.level_l1, b.level_l2, b.level_l3 from ledger_peak b where b.node_id = c.node_id
                  union all
                  select l.normal_l1, l.normal_l2, l.normal_l3
                  from ledger_peak b
                  join ledger l on l.node_id = b.node_id and l.source_id = b.source_id and l.day between b.since and c.first_day
                  where b.node_id = c.node_id) x (l1, l2, l3)) g
        cross join lateral (select g.l1 + g.l2 + g.l3 as total) m
        cross join lateral (select m.total, greatest(abs(3 * g.l1 - m.total), abs(3 * g.l2 - m.total),
                                                       abs(3 * g.l3 - m.total)) as off) t
        cross join lateral (
            select p.phase, case when 3 * p.level > m.total then 'above' else 'below' end as side
            from (values ('L1', g.l1), ('L2', g.l2), ('L3', g.l3)) p (phase, level)
            where abs(3 * p.level - m.total) = t.off
            order by p.phase limit 1) d
        where c.phased and (c.l1 <> c.l2 or c.l2 <> c.l3)
          and t.off * 1000 > t.total * y.phase_imbalance_permille
        -- The worst node.
        order by c.placement_id, t.off * 1000 / greatest(t.total, 1) desc, c.node_id
    )
    select o.placement_id, o.warning, guard.node_name(o.node_id), case when k.dimension <> 'heat' then o.node_id end,
           case o.warning when 'C3' then c.own else o.own end,
           case o.warning when 'C3' then c.level - c.own else o.level - o.own end,
           case o.warning when 'C3' then o.supply else o.may end,
           case when o.warning = 'C3' then 'm3/h' when o.quantity <> '' then 'mVA' else guard.node_unit(o.node_id) end,
           o.quantity, o.day,
           case o.warning
               when 'N1' then format('%s wanted, %s of %s free', o.own, greatest(o.may - o.level + o.own, 0), o.may)
               when 'C3' then format('%s m³/h of air are wanted, %s are given', c.level, o.supply)
               else format('%s%s %% of the %s', coalesce(nullif(o.quantity, '') || ' ', ''),
                           trim_scale(ceil(o.level * 1000.0 / o.whole) / 10),
                           case o.warning when 'G4' then 'quota' else 'limit' end) end
    from over_limit o
    join node n on n.id = o.node_id
    join node_kind k on k.code = n.kind
    cross join y
    cross join lateral (select ceil(o.own * 2985.0 / (y.air_delta_t_k * 1000000))::bigint as own,
                               ceil(o.level * 2985.0 / (y.air_delta_t_k * 1000000))::bigint as level) c
    union all
    select u.placement_id, 'P9', guard.node_name(u.node_id), u.node_id, (u.off + 2) / 3, null,
           u.total * y.phase_imbalance_permille / 3000, 'mVA', u.phase, u.first_day,
           format('%s is %s %% %s the mean of the phases; %s', u.phase, trim_scale(ceil(u.off * 1000.0 / u.total) / 10),
                  u.side,
                  case when best.own > 0 then 'it is on the best already' else 'best on ' || best.phase end)
    from uneven u
    cross join y
    -- Of single-phase cords: where the others leave most.
    cross join lateral (select f.phase, f.own
                        from (values ('L1', u.sum_l1, u.l1), ('L2', u.sum_l2, u.l2), ('L3', u.sum_l3, u.l3)) f (phase, level, own)
                        order by f.level - f.own, f.own desc, f.phase limit 1) best;
end
$$;

CREATE FUNCTION guard.wipe(devices integer[], arguments jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    lacking jsonb;
begin
    update equipment e
    set wiped_on = coalesce(guard.date_of(arguments, 'wiped_on'), guard.today()),
        wipe_reference = guard.text_of(arguments, 'wipe_reference', longest => 200)
    where e.id = any (devices) and coalesce(guard.text_of(arguments, 'wipe_reference'), '') <> '';
    select jsonb_agg(jsonb_build_object('rule', 'G7', 'where', coalesce(e.asset_tag, e.serial, e.name), 'node', 0,
                                        'requested', null, 'used', null, 'capacity', null, 'unit', '', 'quantity', '',
                                        'failing', '', 'date', guard.today()) order by e.id)
    into lacking
    from equipment e
    where e.id = any (devices) and (e.data_class = 'hoog' or e.medical) and e.wiped_on is null;
    if lacking is not null then
        perform guard.refuse_rules(lacking);
    end if;
end
$$;

CREATE FUNCTION guard.with_contents(misfits polder.misfit[], placed guard.standing[]) RETURNS polder.misfit[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    inside int[] := array(select i.id from unnest(placed) c join placement i on i.chassis_id = c.equipment_id
                          where c.slot is null and cardinality(c.outlet_ids) > 0);
    contents guard.standing[] := array(select s from guard.standing s where s.placement_id = any (inside) and s.cord_count = 0);
    joint polder.misfit[];
begin
    if contents = '{}' then
        return misfits;
    end if;
    joint := array(
        with cord as materialized (
            select c.placement_id, c.equipment_id, c.during, u.id as outlet_id, u.node_id, u.name, w.source_id,
                   u.max_ma::bigint * n.voltage_ln as capacity,
                   case when u.phases = '123' then 3 else 1 end * w.living::bigint as parts
            from unnest(placed) c
            cross join lateral unnest(c.outlet_ids) a (id)
            join outlet u on u.id = a.id
            join node n on n.id = u.node_id
            cross join lateral guard.fewest_left(c.cords, u.node_id) w
            where c.slot is null and exists (select from unnest(contents) i where i.chassis_id = c.equipment_id)
        ), level as (
            select c.placement_id, c.outlet_id, d.day,
                   sum(sum(d.sign * ((w.draw_mw * 1000 + c.parts * w.power_factor_permille - 1)
                                     / (c.parts * w.power_factor_permille))))
                       over (partition by c.placement_id, c.outlet_id order by d.day) as mva
            from cord c
            join (select p.equipment_id, p.during, p.draw_mw, p.power_factor_permille from unnest(placed) p where p.slot is null
                  union all
                  select i.chassis_id, i.during, i.draw_mw, i.power_factor_permille from unnest(contents) i) w
                 on w.equipment_id = c.equipment_id and w.during && c.during
            cross join lateral (values (1, lower(w.during * c.during)), (-1, upper(w.during * c.during))) d (sign, day)
            where d.day is not null
            group by c.placement_id, c.outlet_id, d.day
        )
        select row(c.placement_id, 'P2', guard.node_name(c.node_id) || ':' || c.name, c.node_id, max(v.mva), 0, c.capacity,
                   'mVA', '', coalesce(guard.node_name(c.source_id), ''),
                   daterange(min(v.day), upper(c.during)), '')::polder.misfit
        from cord c
        join level v on v.placement_id = c.placement_id and v.outlet_id = c.outlet_id and v.mva > c.capacity
        group by c.placement_id, c.outlet_id, c.node_id, c.name, c.capacity, c.source_id, c.during);
    return joint || array(select m from unnest(misfits) m
                          where m.rule <> 'P2' or not exists (select from unnest(joint) j
                                                              where j.placement_id = m.placement_id and j.place = m.place));
end
$$;

CREATE FUNCTION guard.without_lapsed(request polder.request) RETURNS polder.request
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    current request := request;
begin
    update placement p set state = 'released', hold_until = null
    where p.id in (select h.id from guard.request_placements(request.id, 'held') h join lapsed l on l.id = h.id);
    if found then
        select * into current from request r where r.id = request.id;
    end if;
    return current;
end
$$;

CREATE FUNCTION guard.working_days(from_date date, n integer) RETURNS date
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select case when n <= 0 then from_date else
        (select day::date
         from generate_series(from_date + 1, from_date + 2 * n + 14, interval '1 day') day
         where guard.is_working_day(day::date)
         order by day offset n - 1 limit 1) end
$$;

CREATE FUNCTION guard.working_days_between(first date, last date) RETURNS integer
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select count(*)::int from generate_series(first + 1, last, interval '1 day') day
    where guard.is_working_day(day::date)
$$;

CREATE FUNCTION guard.write_contacts(request integer, contacts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION guard.write_holds(wanted polder.placement[], expiry date, lacking jsonb) RETURNS integer[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    violations jsonb;
begin
    if lacking = '[]' then
        return guard.place_holds(wanted, expiry);
    end if;
    begin
        perform guard.place_holds(wanted, expiry);
    exception when sqlstate 'PL001' then
        get stacked diagnostics violations = pg_exception_detail;
        lacking := lacking || (violations::jsonb -> 'violations');
    end;
    perform guard.refuse_rules(lacking);
end
$$;

CREATE FUNCTION guard.write_items(request integer, items jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    item record;
    read request_item;
begin
    perform guard.refuse_too_few(request, items);
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
      and (i.ordinal > jsonb_array_length(items) or not e.id = any (guard.pieces_to_place(i)));
    update equipment e set request_item_id = null
    from request_item i
    where i.id = e.request_item_id and i.request_id = request and i.ordinal > jsonb_array_length(items);
    delete from request_item i where i.request_id = request and i.ordinal > jsonb_array_length(items);
end
$$;

CREATE FUNCTION past.generation() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select nullif(current_setting('polder.as_known', true), '')::bigint
$$;

CREATE FUNCTION past.today() RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
    select day from change where generation = past.generation()
$$;

CREATE VIEW guard.visible_equipment AS
 SELECT e.id
   FROM polder.equipment e
  WHERE ((e.owner_id = ANY (( SELECT guard.home_organisations() AS home_organisations)::integer[])) OR (e.id IN ( SELECT guard.personal_equipment() AS personal_equipment)) OR (EXISTS ( SELECT
           FROM (polder.placement p
             LEFT JOIN polder.placement chassis ON (((chassis.equipment_id = p.chassis_id) AND (chassis.during && p.during))))
          WHERE ((p.equipment_id = e.id) AND ((p.rack_id IN ( SELECT guard.host_racks() AS host_racks)) OR (p.room_id IN ( SELECT guard.host_rooms() AS host_rooms)) OR (chassis.rack_id IN ( SELECT guard.host_racks() AS host_racks)))))));

CREATE TABLE history.agreement (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    host_id integer,
    guest_id integer,
    reference text,
    during daterange,
    processor_agreement text,
    step bigint NOT NULL,
    CONSTRAINT agreement_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.equipment (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    model_id integer,
    request_item_id integer,
    system_id integer,
    replaces_id integer,
    name text,
    kind text,
    owner_id integer,
    department_id integer,
    sponsor_id integer,
    security_contact_id integer,
    project text,
    cost_centre text,
    serial text,
    asset_tag text,
    data_class text,
    medical boolean,
    shareable boolean,
    warranty_until date,
    last_seen date,
    height_hu smallint,
    half_width boolean,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    weight_g bigint,
    accessory_g bigint,
    airflow text,
    inlet_min_mc integer,
    inlet_max_mc integer,
    drift_mk_per_h integer,
    nameplate_w integer,
    budgeted_w integer,
    measured_w integer,
    measured_on date,
    power_source text,
    power_factor_permille smallint,
    cords smallint,
    supplies_needed smallint,
    phases text,
    plug text,
    ports jsonb,
    wiped_on date,
    wipe_reference text,
    step bigint NOT NULL,
    personal_data boolean,
    availability_class smallint,
    CONSTRAINT equipment_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.model (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    manufacturer_id integer,
    name text,
    slug text,
    part_number text,
    kind text,
    height_hu smallint,
    full_depth boolean,
    depth_mm integer,
    width_mm integer,
    height_mm integer,
    half_width boolean,
    weight_g bigint,
    airflow text,
    nameplate_w integer,
    inlet_min_mc integer,
    inlet_max_mc integer,
    drift_mk_per_h integer,
    clearance_front_mm integer,
    clearance_rear_mm integer,
    clearance_left_mm integer,
    clearance_right_mm integer,
    clearance_top_mm integer,
    heat_to_water_w integer,
    vibration_class text,
    emi_nt integer,
    acoustic_db smallint,
    media text[],
    interfaces jsonb,
    extra jsonb,
    source text,
    content_hash text,
    step bigint NOT NULL,
    rail_min_mm integer,
    rail_max_mm integer,
    crate_width_mm integer,
    crate_depth_mm integer,
    crate_height_mm integer,
    crate_weight_g bigint,
    water_flow_ml_min bigint,
    water_inlet_min_mc integer,
    water_inlet_max_mc integer,
    CONSTRAINT model_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.node (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    kind text,
    parent_id integer,
    site_id integer,
    room_id integer,
    rack_id integer,
    name text,
    side text,
    phases text,
    units smallint,
    voltage_ln smallint,
    concurrently_maintainable boolean,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT node_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.outlet (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    node_id integer,
    name text,
    type text,
    phases text,
    max_ma integer,
    step bigint NOT NULL,
    CONSTRAINT outlet_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.placement (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    equipment_id integer,
    state text,
    during daterange,
    hold_until date,
    rack_id integer,
    position_hu smallint,
    face text,
    half text,
    zero_u_slot smallint,
    bay_id integer,
    room_id integer,
    x_mm integer,
    y_mm integer,
    orientation_deg smallint,
    outlet_ids integer[],
    node_ids integer[],
    inherited boolean,
    contested boolean,
    planned_from integer,
    step bigint NOT NULL,
    chassis_id integer,
    CONSTRAINT placement_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.rack (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    row_id integer,
    code text,
    x_mm integer,
    y_mm integer,
    orientation_deg smallint,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    height_u smallint,
    usable_depth_mm integer,
    rail_width_in smallint,
    rail_min_mm integer,
    rail_max_mm integer,
    numbered_down boolean,
    zero_u_slots smallint,
    tare_g bigint,
    tare_counts boolean,
    airflow text,
    cooling text,
    cooling_zone_id integer,
    sides text[],
    during daterange,
    step bigint NOT NULL,
    airflow_supply_m3_h integer,
    liquid_loop_id integer,
    CONSTRAINT rack_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.room (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    site_id integer,
    code text,
    name text,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    tile_mm integer,
    floor_class smallint,
    protection_class text,
    medical boolean,
    sides text[],
    step bigint NOT NULL,
    cooling_zone_id integer,
    liquid_loop_id integer,
    CONSTRAINT room_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.setting (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    key text,
    organisation_id integer,
    value jsonb,
    description text,
    step bigint NOT NULL,
    CONSTRAINT setting_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.site (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    organisation_id integer,
    code text,
    name text,
    address text,
    time_zone text,
    installed_it_w bigint,
    step bigint NOT NULL,
    CONSTRAINT site_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE polder.change (
    id bigint NOT NULL,
    generation bigint,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    person_id integer,
    intention text,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    day date,
    reason text
);

CREATE VIEW past.agreement AS
 SELECT newest.id,
    newest.host_id,
    newest.guest_id,
    newest.reference,
    newest.during,
    newest.processor_agreement
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.host_id,
            h.guest_id,
            h.reference,
            h.during,
            h.processor_agreement
           FROM (history.agreement h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.equipment AS
 SELECT newest.id,
    newest.model_id,
    newest.request_item_id,
    newest.system_id,
    newest.replaces_id,
    newest.name,
    newest.kind,
    newest.owner_id,
    newest.department_id,
    newest.sponsor_id,
    newest.security_contact_id,
    newest.project,
    newest.cost_centre,
    newest.serial,
    newest.asset_tag,
    newest.data_class,
    newest.medical,
    newest.shareable,
    newest.warranty_until,
    newest.last_seen,
    newest.height_hu,
    newest.half_width,
    newest.width_mm,
    newest.depth_mm,
    newest.height_mm,
    newest.weight_g,
    newest.accessory_g,
    newest.airflow,
    newest.inlet_min_mc,
    newest.inlet_max_mc,
    newest.drift_mk_per_h,
    newest.nameplate_w,
    newest.budgeted_w,
    newest.measured_w,
    newest.measured_on,
    newest.power_source,
    newest.power_factor_permille,
    newest.cords,
    newest.supplies_needed,
    newest.phases,
    newest.plug,
    newest.ports,
    newest.wiped_on,
    newest.wipe_reference,
    newest.personal_data,
    newest.availability_class
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.model_id,
            h.request_item_id,
            h.system_id,
            h.replaces_id,
            h.name,
            h.kind,
            h.owner_id,
            h.department_id,
            h.sponsor_id,
            h.security_contact_id,
            h.project,
            h.cost_centre,
            h.serial,
            h.asset_tag,
            h.data_class,
            h.medical,
            h.shareable,
            h.warranty_until,
            h.last_seen,
            h.height_hu,
            h.half_width,
            h.width_mm,
            h.depth_mm,
            h.height_mm,
            h.weight_g,
            h.accessory_g,
            h.airflow,
            h.inlet_min_mc,
            h.inlet_max_mc,
            h.drift_mk_per_h,
            h.nameplate_w,
            h.budgeted_w,
            h.measured_w,
            h.measured_on,
            h.power_source,
            h.power_factor_permille,
            h.cords,
            h.supplies_needed,
            h.phases,
            h.plug,
            h.ports,
            h.wiped_on,
            h.wipe_reference,
            h.personal_data,
            h.availability_class
           FROM (history.equipment h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.placement AS
 SELECT newest.id,
    newest.equipment_id,
    newest.state,
    newest.during,
    newest.hold_until,
    newest.rack_id,
    newest.position_hu,
    newest.face,
    newest.half,
    newest.zero_u_slot,
    newest.bay_id,
    newest.room_id,
    newest.x_mm,
    newest.y_mm,
    newest.orientation_deg,
    newest.outlet_ids,
    newest.node_ids,
    newest.inherited,
    newest.contested,
    newest.planned_from,
    newest.chassis_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.equipment_id,
            h.state,
            h.during,
            h.hold_until,
            h.rack_id,
            h.position_hu,
            h.face,
            h.half,
            h.zero_u_slot,
            h.bay_id,
            h.room_id,
            h.x_mm,
            h.y_mm,
            h.orientation_deg,
            h.outlet_ids,
            h.node_ids,
            h.inherited,
            h.contested,
            h.planned_from,
            h.chassis_id
           FROM (history.placement h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.lapsed AS
 SELECT p.id
   FROM past.placement p
  WHERE ((p.state = 'held'::text) AND (p.hold_until < ( SELECT past.today() AS today)) AND (NOT (EXISTS ( SELECT
           FROM past.placement i
          WHERE ((i.chassis_id = p.equipment_id) AND (i.during && p.during) AND (i.state <> 'released'::text) AND COALESCE((i.hold_until >= ( SELECT past.today() AS today)), true))))));

CREATE VIEW past.model AS
 SELECT newest.id,
    newest.manufacturer_id,
    newest.name,
    newest.slug,
    newest.part_number,
    newest.kind,
    newest.height_hu,
    newest.full_depth,
    newest.depth_mm,
    newest.width_mm,
    newest.height_mm,
    newest.half_width,
    newest.weight_g,
    newest.airflow,
    newest.nameplate_w,
    newest.inlet_min_mc,
    newest.inlet_max_mc,
    newest.drift_mk_per_h,
    newest.clearance_front_mm,
    newest.clearance_rear_mm,
    newest.clearance_left_mm,
    newest.clearance_right_mm,
    newest.clearance_top_mm,
    newest.heat_to_water_w,
    newest.vibration_class,
    newest.emi_nt,
    newest.acoustic_db,
    newest.media,
    newest.interfaces,
    newest.extra,
    newest.source,
    newest.content_hash,
    newest.rail_min_mm,
    newest.rail_max_mm,
    newest.crate_width_mm,
    newest.crate_depth_mm,
    newest.crate_height_mm,
    newest.crate_weight_g,
    newest.water_flow_ml_min,
    newest.water_inlet_min_mc,
    newest.water_inlet_max_mc
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.manufacturer_id,
            h.name,
            h.slug,
            h.part_number,
            h.kind,
            h.height_hu,
            h.full_depth,
            h.depth_mm,
            h.width_mm,
            h.height_mm,
            h.half_width,
            h.weight_g,
            h.airflow,
            h.nameplate_w,
            h.inlet_min_mc,
            h.inlet_max_mc,
            h.drift_mk_per_h,
            h.clearance_front_mm,
            h.clearance_rear_mm,
            h.clearance_left_mm,
            h.clearance_right_mm,
            h.clearance_top_mm,
            h.heat_to_water_w,
            h.vibration_class,
            h.emi_nt,
            h.acoustic_db,
            h.media,
            h.interfaces,
            h.extra,
            h.source,
            h.content_hash,
            h.rail_min_mm,
            h.rail_max_mm,
            h.crate_width_mm,
            h.crate_depth_mm,
            h.crate_height_mm,
            h.crate_weight_g,
            h.water_flow_ml_min,
            h.water_inlet_min_mc,
            h.water_inlet_max_mc
           FROM (history.model h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.node AS
 SELECT newest.id,
    newest.kind,
    newest.parent_id,
    newest.site_id,
    newest.room_id,
    newest.rack_id,
    newest.name,
    newest.side,
    newest.phases,
    newest.units,
    newest.voltage_ln,
    newest.concurrently_maintainable,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.kind,
            h.parent_id,
            h.site_id,
            h.room_id,
            h.rack_id,
            h.name,
            h.side,
            h.phases,
            h.units,
            h.voltage_ln,
            h.concurrently_maintainable,
            h.during
           FROM (history.node h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.outlet AS
 SELECT newest.id,
    newest.node_id,
    newest.name,
    newest.type,
    newest.phases,
    newest.max_ma
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.node_id,
            h.name,
            h.type,
            h.phases,
            h.max_ma
           FROM (history.outlet h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.setting AS
 SELECT newest.id,
    newest.key,
    newest.organisation_id,
    newest.value,
    newest.description
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.key,
            h.organisation_id,
            h.value,
            h.description
           FROM (history.setting h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.policy AS
 SELECT (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'cord_allowance_mm'::text)), '120'::text))::integer AS cord_allowance_mm,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'grams_per_u'::text)), '12000'::text))::bigint AS grams_per_u,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'watts_per_u_estimate'::text)), '150'::text))::bigint AS watts_per_u,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'nameplate_budget_permille'::text)), '700'::text))::bigint AS nameplate_budget_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'network_ports_refuse'::text)), '0'::text) = '1'::text) AS network_ports_refuse,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'power_warn_permille'::text)), '900'::text))::bigint AS power_warn_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'agreement_warn_permille'::text)), '800'::text))::bigint AS agreement_warn_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'phase_imbalance_permille'::text)), '100'::text))::bigint AS phase_imbalance_permille,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'heavy_device_g'::text)), '25000'::text))::bigint AS heavy_device_g,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'air_delta_t_k'::text)), '12'::text))::bigint AS air_delta_t_k,
    (COALESCE(max((setting.value #>> '{}'::text[])) FILTER (WHERE (setting.key = 'measurement_days'::text)), '365'::text))::integer AS measurement_days
   FROM past.setting
  WHERE (setting.organisation_id IS NULL);

CREATE VIEW past.rack AS
 SELECT newest.id,
    newest.room_id,
    newest.row_id,
    newest.code,
    newest.x_mm,
    newest.y_mm,
    newest.orientation_deg,
    newest.width_mm,
    newest.depth_mm,
    newest.height_mm,
    newest.height_u,
    newest.usable_depth_mm,
    newest.rail_width_in,
    newest.rail_min_mm,
    newest.rail_max_mm,
    newest.numbered_down,
    newest.zero_u_slots,
    newest.tare_g,
    newest.tare_counts,
    newest.airflow,
    newest.cooling,
    newest.cooling_zone_id,
    newest.sides,
    newest.during,
    newest.airflow_supply_m3_h,
    newest.liquid_loop_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.row_id,
            h.code,
            h.x_mm,
            h.y_mm,
            h.orientation_deg,
            h.width_mm,
            h.depth_mm,
            h.height_mm,
            h.height_u,
            h.usable_depth_mm,
            h.rail_width_in,
            h.rail_min_mm,
            h.rail_max_mm,
            h.numbered_down,
            h.zero_u_slots,
            h.tare_g,
            h.tare_counts,
            h.airflow,
            h.cooling,
            h.cooling_zone_id,
            h.sides,
            h.during,
            h.airflow_supply_m3_h,
            h.liquid_loop_id
           FROM (history.rack h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.room AS
 SELECT newest.id,
    newest.site_id,
    newest.code,
    newest.name,
    newest.width_mm,
    newest.depth_mm,
    newest.height_mm,
    newest.tile_mm,
    newest.floor_class,
    newest.protection_class,
    newest.medical,
    newest.sides,
    newest.cooling_zone_id,
    newest.liquid_loop_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.site_id,
            h.code,
            h.name,
            h.width_mm,
            h.depth_mm,
            h.height_mm,
            h.tile_mm,
            h.floor_class,
            h.protection_class,
            h.medical,
            h.sides,
            h.cooling_zone_id,
            h.liquid_loop_id
           FROM (history.room h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.site AS
 SELECT newest.id,
    newest.organisation_id,
    newest.code,
    newest.name,
    newest.address,
    newest.time_zone,
    newest.installed_it_w
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.organisation_id,
            h.code,
            h.name,
            h.address,
            h.time_zone,
            h.installed_it_w
           FROM (history.site h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.spot AS
 SELECT p.id AS placement_id,
    p.equipment_id,
    p.during,
    p.rack_id,
    p.position_hu,
    p.face,
    p.half,
    (p.zero_u_slot)::integer AS slot,
    NULL::integer AS chassis_id,
    p.room_id,
    p.x_mm,
    p.y_mm,
    p.contested,
    p.inherited,
    p.outlet_ids,
    p.node_ids,
    p.outlet_ids AS feed_outlet_ids,
    p.node_ids AS feed_node_ids
   FROM past.placement p
  WHERE ((num_nonnulls(p.rack_id, p.room_id) = 1) AND (p.state <> 'released'::text))
UNION ALL
 SELECT p.id AS placement_id,
    p.equipment_id,
    (p.during * c.during) AS during,
    c.rack_id,
    NULL::smallint AS position_hu,
    c.face,
    'full'::text AS half,
    p.bay_id AS slot,
    p.chassis_id,
    NULL::integer AS room_id,
    NULL::integer AS x_mm,
    NULL::integer AS y_mm,
    p.contested,
    p.inherited,
    p.outlet_ids,
    p.node_ids,
        CASE
            WHEN own.corded THEN p.outlet_ids
            ELSE c.outlet_ids
        END AS feed_outlet_ids,
        CASE
            WHEN own.corded THEN p.node_ids
            ELSE c.node_ids
        END AS feed_node_ids
   FROM ((past.placement p
     JOIN past.placement c ON (((c.equipment_id = p.chassis_id) AND (c.rack_id IS NOT NULL) AND (c.state <> 'released'::text) AND (c.during && p.during))))
     CROSS JOIN LATERAL ( SELECT ((cardinality(p.outlet_ids) + cardinality(p.node_ids)) > 0) AS corded) own)
  WHERE (p.state <> 'released'::text);

CREATE VIEW past.standing AS
 WITH node AS MATERIALIZED (
         SELECT node.id,
            node.kind,
            node.parent_id,
            node.site_id,
            node.room_id,
            node.rack_id,
            node.name,
            node.side,
            node.phases,
            node.units,
            node.voltage_ln,
            node.concurrently_maintainable,
            node.during
           FROM past.node
        ), agreement AS MATERIALIZED (
         SELECT agreement.id,
            agreement.host_id,
            agreement.guest_id,
            agreement.reference,
            agreement.during,
            agreement.processor_agreement
           FROM past.agreement
        ), outlet AS MATERIALIZED (
         SELECT o_1.id,
            o_1.node_id,
            o_1.name,
            o_1.type,
            o_1.phases,
            o_1.max_ma
           FROM past.outlet o_1
          WHERE (o_1.id IN ( SELECT unnest(p_1.outlet_ids) AS unnest
                   FROM past.placement p_1))
        )
 SELECT p.placement_id,
    p.equipment_id,
    p.during,
    p.rack_id,
    p.position_hu,
    p.slot,
    p.chassis_id,
    p.face,
    p.half,
    p.contested,
    p.inherited,
        CASE
            WHEN (p.slot IS NULL) THEN e.height_hu
            ELSE (0)::smallint
        END AS height_hu,
    r.usable_depth_mm,
    r.height_u,
    r.during AS rack_during,
        CASE
            WHEN box.stands THEN int4range((p.position_hu)::integer, ((p.position_hu + e.height_hu))::integer)
            ELSE NULL::int4range
        END AS hu,
        CASE
            WHEN box.stands THEN
            CASE p.face
                WHEN 'front'::text THEN int4range(0, box.mm)
                WHEN 'rear'::text THEN int4range((r.usable_depth_mm - box.mm), r.usable_depth_mm)
                ELSE int4range(0, r.usable_depth_mm)
            END
            ELSE NULL::int4range
        END AS depth,
        CASE p.half
            WHEN 'left'::text THEN int4range(0, 1)
            WHEN 'right'::text THEN int4range(1, 2)
            ELSE int4range(0, 2)
        END AS width,
    (COALESCE(e.weight_g, (((box.guessed_hu * y.grams_per_u) + 1) / 2)) + e.accessory_g) AS weight_g,
    COALESCE((e.budgeted_w * (1000)::bigint), (e.nameplate_w * y.nameplate_budget_permille),
        CASE
            WHEN (((cardinality(p.feed_outlet_ids) + cardinality(p.feed_node_ids)) > 0) OR (p.inherited AND (e.cords > 0))) THEN ((box.guessed_hu * y.watts_per_u) * 500)
            ELSE NULL::bigint
        END, (0)::bigint) AS draw_mw,
    e.power_factor_permille,
    e.ports,
    e.owner_id,
    o.id AS room_id,
    p.x_mm,
    p.y_mm,
    s.id AS site_id,
    s.organisation_id AS host_id,
    ARRAY( SELECT n.id
           FROM node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'rack_mass'::text))) AS mass_node_ids,
    ARRAY( SELECT n.id
           FROM node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'rack_heat'::text))) AS heat_node_ids,
    ARRAY( SELECT n.id
           FROM node n
          WHERE ((n.rack_id = r.id) AND (n.kind = 'floor_area'::text))) AS floor_node_ids,
        CASE
            WHEN (p.rack_id IS NULL) THEN o.cooling_zone_id
            ELSE r.cooling_zone_id
        END AS zone_node_id,
        CASE
            WHEN (p.rack_id IS NULL) THEN o.liquid_loop_id
            ELSE r.liquid_loop_id
        END AS loop_node_id,
    (COALESCE(m.heat_to_water_w, 0) * (1000)::bigint) AS water_mw,
    COALESCE(m.water_flow_ml_min, NULLIF((((m.heat_to_water_w * (1436)::bigint) + 999) / 1000), 0)) AS flow_ml_min,
        CASE
            WHEN (e.owner_id <> s.organisation_id) THEN ( SELECT min(a.id) AS min
               FROM agreement a
              WHERE ((a.host_id = s.organisation_id) AND (a.guest_id = e.owner_id) AND (a.during @> p.during)))
            ELSE NULL::integer
        END AS agreement_id,
    p.outlet_ids,
    (cardinality(p.outlet_ids) + cardinality(p.node_ids)) AS cord_count,
    ( SELECT string_agg(((c.node_id || ':'::text) || c.phases), ' '::text ORDER BY c.cord) AS string_agg
           FROM ( SELECT o_1.node_id,
                    o_1.phases,
                    u.cord
                   FROM (unnest(p.feed_outlet_ids) WITH ORDINALITY u(id, cord)
                     JOIN outlet o_1 ON ((o_1.id = u.id)))
                UNION ALL
                 SELECT n.id,
                    n.phases,
                    (cardinality(p.feed_outlet_ids) + u.cord)
                   FROM (unnest(p.feed_node_ids) WITH ORDINALITY u(id, cord)
                     JOIN node n ON ((n.id = u.id)))) c) AS cords,
    e.*::past.equipment AS device,
    m.*::past.model AS model,
    r.*::past.rack AS rack,
    o.*::past.room AS room,
    (COALESCE(e.depth_mm, m.depth_mm) + y.cord_allowance_mm) AS needed_depth_mm
   FROM (((((((past.spot p
     JOIN past.equipment e ON ((e.id = p.equipment_id)))
     LEFT JOIN past.model m ON ((m.id = e.model_id)))
     LEFT JOIN past.rack r ON ((r.id = p.rack_id)))
     LEFT JOIN past.room o ON ((o.id = COALESCE(r.room_id, p.room_id))))
     LEFT JOIN past.site s ON ((s.id = o.site_id)))
     CROSS JOIN past.policy y)
     CROSS JOIN LATERAL ( SELECT LEAST((COALESCE(e.depth_mm, m.depth_mm) + y.cord_allowance_mm), r.usable_depth_mm) AS mm,
            ((p.rack_id IS NOT NULL) AND (p.position_hu IS NOT NULL) AND (e.height_hu > 0) AND (NOT p.contested)) AS stands,
                CASE
                    WHEN (p.slot IS NULL) THEN (e.height_hu)::integer
                    ELSE GREATEST((e.height_hu)::integer, 1)
                END AS guessed_hu) box);

CREATE VIEW past.slot_of AS
 SELECT standing.placement_id,
        CASE
            WHEN (standing.chassis_id IS NULL) THEN standing.rack_id
            ELSE 0
        END AS rack_id,
    COALESCE(standing.chassis_id, 0) AS chassis_id,
    standing.slot,
    standing.during
   FROM past.standing
  WHERE ((standing.slot IS NOT NULL) AND (NOT standing.contested));

CREATE VIEW past.slot_box AS
 SELECT b.rack_id,
    b.chassis_id,
    b.slot,
    b.during,
    b.placement_id
   FROM past.slot_of b;

CREATE VIEW past.bay_use AS
 SELECT b.chassis_id,
    b.slot AS bay_id,
    lower(b.during) AS from_date,
    upper(b.during) AS until_date
   FROM past.slot_box b
  WHERE ((b.chassis_id <> 0) AND (NOT (b.placement_id IN ( SELECT lapsed.id
           FROM past.lapsed))) AND (( SELECT guard.is_tool() AS is_tool) OR (b.chassis_id IN ( SELECT v.id
           FROM guard.visible_equipment v))));

CREATE FUNCTION known.all_bay_use() RETURNS SETOF past.bay_use
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.bay_use$$;

CREATE VIEW past.shape_of AS
 SELECT p.id AS placement_id,
    p.room_id,
    s.footprint,
    s.clearance,
    p.during
   FROM ((((past.placement p
     JOIN past.equipment e ON ((e.id = p.equipment_id)))
     LEFT JOIN past.model m ON ((m.id = e.model_id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(e.width_mm, m.width_mm) AS wide,
            COALESCE(e.depth_mm, m.depth_mm) AS deep) d)
     CROSS JOIN LATERAL ( SELECT guard.turned(p.x_mm, p.y_mm, (p.orientation_deg)::integer, ((- d.wide))::bigint, ((- d.deep))::bigint, (d.wide)::bigint, (d.deep)::bigint) AS footprint,
            guard.turned(p.x_mm, p.y_mm, (p.orientation_deg)::integer, (((- d.wide) - (2 * COALESCE(m.clearance_right_mm, 0))))::bigint, (((- d.deep) - (2 * COALESCE(m.clearance_front_mm, 0))))::bigint, ((d.wide + (2 * COALESCE(m.clearance_left_mm, 0))))::bigint, ((d.deep + (2 * COALESCE(m.clearance_rear_mm, 0))))::bigint) AS clearance) s)
  WHERE ((p.state <> 'released'::text) AND (p.room_id IS NOT NULL) AND (d.wide IS NOT NULL) AND (d.deep IS NOT NULL));

CREATE VIEW past.floor_shape AS
 SELECT shape_of.placement_id,
    shape_of.room_id,
    shape_of.footprint,
    shape_of.clearance,
    shape_of.during
   FROM past.shape_of;

CREATE VIEW past.floor_occupancy AS
 SELECT f.room_id,
    f.footprint,
    f.clearance,
    lower(f.during) AS from_date,
    upper(f.during) AS until_date
   FROM past.floor_shape f
  WHERE (NOT (f.placement_id IN ( SELECT lapsed.id
           FROM past.lapsed)));

CREATE FUNCTION known.all_floor_occupancy() RETURNS SETOF past.floor_occupancy
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.floor_occupancy$$;

CREATE FUNCTION past.charge(placed past.standing[], kept boolean) RETURNS polder.charge[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'past', 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return array(
        with share as materialized (
            select s.* from cord_share s where kept and s.cords = any (array(select distinct p.cords from unnest(placed) p))
            union all
            select s.* from past.shares_of(array(select distinct p.cords from unnest(placed) p)) s where not kept
        )
        select row(p.placement_id, s.node_id, s.source_id,
                   case when s.home then n.main else 0 end, case when s.home then n.l1 else 0 end,
                   case when s.home then n.l2 else 0 end, case when s.home then n.l3 else 0 end,
                   x.main - n.main, x.l1 - n.l1, x.l2 - n.l2, x.l3 - n.l3, p.during)::polder.charge
        from unnest(placed) p
        join share s on s.cords = p.cords
        cross join lateral (select p.draw_mw * 1000 as uva, 3 * p.power_factor_permille * s.normal_cords::bigint as normal,
                                   3 * p.power_factor_permille * s.failed_cords::bigint as failed) d
        cross join lateral (select (p.draw_mw * s.normal_here + s.normal_cords - 1) / s.normal_cords as main,
                                   (d.uva * s.normal_l1 + d.normal - 1) / d.normal as l1,
                                   (d.uva * s.normal_l2 + d.normal - 1) / d.normal as l2,
                                   (d.uva * s.normal_l3 + d.normal - 1) / d.normal as l3) n
        cross join lateral (select (p.draw_mw * s.failed_here + s.failed_cords - 1) / s.failed_cords as main,
                                   (d.uva * s.failed_l1 + d.failed - 1) / d.failed as l1,
                                   (d.uva * s.failed_l2 + d.failed - 1) / d.failed as l2,
                                   (d.uva * s.failed_l3 + d.failed - 1) / d.failed as l3) x
        where p.draw_mw > 0
        union all
        select row(p.placement_id, v.node_id, 0, v.amount, 0, 0, 0, 0, 0, 0, 0, v.during)::polder.charge
        from unnest(placed) p
        cross join lateral (
            select n.id as node_id, p.weight_g as amount, p.during from unnest(p.mass_node_ids || p.floor_node_ids) n (id)
            union all
            select n.id, p.draw_mw, p.during from unnest(p.heat_node_ids) n (id)
            union all
            select p.zone_node_id, p.draw_mw - p.water_mw, p.during where p.zone_node_id is not null
            union all
            select p.loop_node_id, p.flow_ml_min, p.during where p.loop_node_id is not null
            union all
            select l.node_id, case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end,
                   p.during * l.during
            from agreement_line l
            where l.agreement_id = p.agreement_id and l.topic = 'hosting' and l.unit in ('U', 'kW', 'kg')
              and l.during && p.during
            union all
            select s.node_id, w.ports, p.during
            from guard.ports_of(p.ports) w
            cross join lateral (
                -- The rack's own ports of this kind; without any its row's. On the floor the room's.
                select n.node_id from network_ports n
                where (n.rack_id = p.rack_id or n.row_id = (p.rack).row_id
                       or n.room_id = case when p.rack_id is null then p.room_id end)
                  and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band)
                order by n.rack_id nulls last limit 1) s
            where p.ports <> '[]' and s.node_id is not null
        ) v
        where v.amount > 0);
end
$$;

CREATE VIEW guard.visible_agreement AS
 SELECT a.id
   FROM polder.agreement a
  WHERE ((( SELECT guard.my_organisation() AS my_organisation) = a.host_id) OR (( SELECT guard.my_organisation() AS my_organisation) = a.guest_id));

CREATE TABLE history.agreement_line (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    agreement_id integer,
    topic text,
    unit text,
    quota numeric,
    during daterange,
    node_id integer,
    step bigint NOT NULL,
    CONSTRAINT agreement_line_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE VIEW past.agreement_line AS
 SELECT newest.id,
    newest.agreement_id,
    newest.topic,
    newest.unit,
    newest.quota,
    newest.during,
    newest.node_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.agreement_id,
            h.topic,
            h.unit,
            h.quota,
            h.during,
            h.node_id
           FROM (history.agreement_line h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.charge AS
 SELECT c.placement_id,
    c.node_id,
    c.source_id,
    c.normal_main,
    c.normal_l1,
    c.normal_l2,
    c.normal_l3,
    c.extra_main,
    c.extra_l1,
    c.extra_l2,
    c.extra_l3,
    c.during
   FROM (( SELECT array_agg(s.*) AS placed
           FROM past.standing s
          GROUP BY (s.placement_id / 10000)) p
     CROSS JOIN LATERAL unnest(past.charge(p.placed, kept => false)) c(placement_id, node_id, source_id, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2, extra_l3, during));

CREATE VIEW past.ledger AS
 SELECT c.node_id,
    c.source_id,
    d.day,
    (sum((d.sign * c.normal_main)))::bigint AS normal_main,
    (sum((d.sign * c.normal_l1)))::bigint AS normal_l1,
    (sum((d.sign * c.normal_l2)))::bigint AS normal_l2,
    (sum((d.sign * c.normal_l3)))::bigint AS normal_l3,
    (sum((d.sign * c.extra_main)))::bigint AS extra_main,
    (sum((d.sign * c.extra_l1)))::bigint AS extra_l1,
    (sum((d.sign * c.extra_l2)))::bigint AS extra_l2,
    (sum((d.sign * c.extra_l3)))::bigint AS extra_l3
   FROM (past.charge c
     CROSS JOIN LATERAL ( VALUES (1,lower(c.during)), ('-1'::integer,upper(c.during))) d(sign, day))
  WHERE (d.day IS NOT NULL)
  GROUP BY c.node_id, c.source_id, d.day;

CREATE VIEW past.load_step AS
 WITH gone AS (
         SELECT c.node_id,
            c.source_id,
            step_1.day,
            step_1.sign,
            c.normal_main,
            c.normal_l1,
            c.normal_l2,
            c.normal_l3,
            c.extra_main,
            c.extra_l1,
            c.extra_l2,
            c.extra_l3
           FROM (past.charge c
             CROSS JOIN LATERAL ( VALUES (lower(c.during),1), (upper(c.during),'-1'::integer)) step_1(day, sign))
          WHERE ((c.placement_id IN ( SELECT lapsed.id
                   FROM past.lapsed)) AND (step_1.day IS NOT NULL))
        ), gone_step AS (
         SELECT gone.node_id,
            gone.source_id,
            gone.day,
            (sum((gone.sign * gone.normal_main)))::bigint AS normal_main,
            (sum((gone.sign * gone.normal_l1)))::bigint AS normal_l1,
            (sum((gone.sign * gone.normal_l2)))::bigint AS normal_l2,
            (sum((gone.sign * gone.normal_l3)))::bigint AS normal_l3,
            (sum((gone.sign * gone.extra_main)))::bigint AS extra_main,
            (sum((gone.sign * gone.extra_l1)))::bigint AS extra_l1,
            (sum((gone.sign * gone.extra_l2)))::bigint AS extra_l2,
            (sum((gone.sign * gone.extra_l3)))::bigint AS extra_l3
           FROM gone
          GROUP BY gone.node_id, gone.source_id, gone.day
        )
 SELECT step.node_id,
    step.source_id,
    step.day,
    step.normal_main,
    step.normal_l1,
    step.normal_l2,
    step.normal_l3,
    step.extra_main,
    step.extra_l1,
    step.extra_l2,
    step.extra_l3
   FROM ( SELECT l.node_id,
            l.source_id,
            l.day,
            (l.normal_main - COALESCE(g.normal_main, (0)::bigint)) AS normal_main,
            (l.normal_l1 - COALESCE(g.normal_l1, (0)::bigint)) AS normal_l1,
            (l.normal_l2 - COALESCE(g.normal_l2, (0)::bigint)) AS normal_l2,
            (l.normal_l3 - COALESCE(g.normal_l3, (0)::bigint)) AS normal_l3,
            (l.extra_main - COALESCE(g.extra_main, (0)::bigint)) AS extra_main,
            (l.extra_l1 - COALESCE(g.extra_l1, (0)::bigint)) AS extra_l1,
            (l.extra_l2 - COALESCE(g.extra_l2, (0)::bigint)) AS extra_l2,
            (l.extra_l3 - COALESCE(g.extra_l3, (0)::bigint)) AS extra_l3
           FROM (past.ledger l
             LEFT JOIN gone_step g ON (((g.node_id = l.node_id) AND (g.source_id = l.source_id) AND (g.day = l.day))))
        UNION ALL
         SELECT g.node_id,
            g.source_id,
            g.day,
            (- g.normal_main),
            (- g.normal_l1),
            (- g.normal_l2),
            (- g.normal_l3),
            (- g.extra_main),
            (- g.extra_l1),
            (- g.extra_l2),
            (- g.extra_l3)
           FROM gone_step g
          WHERE (NOT (EXISTS ( SELECT
                   FROM past.ledger l
                  WHERE ((l.node_id = g.node_id) AND (l.source_id = g.source_id) AND (l.day = g.day)))))) step
  WHERE ((NOT (step.node_id IN ( SELECT line.node_id
           FROM past.agreement_line line
          WHERE (NOT (line.agreement_id IN ( SELECT visible_agreement.id
                   FROM guard.visible_agreement)))))) OR ( SELECT guard.is_tool() AS is_tool));

CREATE FUNCTION known.all_load_step() RETURNS SETOF past.load_step
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.load_step$$;

CREATE TABLE history.blocked_unit (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    rack_id integer,
    hu int4range,
    reason text,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT blocked_unit_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE VIEW past.blocked_unit AS
 SELECT newest.id,
    newest.rack_id,
    newest.hu,
    newest.reason,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.rack_id,
            h.hu,
            h.reason,
            h.during
           FROM (history.blocked_unit h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW past.box_of AS
 SELECT standing.placement_id,
    standing.rack_id,
    standing.hu,
    standing.depth,
    standing.width,
    standing.during
   FROM past.standing
  WHERE (standing.hu IS NOT NULL);

CREATE VIEW past.box AS
 SELECT b.rack_id,
    b.hu,
    b.depth,
    b.width,
    b.during,
    b.placement_id,
    NULL::integer AS blocked_id
   FROM past.box_of b
UNION ALL
 SELECT b.rack_id,
    b.hu,
    int4range(0, r.usable_depth_mm) AS depth,
    int4range(0, 2) AS width,
    b.during,
    NULL::integer AS placement_id,
    b.id AS blocked_id
   FROM (past.blocked_unit b
     JOIN past.rack r ON ((r.id = b.rack_id)));

CREATE VIEW past.occupancy AS
 SELECT s.rack_id,
    lower(part.hu) AS hu_from,
    upper(part.hu) AS hu_until,
    lower(s.depth) AS depth_from,
    upper(s.depth) AS depth_until,
    lower(s.width) AS width_from,
    upper(s.width) AS width_until,
    s.blocked,
    lower(s.during) AS from_date,
    upper(s.during) AS until_date
   FROM (( SELECT b.rack_id,
            b.depth,
            b.width,
            b.during,
            (b.blocked_id IS NOT NULL) AS blocked,
            range_agg(b.hu) AS merged
           FROM past.box b
          WHERE COALESCE((NOT (b.placement_id IN ( SELECT lapsed.id
                   FROM past.lapsed))), true)
          GROUP BY b.rack_id, b.depth, b.width, b.during, (b.blocked_id IS NOT NULL)) s
     CROSS JOIN LATERAL unnest(s.merged) part(hu));

CREATE FUNCTION known.all_occupancy() RETURNS SETOF past.occupancy
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.occupancy$$;

CREATE VIEW past.cord_of AS
 SELECT s.placement_id,
    (c.cord)::smallint AS cord,
    (split_part(c.fed, ':'::text, 1))::integer AS node_id,
    s.outlet_ids[c.cord] AS outlet_id,
    split_part(c.fed, ':'::text, 2) AS phases,
    s.during
   FROM (past.standing s
     CROSS JOIN LATERAL string_to_table(s.cords, ' '::text) WITH ORDINALITY c(fed, cord))
  WHERE (s.cord_count > 0);

CREATE VIEW past.connection AS
 SELECT c.placement_id,
    c.cord,
    c.node_id,
    c.outlet_id,
    c.phases,
    c.during
   FROM past.cord_of c;

CREATE VIEW past.outlet_use AS
 SELECT c.outlet_id,
    lower(c.during) AS from_date,
    upper(c.during) AS until_date
   FROM past.connection c
  WHERE ((c.outlet_id IS NOT NULL) AND (NOT (c.placement_id IN ( SELECT lapsed.id
           FROM past.lapsed))));

CREATE FUNCTION known.all_outlet_use() RETURNS SETOF past.outlet_use
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.outlet_use$$;

CREATE VIEW past.slot_use AS
 SELECT b.rack_id,
    b.slot,
    lower(b.during) AS from_date,
    upper(b.during) AS until_date
   FROM past.slot_box b
  WHERE ((b.rack_id <> 0) AND (NOT (b.placement_id IN ( SELECT lapsed.id
           FROM past.lapsed))));

CREATE FUNCTION known.all_slot_use() RETURNS SETOF past.slot_use
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    AS $$select * from past.slot_use$$;

CREATE FUNCTION past.rewritten(definition text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
declare
    name text;
begin
    for name in select c.relname from pg_class c where c.relnamespace = 'past'::regnamespace and c.relkind = 'v' loop
        definition := regexp_replace(definition, '\m(polder|guard)\.' || name || '\M', 'past.' || name, 'g');
    end loop;
    return replace(definition, 'search_path TO ''polder''', 'search_path TO ''past'', ''polder''');
end
$$;

CREATE FUNCTION past.shares_of(feeds text[]) RETURNS SETOF polder.cord_share
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'past', 'polder', 'guard', 'api', 'public', 'pg_temp'
    AS $$
begin
    return query
    with cord as (
        select f.cords, 1 << c.n::int - 1 as bit, split_part(c.cord, ':', 1)::int as node_id,
               split_part(c.cord, ':', 2) as phases
        from unnest(feeds) f (cords) cross join lateral string_to_table(f.cords, ' ') with ordinality c (cord, n)
    ), reach as materialized (
        select c.cords, p.ancestor_id as node_id, n.parent_id,
               bit_or(c.bit) as taken,
               coalesce(bit_or(c.bit) filter (where c.phases = '1'), 0) as l1,
               coalesce(bit_or(c.bit) filter (where c.phases = '2'), 0) as l2,
               coalesce(bit_or(c.bit) filter (where c.phases = '3'), 0) as l3,
               coalesce(bit_or(c.bit) filter (where c.phases = '123'), 0) as all_phases
        from cord c
        join node_path p on p.node_id = c.node_id
        join node n on n.id = p.ancestor_id
        group by c.cords, p.ancestor_id, n.parent_id
    ), feed as materialized (
        select r.cords, bit_or(r.taken) as taken from reach r group by r.cords
    ), failure as (
        select f.cords, 0 as source_id, 0 as dead, f.taken as sees from feed f
        union all
        select r.cords, r.node_id, r.taken, coalesce(up.taken, f.taken) & ~r.taken
        from reach r
        join feed f on f.cords = r.cords
        left join reach up on up.cords = r.cords and up.node_id = r.parent_id
        where coalesce(up.taken, f.taken) & ~r.taken <> 0
    ), share as materialized (
        select r.cords, r.node_id, c.source_id,
               bit_count((f.taken & ~c.dead)::bit(16)) as living,
               bit_count((r.taken & ~c.dead)::bit(16)) as here,
               3 * bit_count((r.l1 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l1,
               3 * bit_count((r.l2 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l2,
               3 * bit_count((r.l3 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l3
        from reach r
        join feed f on f.cords = r.cords
        join failure c on c.cords = r.cords and c.sees & r.taken <> 0
    )
    select n.cords, n.node_id, coalesce(x.source_id, 0),
           row_number() over (partition by n.cords, n.node_id order by x.source_id) = 1,
           n.living::smallint, n.here::smallint, n.l1::smallint, n.l2::smallint, n.l3::smallint,
           coalesce(x.living, n.living)::smallint, coalesce(x.here, n.here)::smallint,
           coalesce(x.l1, n.l1)::smallint, coalesce(x.l2, n.l2)::smallint, coalesce(x.l3, n.l3)::smallint
    from share n
    left join share x on x.cords = n.cords and x.node_id = n.node_id and x.source_id <> 0
                     and (x.here * n.living, x.l1 * n.living, x.l2 * n.living, x.l3 * n.living)
                         <> (n.here * x.living, n.l1 * x.living, n.l2 * x.living, n.l3 * x.living)
    where n.source_id = 0;
end
$$;

CREATE AGGREGATE guard.total(bigint) (
    SFUNC = int8pl,
    STYPE = bigint,
    INITCOND = '0',
    COMBINEFUNC = int8pl,
    PARALLEL = safe
);

CREATE VIEW guard.lapsed AS
 SELECT p.id
   FROM polder.placement p
  WHERE ((p.state = 'held'::text) AND (p.hold_until < ( SELECT guard.today() AS today)) AND (NOT (EXISTS ( SELECT
           FROM polder.placement i
          WHERE ((i.chassis_id = p.equipment_id) AND (i.during && p.during) AND (i.state <> 'released'::text) AND COALESCE((i.hold_until >= ( SELECT guard.today() AS today)), true))))));

CREATE VIEW api.bay_use WITH (security_barrier='true') AS
 SELECT b.chassis_id,
    b.slot AS bay_id,
    lower(b.during) AS from_date,
    upper(b.during) AS until_date
   FROM polder.slot_box b
  WHERE ((b.chassis_id <> 0) AND (NOT (b.placement_id IN ( SELECT lapsed.id
           FROM guard.lapsed))) AND (( SELECT guard.is_tool() AS is_tool) OR (b.chassis_id IN ( SELECT v.id
           FROM guard.visible_equipment v))));

CREATE TABLE polder.floor_shape (
    placement_id integer NOT NULL,
    room_id integer NOT NULL,
    footprint integer[] NOT NULL,
    clearance integer[] NOT NULL,
    bounds box NOT NULL,
    during daterange NOT NULL,
    CONSTRAINT floor_shape_during_check CHECK ((NOT isempty(during)))
);

CREATE VIEW api.floor_occupancy WITH (security_barrier='true') AS
 SELECT f.room_id,
    f.footprint,
    f.clearance,
    lower(f.during) AS from_date,
    upper(f.during) AS until_date
   FROM polder.floor_shape f
  WHERE (NOT (f.placement_id IN ( SELECT lapsed.id
           FROM guard.lapsed)));

CREATE TABLE polder.agreement_line (
    id integer NOT NULL,
    agreement_id integer NOT NULL,
    topic text NOT NULL,
    unit text NOT NULL,
    quota numeric NOT NULL,
    during daterange NOT NULL,
    node_id integer NOT NULL,
    CONSTRAINT agreement_line_during_check CHECK ((NOT isempty(during))),
    CONSTRAINT agreement_line_quota_check CHECK ((quota >= (0)::numeric))
);

CREATE VIEW api.load_step WITH (security_barrier='true') AS
 WITH gone AS (
         SELECT c.node_id,
            c.source_id,
            step_1.day,
            step_1.sign,
            c.normal_main,
            c.normal_l1,
            c.normal_l2,
            c.normal_l3,
            c.extra_main,
            c.extra_l1,
            c.extra_l2,
            c.extra_l3
           FROM (polder.charge c
             CROSS JOIN LATERAL ( VALUES (lower(c.during),1), (upper(c.during),'-1'::integer)) step_1(day, sign))
          WHERE ((c.placement_id IN ( SELECT lapsed.id
                   FROM guard.lapsed)) AND (step_1.day IS NOT NULL))
        ), gone_step AS (
         SELECT gone.node_id,
            gone.source_id,
            gone.day,
            (sum((gone.sign * gone.normal_main)))::bigint AS normal_main,
            (sum((gone.sign * gone.normal_l1)))::bigint AS normal_l1,
            (sum((gone.sign * gone.normal_l2)))::bigint AS normal_l2,
            (sum((gone.sign * gone.normal_l3)))::bigint AS normal_l3,
            (sum((gone.sign * gone.extra_main)))::bigint AS extra_main,
            (sum((gone.sign * gone.extra_l1)))::bigint AS extra_l1,
            (sum((gone.sign * gone.extra_l2)))::bigint AS extra_l2,
            (sum((gone.sign * gone.extra_l3)))::bigint AS extra_l3
           FROM gone
          GROUP BY gone.node_id, gone.source_id, gone.day
        )
 SELECT step.node_id,
    step.source_id,
    step.day,
    step.normal_main,
    step.normal_l1,
    step.normal_l2,
    step.normal_l3,
    step.extra_main,
    step.extra_l1,
    step.extra_l2,
    step.extra_l3
   FROM ( SELECT l.node_id,
            l.source_id,
            l.day,
            (l.normal_main - COALESCE(g.normal_main, (0)::bigint)) AS normal_main,
            (l.normal_l1 - COALESCE(g.normal_l1, (0)::bigint)) AS normal_l1,
            (l.normal_l2 - COALESCE(g.normal_l2, (0)::bigint)) AS normal_l2,
            (l.normal_l3 - COALESCE(g.normal_l3, (0)::bigint)) AS normal_l3,
            (l.extra_main - COALESCE(g.extra_main, (0)::bigint)) AS extra_main,
            (l.extra_l1 - COALESCE(g.extra_l1, (0)::bigint)) AS extra_l1,
            (l.extra_l2 - COALESCE(g.extra_l2, (0)::bigint)) AS extra_l2,
            (l.extra_l3 - COALESCE(g.extra_l3, (0)::bigint)) AS extra_l3
           FROM (polder.ledger l
             LEFT JOIN gone_step g ON (((g.node_id = l.node_id) AND (g.source_id = l.source_id) AND (g.day = l.day))))
        UNION ALL
         SELECT g.node_id,
            g.source_id,
            g.day,
            (- g.normal_main),
            (- g.normal_l1),
            (- g.normal_l2),
            (- g.normal_l3),
            (- g.extra_main),
            (- g.extra_l1),
            (- g.extra_l2),
            (- g.extra_l3)
           FROM gone_step g
          WHERE (NOT (EXISTS ( SELECT
                   FROM polder.ledger l
                  WHERE ((l.node_id = g.node_id) AND (l.source_id = g.source_id) AND (l.day = g.day)))))) step
  WHERE ((NOT (step.node_id IN ( SELECT line.node_id
           FROM polder.agreement_line line
          WHERE (NOT (line.agreement_id IN ( SELECT visible_agreement.id
                   FROM guard.visible_agreement)))))) OR ( SELECT guard.is_tool() AS is_tool));

CREATE VIEW api.occupancy WITH (security_barrier='true') AS
 SELECT s.rack_id,
    lower(part.hu) AS hu_from,
    upper(part.hu) AS hu_until,
    lower(s.depth) AS depth_from,
    upper(s.depth) AS depth_until,
    lower(s.width) AS width_from,
    upper(s.width) AS width_until,
    s.blocked,
    lower(s.during) AS from_date,
    upper(s.during) AS until_date
   FROM (( SELECT b.rack_id,
            b.depth,
            b.width,
            b.during,
            (b.blocked_id IS NOT NULL) AS blocked,
            range_agg(b.hu) AS merged
           FROM polder.box b
          WHERE COALESCE((NOT (b.placement_id IN ( SELECT lapsed.id
                   FROM guard.lapsed))), true)
          GROUP BY b.rack_id, b.depth, b.width, b.during, (b.blocked_id IS NOT NULL)) s
     CROSS JOIN LATERAL unnest(s.merged) part(hu));

CREATE VIEW api.outlet_use WITH (security_barrier='true') AS
 SELECT c.outlet_id,
    lower(c.during) AS from_date,
    upper(c.during) AS until_date
   FROM polder.connection c
  WHERE ((c.outlet_id IS NOT NULL) AND (NOT (c.placement_id IN ( SELECT lapsed.id
           FROM guard.lapsed))));

CREATE TABLE polder.appointment (
    id integer NOT NULL,
    person_id integer NOT NULL,
    role text NOT NULL,
    organisation_id integer NOT NULL,
    site_id integer,
    during daterange DEFAULT '(,)'::daterange NOT NULL
);

CREATE TABLE polder.person (
    id integer NOT NULL,
    organisation_id integer NOT NULL,
    department_id integer,
    login name,
    active daterange DEFAULT '(,)'::daterange NOT NULL,
    left_on date
);

CREATE VIEW guard.in_office AS
 SELECT a.person_id,
    a.role,
    a.organisation_id,
    a.site_id
   FROM (polder.appointment a
     JOIN polder.person p ON ((p.id = a.person_id)))
  WHERE ((a.during @> ( SELECT guard.today() AS today)) AND ((p.left_on IS NULL) OR (p.left_on > ( SELECT guard.today() AS today))));

CREATE VIEW guard.visible_person AS
 SELECT p.id
   FROM polder.person p
  WHERE ((( SELECT guard.person_id() AS person_id) IS NOT NULL) AND
        CASE
            WHEN (p.organisation_id = ANY (( SELECT guard.home_organisations() AS home_organisations)::integer[])) THEN true
            WHEN (p.id = ANY (( SELECT guard.my_people() AS my_people)::integer[])) THEN true
            WHEN (p.id IN ( SELECT guard.people_beside() AS people_beside)) THEN true
            WHEN (p.id IN ( SELECT a.person_id
               FROM guard.in_office a
              WHERE ((a.role = ANY (ARRAY['facility_manager'::text, 'technician'::text, 'security_officer'::text, 'agreement_manager'::text])) OR ((a.role = ANY (ARRAY['sponsor'::text, 'coordinator'::text, 'administrator'::text, 'reporting'::text])) AND (a.organisation_id = ( SELECT guard.my_organisation() AS my_organisation)))))) THEN true
            WHEN (cardinality(( SELECT guard.host_sites() AS host_sites)) > 0) THEN guard.is_named_to_host(p.id)
            ELSE false
        END);

CREATE TABLE polder.person_detail (
    person_id integer NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL
);

CREATE VIEW api.person_card WITH (security_barrier='true') AS
 SELECT d.person_id,
    d.handle,
    d.name,
    d.email
   FROM polder.person_detail d
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (d.person_id IN ( SELECT visible_person.id
           FROM guard.visible_person)));

CREATE VIEW guard.visible_request AS
 SELECT r.id
   FROM polder.request r
  WHERE ((r.organisation_id = ANY (( SELECT guard.home_organisations() AS home_organisations)::integer[])) OR (r.id IN ( SELECT guard.personal_requests() AS personal_requests)) OR ((r.submitted_at IS NOT NULL) AND (r.sponsor_id IS NULL) AND (r.organisation_id = ANY (( SELECT guard.my_organisations(VARIADIC ARRAY['sponsor'::text]) AS my_organisations)::integer[]))) OR ((r.submitted_at IS NOT NULL) AND
        CASE
            WHEN (r.wish_site_id IS NULL) THEN (cardinality(( SELECT guard.host_sites() AS host_sites)) > 0)
            ELSE (r.wish_site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))
        END) OR (EXISTS ( SELECT
           FROM ((polder.request_item i
             JOIN polder.equipment e ON ((e.request_item_id = i.id)))
             JOIN polder.placement p ON ((p.equipment_id = e.id)))
          WHERE ((i.request_id = r.id) AND ((p.rack_id IN ( SELECT guard.host_racks() AS host_racks)) OR (p.room_id IN ( SELECT guard.host_rooms() AS host_rooms)))))));

CREATE VIEW api.request_clock WITH (security_barrier='true') AS
 SELECT r.id AS request_id,
    due.day AS decision_due,
        CASE
            WHEN (due.day >= ( SELECT guard.today() AS today)) THEN guard.working_days_between(( SELECT guard.today() AS today), due.day)
            ELSE (- guard.working_days_between(due.day, ( SELECT guard.today() AS today)))
        END AS working_days_left
   FROM (polder.request r
     CROSS JOIN LATERAL ( SELECT guard.working_days(guard.local_date(r.submitted_at), guard.setting_int('review_working_days'::text, 7)) AS day) due)
  WHERE ((r.submitted_at IS NOT NULL) AND (r.decided_at IS NULL) AND (( SELECT guard.is_tool() AS is_tool) OR (r.id IN ( SELECT visible_request.id
           FROM guard.visible_request))));

CREATE VIEW guard.lapsed_request AS
 SELECT r.id,
        CASE
            WHEN (EXISTS ( SELECT
               FROM ((polder.request_item i
                 JOIN polder.equipment e ON ((e.request_item_id = i.id)))
                 JOIN polder.placement p ON ((p.equipment_id = e.id)))
              WHERE ((i.request_id = r.id) AND (p.state <> ALL (ARRAY['ended'::text, 'released'::text])) AND (NOT (p.id IN ( SELECT l.id
                       FROM guard.lapsed l)))))) THEN 'in review'::text
            ELSE 'expired'::text
        END AS state
   FROM polder.request r
  WHERE ((r.state = 'held'::text) AND (r.id IN ( SELECT i.request_id
           FROM (((guard.lapsed l
             JOIN polder.placement p ON ((p.id = l.id)))
             JOIN polder.equipment e ON ((e.id = p.equipment_id)))
             JOIN polder.request_item i ON ((i.id = e.request_item_id))))));

CREATE VIEW guard.placed AS
 SELECT p.id,
    p.equipment_id,
    m.site_id
   FROM ((polder.placement p
     JOIN polder.rack r ON ((r.id = p.rack_id)))
     JOIN polder.room m ON ((m.id = r.room_id)))
UNION ALL
 SELECT p.id,
    p.equipment_id,
    m.site_id
   FROM (polder.placement p
     JOIN polder.room m ON ((m.id = p.room_id)))
UNION ALL
 SELECT DISTINCT p.id,
    p.equipment_id,
    m.site_id
   FROM (((polder.placement p
     JOIN polder.placement chassis ON (((chassis.equipment_id = p.chassis_id) AND (chassis.during && p.during) AND ((chassis.state <> 'released'::text) OR (p.state = 'released'::text)))))
     JOIN polder.rack r ON ((r.id = chassis.rack_id)))
     JOIN polder.room m ON ((m.id = r.room_id)))
  WHERE (p.bay_id IS NOT NULL);

CREATE VIEW guard.request_site AS
 SELECT r.id AS request_id,
    s.id AS site_id
   FROM (polder.request r
     JOIN polder.site s ON (((r.wish_site_id IS NULL) OR (s.id = r.wish_site_id))))
  WHERE (r.submitted_at IS NOT NULL)
UNION
 SELECT i.request_id,
    p.site_id
   FROM ((polder.request_item i
     JOIN polder.equipment e ON ((e.request_item_id = i.id)))
     JOIN guard.placed p ON ((p.equipment_id = e.id)));

CREATE VIEW guard.request_role AS
 SELECT r.id AS request_id,
    'requester'::text AS role
   FROM polder.request r
  WHERE ((r.requester_id = ANY (( SELECT guard.my_people() AS my_people)::integer[])) OR (r.on_behalf_by = ANY (( SELECT guard.my_people() AS my_people)::integer[])))
UNION ALL
 SELECT r.id AS request_id,
    'sponsor'::text AS role
   FROM polder.request r
  WHERE ((r.organisation_id = ANY (( SELECT guard.my_organisations(VARIADIC ARRAY['sponsor'::text]) AS my_organisations)::integer[])) AND ((r.sponsor_id IS NULL) OR (r.sponsor_id = ANY (( SELECT guard.my_people() AS my_people)::integer[]))))
UNION ALL
 SELECT r.id AS request_id,
    'coordinator'::text AS role
   FROM polder.request r
  WHERE (r.organisation_id = ANY (( SELECT guard.my_organisations(VARIADIC ARRAY['coordinator'::text]) AS my_organisations)::integer[]))
UNION ALL
 SELECT s.request_id,
    office.role
   FROM (guard.request_site s
     JOIN ( VALUES ('facility_manager'::text,( SELECT guard.my_sites(VARIADIC ARRAY['facility_manager'::text]) AS my_sites)), ('technician'::text,( SELECT guard.my_sites(VARIADIC ARRAY['technician'::text]) AS my_sites)), ('security_officer'::text,( SELECT guard.my_sites(VARIADIC ARRAY['security_officer'::text]) AS my_sites))) office(role, sites) ON ((s.site_id = ANY (office.sites))));

CREATE VIEW guard.step AS
 SELECT allowed.intention,
    allowed.from_states,
    allowed.who,
    (allowed.intention = ANY (ARRAY['return_request'::text, 'wait_list'::text])) AS whole
   FROM ( VALUES ('amend_request'::text,ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'endorsed'::text, 'in review'::text, 'waiting'::text, 'held'::text],ARRAY['requester'::text]), ('submit'::text,ARRAY['draft'::text, 'returned'::text],ARRAY['requester'::text, 'coordinator'::text]), ('endorse'::text,ARRAY['submitted'::text],ARRAY['sponsor'::text, 'coordinator'::text]), ('decline'::text,ARRAY['submitted'::text],ARRAY['sponsor'::text, 'coordinator'::text]), ('return_request'::text,ARRAY['submitted'::text, 'endorsed'::text, 'in review'::text],ARRAY['facility_manager'::text, 'security_officer'::text]), ('review'::text,ARRAY['endorsed'::text],ARRAY['facility_manager'::text]), ('hold'::text,ARRAY['in review'::text],ARRAY['facility_manager'::text]), ('wait_list'::text,ARRAY['in review'::text],ARRAY['facility_manager'::text]), ('reject'::text,ARRAY['in review'::text],ARRAY['facility_manager'::text]), ('renew'::text,ARRAY['held'::text],ARRAY['facility_manager'::text]), ('deliver'::text,ARRAY['held'::text],ARRAY['technician'::text]), ('install'::text,ARRAY['held'::text, 'delivered'::text],ARRAY['technician'::text, 'facility_manager'::text]), ('extend'::text,ARRAY['installed'::text],ARRAY['requester'::text, 'facility_manager'::text]), ('move'::text,ARRAY['installed'::text],ARRAY['requester'::text, 'facility_manager'::text]), ('replace'::text,ARRAY['installed'::text],ARRAY['requester'::text, 'facility_manager'::text]), ('decommission'::text,ARRAY['installed'::text],ARRAY['facility_manager'::text]), ('remove'::text,ARRAY['decommissioning'::text],ARRAY['facility_manager'::text]), ('withdraw'::text,ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'endorsed'::text, 'in review'::text, 'waiting'::text, 'held'::text],ARRAY['requester'::text])) allowed(intention, from_states, who);

CREATE VIEW api.request_offer WITH (security_barrier='true') AS
 SELECT r.id AS request_id,
    ARRAY( SELECT s.intention
           FROM guard.step s
          WHERE (
                CASE
                    WHEN (COALESCE(l.state, r.state) = ANY (s.from_states)) THEN (s.who && mine.roles)
                    ELSE NULL::boolean
                END AND
                CASE
                    WHEN s.whole THEN (NOT guard.has_arrived(r.id))
                    ELSE true
                END)
          ORDER BY s.intention) AS intentions
   FROM ((polder.request r
     LEFT JOIN guard.lapsed_request l ON ((l.id = r.id)))
     CROSS JOIN LATERAL ( SELECT ARRAY( SELECT m.role
                   FROM guard.request_role m
                  WHERE (m.request_id = r.id)) AS "array") mine(roles))
  WHERE (r.id IN ( SELECT v.id
           FROM guard.visible_request v));

CREATE VIEW api.slot_use WITH (security_barrier='true') AS
 SELECT b.rack_id,
    b.slot,
    lower(b.during) AS from_date,
    upper(b.during) AS until_date
   FROM polder.slot_box b
  WHERE ((b.rack_id <> 0) AND (NOT (b.placement_id IN ( SELECT lapsed.id
           FROM guard.lapsed))));

CREATE VIEW guard.box_of AS
 SELECT standing.placement_id,
    standing.rack_id,
    standing.hu,
    standing.depth,
    standing.width,
    standing.during
   FROM guard.standing
  WHERE (standing.hu IS NOT NULL);

CREATE VIEW guard.check_booked AS
 SELECT p.id,
    p.equipment_id,
    p.state,
    p.during,
    p.hold_until,
    p.rack_id,
    p.position_hu,
    p.face,
    p.half,
    p.zero_u_slot,
    p.bay_id,
    p.room_id,
    p.x_mm,
    p.y_mm,
    p.orientation_deg,
    p.outlet_ids,
    p.node_ids,
    p.inherited,
    p.contested,
    p.planned_from,
    p.chassis_id,
    ((p.state = 'held'::text) AND (p.hold_until < ( SELECT guard.today() AS today)) AND (NOT (EXISTS ( SELECT
           FROM polder.placement i
          WHERE ((i.chassis_id = p.equipment_id) AND (i.during && p.during) AND ((i.state <> ALL (ARRAY['held'::text, 'released'::text])) OR (i.hold_until >= ( SELECT guard.today() AS today)))))))) AS lapsed
   FROM polder.placement p
  WHERE (p.state <> 'released'::text);

CREATE VIEW guard.cord_of AS
 SELECT s.placement_id,
    (c.cord)::smallint AS cord,
    (split_part(c.fed, ':'::text, 1))::integer AS node_id,
    s.outlet_ids[c.cord] AS outlet_id,
    split_part(c.fed, ':'::text, 2) AS phases,
    s.during
   FROM (guard.standing s
     CROSS JOIN LATERAL string_to_table(s.cords, ' '::text) WITH ORDINALITY c(fed, cord))
  WHERE (s.cord_count > 0);

CREATE VIEW guard.delivered_item AS
 SELECT p.id AS placement_id,
    p.during,
    r.id AS rack_id,
    COALESCE(r.room_id, p.room_id) AS room_id,
    p.inherited,
    (num_nonnulls(m.crate_width_mm, m.crate_depth_mm, m.crate_height_mm, m.crate_weight_g) > 0) AS crated,
    COALESCE(m.crate_width_mm, e.width_mm, m.width_mm) AS wide,
    COALESCE(m.crate_depth_mm, e.depth_mm, m.depth_mm) AS deep,
    COALESCE(m.crate_height_mm, e.height_mm, m.height_mm) AS high,
    COALESCE(m.crate_weight_g, e.weight_g, m.weight_g) AS heavy_g
   FROM ((((polder.placement p
     JOIN polder.equipment e ON ((e.id = p.equipment_id)))
     LEFT JOIN polder.model m ON ((m.id = e.model_id)))
     LEFT JOIN polder.placement c ON (((c.equipment_id = p.chassis_id) AND (c.rack_id IS NOT NULL) AND (c.state <> 'released'::text) AND (c.during @> lower(p.during)))))
     LEFT JOIN polder.rack r ON ((r.id = COALESCE(p.rack_id, c.rack_id))))
  WHERE (p.state <> 'released'::text);

CREATE VIEW guard.floor_limit AS
 WITH spot AS (
         SELECT r.id AS rack_id,
            r.room_id,
            o.site_id,
            r.code,
            COALESCE(r.tare_g, (0)::bigint) AS tare_g,
            ((r.width_mm)::bigint * r.depth_mm) AS area_mm2,
            (((3 * ('{2000,3000,4000,4500,5000,6000}'::bigint[])[o.floor_class]) * 100000) / 981) AS tile_g,
            guard.middle_of(r.*) AS middle
           FROM (polder.rack r
             JOIN polder.room o ON ((o.id = r.room_id)))
        ), zone AS (
         SELECT s_1.rack_id,
            v.during,
            ((v.floor_load_n_m2 * s_1.area_mm2) / 9810) AS spread_g
           FROM (spot s_1
             JOIN polder.room_environment v ON (((v.room_id = s_1.room_id) AND (v.floor_load_n_m2 IS NOT NULL))))
          WHERE
                CASE
                    WHEN (v.shape IS NOT NULL) THEN (guard.polygon_of(v.shape) @> s_1.middle)
                    ELSE (NOT (EXISTS ( SELECT
                       FROM polder.room_environment w
                      WHERE ((w.room_id = v.room_id) AND (w.shape IS NOT NULL) AND (w.floor_load_n_m2 IS NOT NULL) AND (w.during @> v.during) AND (guard.polygon_of(w.shape) @> s_1.middle)))))
                END
        ), edge AS (
         SELECT spot.rack_id,
            '2000-01-01'::date AS day
           FROM spot
        UNION
         SELECT z_1.rack_id,
            d.day
           FROM (zone z_1
             CROSS JOIN LATERAL ( VALUES (lower(z_1.during)), (upper(z_1.during))) d(day))
          WHERE (d.day IS NOT NULL)
        )
 SELECT s.rack_id,
    s.room_id,
    s.site_id,
    s.code,
    e.day,
    GREATEST((LEAST(s.tile_g, min(z.spread_g)) - s.tare_g), (0)::bigint) AS limit_g
   FROM ((spot s
     JOIN edge e ON ((e.rack_id = s.rack_id)))
     LEFT JOIN zone z ON (((z.rack_id = s.rack_id) AND (z.during @> e.day))))
  GROUP BY s.rack_id, s.room_id, s.site_id, s.code, e.day, s.tile_g, s.tare_g
 HAVING (COALESCE(s.tile_g, min(z.spread_g)) IS NOT NULL);

CREATE VIEW guard.hosted_subject AS
 SELECT 'site'::text AS subject,
    s.id AS subject_id,
    s.id AS site_id
   FROM polder.site s
UNION ALL
 SELECT 'room'::text AS subject,
    m.id AS subject_id,
    m.site_id
   FROM polder.room m
UNION ALL
 SELECT 'rack'::text AS subject,
    r.id AS subject_id,
    m.site_id
   FROM (polder.rack r
     JOIN polder.room m ON ((m.id = r.room_id)))
UNION ALL
 SELECT 'node'::text AS subject,
    n.id AS subject_id,
    n.site_id
   FROM polder.node n;

CREATE VIEW guard.my_appointment AS
 SELECT a.role,
    a.organisation_id,
    a.site_id
   FROM polder.appointment a
  WHERE ((a.person_id = ANY (( SELECT guard.my_people() AS my_people)::integer[])) AND (a.during @> guard.today()));

CREATE VIEW guard.number_setting AS
 SELECT "*VALUES*".column1 AS key,
    "*VALUES*".column2 AS lowest,
    "*VALUES*".column3 AS highest
   FROM (VALUES ('cord_allowance_mm'::text,0,1000), ('grams_per_u'::text,0,200000), ('watts_per_u_estimate'::text,0,10000), ('nameplate_budget_permille'::text,1,1000), ('power_factor_permille'::text,1,1000), ('agreement_warn_permille'::text,1,1000), ('density_limit_w'::text,0,1000000), ('hold_days'::text,1,366), ('review_working_days'::text,1,100), ('network_ports_refuse'::text,0,1), ('power_warn_permille'::text,1,1000), ('phase_imbalance_permille'::text,0,2000), ('heavy_device_g'::text,0,2000000), ('air_delta_t_k'::text,1,50), ('measurement_days'::text,1,3650), ('score_weight_space'::text,0,100), ('score_weight_low'::text,0,100), ('score_weight_phases'::text,0,100), ('score_weight_headroom'::text,0,100), ('score_weight_stranded'::text,0,100), ('score_weight_affinity'::text,0,100), ('score_weight_site'::text,0,100), ('score_weight_airflow'::text,0,100)) "*VALUES*";

CREATE TABLE polder.rule (
    code text NOT NULL,
    effect text NOT NULL,
    override text NOT NULL,
    CONSTRAINT rule_effect_check CHECK ((effect = ANY (ARRAY['refuse'::text, 'warn'::text]))),
    CONSTRAINT rule_override_check CHECK ((override = ANY (ARRAY['never'::text, 'facility manager'::text, 'two people'::text, 'both institutions'::text])))
);

CREATE VIEW guard.override_in_force AS
 SELECT o.id,
    o.rule,
    o.request_id,
    o.node_id,
    o.placement_id,
    o.site_id,
    o.until_date,
    p.equipment_id
   FROM ((polder.override o
     JOIN polder.rule r ON ((r.code = o.rule)))
     LEFT JOIN polder.placement p ON ((p.id = o.placement_id)))
  WHERE ((o.withdrawn_at IS NULL) AND (o.until_date > ( SELECT guard.today() AS today)) AND ((r.override = 'facility manager'::text) OR ((r.override = ANY (ARRAY['two people'::text, 'both institutions'::text])) AND (o.second_id IS NOT NULL))));

CREATE VIEW guard.overridden AS
 SELECT p.placement_id,
    o.rule,
    o.until_date,
    o.id AS override_id
   FROM ((((guard.override_in_force o
     JOIN polder.equipment e ON (((e.id = o.equipment_id) OR (e.replaces_id = o.equipment_id))))
     JOIN guard.spot p ON ((p.equipment_id = e.id)))
     LEFT JOIN polder.rack k ON ((k.id = p.rack_id)))
     LEFT JOIN polder.room m ON ((m.id = COALESCE(k.room_id, p.room_id))))
  WHERE (NOT (m.site_id IS DISTINCT FROM o.site_id))
UNION ALL
 SELECT p.placement_id,
    o.rule,
    o.until_date,
    o.id AS override_id
   FROM (((((guard.override_in_force o
     JOIN polder.request_item i ON ((i.request_id = o.request_id)))
     JOIN polder.equipment e ON ((e.request_item_id = i.id)))
     JOIN guard.spot p ON ((p.equipment_id = e.id)))
     LEFT JOIN polder.rack k ON ((k.id = p.rack_id)))
     LEFT JOIN polder.room m ON ((m.id = COALESCE(k.room_id, p.room_id))))
  WHERE (NOT (m.site_id IS DISTINCT FROM o.site_id));

CREATE VIEW guard.own_equipment AS
 SELECT e.id
   FROM polder.equipment e
  WHERE ((e.owner_id = ANY (( SELECT guard.home_organisations() AS home_organisations)::integer[])) OR (e.id IN ( SELECT guard.personal_equipment() AS personal_equipment)));

CREATE VIEW guard.piece AS
 SELECT i.request_id,
    i.id AS item_id,
    e.id AS equipment_id,
    COALESCE(( SELECT p.state
           FROM polder.placement p
          WHERE ((p.equipment_id = e.id) AND (p.state <> ALL (ARRAY['ended'::text, 'released'::text])))
          ORDER BY (array_position(guard.life(), p.state))
         LIMIT 1),
        CASE
            WHEN guard.has_stood(e.id) THEN 'removed'::text
            ELSE NULL::text
        END) AS state
   FROM (polder.request_item i
     JOIN polder.equipment e ON ((e.request_item_id = i.id)))
  WHERE (NOT (EXISTS ( SELECT
           FROM polder.equipment successor
          WHERE (successor.replaces_id = e.id))));

CREATE VIEW guard.place_step AS
 SELECT s.intention,
    s.from_states,
    array_remove(s.who, 'requester'::text) AS who
   FROM guard.step s
  WHERE (s.intention = ANY (ARRAY['install'::text, 'move'::text, 'replace'::text, 'decommission'::text, 'remove'::text]))
UNION ALL
 SELECT "*VALUES*".column1 AS intention,
    "*VALUES*".column2 AS from_states,
    "*VALUES*".column3 AS who
   FROM (VALUES ('release'::text,ARRAY['held'::text, 'delivered'::text],ARRAY['facility_manager'::text])) "*VALUES*";

CREATE VIEW guard.shape_of AS
 SELECT p.id AS placement_id,
    p.room_id,
    s.footprint,
    s.clearance,
    p.during
   FROM ((((polder.placement p
     JOIN polder.equipment e ON ((e.id = p.equipment_id)))
     LEFT JOIN polder.model m ON ((m.id = e.model_id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(e.width_mm, m.width_mm) AS wide,
            COALESCE(e.depth_mm, m.depth_mm) AS deep) d)
     CROSS JOIN LATERAL ( SELECT guard.turned(p.x_mm, p.y_mm, (p.orientation_deg)::integer, ((- d.wide))::bigint, ((- d.deep))::bigint, (d.wide)::bigint, (d.deep)::bigint) AS footprint,
            guard.turned(p.x_mm, p.y_mm, (p.orientation_deg)::integer, (((- d.wide) - (2 * COALESCE(m.clearance_right_mm, 0))))::bigint, (((- d.deep) - (2 * COALESCE(m.clearance_front_mm, 0))))::bigint, ((d.wide + (2 * COALESCE(m.clearance_left_mm, 0))))::bigint, ((d.deep + (2 * COALESCE(m.clearance_rear_mm, 0))))::bigint) AS clearance) s)
  WHERE ((p.state <> 'released'::text) AND (p.room_id IS NOT NULL) AND (d.wide IS NOT NULL) AND (d.deep IS NOT NULL));

CREATE VIEW guard.slot_of AS
 SELECT standing.placement_id,
        CASE
            WHEN (standing.chassis_id IS NULL) THEN standing.rack_id
            ELSE 0
        END AS rack_id,
    COALESCE(standing.chassis_id, 0) AS chassis_id,
    standing.slot,
    standing.during
   FROM guard.standing
  WHERE ((standing.slot IS NOT NULL) AND (NOT standing.contested));

CREATE VIEW guard.usual_feed AS
 SELECT f.feed,
    f.phases,
    f.line_mva,
    f.c13,
    f.c19
   FROM ( VALUES ('16A 1P'::text,1,(3680000)::bigint,24,4), ('32A 1P'::text,1,7360000,36,6), ('16A 3P'::text,3,3680000,42,6), ('32A 3P'::text,3,7360000,42,12)) f(feed, phases, line_mva, c13, c19);

CREATE VIEW guard.visible_placement AS
 SELECT p.id
   FROM polder.placement p
  WHERE ((p.rack_id IN ( SELECT guard.host_racks() AS host_racks)) OR (p.room_id IN ( SELECT guard.host_rooms() AS host_rooms)) OR (EXISTS ( SELECT
           FROM guard.own_equipment o
          WHERE (o.id = p.equipment_id))) OR ((p.bay_id IS NOT NULL) AND (EXISTS ( SELECT
           FROM guard.visible_equipment v
          WHERE (v.id = p.equipment_id)))));

CREATE VIEW guard.visible_override AS
 SELECT o.id
   FROM polder.override o
  WHERE ((EXISTS ( SELECT
           FROM guard.visible_placement v
          WHERE (v.id = o.placement_id))) OR (EXISTS ( SELECT
           FROM guard.visible_request v
          WHERE (v.id = o.request_id))) OR (o.node_id IN ( SELECT n.id
           FROM polder.node n
          WHERE (n.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[])))) OR (o.node_id IN ( SELECT l.node_id
           FROM (polder.agreement_line l
             JOIN guard.visible_agreement v ON ((v.id = l.agreement_id))))));

CREATE TABLE polder.system_share (
    id integer NOT NULL,
    system_id integer NOT NULL,
    organisation_id integer NOT NULL,
    permille smallint NOT NULL,
    during daterange NOT NULL,
    CONSTRAINT system_share_during_check CHECK ((NOT isempty(during))),
    CONSTRAINT system_share_permille_check CHECK (((permille >= 1) AND (permille <= 1000)))
);

CREATE VIEW guard.visible_system AS
 SELECT s.system_id
   FROM polder.system_share s
  WHERE (s.organisation_id = ( SELECT guard.my_organisation() AS my_organisation));

ALTER TABLE history.agreement_line ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.agreement_line_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.agreement ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.agreement_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.appointment (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    person_id integer,
    role text,
    organisation_id integer,
    site_id integer,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT appointment_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.appointment ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.appointment_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.blocked_unit ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.blocked_unit_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.cooling_unit (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    zone_id integer,
    feed_id integer,
    name text,
    kind text,
    sensible_w bigint,
    airflow_m3_h integer,
    x_mm integer,
    y_mm integer,
    width_mm integer,
    depth_mm integer,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT cooling_unit_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.cooling_unit ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.cooling_unit_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.delivery_segment (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    route text,
    ordinal smallint,
    name text,
    kind text,
    width_mm integer,
    height_mm integer,
    length_mm integer,
    load_kg integer,
    point_load_n integer,
    step bigint NOT NULL,
    CONSTRAINT delivery_segment_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.delivery_segment ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.delivery_segment_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.department (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    organisation_id integer,
    code text,
    name text,
    faculty text,
    step bigint NOT NULL,
    CONSTRAINT department_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.department ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.department_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.deputy (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    person_id integer,
    deputy_id integer,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT deputy_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.deputy ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.deputy_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.document (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    subject text,
    subject_id integer,
    name text,
    media_type text,
    sha256 bytea,
    owner_id integer,
    added_by integer,
    added_at timestamp with time zone,
    step bigint NOT NULL,
    CONSTRAINT document_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.document ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.document_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.equipment_contact (
    change_id bigint NOT NULL,
    op text NOT NULL,
    equipment_id integer,
    person_id integer,
    step bigint NOT NULL,
    CONSTRAINT equipment_contact_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.equipment_contact ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.equipment_contact_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.equipment ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.equipment_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.external_link (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    subject text,
    subject_id integer,
    system text,
    reference text,
    url text,
    step bigint NOT NULL,
    CONSTRAINT external_link_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.external_link ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.external_link_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.finding (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id bigint,
    rule text,
    kind text,
    placement_id integer,
    node_id integer,
    rack_id integer,
    site_id integer,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text,
    during daterange,
    text text,
    found_on date,
    resolved_on date,
    step bigint NOT NULL,
    override_id integer,
    place text,
    quantity text,
    CONSTRAINT finding_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.finding ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.finding_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.liquid_loop (
    change_id bigint NOT NULL,
    op text NOT NULL,
    node_id integer,
    medium text,
    supply_mc integer,
    max_flow_ml_min bigint,
    step bigint NOT NULL,
    CONSTRAINT liquid_loop_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.liquid_loop ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.liquid_loop_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.manufacturer (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    name text,
    step bigint NOT NULL,
    CONSTRAINT manufacturer_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.manufacturer ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.manufacturer_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.media_point (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    medium text,
    name text,
    x_mm integer,
    y_mm integer,
    capacity numeric,
    unit text,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT media_point_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.media_point ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.media_point_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.meter_reading (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id bigint,
    site_id integer,
    node_id integer,
    indicator text,
    at timestamp with time zone,
    quantity numeric,
    unit text,
    source text,
    step bigint NOT NULL,
    CONSTRAINT meter_reading_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.meter_reading ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.meter_reading_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.model_bay (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    model_id integer,
    name text,
    step bigint NOT NULL,
    CONSTRAINT model_bay_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.model_bay ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.model_bay_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.model ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.model_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.model_supply (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    model_id integer,
    name text,
    inlet text,
    maximum_w integer,
    allocated_w integer,
    phases text,
    step bigint NOT NULL,
    CONSTRAINT model_supply_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.model_supply ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.model_supply_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.network_ports (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    rack_id integer,
    row_id integer,
    speed_mbps integer,
    medium text,
    out_of_band boolean,
    ports integer,
    step bigint NOT NULL,
    node_id integer,
    room_id integer,
    CONSTRAINT network_ports_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.network_ports ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.network_ports_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.node_kind (
    change_id bigint NOT NULL,
    op text NOT NULL,
    code text,
    dimension text,
    rule text,
    failover_rule text,
    level smallint,
    step bigint NOT NULL,
    CONSTRAINT node_kind_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.node_kind ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.node_kind_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.node_limit (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    node_id integer,
    from_date date,
    normal_main bigint,
    normal_line bigint,
    failover_main bigint,
    failover_line bigint,
    rating_main bigint,
    rating_line bigint,
    source text,
    reason text,
    step bigint NOT NULL,
    CONSTRAINT node_limit_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.node_limit ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.node_limit_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.node ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.node_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.note (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    subject text,
    subject_id integer,
    text text,
    owner_id integer,
    author_id integer,
    at timestamp with time zone,
    step bigint NOT NULL,
    CONSTRAINT note_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.note ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.note_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.organisation (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    code text,
    name text,
    time_zone text,
    active boolean,
    step bigint NOT NULL,
    CONSTRAINT organisation_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.organisation ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.organisation_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.outlet ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.outlet_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.override (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    rule text,
    placement_id integer,
    node_id integer,
    reason text,
    until_date date,
    by_id integer,
    second_id integer,
    at timestamp with time zone,
    step bigint NOT NULL,
    request_id integer,
    site_id integer,
    by_holder_id integer,
    second_holder_id integer,
    confirmed_at timestamp with time zone,
    withdrawn_by integer,
    withdrawn_at timestamp with time zone,
    CONSTRAINT override_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.override ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.override_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.person (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    organisation_id integer,
    department_id integer,
    login name,
    active daterange,
    left_on date,
    step bigint NOT NULL,
    CONSTRAINT person_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.person ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.person_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.placement ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.placement_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.plug_fit (
    change_id bigint NOT NULL,
    op text NOT NULL,
    inlet text,
    outlet text,
    step bigint NOT NULL,
    CONSTRAINT plug_fit_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.plug_fit ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.plug_fit_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.rack_row (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    code text,
    step bigint NOT NULL,
    CONSTRAINT rack_row_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.rack_row ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.rack_row_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.rack ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.rack_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.request (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    number text,
    state text,
    organisation_id integer,
    department_id integer,
    requester_id integer,
    sponsor_id integer,
    security_contact_id integer,
    project text,
    funder text,
    cost_centre text,
    data_class text,
    medical boolean,
    personal_data boolean,
    availability_class smallint,
    from_date date,
    until_date date,
    review_date date,
    wish_site_id integer,
    wish_redundant boolean,
    wish_together text,
    wish_apart text,
    on_behalf_by integer,
    evidence text,
    security_review text,
    state_reason text,
    submitted_at timestamp with time zone,
    endorsed_at timestamp with time zone,
    decided_at timestamp with time zone,
    hold_until date,
    comment text,
    step bigint NOT NULL,
    CONSTRAINT request_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.request_contact (
    change_id bigint NOT NULL,
    op text NOT NULL,
    request_id integer,
    person_id integer,
    step bigint NOT NULL,
    CONSTRAINT request_contact_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.request_contact ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.request_contact_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.request_item (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    request_id integer,
    ordinal smallint,
    model_id integer,
    description text,
    count smallint,
    kind text,
    height_hu smallint,
    half_width boolean,
    width_mm integer,
    depth_mm integer,
    height_mm integer,
    weight_g bigint,
    nameplate_w integer,
    draw_w integer,
    cords smallint,
    phases text,
    plug text,
    airflow text,
    inlet_min_mc integer,
    inlet_max_mc integer,
    ports jsonb,
    shareable boolean,
    step bigint NOT NULL,
    CONSTRAINT request_item_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.request_item ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.request_item_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.request ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.request_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.role (
    change_id bigint NOT NULL,
    op text NOT NULL,
    code text,
    name_en text,
    name_nl text,
    step bigint NOT NULL,
    CONSTRAINT role_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.role ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.role_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.room_environment (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    name text,
    shape jsonb,
    setpoint_mc integer,
    drift_mk_per_h integer,
    vibration_class text,
    emi_nt integer,
    acoustic_db smallint,
    floor_load_n_m2 integer,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT room_environment_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.room_environment ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.room_environment_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.room_feature (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    room_id integer,
    kind text,
    name text,
    shape jsonb,
    airflow_deg smallint,
    keep_clear boolean,
    step bigint NOT NULL,
    CONSTRAINT room_feature_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.room_feature ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.room_feature_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.room ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.room_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.rule (
    change_id bigint NOT NULL,
    op text NOT NULL,
    code text,
    effect text,
    override text,
    step bigint NOT NULL,
    CONSTRAINT rule_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.rule ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.rule_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.setting ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.setting_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.site ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.site_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.system (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    name text,
    kind text,
    step bigint NOT NULL,
    personal_data boolean,
    CONSTRAINT system_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

CREATE TABLE history.system_share (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id integer,
    system_id integer,
    organisation_id integer,
    permille smallint,
    during daterange,
    step bigint NOT NULL,
    CONSTRAINT system_share_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.system_share ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.system_share_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE history.system ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.system_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.topic (
    change_id bigint NOT NULL,
    op text NOT NULL,
    code text,
    name_en text,
    name_nl text,
    step bigint NOT NULL,
    CONSTRAINT topic_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.topic ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.topic_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.unit (
    change_id bigint NOT NULL,
    op text NOT NULL,
    code text,
    name_en text,
    name_nl text,
    quantity text,
    base_per_unit bigint,
    step bigint NOT NULL,
    CONSTRAINT unit_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.unit ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.unit_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.usage (
    change_id bigint NOT NULL,
    op text NOT NULL,
    id bigint,
    line_id integer,
    during daterange,
    quantity numeric,
    unit text,
    source text,
    beneficiary_id integer,
    step bigint NOT NULL,
    CONSTRAINT usage_op_check CHECK ((op = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

ALTER TABLE history.usage ALTER COLUMN step ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.usage_step_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW known.agreement WITH (security_barrier='true') AS
 SELECT agreement.id,
    agreement.host_id,
    agreement.guest_id,
    agreement.reference,
    agreement.during,
    agreement.processor_agreement
   FROM past.agreement
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (agreement.id IN ( SELECT visible_agreement.id
           FROM guard.visible_agreement)));

CREATE VIEW known.agreement_line WITH (security_barrier='true') AS
 SELECT agreement_line.id,
    agreement_line.agreement_id,
    agreement_line.topic,
    agreement_line.unit,
    agreement_line.quota,
    agreement_line.during,
    agreement_line.node_id
   FROM past.agreement_line
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (agreement_line.agreement_id IN ( SELECT visible_agreement.id
           FROM guard.visible_agreement)));

CREATE VIEW past.appointment AS
 SELECT newest.id,
    newest.person_id,
    newest.role,
    newest.organisation_id,
    newest.site_id,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.person_id,
            h.role,
            h.organisation_id,
            h.site_id,
            h.during
           FROM (history.appointment h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.appointment WITH (security_barrier='true') AS
 SELECT appointment.id,
    appointment.person_id,
    appointment.role,
    appointment.organisation_id,
    appointment.site_id,
    appointment.during
   FROM past.appointment
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.bay_use AS
 SELECT all_bay_use.chassis_id,
    all_bay_use.bay_id,
    all_bay_use.from_date,
    all_bay_use.until_date
   FROM known.all_bay_use() all_bay_use(chassis_id, bay_id, from_date, until_date);

CREATE VIEW known.blocked_unit WITH (security_barrier='true') AS
 SELECT blocked_unit.id,
    blocked_unit.rack_id,
    blocked_unit.hu,
    blocked_unit.during
   FROM past.blocked_unit
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.cooling_unit AS
 SELECT newest.id,
    newest.room_id,
    newest.zone_id,
    newest.feed_id,
    newest.name,
    newest.kind,
    newest.sensible_w,
    newest.airflow_m3_h,
    newest.x_mm,
    newest.y_mm,
    newest.width_mm,
    newest.depth_mm,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.zone_id,
            h.feed_id,
            h.name,
            h.kind,
            h.sensible_w,
            h.airflow_m3_h,
            h.x_mm,
            h.y_mm,
            h.width_mm,
            h.depth_mm,
            h.during
           FROM (history.cooling_unit h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.cooling_unit WITH (security_barrier='true') AS
 SELECT cooling_unit.id,
    cooling_unit.room_id,
    cooling_unit.zone_id,
    cooling_unit.feed_id,
    cooling_unit.name,
    cooling_unit.kind,
    cooling_unit.sensible_w,
    cooling_unit.airflow_m3_h,
    cooling_unit.x_mm,
    cooling_unit.y_mm,
    cooling_unit.width_mm,
    cooling_unit.depth_mm,
    cooling_unit.during
   FROM past.cooling_unit
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.delivery_segment AS
 SELECT newest.id,
    newest.room_id,
    newest.route,
    newest.ordinal,
    newest.name,
    newest.kind,
    newest.width_mm,
    newest.height_mm,
    newest.length_mm,
    newest.load_kg,
    newest.point_load_n
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.route,
            h.ordinal,
            h.name,
            h.kind,
            h.width_mm,
            h.height_mm,
            h.length_mm,
            h.load_kg,
            h.point_load_n
           FROM (history.delivery_segment h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.delivery_segment WITH (security_barrier='true') AS
 SELECT delivery_segment.id,
    delivery_segment.room_id,
    delivery_segment.route,
    delivery_segment.ordinal,
    delivery_segment.name,
    delivery_segment.kind,
    delivery_segment.width_mm,
    delivery_segment.height_mm,
    delivery_segment.length_mm,
    delivery_segment.load_kg,
    delivery_segment.point_load_n
   FROM past.delivery_segment
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.department AS
 SELECT newest.id,
    newest.organisation_id,
    newest.code,
    newest.name,
    newest.faculty
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.organisation_id,
            h.code,
            h.name,
            h.faculty
           FROM (history.department h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.department WITH (security_barrier='true') AS
 SELECT department.id,
    department.organisation_id,
    department.code,
    department.name,
    department.faculty
   FROM past.department
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.deputy AS
 SELECT newest.id,
    newest.person_id,
    newest.deputy_id,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.person_id,
            h.deputy_id,
            h.during
           FROM (history.deputy h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.deputy WITH (security_barrier='true') AS
 SELECT deputy.id,
    deputy.person_id,
    deputy.deputy_id,
    deputy.during
   FROM past.deputy
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.document AS
 SELECT newest.id,
    newest.subject,
    newest.subject_id,
    newest.name,
    newest.media_type,
    newest.sha256,
    newest.owner_id,
    newest.added_by,
    newest.added_at
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.subject,
            h.subject_id,
            h.name,
            h.media_type,
            h.sha256,
            h.owner_id,
            h.added_by,
            h.added_at
           FROM (history.document h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.document WITH (security_barrier='true') AS
 SELECT document.id,
    document.subject,
    document.subject_id,
    document.name,
    document.media_type,
    document.sha256,
    document.owner_id,
    document.added_by,
    document.added_at
   FROM past.document
  WHERE (( SELECT guard.is_tool() AS is_tool) OR
        CASE document.subject
            WHEN 'request'::text THEN (EXISTS ( SELECT
               FROM guard.visible_request v
              WHERE (v.id = document.subject_id)))
            WHEN 'equipment'::text THEN (EXISTS ( SELECT
               FROM guard.visible_equipment v
              WHERE (v.id = document.subject_id)))
            WHEN 'placement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_placement v
              WHERE (v.id = document.subject_id)))
            WHEN 'agreement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_agreement v
              WHERE (v.id = document.subject_id)))
            WHEN 'system'::text THEN (EXISTS ( SELECT
               FROM guard.visible_system v
              WHERE (v.system_id = document.subject_id)))
            ELSE ((document.subject, document.subject_id) IN ( SELECT s.subject,
                s.subject_id
               FROM guard.hosted_subject s
              WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
        END);

CREATE VIEW known.equipment WITH (security_barrier='true') AS
 SELECT equipment.id,
    equipment.model_id,
    equipment.request_item_id,
    equipment.system_id,
    equipment.replaces_id,
    equipment.name,
    equipment.kind,
    equipment.owner_id,
    equipment.department_id,
    equipment.sponsor_id,
    equipment.security_contact_id,
    equipment.project,
    equipment.cost_centre,
    equipment.serial,
    equipment.asset_tag,
    equipment.data_class,
    equipment.medical,
    equipment.shareable,
    equipment.warranty_until,
    equipment.last_seen,
    equipment.height_hu,
    equipment.half_width,
    equipment.width_mm,
    equipment.depth_mm,
    equipment.height_mm,
    equipment.weight_g,
    equipment.accessory_g,
    equipment.airflow,
    equipment.inlet_min_mc,
    equipment.inlet_max_mc,
    equipment.drift_mk_per_h,
    equipment.nameplate_w,
    equipment.budgeted_w,
    equipment.measured_w,
    equipment.measured_on,
    equipment.power_source,
    equipment.power_factor_permille,
    equipment.cords,
    equipment.supplies_needed,
    equipment.phases,
    equipment.plug,
    equipment.ports,
    equipment.wiped_on,
    equipment.wipe_reference,
    equipment.personal_data,
    equipment.availability_class
   FROM past.equipment
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_equipment v
          WHERE (v.id = equipment.id))));

CREATE VIEW past.equipment_contact AS
 SELECT newest.equipment_id,
    newest.person_id
   FROM ( SELECT DISTINCT ON (h.equipment_id, h.person_id) h.op,
            h.equipment_id,
            h.person_id
           FROM (history.equipment_contact h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.equipment_id, h.person_id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.equipment_contact WITH (security_barrier='true') AS
 SELECT equipment_contact.equipment_id,
    equipment_contact.person_id
   FROM past.equipment_contact
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_equipment v
          WHERE (v.id = equipment_contact.equipment_id))));

CREATE VIEW past.external_link AS
 SELECT newest.id,
    newest.subject,
    newest.subject_id,
    newest.system,
    newest.reference,
    newest.url
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.subject,
            h.subject_id,
            h.system,
            h.reference,
            h.url
           FROM (history.external_link h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.external_link WITH (security_barrier='true') AS
 SELECT external_link.id,
    external_link.subject,
    external_link.subject_id,
    external_link.system,
    external_link.reference,
    external_link.url
   FROM past.external_link
  WHERE (( SELECT guard.is_tool() AS is_tool) OR
        CASE external_link.subject
            WHEN 'request'::text THEN (EXISTS ( SELECT
               FROM guard.visible_request v
              WHERE (v.id = external_link.subject_id)))
            WHEN 'equipment'::text THEN (EXISTS ( SELECT
               FROM guard.visible_equipment v
              WHERE (v.id = external_link.subject_id)))
            WHEN 'placement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_placement v
              WHERE (v.id = external_link.subject_id)))
            WHEN 'agreement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_agreement v
              WHERE (v.id = external_link.subject_id)))
            WHEN 'system'::text THEN (EXISTS ( SELECT
               FROM guard.visible_system v
              WHERE (v.system_id = external_link.subject_id)))
            ELSE ((external_link.subject, external_link.subject_id) IN ( SELECT s.subject,
                s.subject_id
               FROM guard.hosted_subject s
              WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
        END);

CREATE VIEW past.finding AS
 SELECT newest.id,
    newest.rule,
    newest.kind,
    newest.placement_id,
    newest.node_id,
    newest.rack_id,
    newest.site_id,
    newest.requested,
    newest.used,
    newest.capacity,
    newest.unit,
    newest.during,
    newest.text,
    newest.found_on,
    newest.resolved_on,
    newest.override_id,
    newest.place,
    newest.quantity
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.rule,
            h.kind,
            h.placement_id,
            h.node_id,
            h.rack_id,
            h.site_id,
            h.requested,
            h.used,
            h.capacity,
            h.unit,
            h.during,
            h.text,
            h.found_on,
            h.resolved_on,
            h.override_id,
            h.place,
            h.quantity
           FROM (history.finding h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.finding WITH (security_barrier='true') AS
 SELECT finding.id,
    finding.rule,
    finding.kind,
    finding.placement_id,
    finding.node_id,
    finding.rack_id,
    finding.site_id,
    finding.requested,
    finding.used,
    finding.capacity,
    finding.unit,
    finding.during,
    finding.text,
    finding.found_on,
    finding.resolved_on,
    finding.override_id,
    finding.place,
    finding.quantity
   FROM past.finding
  WHERE (( SELECT guard.is_tool() AS is_tool) OR ((EXISTS ( SELECT
           FROM guard.visible_placement v
          WHERE (v.id = finding.placement_id))) OR (finding.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))));

CREATE VIEW known.floor_occupancy AS
 SELECT all_floor_occupancy.room_id,
    all_floor_occupancy.footprint,
    all_floor_occupancy.clearance,
    all_floor_occupancy.from_date,
    all_floor_occupancy.until_date
   FROM known.all_floor_occupancy() all_floor_occupancy(room_id, footprint, clearance, from_date, until_date);

CREATE VIEW past.liquid_loop AS
 SELECT newest.node_id,
    newest.medium,
    newest.supply_mc,
    newest.max_flow_ml_min
   FROM ( SELECT DISTINCT ON (h.node_id) h.op,
            h.node_id,
            h.medium,
            h.supply_mc,
            h.max_flow_ml_min
           FROM (history.liquid_loop h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.node_id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.liquid_loop WITH (security_barrier='true') AS
 SELECT liquid_loop.node_id,
    liquid_loop.medium,
    liquid_loop.supply_mc,
    liquid_loop.max_flow_ml_min
   FROM past.liquid_loop
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.load_step AS
 SELECT all_load_step.node_id,
    all_load_step.source_id,
    all_load_step.day,
    all_load_step.normal_main,
    all_load_step.normal_l1,
    all_load_step.normal_l2,
    all_load_step.normal_l3,
    all_load_step.extra_main,
    all_load_step.extra_l1,
    all_load_step.extra_l2,
    all_load_step.extra_l3
   FROM known.all_load_step() all_load_step(node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2, extra_l3);

CREATE VIEW past.manufacturer AS
 SELECT newest.id,
    newest.name
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.name
           FROM (history.manufacturer h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.manufacturer WITH (security_barrier='true') AS
 SELECT manufacturer.id,
    manufacturer.name
   FROM past.manufacturer
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.media_point AS
 SELECT newest.id,
    newest.room_id,
    newest.medium,
    newest.name,
    newest.x_mm,
    newest.y_mm,
    newest.capacity,
    newest.unit,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.medium,
            h.name,
            h.x_mm,
            h.y_mm,
            h.capacity,
            h.unit,
            h.during
           FROM (history.media_point h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.media_point WITH (security_barrier='true') AS
 SELECT media_point.id,
    media_point.room_id,
    media_point.medium,
    media_point.name,
    media_point.x_mm,
    media_point.y_mm,
    media_point.capacity,
    media_point.unit,
    media_point.during
   FROM past.media_point
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.meter_reading AS
 SELECT newest.id,
    newest.site_id,
    newest.node_id,
    newest.indicator,
    newest.at,
    newest.quantity,
    newest.unit,
    newest.source
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.site_id,
            h.node_id,
            h.indicator,
            h.at,
            h.quantity,
            h.unit,
            h.source
           FROM (history.meter_reading h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.meter_reading WITH (security_barrier='true') AS
 SELECT meter_reading.id,
    meter_reading.site_id,
    meter_reading.node_id,
    meter_reading.indicator,
    meter_reading.at,
    meter_reading.quantity,
    meter_reading.unit,
    meter_reading.source
   FROM past.meter_reading
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (meter_reading.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[])));

CREATE VIEW known.model WITH (security_barrier='true') AS
 SELECT model.id,
    model.manufacturer_id,
    model.name,
    model.slug,
    model.part_number,
    model.kind,
    model.height_hu,
    model.full_depth,
    model.depth_mm,
    model.width_mm,
    model.height_mm,
    model.half_width,
    model.weight_g,
    model.airflow,
    model.nameplate_w,
    model.inlet_min_mc,
    model.inlet_max_mc,
    model.drift_mk_per_h,
    model.clearance_front_mm,
    model.clearance_rear_mm,
    model.clearance_left_mm,
    model.clearance_right_mm,
    model.clearance_top_mm,
    model.heat_to_water_w,
    model.vibration_class,
    model.emi_nt,
    model.acoustic_db,
    model.media,
    model.interfaces,
    model.extra,
    model.source,
    model.content_hash,
    model.rail_min_mm,
    model.rail_max_mm,
    model.crate_width_mm,
    model.crate_depth_mm,
    model.crate_height_mm,
    model.crate_weight_g,
    model.water_flow_ml_min,
    model.water_inlet_min_mc,
    model.water_inlet_max_mc
   FROM past.model
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.model_bay AS
 SELECT newest.id,
    newest.model_id,
    newest.name
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.model_id,
            h.name
           FROM (history.model_bay h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.model_bay WITH (security_barrier='true') AS
 SELECT model_bay.id,
    model_bay.model_id,
    model_bay.name
   FROM past.model_bay
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.model_supply AS
 SELECT newest.id,
    newest.model_id,
    newest.name,
    newest.inlet,
    newest.maximum_w,
    newest.allocated_w,
    newest.phases
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.model_id,
            h.name,
            h.inlet,
            h.maximum_w,
            h.allocated_w,
            h.phases
           FROM (history.model_supply h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.model_supply WITH (security_barrier='true') AS
 SELECT model_supply.id,
    model_supply.model_id,
    model_supply.name,
    model_supply.inlet,
    model_supply.maximum_w,
    model_supply.allocated_w,
    model_supply.phases
   FROM past.model_supply
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.network_ports AS
 SELECT newest.id,
    newest.rack_id,
    newest.row_id,
    newest.speed_mbps,
    newest.medium,
    newest.out_of_band,
    newest.ports,
    newest.node_id,
    newest.room_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.rack_id,
            h.row_id,
            h.speed_mbps,
            h.medium,
            h.out_of_band,
            h.ports,
            h.node_id,
            h.room_id
           FROM (history.network_ports h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.network_ports WITH (security_barrier='true') AS
 SELECT network_ports.id,
    network_ports.rack_id,
    network_ports.row_id,
    network_ports.speed_mbps,
    network_ports.medium,
    network_ports.out_of_band,
    network_ports.ports,
    network_ports.node_id,
    network_ports.room_id
   FROM past.network_ports
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.node WITH (security_barrier='true') AS
 SELECT node.id,
    node.kind,
    node.parent_id,
    node.site_id,
    node.room_id,
    node.rack_id,
    node.name,
    node.side,
    node.phases,
    node.units,
    node.voltage_ln,
    node.concurrently_maintainable,
    node.during
   FROM past.node
  WHERE (( SELECT guard.is_tool() AS is_tool) OR ((node.kind <> 'agreement_line'::text) OR (EXISTS ( SELECT
           FROM known.agreement_line l
          WHERE (l.node_id = node.id)))));

CREATE VIEW past.node_kind AS
 SELECT newest.code,
    newest.dimension,
    newest.rule,
    newest.failover_rule,
    newest.level
   FROM ( SELECT DISTINCT ON (h.code) h.op,
            h.code,
            h.dimension,
            h.rule,
            h.failover_rule,
            h.level
           FROM (history.node_kind h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.code, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.node_kind WITH (security_barrier='true') AS
 SELECT node_kind.code,
    node_kind.dimension,
    node_kind.rule,
    node_kind.failover_rule,
    node_kind.level
   FROM past.node_kind
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.node_limit AS
 SELECT newest.id,
    newest.node_id,
    newest.from_date,
    newest.normal_main,
    newest.normal_line,
    newest.failover_main,
    newest.failover_line,
    newest.rating_main,
    newest.rating_line,
    newest.source,
    newest.reason
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.node_id,
            h.from_date,
            h.normal_main,
            h.normal_line,
            h.failover_main,
            h.failover_line,
            h.rating_main,
            h.rating_line,
            h.source,
            h.reason
           FROM (history.node_limit h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.node_limit WITH (security_barrier='true') AS
 SELECT node_limit.id,
    node_limit.node_id,
    node_limit.from_date,
    node_limit.normal_main,
    node_limit.normal_line,
    node_limit.failover_main,
    node_limit.failover_line,
    node_limit.rating_main,
    node_limit.rating_line,
    node_limit.source,
    node_limit.reason
   FROM past.node_limit
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM known.node n
          WHERE (n.id = node_limit.node_id))));

CREATE VIEW past.node_path AS
 WITH RECURSIVE up AS (
         SELECT n.id AS node_id,
            n.id AS ancestor_id,
            n.parent_id,
            0 AS distance
           FROM (past.node n
             JOIN past.node_kind k ON ((k.code = n.kind)))
          WHERE (k.dimension = 'power'::text)
        UNION ALL
         SELECT up_1.node_id,
            n.id,
            n.parent_id,
            (up_1.distance + 1)
           FROM (up up_1
             JOIN past.node n ON ((n.id = up_1.parent_id)))
        )
 SELECT up.node_id,
    up.ancestor_id,
    (up.distance)::smallint AS distance
   FROM up;

CREATE VIEW known.node_path WITH (security_barrier='true') AS
 SELECT node_path.node_id,
    node_path.ancestor_id,
    node_path.distance
   FROM past.node_path
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.note AS
 SELECT newest.id,
    newest.subject,
    newest.subject_id,
    newest.text,
    newest.owner_id,
    newest.author_id,
    newest.at
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.subject,
            h.subject_id,
            h.text,
            h.owner_id,
            h.author_id,
            h.at
           FROM (history.note h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.note WITH (security_barrier='true') AS
 SELECT note.id,
    note.subject,
    note.subject_id,
    note.text,
    note.owner_id,
    note.author_id,
    note.at
   FROM past.note
  WHERE (( SELECT guard.is_tool() AS is_tool) OR
        CASE note.subject
            WHEN 'request'::text THEN (EXISTS ( SELECT
               FROM guard.visible_request v
              WHERE (v.id = note.subject_id)))
            WHEN 'equipment'::text THEN (EXISTS ( SELECT
               FROM guard.visible_equipment v
              WHERE (v.id = note.subject_id)))
            WHEN 'placement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_placement v
              WHERE (v.id = note.subject_id)))
            WHEN 'agreement'::text THEN (EXISTS ( SELECT
               FROM guard.visible_agreement v
              WHERE (v.id = note.subject_id)))
            WHEN 'system'::text THEN (EXISTS ( SELECT
               FROM guard.visible_system v
              WHERE (v.system_id = note.subject_id)))
            ELSE ((note.subject, note.subject_id) IN ( SELECT s.subject,
                s.subject_id
               FROM guard.hosted_subject s
              WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
        END);

CREATE VIEW known.occupancy AS
 SELECT all_occupancy.rack_id,
    all_occupancy.hu_from,
    all_occupancy.hu_until,
    all_occupancy.depth_from,
    all_occupancy.depth_until,
    all_occupancy.width_from,
    all_occupancy.width_until,
    all_occupancy.blocked,
    all_occupancy.from_date,
    all_occupancy.until_date
   FROM known.all_occupancy() all_occupancy(rack_id, hu_from, hu_until, depth_from, depth_until, width_from, width_until, blocked, from_date, until_date);

CREATE VIEW past.organisation AS
 SELECT newest.id,
    newest.code,
    newest.name,
    newest.time_zone,
    newest.active
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.code,
            h.name,
            h.time_zone,
            h.active
           FROM (history.organisation h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.organisation WITH (security_barrier='true') AS
 SELECT organisation.id,
    organisation.code,
    organisation.name,
    organisation.time_zone,
    organisation.active
   FROM past.organisation
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.outlet WITH (security_barrier='true') AS
 SELECT outlet.id,
    outlet.node_id,
    outlet.name,
    outlet.type,
    outlet.phases,
    outlet.max_ma
   FROM past.outlet
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.outlet_use AS
 SELECT all_outlet_use.outlet_id,
    all_outlet_use.from_date,
    all_outlet_use.until_date
   FROM known.all_outlet_use() all_outlet_use(outlet_id, from_date, until_date);

CREATE VIEW past.override AS
 SELECT newest.id,
    newest.rule,
    newest.placement_id,
    newest.node_id,
    newest.reason,
    newest.until_date,
    newest.by_id,
    newest.second_id,
    newest.at,
    newest.request_id,
    newest.site_id,
    newest.by_holder_id,
    newest.second_holder_id,
    newest.confirmed_at,
    newest.withdrawn_by,
    newest.withdrawn_at
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.rule,
            h.placement_id,
            h.node_id,
            h.reason,
            h.until_date,
            h.by_id,
            h.second_id,
            h.at,
            h.request_id,
            h.site_id,
            h.by_holder_id,
            h.second_holder_id,
            h.confirmed_at,
            h.withdrawn_by,
            h.withdrawn_at
           FROM (history.override h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.override WITH (security_barrier='true') AS
 SELECT override.id,
    override.rule,
    override.placement_id,
    override.node_id,
    override.reason,
    override.until_date,
    override.by_id,
    override.second_id,
    override.at,
    override.request_id,
    override.site_id,
    override.by_holder_id,
    override.second_holder_id,
    override.confirmed_at,
    override.withdrawn_by,
    override.withdrawn_at
   FROM past.override
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_override v
          WHERE (v.id = override.id))));

CREATE VIEW past.person AS
 SELECT newest.id,
    newest.organisation_id,
    newest.department_id,
    newest.login,
    newest.active,
    newest.left_on
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.organisation_id,
            h.department_id,
            h.login,
            h.active,
            h.left_on
           FROM (history.person h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.person WITH (security_barrier='true') AS
 SELECT person.id,
    person.organisation_id,
    person.department_id,
    person.active,
    person.left_on
   FROM past.person
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.person_card AS
 SELECT person_card.person_id,
    person_card.handle,
    person_card.name,
    person_card.email
   FROM api.person_card;

CREATE VIEW known.placement WITH (security_barrier='true') AS
 SELECT placement.id,
    placement.equipment_id,
    placement.state,
    placement.during,
    placement.hold_until,
    placement.rack_id,
    placement.position_hu,
    placement.face,
    placement.half,
    placement.zero_u_slot,
    placement.bay_id,
    placement.room_id,
    placement.x_mm,
    placement.y_mm,
    placement.orientation_deg,
    placement.outlet_ids,
    placement.node_ids,
    placement.inherited,
    placement.contested,
    placement.planned_from,
    placement.chassis_id
   FROM past.placement
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_placement v
          WHERE (v.id = placement.id))));

CREATE VIEW past.plug_fit AS
 SELECT newest.inlet,
    newest.outlet
   FROM ( SELECT DISTINCT ON (h.inlet, h.outlet) h.op,
            h.inlet,
            h.outlet
           FROM (history.plug_fit h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.inlet, h.outlet, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.plug_fit WITH (security_barrier='true') AS
 SELECT plug_fit.inlet,
    plug_fit.outlet
   FROM past.plug_fit
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.rack WITH (security_barrier='true') AS
 SELECT rack.id,
    rack.room_id,
    rack.row_id,
    rack.code,
    rack.x_mm,
    rack.y_mm,
    rack.orientation_deg,
    rack.width_mm,
    rack.depth_mm,
    rack.height_mm,
    rack.height_u,
    rack.usable_depth_mm,
    rack.rail_width_in,
    rack.rail_min_mm,
    rack.rail_max_mm,
    rack.numbered_down,
    rack.zero_u_slots,
    rack.tare_g,
    rack.tare_counts,
    rack.airflow,
    rack.cooling,
    rack.cooling_zone_id,
    rack.sides,
    rack.during,
    rack.airflow_supply_m3_h,
    rack.liquid_loop_id
   FROM past.rack
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.rack_row AS
 SELECT newest.id,
    newest.room_id,
    newest.code
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.code
           FROM (history.rack_row h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.rack_row WITH (security_barrier='true') AS
 SELECT rack_row.id,
    rack_row.room_id,
    rack_row.code
   FROM past.rack_row
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.request AS
 SELECT newest.id,
    newest.number,
    newest.state,
    newest.organisation_id,
    newest.department_id,
    newest.requester_id,
    newest.sponsor_id,
    newest.security_contact_id,
    newest.project,
    newest.funder,
    newest.cost_centre,
    newest.data_class,
    newest.medical,
    newest.personal_data,
    newest.availability_class,
    newest.from_date,
    newest.until_date,
    newest.review_date,
    newest.wish_site_id,
    newest.wish_redundant,
    newest.wish_together,
    newest.wish_apart,
    newest.on_behalf_by,
    newest.evidence,
    newest.security_review,
    newest.state_reason,
    newest.submitted_at,
    newest.endorsed_at,
    newest.decided_at,
    newest.hold_until,
    newest.comment
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.number,
            h.state,
            h.organisation_id,
            h.department_id,
            h.requester_id,
            h.sponsor_id,
            h.security_contact_id,
            h.project,
            h.funder,
            h.cost_centre,
            h.data_class,
            h.medical,
            h.personal_data,
            h.availability_class,
            h.from_date,
            h.until_date,
            h.review_date,
            h.wish_site_id,
            h.wish_redundant,
            h.wish_together,
            h.wish_apart,
            h.on_behalf_by,
            h.evidence,
            h.security_review,
            h.state_reason,
            h.submitted_at,
            h.endorsed_at,
            h.decided_at,
            h.hold_until,
            h.comment
           FROM (history.request h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.request WITH (security_barrier='true') AS
 SELECT request.id,
    request.number,
    request.state,
    request.organisation_id,
    request.department_id,
    request.requester_id,
    request.sponsor_id,
    request.security_contact_id,
    request.project,
    request.funder,
    request.cost_centre,
    request.data_class,
    request.medical,
    request.personal_data,
    request.availability_class,
    request.from_date,
    request.until_date,
    request.review_date,
    request.wish_site_id,
    request.wish_redundant,
    request.wish_together,
    request.wish_apart,
    request.on_behalf_by,
    request.evidence,
    request.security_review,
    request.state_reason,
    request.submitted_at,
    request.endorsed_at,
    request.decided_at,
    request.hold_until,
    request.comment
   FROM past.request
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_request v
          WHERE (v.id = request.id))));

CREATE VIEW known.request_clock AS
 SELECT request_clock.request_id,
    request_clock.decision_due
   FROM api.request_clock
  WHERE false;

CREATE VIEW past.request_contact AS
 SELECT newest.request_id,
    newest.person_id
   FROM ( SELECT DISTINCT ON (h.request_id, h.person_id) h.op,
            h.request_id,
            h.person_id
           FROM (history.request_contact h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.request_id, h.person_id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.request_contact WITH (security_barrier='true') AS
 SELECT request_contact.request_id,
    request_contact.person_id
   FROM past.request_contact
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_request v
          WHERE (v.id = request_contact.request_id))));

CREATE VIEW past.request_item AS
 SELECT newest.id,
    newest.request_id,
    newest.ordinal,
    newest.model_id,
    newest.description,
    newest.count,
    newest.kind,
    newest.height_hu,
    newest.half_width,
    newest.width_mm,
    newest.depth_mm,
    newest.height_mm,
    newest.weight_g,
    newest.nameplate_w,
    newest.draw_w,
    newest.cords,
    newest.phases,
    newest.plug,
    newest.airflow,
    newest.inlet_min_mc,
    newest.inlet_max_mc,
    newest.ports,
    newest.shareable
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.request_id,
            h.ordinal,
            h.model_id,
            h.description,
            h.count,
            h.kind,
            h.height_hu,
            h.half_width,
            h.width_mm,
            h.depth_mm,
            h.height_mm,
            h.weight_g,
            h.nameplate_w,
            h.draw_w,
            h.cords,
            h.phases,
            h.plug,
            h.airflow,
            h.inlet_min_mc,
            h.inlet_max_mc,
            h.ports,
            h.shareable
           FROM (history.request_item h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.request_item WITH (security_barrier='true') AS
 SELECT request_item.id,
    request_item.request_id,
    request_item.ordinal,
    request_item.model_id,
    request_item.description,
    request_item.count,
    request_item.kind,
    request_item.height_hu,
    request_item.half_width,
    request_item.width_mm,
    request_item.depth_mm,
    request_item.height_mm,
    request_item.weight_g,
    request_item.nameplate_w,
    request_item.draw_w,
    request_item.cords,
    request_item.phases,
    request_item.plug,
    request_item.airflow,
    request_item.inlet_min_mc,
    request_item.inlet_max_mc,
    request_item.ports,
    request_item.shareable
   FROM past.request_item
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM guard.visible_request v
          WHERE (v.id = request_item.request_id))));

CREATE VIEW known.request_offer AS
 SELECT request_offer.request_id,
    request_offer.intentions
   FROM api.request_offer
  WHERE false;

CREATE VIEW past.role AS
 SELECT newest.code,
    newest.name_en,
    newest.name_nl
   FROM ( SELECT DISTINCT ON (h.code) h.op,
            h.code,
            h.name_en,
            h.name_nl
           FROM (history.role h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.code, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.role WITH (security_barrier='true') AS
 SELECT role.code,
    role.name_en,
    role.name_nl
   FROM past.role
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.room WITH (security_barrier='true') AS
 SELECT room.id,
    room.site_id,
    room.code,
    room.name,
    room.width_mm,
    room.depth_mm,
    room.height_mm,
    room.tile_mm,
    room.floor_class,
    room.protection_class,
    room.medical,
    room.sides,
    room.cooling_zone_id,
    room.liquid_loop_id
   FROM past.room
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.room_environment AS
 SELECT newest.id,
    newest.room_id,
    newest.name,
    newest.shape,
    newest.setpoint_mc,
    newest.drift_mk_per_h,
    newest.vibration_class,
    newest.emi_nt,
    newest.acoustic_db,
    newest.floor_load_n_m2,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.name,
            h.shape,
            h.setpoint_mc,
            h.drift_mk_per_h,
            h.vibration_class,
            h.emi_nt,
            h.acoustic_db,
            h.floor_load_n_m2,
            h.during
           FROM (history.room_environment h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.room_environment WITH (security_barrier='true') AS
 SELECT room_environment.id,
    room_environment.room_id,
    room_environment.name,
    room_environment.shape,
    room_environment.setpoint_mc,
    room_environment.drift_mk_per_h,
    room_environment.vibration_class,
    room_environment.emi_nt,
    room_environment.acoustic_db,
    room_environment.floor_load_n_m2,
    room_environment.during
   FROM past.room_environment
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.room_feature AS
 SELECT newest.id,
    newest.room_id,
    newest.kind,
    newest.name,
    newest.shape,
    newest.airflow_deg,
    newest.keep_clear
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.room_id,
            h.kind,
            h.name,
            h.shape,
            h.airflow_deg,
            h.keep_clear
           FROM (history.room_feature h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.room_feature WITH (security_barrier='true') AS
 SELECT room_feature.id,
    room_feature.room_id,
    room_feature.kind,
    room_feature.name,
    room_feature.shape,
    room_feature.airflow_deg,
    room_feature.keep_clear
   FROM past.room_feature
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.rule AS
 SELECT newest.code,
    newest.effect,
    newest.override
   FROM ( SELECT DISTINCT ON (h.code) h.op,
            h.code,
            h.effect,
            h.override
           FROM (history.rule h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.code, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.rule WITH (security_barrier='true') AS
 SELECT rule.code,
    rule.effect,
    rule.override
   FROM past.rule
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.setting WITH (security_barrier='true') AS
 SELECT setting.key,
    setting.organisation_id,
    setting.value,
    setting.description
   FROM past.setting
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.site WITH (security_barrier='true') AS
 SELECT site.id,
    site.organisation_id,
    site.code,
    site.name,
    site.address,
    site.time_zone,
    site.installed_it_w
   FROM past.site
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW known.slot_use AS
 SELECT all_slot_use.rack_id,
    all_slot_use.slot,
    all_slot_use.from_date,
    all_slot_use.until_date
   FROM known.all_slot_use() all_slot_use(rack_id, slot, from_date, until_date);

CREATE VIEW past.system AS
 SELECT newest.id,
    newest.name,
    newest.kind,
    newest.personal_data
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.name,
            h.kind,
            h.personal_data
           FROM (history.system h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.system WITH (security_barrier='true') AS
 SELECT system.id,
    system.name,
    system.kind,
    system.personal_data
   FROM past.system
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (system.id IN ( SELECT visible_system.system_id
           FROM guard.visible_system)));

CREATE VIEW past.system_share AS
 SELECT newest.id,
    newest.system_id,
    newest.organisation_id,
    newest.permille,
    newest.during
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.system_id,
            h.organisation_id,
            h.permille,
            h.during
           FROM (history.system_share h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.system_share WITH (security_barrier='true') AS
 SELECT system_share.id,
    system_share.system_id,
    system_share.organisation_id,
    system_share.permille,
    system_share.during
   FROM past.system_share
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (system_share.system_id IN ( SELECT visible_system.system_id
           FROM guard.visible_system)));

CREATE VIEW past.topic AS
 SELECT newest.code,
    newest.name_en,
    newest.name_nl
   FROM ( SELECT DISTINCT ON (h.code) h.op,
            h.code,
            h.name_en,
            h.name_nl
           FROM (history.topic h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.code, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.topic WITH (security_barrier='true') AS
 SELECT topic.code,
    topic.name_en,
    topic.name_nl
   FROM past.topic
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.unit AS
 SELECT newest.code,
    newest.name_en,
    newest.name_nl,
    newest.quantity,
    newest.base_per_unit
   FROM ( SELECT DISTINCT ON (h.code) h.op,
            h.code,
            h.name_en,
            h.name_nl,
            h.quantity,
            h.base_per_unit
           FROM (history.unit h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.code, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.unit WITH (security_barrier='true') AS
 SELECT unit.code,
    unit.name_en,
    unit.name_nl,
    unit.quantity,
    unit.base_per_unit
   FROM past.unit
  WHERE (( SELECT guard.is_tool() AS is_tool) OR true);

CREATE VIEW past.usage AS
 SELECT newest.id,
    newest.line_id,
    newest.during,
    newest.quantity,
    newest.unit,
    newest.source,
    newest.beneficiary_id
   FROM ( SELECT DISTINCT ON (h.id) h.op,
            h.id,
            h.line_id,
            h.during,
            h.quantity,
            h.unit,
            h.source,
            h.beneficiary_id
           FROM (history.usage h
             JOIN polder.change c ON ((c.id = h.change_id)))
          WHERE (c.generation <= ( SELECT past.generation() AS generation))
          ORDER BY h.id, c.generation DESC, h.step DESC) newest
  WHERE (newest.op <> 'delete'::text);

CREATE VIEW known.usage WITH (security_barrier='true') AS
 SELECT usage.id,
    usage.line_id,
    usage.during,
    usage.quantity,
    usage.unit,
    usage.source,
    usage.beneficiary_id
   FROM past.usage
  WHERE (( SELECT guard.is_tool() AS is_tool) OR (EXISTS ( SELECT
           FROM known.agreement_line l
          WHERE (l.id = usage.line_id))));

ALTER TABLE polder.agreement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.agreement_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.agreement_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.appointment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.blocked_unit (
    id integer NOT NULL,
    rack_id integer NOT NULL,
    hu int4range NOT NULL,
    reason text NOT NULL,
    during daterange DEFAULT '(,)'::daterange NOT NULL,
    CONSTRAINT blocked_unit_during_check CHECK ((NOT isempty(during))),
    CONSTRAINT blocked_unit_hu_check CHECK (((NOT isempty(hu)) AND (lower(hu) >= 0)))
);

ALTER TABLE polder.blocked_unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.blocked_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.box ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.box_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.connection ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.connection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.cooling_unit (
    id integer NOT NULL,
    room_id integer NOT NULL,
    zone_id integer NOT NULL,
    feed_id integer,
    name text NOT NULL,
    kind text NOT NULL,
    sensible_w bigint,
    airflow_m3_h integer,
    x_mm integer DEFAULT 0 NOT NULL,
    y_mm integer DEFAULT 0 NOT NULL,
    width_mm integer DEFAULT 900 NOT NULL,
    depth_mm integer DEFAULT 900 NOT NULL,
    during daterange DEFAULT '(,)'::daterange NOT NULL,
    CONSTRAINT cooling_unit_airflow_m3_h_check CHECK ((airflow_m3_h > 0)),
    CONSTRAINT cooling_unit_kind_check CHECK ((kind = ANY (ARRAY['CRAC'::text, 'CRAH'::text, 'in-row'::text, 'rear-door'::text, 'CDU'::text]))),
    CONSTRAINT cooling_unit_sensible_w_check CHECK ((sensible_w > 0))
);

ALTER TABLE polder.cooling_unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.cooling_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.delivery_segment (
    id integer NOT NULL,
    room_id integer NOT NULL,
    route text DEFAULT 'main'::text NOT NULL,
    ordinal smallint NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    width_mm integer,
    height_mm integer,
    length_mm integer,
    load_kg integer,
    point_load_n integer,
    CONSTRAINT delivery_segment_height_mm_check CHECK ((height_mm > 0)),
    CONSTRAINT delivery_segment_kind_check CHECK ((kind = ANY (ARRAY['dock'::text, 'door'::text, 'corridor'::text, 'lift'::text, 'ramp'::text, 'floor'::text]))),
    CONSTRAINT delivery_segment_length_mm_check CHECK ((length_mm > 0)),
    CONSTRAINT delivery_segment_load_kg_check CHECK ((load_kg > 0)),
    CONSTRAINT delivery_segment_point_load_n_check CHECK ((point_load_n > 0)),
    CONSTRAINT delivery_segment_width_mm_check CHECK ((width_mm > 0))
);

ALTER TABLE polder.delivery_segment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.delivery_segment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.department (
    id integer NOT NULL,
    organisation_id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    faculty text DEFAULT ''::text NOT NULL
);

ALTER TABLE polder.department ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.deputy (
    id integer NOT NULL,
    person_id integer NOT NULL,
    deputy_id integer NOT NULL,
    during daterange NOT NULL,
    CONSTRAINT deputy_check CHECK ((deputy_id <> person_id)),
    CONSTRAINT deputy_during_check CHECK ((NOT isempty(during)))
);

ALTER TABLE polder.deputy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.deputy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.document (
    id integer NOT NULL,
    subject text NOT NULL,
    subject_id integer NOT NULL,
    name text NOT NULL,
    media_type text DEFAULT 'application/octet-stream'::text NOT NULL,
    sha256 bytea NOT NULL,
    bytes bytea NOT NULL,
    owner_id integer,
    added_by integer,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT document_bytes_check CHECK ((length(bytes) <= 26214400)),
    CONSTRAINT document_sha256_check CHECK ((length(sha256) = 32))
);

ALTER TABLE polder.document ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.equipment_contact (
    equipment_id integer NOT NULL,
    person_id integer NOT NULL
);

ALTER TABLE polder.equipment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.equipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.external_link (
    id integer NOT NULL,
    subject text NOT NULL,
    subject_id integer NOT NULL,
    system text NOT NULL,
    reference text NOT NULL,
    url text DEFAULT ''::text NOT NULL
);

ALTER TABLE polder.external_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.external_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.finding (
    id bigint NOT NULL,
    rule text NOT NULL,
    kind text DEFAULT 'violation'::text NOT NULL,
    placement_id integer,
    node_id integer,
    rack_id integer,
    site_id integer,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text DEFAULT ''::text NOT NULL,
    during daterange NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    found_on date NOT NULL,
    resolved_on date,
    override_id integer,
    place text DEFAULT ''::text NOT NULL,
    quantity text DEFAULT ''::text NOT NULL,
    CONSTRAINT finding_kind_check CHECK ((kind = ANY (ARRAY['violation'::text, 'contested'::text, 'unknown'::text, 'audit'::text, 'warning'::text])))
);

ALTER TABLE polder.finding ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.generation (
    single boolean DEFAULT true NOT NULL,
    value bigint NOT NULL,
    CONSTRAINT generation_single_check CHECK (single)
)
WITH (fillfactor='50', autovacuum_vacuum_threshold='500');

CREATE TABLE polder.intention (
    key uuid NOT NULL,
    change_id bigint,
    person_id integer,
    name text NOT NULL,
    arguments jsonb NOT NULL,
    result jsonb,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE polder.ledger_peak (
    node_id integer NOT NULL,
    source_id integer NOT NULL,
    since date DEFAULT '-infinity'::date NOT NULL,
    level_main bigint DEFAULT 0 NOT NULL,
    level_l1 bigint DEFAULT 0 NOT NULL,
    level_l2 bigint DEFAULT 0 NOT NULL,
    level_l3 bigint DEFAULT 0 NOT NULL,
    extra_main bigint DEFAULT 0 NOT NULL,
    extra_l1 bigint DEFAULT 0 NOT NULL,
    extra_l2 bigint DEFAULT 0 NOT NULL,
    extra_l3 bigint DEFAULT 0 NOT NULL,
    normal_main bigint NOT NULL,
    normal_l1 bigint NOT NULL,
    normal_l2 bigint NOT NULL,
    normal_l3 bigint NOT NULL,
    total_main bigint NOT NULL,
    total_l1 bigint NOT NULL,
    total_l2 bigint NOT NULL,
    total_l3 bigint NOT NULL,
    may_main bigint DEFAULT '-1'::integer,
    may_line bigint DEFAULT '-1'::integer,
    may_failover_main bigint DEFAULT '-1'::integer,
    may_failover_line bigint DEFAULT '-1'::integer
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_threshold='500');

CREATE TABLE polder.liquid_loop (
    node_id integer NOT NULL,
    medium text DEFAULT 'water'::text NOT NULL,
    supply_mc integer,
    max_flow_ml_min bigint,
    CONSTRAINT liquid_loop_max_flow_ml_min_check CHECK ((max_flow_ml_min > 0))
);

CREATE TABLE polder.manufacturer (
    id integer NOT NULL,
    name text NOT NULL
);

ALTER TABLE polder.manufacturer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.manufacturer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.media_point (
    id integer NOT NULL,
    room_id integer NOT NULL,
    medium text NOT NULL,
    name text NOT NULL,
    x_mm integer NOT NULL,
    y_mm integer NOT NULL,
    capacity numeric,
    unit text,
    during daterange DEFAULT '(,)'::daterange NOT NULL
);

ALTER TABLE polder.media_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.media_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.meter_reading (
    id bigint NOT NULL,
    site_id integer NOT NULL,
    node_id integer,
    indicator text NOT NULL,
    at timestamp with time zone NOT NULL,
    quantity numeric NOT NULL,
    unit text NOT NULL,
    source text NOT NULL
);

ALTER TABLE polder.meter_reading ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.meter_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.model_bay (
    id integer NOT NULL,
    model_id integer NOT NULL,
    name text NOT NULL
);

ALTER TABLE polder.model_bay ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.model_bay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.model ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.model_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.model_supply (
    id integer NOT NULL,
    model_id integer NOT NULL,
    name text NOT NULL,
    inlet text,
    maximum_w integer,
    allocated_w integer,
    phases text DEFAULT '1'::text NOT NULL,
    CONSTRAINT model_supply_allocated_w_check CHECK ((allocated_w >= 0)),
    CONSTRAINT model_supply_maximum_w_check CHECK ((maximum_w >= 0)),
    CONSTRAINT model_supply_phases_check CHECK ((phases = ANY (ARRAY['1'::text, '123'::text])))
);

ALTER TABLE polder.model_supply ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.model_supply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.network_ports (
    id integer NOT NULL,
    rack_id integer,
    row_id integer,
    speed_mbps integer NOT NULL,
    medium text NOT NULL,
    out_of_band boolean DEFAULT false NOT NULL,
    ports integer NOT NULL,
    node_id integer,
    room_id integer,
    CONSTRAINT network_ports_check CHECK ((num_nonnulls(rack_id, row_id, room_id) = 1)),
    CONSTRAINT network_ports_ports_check CHECK ((ports >= 0)),
    CONSTRAINT network_ports_speed_mbps_check CHECK ((speed_mbps > 0))
);

ALTER TABLE polder.network_ports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.network_ports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.node ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.node_kind (
    code text NOT NULL,
    dimension text NOT NULL,
    rule text NOT NULL,
    failover_rule text,
    level smallint NOT NULL,
    CONSTRAINT node_kind_dimension_check CHECK ((dimension = ANY (ARRAY['power'::text, 'heat'::text, 'mass'::text, 'space'::text, 'quota'::text, 'ports'::text, 'flow'::text])))
);

ALTER TABLE polder.node_limit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.node_limit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.node_path (
    node_id integer NOT NULL,
    ancestor_id integer NOT NULL,
    distance smallint NOT NULL
);

CREATE TABLE polder.note (
    id integer NOT NULL,
    subject text NOT NULL,
    subject_id integer NOT NULL,
    text text NOT NULL,
    owner_id integer,
    author_id integer,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT note_text_check CHECK ((text <> ''::text))
);

ALTER TABLE polder.note ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.notice (
    id bigint NOT NULL,
    change_id bigint NOT NULL,
    recipient_id integer NOT NULL,
    topic text NOT NULL,
    body jsonb NOT NULL,
    sent_at timestamp with time zone
);

ALTER TABLE polder.notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.organisation (
    id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    time_zone text DEFAULT 'Europe/Amsterdam'::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT organisation_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9_-]*$'::text))
);

ALTER TABLE polder.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.outlet ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.outlet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.override ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.placement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.plug_fit (
    inlet text NOT NULL,
    outlet text NOT NULL
);

ALTER TABLE polder.rack ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.rack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.rack_row (
    id integer NOT NULL,
    room_id integer NOT NULL,
    code text NOT NULL
);

ALTER TABLE polder.rack_row ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.rack_row_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.request_contact (
    request_id integer NOT NULL,
    person_id integer NOT NULL
);

ALTER TABLE polder.request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.request_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.request_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE polder.request_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE polder.role (
    code text NOT NULL,
    name_en text NOT NULL,
    name_nl text NOT NULL
);

ALTER TABLE polder.room_environment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.room_environment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.room_feature (
    id integer NOT NULL,
    room_id integer NOT NULL,
    kind text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    shape jsonb NOT NULL,
    airflow_deg smallint,
    keep_clear boolean DEFAULT false NOT NULL,
    CONSTRAINT room_feature_airflow_deg_check CHECK (((airflow_deg >= 0) AND (airflow_deg <= 359))),
    CONSTRAINT room_feature_kind_check CHECK ((kind = ANY (ARRAY['wall'::text, 'column'::text, 'door'::text, 'aisle_cold'::text, 'aisle_hot'::text, 'containment'::text, 'ramp'::text, 'area'::text]))),
    CONSTRAINT room_feature_shape_check CHECK ((jsonb_typeof(shape) = 'array'::text))
);

ALTER TABLE polder.room_feature ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.room_feature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.room ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.setting ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.setting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.site_lock (
    site_id integer NOT NULL,
    taken bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50', autovacuum_vacuum_threshold='500');

ALTER TABLE polder.slot_box ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.slot_box_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.system (
    id integer NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'cluster'::text NOT NULL,
    personal_data boolean DEFAULT false NOT NULL,
    CONSTRAINT system_kind_check CHECK ((kind = ANY (ARRAY['cluster'::text, 'storage'::text, 'network'::text, 'instrument'::text])))
);

ALTER TABLE polder.system ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.system_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE polder.system_share ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.system_share_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder.topic (
    code text NOT NULL,
    name_en text NOT NULL,
    name_nl text NOT NULL
);

CREATE TABLE polder.unit (
    code text NOT NULL,
    name_en text NOT NULL,
    name_nl text NOT NULL,
    quantity text NOT NULL,
    base_per_unit bigint NOT NULL,
    CONSTRAINT unit_base_per_unit_check CHECK ((base_per_unit > 0))
);

CREATE TABLE polder.usage (
    id bigint NOT NULL,
    line_id integer NOT NULL,
    during daterange NOT NULL,
    quantity numeric NOT NULL,
    unit text NOT NULL,
    source text NOT NULL,
    beneficiary_id integer,
    CONSTRAINT usage_during_check CHECK ((NOT isempty(during)))
);

ALTER TABLE polder.usage ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME polder.usage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE polder_meta.migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_agreement_id_topic_unit_during_key UNIQUE (agreement_id, topic, unit, during);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_node_id_key UNIQUE (node_id);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.agreement
    ADD CONSTRAINT agreement_reference_key UNIQUE (reference);

ALTER TABLE ONLY polder.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.blocked_unit
    ADD CONSTRAINT blocked_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.box
    ADD CONSTRAINT box_overlap EXCLUDE USING gist (rack_id WITH =, hu WITH &&, depth WITH &&, width WITH &&, during WITH &&);

ALTER TABLE ONLY polder.box
    ADD CONSTRAINT box_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.change
    ADD CONSTRAINT change_generation_key UNIQUE (generation);

ALTER TABLE ONLY polder.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.charge
    ADD CONSTRAINT charge_pkey PRIMARY KEY (placement_id, node_id, source_id, during);

ALTER TABLE ONLY polder.connection
    ADD CONSTRAINT connection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.cooling_unit
    ADD CONSTRAINT cooling_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.cord_share
    ADD CONSTRAINT cord_share_pkey PRIMARY KEY (cords, node_id, source_id);

ALTER TABLE ONLY polder.delivery_segment
    ADD CONSTRAINT delivery_segment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.delivery_segment
    ADD CONSTRAINT delivery_segment_room_id_route_ordinal_key UNIQUE (room_id, route, ordinal);

ALTER TABLE ONLY polder.department
    ADD CONSTRAINT department_organisation_id_code_key UNIQUE (organisation_id, code);

ALTER TABLE ONLY polder.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.deputy
    ADD CONSTRAINT deputy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.equipment_contact
    ADD CONSTRAINT equipment_contact_pkey PRIMARY KEY (equipment_id, person_id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_owner_id_asset_tag_key UNIQUE (owner_id, asset_tag);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_owner_id_serial_key UNIQUE (owner_id, serial);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.external_link
    ADD CONSTRAINT external_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.external_link
    ADD CONSTRAINT external_link_system_reference_subject_subject_id_key UNIQUE (system, reference, subject, subject_id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.floor_shape
    ADD CONSTRAINT floor_shape_pkey PRIMARY KEY (placement_id);

ALTER TABLE ONLY polder.generation
    ADD CONSTRAINT generation_pkey PRIMARY KEY (single);

ALTER TABLE ONLY polder.intention
    ADD CONSTRAINT intention_pkey PRIMARY KEY (key);

ALTER TABLE ONLY polder.ledger_peak
    ADD CONSTRAINT ledger_peak_pkey PRIMARY KEY (node_id, source_id);

ALTER TABLE ONLY polder.ledger
    ADD CONSTRAINT ledger_pkey PRIMARY KEY (node_id, source_id, day);

ALTER TABLE ONLY polder.liquid_loop
    ADD CONSTRAINT liquid_loop_pkey PRIMARY KEY (node_id);

ALTER TABLE ONLY polder.manufacturer
    ADD CONSTRAINT manufacturer_name_key UNIQUE (name);

ALTER TABLE ONLY polder.manufacturer
    ADD CONSTRAINT manufacturer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.media_point
    ADD CONSTRAINT media_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.meter_reading
    ADD CONSTRAINT meter_reading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.meter_reading
    ADD CONSTRAINT meter_reading_site_id_node_id_indicator_at_key UNIQUE NULLS NOT DISTINCT (site_id, node_id, indicator, at);

ALTER TABLE ONLY polder.model_bay
    ADD CONSTRAINT model_bay_model_id_name_key UNIQUE (model_id, name);

ALTER TABLE ONLY polder.model_bay
    ADD CONSTRAINT model_bay_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.model
    ADD CONSTRAINT model_manufacturer_id_name_key UNIQUE (manufacturer_id, name);

ALTER TABLE ONLY polder.model
    ADD CONSTRAINT model_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.model
    ADD CONSTRAINT model_slug_key UNIQUE (slug);

ALTER TABLE ONLY polder.model_supply
    ADD CONSTRAINT model_supply_model_id_name_key UNIQUE (model_id, name);

ALTER TABLE ONLY polder.model_supply
    ADD CONSTRAINT model_supply_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_node_id_key UNIQUE (node_id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_rack_id_row_id_room_id_speed_mbps_medium_out__key UNIQUE NULLS NOT DISTINCT (rack_id, row_id, room_id, speed_mbps, medium, out_of_band);

ALTER TABLE ONLY polder.node_kind
    ADD CONSTRAINT node_kind_pkey PRIMARY KEY (code);

ALTER TABLE ONLY polder.node_limit
    ADD CONSTRAINT node_limit_node_id_from_date_key UNIQUE (node_id, from_date);

ALTER TABLE ONLY polder.node_limit
    ADD CONSTRAINT node_limit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.node_path
    ADD CONSTRAINT node_path_pkey PRIMARY KEY (node_id, ancestor_id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.organisation
    ADD CONSTRAINT organisation_code_key UNIQUE (code);

ALTER TABLE ONLY polder.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.outlet
    ADD CONSTRAINT outlet_node_id_name_key UNIQUE (node_id, name);

ALTER TABLE ONLY polder.connection
    ADD CONSTRAINT outlet_overlap EXCLUDE USING gist (outlet_id WITH =, during WITH &&);

ALTER TABLE ONLY polder.outlet
    ADD CONSTRAINT outlet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.person_detail
    ADD CONSTRAINT person_detail_handle_key UNIQUE (handle);

ALTER TABLE ONLY polder.person_detail
    ADD CONSTRAINT person_detail_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY polder.person
    ADD CONSTRAINT person_login_key UNIQUE (login);

ALTER TABLE ONLY polder.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.plug_fit
    ADD CONSTRAINT plug_fit_pkey PRIMARY KEY (inlet, outlet);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_room_id_code_key UNIQUE (room_id, code);

ALTER TABLE ONLY polder.rack_row
    ADD CONSTRAINT rack_row_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.rack_row
    ADD CONSTRAINT rack_row_room_id_code_key UNIQUE (room_id, code);

ALTER TABLE ONLY polder.request_contact
    ADD CONSTRAINT request_contact_pkey PRIMARY KEY (request_id, person_id);

ALTER TABLE ONLY polder.request_item
    ADD CONSTRAINT request_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.request_item
    ADD CONSTRAINT request_item_request_id_ordinal_key UNIQUE (request_id, ordinal);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_number_key UNIQUE (number);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (code);

ALTER TABLE ONLY polder.room_environment
    ADD CONSTRAINT room_environment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.room_feature
    ADD CONSTRAINT room_feature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.room
    ADD CONSTRAINT room_site_id_code_key UNIQUE (site_id, code);

ALTER TABLE ONLY polder.rule
    ADD CONSTRAINT rule_pkey PRIMARY KEY (code);

ALTER TABLE ONLY polder.setting
    ADD CONSTRAINT setting_key_organisation_id_key UNIQUE NULLS NOT DISTINCT (key, organisation_id);

ALTER TABLE ONLY polder.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.site
    ADD CONSTRAINT site_code_key UNIQUE (code);

ALTER TABLE ONLY polder.site_lock
    ADD CONSTRAINT site_lock_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY polder.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.slot_box
    ADD CONSTRAINT slot_box_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.slot_box
    ADD CONSTRAINT slot_overlap EXCLUDE USING gist (rack_id WITH =, chassis_id WITH =, slot WITH =, during WITH &&);

ALTER TABLE ONLY polder.system
    ADD CONSTRAINT system_name_key UNIQUE (name);

ALTER TABLE ONLY polder.system
    ADD CONSTRAINT system_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.system_share
    ADD CONSTRAINT system_share_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder.system_share
    ADD CONSTRAINT system_share_system_id_organisation_id_during_excl EXCLUDE USING gist (system_id WITH =, organisation_id WITH =, during WITH &&);

ALTER TABLE ONLY polder.topic
    ADD CONSTRAINT topic_pkey PRIMARY KEY (code);

ALTER TABLE ONLY polder.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (code);

ALTER TABLE ONLY polder.usage
    ADD CONSTRAINT usage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY polder_meta.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

CREATE INDEX agreement_change_id_idx ON history.agreement USING btree (change_id);

CREATE INDEX agreement_id_change_id_idx ON history.agreement USING btree (id, change_id);

CREATE INDEX agreement_line_change_id_idx ON history.agreement_line USING btree (change_id);

CREATE INDEX agreement_line_id_change_id_idx ON history.agreement_line USING btree (id, change_id);

CREATE INDEX appointment_change_id_idx ON history.appointment USING btree (change_id);

CREATE INDEX appointment_id_change_id_idx ON history.appointment USING btree (id, change_id);

CREATE INDEX blocked_unit_change_id_idx ON history.blocked_unit USING btree (change_id);

CREATE INDEX blocked_unit_id_change_id_idx ON history.blocked_unit USING btree (id, change_id);

CREATE INDEX cooling_unit_change_id_idx ON history.cooling_unit USING btree (change_id);

CREATE INDEX cooling_unit_id_change_id_idx ON history.cooling_unit USING btree (id, change_id);

CREATE INDEX delivery_segment_change_id_idx ON history.delivery_segment USING btree (change_id);

CREATE INDEX delivery_segment_id_change_id_idx ON history.delivery_segment USING btree (id, change_id);

CREATE INDEX department_change_id_idx ON history.department USING btree (change_id);

CREATE INDEX department_id_change_id_idx ON history.department USING btree (id, change_id);

CREATE INDEX deputy_change_id_idx ON history.deputy USING btree (change_id);

CREATE INDEX deputy_id_change_id_idx ON history.deputy USING btree (id, change_id);

CREATE INDEX document_change_id_idx ON history.document USING btree (change_id);

CREATE INDEX document_id_change_id_idx ON history.document USING btree (id, change_id);

CREATE INDEX equipment_change_id_idx ON history.equipment USING btree (change_id);

CREATE INDEX equipment_contact_change_id_idx ON history.equipment_contact USING btree (change_id);

CREATE INDEX equipment_contact_equipment_id_person_id_change_id_idx ON history.equipment_contact USING btree (equipment_id, person_id, change_id);

CREATE INDEX equipment_id_change_id_idx ON history.equipment USING btree (id, change_id);

CREATE INDEX external_link_change_id_idx ON history.external_link USING btree (change_id);

CREATE INDEX external_link_id_change_id_idx ON history.external_link USING btree (id, change_id);

CREATE INDEX finding_change_id_idx ON history.finding USING btree (change_id);

CREATE INDEX finding_id_change_id_idx ON history.finding USING btree (id, change_id);

CREATE INDEX liquid_loop_change_id_idx ON history.liquid_loop USING btree (change_id);

CREATE INDEX liquid_loop_node_id_change_id_idx ON history.liquid_loop USING btree (node_id, change_id);

CREATE INDEX manufacturer_change_id_idx ON history.manufacturer USING btree (change_id);

CREATE INDEX manufacturer_id_change_id_idx ON history.manufacturer USING btree (id, change_id);

CREATE INDEX media_point_change_id_idx ON history.media_point USING btree (change_id);

CREATE INDEX media_point_id_change_id_idx ON history.media_point USING btree (id, change_id);

CREATE INDEX meter_reading_change_id_idx ON history.meter_reading USING btree (change_id);

CREATE INDEX meter_reading_id_change_id_idx ON history.meter_reading USING btree (id, change_id);

CREATE INDEX model_bay_change_id_idx ON history.model_bay USING btree (change_id);

CREATE INDEX model_bay_id_change_id_idx ON history.model_bay USING btree (id, change_id);

CREATE INDEX model_change_id_idx ON history.model USING btree (change_id);

CREATE INDEX model_id_change_id_idx ON history.model USING btree (id, change_id);

CREATE INDEX model_supply_change_id_idx ON history.model_supply USING btree (change_id);

CREATE INDEX model_supply_id_change_id_idx ON history.model_supply USING btree (id, change_id);

CREATE INDEX network_ports_change_id_idx ON history.network_ports USING btree (change_id);

CREATE INDEX network_ports_id_change_id_idx ON history.network_ports USING btree (id, change_id);

CREATE INDEX node_change_id_idx ON history.node USING btree (change_id);

CREATE INDEX node_id_change_id_idx ON history.node USING btree (id, change_id);

CREATE INDEX node_kind_change_id_idx ON history.node_kind USING btree (change_id);

CREATE INDEX node_kind_code_change_id_idx ON history.node_kind USING btree (code, change_id);

CREATE INDEX node_limit_change_id_idx ON history.node_limit USING btree (change_id);

CREATE INDEX node_limit_id_change_id_idx ON history.node_limit USING btree (id, change_id);

CREATE INDEX note_change_id_idx ON history.note USING btree (change_id);

CREATE INDEX note_id_change_id_idx ON history.note USING btree (id, change_id);

CREATE INDEX organisation_change_id_idx ON history.organisation USING btree (change_id);

CREATE INDEX organisation_id_change_id_idx ON history.organisation USING btree (id, change_id);

CREATE INDEX outlet_change_id_idx ON history.outlet USING btree (change_id);

CREATE INDEX outlet_id_change_id_idx ON history.outlet USING btree (id, change_id);

CREATE INDEX override_change_id_idx ON history.override USING btree (change_id);

CREATE INDEX override_id_change_id_idx ON history.override USING btree (id, change_id);

CREATE INDEX person_change_id_idx ON history.person USING btree (change_id);

CREATE INDEX person_id_change_id_idx ON history.person USING btree (id, change_id);

CREATE INDEX placement_change_id_idx ON history.placement USING btree (change_id);

CREATE INDEX placement_id_change_id_idx ON history.placement USING btree (id, change_id);

CREATE INDEX plug_fit_change_id_idx ON history.plug_fit USING btree (change_id);

CREATE INDEX plug_fit_inlet_outlet_change_id_idx ON history.plug_fit USING btree (inlet, outlet, change_id);

CREATE INDEX rack_change_id_idx ON history.rack USING btree (change_id);

CREATE INDEX rack_id_change_id_idx ON history.rack USING btree (id, change_id);

CREATE INDEX rack_row_change_id_idx ON history.rack_row USING btree (change_id);

CREATE INDEX rack_row_id_change_id_idx ON history.rack_row USING btree (id, change_id);

CREATE INDEX request_change_id_idx ON history.request USING btree (change_id);

CREATE INDEX request_contact_change_id_idx ON history.request_contact USING btree (change_id);

CREATE INDEX request_contact_request_id_person_id_change_id_idx ON history.request_contact USING btree (request_id, person_id, change_id);

CREATE INDEX request_id_change_id_idx ON history.request USING btree (id, change_id);

CREATE INDEX request_item_change_id_idx ON history.request_item USING btree (change_id);

CREATE INDEX request_item_id_change_id_idx ON history.request_item USING btree (id, change_id);

CREATE INDEX role_change_id_idx ON history.role USING btree (change_id);

CREATE INDEX role_code_change_id_idx ON history.role USING btree (code, change_id);

CREATE INDEX room_change_id_idx ON history.room USING btree (change_id);

CREATE INDEX room_environment_change_id_idx ON history.room_environment USING btree (change_id);

CREATE INDEX room_environment_id_change_id_idx ON history.room_environment USING btree (id, change_id);

CREATE INDEX room_feature_change_id_idx ON history.room_feature USING btree (change_id);

CREATE INDEX room_feature_id_change_id_idx ON history.room_feature USING btree (id, change_id);

CREATE INDEX room_id_change_id_idx ON history.room USING btree (id, change_id);

CREATE INDEX rule_change_id_idx ON history.rule USING btree (change_id);

CREATE INDEX rule_code_change_id_idx ON history.rule USING btree (code, change_id);

CREATE INDEX setting_change_id_idx ON history.setting USING btree (change_id);

CREATE INDEX setting_id_change_id_idx ON history.setting USING btree (id, change_id);

CREATE INDEX site_change_id_idx ON history.site USING btree (change_id);

CREATE INDEX site_id_change_id_idx ON history.site USING btree (id, change_id);

CREATE INDEX system_change_id_idx ON history.system USING btree (change_id);

CREATE INDEX system_id_change_id_idx ON history.system USING btree (id, change_id);

CREATE INDEX system_share_change_id_idx ON history.system_share USING btree (change_id);

CREATE INDEX system_share_id_change_id_idx ON history.system_share USING btree (id, change_id);

CREATE INDEX topic_change_id_idx ON history.topic USING btree (change_id);

CREATE INDEX topic_code_change_id_idx ON history.topic USING btree (code, change_id);

CREATE INDEX unit_change_id_idx ON history.unit USING btree (change_id);

CREATE INDEX unit_code_change_id_idx ON history.unit USING btree (code, change_id);

CREATE INDEX usage_change_id_idx ON history.usage USING btree (change_id);

CREATE INDEX usage_id_change_id_idx ON history.usage USING btree (id, change_id);

CREATE INDEX agreement_guest_id_idx ON polder.agreement USING btree (guest_id);

CREATE INDEX agreement_host_id_guest_id_idx ON polder.agreement USING btree (host_id, guest_id);

CREATE INDEX agreement_line_topic_idx ON polder.agreement_line USING btree (topic);

CREATE INDEX agreement_line_unit_idx ON polder.agreement_line USING btree (unit);

CREATE INDEX appointment_organisation_id_idx ON polder.appointment USING btree (organisation_id);

CREATE INDEX appointment_person_id_idx ON polder.appointment USING btree (person_id);

CREATE INDEX appointment_role_idx ON polder.appointment USING btree (role);

CREATE INDEX appointment_site_id_idx ON polder.appointment USING btree (site_id);

CREATE INDEX blocked_unit_rack_id_idx ON polder.blocked_unit USING btree (rack_id);

CREATE INDEX box_blocked_id_idx ON polder.box USING btree (blocked_id);

CREATE INDEX box_placement_id_idx ON polder.box USING btree (placement_id);

CREATE INDEX change_day_generation_idx ON polder.change USING btree (day, generation);

CREATE INDEX change_person_id_idx ON polder.change USING btree (person_id);

CREATE UNIQUE INDEX change_transaction_idx ON polder.change USING btree (transaction) WHERE (generation IS NULL);

CREATE INDEX connection_node_id_idx ON polder.connection USING btree (node_id);

CREATE INDEX connection_placement_id_idx ON polder.connection USING btree (placement_id);

CREATE INDEX cooling_unit_feed_id_idx ON polder.cooling_unit USING btree (feed_id);

CREATE INDEX cooling_unit_room_id_idx ON polder.cooling_unit USING btree (room_id);

CREATE INDEX cooling_unit_zone_id_idx ON polder.cooling_unit USING btree (zone_id);

CREATE INDEX cord_share_node_id_idx ON polder.cord_share USING btree (node_id);

CREATE INDEX deputy_deputy_id_idx ON polder.deputy USING btree (deputy_id);

CREATE INDEX deputy_person_id_idx ON polder.deputy USING btree (person_id);

CREATE INDEX document_added_by_idx ON polder.document USING btree (added_by);

CREATE INDEX document_owner_id_idx ON polder.document USING btree (owner_id);

CREATE INDEX document_subject_subject_id_idx ON polder.document USING btree (subject, subject_id);

CREATE INDEX equipment_contact_person_id_idx ON polder.equipment_contact USING btree (person_id);

CREATE INDEX equipment_department_id_idx ON polder.equipment USING btree (department_id);

CREATE INDEX equipment_model_id_idx ON polder.equipment USING btree (model_id);

CREATE INDEX equipment_replaces_id_idx ON polder.equipment USING btree (replaces_id);

CREATE INDEX equipment_request_item_id_idx ON polder.equipment USING btree (request_item_id);

CREATE INDEX equipment_security_contact_id_idx ON polder.equipment USING btree (security_contact_id);

CREATE INDEX equipment_sponsor_id_idx ON polder.equipment USING btree (sponsor_id);

CREATE INDEX equipment_system_id_idx ON polder.equipment USING btree (system_id);

CREATE INDEX external_link_subject_subject_id_idx ON polder.external_link USING btree (subject, subject_id);

CREATE INDEX finding_node_id_idx ON polder.finding USING btree (node_id);

CREATE INDEX finding_override_id_idx ON polder.finding USING btree (override_id);

CREATE INDEX finding_placement_id_idx ON polder.finding USING btree (placement_id);

CREATE INDEX finding_rack_id_idx ON polder.finding USING btree (rack_id);

CREATE INDEX finding_site_id_idx ON polder.finding USING btree (site_id);

CREATE INDEX finding_warning ON polder.finding USING btree (placement_id) WHERE ((kind = 'warning'::text) AND (resolved_on IS NULL));

CREATE INDEX floor_shape_room_id_bounds_idx ON polder.floor_shape USING gist (room_id, bounds);

CREATE INDEX intention_change_id_idx ON polder.intention USING btree (change_id);

CREATE INDEX intention_person_id_idx ON polder.intention USING btree (person_id);

CREATE INDEX media_point_room_id_idx ON polder.media_point USING btree (room_id);

CREATE INDEX meter_reading_node_id_idx ON polder.meter_reading USING btree (node_id);

CREATE INDEX misfit_placement_id_idx ON polder.misfit USING btree (placement_id);

CREATE INDEX network_ports_rack_id_idx ON polder.network_ports USING btree (rack_id);

CREATE INDEX network_ports_room_id_idx ON polder.network_ports USING btree (room_id);

CREATE INDEX network_ports_row_id_idx ON polder.network_ports USING btree (row_id);

CREATE INDEX node_kind_idx ON polder.node USING btree (kind);

CREATE INDEX node_parent_id_idx ON polder.node USING btree (parent_id);

CREATE INDEX node_path_ancestor_id_idx ON polder.node_path USING btree (ancestor_id);

CREATE INDEX node_rack_id_kind_idx ON polder.node USING btree (rack_id, kind);

CREATE INDEX node_room_id_idx ON polder.node USING btree (room_id);

CREATE INDEX node_site_id_idx ON polder.node USING btree (site_id);

CREATE INDEX note_author_id_idx ON polder.note USING btree (author_id);

CREATE INDEX note_owner_id_idx ON polder.note USING btree (owner_id);

CREATE INDEX note_subject_subject_id_idx ON polder.note USING btree (subject, subject_id);

CREATE INDEX notice_change_id_idx ON polder.notice USING btree (change_id);

CREATE INDEX notice_recipient_id_id_idx ON polder.notice USING btree (recipient_id, id);

CREATE INDEX override_by_holder_id_idx ON polder.override USING btree (by_holder_id);

CREATE INDEX override_by_id_idx ON polder.override USING btree (by_id);

CREATE INDEX override_node_id_idx ON polder.override USING btree (node_id);

CREATE INDEX override_placement_id_idx ON polder.override USING btree (placement_id);

CREATE INDEX override_request_id_idx ON polder.override USING btree (request_id);

CREATE INDEX override_rule_idx ON polder.override USING btree (rule);

CREATE INDEX override_second_holder_id_idx ON polder.override USING btree (second_holder_id);

CREATE INDEX override_second_id_idx ON polder.override USING btree (second_id);

CREATE INDEX override_site_id_idx ON polder.override USING btree (site_id);

CREATE INDEX override_withdrawn_by_idx ON polder.override USING btree (withdrawn_by);

CREATE INDEX person_department_id_idx ON polder.person USING btree (department_id);

CREATE INDEX person_organisation_id_idx ON polder.person USING btree (organisation_id);

CREATE INDEX placement_bay_id_idx ON polder.placement USING btree (bay_id);

CREATE INDEX placement_chassis_id_idx ON polder.placement USING btree (chassis_id);

CREATE INDEX placement_equipment_id_idx ON polder.placement USING btree (equipment_id);

CREATE INDEX placement_hold ON polder.placement USING btree (hold_until) WHERE (state = 'held'::text);

CREATE INDEX placement_planned_from_idx ON polder.placement USING btree (planned_from);

CREATE INDEX placement_rack_id_idx ON polder.placement USING btree (rack_id);

CREATE INDEX placement_room_id_idx ON polder.placement USING btree (room_id);

CREATE INDEX rack_cooling_zone_id_idx ON polder.rack USING btree (cooling_zone_id);

CREATE INDEX rack_liquid_loop_id_idx ON polder.rack USING btree (liquid_loop_id);

CREATE INDEX rack_row_id_idx ON polder.rack USING btree (row_id);

CREATE INDEX request_contact_person_id_idx ON polder.request_contact USING btree (person_id);

CREATE INDEX request_department_id_idx ON polder.request USING btree (department_id);

CREATE INDEX request_item_model_id_idx ON polder.request_item USING btree (model_id);

CREATE INDEX request_on_behalf_by_idx ON polder.request USING btree (on_behalf_by);

CREATE INDEX request_organisation_id_idx ON polder.request USING btree (organisation_id);

CREATE INDEX request_requester_id_idx ON polder.request USING btree (requester_id);

CREATE INDEX request_security_contact_id_idx ON polder.request USING btree (security_contact_id);

CREATE INDEX request_sponsor_id_idx ON polder.request USING btree (sponsor_id);

CREATE INDEX request_state_idx ON polder.request USING btree (state);

CREATE INDEX request_wish_site_id_idx ON polder.request USING btree (wish_site_id);

CREATE INDEX room_cooling_zone_id_idx ON polder.room USING btree (cooling_zone_id);

CREATE INDEX room_environment_room_id_idx ON polder.room_environment USING btree (room_id);

CREATE INDEX room_feature_room_id_idx ON polder.room_feature USING btree (room_id);

CREATE INDEX room_liquid_loop_id_idx ON polder.room USING btree (liquid_loop_id);

CREATE INDEX setting_organisation_id_idx ON polder.setting USING btree (organisation_id);

CREATE INDEX site_organisation_id_idx ON polder.site USING btree (organisation_id);

CREATE INDEX slot_box_placement_id_idx ON polder.slot_box USING btree (placement_id);

CREATE INDEX system_share_organisation_id_idx ON polder.system_share USING btree (organisation_id);

CREATE INDEX usage_beneficiary_id_idx ON polder.usage USING btree (beneficiary_id);

CREATE INDEX usage_line_id_idx ON polder.usage USING btree (line_id);

CREATE INDEX usage_unit_idx ON polder.usage USING btree (unit);

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.agreement FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.agreement_line FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.appointment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.blocked_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.cooling_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.delivery_segment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.department FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.deputy FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.document FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.equipment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.equipment_contact FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.external_link FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.finding FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.liquid_loop FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.manufacturer FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.media_point FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.meter_reading FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.model FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.model_bay FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.model_supply FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.network_ports FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.node FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.node_kind FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.node_limit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.note FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.organisation FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.outlet FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.override FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.person FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.placement FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.plug_fit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.rack FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.rack_row FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.request FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.request_contact FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.request_item FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.role FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.room FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.room_environment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.room_feature FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.rule FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.setting FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.site FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.system FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.system_share FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.topic FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR UPDATE OR TRUNCATE ON history.usage FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER contest_no_more BEFORE UPDATE ON polder.placement FOR EACH ROW WHEN ((old.contested AND new.contested AND ((((((((old.rack_id IS DISTINCT FROM new.rack_id) OR (old.room_id IS DISTINCT FROM new.room_id)) OR (old.chassis_id IS DISTINCT FROM new.chassis_id)) OR (old.bay_id IS DISTINCT FROM new.bay_id)) OR (old.position_hu IS DISTINCT FROM new.position_hu)) OR (old.zero_u_slot IS DISTINCT FROM new.zero_u_slot)) OR (old.face IS DISTINCT FROM new.face)) OR (old.half IS DISTINCT FROM new.half)))) EXECUTE FUNCTION guard.contest_no_more();

CREATE TRIGGER follow_lapsed AFTER UPDATE ON polder.placement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.follow_lapsed();

CREATE TRIGGER free_blocked BEFORE DELETE ON polder.blocked_unit FOR EACH ROW EXECUTE FUNCTION guard.free_blocked();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.agreement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.agreement_line REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement_line();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.appointment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_appointment();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.blocked_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_blocked_unit();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.cooling_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_cooling_unit();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.delivery_segment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_delivery_segment();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.department REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_department();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.deputy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_deputy();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_document();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.equipment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.equipment_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment_contact();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.external_link REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_external_link();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.finding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_finding();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.liquid_loop REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_liquid_loop();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.manufacturer REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_manufacturer();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.media_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_media_point();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.meter_reading REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_meter_reading();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.model REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.model_bay REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_bay();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.model_supply REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_supply();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.network_ports REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_network_ports();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.node REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.node_kind REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_kind();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.node_limit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_limit();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.note REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_note();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.organisation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_organisation();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.outlet REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_outlet();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.override REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_override();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_person();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.placement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_placement();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.plug_fit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_plug_fit();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.rack REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.rack_row REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack_row();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.request REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.request_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_contact();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.request_item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_item();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.role REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_role();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.room REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.room_environment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_environment();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.room_feature REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_feature();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rule();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.setting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_setting();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.site REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_site();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.system REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.system_share REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system_share();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.topic REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_topic();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_unit();

CREATE TRIGGER image_of_delete AFTER DELETE ON polder.usage REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_usage();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.agreement_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement_line();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.appointment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_appointment();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.blocked_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_blocked_unit();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.cooling_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_cooling_unit();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.delivery_segment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_delivery_segment();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.department REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_department();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.deputy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_deputy();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_document();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.equipment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.equipment_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment_contact();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.external_link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_external_link();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.finding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_finding();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.liquid_loop REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_liquid_loop();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.manufacturer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_manufacturer();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.media_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_media_point();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.meter_reading REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_meter_reading();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.model REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.model_bay REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_bay();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.model_supply REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_supply();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.network_ports REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_network_ports();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.node REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.node_kind REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_kind();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.node_limit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_limit();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_note();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_organisation();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.outlet REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_outlet();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.override REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_override();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_person();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.placement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_placement();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.plug_fit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_plug_fit();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.rack REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.rack_row REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack_row();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.request_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_contact();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.request_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_item();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.role REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_role();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.room REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.room_environment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_environment();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.room_feature REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_feature();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rule();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.setting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_setting();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.site REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_site();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.system REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.system_share REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system_share();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.topic REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_topic();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_unit();

CREATE TRIGGER image_of_insert AFTER INSERT ON polder.usage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_usage();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.agreement_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_agreement_line();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.appointment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_appointment();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.blocked_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_blocked_unit();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.cooling_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_cooling_unit();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.delivery_segment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_delivery_segment();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.department REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_department();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.deputy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_deputy();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_document();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.equipment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.equipment_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_equipment_contact();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.external_link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_external_link();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.finding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_finding();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.liquid_loop REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_liquid_loop();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.manufacturer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_manufacturer();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.media_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_media_point();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.meter_reading REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_meter_reading();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.model REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.model_bay REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_bay();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.model_supply REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_model_supply();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.network_ports REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_network_ports();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.node REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.node_kind REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_kind();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.node_limit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_node_limit();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_note();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_organisation();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.outlet REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_outlet();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.override REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_override();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_person();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.placement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_placement();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.plug_fit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_plug_fit();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.rack REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.rack_row REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rack_row();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.request_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_contact();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.request_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_request_item();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.role REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_role();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.room REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.room_environment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_environment();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.room_feature REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_room_feature();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_rule();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.setting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_setting();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.site REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_site();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.system REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.system_share REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_system_share();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.topic REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_topic();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_unit();

CREATE TRIGGER image_of_update AFTER UPDATE ON polder.usage REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.image_of_usage();

CREATE TRIGGER keep_bookings BEFORE DELETE ON polder.placement FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_deletion();

CREATE TRIGGER keep_delete AFTER DELETE ON polder.network_ports REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_ports();

CREATE TRIGGER keep_insert AFTER INSERT ON polder.network_ports REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_ports();

CREATE TRIGGER keep_limits_delete AFTER DELETE ON polder.cooling_unit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_cooling_unit_delete();

CREATE TRIGGER keep_limits_delete AFTER DELETE ON polder.room_environment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_room_environment_delete();

CREATE TRIGGER keep_limits_insert AFTER INSERT ON polder.cooling_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_cooling_unit_insert();

CREATE TRIGGER keep_limits_insert AFTER INSERT ON polder.rack REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_rack_insert();

CREATE TRIGGER keep_limits_insert AFTER INSERT ON polder.room_environment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_room_environment_insert();

CREATE TRIGGER keep_limits_update AFTER UPDATE ON polder.cooling_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_cooling_unit_update();

CREATE TRIGGER keep_limits_update AFTER UPDATE ON polder.rack REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_rack_update();

CREATE TRIGGER keep_limits_update AFTER UPDATE ON polder.room REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_room_update();

CREATE TRIGGER keep_limits_update AFTER UPDATE ON polder.room_environment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_limits_room_environment_update();

CREATE TRIGGER keep_loaded BEFORE DELETE ON polder.node FOR EACH ROW EXECUTE FUNCTION guard.keep_loaded_node();

CREATE TRIGGER keep_numbered BEFORE UPDATE ON polder.change FOR EACH ROW WHEN ((old.generation IS NOT NULL)) EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_override BEFORE INSERT OR UPDATE ON polder.override FOR EACH ROW EXECUTE FUNCTION guard.keep_override();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.agreement FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.agreement_line FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.appointment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.blocked_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE DELETE OR TRUNCATE ON polder.change FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.cooling_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.delivery_segment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.department FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.deputy FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.document FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.equipment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.equipment_contact FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.external_link FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.finding FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.liquid_loop FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.manufacturer FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.media_point FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.meter_reading FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.model FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.model_bay FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.model_supply FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.network_ports FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.node FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.node_kind FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.node_limit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.note FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.organisation FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.outlet FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.override FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.person FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.placement FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.plug_fit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.rack FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.rack_row FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.request FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.request_contact FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.request_item FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.role FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.room FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.room_environment FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.room_feature FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.rule FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.setting FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.site FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.system FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.system_share FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.topic FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.unit FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE TRIGGER keep_rows BEFORE TRUNCATE ON polder.usage FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();

CREATE CONSTRAINT TRIGGER keep_shares_whole AFTER INSERT OR DELETE OR UPDATE ON polder.system_share DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard.keep_shares_whole();

CREATE TRIGGER keep_update AFTER UPDATE ON polder.network_ports REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_ports();

CREATE TRIGGER limit_insert AFTER INSERT ON polder.agreement_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.limit_by_quota();

CREATE TRIGGER limit_ports_delete AFTER DELETE ON polder.setting REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.limit_all_ports();

CREATE TRIGGER limit_ports_insert AFTER INSERT ON polder.setting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.limit_all_ports();

CREATE TRIGGER limit_ports_update AFTER UPDATE ON polder.setting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION guard.limit_all_ports();

CREATE TRIGGER limit_update AFTER UPDATE ON polder.agreement_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.limit_by_quota();

CREATE TRIGGER make_node BEFORE INSERT OR UPDATE ON polder.network_ports FOR EACH ROW WHEN ((new.node_id IS NULL)) EXECUTE FUNCTION guard.make_ports_node();

CREATE TRIGGER make_site_lock AFTER INSERT ON polder.site REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.make_site_lock();

CREATE CONSTRAINT TRIGGER number_change AFTER INSERT ON polder.change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard.number_change();

CREATE TRIGGER review_delete AFTER DELETE ON polder.agreement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_delete();

CREATE TRIGGER review_delete AFTER DELETE ON polder.agreement_line REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_line_delete();

CREATE TRIGGER review_delete AFTER DELETE ON polder.media_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_media_point_delete();

CREATE TRIGGER review_delete AFTER DELETE ON polder.node_limit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_limits();

CREATE TRIGGER review_delete AFTER DELETE ON polder.plug_fit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_plug_fit_delete();

CREATE TRIGGER review_delete AFTER DELETE ON polder.room_environment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_room_environment_delete();

CREATE TRIGGER review_delete AFTER DELETE ON polder.setting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_setting_delete();

CREATE TRIGGER review_floor_delete AFTER DELETE ON polder.delivery_segment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_delivery_segment_delete();

CREATE TRIGGER review_floor_delete AFTER DELETE ON polder.rack REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_rack_delete();

CREATE TRIGGER review_floor_delete AFTER DELETE ON polder.room_feature REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_room_feature_delete();

CREATE TRIGGER review_floor_insert AFTER INSERT ON polder.delivery_segment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_delivery_segment_insert();

CREATE TRIGGER review_floor_insert AFTER INSERT ON polder.rack REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_rack_insert();

CREATE TRIGGER review_floor_insert AFTER INSERT ON polder.room_feature REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_room_feature_insert();

CREATE TRIGGER review_floor_update AFTER UPDATE ON polder.delivery_segment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_delivery_segment_update();

CREATE TRIGGER review_floor_update AFTER UPDATE ON polder.rack REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_rack_update();

CREATE TRIGGER review_floor_update AFTER UPDATE ON polder.room REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_room_update();

CREATE TRIGGER review_floor_update AFTER UPDATE ON polder.room_feature REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_floor_room_feature_update();

CREATE TRIGGER review_insert AFTER INSERT ON polder.agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_insert();

CREATE TRIGGER review_insert AFTER INSERT ON polder.agreement_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_line_insert();

CREATE TRIGGER review_insert AFTER INSERT ON polder.liquid_loop REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_loops();

CREATE TRIGGER review_insert AFTER INSERT ON polder.media_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_media_point_insert();

CREATE TRIGGER review_insert AFTER INSERT ON polder.node_limit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_limits();

CREATE TRIGGER review_insert AFTER INSERT ON polder.plug_fit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_plug_fit_insert();

CREATE TRIGGER review_insert AFTER INSERT ON polder.room_environment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_room_environment_insert();

CREATE TRIGGER review_insert AFTER INSERT ON polder.setting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_setting_insert();

CREATE TRIGGER review_update AFTER UPDATE ON polder.agreement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.agreement_line REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_agreement_line_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.liquid_loop REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_loops();

CREATE TRIGGER review_update AFTER UPDATE ON polder.media_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_media_point_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.model REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_model_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_node_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.node_limit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_limits();

CREATE TRIGGER review_update AFTER UPDATE ON polder.outlet REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_outlet_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.plug_fit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_plug_fit_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.rack REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_rack_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.room REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_room_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.room_environment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_room_environment_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.setting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_setting_update();

CREATE TRIGGER review_update AFTER UPDATE ON polder.system REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.review_system_update();

CREATE TRIGGER settle_equipment AFTER UPDATE ON polder.equipment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.settle_equipment();

CREATE TRIGGER settle_insert AFTER INSERT ON polder.blocked_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.settle_blocked();

CREATE TRIGGER settle_insert AFTER INSERT ON polder.placement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.settle_booked();

CREATE TRIGGER settle_update AFTER UPDATE ON polder.blocked_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.settle_blocked();

CREATE TRIGGER settle_update AFTER UPDATE ON polder.placement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.settle_rebooked();

CREATE TRIGGER trace_insert AFTER INSERT ON polder.node REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.trace_new();

CREATE TRIGGER trace_update AFTER UPDATE ON polder.node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION guard.trace_moved();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.agreement FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.agreement_line FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.cooling_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.delivery_segment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.media_point FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.network_ports FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.node_limit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.plug_fit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.rack FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.room_environment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.room_feature FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_delete AFTER DELETE ON polder.setting FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.agreement FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.agreement_line FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.cooling_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.delivery_segment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.liquid_loop FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.media_point FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.network_ports FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.node FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.node_limit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.plug_fit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.rack FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.room_environment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.room_feature FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_insert AFTER INSERT ON polder.setting FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.agreement FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.agreement_line FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.cooling_unit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.delivery_segment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.liquid_loop FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.media_point FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.model FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.network_ports FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.node FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.node_limit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.outlet FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.plug_fit FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.rack FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.room FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.room_environment FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.room_feature FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.setting FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

CREATE TRIGGER want_reason_update AFTER UPDATE ON polder.system FOR EACH STATEMENT EXECUTE FUNCTION guard.want_reason();

ALTER TABLE ONLY polder.agreement
    ADD CONSTRAINT agreement_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.agreement
    ADD CONSTRAINT agreement_host_id_fkey FOREIGN KEY (host_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES polder.agreement(id);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_topic_fkey FOREIGN KEY (topic) REFERENCES polder.topic(code);

ALTER TABLE ONLY polder.agreement_line
    ADD CONSTRAINT agreement_line_unit_fkey FOREIGN KEY (unit) REFERENCES polder.unit(code);

ALTER TABLE ONLY polder.appointment
    ADD CONSTRAINT appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.appointment
    ADD CONSTRAINT appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.appointment
    ADD CONSTRAINT appointment_role_fkey FOREIGN KEY (role) REFERENCES polder.role(code);

ALTER TABLE ONLY polder.appointment
    ADD CONSTRAINT appointment_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.blocked_unit
    ADD CONSTRAINT blocked_unit_rack_id_fkey FOREIGN KEY (rack_id) REFERENCES polder.rack(id);

ALTER TABLE ONLY polder.change
    ADD CONSTRAINT change_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.cooling_unit
    ADD CONSTRAINT cooling_unit_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.cooling_unit
    ADD CONSTRAINT cooling_unit_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.cooling_unit
    ADD CONSTRAINT cooling_unit_zone_id_fkey FOREIGN KEY (zone_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.delivery_segment
    ADD CONSTRAINT delivery_segment_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.department
    ADD CONSTRAINT department_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.deputy
    ADD CONSTRAINT deputy_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.deputy
    ADD CONSTRAINT deputy_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.document
    ADD CONSTRAINT document_added_by_fkey FOREIGN KEY (added_by) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.document
    ADD CONSTRAINT document_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.equipment_contact
    ADD CONSTRAINT equipment_contact_equipment_id_fkey FOREIGN KEY (equipment_id) REFERENCES polder.equipment(id);

ALTER TABLE ONLY polder.equipment_contact
    ADD CONSTRAINT equipment_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_department_id_fkey FOREIGN KEY (department_id) REFERENCES polder.department(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_model_id_fkey FOREIGN KEY (model_id) REFERENCES polder.model(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES polder.equipment(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_request_item_id_fkey FOREIGN KEY (request_item_id) REFERENCES polder.request_item(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_security_contact_id_fkey FOREIGN KEY (security_contact_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.equipment
    ADD CONSTRAINT equipment_system_id_fkey FOREIGN KEY (system_id) REFERENCES polder.system(id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_override_id_fkey FOREIGN KEY (override_id) REFERENCES polder.override(id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES polder.placement(id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_rack_id_fkey FOREIGN KEY (rack_id) REFERENCES polder.rack(id);

ALTER TABLE ONLY polder.finding
    ADD CONSTRAINT finding_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.intention
    ADD CONSTRAINT intention_change_id_fkey FOREIGN KEY (change_id) REFERENCES polder.change(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY polder.intention
    ADD CONSTRAINT intention_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.liquid_loop
    ADD CONSTRAINT liquid_loop_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.media_point
    ADD CONSTRAINT media_point_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.meter_reading
    ADD CONSTRAINT meter_reading_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.meter_reading
    ADD CONSTRAINT meter_reading_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.model_bay
    ADD CONSTRAINT model_bay_model_id_fkey FOREIGN KEY (model_id) REFERENCES polder.model(id);

ALTER TABLE ONLY polder.model
    ADD CONSTRAINT model_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES polder.manufacturer(id);

ALTER TABLE ONLY polder.model_supply
    ADD CONSTRAINT model_supply_model_id_fkey FOREIGN KEY (model_id) REFERENCES polder.model(id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_rack_id_fkey FOREIGN KEY (rack_id) REFERENCES polder.rack(id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.network_ports
    ADD CONSTRAINT network_ports_row_id_fkey FOREIGN KEY (row_id) REFERENCES polder.rack_row(id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_kind_fkey FOREIGN KEY (kind) REFERENCES polder.node_kind(code);

ALTER TABLE ONLY polder.node_limit
    ADD CONSTRAINT node_limit_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.node_path
    ADD CONSTRAINT node_path_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.node_path
    ADD CONSTRAINT node_path_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_rack_id_fkey FOREIGN KEY (rack_id) REFERENCES polder.rack(id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.node
    ADD CONSTRAINT node_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.note
    ADD CONSTRAINT note_author_id_fkey FOREIGN KEY (author_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.note
    ADD CONSTRAINT note_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.notice
    ADD CONSTRAINT notice_change_id_fkey FOREIGN KEY (change_id) REFERENCES polder.change(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY polder.notice
    ADD CONSTRAINT notice_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.outlet
    ADD CONSTRAINT outlet_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_by_holder_id_fkey FOREIGN KEY (by_holder_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_by_id_fkey FOREIGN KEY (by_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_node_id_fkey FOREIGN KEY (node_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES polder.placement(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_request_id_fkey FOREIGN KEY (request_id) REFERENCES polder.request(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_rule_fkey FOREIGN KEY (rule) REFERENCES polder.rule(code);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_second_holder_id_fkey FOREIGN KEY (second_holder_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_second_id_fkey FOREIGN KEY (second_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.override
    ADD CONSTRAINT override_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.person
    ADD CONSTRAINT person_department_id_fkey FOREIGN KEY (department_id) REFERENCES polder.department(id);

ALTER TABLE ONLY polder.person_detail
    ADD CONSTRAINT person_detail_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.person
    ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_bay_id_fkey FOREIGN KEY (bay_id) REFERENCES polder.model_bay(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_chassis_id_fkey FOREIGN KEY (chassis_id) REFERENCES polder.equipment(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_equipment_id_fkey FOREIGN KEY (equipment_id) REFERENCES polder.equipment(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_planned_from_fkey FOREIGN KEY (planned_from) REFERENCES polder.placement(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_rack_id_fkey FOREIGN KEY (rack_id) REFERENCES polder.rack(id);

ALTER TABLE ONLY polder.placement
    ADD CONSTRAINT placement_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_cooling_zone_id_fkey FOREIGN KEY (cooling_zone_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_liquid_loop_id_fkey FOREIGN KEY (liquid_loop_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.rack
    ADD CONSTRAINT rack_row_id_fkey FOREIGN KEY (row_id) REFERENCES polder.rack_row(id);

ALTER TABLE ONLY polder.rack_row
    ADD CONSTRAINT rack_row_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.request_contact
    ADD CONSTRAINT request_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.request_contact
    ADD CONSTRAINT request_contact_request_id_fkey FOREIGN KEY (request_id) REFERENCES polder.request(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_department_id_fkey FOREIGN KEY (department_id) REFERENCES polder.department(id);

ALTER TABLE ONLY polder.request_item
    ADD CONSTRAINT request_item_model_id_fkey FOREIGN KEY (model_id) REFERENCES polder.model(id);

ALTER TABLE ONLY polder.request_item
    ADD CONSTRAINT request_item_request_id_fkey FOREIGN KEY (request_id) REFERENCES polder.request(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_on_behalf_by_fkey FOREIGN KEY (on_behalf_by) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_security_contact_id_fkey FOREIGN KEY (security_contact_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES polder.person(id);

ALTER TABLE ONLY polder.request
    ADD CONSTRAINT request_wish_site_id_fkey FOREIGN KEY (wish_site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.room
    ADD CONSTRAINT room_cooling_zone_id_fkey FOREIGN KEY (cooling_zone_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.room_environment
    ADD CONSTRAINT room_environment_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.room_feature
    ADD CONSTRAINT room_feature_room_id_fkey FOREIGN KEY (room_id) REFERENCES polder.room(id);

ALTER TABLE ONLY polder.room
    ADD CONSTRAINT room_liquid_loop_id_fkey FOREIGN KEY (liquid_loop_id) REFERENCES polder.node(id);

ALTER TABLE ONLY polder.room
    ADD CONSTRAINT room_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.setting
    ADD CONSTRAINT setting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.site_lock
    ADD CONSTRAINT site_lock_site_id_fkey FOREIGN KEY (site_id) REFERENCES polder.site(id);

ALTER TABLE ONLY polder.site
    ADD CONSTRAINT site_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.system_share
    ADD CONSTRAINT system_share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.system_share
    ADD CONSTRAINT system_share_system_id_fkey FOREIGN KEY (system_id) REFERENCES polder.system(id);

ALTER TABLE ONLY polder.usage
    ADD CONSTRAINT usage_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES polder.organisation(id);

ALTER TABLE ONLY polder.usage
    ADD CONSTRAINT usage_line_id_fkey FOREIGN KEY (line_id) REFERENCES polder.agreement_line(id);

ALTER TABLE ONLY polder.usage
    ADD CONSTRAINT usage_unit_fkey FOREIGN KEY (unit) REFERENCES polder.unit(code);

ALTER TABLE history.agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.agreement_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.blocked_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.cooling_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.delivery_segment ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.department ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.deputy ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.document ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.equipment ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.equipment_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.external_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.liquid_loop ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.manufacturer ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.media_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.meter_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.model ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.model_bay ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.model_supply ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.network_ports ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.node ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.node_kind ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.node_limit ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.note ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.outlet ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.override ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.placement ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.plug_fit ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.rack ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.rack_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.request ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.request_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.request_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.role ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.room ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.room_environment ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.room_feature ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.system ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.system_share ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.topic ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE history.usage ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.agreement_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.blocked_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.box ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.change ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.charge ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.connection ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.cooling_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.cord_share ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.delivery_segment ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.department ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.deputy ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.document ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.equipment ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.equipment_contact ENABLE ROW LEVEL SECURITY;

CREATE POLICY everybody ON polder.appointment FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.blocked_unit FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.cooling_unit FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.delivery_segment FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.department FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.deputy FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.liquid_loop FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.manufacturer FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.media_point FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.model FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.model_bay FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.model_supply FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.network_ports FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.node_kind FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.node_path FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.organisation FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.outlet FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.person FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.plug_fit FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.rack FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.rack_row FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.role FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.room FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.room_environment FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.room_feature FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.rule FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.setting FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.site FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.topic FOR SELECT TO polder_person USING (true);

CREATE POLICY everybody ON polder.unit FOR SELECT TO polder_person USING (true);

ALTER TABLE polder.external_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.floor_shape ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.generation ENABLE ROW LEVEL SECURITY;

CREATE POLICY host ON polder.meter_reading FOR SELECT TO polder_person USING ((site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[])));

ALTER TABLE polder.intention ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.ledger ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.ledger_peak ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.liquid_loop ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.manufacturer ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.media_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.meter_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.misfit ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.model ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.model_bay ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.model_supply ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.network_ports ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.node ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.node_kind ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.node_limit ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.node_path ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.note ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.outlet ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.override ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON polder.notice FOR SELECT TO polder_person USING ((recipient_id = ANY (( SELECT guard.my_people() AS my_people)::integer[])));

CREATE POLICY party ON polder.agreement FOR SELECT TO polder_person USING ((id IN ( SELECT visible_agreement.id
   FROM guard.visible_agreement)));

CREATE POLICY party ON polder.agreement_line FOR SELECT TO polder_person USING ((agreement_id IN ( SELECT visible_agreement.id
   FROM guard.visible_agreement)));

CREATE POLICY party ON polder.usage FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM polder.agreement_line l
  WHERE (l.id = usage.line_id))));

ALTER TABLE polder.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.person_detail ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.placement ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.plug_fit ENABLE ROW LEVEL SECURITY;

CREATE POLICY public_or_party ON polder.node FOR SELECT TO polder_person USING (((kind <> 'agreement_line'::text) OR (EXISTS ( SELECT
   FROM polder.agreement_line l
  WHERE (l.node_id = node.id)))));

CREATE POLICY public_or_party ON polder.node_limit FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM polder.node n
  WHERE (n.id = node_limit.node_id))));

ALTER TABLE polder.rack ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.rack_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.request ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.request_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.request_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.role ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.room ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.room_environment ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.room_feature ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY shareholder ON polder.system FOR SELECT TO polder_person USING ((id IN ( SELECT visible_system.system_id
   FROM guard.visible_system)));

CREATE POLICY shareholder ON polder.system_share FOR SELECT TO polder_person USING ((system_id IN ( SELECT visible_system.system_id
   FROM guard.visible_system)));

ALTER TABLE polder.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.site_lock ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.slot_box ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.system ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.system_share ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.topic ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE polder.usage ENABLE ROW LEVEL SECURITY;

CREATE POLICY visible ON polder.equipment FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_equipment v
  WHERE (v.id = equipment.id))));

CREATE POLICY visible ON polder.equipment_contact FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_equipment v
  WHERE (v.id = equipment_contact.equipment_id))));

CREATE POLICY visible ON polder.finding FOR SELECT TO polder_person USING (((EXISTS ( SELECT
   FROM guard.visible_placement v
  WHERE (v.id = finding.placement_id))) OR (site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))));

CREATE POLICY visible ON polder.override FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_override v
  WHERE (v.id = override.id))));

CREATE POLICY visible ON polder.placement FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_placement v
  WHERE (v.id = placement.id))));

CREATE POLICY visible ON polder.request FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_request v
  WHERE (v.id = request.id))));

CREATE POLICY visible ON polder.request_contact FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_request v
  WHERE (v.id = request_contact.request_id))));

CREATE POLICY visible ON polder.request_item FOR SELECT TO polder_person USING ((EXISTS ( SELECT
   FROM guard.visible_request v
  WHERE (v.id = request_item.request_id))));

CREATE POLICY with_subject ON polder.document FOR SELECT TO polder_person USING (
CASE subject
    WHEN 'request'::text THEN (EXISTS ( SELECT
       FROM guard.visible_request v
      WHERE (v.id = document.subject_id)))
    WHEN 'equipment'::text THEN (EXISTS ( SELECT
       FROM guard.visible_equipment v
      WHERE (v.id = document.subject_id)))
    WHEN 'placement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_placement v
      WHERE (v.id = document.subject_id)))
    WHEN 'agreement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_agreement v
      WHERE (v.id = document.subject_id)))
    WHEN 'system'::text THEN (EXISTS ( SELECT
       FROM guard.visible_system v
      WHERE (v.system_id = document.subject_id)))
    ELSE ((subject, subject_id) IN ( SELECT s.subject,
        s.subject_id
       FROM guard.hosted_subject s
      WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
END);

CREATE POLICY with_subject ON polder.external_link FOR SELECT TO polder_person USING (
CASE subject
    WHEN 'request'::text THEN (EXISTS ( SELECT
       FROM guard.visible_request v
      WHERE (v.id = external_link.subject_id)))
    WHEN 'equipment'::text THEN (EXISTS ( SELECT
       FROM guard.visible_equipment v
      WHERE (v.id = external_link.subject_id)))
    WHEN 'placement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_placement v
      WHERE (v.id = external_link.subject_id)))
    WHEN 'agreement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_agreement v
      WHERE (v.id = external_link.subject_id)))
    WHEN 'system'::text THEN (EXISTS ( SELECT
       FROM guard.visible_system v
      WHERE (v.system_id = external_link.subject_id)))
    ELSE ((subject, subject_id) IN ( SELECT s.subject,
        s.subject_id
       FROM guard.hosted_subject s
      WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
END);

CREATE POLICY with_subject ON polder.note FOR SELECT TO polder_person USING (
CASE subject
    WHEN 'request'::text THEN (EXISTS ( SELECT
       FROM guard.visible_request v
      WHERE (v.id = note.subject_id)))
    WHEN 'equipment'::text THEN (EXISTS ( SELECT
       FROM guard.visible_equipment v
      WHERE (v.id = note.subject_id)))
    WHEN 'placement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_placement v
      WHERE (v.id = note.subject_id)))
    WHEN 'agreement'::text THEN (EXISTS ( SELECT
       FROM guard.visible_agreement v
      WHERE (v.id = note.subject_id)))
    WHEN 'system'::text THEN (EXISTS ( SELECT
       FROM guard.visible_system v
      WHERE (v.system_id = note.subject_id)))
    ELSE ((subject, subject_id) IN ( SELECT s.subject,
        s.subject_id
       FROM guard.hosted_subject s
      WHERE (s.site_id = ANY (( SELECT guard.host_sites() AS host_sites)::integer[]))))
END);

GRANT USAGE ON SCHEMA api TO polder_person;

GRANT USAGE ON SCHEMA known TO polder_person;

GRANT USAGE ON SCHEMA polder TO polder_person;

REVOKE ALL ON FUNCTION api.add_person(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.add_person(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.amend_request(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.amend_request(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.appoint(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.appoint(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.changed(since bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.changed(since bigint) TO polder_person;

REVOKE ALL ON FUNCTION api."check"() FROM PUBLIC;
GRANT ALL ON FUNCTION api."check"() TO polder_person;

REVOKE ALL ON FUNCTION api.check_covers() FROM PUBLIC;
GRANT ALL ON FUNCTION api.check_covers() TO polder_person;

REVOKE ALL ON FUNCTION api.comment(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.comment(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.confirm_override(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.confirm_override(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.create_request(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.create_request(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.decline(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.decline(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.decommission(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.decommission(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.deliver(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.deliver(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.deputise(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.deputise(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.endorse(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.endorse(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.extend(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.extend(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.feed_node(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.feed_node(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.generation() FROM PUBLIC;
GRANT ALL ON FUNCTION api.generation() TO polder_person;

REVOKE ALL ON FUNCTION api.generation_of(key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION api.generation_of(key uuid) TO polder_person;

REVOKE ALL ON FUNCTION api.hold(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.hold(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.import_models(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.import_models(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.install(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.install(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.known_at(wanted bigint, by_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION api.known_at(wanted bigint, by_day date) TO polder_person;

REVOKE ALL ON FUNCTION api.lapse_holds() FROM PUBLIC;
GRANT ALL ON FUNCTION api.lapse_holds() TO polder_person;

REVOKE ALL ON FUNCTION api.move(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.move(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.override(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.override(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.overrides() FROM PUBLIC;
GRANT ALL ON FUNCTION api.overrides() TO polder_person;

REVOKE ALL ON FUNCTION api.promote(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.promote(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.record_readings(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.record_readings(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.reject(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.reject(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.release(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.release(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.remove(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.remove(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.renew(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.renew(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.replace(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.replace(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.return_request(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.return_request(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.review(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.review(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.set_limit(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.set_limit(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.set_setting(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.set_setting(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.submit(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.submit(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.viewer() FROM PUBLIC;
GRANT ALL ON FUNCTION api.viewer() TO polder_person;

REVOKE ALL ON FUNCTION api.wait_list(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.wait_list(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.withdraw(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.withdraw(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION api.withdraw_override(key uuid, generation bigint, arguments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION api.withdraw_override(key uuid, generation bigint, arguments jsonb) TO polder_person;

REVOKE ALL ON FUNCTION guard.above_bounds(nodes integer[], first_day date) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.request TO polder_person;

GRANT SELECT(number) ON TABLE polder.request TO polder_person;

GRANT SELECT(state) ON TABLE polder.request TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(department_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(requester_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(sponsor_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(security_contact_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(project) ON TABLE polder.request TO polder_person;

GRANT SELECT(funder) ON TABLE polder.request TO polder_person;

GRANT SELECT(cost_centre) ON TABLE polder.request TO polder_person;

GRANT SELECT(data_class) ON TABLE polder.request TO polder_person;

GRANT SELECT(medical) ON TABLE polder.request TO polder_person;

GRANT SELECT(personal_data) ON TABLE polder.request TO polder_person;

GRANT SELECT(availability_class) ON TABLE polder.request TO polder_person;

GRANT SELECT(from_date) ON TABLE polder.request TO polder_person;

GRANT SELECT(until_date) ON TABLE polder.request TO polder_person;

GRANT SELECT(review_date) ON TABLE polder.request TO polder_person;

GRANT SELECT(wish_site_id) ON TABLE polder.request TO polder_person;

GRANT SELECT(wish_redundant) ON TABLE polder.request TO polder_person;

GRANT SELECT(wish_together) ON TABLE polder.request TO polder_person;

GRANT SELECT(wish_apart) ON TABLE polder.request TO polder_person;

GRANT SELECT(on_behalf_by) ON TABLE polder.request TO polder_person;

GRANT SELECT(evidence) ON TABLE polder.request TO polder_person;

GRANT SELECT(security_review) ON TABLE polder.request TO polder_person;

GRANT SELECT(state_reason) ON TABLE polder.request TO polder_person;

GRANT SELECT(submitted_at) ON TABLE polder.request TO polder_person;

GRANT SELECT(endorsed_at) ON TABLE polder.request TO polder_person;

GRANT SELECT(decided_at) ON TABLE polder.request TO polder_person;

GRANT SELECT(hold_until) ON TABLE polder.request TO polder_person;

GRANT SELECT(comment) ON TABLE polder.request TO polder_person;

REVOKE ALL ON FUNCTION guard.acts_as(request polder.request, who text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.administered(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.apply_request(before polder.request, arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.array_of(arguments jsonb, field text, required boolean, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.ask(what text, subject text, subject_id integer, hosts integer[], arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.ask_for_placement(what text, target jsonb, arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.asks_only(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.bay_name(chassis integer, bay integer, period daterange) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(model_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(request_item_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(system_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(replaces_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(name) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(kind) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(owner_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(department_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(sponsor_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(security_contact_id) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(project) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(cost_centre) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(serial) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(asset_tag) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(data_class) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(medical) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(shareable) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(warranty_until) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(last_seen) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(height_hu) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(half_width) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(weight_g) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(accessory_g) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(airflow) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(budgeted_w) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(measured_w) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(measured_on) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(power_source) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(power_factor_permille) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(cords) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(supplies_needed) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(phases) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(plug) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(ports) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(wiped_on) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(wipe_reference) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(personal_data) ON TABLE polder.equipment TO polder_person;

GRANT SELECT(availability_class) ON TABLE polder.equipment TO polder_person;

REVOKE ALL ON FUNCTION guard.bay_of(place jsonb, chassis polder.equipment, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.begin_intention(key uuid, name text, arguments jsonb, known text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.block_contested(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.bool_of(arguments jsonb, field text, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.change_id() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.changed_rows(name text, operation text) FROM PUBLIC;

GRANT SELECT(key) ON TABLE polder.setting TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.setting TO polder_person;

GRANT SELECT(value) ON TABLE polder.setting TO polder_person;

GRANT SELECT(description) ON TABLE polder.setting TO polder_person;

GRANT SELECT(id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(equipment_id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(state) ON TABLE polder.placement TO polder_person;

GRANT SELECT(during) ON TABLE polder.placement TO polder_person;

GRANT SELECT(hold_until) ON TABLE polder.placement TO polder_person;

GRANT SELECT(rack_id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(position_hu) ON TABLE polder.placement TO polder_person;

GRANT SELECT(face) ON TABLE polder.placement TO polder_person;

GRANT SELECT(half) ON TABLE polder.placement TO polder_person;

GRANT SELECT(zero_u_slot) ON TABLE polder.placement TO polder_person;

GRANT SELECT(bay_id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(x_mm) ON TABLE polder.placement TO polder_person;

GRANT SELECT(y_mm) ON TABLE polder.placement TO polder_person;

GRANT SELECT(orientation_deg) ON TABLE polder.placement TO polder_person;

GRANT SELECT(outlet_ids) ON TABLE polder.placement TO polder_person;

GRANT SELECT(node_ids) ON TABLE polder.placement TO polder_person;

GRANT SELECT(inherited) ON TABLE polder.placement TO polder_person;

GRANT SELECT(contested) ON TABLE polder.placement TO polder_person;

GRANT SELECT(planned_from) ON TABLE polder.placement TO polder_person;

GRANT SELECT(chassis_id) ON TABLE polder.placement TO polder_person;

GRANT SELECT(id) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(host_id) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(guest_id) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(reference) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(during) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(processor_agreement) ON TABLE polder.agreement TO polder_person;

GRANT SELECT(id) ON TABLE polder.model TO polder_person;

GRANT SELECT(manufacturer_id) ON TABLE polder.model TO polder_person;

GRANT SELECT(name) ON TABLE polder.model TO polder_person;

GRANT SELECT(slug) ON TABLE polder.model TO polder_person;

GRANT SELECT(part_number) ON TABLE polder.model TO polder_person;

GRANT SELECT(kind) ON TABLE polder.model TO polder_person;

GRANT SELECT(height_hu) ON TABLE polder.model TO polder_person;

GRANT SELECT(full_depth) ON TABLE polder.model TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(half_width) ON TABLE polder.model TO polder_person;

GRANT SELECT(weight_g) ON TABLE polder.model TO polder_person;

GRANT SELECT(airflow) ON TABLE polder.model TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE polder.model TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE polder.model TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE polder.model TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE polder.model TO polder_person;

GRANT SELECT(clearance_front_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(clearance_rear_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(clearance_left_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(clearance_right_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(clearance_top_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(heat_to_water_w) ON TABLE polder.model TO polder_person;

GRANT SELECT(vibration_class) ON TABLE polder.model TO polder_person;

GRANT SELECT(emi_nt) ON TABLE polder.model TO polder_person;

GRANT SELECT(acoustic_db) ON TABLE polder.model TO polder_person;

GRANT SELECT(media) ON TABLE polder.model TO polder_person;

GRANT SELECT(interfaces) ON TABLE polder.model TO polder_person;

GRANT SELECT(extra) ON TABLE polder.model TO polder_person;

GRANT SELECT(source) ON TABLE polder.model TO polder_person;

GRANT SELECT(content_hash) ON TABLE polder.model TO polder_person;

GRANT SELECT(rail_min_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(rail_max_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(crate_width_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(crate_depth_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(crate_height_mm) ON TABLE polder.model TO polder_person;

GRANT SELECT(crate_weight_g) ON TABLE polder.model TO polder_person;

GRANT SELECT(water_flow_ml_min) ON TABLE polder.model TO polder_person;

GRANT SELECT(water_inlet_min_mc) ON TABLE polder.model TO polder_person;

GRANT SELECT(water_inlet_max_mc) ON TABLE polder.model TO polder_person;

GRANT SELECT(id) ON TABLE polder.node TO polder_person;

GRANT SELECT(kind) ON TABLE polder.node TO polder_person;

GRANT SELECT(parent_id) ON TABLE polder.node TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.node TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.node TO polder_person;

GRANT SELECT(rack_id) ON TABLE polder.node TO polder_person;

GRANT SELECT(name) ON TABLE polder.node TO polder_person;

GRANT SELECT(side) ON TABLE polder.node TO polder_person;

GRANT SELECT(phases) ON TABLE polder.node TO polder_person;

GRANT SELECT(units) ON TABLE polder.node TO polder_person;

GRANT SELECT(voltage_ln) ON TABLE polder.node TO polder_person;

GRANT SELECT(concurrently_maintainable) ON TABLE polder.node TO polder_person;

GRANT SELECT(during) ON TABLE polder.node TO polder_person;

GRANT SELECT(id) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(name) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(type) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(phases) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(max_ma) ON TABLE polder.outlet TO polder_person;

GRANT SELECT(id) ON TABLE polder.rack TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.rack TO polder_person;

GRANT SELECT(row_id) ON TABLE polder.rack TO polder_person;

GRANT SELECT(code) ON TABLE polder.rack TO polder_person;

GRANT SELECT(x_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(y_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(orientation_deg) ON TABLE polder.rack TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(height_u) ON TABLE polder.rack TO polder_person;

GRANT SELECT(usable_depth_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(rail_width_in) ON TABLE polder.rack TO polder_person;

GRANT SELECT(rail_min_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(rail_max_mm) ON TABLE polder.rack TO polder_person;

GRANT SELECT(numbered_down) ON TABLE polder.rack TO polder_person;

GRANT SELECT(zero_u_slots) ON TABLE polder.rack TO polder_person;

GRANT SELECT(tare_g) ON TABLE polder.rack TO polder_person;

GRANT SELECT(tare_counts) ON TABLE polder.rack TO polder_person;

GRANT SELECT(airflow) ON TABLE polder.rack TO polder_person;

GRANT SELECT(cooling) ON TABLE polder.rack TO polder_person;

GRANT SELECT(cooling_zone_id) ON TABLE polder.rack TO polder_person;

GRANT SELECT(sides) ON TABLE polder.rack TO polder_person;

GRANT SELECT(during) ON TABLE polder.rack TO polder_person;

GRANT SELECT(airflow_supply_m3_h) ON TABLE polder.rack TO polder_person;

GRANT SELECT(liquid_loop_id) ON TABLE polder.rack TO polder_person;

GRANT SELECT(id) ON TABLE polder.room TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.room TO polder_person;

GRANT SELECT(code) ON TABLE polder.room TO polder_person;

GRANT SELECT(name) ON TABLE polder.room TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.room TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.room TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.room TO polder_person;

GRANT SELECT(tile_mm) ON TABLE polder.room TO polder_person;

GRANT SELECT(floor_class) ON TABLE polder.room TO polder_person;

GRANT SELECT(protection_class) ON TABLE polder.room TO polder_person;

GRANT SELECT(medical) ON TABLE polder.room TO polder_person;

GRANT SELECT(sides) ON TABLE polder.room TO polder_person;

GRANT SELECT(cooling_zone_id) ON TABLE polder.room TO polder_person;

GRANT SELECT(liquid_loop_id) ON TABLE polder.room TO polder_person;

GRANT SELECT(id) ON TABLE polder.site TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.site TO polder_person;

GRANT SELECT(code) ON TABLE polder.site TO polder_person;

GRANT SELECT(name) ON TABLE polder.site TO polder_person;

GRANT SELECT(address) ON TABLE polder.site TO polder_person;

GRANT SELECT(time_zone) ON TABLE polder.site TO polder_person;

GRANT SELECT(installed_it_w) ON TABLE polder.site TO polder_person;

REVOKE ALL ON FUNCTION guard.charge(placed guard.standing[], kept boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.charges_of(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.chassis_of(place jsonb, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard."check"() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_fits() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_floor() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_ledger() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_overlap(a integer[], b integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_places() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_reference_mix(mix jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_slots() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_stands(put_away boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.check_sums() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.choice_of(arguments jsonb, field text, choices text[], required boolean, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.choose_outlets(rack integer, device polder.equipment, period daterange, taken integer[], own integer[], room integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.closed_routes(room integer, wide integer, deep integer, high integer, heavy_g bigint) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.override TO polder_person;

GRANT SELECT(rule) ON TABLE polder.override TO polder_person;

GRANT SELECT(placement_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(reason) ON TABLE polder.override TO polder_person;

GRANT SELECT(until_date) ON TABLE polder.override TO polder_person;

GRANT SELECT(by_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(second_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(at) ON TABLE polder.override TO polder_person;

GRANT SELECT(request_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(by_holder_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(second_holder_id) ON TABLE polder.override TO polder_person;

GRANT SELECT(confirmed_at) ON TABLE polder.override TO polder_person;

GRANT SELECT(withdrawn_by) ON TABLE polder.override TO polder_person;

GRANT SELECT(withdrawn_at) ON TABLE polder.override TO polder_person;

REVOKE ALL ON FUNCTION guard.confirmers(one polder.override) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.contest(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.contest_no_more() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.contest_slots(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.corners_of(shape jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.create_login(verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.create_login(verifier text) TO polder_owner;

REVOKE ALL ON FUNCTION guard.date_of(arguments jsonb, field text, required boolean, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.decide(request polder.request, to_state text, reason text, topic text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.delivered_class(feeds text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.delivery_doubts(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.demand_reason(violations guard.violation[], rules text[], bookings integer[], given text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.easter(year integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter(charges polder.charge[], old polder.charge[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter_installable(arguments jsonb, seen bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter_node(arguments jsonb, field text, wanted text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter_placement(wanted text, arguments jsonb, seen bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter_placements(wanted text, arguments jsonb, seen bigint, from_state text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.enter_request(wanted text, arguments jsonb, seen bigint) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(request_id) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(ordinal) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(model_id) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(description) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(count) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(kind) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(height_hu) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(half_width) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(weight_g) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(draw_w) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(cords) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(phases) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(plug) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(airflow) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(ports) ON TABLE polder.request_item TO polder_person;

GRANT SELECT(shareable) ON TABLE polder.request_item TO polder_person;

REVOKE ALL ON FUNCTION guard.equip(request polder.request, item polder.request_item) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.explain(misfits polder.misfit[], overloads guard.violation[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.family(ids integer[], around integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.fewest_left(feeds text, leaf integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.find_misfits(worse polder.misfit[]) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(from_date) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(normal_main) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(normal_line) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(failover_main) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(failover_line) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(rating_main) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(rating_line) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(source) ON TABLE polder.node_limit TO polder_person;

GRANT SELECT(reason) ON TABLE polder.node_limit TO polder_person;

REVOKE ALL ON FUNCTION guard.find_overruns(nodes integer[], held polder.node_limit[], was polder.node[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.find_unknown_ports() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.finish_intention(key uuid, result jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.floor_misfits(placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.follow_lapsed() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.follow_pieces(request integer, reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.found_text(place text, quantity text, failing text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.free_blocked() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.furnish_racks(racks integer[], parents_a integer[], parents_b integer[], feeds text[], mass_g bigint[], heat_mw bigint[], tap_offs boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_chain() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_devices(from_rack integer, until_rack integer, racks integer, devices integer, seed integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_estate(racks integer, devices integer, seed integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_halls(racks integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_library() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_parties() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.generate_power(kind text, kva integer, parents integer[], sites integer[], rooms integer[], names text[], sides text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.give_up(request integer, over text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.has_arrived(request integer) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.has_arrived(request integer) TO polder_person;

REVOKE ALL ON FUNCTION guard.has_stood(equipment integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.headroom(node integer, on_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.held_until(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.hindmost(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.holds_role(person integer, wanted text, organisation integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.home_organisations() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.home_organisations() TO polder_person;

REVOKE ALL ON FUNCTION guard.home_people(request polder.request) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.host_people(request polder.request, VARIADIC roles text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.host_racks() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.host_racks() TO polder_person;

REVOKE ALL ON FUNCTION guard.host_rooms() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.host_rooms() TO polder_person;

REVOKE ALL ON FUNCTION guard.host_sites() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.host_sites() TO polder_person;

REVOKE ALL ON FUNCTION guard.image_of_agreement() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_agreement_line() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_appointment() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_blocked_unit() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_cooling_unit() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_delivery_segment() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_department() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_deputy() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_document() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_equipment() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_equipment_contact() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_external_link() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_finding() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_liquid_loop() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_manufacturer() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_media_point() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_meter_reading() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_model() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_model_bay() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_model_supply() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_network_ports() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_node() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_node_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_node_limit() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_note() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_organisation() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_outlet() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_override() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_person() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_placement() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_plug_fit() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_rack() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_rack_row() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_request() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_request_contact() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_request_item() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_role() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_room() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_room_environment() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_room_feature() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_rule() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_setting() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_site() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_system() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_system_share() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_topic() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_unit() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.image_of_usage() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.import_parts(entries jsonb, makers text[], places integer[], outcomes text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.installed_during(booked daterange) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.is_named_to_host(person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.is_named_to_host(person integer) TO polder_person;

REVOKE ALL ON FUNCTION guard.is_policy(key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.is_tool() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.is_tool() TO polder_person;

REVOKE ALL ON FUNCTION guard.is_working_day(day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.item_of(item jsonb, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_apart(placed guard.standing[], former polder.box[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_floors(racks integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_cooling_unit_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_cooling_unit_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_cooling_unit_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_rack_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_rack_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_room_environment_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_room_environment_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_room_environment_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_limits_room_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_loaded_node() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_misfits(ids integer[], standing polder.misfit[], stayed boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_override() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_ports() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_shares(placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_shares_whole() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.keep_zones(zones integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.known_sites(sites integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lacking_outlets(device polder.equipment, place polder.placement, period daterange) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lacks_places(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lapse(sites integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.least_limits(nodes integer[], day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.life() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.limit_all_ports() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.limit_by_quota() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.limit_ports(nodes integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.liquid_misfits(placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.listed(violations guard.violation[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.listed_bookings(rules text[], bookings integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.loading(node integer, quantity text, days datemultirange) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.local_date(at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.local_date(at timestamp with time zone) TO polder_person;

REVOKE ALL ON FUNCTION guard.lock_for(devices integer[], racks integer[], rooms integer[], owners integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lock_nodes(nodes integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lock_placements(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lock_sites(sites integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.look_at_nothing(subject text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.lower_bounds(nodes integer[], day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.make_ports_node() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.make_site_lock() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.may_ask_for(organisation integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.middle_of(stand polder.rack) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.misfits(placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.model_from(entry jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.model_of(arguments jsonb, field text, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.mounting(device polder.equipment, before polder.placement) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.moved_on_floor(place jsonb, before polder.placement, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.moved_place(place jsonb, before polder.placement, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.my_organisation() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.my_organisation() TO polder_person;

REVOKE ALL ON FUNCTION guard.my_organisations(VARIADIC roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.my_organisations(VARIADIC roles text[]) TO polder_person;

REVOKE ALL ON FUNCTION guard.my_people() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.my_people() TO polder_person;

REVOKE ALL ON FUNCTION guard.my_sites(VARIADIC roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.my_sites(VARIADIC roles text[]) TO polder_person;

REVOKE ALL ON FUNCTION guard.name_equipment(equipment integer, serial_number text, tag text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.named(one guard.violation, source integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.newer(changes bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.next_number() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.node_name(node integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.node_named(arguments jsonb, field text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.node_unit(node integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.note_warnings(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.note_wishes(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.number_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.number_of(arguments jsonb, field text, lowest numeric, highest numeric, step numeric, required boolean, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.numbered_on(place jsonb, devices integer[], kind text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.office_of(person integer, roles text[], organisation integer, site integer, others integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.out_of_chassis(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.out_of_place(placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.outlets_for(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.outlets_of(place jsonb, rack polder.rack, at text, room integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.outlets_taken(fresh polder.connection[], asked integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.over_limit(nodes integer[], come polder.ledger[], gone polder.ledger[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.overlap_mm(a integer[], b integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.overlapping(placed guard.standing[], former polder.box[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard."overlaps"(fresh polder.box[], asked integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.overloads(charges polder.charge[], old polder.charge[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.override_answer(one polder.override) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.override_of(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.overruns(nodes integer[], held polder.node_limit[], was polder.node[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.parties_of(one polder.override, OUT host integer, OUT guest integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.people_beside() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.people_beside() TO polder_person;

REVOKE ALL ON FUNCTION guard.person_id() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.person_id() TO polder_person;

REVOKE ALL ON FUNCTION guard.person_named(reference jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.person_of(arguments jsonb, field text, required boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.personal_equipment() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.personal_equipment() TO polder_person;

REVOKE ALL ON FUNCTION guard.personal_requests() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.personal_requests() TO polder_person;

REVOKE ALL ON FUNCTION guard.pieces_to_place(item polder.request_item) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.place_holds(wanted polder.placement[], expiry date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.place_name(rack integer, position_hu integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.place_of(place jsonb, mounting text, device polder.equipment, period daterange, taken integer[], at text, own integer[], VARIADIC who text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.placed_as(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.placed_in_bay(place jsonb, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.placed_in_slot(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken integer[], at text, own integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.placed_on_floor(place jsonb, device polder.equipment, period daterange, taken integer[], at text, own integer[], VARIADIC who text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.placement_of(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.plan_for(placements integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.plug_anew(racks integer[], rows integer[], rooms integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.polygon_of(shape jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.port_name(speed_mbps integer, medium text, out_of_band boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.ports_given(item jsonb, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.ports_of(wanted jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.position_of(place jsonb, rack polder.rack, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.possible(request polder.request) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.put_forward(asked polder.request, arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_corners(stand polder.rack) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_name(rack integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_named(reference jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_of(arguments jsonb, field text, on_day date, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_side(racks integer[], parents_a integer[], parents_b integer[], feeds text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rack_under(chassis integer, period daterange) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.racks_of(places jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.racks_under(chassis integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.read_override(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.read_places(places jsonb, devices integer[], period daterange, OUT wanted polder.placement[], OUT lacking jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.recount(put_away boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse(violations guard.violation[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_absent(subject text, reference jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_corded_contents(chassis polder.equipment, from_rack integer, to_rack integer, period daterange, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_deletion() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_lacking(place polder.placement, device polder.equipment, period daterange) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_other_kind(place jsonb, device polder.equipment, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_override_state(one polder.override, wanted text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_past(first_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_rewriting() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_right(what text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_rules(violations jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_stale(subject text, subject_id integer, seen bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_state(state text, intention text, allowed text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_too_few(request integer, items jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_unbookable(asked polder.request) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_unexplained() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_unknown(arguments jsonb, known text[], at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_value(field text, value jsonb, allowed text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.refuse_without_evidence(request polder.request, own_key text, arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.release_holds(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.request_behind(placement integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.request_of(arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.request_placements(request integer, VARIADIC states text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.resolve_findings(ids integer[], stayed boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_line_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_line_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_line_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_agreement_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_fit(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_delivery_segment_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_delivery_segment_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_delivery_segment_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_rack_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_rack_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_rack_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_room_feature_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_room_feature_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_room_feature_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_floor_room_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_limits() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_loops() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_media_point_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_media_point_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_media_point_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_model_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_node_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_nodes(nodes integer[], held polder.node_limit[], was polder.node[], given text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_outlet_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_plug_fit_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_plug_fit_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_plug_fit_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_rack_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_room_environment_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_room_environment_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_room_environment_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_room_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_setting_delete() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_setting_insert() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_setting_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.review_system_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.room_name(room integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.room_of(arguments jsonb, field text, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.rooms_of(places jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.scatter(i bigint, seed bigint, n integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.set_aside(placed guard.standing[], misfits polder.misfit[], overloads guard.violation[], charges polder.charge[], old polder.charge[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.set_aside_by(placement integer, node integer, broken text, day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.setting_int(wanted text, otherwise integer, organisation integer) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.setting_int(wanted text, otherwise integer, organisation integer) TO polder_person;

REVOKE ALL ON FUNCTION guard.settle(ids integer[], judged_as text, fresh boolean, chassis integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_blocked() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_booked() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_equipment() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_places(placed guard.standing[], asked integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_rebooked() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.settle_shapes(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.shares_of(feeds text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.site_of(rack polder.rack) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.slot_name(rack integer, slot integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.slots_taken(fresh polder.slot_box[], asked integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.sort_models(entries jsonb, OUT kept polder.model[], OUT makers text[], OUT places integer[], OUT outcomes text[], OUT refused jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.stacked(place jsonb, devices integer[], day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.standing_of(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.state_by_pieces(request polder.request) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.steps_of(charges polder.charge[], old polder.charge[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.surroundings(stand polder.rack, near text) FROM PUBLIC;

GRANT SELECT(id) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(name) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(shape) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(setpoint_mc) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(vibration_class) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(emi_nt) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(acoustic_db) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(floor_load_n_m2) ON TABLE polder.room_environment TO polder_person;

GRANT SELECT(during) ON TABLE polder.room_environment TO polder_person;

REVOKE ALL ON FUNCTION guard.surrounds(air polder.room_environment, rack integer, spot point) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.take_over(places polder.placement[], from_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.tallest_rack(on_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.tell(people integer[], topic text, body jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.text_of(arguments jsonb, field text, required boolean, longest integer, at text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.today() FROM PUBLIC;
GRANT ALL ON FUNCTION guard.today() TO polder_person;

REVOKE ALL ON FUNCTION guard.trace(nodes integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.trace_moved() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.trace_new() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.turned(x integer, y integer, turn_deg integer, west bigint, north bigint, east bigint, south bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.unblock_contested(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.unfit(p guard.standing, rule text, requested bigint, capacity bigint, unit text, quantity text, what text) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.unmet_wishes(request integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.violation_of(one polder.misfit) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.waits_for(one polder.override) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.want_reason() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.warm_up() FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.warnings(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.warnings_of_place(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.warnings_of_sums(ids integer[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.wipe(devices integer[], arguments jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.with_contents(misfits polder.misfit[], placed guard.standing[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.without_lapsed(request polder.request) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.working_days(from_date date, n integer) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.working_days(from_date date, n integer) TO polder_person;

REVOKE ALL ON FUNCTION guard.working_days_between(first date, last date) FROM PUBLIC;
GRANT ALL ON FUNCTION guard.working_days_between(first date, last date) TO polder_person;

REVOKE ALL ON FUNCTION guard.write_contacts(request integer, contacts jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.write_holds(wanted polder.placement[], expiry date, lacking jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.write_items(request integer, items jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION past.generation() FROM PUBLIC;
GRANT ALL ON FUNCTION past.generation() TO polder_person;

REVOKE ALL ON FUNCTION past.today() FROM PUBLIC;
GRANT ALL ON FUNCTION past.today() TO polder_person;

GRANT SELECT(id) ON TABLE guard.visible_equipment TO polder_person;

REVOKE ALL ON FUNCTION known.all_bay_use() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_bay_use() TO polder_person;

REVOKE ALL ON FUNCTION known.all_floor_occupancy() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_floor_occupancy() TO polder_person;

REVOKE ALL ON FUNCTION past.charge(placed past.standing[], kept boolean) FROM PUBLIC;

GRANT SELECT(id) ON TABLE guard.visible_agreement TO polder_person;

REVOKE ALL ON FUNCTION known.all_load_step() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_load_step() TO polder_person;

REVOKE ALL ON FUNCTION known.all_occupancy() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_occupancy() TO polder_person;

REVOKE ALL ON FUNCTION known.all_outlet_use() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_outlet_use() TO polder_person;

REVOKE ALL ON FUNCTION known.all_slot_use() FROM PUBLIC;
GRANT ALL ON FUNCTION known.all_slot_use() TO polder_person;

REVOKE ALL ON FUNCTION past.rewritten(definition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION past.shares_of(feeds text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION guard.total(bigint) FROM PUBLIC;

GRANT SELECT(chassis_id) ON TABLE api.bay_use TO polder_person;

GRANT SELECT(bay_id) ON TABLE api.bay_use TO polder_person;

GRANT SELECT(from_date) ON TABLE api.bay_use TO polder_person;

GRANT SELECT(until_date) ON TABLE api.bay_use TO polder_person;

GRANT SELECT(room_id) ON TABLE api.floor_occupancy TO polder_person;

GRANT SELECT(footprint) ON TABLE api.floor_occupancy TO polder_person;

GRANT SELECT(clearance) ON TABLE api.floor_occupancy TO polder_person;

GRANT SELECT(from_date) ON TABLE api.floor_occupancy TO polder_person;

GRANT SELECT(until_date) ON TABLE api.floor_occupancy TO polder_person;

GRANT SELECT(id) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(agreement_id) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(topic) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(unit) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(quota) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(during) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.agreement_line TO polder_person;

GRANT SELECT(node_id) ON TABLE api.load_step TO polder_person;

GRANT SELECT(source_id) ON TABLE api.load_step TO polder_person;

GRANT SELECT(day) ON TABLE api.load_step TO polder_person;

GRANT SELECT(normal_main) ON TABLE api.load_step TO polder_person;

GRANT SELECT(normal_l1) ON TABLE api.load_step TO polder_person;

GRANT SELECT(normal_l2) ON TABLE api.load_step TO polder_person;

GRANT SELECT(normal_l3) ON TABLE api.load_step TO polder_person;

GRANT SELECT(extra_main) ON TABLE api.load_step TO polder_person;

GRANT SELECT(extra_l1) ON TABLE api.load_step TO polder_person;

GRANT SELECT(extra_l2) ON TABLE api.load_step TO polder_person;

GRANT SELECT(extra_l3) ON TABLE api.load_step TO polder_person;

GRANT SELECT(rack_id) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(hu_from) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(hu_until) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(depth_from) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(depth_until) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(width_from) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(width_until) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(blocked) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(from_date) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(until_date) ON TABLE api.occupancy TO polder_person;

GRANT SELECT(outlet_id) ON TABLE api.outlet_use TO polder_person;

GRANT SELECT(from_date) ON TABLE api.outlet_use TO polder_person;

GRANT SELECT(until_date) ON TABLE api.outlet_use TO polder_person;

GRANT SELECT(id) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(person_id) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(role) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(during) ON TABLE polder.appointment TO polder_person;

GRANT SELECT(id) ON TABLE polder.person TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.person TO polder_person;

GRANT SELECT(department_id) ON TABLE polder.person TO polder_person;

GRANT SELECT(active) ON TABLE polder.person TO polder_person;

GRANT SELECT(left_on) ON TABLE polder.person TO polder_person;

GRANT SELECT(person_id) ON TABLE api.person_card TO polder_person;

GRANT SELECT(handle) ON TABLE api.person_card TO polder_person;

GRANT SELECT(name) ON TABLE api.person_card TO polder_person;

GRANT SELECT(email) ON TABLE api.person_card TO polder_person;

GRANT SELECT(id) ON TABLE guard.visible_request TO polder_person;

GRANT SELECT(request_id) ON TABLE api.request_clock TO polder_person;

GRANT SELECT(decision_due) ON TABLE api.request_clock TO polder_person;

GRANT SELECT(working_days_left) ON TABLE api.request_clock TO polder_person;

GRANT SELECT(request_id) ON TABLE api.request_offer TO polder_person;

GRANT SELECT(intentions) ON TABLE api.request_offer TO polder_person;

GRANT SELECT(rack_id) ON TABLE api.slot_use TO polder_person;

GRANT SELECT(slot) ON TABLE api.slot_use TO polder_person;

GRANT SELECT(from_date) ON TABLE api.slot_use TO polder_person;

GRANT SELECT(until_date) ON TABLE api.slot_use TO polder_person;

GRANT SELECT(subject) ON TABLE guard.hosted_subject TO polder_person;

GRANT SELECT(subject_id) ON TABLE guard.hosted_subject TO polder_person;

GRANT SELECT(site_id) ON TABLE guard.hosted_subject TO polder_person;

GRANT SELECT(code) ON TABLE polder.rule TO polder_person;

GRANT SELECT(effect) ON TABLE polder.rule TO polder_person;

GRANT SELECT(override) ON TABLE polder.rule TO polder_person;

GRANT SELECT(id) ON TABLE guard.visible_placement TO polder_person;

GRANT SELECT(id) ON TABLE guard.visible_override TO polder_person;

GRANT SELECT(id) ON TABLE polder.system_share TO polder_person;

GRANT SELECT(system_id) ON TABLE polder.system_share TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.system_share TO polder_person;

GRANT SELECT(permille) ON TABLE polder.system_share TO polder_person;

GRANT SELECT(during) ON TABLE polder.system_share TO polder_person;

GRANT SELECT(system_id) ON TABLE guard.visible_system TO polder_person;

GRANT SELECT(id) ON TABLE known.agreement TO polder_person;

GRANT SELECT(host_id) ON TABLE known.agreement TO polder_person;

GRANT SELECT(guest_id) ON TABLE known.agreement TO polder_person;

GRANT SELECT(reference) ON TABLE known.agreement TO polder_person;

GRANT SELECT(during) ON TABLE known.agreement TO polder_person;

GRANT SELECT(processor_agreement) ON TABLE known.agreement TO polder_person;

GRANT SELECT(id) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(agreement_id) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(topic) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(unit) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(quota) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(during) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(node_id) ON TABLE known.agreement_line TO polder_person;

GRANT SELECT(id) ON TABLE known.appointment TO polder_person;

GRANT SELECT(person_id) ON TABLE known.appointment TO polder_person;

GRANT SELECT(role) ON TABLE known.appointment TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.appointment TO polder_person;

GRANT SELECT(site_id) ON TABLE known.appointment TO polder_person;

GRANT SELECT(during) ON TABLE known.appointment TO polder_person;

GRANT SELECT(chassis_id) ON TABLE known.bay_use TO polder_person;

GRANT SELECT(bay_id) ON TABLE known.bay_use TO polder_person;

GRANT SELECT(from_date) ON TABLE known.bay_use TO polder_person;

GRANT SELECT(until_date) ON TABLE known.bay_use TO polder_person;

GRANT SELECT(id) ON TABLE known.blocked_unit TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.blocked_unit TO polder_person;

GRANT SELECT(hu) ON TABLE known.blocked_unit TO polder_person;

GRANT SELECT(during) ON TABLE known.blocked_unit TO polder_person;

GRANT SELECT(id) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(room_id) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(zone_id) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(feed_id) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(name) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(kind) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(sensible_w) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(airflow_m3_h) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(x_mm) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(y_mm) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(during) ON TABLE known.cooling_unit TO polder_person;

GRANT SELECT(id) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(room_id) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(route) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(ordinal) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(name) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(kind) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(length_mm) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(load_kg) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(point_load_n) ON TABLE known.delivery_segment TO polder_person;

GRANT SELECT(id) ON TABLE known.department TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.department TO polder_person;

GRANT SELECT(code) ON TABLE known.department TO polder_person;

GRANT SELECT(name) ON TABLE known.department TO polder_person;

GRANT SELECT(faculty) ON TABLE known.department TO polder_person;

GRANT SELECT(id) ON TABLE known.deputy TO polder_person;

GRANT SELECT(person_id) ON TABLE known.deputy TO polder_person;

GRANT SELECT(deputy_id) ON TABLE known.deputy TO polder_person;

GRANT SELECT(during) ON TABLE known.deputy TO polder_person;

GRANT SELECT(id) ON TABLE known.document TO polder_person;

GRANT SELECT(subject) ON TABLE known.document TO polder_person;

GRANT SELECT(subject_id) ON TABLE known.document TO polder_person;

GRANT SELECT(name) ON TABLE known.document TO polder_person;

GRANT SELECT(media_type) ON TABLE known.document TO polder_person;

GRANT SELECT(sha256) ON TABLE known.document TO polder_person;

GRANT SELECT(owner_id) ON TABLE known.document TO polder_person;

GRANT SELECT(added_by) ON TABLE known.document TO polder_person;

GRANT SELECT(added_at) ON TABLE known.document TO polder_person;

GRANT SELECT(id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(model_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(request_item_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(system_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(replaces_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(name) ON TABLE known.equipment TO polder_person;

GRANT SELECT(kind) ON TABLE known.equipment TO polder_person;

GRANT SELECT(owner_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(department_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(sponsor_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(security_contact_id) ON TABLE known.equipment TO polder_person;

GRANT SELECT(project) ON TABLE known.equipment TO polder_person;

GRANT SELECT(cost_centre) ON TABLE known.equipment TO polder_person;

GRANT SELECT(serial) ON TABLE known.equipment TO polder_person;

GRANT SELECT(asset_tag) ON TABLE known.equipment TO polder_person;

GRANT SELECT(data_class) ON TABLE known.equipment TO polder_person;

GRANT SELECT(medical) ON TABLE known.equipment TO polder_person;

GRANT SELECT(shareable) ON TABLE known.equipment TO polder_person;

GRANT SELECT(warranty_until) ON TABLE known.equipment TO polder_person;

GRANT SELECT(last_seen) ON TABLE known.equipment TO polder_person;

GRANT SELECT(height_hu) ON TABLE known.equipment TO polder_person;

GRANT SELECT(half_width) ON TABLE known.equipment TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.equipment TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.equipment TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.equipment TO polder_person;

GRANT SELECT(weight_g) ON TABLE known.equipment TO polder_person;

GRANT SELECT(accessory_g) ON TABLE known.equipment TO polder_person;

GRANT SELECT(airflow) ON TABLE known.equipment TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE known.equipment TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE known.equipment TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE known.equipment TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE known.equipment TO polder_person;

GRANT SELECT(budgeted_w) ON TABLE known.equipment TO polder_person;

GRANT SELECT(measured_w) ON TABLE known.equipment TO polder_person;

GRANT SELECT(measured_on) ON TABLE known.equipment TO polder_person;

GRANT SELECT(power_source) ON TABLE known.equipment TO polder_person;

GRANT SELECT(power_factor_permille) ON TABLE known.equipment TO polder_person;

GRANT SELECT(cords) ON TABLE known.equipment TO polder_person;

GRANT SELECT(supplies_needed) ON TABLE known.equipment TO polder_person;

GRANT SELECT(phases) ON TABLE known.equipment TO polder_person;

GRANT SELECT(plug) ON TABLE known.equipment TO polder_person;

GRANT SELECT(ports) ON TABLE known.equipment TO polder_person;

GRANT SELECT(wiped_on) ON TABLE known.equipment TO polder_person;

GRANT SELECT(wipe_reference) ON TABLE known.equipment TO polder_person;

GRANT SELECT(personal_data) ON TABLE known.equipment TO polder_person;

GRANT SELECT(availability_class) ON TABLE known.equipment TO polder_person;

GRANT SELECT(equipment_id) ON TABLE known.equipment_contact TO polder_person;

GRANT SELECT(person_id) ON TABLE known.equipment_contact TO polder_person;

GRANT SELECT(id) ON TABLE known.external_link TO polder_person;

GRANT SELECT(subject) ON TABLE known.external_link TO polder_person;

GRANT SELECT(subject_id) ON TABLE known.external_link TO polder_person;

GRANT SELECT(system) ON TABLE known.external_link TO polder_person;

GRANT SELECT(reference) ON TABLE known.external_link TO polder_person;

GRANT SELECT(url) ON TABLE known.external_link TO polder_person;

GRANT SELECT(id) ON TABLE known.finding TO polder_person;

GRANT SELECT(rule) ON TABLE known.finding TO polder_person;

GRANT SELECT(kind) ON TABLE known.finding TO polder_person;

GRANT SELECT(placement_id) ON TABLE known.finding TO polder_person;

GRANT SELECT(node_id) ON TABLE known.finding TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.finding TO polder_person;

GRANT SELECT(site_id) ON TABLE known.finding TO polder_person;

GRANT SELECT(requested) ON TABLE known.finding TO polder_person;

GRANT SELECT(used) ON TABLE known.finding TO polder_person;

GRANT SELECT(capacity) ON TABLE known.finding TO polder_person;

GRANT SELECT(unit) ON TABLE known.finding TO polder_person;

GRANT SELECT(during) ON TABLE known.finding TO polder_person;

GRANT SELECT(text) ON TABLE known.finding TO polder_person;

GRANT SELECT(found_on) ON TABLE known.finding TO polder_person;

GRANT SELECT(resolved_on) ON TABLE known.finding TO polder_person;

GRANT SELECT(override_id) ON TABLE known.finding TO polder_person;

GRANT SELECT(place) ON TABLE known.finding TO polder_person;

GRANT SELECT(quantity) ON TABLE known.finding TO polder_person;

GRANT SELECT(room_id) ON TABLE known.floor_occupancy TO polder_person;

GRANT SELECT(footprint) ON TABLE known.floor_occupancy TO polder_person;

GRANT SELECT(clearance) ON TABLE known.floor_occupancy TO polder_person;

GRANT SELECT(from_date) ON TABLE known.floor_occupancy TO polder_person;

GRANT SELECT(until_date) ON TABLE known.floor_occupancy TO polder_person;

GRANT SELECT(node_id) ON TABLE known.liquid_loop TO polder_person;

GRANT SELECT(medium) ON TABLE known.liquid_loop TO polder_person;

GRANT SELECT(supply_mc) ON TABLE known.liquid_loop TO polder_person;

GRANT SELECT(max_flow_ml_min) ON TABLE known.liquid_loop TO polder_person;

GRANT SELECT(node_id) ON TABLE known.load_step TO polder_person;

GRANT SELECT(source_id) ON TABLE known.load_step TO polder_person;

GRANT SELECT(day) ON TABLE known.load_step TO polder_person;

GRANT SELECT(normal_main) ON TABLE known.load_step TO polder_person;

GRANT SELECT(normal_l1) ON TABLE known.load_step TO polder_person;

GRANT SELECT(normal_l2) ON TABLE known.load_step TO polder_person;

GRANT SELECT(normal_l3) ON TABLE known.load_step TO polder_person;

GRANT SELECT(extra_main) ON TABLE known.load_step TO polder_person;

GRANT SELECT(extra_l1) ON TABLE known.load_step TO polder_person;

GRANT SELECT(extra_l2) ON TABLE known.load_step TO polder_person;

GRANT SELECT(extra_l3) ON TABLE known.load_step TO polder_person;

GRANT SELECT(id) ON TABLE known.manufacturer TO polder_person;

GRANT SELECT(name) ON TABLE known.manufacturer TO polder_person;

GRANT SELECT(id) ON TABLE known.media_point TO polder_person;

GRANT SELECT(room_id) ON TABLE known.media_point TO polder_person;

GRANT SELECT(medium) ON TABLE known.media_point TO polder_person;

GRANT SELECT(name) ON TABLE known.media_point TO polder_person;

GRANT SELECT(x_mm) ON TABLE known.media_point TO polder_person;

GRANT SELECT(y_mm) ON TABLE known.media_point TO polder_person;

GRANT SELECT(capacity) ON TABLE known.media_point TO polder_person;

GRANT SELECT(unit) ON TABLE known.media_point TO polder_person;

GRANT SELECT(during) ON TABLE known.media_point TO polder_person;

GRANT SELECT(id) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(site_id) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(node_id) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(indicator) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(at) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(quantity) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(unit) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(source) ON TABLE known.meter_reading TO polder_person;

GRANT SELECT(id) ON TABLE known.model TO polder_person;

GRANT SELECT(manufacturer_id) ON TABLE known.model TO polder_person;

GRANT SELECT(name) ON TABLE known.model TO polder_person;

GRANT SELECT(slug) ON TABLE known.model TO polder_person;

GRANT SELECT(part_number) ON TABLE known.model TO polder_person;

GRANT SELECT(kind) ON TABLE known.model TO polder_person;

GRANT SELECT(height_hu) ON TABLE known.model TO polder_person;

GRANT SELECT(full_depth) ON TABLE known.model TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(half_width) ON TABLE known.model TO polder_person;

GRANT SELECT(weight_g) ON TABLE known.model TO polder_person;

GRANT SELECT(airflow) ON TABLE known.model TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE known.model TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE known.model TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE known.model TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE known.model TO polder_person;

GRANT SELECT(clearance_front_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(clearance_rear_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(clearance_left_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(clearance_right_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(clearance_top_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(heat_to_water_w) ON TABLE known.model TO polder_person;

GRANT SELECT(vibration_class) ON TABLE known.model TO polder_person;

GRANT SELECT(emi_nt) ON TABLE known.model TO polder_person;

GRANT SELECT(acoustic_db) ON TABLE known.model TO polder_person;

GRANT SELECT(media) ON TABLE known.model TO polder_person;

GRANT SELECT(interfaces) ON TABLE known.model TO polder_person;

GRANT SELECT(extra) ON TABLE known.model TO polder_person;

GRANT SELECT(source) ON TABLE known.model TO polder_person;

GRANT SELECT(content_hash) ON TABLE known.model TO polder_person;

GRANT SELECT(rail_min_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(rail_max_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(crate_width_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(crate_depth_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(crate_height_mm) ON TABLE known.model TO polder_person;

GRANT SELECT(crate_weight_g) ON TABLE known.model TO polder_person;

GRANT SELECT(water_flow_ml_min) ON TABLE known.model TO polder_person;

GRANT SELECT(water_inlet_min_mc) ON TABLE known.model TO polder_person;

GRANT SELECT(water_inlet_max_mc) ON TABLE known.model TO polder_person;

GRANT SELECT(id) ON TABLE known.model_bay TO polder_person;

GRANT SELECT(model_id) ON TABLE known.model_bay TO polder_person;

GRANT SELECT(name) ON TABLE known.model_bay TO polder_person;

GRANT SELECT(id) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(model_id) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(name) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(inlet) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(maximum_w) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(allocated_w) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(phases) ON TABLE known.model_supply TO polder_person;

GRANT SELECT(id) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(row_id) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(speed_mbps) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(medium) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(out_of_band) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(ports) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(node_id) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(room_id) ON TABLE known.network_ports TO polder_person;

GRANT SELECT(id) ON TABLE known.node TO polder_person;

GRANT SELECT(kind) ON TABLE known.node TO polder_person;

GRANT SELECT(parent_id) ON TABLE known.node TO polder_person;

GRANT SELECT(site_id) ON TABLE known.node TO polder_person;

GRANT SELECT(room_id) ON TABLE known.node TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.node TO polder_person;

GRANT SELECT(name) ON TABLE known.node TO polder_person;

GRANT SELECT(side) ON TABLE known.node TO polder_person;

GRANT SELECT(phases) ON TABLE known.node TO polder_person;

GRANT SELECT(units) ON TABLE known.node TO polder_person;

GRANT SELECT(voltage_ln) ON TABLE known.node TO polder_person;

GRANT SELECT(concurrently_maintainable) ON TABLE known.node TO polder_person;

GRANT SELECT(during) ON TABLE known.node TO polder_person;

GRANT SELECT(code) ON TABLE known.node_kind TO polder_person;

GRANT SELECT(dimension) ON TABLE known.node_kind TO polder_person;

GRANT SELECT(rule) ON TABLE known.node_kind TO polder_person;

GRANT SELECT(failover_rule) ON TABLE known.node_kind TO polder_person;

GRANT SELECT(level) ON TABLE known.node_kind TO polder_person;

GRANT SELECT(id) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(node_id) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(from_date) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(normal_main) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(normal_line) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(failover_main) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(failover_line) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(rating_main) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(rating_line) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(source) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(reason) ON TABLE known.node_limit TO polder_person;

GRANT SELECT(node_id) ON TABLE known.node_path TO polder_person;

GRANT SELECT(ancestor_id) ON TABLE known.node_path TO polder_person;

GRANT SELECT(distance) ON TABLE known.node_path TO polder_person;

GRANT SELECT(id) ON TABLE known.note TO polder_person;

GRANT SELECT(subject) ON TABLE known.note TO polder_person;

GRANT SELECT(subject_id) ON TABLE known.note TO polder_person;

GRANT SELECT(text) ON TABLE known.note TO polder_person;

GRANT SELECT(owner_id) ON TABLE known.note TO polder_person;

GRANT SELECT(author_id) ON TABLE known.note TO polder_person;

GRANT SELECT(at) ON TABLE known.note TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(hu_from) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(hu_until) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(depth_from) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(depth_until) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(width_from) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(width_until) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(blocked) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(from_date) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(until_date) ON TABLE known.occupancy TO polder_person;

GRANT SELECT(id) ON TABLE known.organisation TO polder_person;

GRANT SELECT(code) ON TABLE known.organisation TO polder_person;

GRANT SELECT(name) ON TABLE known.organisation TO polder_person;

GRANT SELECT(time_zone) ON TABLE known.organisation TO polder_person;

GRANT SELECT(active) ON TABLE known.organisation TO polder_person;

GRANT SELECT(id) ON TABLE known.outlet TO polder_person;

GRANT SELECT(node_id) ON TABLE known.outlet TO polder_person;

GRANT SELECT(name) ON TABLE known.outlet TO polder_person;

GRANT SELECT(type) ON TABLE known.outlet TO polder_person;

GRANT SELECT(phases) ON TABLE known.outlet TO polder_person;

GRANT SELECT(max_ma) ON TABLE known.outlet TO polder_person;

GRANT SELECT(outlet_id) ON TABLE known.outlet_use TO polder_person;

GRANT SELECT(from_date) ON TABLE known.outlet_use TO polder_person;

GRANT SELECT(until_date) ON TABLE known.outlet_use TO polder_person;

GRANT SELECT(id) ON TABLE known.override TO polder_person;

GRANT SELECT(rule) ON TABLE known.override TO polder_person;

GRANT SELECT(placement_id) ON TABLE known.override TO polder_person;

GRANT SELECT(node_id) ON TABLE known.override TO polder_person;

GRANT SELECT(reason) ON TABLE known.override TO polder_person;

GRANT SELECT(until_date) ON TABLE known.override TO polder_person;

GRANT SELECT(by_id) ON TABLE known.override TO polder_person;

GRANT SELECT(second_id) ON TABLE known.override TO polder_person;

GRANT SELECT(at) ON TABLE known.override TO polder_person;

GRANT SELECT(request_id) ON TABLE known.override TO polder_person;

GRANT SELECT(site_id) ON TABLE known.override TO polder_person;

GRANT SELECT(by_holder_id) ON TABLE known.override TO polder_person;

GRANT SELECT(second_holder_id) ON TABLE known.override TO polder_person;

GRANT SELECT(confirmed_at) ON TABLE known.override TO polder_person;

GRANT SELECT(withdrawn_by) ON TABLE known.override TO polder_person;

GRANT SELECT(withdrawn_at) ON TABLE known.override TO polder_person;

GRANT SELECT(id) ON TABLE known.person TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.person TO polder_person;

GRANT SELECT(department_id) ON TABLE known.person TO polder_person;

GRANT SELECT(active) ON TABLE known.person TO polder_person;

GRANT SELECT(left_on) ON TABLE known.person TO polder_person;

GRANT SELECT(person_id) ON TABLE known.person_card TO polder_person;

GRANT SELECT(handle) ON TABLE known.person_card TO polder_person;

GRANT SELECT(name) ON TABLE known.person_card TO polder_person;

GRANT SELECT(email) ON TABLE known.person_card TO polder_person;

GRANT SELECT(id) ON TABLE known.placement TO polder_person;

GRANT SELECT(equipment_id) ON TABLE known.placement TO polder_person;

GRANT SELECT(state) ON TABLE known.placement TO polder_person;

GRANT SELECT(during) ON TABLE known.placement TO polder_person;

GRANT SELECT(hold_until) ON TABLE known.placement TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.placement TO polder_person;

GRANT SELECT(position_hu) ON TABLE known.placement TO polder_person;

GRANT SELECT(face) ON TABLE known.placement TO polder_person;

GRANT SELECT(half) ON TABLE known.placement TO polder_person;

GRANT SELECT(zero_u_slot) ON TABLE known.placement TO polder_person;

GRANT SELECT(bay_id) ON TABLE known.placement TO polder_person;

GRANT SELECT(room_id) ON TABLE known.placement TO polder_person;

GRANT SELECT(x_mm) ON TABLE known.placement TO polder_person;

GRANT SELECT(y_mm) ON TABLE known.placement TO polder_person;

GRANT SELECT(orientation_deg) ON TABLE known.placement TO polder_person;

GRANT SELECT(outlet_ids) ON TABLE known.placement TO polder_person;

GRANT SELECT(node_ids) ON TABLE known.placement TO polder_person;

GRANT SELECT(inherited) ON TABLE known.placement TO polder_person;

GRANT SELECT(contested) ON TABLE known.placement TO polder_person;

GRANT SELECT(planned_from) ON TABLE known.placement TO polder_person;

GRANT SELECT(chassis_id) ON TABLE known.placement TO polder_person;

GRANT SELECT(inlet) ON TABLE known.plug_fit TO polder_person;

GRANT SELECT(outlet) ON TABLE known.plug_fit TO polder_person;

GRANT SELECT(id) ON TABLE known.rack TO polder_person;

GRANT SELECT(room_id) ON TABLE known.rack TO polder_person;

GRANT SELECT(row_id) ON TABLE known.rack TO polder_person;

GRANT SELECT(code) ON TABLE known.rack TO polder_person;

GRANT SELECT(x_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(y_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(orientation_deg) ON TABLE known.rack TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(height_u) ON TABLE known.rack TO polder_person;

GRANT SELECT(usable_depth_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(rail_width_in) ON TABLE known.rack TO polder_person;

GRANT SELECT(rail_min_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(rail_max_mm) ON TABLE known.rack TO polder_person;

GRANT SELECT(numbered_down) ON TABLE known.rack TO polder_person;

GRANT SELECT(zero_u_slots) ON TABLE known.rack TO polder_person;

GRANT SELECT(tare_g) ON TABLE known.rack TO polder_person;

GRANT SELECT(tare_counts) ON TABLE known.rack TO polder_person;

GRANT SELECT(airflow) ON TABLE known.rack TO polder_person;

GRANT SELECT(cooling) ON TABLE known.rack TO polder_person;

GRANT SELECT(cooling_zone_id) ON TABLE known.rack TO polder_person;

GRANT SELECT(sides) ON TABLE known.rack TO polder_person;

GRANT SELECT(during) ON TABLE known.rack TO polder_person;

GRANT SELECT(airflow_supply_m3_h) ON TABLE known.rack TO polder_person;

GRANT SELECT(liquid_loop_id) ON TABLE known.rack TO polder_person;

GRANT SELECT(id) ON TABLE known.rack_row TO polder_person;

GRANT SELECT(room_id) ON TABLE known.rack_row TO polder_person;

GRANT SELECT(code) ON TABLE known.rack_row TO polder_person;

GRANT SELECT(id) ON TABLE known.request TO polder_person;

GRANT SELECT(number) ON TABLE known.request TO polder_person;

GRANT SELECT(state) ON TABLE known.request TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.request TO polder_person;

GRANT SELECT(department_id) ON TABLE known.request TO polder_person;

GRANT SELECT(requester_id) ON TABLE known.request TO polder_person;

GRANT SELECT(sponsor_id) ON TABLE known.request TO polder_person;

GRANT SELECT(security_contact_id) ON TABLE known.request TO polder_person;

GRANT SELECT(project) ON TABLE known.request TO polder_person;

GRANT SELECT(funder) ON TABLE known.request TO polder_person;

GRANT SELECT(cost_centre) ON TABLE known.request TO polder_person;

GRANT SELECT(data_class) ON TABLE known.request TO polder_person;

GRANT SELECT(medical) ON TABLE known.request TO polder_person;

GRANT SELECT(personal_data) ON TABLE known.request TO polder_person;

GRANT SELECT(availability_class) ON TABLE known.request TO polder_person;

GRANT SELECT(from_date) ON TABLE known.request TO polder_person;

GRANT SELECT(until_date) ON TABLE known.request TO polder_person;

GRANT SELECT(review_date) ON TABLE known.request TO polder_person;

GRANT SELECT(wish_site_id) ON TABLE known.request TO polder_person;

GRANT SELECT(wish_redundant) ON TABLE known.request TO polder_person;

GRANT SELECT(wish_together) ON TABLE known.request TO polder_person;

GRANT SELECT(wish_apart) ON TABLE known.request TO polder_person;

GRANT SELECT(on_behalf_by) ON TABLE known.request TO polder_person;

GRANT SELECT(evidence) ON TABLE known.request TO polder_person;

GRANT SELECT(security_review) ON TABLE known.request TO polder_person;

GRANT SELECT(state_reason) ON TABLE known.request TO polder_person;

GRANT SELECT(submitted_at) ON TABLE known.request TO polder_person;

GRANT SELECT(endorsed_at) ON TABLE known.request TO polder_person;

GRANT SELECT(decided_at) ON TABLE known.request TO polder_person;

GRANT SELECT(hold_until) ON TABLE known.request TO polder_person;

GRANT SELECT(comment) ON TABLE known.request TO polder_person;

GRANT SELECT(request_id) ON TABLE known.request_clock TO polder_person;

GRANT SELECT(decision_due) ON TABLE known.request_clock TO polder_person;

GRANT SELECT(request_id) ON TABLE known.request_contact TO polder_person;

GRANT SELECT(person_id) ON TABLE known.request_contact TO polder_person;

GRANT SELECT(id) ON TABLE known.request_item TO polder_person;

GRANT SELECT(request_id) ON TABLE known.request_item TO polder_person;

GRANT SELECT(ordinal) ON TABLE known.request_item TO polder_person;

GRANT SELECT(model_id) ON TABLE known.request_item TO polder_person;

GRANT SELECT(description) ON TABLE known.request_item TO polder_person;

GRANT SELECT(count) ON TABLE known.request_item TO polder_person;

GRANT SELECT(kind) ON TABLE known.request_item TO polder_person;

GRANT SELECT(height_hu) ON TABLE known.request_item TO polder_person;

GRANT SELECT(half_width) ON TABLE known.request_item TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.request_item TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.request_item TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.request_item TO polder_person;

GRANT SELECT(weight_g) ON TABLE known.request_item TO polder_person;

GRANT SELECT(nameplate_w) ON TABLE known.request_item TO polder_person;

GRANT SELECT(draw_w) ON TABLE known.request_item TO polder_person;

GRANT SELECT(cords) ON TABLE known.request_item TO polder_person;

GRANT SELECT(phases) ON TABLE known.request_item TO polder_person;

GRANT SELECT(plug) ON TABLE known.request_item TO polder_person;

GRANT SELECT(airflow) ON TABLE known.request_item TO polder_person;

GRANT SELECT(inlet_min_mc) ON TABLE known.request_item TO polder_person;

GRANT SELECT(inlet_max_mc) ON TABLE known.request_item TO polder_person;

GRANT SELECT(ports) ON TABLE known.request_item TO polder_person;

GRANT SELECT(shareable) ON TABLE known.request_item TO polder_person;

GRANT SELECT(request_id) ON TABLE known.request_offer TO polder_person;

GRANT SELECT(intentions) ON TABLE known.request_offer TO polder_person;

GRANT SELECT(code) ON TABLE known.role TO polder_person;

GRANT SELECT(name_en) ON TABLE known.role TO polder_person;

GRANT SELECT(name_nl) ON TABLE known.role TO polder_person;

GRANT SELECT(id) ON TABLE known.room TO polder_person;

GRANT SELECT(site_id) ON TABLE known.room TO polder_person;

GRANT SELECT(code) ON TABLE known.room TO polder_person;

GRANT SELECT(name) ON TABLE known.room TO polder_person;

GRANT SELECT(width_mm) ON TABLE known.room TO polder_person;

GRANT SELECT(depth_mm) ON TABLE known.room TO polder_person;

GRANT SELECT(height_mm) ON TABLE known.room TO polder_person;

GRANT SELECT(tile_mm) ON TABLE known.room TO polder_person;

GRANT SELECT(floor_class) ON TABLE known.room TO polder_person;

GRANT SELECT(protection_class) ON TABLE known.room TO polder_person;

GRANT SELECT(medical) ON TABLE known.room TO polder_person;

GRANT SELECT(sides) ON TABLE known.room TO polder_person;

GRANT SELECT(cooling_zone_id) ON TABLE known.room TO polder_person;

GRANT SELECT(liquid_loop_id) ON TABLE known.room TO polder_person;

GRANT SELECT(id) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(room_id) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(name) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(shape) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(setpoint_mc) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(drift_mk_per_h) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(vibration_class) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(emi_nt) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(acoustic_db) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(floor_load_n_m2) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(during) ON TABLE known.room_environment TO polder_person;

GRANT SELECT(id) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(room_id) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(kind) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(name) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(shape) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(airflow_deg) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(keep_clear) ON TABLE known.room_feature TO polder_person;

GRANT SELECT(code) ON TABLE known.rule TO polder_person;

GRANT SELECT(effect) ON TABLE known.rule TO polder_person;

GRANT SELECT(override) ON TABLE known.rule TO polder_person;

GRANT SELECT(key) ON TABLE known.setting TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.setting TO polder_person;

GRANT SELECT(value) ON TABLE known.setting TO polder_person;

GRANT SELECT(description) ON TABLE known.setting TO polder_person;

GRANT SELECT(id) ON TABLE known.site TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.site TO polder_person;

GRANT SELECT(code) ON TABLE known.site TO polder_person;

GRANT SELECT(name) ON TABLE known.site TO polder_person;

GRANT SELECT(address) ON TABLE known.site TO polder_person;

GRANT SELECT(time_zone) ON TABLE known.site TO polder_person;

GRANT SELECT(installed_it_w) ON TABLE known.site TO polder_person;

GRANT SELECT(rack_id) ON TABLE known.slot_use TO polder_person;

GRANT SELECT(slot) ON TABLE known.slot_use TO polder_person;

GRANT SELECT(from_date) ON TABLE known.slot_use TO polder_person;

GRANT SELECT(until_date) ON TABLE known.slot_use TO polder_person;

GRANT SELECT(id) ON TABLE known.system TO polder_person;

GRANT SELECT(name) ON TABLE known.system TO polder_person;

GRANT SELECT(kind) ON TABLE known.system TO polder_person;

GRANT SELECT(personal_data) ON TABLE known.system TO polder_person;

GRANT SELECT(id) ON TABLE known.system_share TO polder_person;

GRANT SELECT(system_id) ON TABLE known.system_share TO polder_person;

GRANT SELECT(organisation_id) ON TABLE known.system_share TO polder_person;

GRANT SELECT(permille) ON TABLE known.system_share TO polder_person;

GRANT SELECT(during) ON TABLE known.system_share TO polder_person;

GRANT SELECT(code) ON TABLE known.topic TO polder_person;

GRANT SELECT(name_en) ON TABLE known.topic TO polder_person;

GRANT SELECT(name_nl) ON TABLE known.topic TO polder_person;

GRANT SELECT(code) ON TABLE known.unit TO polder_person;

GRANT SELECT(name_en) ON TABLE known.unit TO polder_person;

GRANT SELECT(name_nl) ON TABLE known.unit TO polder_person;

GRANT SELECT(quantity) ON TABLE known.unit TO polder_person;

GRANT SELECT(base_per_unit) ON TABLE known.unit TO polder_person;

GRANT SELECT(id) ON TABLE known.usage TO polder_person;

GRANT SELECT(line_id) ON TABLE known.usage TO polder_person;

GRANT SELECT(during) ON TABLE known.usage TO polder_person;

GRANT SELECT(quantity) ON TABLE known.usage TO polder_person;

GRANT SELECT(unit) ON TABLE known.usage TO polder_person;

GRANT SELECT(source) ON TABLE known.usage TO polder_person;

GRANT SELECT(beneficiary_id) ON TABLE known.usage TO polder_person;

GRANT SELECT(id) ON TABLE polder.blocked_unit TO polder_person;

GRANT SELECT(rack_id) ON TABLE polder.blocked_unit TO polder_person;

GRANT SELECT(hu) ON TABLE polder.blocked_unit TO polder_person;

GRANT SELECT(during) ON TABLE polder.blocked_unit TO polder_person;

GRANT SELECT(id) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(zone_id) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(feed_id) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(name) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(kind) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(sensible_w) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(airflow_m3_h) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(x_mm) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(y_mm) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(depth_mm) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(during) ON TABLE polder.cooling_unit TO polder_person;

GRANT SELECT(id) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(route) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(ordinal) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(name) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(kind) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(width_mm) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(height_mm) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(length_mm) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(load_kg) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(point_load_n) ON TABLE polder.delivery_segment TO polder_person;

GRANT SELECT(id) ON TABLE polder.department TO polder_person;

GRANT SELECT(organisation_id) ON TABLE polder.department TO polder_person;

GRANT SELECT(code) ON TABLE polder.department TO polder_person;

GRANT SELECT(name) ON TABLE polder.department TO polder_person;

GRANT SELECT(faculty) ON TABLE polder.department TO polder_person;

GRANT SELECT(id) ON TABLE polder.deputy TO polder_person;

GRANT SELECT(person_id) ON TABLE polder.deputy TO polder_person;

GRANT SELECT(deputy_id) ON TABLE polder.deputy TO polder_person;

GRANT SELECT(during) ON TABLE polder.deputy TO polder_person;

GRANT SELECT(id) ON TABLE polder.document TO polder_person;

GRANT SELECT(subject) ON TABLE polder.document TO polder_person;

GRANT SELECT(subject_id) ON TABLE polder.document TO polder_person;

GRANT SELECT(name) ON TABLE polder.document TO polder_person;

GRANT SELECT(media_type) ON TABLE polder.document TO polder_person;

GRANT SELECT(sha256) ON TABLE polder.document TO polder_person;

GRANT SELECT(bytes) ON TABLE polder.document TO polder_person;

GRANT SELECT(owner_id) ON TABLE polder.document TO polder_person;

GRANT SELECT(added_by) ON TABLE polder.document TO polder_person;

GRANT SELECT(added_at) ON TABLE polder.document TO polder_person;

GRANT SELECT(equipment_id) ON TABLE polder.equipment_contact TO polder_person;

GRANT SELECT(person_id) ON TABLE polder.equipment_contact TO polder_person;

GRANT SELECT(id) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(subject) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(subject_id) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(system) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(reference) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(url) ON TABLE polder.external_link TO polder_person;

GRANT SELECT(id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(rule) ON TABLE polder.finding TO polder_person;

GRANT SELECT(kind) ON TABLE polder.finding TO polder_person;

GRANT SELECT(placement_id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(rack_id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(requested) ON TABLE polder.finding TO polder_person;

GRANT SELECT(used) ON TABLE polder.finding TO polder_person;

GRANT SELECT(capacity) ON TABLE polder.finding TO polder_person;

GRANT SELECT(unit) ON TABLE polder.finding TO polder_person;

GRANT SELECT(during) ON TABLE polder.finding TO polder_person;

GRANT SELECT(text) ON TABLE polder.finding TO polder_person;

GRANT SELECT(found_on) ON TABLE polder.finding TO polder_person;

GRANT SELECT(resolved_on) ON TABLE polder.finding TO polder_person;

GRANT SELECT(override_id) ON TABLE polder.finding TO polder_person;

GRANT SELECT(place) ON TABLE polder.finding TO polder_person;

GRANT SELECT(quantity) ON TABLE polder.finding TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.liquid_loop TO polder_person;

GRANT SELECT(medium) ON TABLE polder.liquid_loop TO polder_person;

GRANT SELECT(supply_mc) ON TABLE polder.liquid_loop TO polder_person;

GRANT SELECT(max_flow_ml_min) ON TABLE polder.liquid_loop TO polder_person;

GRANT SELECT(id) ON TABLE polder.manufacturer TO polder_person;

GRANT SELECT(name) ON TABLE polder.manufacturer TO polder_person;

GRANT SELECT(id) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(medium) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(name) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(x_mm) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(y_mm) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(capacity) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(unit) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(during) ON TABLE polder.media_point TO polder_person;

GRANT SELECT(id) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(site_id) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(indicator) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(at) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(quantity) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(unit) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(source) ON TABLE polder.meter_reading TO polder_person;

GRANT SELECT(id) ON TABLE polder.model_bay TO polder_person;

GRANT SELECT(model_id) ON TABLE polder.model_bay TO polder_person;

GRANT SELECT(name) ON TABLE polder.model_bay TO polder_person;

GRANT SELECT(id) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(model_id) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(name) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(inlet) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(maximum_w) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(allocated_w) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(phases) ON TABLE polder.model_supply TO polder_person;

GRANT SELECT(id) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(rack_id) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(row_id) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(speed_mbps) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(medium) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(out_of_band) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(ports) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.network_ports TO polder_person;

GRANT SELECT(code) ON TABLE polder.node_kind TO polder_person;

GRANT SELECT(dimension) ON TABLE polder.node_kind TO polder_person;

GRANT SELECT(rule) ON TABLE polder.node_kind TO polder_person;

GRANT SELECT(failover_rule) ON TABLE polder.node_kind TO polder_person;

GRANT SELECT(level) ON TABLE polder.node_kind TO polder_person;

GRANT SELECT(node_id) ON TABLE polder.node_path TO polder_person;

GRANT SELECT(ancestor_id) ON TABLE polder.node_path TO polder_person;

GRANT SELECT(distance) ON TABLE polder.node_path TO polder_person;

GRANT SELECT(id) ON TABLE polder.note TO polder_person;

GRANT SELECT(subject) ON TABLE polder.note TO polder_person;

GRANT SELECT(subject_id) ON TABLE polder.note TO polder_person;

GRANT SELECT(text) ON TABLE polder.note TO polder_person;

GRANT SELECT(owner_id) ON TABLE polder.note TO polder_person;

GRANT SELECT(author_id) ON TABLE polder.note TO polder_person;

GRANT SELECT(at) ON TABLE polder.note TO polder_person;

GRANT SELECT(id) ON TABLE polder.notice TO polder_person;

GRANT SELECT(change_id) ON TABLE polder.notice TO polder_person;

GRANT SELECT(recipient_id) ON TABLE polder.notice TO polder_person;

GRANT SELECT(topic) ON TABLE polder.notice TO polder_person;

GRANT SELECT(body) ON TABLE polder.notice TO polder_person;

GRANT SELECT(sent_at) ON TABLE polder.notice TO polder_person;

GRANT SELECT(id) ON TABLE polder.organisation TO polder_person;

GRANT SELECT(code) ON TABLE polder.organisation TO polder_person;

GRANT SELECT(name) ON TABLE polder.organisation TO polder_person;

GRANT SELECT(time_zone) ON TABLE polder.organisation TO polder_person;

GRANT SELECT(active) ON TABLE polder.organisation TO polder_person;

GRANT SELECT(inlet) ON TABLE polder.plug_fit TO polder_person;

GRANT SELECT(outlet) ON TABLE polder.plug_fit TO polder_person;

GRANT SELECT(id) ON TABLE polder.rack_row TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.rack_row TO polder_person;

GRANT SELECT(code) ON TABLE polder.rack_row TO polder_person;

GRANT SELECT(request_id) ON TABLE polder.request_contact TO polder_person;

GRANT SELECT(person_id) ON TABLE polder.request_contact TO polder_person;

GRANT SELECT(code) ON TABLE polder.role TO polder_person;

GRANT SELECT(name_en) ON TABLE polder.role TO polder_person;

GRANT SELECT(name_nl) ON TABLE polder.role TO polder_person;

GRANT SELECT(id) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(room_id) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(kind) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(name) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(shape) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(airflow_deg) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(keep_clear) ON TABLE polder.room_feature TO polder_person;

GRANT SELECT(id) ON TABLE polder.system TO polder_person;

GRANT SELECT(name) ON TABLE polder.system TO polder_person;

GRANT SELECT(kind) ON TABLE polder.system TO polder_person;

GRANT SELECT(personal_data) ON TABLE polder.system TO polder_person;

GRANT SELECT(code) ON TABLE polder.topic TO polder_person;

GRANT SELECT(name_en) ON TABLE polder.topic TO polder_person;

GRANT SELECT(name_nl) ON TABLE polder.topic TO polder_person;

GRANT SELECT(code) ON TABLE polder.unit TO polder_person;

GRANT SELECT(name_en) ON TABLE polder.unit TO polder_person;

GRANT SELECT(name_nl) ON TABLE polder.unit TO polder_person;

GRANT SELECT(quantity) ON TABLE polder.unit TO polder_person;

GRANT SELECT(base_per_unit) ON TABLE polder.unit TO polder_person;

GRANT SELECT(id) ON TABLE polder.usage TO polder_person;

GRANT SELECT(line_id) ON TABLE polder.usage TO polder_person;

GRANT SELECT(during) ON TABLE polder.usage TO polder_person;

GRANT SELECT(quantity) ON TABLE polder.usage TO polder_person;

GRANT SELECT(unit) ON TABLE polder.usage TO polder_person;

GRANT SELECT(source) ON TABLE polder.usage TO polder_person;

GRANT SELECT(beneficiary_id) ON TABLE polder.usage TO polder_person;
