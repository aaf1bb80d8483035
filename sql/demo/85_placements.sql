-- Equipment and bookings of all that was planned: one statement for what was taken over by import, one for what was
-- booked, judged by the guards like any other booking.

-- The cords of each place, side by side: dual-corded devices first and on the same numbers of both sides, so that a
-- device stays on its phase when a side fails; single-corded ones after them, in turn on A and B.
create view demo.cord as
    with place as (
        select distinct d.rack_id, d.position_hu, d.face, d.half, s.cords, s.plug
        from demo.device d
        join model m on m.slug = d.slug
        cross join lateral (select count(*) as cords, min(inlet) as plug from model_supply where model_id = m.id) s
        where s.cords > 0 and not d.inherited
    ), single as (
        select place.*, row_number() over (partition by rack_id, cords order by position_hu, face, half) as n from place
    ), sided as (
        select s.*, k, case when cords > 1 then k else s.n end % 2 as side
        from single s cross join lateral generate_series(1, s.cords) k
    )
    select *, row_number() over (partition by rack_id, side, plug
                                 order by cords = 1, position_hu, face, half, k) as ordinal
    from sided;

create table demo.plugged as
with socket as (
    select n.rack_id, case n.side when 'A' then 1 else 0 end as side, f.inlet as plug, o.id,
           row_number() over (partition by n.id, f.inlet order by o.id) as ordinal
    from node n join outlet o on o.node_id = n.id join plug_fit f on f.outlet = o.type
    where n.kind = 'rack_pdu' and n.rack_id is not null
)
select c.rack_id, c.position_hu, c.face, c.half, array_agg(s.id order by c.k) as outlet_ids
from demo.cord c join socket s using (rack_id, side, plug, ordinal)
group by c.rack_id, c.position_hu, c.face, c.half;

-- Who answers for the equipment of a department.
create table demo.department_head (organisation text, department text, sponsor text, contact text);
insert into demo.department_head values
    ('UL', 'LIACS', 'sponsor.leiden', 'researcher.leiden'), ('UL', 'STRW', 'sponsor.astronomy', 'researcher.astronomy'),
    ('UL', 'IBL', 'sponsor.biology', 'researcher.biology'), ('UL', 'LIC', 'sponsor.chemistry', 'researcher.chemistry'),
    ('UL', 'LUCL', 'sponsor.humanities', 'contact.liacs'), ('UL', 'PSY', 'sponsor.humanities', 'researcher.psychology'),
    ('UL', 'ARCH', 'sponsor.humanities', 'researcher.archaeology'),
    ('UL', 'ISSC', 'sponsor.leiden', 'technician.leiden'),
    ('LUMC', 'HG', 'sponsor.lumc', 'researcher.lumc'), ('LUMC', 'BDS', 'sponsor.lumc', 'researcher.data'),
    ('LUMC', 'CPM', 'sponsor.proteomics', 'researcher.proteomics'),
    ('LUMC', 'RAD', 'sponsor.radiology', 'researcher.radiology'), ('LUMC', 'PARA', 'sponsor.lumc', 'contact.para'),
    ('LUMC', 'ITD', 'sponsor.lumc', 'technician.lumc');

-- Budgets come from what was planned; two thirds were also measured, a tenth of them so long ago that it says little.
insert into equipment (id, model_id, request_item_id, system_id, name, kind, owner_id, department_id, sponsor_id,
                       security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable,
                       warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g,
                       accessory_g, airflow, nameplate_w, budgeted_w, measured_w, measured_on, power_source, cords,
                       plug, wiped_on, wipe_reference)
overriding system value
select d.equipment_id, m.id, d.request_item_id, s.id, d.name, m.kind, demo.org(d.organisation), p.id,
       coalesce(r.sponsor_id, demo.person(case when d.inherited and d.organisation = 'UL'
                                               then 'former.liacs' else h.sponsor end)),
       r.security_contact_id, coalesce(r.project, d.system, ''),
       coalesce(r.cost_centre, d.organisation || '-' || 1000 + p.id),
       case when known then 'SN' || 4000000 + d.equipment_id * 7 end,
       case when known then d.organisation || '-' || lpad(d.equipment_id::text, 6, '0') end,
       coalesce(r.data_class, 'middel'), coalesce(r.medical, false), d.slug = 'gridion',
       case when known then lower(d.during) + 1461 end,
       case when d.state = 'installed' then demo.day(-spread % 300) end,
       m.height_hu, m.half_width, m.width_mm, m.depth_mm, m.height_mm, m.weight_g,
       case when m.weight_g > 12000 then 1500 else 0 end, m.airflow, m.nameplate_w, d.draw_w,
       case when measured then d.draw_w * (70 + spread % 25) / 100 end,
       case when measured then greatest(demo.day(case spread % 10 when 0 then -900 else -spread % 180 end),
                                        lower(d.during)) end,
       case when d.request_item_id is not null then 'request' when d.draw_w is null then '' else 'budget' end,
       supply.cords, supply.plug, case when r.state = 'removed' then upper(d.during) end,
       case when r.state = 'removed' then 'certificate 2291' else '' end
from demo.device d
join model m on m.slug = d.slug
join department p on p.organisation_id = demo.org(d.organisation) and p.code = d.department
join demo.department_head h on h.organisation = d.organisation and h.department = d.department
left join system s on s.name = d.system
left join request_item i on i.id = d.request_item_id
left join request r on r.id = i.request_id
cross join lateral (select count(*) as cords, min(inlet) as plug from model_supply where model_id = m.id) supply
cross join lateral (select d.state in ('installed', 'decommissioning', 'ended') and not d.inherited as known,
                           d.equipment_id * 7919 % 997 as spread) v
cross join lateral (select d.state = 'installed' and d.draw_w > 0 and spread % 3 > 0 as measured) w
where d.moved_from is null
order by d.equipment_id;

insert into equipment_contact (equipment_id, person_id)
select distinct d.equipment_id, demo.person(h.contact)
from demo.device d join demo.department_head h using (organisation, department)
union
select d.equipment_id, c.person_id
from demo.device d join request_item i on i.id = d.request_item_id
join request_contact c on c.request_id = i.request_id;

-- Taken over by import: cords on both sides of the rack, nobody knows in which outlets. One of them stands, on paper,
-- where another one stands: the guard sets it aside as contested.
insert into placement (id, equipment_id, state, during, rack_id, position_hu, node_ids, inherited)
overriding system value
select d.placement_id, d.equipment_id, d.state, d.during, d.rack_id, d.position_hu,
       array(select n.id from node n where n.rack_id = d.rack_id and n.kind = 'rack_pdu' order by n.side), true
from demo.device d
where d.inherited
order by d.placement_id;

insert into placement (id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, outlet_ids,
                       planned_from)
overriding system value
select d.placement_id, d.equipment_id, d.state, d.during, d.hold_until, d.rack_id, d.position_hu, d.face, d.half,
       coalesce(p.outlet_ids, '{}'), d.moved_from
from demo.device d left join demo.plugged p using (rack_id, position_hu, face, half)
where not d.inherited
order by d.placement_id;
