-- Two institutions, each with a data centre of one room and two racks, and people for every role, each with a login.
-- UL hosts LEI, AMC hosts AMS; an agreement each way. Handles are role.house: requester.ul, facility_manager.amc ...
-- Loaded inside the transaction of a test. Afterwards:
--   act(handle, intention, arguments)   the intention as that person: its result, or {"sqlstate", ...DETAIL} of the refusal
--   see(handle, query)                  the one value of a query as that person, or its SQLSTATE

set local polder.today = '2027-03-01';
insert into polder.setting (key, value) values ('today_may_be_set', 'true'), ('hold_days', '30');

insert into polder.organisation (code, name) values ('UL', 'Leiden University'), ('AMC', 'Medical Centre');
insert into polder.department (organisation_id, code, name) select id, 'DEP', 'Department' from polder.organisation;
insert into polder.site (organisation_id, code, name)
    select id, case code when 'UL' then 'LEI' else 'AMS' end, 'Data centre of ' || code from polder.organisation;
insert into polder.room (site_id, code, width_mm, depth_mm, protection_class, medical)
    select id, 'H1', 10000, 8000, 'hoog', true from polder.site;
insert into polder.rack (room_id, code, height_u, numbered_down)
    select m.id, r.code, 42, r.code = 'R2' from polder.room m cross join (values ('R1'), ('R2')) r (code);

-- Feeds A and B in each room, on each a PDU in every rack with eight C13 outlets; limits that are in nobody's way.
insert into polder.node (kind, site_id, room_id, name, side, phases)
    select 'feed', m.site_id, m.id, 'feed ' || side, side, '1' from polder.room m cross join (values ('A'), ('B')) s (side);
insert into polder.node (kind, parent_id, site_id, room_id, rack_id, name, side, phases)
    select 'rack_pdu', f.id, m.site_id, m.id, r.id, r.code || '-' || f.side, f.side, '1'
    from polder.rack r join polder.room m on m.id = r.room_id join polder.node f on f.room_id = m.id and f.kind = 'feed';
insert into polder.node (kind, site_id, room_id, rack_id, name)
    select kind, m.site_id, m.id, r.id, r.code || ' ' || kind
    from polder.rack r join polder.room m on m.id = r.room_id cross join (values ('rack_mass'), ('rack_heat')) k (kind);
insert into polder.outlet (node_id, name, type, phases, max_ma)
    select n.id, i::text, 'C13', '1', 10000 from polder.node n cross join generate_series(1, 8) i where n.kind = 'rack_pdu';
insert into polder.agreement (host_id, guest_id, reference, during)
    select h.id, g.id, h.code || '-' || g.code, '[2026-01-01,2036-01-01)'
    from polder.organisation h join polder.organisation g on g.id <> h.id;
with line as (
    insert into polder.node (kind, site_id, name)
        select 'agreement_line', s.id, a.reference || ' ' || u.code
        from polder.agreement a join polder.site s on s.organisation_id = a.host_id cross join polder.unit u
        where u.code in ('U', 'kW', 'kg')
        returning id, name)
insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
    select a.id, 'hosting', split_part(line.name, ' ', 2), 1000, a.during, line.id
    from line join polder.agreement a on a.reference = split_part(line.name, ' ', 1);
insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
    select id, 1000000000, 1000000000, 1000000000, 1000000000 from polder.node where kind <> 'agreement_line';

insert into polder.manufacturer (name) values ('Acme');
insert into polder.model (manufacturer_id, name, slug, height_hu, depth_mm, weight_g, nameplate_w)
    select id, 'Server 2', 'acme-server-2', 4, 700, 20000, 800 from polder.manufacturer;
insert into polder.model_supply (model_id, name, inlet) select m.id, s.name, 'C14'
    from polder.model m cross join (values ('PSU1'), ('PSU2')) s (name);

with made as (
    insert into polder.person (organisation_id, department_id, login)
        select o.id, d.id, format('p_%s_%s', r.role, lower(o.code))
        from polder.organisation o join polder.department d on d.organisation_id = o.id
        cross join (select code as role from polder.role union all values ('colleague'), ('stranger')) r
        returning id, organisation_id, login)
insert into polder.person_detail (person_id, handle, name, email)
    select made.id, format('%s.%s', substr(made.login, 3, length(made.login) - length(o.code) - 3), lower(o.code)),
           'Name of ' || made.login, made.login || '@example.org'
    from made join polder.organisation o on o.id = made.organisation_id;
insert into polder.appointment (person_id, role, organisation_id, site_id, during)
    select p.id, r.code, p.organisation_id, case when r.code in ('facility_manager', 'technician') then s.id end, '[2020-01-01,)'
    from polder.person p join polder.person_detail d on d.person_id = p.id
    join polder.site s on s.organisation_id = p.organisation_id
    join polder.role r on r.code = case split_part(d.handle, '.', 1) when 'colleague' then 'requester'
                                                                       else split_part(d.handle, '.', 1) end;
do $$
declare
    person record;
begin
    for person in select login from polder.person loop
        execute format('create role %I login in role polder_person', person.login);
    end loop;
end
$$;

create function public.login_of(handle text) returns name language sql stable as $$
    select p.login from polder.person p join polder.person_detail d on d.person_id = p.id where d.handle = login_of.handle
$$;

-- Every refusal comes as a code of the list with all the data of its sentence; so do those within it.
create function public.expect_coded(state text, message text, detail jsonb) returns void language plpgsql as $$
declare
    known record;
    lacking text;
    one jsonb;
begin
    select * into known from guard.refusal r where r.code = detail ->> 'code';
    if known.sqlstate is distinct from state then
        raise exception 'no code of % in % %', state, message, detail;
    end if;
    select string_agg(m[1], ', ') into lacking
    from regexp_matches(known.english, '\{([a-z]+)\}', 'g') m
    where not detail || coalesce(detail -> 'data', '{}') ? m[1];
    if lacking is not null then
        raise exception 'no % in % %', lacking, message, detail;
    end if;
    for one in select f from jsonb_array_elements(detail -> 'faults') f where f ->> 'sqlstate' <> 'PL001' loop
        perform public.expect_coded(one ->> 'sqlstate', one ->> 'reason', one);
    end loop;
    for one in select c from jsonb_array_elements(detail -> 'conflicts') c loop
        perform public.expect_coded(one ->> 'sqlstate', one ->> 'message', one -> 'detail');
    end loop;
end
$$;

create function public.act(handle text, intention text, arguments jsonb, generation bigint default null,
                           key uuid default gen_random_uuid()) returns jsonb language plpgsql as $$
declare
    login name := public.login_of(handle);
    result jsonb;
    state text;
    message text;
    detail text;
begin
    begin
        execute format('set local session authorization %I', login);
        execute format('select api.%I($1, $2, $3)', intention) into result using key, generation, arguments;
        execute 'reset session authorization';
        return result;
    exception when others then
        get stacked diagnostics detail = pg_exception_detail, state = returned_sqlstate, message = message_text;
        if state not like 'PL%' then
            raise;
        end if;
        perform public.expect_coded(state, message, detail::jsonb);
        return detail::jsonb || jsonb_build_object('sqlstate', state);
    end;
end
$$;

create function public.see(handle text, query text) returns text language plpgsql as $$
declare
    login name := public.login_of(handle);
    result text;
begin
    execute format('set local session authorization %I', login);
    execute query into result;
    execute 'reset session authorization';
    return result;
exception when others then
    return sqlstate;
end
$$;

-- A request of the house in that state, through the intentions themselves where it can be.
create function public.request_in(state text, house text default 'ul', wish text default 'LEI', count int default 1)
    returns int language plpgsql as $$
declare
    made int;
    host text := case wish when 'LEI' then 'ul' else 'amc' end;
    r jsonb;
    step record;
    unit int := 1;
begin
    -- A unit of its own for each, so that they do not stand in each other's way.
    select coalesce(max(p.position_hu) / 2 + 3, 1) into unit
    from polder.placement p join polder.rack k on k.id = p.rack_id join polder.room m on m.id = k.room_id
    join polder.site s on s.id = m.site_id where k.code = 'R1' and s.code = wish;
    r := public.act('requester.' || house, 'create_request', jsonb_build_object(
        'from', greatest('2027-04-01', current_setting('polder.today')::date), 'until', '2029-04-01', 'sponsor', 'sponsor.' || house, 'project', 'Secret of ' || house,
        'contacts', jsonb_build_array('colleague.' || house),
        'items', jsonb_build_array(jsonb_build_object('model', 'acme-server-2', 'count', count, 'draw_w', 400)),
        'wishes', jsonb_build_object('site', wish)));
    made := (r ->> 'request')::int;
    if made is null then
        raise 'create_request: %', r;
    end if;
    for step in select * from (values
        (1, 'requester.' || house, 'submit', '{}', 'submitted'),
        (2, 'facility_manager.' || host, 'return_request', '{"reason": "which plug?"}', 'returned'),
        (3, 'sponsor.' || house, 'decline', '{"reason": "no money"}', 'rejected'),
        (4, 'sponsor.' || house, 'endorse', '{}', 'endorsed'),
        (5, 'facility_manager.' || host, 'review', '{}', 'in review'),
        (6, 'facility_manager.' || host, 'wait_list', '{"reason": "full"}', 'waiting'),
        (7, 'facility_manager.' || host, 'hold', null, 'held'),
        (8, 'technician.' || host, 'deliver', '{}', 'delivered'),
        (9, 'technician.' || host, 'install', '{"item": 1}', 'installed'),
        (10, 'facility_manager.' || host, 'decommission', '{}', 'decommissioning'),
        (11, 'facility_manager.' || host, 'remove', '{}', 'removed')) step (n, who, intention, arguments, reached) order by n
    loop
        exit when request_in.state in ('draft', 'withdrawn');
        continue when step.reached in ('returned', 'rejected', 'waiting') and step.reached <> request_in.state;
        continue when step.reached = 'delivered' and request_in.state <> 'delivered';
        r := public.act(step.who, step.intention, jsonb_build_object('request', made) || case step.intention
            when 'hold' then jsonb_build_object('item', 1, 'places',
                (select jsonb_agg(jsonb_build_object('rack', wish || '/H1/R1', 'unit', unit + 2 * i))
                 from generate_series(0, count - 1) i))
            else step.arguments::jsonb end);
        if r ? 'sqlstate' then
            raise '%: %', step.intention, r;
        end if;
        exit when step.reached = case request_in.state when 'expired' then 'held' else request_in.state end;
    end loop;
    if request_in.state = 'withdrawn' then
        perform public.act('requester.' || house, 'withdraw', jsonb_build_object('request', made));
    elsif request_in.state = 'expired' then
        update polder.placement p set hold_until = '2027-02-28'
        where p.state = 'held' and p.equipment_id in (select e.id from polder.equipment e
            join polder.request_item i on i.id = e.request_item_id where i.request_id = made);
        perform api.lapse_holds();
    end if;
    return made;
end
$$;

-- What would come of it: as act, and then nothing has happened.
create function public.try(handle text, intention text, arguments jsonb, generation bigint default null) returns jsonb
    language plpgsql as $$
declare
    result jsonb;
begin
    begin
        result := public.act(handle, intention, arguments, generation);
        raise exception using errcode = 'TRY00', message = result::text;
    exception when sqlstate 'TRY00' then
        return sqlerrm::jsonb;
    end;
end
$$;
create function public.placement_of(request int) returns int language sql stable as $$
    select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id where i.request_id = request order by p.id desc limit 1
$$;
