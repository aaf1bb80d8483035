-- two_houses.sql with something in every table, of each house and in each data centre, and with people of no office: a
-- deputy of UL's facility manager (deputy.ul), somebody who left with every office (left.ul), a login that is no
-- person's (nobody.ul), and a third institution, which has an agreement with each of the others.

create or replace function public.login_of(handle text) returns name language sql stable as $$
    select 'p_' || replace(handle, '.', '_')
$$;
with made as (
    insert into polder.person (organisation_id, login, left_on)
        select o.id, 'p_' || h.name || '_ul', case h.name when 'left' then date '2027-02-01' end
        from polder.organisation o cross join (values ('deputy'), ('left')) h (name) where o.code = 'UL' returning id, login)
insert into polder.person_detail (person_id, handle, name)
    select id, replace(substr(login, 3), '_', '.'), 'Name of ' || login from made;
insert into polder.appointment (person_id, role, organisation_id, during)
    select d.person_id, r.code, p.organisation_id, '[2020-01-01,)'
    from polder.person_detail d join polder.person p on p.id = d.person_id cross join polder.role r where d.handle = 'left.ul';
insert into polder.deputy (person_id, deputy_id, during)
    select a.person_id, b.person_id, '[2027-01-01,2028-01-01)' from polder.person_detail a, polder.person_detail b
    where (a.handle, b.handle) in (('facility_manager.ul', 'deputy.ul'), ('sponsor.amc', 'coordinator.amc'));
create role p_deputy_ul login in role polder_person;
create role p_left_ul login in role polder_person;
create role p_nobody_ul login in role polder_person;

insert into polder.organisation (code, name) values ('THIRD', 'A third house');
insert into polder.setting (key, organisation_id, value) select 'hold_days', o.id, '30' from polder.organisation o;
insert into polder.agreement (host_id, guest_id, reference, during)
    select h.id, g.id, h.code || '-THIRD', '[2026-01-01,2036-01-01)'
    from polder.organisation h, polder.organisation g where h.code <> 'THIRD' and g.code = 'THIRD';
with line as (
    insert into polder.node (kind, site_id, name)
        select 'agreement_line', s.id, a.reference
        from polder.agreement a join polder.site s on s.organisation_id = a.host_id where a.reference like '%THIRD'
        returning id, name)
insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
    select a.id, 'hosting', 'U', 1000, a.during, line.id from line join polder.agreement a on a.reference = line.name;
insert into polder.usage (line_id, during, quantity, unit, source)
    select id, '[2026-01-01,2027-01-01)', 5, unit, 'meter' from polder.agreement_line;

-- The buildings.
insert into polder.rack_row (room_id, code) select id, 'A' from polder.room;
insert into polder.room_feature (room_id, kind, name, shape) select id, 'wall', 'wall', '[[0,0],[1,0],[1,1]]' from polder.room;
insert into polder.room_environment (room_id, name) select id, 'hall' from polder.room;
insert into polder.media_point (room_id, medium, name, x_mm, y_mm) select id, 'helium', 'tap', 0, 0 from polder.room;
insert into polder.delivery_segment (room_id, ordinal, name, kind) select id, 1, 'door', 'door' from polder.room;
insert into polder.network_ports (rack_id, speed_mbps, medium, ports) select id, 10000, 'fibre', 48 from polder.rack;
insert into polder.network_ports (room_id, speed_mbps, medium, ports) select id, 10000, 'fibre', 4 from polder.room;
insert into polder.blocked_unit (rack_id, hu, reason) select id, '[82,84)', 'Patch panel of a tenant' from polder.rack where code = 'R2';
with zone as (
    insert into polder.node (kind, site_id, room_id, name)
    select 'cooling_zone', site_id, id, 'zone' from polder.room returning id, room_id)
insert into polder.cooling_unit (room_id, zone_id, name, kind) select room_id, id, 'CRAH', 'CRAH' from zone;
insert into polder.liquid_loop (node_id, medium) select id, 'water' from polder.node where kind = 'cooling_zone';
update polder.rack set zero_u_slots = 4;
insert into polder.model (manufacturer_id, name, slug, kind, height_hu, depth_mm)
    select id, 'Blades', 'acme-blades', 'chassis', 10, 700 from polder.manufacturer;
insert into polder.model_bay (model_id, name) select id, 'bay 1' from polder.model where name = 'Blades';
insert into polder.meter_reading (site_id, indicator, at, quantity, unit, source)
    select id, 'E_IT', '2027-01-01', 100, 'kWh', 'meter' from polder.site;

-- A request of each house to each data centre in each of these states; on the first day, so that what stands has come
-- on the day that was booked.
set local polder.today = '2027-04-01';
create temporary table asked as
    select house, wish, state, public.request_in(state, house, wish) as request
    from unnest(array['ul', 'amc']) house, unnest(array['LEI', 'AMS']) wish,
         unnest(array['draft', 'submitted', 'endorsed', 'in review', 'held', 'delivered', 'installed', 'decommissioning']) state;
set local polder.today = '2027-03-01';
-- one of each house that no sponsor is named for,
insert into asked
    select house, wish, 'submitted, without sponsor',
           (public.act('requester.' || house, 'create_request', jsonb_build_object('from', '2027-04-01', 'submit', true,
                'items', '[{"height_u": 1}]'::jsonb, 'wishes', jsonb_build_object('site', wish))) ->> 'request')::int
    from (values ('ul', 'LEI'), ('amc', 'AMS')) h (house, wish);
-- and equipment that no request asked for: a chassis, a blade in it, a strip beside the rails, an instrument on the floor.
create function public.take_over(owner text, wish text) returns void language plpgsql as $$
declare
    number int := (select count(*) from polder.equipment where name like 'blade of%');
    chassis int;
    stands int;
begin
    insert into polder.equipment (model_id, kind, name, owner_id, height_hu, depth_mm, weight_g, cords)
    select m.id, 'chassis', 'chassis of ' || owner, o.id, 10, 700, 40000, 0
    from polder.model m, polder.organisation o where m.name = 'Blades' and o.code = upper(owner) returning id into chassis;
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, inherited)
    select chassis, 'installed', '[2026-01-01,2030-01-01)', k.id, 4 + 10 * number, true
    from polder.rack k join polder.room m on m.id = k.room_id join polder.site s on s.id = m.site_id
    where k.code = 'R2' and s.code = wish;
    insert into polder.equipment (kind, name, owner_id, height_hu, weight_g, cords)
    select 'bay', 'blade of ' || owner, o.id, 0, 5000, 0 from polder.organisation o where o.code = upper(owner)
    returning id into stands;
    insert into polder.placement (equipment_id, state, during, chassis_id, bay_id, inherited)
    select stands, 'installed', '[2026-01-01,2030-01-01)', chassis, b.id, true from polder.model_bay b;
    insert into polder.equipment (kind, name, owner_id, height_hu, weight_g, cords)
    select 'zero_u', 'strip of ' || owner, o.id, 0, 2000, 0 from polder.organisation o where o.code = upper(owner)
    returning id into stands;
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot, inherited)
    select stands, 'installed', '[2026-01-01,2030-01-01)', k.id, 1 + number, true
    from polder.rack k join polder.room m on m.id = k.room_id join polder.site s on s.id = m.site_id
    where k.code = 'R2' and s.code = wish;
    insert into polder.equipment (kind, name, owner_id, height_hu, width_mm, depth_mm, height_mm, weight_g, cords)
    select 'floor', 'instrument of ' || owner, o.id, 0, 800, 800, 1500, 300000, 0 from polder.organisation o where o.code = upper(owner)
    returning id into stands;
    insert into polder.placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg, inherited)
    select stands, 'installed', '[2026-01-01,2030-01-01)', m.id, 4000 + 1500 * number, 6000, 0, true
    from polder.room m join polder.site s on s.id = m.site_id where s.code = wish;
end
$$;
select public.take_over(owner, wish) from unnest(array['ul', 'amc']) owner, unnest(array['LEI', 'AMS']) wish \g /dev/null

insert into polder.system (name) values ('of UL'), ('of AMC'), ('of both');
insert into polder.system_share (system_id, organisation_id, permille, during)
    select s.id, o.id, case s.name when 'of both' then 500 else 1000 end, '[2026-01-01,)'
    from polder.system s join polder.organisation o on s.name in ('of ' || o.code, 'of both') and o.code <> 'THIRD';
insert into polder.finding (rule, placement_id, node_id, site_id, during, text, found_on)
    select 'S3', p.id, null, s.site_id, p.during, 'too heavy', date '2027-03-01' from polder.placement p join guard.placed s on s.id = p.id
    union all
    select 'P5', null, n.id, n.site_id, '[2027-03-01,)', 'derated', '2027-03-01' from polder.node n where n.kind = 'feed';
insert into polder.override (rule, placement_id, node_id, site_id, reason, until_date, by_id)
    select v.rule, f.placement_id, f.node_id, f.site_id, 'for now', '2028-01-01', d.person_id
    from polder.finding f
    cross join (values ('C4'), ('S3')) v (rule)
    join polder.site s on s.id = f.site_id join polder.organisation o on o.id = s.organisation_id
    join polder.person_detail d on d.handle = 'facility_manager.' || lower(o.code);
-- Papers on everything that papers may hang on.
create temporary table subject as
    select 'request' as subject, id from polder.request union all select 'equipment', id from polder.equipment
    union all select 'placement', id from polder.placement union all select 'agreement', id from polder.agreement
    union all select 'system', id from polder.system union all select 'site', id from polder.site
    union all select 'room', id from polder.room union all select 'rack', id from polder.rack
    union all select 'node', id from polder.node where kind <> 'agreement_line';
insert into polder.note (subject, subject_id, text) select subject, id, 'a remark' from subject;
insert into polder.document (subject, subject_id, name, sha256, bytes) select subject, id, 'a paper', sha256('x'), 'x' from subject;
insert into polder.external_link (subject, subject_id, system, reference) select subject, id, 'netbox', subject || id from subject;
