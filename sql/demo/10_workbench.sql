-- The demo estate: two institutions that host each other's equipment. All of it is invented: names, racks, loads,
-- tariffs. The files of this folder run in name order, as the owner, in one transaction. No random numbers: the same
-- day gives the same estate, and every date is relative to guard.today().
--
-- Schema demo is a workbench that 99_tidy.sql takes away again.

create schema demo;
set local search_path = demo, polder, guard, public;

create function demo.day(days int) returns date
    language sql stable as $$ select guard.today() + days $$;

-- The next first day of that month, today at the earliest.
create function demo.next_month(month int) returns date
    language sql stable as $$
    select min(first)
    from (select make_date(extract(year from guard.today())::int + n, month, 1) as first
          from generate_series(0, 1) n) candidate
    where first >= guard.today()
$$;

create function demo.org(wanted text) returns int
    language sql stable as $$ select id from polder.organisation where code = wanted $$;

create function demo.person(wanted text) returns int
    language sql stable as $$ select person_id from polder.person_detail where handle = wanted $$;

create function demo.site(wanted text) returns int
    language sql stable as $$ select id from polder.site where code = wanted $$;

-- SITE/ROOM
create function demo.room(path text) returns int
    language sql stable as $$
    select r.id from polder.room r join polder.site s on s.id = r.site_id where s.code || '/' || r.code = path
$$;

-- SITE/ROOM/RACK
create function demo.rack(path text) returns int
    language sql stable as $$
    select k.id
    from polder.rack k join polder.room r on r.id = k.room_id join polder.site s on s.id = r.site_id
    where s.code || '/' || r.code || '/' || k.code = path
$$;

create function demo.node(site text, wanted text) returns int
    language sql stable as $$ select id from polder.node where site_id = demo.site(site) and name = wanted $$;

create function demo.model(wanted text) returns int
    language sql stable as $$ select id from polder.model where slug = wanted $$;

-- A rectangle as the polygon that plans are made of.
create function demo.rectangle(x int, y int, width int, depth int) returns jsonb
    language sql immutable as $$
    select jsonb_build_array(jsonb_build_array(x, y), jsonb_build_array(x + width, y),
                             jsonb_build_array(x + width, y + depth), jsonb_build_array(x, y + depth))
$$;

insert into setting (key, value, description) values
    ('estate_notice',
     '{"en": "This estate is invented: nothing in it is real.",
       "nl": "Dit datacenter is verzonnen: niets erin is echt."}',
     'Shown in the window as long as the demo estate is loaded'),
    ('density_limit_w',
     '{"none": 5000, "containment": 15000, "in-row": 30000, "rear-door": 40000, "liquid": 100000}',
     'What a rack may give off, by the cooling that it has'),
    ('tariff_u_month', '6.50', 'EUR for a rack unit and month'),
    ('tariff_kw_month', '92.00', 'EUR for a budgeted kilowatt and month'),
    ('tariff_kwh', '0.21', 'EUR for a metered kilowatt hour'),
    ('pue', '1.28', 'Multiplies metered energy in a settlement');
