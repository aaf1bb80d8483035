-- What the races of this folder are about; loaded into the database of each before it starts. Bookings cannot be deleted,
-- so every permutation begins with `perform public.new_house()`, and public.house names what is in the latest one:
--   dc has the racks r1 and r2, which bear 100 kg and have a PDU each (pdu1, pdu2: 500 W, outlets o1[1..3], o2[1..3]) on one
--   feed (1,000 W); ec has r3, with mass and heat alone. Both belong to the house's host.
--   d1..d3: devices of the host, 2U, 40 kg, 450 W, one cord, so a PDU takes one of them and the feed takes two.
--   g1: the same device of a guest.
--   q1, q2: requests of the host, in review, with two items each: 1U, 10 kg, 100 W, one cord.
-- p_one and p_other log in; both are managers and technicians of every house.
-- It is 1 January 2026 unless a session says otherwise, whatever the clock says.

do $$
declare
    login name;
    person int;
begin
    execute format('alter database %I set polder.today = %L', current_database(), '2026-01-01');
    perform set_config('polder.today', '2026-01-01', true);
    insert into polder.setting (key, value) values ('today_may_be_set', 'true'), ('hold_days', '30');
    insert into polder.organisation (code, name) values ('HOME', 'where the people are from');
    foreach login in array array['p_one', 'p_other'] loop
        if not exists (select from pg_roles where rolname = login) then
            execute format('create role %I login in role polder_person', login);
        end if;
        insert into polder.person (organisation_id, login) select id, login from polder.organisation returning id into person;
        insert into polder.person_detail (person_id, handle, name) values (person, login, login);
    end loop;
end
$$;

create table public.house (
    host int, dc int, ec int, r1 int, r2 int, r3 int, feed int, pdu1 int, pdu2 int, o1 int[], o2 int[],
    d1 int, d2 int, d3 int, g1 int, q1 int, q2 int
);
insert into public.house default values;
grant select on public.house to public;

create function public.new_rack(site int, code text) returns int language plpgsql as $$
declare
    made int;
begin
    insert into polder.rack (room_id, code, height_u)
    select o.id, new_rack.code, 42 from polder.room o where o.site_id = site
    returning id into made;
    with n as (
        insert into polder.node (kind, site_id, rack_id, name)
        select kind, site, made, kind from unnest(array['rack_mass', 'rack_heat']) kind
        returning id, kind)
    insert into polder.node_limit (node_id, normal_main)
    select id, case kind when 'rack_mass' then 100000 else 2000000 end from n;
    return made;
end
$$;

create function public.new_power(kind text, parent int, site int, rack int, name text, mw bigint) returns int
    language plpgsql as $$
declare
    made int;
begin
    insert into polder.node (kind, parent_id, site_id, rack_id, name, side, phases)
    values (kind, parent, site, rack, name, 'A', '1') returning id into made;
    insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
    values (made, mw, 10 * mw, mw, 10 * mw);
    if rack is not null then
        insert into polder.outlet (node_id, name, type, phases, max_ma)
        select made, n::text, 'C13', '1', 10000 from generate_series(1, 3) n;
    end if;
    return made;
end
$$;

create function public.new_device(owner int) returns int language sql as $$
    insert into polder.equipment (owner_id, height_hu, weight_g, budgeted_w, depth_mm, cords, plug)
    values (owner, 4, 40000, 450, 500, 1, 'C14') returning id
$$;

create function public.new_request(owner int, site int) returns int language plpgsql as $$
declare
    made int;
begin
    insert into polder.request (number, state, organisation_id, requester_id, from_date, until_date, wish_site_id,
                                submitted_at)
    select 'Q-' || (select count(*) from polder.request), 'in review', owner, min(p.id), '2026-02-01', '2028-01-01', site,
           '2026-01-01 09:00+01'
    from polder.person p returning id into made;
    insert into polder.request_item (request_id, ordinal, height_hu, depth_mm, weight_g, draw_w, cords, plug)
    select made, n, 2, 500, 10000, 100, 1, 'C14' from generate_series(1, 2) n;
    return made;
end
$$;

create function public.new_house() returns void language plpgsql as $$
declare
    h public.house;
    guest int;
    number text := (select count(*) from polder.site);
begin
    update polder.site set code = code || number where code in ('DC', 'EC');
    update polder.placement set state = 'released', hold_until = null where state <> 'released';
    insert into polder.organisation (code, name) values ('O' || number, 'a host') returning id into h.host;
    insert into polder.organisation (code, name) values ('G' || number, 'a guest') returning id into guest;
    insert into polder.site (organisation_id, code, name) values (h.host, 'DC', 'a data centre') returning id into h.dc;
    insert into polder.site (organisation_id, code, name) values (h.host, 'EC', 'its other one') returning id into h.ec;
    insert into polder.room (site_id, code, width_mm, depth_mm)
    select s, 'HALL', 9000, 9000 from unnest(array[h.dc, h.ec]) s;
    h.r1 := public.new_rack(h.dc, 'R1');
    h.r2 := public.new_rack(h.dc, 'R2');
    h.r3 := public.new_rack(h.ec, 'R3');
    h.feed := public.new_power('feed', null, h.dc, null, 'feed', 1000000);
    h.pdu1 := public.new_power('rack_pdu', h.feed, h.dc, h.r1, 'R1-A', 500000);
    h.pdu2 := public.new_power('rack_pdu', h.feed, h.dc, h.r2, 'R2-A', 500000);
    h.o1 := array(select id from polder.outlet where node_id = h.pdu1 order by id);
    h.o2 := array(select id from polder.outlet where node_id = h.pdu2 order by id);
    h.d1 := public.new_device(h.host);
    h.d2 := public.new_device(h.host);
    h.d3 := public.new_device(h.host);
    h.g1 := public.new_device(guest);
    h.q1 := public.new_request(h.host, h.dc);
    h.q2 := public.new_request(h.host, h.dc);
    insert into polder.agreement (host_id, guest_id, reference, during)
    values (h.host, guest, 'A' || number, '[2026-01-01,)');
    insert into polder.appointment (person_id, role, organisation_id, site_id, during)
    select p.id, role, h.host, s, '[2020-01-01,)'
    from polder.person p, unnest(array['facility_manager', 'technician']) role, unnest(array[h.dc, h.ec]) s;
    delete from public.house;
    insert into public.house select h.*;
end
$$;

-- What stands in the latest house and what the guard finds in all of them, as one line.
create function public.verdict() returns text language sql security definer as $$
    select format('%s uncovered, %s findings, %s',
                  (select count(*) from guard.check() c where not c.covered),
                  (select count(*) from polder.finding f, public.house h where f.resolved_on is null and f.kind <> 'warning'
                                                                         and f.site_id in (h.dc, h.ec)),
                  (select coalesce(string_agg(format('%s:%s@%s', case p.equipment_id when h.d1 then 'd1' when h.d2 then 'd2'
                                                                    when h.d3 then 'd3' when h.g1 then 'g1' else 'q' end,
                                                     p.state, r.code), ' ' order by p.id), 'nothing booked')
                   from polder.placement p join polder.rack r on r.id = p.rack_id, public.house h
                   where r.id in (h.r1, h.r2, h.r3)))
$$;

-- The latest place that a request has or had.
create function public.held(request int) returns int language sql security definer as $$
    select max(p.id)
    from polder.placement p
    join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id
    where i.request_id = request
$$;

-- api.move of these devices (d1 ...) to the lowest units of these racks (r1 ...) of the latest house, as whoever calls.
create function public.move(devices text[], racks text[]) returns jsonb language plpgsql as $$
declare
    h jsonb := (select to_jsonb(house) from public.house);
begin
    return api.move(gen_random_uuid(), null, jsonb_build_object('moves', (
        select jsonb_agg(jsonb_build_object('placement', public.placement_of((h ->> d)::int), 'rack', h -> r, 'unit', 1)
                         order by n)
        from unnest(devices, racks) with ordinality m (d, r, n))));
end
$$;

create function public.placement_of(device int) returns int language sql security definer as $$
    select max(p.id) from polder.placement p where p.equipment_id = device
$$;

create function public.new_guest_device() returns int language sql as $$
    insert into polder.equipment (owner_id, height_hu, weight_g, budgeted_w, depth_mm, cords)
    select e.owner_id, 4, 40000, 0, 500, 0 from polder.equipment e join public.house on g1 = e.id
    returning id
$$;

-- api.hold of an item of q1 or q2 in the latest house, as whoever calls; the state that it leaves the request in.
create function public.hold(request text, item int, rack text, unit int, until_date date default null) returns text
    language sql as $$
    select api.hold(gen_random_uuid(), null, jsonb_strip_nulls(jsonb_build_object(
               'request', to_jsonb(house) -> request, 'item', item, 'until_date', until_date,
               'places', jsonb_build_array(jsonb_build_object('rack', 'DC/HALL/' || rack, 'unit', unit))))) ->> 'state'
    from public.house
$$;

-- In the latest house: a chassis of the host in r1 without a cord, with one bay; two blades and two 0U devices, and a slot in r1.
create table public.chassis (c1 int, bay int, blades int[], strips int[]);
create function public.new_chassis() returns void language plpgsql as $$
declare
    h public.house;
    c public.chassis;
    kind int;
begin
    select * into h from public.house;
    update polder.rack set zero_u_slots = 1 where id = h.r1;
    insert into polder.manufacturer (name) select 'M' || count(*) from polder.manufacturer;
    insert into polder.model (manufacturer_id, name, kind, height_hu)
    select max(id), 'chassis', 'chassis', 20 from polder.manufacturer returning id into kind;
    insert into polder.model_bay (model_id, name) values (kind, '1') returning id into c.bay;
    insert into polder.equipment (owner_id, model_id, kind, height_hu, weight_g, budgeted_w, cords)
    values (h.host, kind, 'chassis', 20, 40000, 0, 0) returning id into c.c1;
    with made as (
        insert into polder.equipment (owner_id, kind, height_hu, weight_g, budgeted_w, cords)
        select h.host, k, 0, 1000, 0, 0 from unnest('{bay,bay,zero_u,zero_u}'::text[]) k returning id)
    select (array_agg(id order by id))[1:2], (array_agg(id order by id))[3:4] into c.blades, c.strips from made;
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
    values (c.c1, 'installed', '[2026-01-01,)', h.r1, 20);
    delete from public.chassis;
    insert into public.chassis select c.*;
end
$$;
create function public.slide(n int) returns int language sql as $$
    insert into polder.placement (equipment_id, state, during, chassis_id, bay_id)
    select blades[n], 'installed', '[2026-02-01,2026-04-01)', c1, bay from public.chassis returning 1
$$;
create function public.hang(n int) returns int language sql as $$
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot)
    select strips[n], 'installed', '[2026-02-01,2026-04-01)', r1, 1 from public.chassis, public.house returning 1
$$;
