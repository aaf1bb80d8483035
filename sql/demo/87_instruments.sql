-- Instruments on the floor of the instrument rooms, each at a wall box; some of them may be used by others. x and y are the
-- corner in the north-west.

create table demo.instrument (
    name text primary key, slug text, organisation text, department text, sponsor text, contact text, room text, x int,
    y int, orientation int, outlets text[], draw_w int, from_day int, shareable boolean
);
insert into demo.instrument values
    ('astral-1', 'astral', 'LUMC', 'CPM', 'sponsor.proteomics', 'researcher.proteomics', 'LUMC/LAB', 900, 3300, 0,
     '{LAB-BOX-A1:S1,LAB-BOX-B1:S1}', 1500, -420, true),
    ('promethion-1', 'promethion', 'LUMC', 'HG', 'sponsor.lumc', 'researcher.lumc', 'LUMC/LAB', 6600, 600, 180,
     '{LAB-BOX-A2:C1,LAB-BOX-B2:C1}', 1200, -300, true),
    ('gc-1', 'gc-8890', 'UL', 'LIC', 'sponsor.chemistry', 'researcher.chemistry', 'LEIDEN/LAB', 6000, 600, 180,
     '{LAB-BOX-A3:S1}', 1600, -900, false),
    ('tcs-1', 'tcs-spe', 'UL', 'IBL', 'sponsor.biology', 'researcher.biology', 'LEIDEN/LAB', 900, 3300, 0,
     '{LAB-BOX-B2:C1}', 800, -1200, true),
    ('promethion-2', 'promethion', 'UL', 'IBL', 'sponsor.biology', 'researcher.biology', 'LEIDEN/LAB', 6600, 3600, 0,
     '{LAB-BOX-A2:C1,LAB-BOX-B3:C1}', 1200, -150, true);

with made as (
    insert into equipment (model_id, name, kind, owner_id, department_id, sponsor_id, serial, asset_tag, shareable,
                           warranty_until, last_seen, height_hu, width_mm, depth_mm, height_mm, weight_g, nameplate_w,
                           budgeted_w, power_source, inlet_min_mc, inlet_max_mc, drift_mk_per_h, cords, plug)
    select m.id, i.name, 'floor', demo.org(i.organisation), d.id, demo.person(i.sponsor), 'INS-' || upper(i.name),
           i.organisation || '-' || upper(i.name), i.shareable, demo.day(i.from_day + 1826), demo.day(-21), 0,
           m.width_mm, m.depth_mm, m.height_mm, m.weight_g, m.nameplate_w, i.draw_w, 'maker''s site guide',
           m.inlet_min_mc, m.inlet_max_mc, m.drift_mk_per_h, cardinality(i.outlets),
           (select min(inlet) from model_supply where model_id = m.id)
    from demo.instrument i
    join model m on m.slug = i.slug
    join department d on d.organisation_id = demo.org(i.organisation) and d.code = i.department
    order by i.name
    returning id, name
), contact as (
    insert into equipment_contact (equipment_id, person_id)
    select made.id, demo.person(i.contact) from made join demo.instrument i using (name)
)
insert into placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg, outlet_ids)
select made.id, 'installed', daterange(demo.day(i.from_day), null), h.id, i.x + m.width_mm / 2, i.y + m.depth_mm / 2, i.orientation,
       plugged.ids
from made
join demo.instrument i using (name)
join model m on m.slug = i.slug
join demo.hall h on h.path = i.room
cross join lateral (select array_agg(o.id order by w.cord) as ids
                    from unnest(i.outlets) with ordinality w (outlet, cord)
                    join node n on n.room_id = h.id and n.name = split_part(w.outlet, ':', 1)
                    join outlet o on o.node_id = n.id and o.name = split_part(w.outlet, ':', 2)) plugged
order by made.id;
