-- The equipment library of the demo: makers of hardware are invented, instruments carry their makers' own figures.

create table demo.rack_model (
    slug text primary key, maker text, name text, u numeric, depth_mm int, kg numeric, nameplate_w int, inlet text,
    supplies int, airflow text, half_width boolean not null default false
);
insert into demo.rack_model (slug, maker, name, u, depth_mm, kg, nameplate_w, inlet, supplies, airflow) values
    ('compute-1u',   'Zandvoort Systems', 'C110',         1, 760,  16.5,  500, 'C14', 2, 'front-to-rear'),
    ('hpc-1u',       'Zandvoort Systems', 'H120',         1, 800,  19.0,  900, 'C14', 2, 'front-to-rear'),
    ('server-2u',    'Zandvoort Systems', 'S210',         2, 740,  28.0,  800, 'C14', 2, 'front-to-rear'),
    ('gpu-2u',       'Kagerplas',         'G2 dual A100', 2, 860,  38.0, 2900, 'C20', 2, 'front-to-rear'),
    ('gpu-l4-2u',    'Kagerplas',         'G2 quad L4',   2, 780,  31.0, 1600, 'C14', 2, 'front-to-rear'),
    ('gpu-ti-4u',    'Kagerplas',         'G4 2080Ti',    4, 780,  46.0, 2200, 'C20', 2, 'front-to-rear'),
    ('bigmem-4u',    'Zandvoort Systems', 'M440',         4, 820,  62.0, 2000, 'C20', 2, 'front-to-rear'),
    ('jbod-4u',      'Noordwal Storage',  'J84',          4, 920, 112.0, 1500, 'C20', 2, 'front-to-rear'),
    ('filer-2u',     'Noordwal Storage',  'F24',          2, 720,  34.0,  900, 'C14', 2, 'front-to-rear'),
    ('tape-10u',     'Noordwal Storage',  'T400',        10, 880, 168.0, 1000, 'C14', 2, 'front-to-rear'),
    ('tor-48',       'Oude Vest Networks', 'TOR-48',      1, 450,   8.6,  250, 'C14', 1, 'rear-to-front'),
    ('dist-2u',      'Oude Vest Networks', 'DIST-64',     2, 560,  22.0, 1300, 'C14', 2, 'rear-to-front'),
    ('mgmt-48',      'Oude Vest Networks', 'MGT-48',      1, 260,   3.9,   80, 'C14', 1, 'passive'),
    ('firewall-1u',  'Oude Vest Networks', 'FW-900',      1, 520,  10.5,  350, 'C14', 2, 'front-to-rear'),
    ('router-half',  'Oude Vest Networks', 'CE-10',       1, 300,   3.2,   90, 'C14', 1, 'side-to-rear'),
    ('patch-24',     'Steenstraat',       'PP24 LC',      1, 100,   2.6,    0, null,  0, 'passive'),
    ('kvm-1u',       'Steenstraat',       'KVM drawer',   1, 640,  13.8,   60, 'C14', 1, 'passive'),
    ('legacy-2u',    'Hooigracht',        'HX-2',         2, null, null, null, 'C14', 2, null),
    ('legacy-4u',    'Hooigracht',        'HX-4',         4, null, null, null, 'C14', 2, null),
    -- benchtop sequencer on a shelf in a rack
    ('gridion',      'Oxford Nanopore Technologies', 'GridION', 6, 500, 14.4, 650, 'C14', 1, 'front-to-rear');
update demo.rack_model set half_width = true where slug = 'router-half';

create table demo.floor_model (
    slug text primary key, maker text, name text, width_mm int, depth_mm int, height_mm int, kg numeric,
    nameplate_w int, inlet text, supplies int, inlet_min_c numeric, inlet_max_c numeric, drift_k_per_h numeric,
    clearance_mm int, vibration text, media text[]
);
insert into demo.floor_model values
    ('astral',     'Thermo Scientific', 'Orbitrap Astral', 1170, 860, 950, 680, 1500, 'IEC 60309 16A 1P', 2, 18, 27, 3,
     300, 'VC-C', '{network,nitrogen,exhaust}'),
    ('promethion', 'Oxford Nanopore Technologies', 'PromethION 24', 590, 430, 190, 49, 2450, 'C14', 2, 18, 22, null,
     300, null, '{network}'),
    ('gc-8890',    'Agilent', '8890 GC', 590, 540, 490, 50, 2250, 'IEC 60309 16A 1P', 1, 15, 35, null, 250,
     null, '{network,helium}'),
    ('tcs-spe',    'Leica Microsystems', 'TCS SPE', 1500, 900, 1100, 120, 800, 'C14', 1, 21, 25, null, 300,
     'VC-A', '{network}');

insert into manufacturer (name)
select maker from demo.rack_model union select maker from demo.floor_model union select 'Steenstraat' order by 1;

insert into model (manufacturer_id, name, slug, kind, height_hu, full_depth, depth_mm, half_width, weight_g, airflow,
                   nameplate_w, source)
select m.id, r.name, r.slug, 'rack', (r.u * 2)::smallint, r.depth_mm > 600, r.depth_mm, r.half_width,
       (r.kg * 1000)::bigint, r.airflow, r.nameplate_w, 'demo'
from demo.rack_model r join manufacturer m on m.name = r.maker
order by r.slug;

insert into model (manufacturer_id, name, slug, kind, height_hu, width_mm, depth_mm, height_mm, weight_g, nameplate_w,
                   inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm,
                   clearance_right_mm, vibration_class, media, source)
select m.id, f.name, f.slug, 'floor', 0, f.width_mm, f.depth_mm, f.height_mm, (f.kg * 1000)::bigint, f.nameplate_w,
       (f.inlet_min_c * 1000)::int, (f.inlet_max_c * 1000)::int, (f.drift_k_per_h * 1000)::int,
       f.clearance_mm, f.clearance_mm, f.clearance_mm, f.clearance_mm, f.vibration, f.media, 'maker''s site guide'
from demo.floor_model f join manufacturer m on m.name = f.maker
order by f.slug;

insert into model (manufacturer_id, name, slug, kind, height_hu, depth_mm, source)
select m.id, 'blanking panel 1U', 'blank-1u', 'blank', 2, 20, 'demo' from manufacturer m where m.name = 'Steenstraat';

-- Redundant supplies: each can carry all of it.
insert into model_supply (model_id, name, inlet, maximum_w, phases)
select m.id, 'PSU' || i, s.inlet, m.nameplate_w, '1'
from (select slug, inlet, supplies from demo.rack_model union all select slug, inlet, supplies from demo.floor_model) s
join model m on m.slug = s.slug
cross join lateral generate_series(1, s.supplies) i
order by m.id, i;
