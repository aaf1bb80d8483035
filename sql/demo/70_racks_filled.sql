-- What stands in the racks, as plans: a profile says which models a rack holds from which unit up, a tenancy says which
-- racks follow which profile, for whom. 85_placements.sql makes equipment and bookings of them.

create table demo.profile (
    profile text, slug text, first_u int, count int, draw_w int, face text, half text
);
insert into demo.profile (profile, slug, first_u, count, draw_w, face, half) values
    -- the head of a row: patch panels, distribution switches with two cords, firewalls, half-width routers, KVM
    ('network', 'patch-24', 40, 5, 0, 'front', 'full'),
    ('network', 'dist-2u', 34, 2, 780, 'rear', 'full'),
    ('network', 'firewall-1u', 32, 2, 190, 'both', 'full'),
    ('network', 'router-half', 31, 1, 55, 'both', 'left'),
    ('network', 'router-half', 31, 1, 55, 'both', 'right'),
    ('network', 'kvm-1u', 26, 1, 35, 'front', 'full'),
    ('network', 'mgmt-48', 28, 1, 60, 'rear', 'full'),
    -- every unit taken
    ('compute-full', 'compute-1u', 1, 38, 250, 'both', 'full'),
    ('compute-full', 'patch-24', 39, 2, 0, 'front', 'full'),
    ('compute-full', 'mgmt-48', 39, 1, 60, 'rear', 'full'),
    ('compute-full', 'kvm-1u', 41, 1, 35, 'front', 'full'),
    ('compute-full', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('compute-full', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('hpc-36', 'hpc-1u', 1, 36, 500, 'both', 'full'),
    ('hpc-36', 'mgmt-48', 41, 1, 60, 'rear', 'full'),
    ('hpc-36', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('hpc-36', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('hpc-24', 'hpc-1u', 1, 24, 500, 'both', 'full'),
    ('hpc-24', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('hpc-24', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('hpc-19', 'hpc-1u', 1, 19, 500, 'both', 'full'),
    ('hpc-19', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('hpc-19', 'tor-48', 42, 1, 150, 'rear', 'full'),
    -- full by power at 18U: three nodes on each phase, a fourth would not fit
    ('gpu', 'gpu-2u', 1, 9, 2000, 'both', 'full'),
    ('gpu-small', 'gpu-2u', 1, 4, 2000, 'both', 'full'),
    ('gpu-small', 'gpu-l4-2u', 10, 7, 900, 'both', 'full'),
    ('gpu-small', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('gpu-old', 'gpu-ti-4u', 1, 10, 1550, 'both', 'full'),
    ('big-memory', 'bigmem-4u', 1, 2, 1300, 'both', 'full'),
    ('big-memory', 'compute-1u', 12, 7, 250, 'both', 'full'),
    ('big-memory', 'filer-2u', 24, 3, 480, 'both', 'full'),
    ('big-memory', 'tor-48', 42, 1, 150, 'rear', 'full'),
    -- the heavy ones low
    ('storage', 'jbod-4u', 1, 5, 900, 'both', 'full'),
    ('storage', 'filer-2u', 22, 4, 480, 'both', 'full'),
    ('storage', 'mgmt-48', 41, 1, 60, 'rear', 'full'),
    ('storage', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('storage', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('mixed', 'server-2u', 1, 8, 430, 'both', 'full'),
    ('mixed', 'compute-1u', 20, 5, 250, 'both', 'full'),
    ('mixed', 'kvm-1u', 30, 1, 35, 'front', 'full'),
    ('mixed', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('mixed', 'tor-48', 42, 1, 150, 'rear', 'full'),
    -- 30 % of the units taken
    ('thin', 'server-2u', 1, 5, 430, 'both', 'full'),
    ('thin', 'patch-24', 42, 1, 0, 'front', 'full'),
    ('thin', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('sparse', 'server-2u', 1, 2, 430, 'both', 'full'),
    ('sparse', 'tor-48', 42, 1, 150, 'rear', 'full'),
    ('tape', 'tape-10u', 1, 2, 620, 'both', 'full'),
    ('tape', 'server-2u', 24, 2, 430, 'both', 'full'),
    ('tape', 'tor-48', 42, 1, 150, 'rear', 'full'),
    -- taken over by import: nobody knows what they weigh or draw
    ('legacy', 'legacy-2u', 1, 5, null, 'both', 'full'),
    ('legacy', 'legacy-4u', 16, 2, null, 'both', 'full'),
    ('legacy-hot', 'legacy-4u', 1, 9, null, 'both', 'full');

create table demo.tenancy (
    room text, row text, first int, last int, profile text, organisation text, department text, system text
);
insert into demo.tenancy values
    ('LEIDEN/DC1', 'A', 2, 7, 'compute-full', 'UL', 'STRW', null),
    ('LEIDEN/DC1', 'A', 8, 13, 'compute-full', 'UL', 'LIC', null),
    ('LEIDEN/DC1', 'B', 2, 6, 'mixed', 'UL', 'LIACS', null), ('LEIDEN/DC1', 'B', 7, 9, 'mixed', 'UL', 'IBL', null),
    ('LEIDEN/DC1', 'B', 10, 11, 'mixed', 'UL', 'PSY', null), ('LEIDEN/DC1', 'B', 12, 13, 'thin', 'UL', 'ARCH', null),
    ('LEIDEN/DC1', 'C', 2, 8, 'storage', 'UL', 'ISSC', null), ('LEIDEN/DC1', 'C', 9, 10, 'mixed', 'LUMC', 'HG', null),
    ('LEIDEN/DC1', 'C', 11, 12, 'mixed', 'LUMC', 'BDS', null),
    ('LEIDEN/DC1', 'C', 13, 13, 'mixed', 'LUMC', 'RAD', null),
    ('LEIDEN/DC1', 'D', 2, 7, 'thin', 'UL', 'ISSC', null), ('LEIDEN/DC1', 'D', 8, 13, 'thin', 'UL', 'LUCL', null),
    ('LEIDEN/DC1', 'E', 2, 4, 'mixed', 'UL', 'ISSC', null), ('LEIDEN/DC1', 'E', 5, 9, 'thin', 'UL', 'PSY', null),
    ('LEIDEN/DC1', 'E', 10, 13, 'legacy', 'UL', 'LIACS', null),
    ('LEIDEN/DC2', 'A', 2, 2, 'gpu', 'UL', 'ISSC', 'ALICE'),
    ('LEIDEN/DC2', 'A', 3, 3, 'gpu-small', 'UL', 'ISSC', 'ALICE'),
    ('LEIDEN/DC2', 'A', 4, 4, 'gpu-old', 'UL', 'ISSC', 'ALICE'), ('LEIDEN/DC2', 'A', 5, 8, 'gpu', 'UL', 'LIACS', null),
    ('LEIDEN/DC2', 'A', 9, 13, 'thin', 'UL', 'STRW', null),
    ('LEIDEN/DC2', 'B', 2, 2, 'hpc-36', 'UL', 'ISSC', 'ALICE'),
    ('LEIDEN/DC2', 'B', 3, 3, 'hpc-24', 'UL', 'ISSC', 'ALICE'),
    ('LEIDEN/DC2', 'B', 4, 4, 'big-memory', 'UL', 'ISSC', 'ALICE'),
    ('LEIDEN/DC2', 'B', 5, 6, 'hpc-36', 'UL', 'STRW', null),
    ('LEIDEN/DC2', 'B', 7, 13, 'thin', 'UL', 'LIC', null),
    ('LEIDEN/DC2', 'C', 2, 5, 'storage', 'UL', 'LIACS', null), ('LEIDEN/DC2', 'C', 6, 7, 'mixed', 'LUMC', 'CPM', null),
    ('LEIDEN/DC2', 'C', 8, 9, 'mixed', 'LUMC', 'HG', null), ('LEIDEN/DC2', 'C', 10, 13, 'thin', 'UL', 'IBL', null),
    ('LEIDEN/DC2', 'D', 2, 13, 'thin', 'UL', 'ISSC', null), ('LEIDEN/DC2', 'E', 2, 4, 'sparse', 'UL', 'IBL', null),
    ('LUMC/M1', 'A', 2, 2, 'hpc-19', 'UL', 'ISSC', 'ALICE'), ('LUMC/M1', 'A', 3, 5, 'hpc-24', 'LUMC', 'BDS', 'SHARK'),
    ('LUMC/M1', 'A', 7, 8, 'gpu', 'LUMC', 'BDS', 'SHARK'), ('LUMC/M1', 'A', 9, 10, 'mixed', 'UL', 'LIACS', null),
    ('LUMC/M1', 'A', 11, 12, 'mixed', 'UL', 'IBL', null),
    ('LUMC/M1', 'B', 2, 5, 'mixed', 'LUMC', 'HG', null), ('LUMC/M1', 'B', 6, 7, 'mixed', 'LUMC', 'CPM', null),
    ('LUMC/M1', 'B', 8, 9, 'thin', 'LUMC', 'CPM', null),
    ('LUMC/M1', 'B', 10, 12, 'storage', 'LUMC', 'RAD', null),
    ('LUMC/M1', 'C', 2, 5, 'compute-full', 'LUMC', 'BDS', null), ('LUMC/M1', 'C', 6, 9, 'thin', 'LUMC', 'BDS', null),
    ('LUMC/M1', 'C', 10, 12, 'storage', 'LUMC', 'BDS', 'SHARK'),
    ('LUMC/M1', 'D', 2, 12, 'thin', 'LUMC', 'ITD', null), ('LUMC/M1', 'E', 2, 4, 'tape', 'LUMC', 'ITD', null),
    ('LUMC/M1', 'E', 5, 6, 'legacy', 'LUMC', 'PARA', null),
    ('LUMC/M1', 'E', 7, 7, 'legacy-hot', 'LUMC', 'RAD', null);
insert into demo.tenancy
select p.room, p.row, 1, 1, 'network', s.code, case s.code when 'UL' then 'ISSC' else 'ITD' end, null
from demo.row_plan p
cross join lateral (select o.code from site t join organisation o on o.id = t.organisation_id
                    where t.code = split_part(p.room, '/', 1)) s
where not p.planned;

-- Clusters and who owns them: ALICE is joint and stands in both data centres, SHARK is the hospital's.
insert into system (name, kind) values ('ALICE', 'cluster'), ('SHARK', 'cluster');
insert into system_share (system_id, organisation_id, permille, during)
select s.id, demo.org(o), permille, daterange(demo.day(-1600), null)
from (values ('ALICE', 'UL', 700), ('ALICE', 'LUMC', 300), ('SHARK', 'LUMC', 1000)) v (name, o, permille)
join system s using (name);

-- Everything that is or was or will be placed. Rows of the same place follow each other in time and share the outlets.
create table demo.device (
    placement_id int primary key default nextval(pg_get_serial_sequence('polder.placement', 'id')),
    equipment_id int not null default nextval(pg_get_serial_sequence('polder.equipment', 'id')),
    slug text not null,
    name text not null,
    organisation text not null,
    department text,
    system text,
    request_item_id int,
    draw_w int,                         -- null: unknown
    rack_id int not null,
    position_hu int not null,
    face text not null default 'both',
    half text not null default 'full',
    state text not null,
    during daterange not null,
    hold_until date,
    inherited boolean not null default false,
    moved_from int                      -- the placement that this one leaves: the same equipment, planned to move
);

-- One row for each place of a tenancy. `spread` scatters dates and readings over the devices, always the same way.
create view demo.slot as
    select p.profile, p.slug, p.draw_w, p.face, p.half, t.organisation, t.department, t.system, k.id as rack_id, k.code,
           t.room, (p.first_u - 1) * 2 + n.i * m.height_hu as position_hu,
           (k.id * 131 + p.first_u * 17 + n.i * 7919) % 1000 as spread,
           t.organisation <> o.code as guest
    from demo.tenancy t
    join demo.row_plan r on r.room = t.room and r.row = t.row and not r.planned
    join site s on s.code = split_part(t.room, '/', 1)
    join organisation o on o.id = s.organisation_id
    cross join lateral generate_series(t.first, t.last) rack_number
    join rack k on k.room_id = demo.room(t.room) and k.code = t.row || lpad(rack_number::text, 2, '0')
    join demo.profile p on p.profile = t.profile
    join model m on m.slug = p.slug
    cross join lateral generate_series(0, p.count - 1) n (i);

-- Installed at some time in the last three years, most for five years; guests no longer than their agreement.
insert into demo.device (slug, name, organisation, department, system, draw_w, rack_id, position_hu, face, half, state,
                         during, inherited)
select slug, coalesce(lower(system), split_part(slug, '-', 1)) || '-' || lower(code) || '-' || position_hu / 2 + 1
           || case half when 'right' then 'r' else '' end,
       organisation, department, system, draw_w, rack_id, position_hu, face, half, 'installed',
       daterange(demo.day(-60 - spread), case when guest then demo.day(400 - spread / 3)
                                              when spread % 5 > 0 then demo.day(1765 - spread) end),
       profile like 'legacy%'
from demo.slot
order by room collate "C", code collate "C", position_hu, face, half;

-- What stood there before, in a ninth of the places; of guests under the agreement that has ended.
insert into demo.device (slug, name, organisation, department, system, draw_w, rack_id, position_hu, face, half, state,
                         during)
select slug, split_part(slug, '-', 1) || '-' || lower(code) || '-' || position_hu / 2 + 1 || '-old', organisation,
       department, null, draw_w, rack_id, position_hu, face, half, 'ended',
       case when guest then daterange(demo.day(-1800), demo.day(-1250 - spread % 200))
            else daterange(greatest(demo.day(-1825), demo.day(-960 - spread)), demo.day(-60 - spread)) end
from demo.slot
where room <> 'LUMC/M1' and half = 'full' and draw_w > 0 and spread % 9 in (4, case when guest then 5 end)
order by room collate "C", code collate "C", position_hu, face, half;

-- Five servers move to the other hall next month.
with leaving as (
    update demo.device d set during = daterange(lower(d.during), demo.day(32))
    where d.rack_id = demo.rack('LEIDEN/DC1/D13') and d.slug = 'server-2u' and d.state = 'installed'
    returning d.*
)
insert into demo.device (equipment_id, slug, name, organisation, department, draw_w, rack_id, position_hu, state,
                         during, moved_from)
select equipment_id, slug, name, organisation, department, draw_w, demo.rack('LEIDEN/DC2/E13'), position_hu,
       'installed', daterange(demo.day(32), demo.day(1200)), placement_id
from leaving
order by position_hu;

-- On paper two devices of the import stand in the same units.
insert into demo.device (slug, name, organisation, department, rack_id, position_hu, state, during, inherited)
values ('legacy-2u', 'contested-e12-10', 'UL', 'LIACS', demo.rack('LEIDEN/DC1/E12'), 18, 'installed',
        daterange(demo.day(-1400), null), true);
