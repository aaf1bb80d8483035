-- Synthetic estates for measurements: any number of racks and devices, valid under every guard, the same for the same
-- seed. Two institutions, one data centre for each 2,500 racks (two at least), halls of 100 racks in five rows, a chain
-- supply - transfer switch - UPS - busway - rack PDU on both sides, devices of five years. A tenth of the racks is let
-- to the other institution, half of the devices have two cords.

-- A number from 0 to below n, scattered over i and the seed.
create function guard.scatter(i bigint, seed bigint, n int) returns int
    language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select ((hashint8extended(i, seed) & 9223372036854775807) % n)::int
$$;

-- Adds a power node of so many kVA (0.95: in kW; a third on each phase) for each parent and side.
create function guard.generate_power(kind text, kva int, parents int[], sites int[], rooms int[], names text[],
                                     sides text[]) returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
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

create function guard.generate_estate(racks int, devices int, seed int) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    first_row int;
begin
    if racks not between 1 and 100000 then
        perform guard.refuse_value('racks', to_jsonb(racks), 'number_whole', '{"least": 1, "most": 100000}');
    elsif devices not between 0 and 36 * racks then
        perform guard.refuse_value('devices', to_jsonb(devices), 'number_whole',
                                   jsonb_build_object('least', 0, 'most', 36 * racks));
    elsif exists (select from site) then
        perform guard.refuse_as('estate_there', jsonb_build_object('state', 'not empty', 'intention', 'generate_estate',
                                                                   'allowed', '{}'::text[]));
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

-- Two institutions that host each other without end, with departments, and people for every role.
create function guard.generate_parties() returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
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

-- Data centres with their halls, rows and racks, drawn to scale. A hall is a hundred racks.
create function guard.generate_halls(racks int) returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
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

create function guard.generate_chain() returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
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

create function guard.generate_library() returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
    insert into manufacturer (name) values ('Synthetic');

    insert into model (manufacturer_id, name, slug, height_hu, full_depth, depth_mm, weight_g, airflow, nameplate_w,
                       source)
    select f.id, format('M%s-%sU', n, n % 2 + 1), format('m%s', n), 2 * (n % 2 + 1), true, 700 + 20 * n,
           12000 + 1000 * n, 'front-to-rear', 500 + 100 * n, 'synthetic'
    from manufacturer f cross join generate_series(0, 7) n;

    insert into model_supply (model_id, name, inlet, maximum_w)
    select m.id, 'PSU' || n, 'C14', m.nameplate_w from model m cross join generate_series(1, 2) n;
$$;

-- Devices of the racks from_rack to until_rack. Each has units and outlets of its own, and a share of what its rack
-- may draw (6.6 kW of 32 A at 230 V), so that every sum holds on every day.
create function guard.generate_devices(from_rack int, until_rack int, racks int, devices int, seed int) returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
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
