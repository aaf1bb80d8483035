-- Rules set aside (32_overrides.sql): what an override lets in and until when, that two are two, and that nothing else
-- comes in with it. All of it in raw SQL: the guard looks at the rows alone.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(59);

-- HOME runs NORTH: two facility managers, deputies of each, a technician. AWAY is its guest.
insert into polder.person (organisation_id)
select o.id from polder.organisation o, generate_series(1, 5) where o.code = 'HOME'
union all select o.id from polder.organisation o, generate_series(1, 3) where o.code = 'AWAY';
insert into polder.person_detail (person_id, handle, name)
select id, (array['fm1', 'fm2', 'deputy1', 'deputy2', 'technician', 'agreements.away', 'fm.away', 'nobody.away'])[row_number() over (order by id)],
       'Somebody' from polder.person;
create function pg_temp.person(wanted text) returns int language sql as $$ select person_id from polder.person_detail where handle = wanted $$;
insert into polder.appointment (person_id, role, organisation_id, site_id)
select pg_temp.person(handle), role, o.id, s.id
from (values ('fm1', 'facility_manager', 'HOME', 'NORTH'), ('fm2', 'facility_manager', 'HOME', 'NORTH'),
             ('technician', 'technician', 'HOME', 'NORTH'), ('agreements.away', 'agreement_manager', 'AWAY', null),
             ('fm.away', 'facility_manager', 'AWAY', 'SOUTH')) a (handle, role, organisation, site)
join polder.organisation o on o.code = a.organisation left join polder.site s on s.code = a.site;
insert into polder.deputy (person_id, deputy_id, during)
select pg_temp.person(p), pg_temp.person(d), '[2025-01-01,2030-01-01)' from (values ('fm1', 'deputy1'), ('fm2', 'deputy2')) v (p, d);

-- A request of HOME or AWAY, and equipment of it.
create function pg_temp.request(number text, owner text default 'HOME') returns int language sql as $$
    insert into polder.request (number, state, organisation_id, requester_id, from_date)
    select $1, 'in review', o.id, pg_temp.person('fm1'), '2026-02-01' from polder.organisation o where o.code = owner;
    insert into polder.request_item (request_id, ordinal) select id, 1 from polder.request where number = $1;
    select id from polder.request where number = $1
$$;
create function pg_temp.book_for(number text, position_hu int, columns jsonb default '{}', during daterange default '[2026-02-01,)',
                                 outlets int[] default '{}', rack text default 'R1') returns int language plpgsql as $$
declare
    device int := pg_temp.device(2, coalesce((columns ->> 'budgeted_w')::int, 0), coalesce((columns ->> 'weight_g')::bigint, 1),
                                 (select o.code from polder.request r join polder.organisation o on o.id = r.organisation_id
                                  where r.number = book_for.number));
    booked int;
begin
    update polder.equipment e
    set request_item_id = (select i.id from polder.request_item i join polder.request r on r.id = i.request_id where r.number = book_for.number),
        airflow = columns ->> 'airflow', width_mm = (columns ->> 'width_mm')::int
    where e.id = device;
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
    values (device, 'installed', during, pg_temp.rack('NORTH', rack), position_hu, outlets) returning id into booked;
    return booked;
end
$$;
create function pg_temp.set_aside(rule text, request text, by text, second text default null, until date default '2027-01-01',
                                  node int default null, placement int default null) returns int language sql as $$
    insert into polder.override (rule, request_id, site_id, node_id, placement_id, reason, until_date, by_id, second_id)
    select $1, r.id, case when $6 is null then s.id end, $6, $7, 'a test', until, pg_temp.person(by), pg_temp.person(second)
    from polder.site s left join polder.request r on r.number = $2 where s.code = 'NORTH' returning id
$$;

-- Nobody's to give.
select is_empty($$ select code from polder.rule where override <> case
    when code in ('C3', 'C4', 'C5', 'C6', 'S2', 'S5') then 'facility manager'
    when code in ('P5', 'P6', 'C1', 'C2', 'S3', 'S4', 'S8', 'G1', 'G3') then 'two people'
    when code = 'G4' then 'both institutions' else 'never' end $$, 'who sets aside what: as DOMAIN lists it, and what it does not list nobody');
select pg_temp.request('R-1');
select is((select array_agg(code order by code) from polder.rule where override = 'never'
           and (select count(*) from polder.override o where o.rule = code) = 0),
          '{C7,C8,G2,G5,G6,G7,N1,P1,P10,P2,P3,P4,P7,P8,P9,S1,S6,S7,S9}', 'the rules that nobody sets aside');
select throws_ok(format($$select pg_temp.set_aside(%L, 'R-1', 'fm1', 'fm2')$$, code), 'PL004', null, code || ' is never set aside')
from polder.rule where code in ('S1', 'S6', 'P1', 'G2', 'P4') order by code;
select throws_ok($$select pg_temp.set_aside('XX', 'R-1', 'fm1')$$, '23503', null, 'what is no rule is not set aside either');

-- One person's: C4.
create function pg_temp.turned(position_hu int, during text default '[2026-02-01,)') returns setof text language sql as $$
    select pg_temp.refusal(format($s$select pg_temp.book_for('R-1', %s, '{"airflow": "rear-to-front"}', %L)$s$, position_hu, during))
$$;
select results_eq('select pg_temp.turned(0)', array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'C4: against the aisle');
select throws_ok($$select pg_temp.set_aside('C4', 'R-1', 'technician')$$, 'PL002', null, 'a technician gives none');
select throws_ok($$select pg_temp.set_aside('C4', 'R-1', 'fm.away')$$, 'PL002', null, 'nor does the facility manager of another data centre');
select throws_ok($$select pg_temp.set_aside('C4', 'R-1', 'fm1', 'fm2')$$, 'PL004', null, 'one that waits for nobody is not confirmed');
select throws_ok($$select pg_temp.set_aside('C4', 'R-1', 'fm1', until => '2026-01-01')$$, 'PL004', null, 'it ends after today');
create temporary table given as select pg_temp.set_aside('C4', 'R-1', 'fm1', until => '2026-02-02') as c4;
select results_eq($$select pg_temp.turned(0, '[2026-02-02,)')$$, array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-02'],
                  'what begins on the day of its end it does not cover');
select is_empty($$select pg_temp.turned(0)$$, 'what begins the day before it does');
select results_eq($$select rule, kind, requested, used, capacity, unit, during, text, override_id = c4, placement_id is not null from polder.finding, given$$,
                  $$ values ('C4', 'violation', 1::bigint, 0::bigint, 0::bigint, 'pieces', '[2026-02-01,)'::daterange, 'NORTH/HALL/R1', true, true) $$,
                  'what it let in is found, under its name');
select results_eq($$select h.op, h.override_id = c4 from history.finding h, given$$, $$ values ('insert', true) $$, 'and in the history');
select results_eq($$select rule, covered from guard.check()$$, $$ values ('C4', true) $$, 'check knows it');
-- What it does not cover is refused, and that alone is said.
select results_eq($$select pg_temp.refusal($s$select pg_temp.book_for('R-1', 4, '{"airflow": "rear-to-front", "width_mm": 483}')$s$)$$,
                  array['S2 NORTH/HALL/R1 483/0/482 mm width 2026-02-01'], 'only what no override covers is in the refusal');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book_for('R-1', 0, '{"airflow": "rear-to-front"}')$s$)$$,
                  array['S1 NORTH/HALL/R1 U1 2/2/2 hu 2026-02-01'], 'two still do not stand in one place');
select pg_temp.request('R-2');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book_for('R-2', 4, '{"airflow": "rear-to-front"}')$s$)$$,
                  array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'another request has nothing of it');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book_for('R-1', 4, '{"airflow": "rear-to-front"}'), pg_temp.book_for('R-2', 6, '{"airflow": "rear-to-front"}')$s$)$$,
                  array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'nor beside one that has');
-- Over.
set polder.today = '2026-02-01';
select is_empty($$select from guard.check() where not covered$$, 'on its last day it holds');
set polder.today = '2026-02-02';
select results_eq($$select rule, covered from guard.check()$$, $$ values ('C4', false) $$, 'the day after, what it let in is covered no longer');
select results_eq('select pg_temp.turned(4)', array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'and nothing more comes in');
select is_empty($$select pg_temp.refusal($s$update polder.placement set position_hu = 8 where position_hu = 0$s$)$$, 'what stands may move in its rack: never worse');
select results_eq($$select pg_temp.refusal($s$update polder.placement set rack_id = pg_temp.rack('NORTH', 'R2') where position_hu = 8$s$)$$,
                  array['C4 NORTH/HALL/R2 1/0/0 pieces 2026-02-01'], 'and not to another');
-- Of a booking it is for its equipment.
select lives_ok($$select pg_temp.set_aside('C4', null, 'deputy1', placement => (select id from polder.placement where position_hu = 8))$$,
                'a deputy gives one, for a booking');
select is((select by_holder_id from polder.override order by id desc limit 1), pg_temp.person('fm1'), 'in the name of the facility manager');
select is_empty($$select pg_temp.refusal($s$update polder.placement set rack_id = pg_temp.rack('NORTH', 'R2') where position_hu = 8$s$)$$, 'with which it moves');
select is_empty($$select from guard.check() where not covered$$, 'and is covered again');
update polder.override set withdrawn_at = now(), withdrawn_by = pg_temp.person('fm1') where placement_id is not null;
select results_eq($$select rule, covered from guard.check()$$, $$ values ('C4', false) $$, 'until it is withdrawn');
select throws_ok($$update polder.override set withdrawn_at = null where placement_id is not null$$, 'PL006', null, 'which it stays');
select throws_ok($$update polder.override set until_date = '2030-01-01'$$, 'PL006', null, 'nor is one prolonged');
select throws_ok($$update polder.override set rule = 'S2'$$, 'PL006', null, 'or made one of another rule');
update polder.placement set state = 'released';
select is_empty($$select from polder.finding where resolved_on is null$$, 'what has gone is no finding');
set polder.today = '2026-01-01';

-- Two people's: P5, beside S3. 1 W more than the feed may carry.
select pg_temp.set_limit('NORTH', 'feed a', 500000, 1000000000, 1000000000, 1000000000);
create function pg_temp.draws(number text, watts int, weight bigint default 1) returns setof text language sql as $$
    select pg_temp.refusal(format($s$select pg_temp.book_for(%L, 0, '{"budgeted_w": %s, "weight_g": %s}', outlets => array[pg_temp.outlet('NORTH', 'R1 pdu a', '1')])$s$,
                                  number, watts, weight))
$$;
update given set c4 = pg_temp.set_aside('P5', 'R-1', 'fm1');
select results_eq($$select pg_temp.draws('R-1', 501)$$, array['P5 NORTH feed a 501000/0/500000 mW 2026-02-01'], 'P5: what one has said does nothing');
select throws_ok(format($$update polder.override set second_id = pg_temp.person(%L) where id = (select c4 from given)$$, handle), state, null, why)
from (values ('fm1', 'PL002', 'nobody is two'), ('deputy1', 'PL002', 'nor is who acts for the same person'),
             ('technician', 'PL002', 'a technician is no second'), ('fm.away', 'PL002', 'nor somebody of elsewhere')) v (handle, state, why);
savepoint waiting;
update polder.override set second_id = pg_temp.person('deputy2') where id = (select c4 from given);
select results_eq($$select second_holder_id = pg_temp.person('fm2'), confirmed_at is not null from polder.override join given on id = c4$$,
                  $$ values (true, true) $$, 'the deputy of the other confirms');
rollback to waiting;
update polder.override set second_id = pg_temp.person('fm2') where id = (select c4 from given);
select pg_temp.set_limit('NORTH', 'rack_mass R1', 1000);
select results_eq($$select pg_temp.draws('R-1', 501, 1001)$$, array['S3 NORTH/HALL/R1 1001/0/1000 g 2026-02-01'], 'two have: P5 is set aside, and S3 is not');
select is_empty($$select pg_temp.draws('R-1', 500, 1000)$$, 'what breaks nothing needs none');
update polder.placement set state = 'released' where state = 'installed';
select is_empty($$select pg_temp.draws('R-1', 501, 1000)$$, 'a watt more comes in');
select results_eq($$select rule, node_id, requested, used, capacity, override_id = c4, placement_id is not null from polder.finding, given where resolved_on is null$$,
                  $$ values ('P5', pg_temp.node('NORTH', 'feed a'), 501000::bigint, 0::bigint, 500000::bigint, true, true) $$, 'on record under its name');
select results_eq($$select rule, covered from guard.check()$$, $$ values ('P5', true) $$, 'check: covered');
select is_empty($$select pg_temp.refusal('update polder.equipment set budgeted_w = 502 where budgeted_w = 501')$$, 'and may draw more');
select results_eq($$select pg_temp.refusal('update polder.equipment set weight_g = 1001 where budgeted_w = 502')$$,
                  array['S3 NORTH/HALL/R1 1001/0/1000 g 2026-02-01'], 'not weigh more');
select pg_temp.set_limit('NORTH', 'feed a', 500500, 1000000000, 1000000000, 1000000000);
select is_empty($$select from polder.finding where resolved_on is null and override_id is null$$, 'a better limit makes it no finding of the building');
set polder.today = '2027-01-01';
select results_eq($$select rule, covered from guard.check()$$, $$ values ('P5', false) $$, 'over: not covered');
set polder.today = '2026-01-01';

-- A node is set aside for all: here one that took over more than it may carry.
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, inherited, outlet_ids)
select pg_temp.device(2, 2000, 1), 'installed', '[2025-01-01,)', pg_temp.rack('NORTH', 'R2'), 0, true, array[pg_temp.outlet('NORTH', 'R2 pdu b', '1')];
select pg_temp.set_limit('NORTH', 'feed b', 1500000, 1000000000, 1000000000, 1000000000);
create function pg_temp.more() returns setof text language sql as $$
    select pg_temp.refusal($s$select pg_temp.book_for('R-2', 4, '{"budgeted_w": 1}', outlets => array[pg_temp.outlet('NORTH', 'R2 pdu b', '2')], rack => 'R2')$s$)
$$;
select results_eq('select pg_temp.more()', array['P5 NORTH feed b 1000/2000000/1500000 mW 2026-02-01'], 'over its limit already it takes nothing more');
select lives_ok($$select pg_temp.set_aside('P5', null, 'fm2', 'fm1', node => pg_temp.node('NORTH', 'feed b'))$$, 'two set it aside for the node');
select is_empty('select pg_temp.more()', 'then it does');

-- Both institutions': G4.
select pg_temp.set_limit('NORTH', 'rack_mass R1', 1000000);
select pg_temp.request('R-3', 'AWAY');
create function pg_temp.hosted() returns setof text language sql as $$
    select pg_temp.refusal($s$select pg_temp.book_for('R-3', 20)$s$)
$$;
select results_eq('select pg_temp.hosted()', array['G4 NORTH 2/-/- hu 2026-02-01'], 'G4: a guest without an agreement');
select throws_ok($$select pg_temp.set_aside('G4', 'R-1', 'fm1')$$, 'PL004', null, 'among ourselves there is nothing to agree');
update given set c4 = pg_temp.set_aside('G4', 'R-3', 'fm1');
select throws_ok(format($$update polder.override set second_id = pg_temp.person(%L) where id = (select c4 from given)$$, handle), 'PL002', null, why)
from (values ('fm2', 'a second of the same house is not the other one'), ('nobody.away', 'nor is just anybody there')) v (handle, why);
update polder.override set second_id = pg_temp.person('agreements.away') where id = (select c4 from given);
select is_empty('select pg_temp.hosted()', 'the guest''s agreement manager confirms');

select * from finish();
rollback;
