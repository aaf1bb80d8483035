-- What stands above and around the bookings changes (33_reasons.sql): what breaks something wants a reason, and the refusal
-- lists what it breaks; with one it is made, what it breaks is found, and the reason stays. What worsens nothing wants none.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(86);

insert into polder.manufacturer (name) values ('Acme');
insert into polder.model (manufacturer_id, name, depth_mm) select id, 'Server', 500 from polder.manufacturer;
create temporary table booked as
select pg_temp.book('NORTH', 'R1', 0, 4, 500, 10000, '[2026-02-01,2027-02-01)',
                    array[pg_temp.outlet('NORTH', 'R1 pdu a', '1'), pg_temp.outlet('NORTH', 'R1 pdu b', '1')], face => 'front') as a,
       pg_temp.book('NORTH', 'R1', 4, 4, 300, 20000, '[2026-06-01,)',
                    array[pg_temp.outlet('NORTH', 'R1 pdu a', '2'), pg_temp.outlet('NORTH', 'R1 pdu b', '2')], face => 'front') as b;
update polder.equipment e set model_id = m.id, depth_mm = null, plug = 'C14', inlet_max_mc = 25000
from polder.model m, polder.placement p, booked where p.equipment_id = e.id and p.id = a;

-- What a statement wants a reason for: 'rule where requested/capacity date', then '=> place rules' for each booking.
create function pg_temp.breaks(statement text) returns setof text language plpgsql as $$
declare
    detail json;
    said text;
begin
    execute statement;
    return;
exception when sqlstate 'PL008' then
    get stacked diagnostics said = pg_exception_detail;
    detail := said;
    return query
        select concat_ws(' ', v ->> 'rule', v ->> 'where', coalesce(v ->> 'requested', '-') || '/' || coalesce(v ->> 'capacity', '-'),
                         nullif(v ->> 'quantity', ''), nullif(v ->> 'failing', ''), v ->> 'date')
        from json_array_elements(detail -> 'violations') v
        union all
        select '=> ' || (b ->> 'where') || ' ' || (b ->> 'rules') from json_array_elements(detail -> 'bookings') b
        where b ->> 'placement' is not null;
end
$$;
-- The same with a reason: what is found then, and why it was done. Nothing stays of it.
create function pg_temp.found(statement text, why text default 'it had to be') returns setof text language plpgsql as $$
declare
    lines text[];
begin
    begin
        perform set_config('polder.reason', why, true);
        execute statement;
        lines := array(select concat_ws(' ', f.rule, f.text, coalesce(f.requested::text, '-') || '/' || coalesce(f.capacity::text, '-'), lower(f.during))
                       from polder.finding f where f.resolved_on is null order by f.rule, f.text)
                 || array(select 'because ' || regexp_replace(c.reason, '.*; ', '') from polder.change c where c.transaction = pg_current_xact_id() and c.reason is not null)
                 || array(select concat_ws(' ', 'check:', c.rule, c."where") from guard.check() c where not c.covered);
        raise exception using errcode = 'TRY00';
    exception when sqlstate 'TRY00' then
        return query select unnest(lines);
    end;
end
$$;
-- A node without a number is not limited; with one, at exactly what it carries, it breaks nothing.
create function pg_temp.limits(node text, main bigint, reason text default '', failover bigint default 1000000000) returns text language sql as $$
    select format('update polder.node_limit set normal_main = %s, failover_main = %s, reason = %L where node_id = pg_temp.node(''NORTH'', %L)',
                  main, failover, reason, node)
$$;

-- Two reviews of one statement, one of what it changes and one of what follows from that: both are listed, and so is each
-- booking once with all that is broken.
savepoint two;
update polder.node_limit set normal_main = null, normal_line = null, failover_main = null, failover_line = null;
select is_empty($$select pg_temp.breaks($s$update polder.room set protection_class = 'middel', floor_class = 6 where code = 'HALL'$s$)$$, 'a floor that bears it');
update polder.equipment set data_class = 'laag' where id = (select p.equipment_id from polder.placement p, booked where p.id = b);
update polder.rack set tare_g = 611620 - 30000 where id = pg_temp.rack('NORTH', 'R1');
select is_empty($$select pg_temp.breaks($s$update polder.room set floor_class = 1 where code = 'HALL'$s$)$$, 'just enough of a floor');
update polder.room set floor_class = 6 where code = 'HALL';
update polder.rack set tare_g = tare_g + 1 where id = pg_temp.rack('NORTH', 'R1');
select results_eq($$select pg_temp.breaks($s$update polder.room set floor_class = 1 where code = 'HALL'$s$)$$,
    $$ values ('S4 NORTH/HALL/R1 30000/29999 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["S4"]'), ('=> NORTH/HALL/R1 U3 ["S4"]') $$, 'the floor alone');
select results_eq($$select pg_temp.breaks($s$update polder.room set protection_class = 'laag' where code = 'HALL'$s$)$$,
    $$ values ('G1 NORTH/HALL/R1 2/1 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["G1"]') $$, 'the data alone');
select results_eq($$select pg_temp.breaks($s$update polder.room set protection_class = 'laag', floor_class = 1 where code = 'HALL'$s$)$$,
    $$ values ('G1 NORTH/HALL/R1 2/1 2026-02-01'), ('S4 NORTH/HALL/R1 30000/29999 2026-06-01'),
              ('=> NORTH/HALL/R1 U1 ["G1", "S4"]'), ('=> NORTH/HALL/R1 U3 ["S4"]') $$, 'both at once');
select set_eq($$select pg_temp.found($s$update polder.room set protection_class = 'laag', floor_class = 1 where code = 'HALL'$s$)$$,
    $$ values ('G1 NORTH/HALL/R1 2/1 2026-02-01'), ('S4 NORTH/HALL/R1 30000/29999 2026-06-01'), ('because it had to be') $$, 'and with a reason found');
select is(current_setting('polder.unexplained', true), '', 'of what was refused nothing stays');
-- Whatever asks for no reason at the end of its statement is held up at the latest when it is committed.
drop trigger want_reason_update on polder.room;
update polder.room set protection_class = 'laag' where code = 'HALL';
select throws_ok('set constraints all immediate', 'PL008', 'a change that breaks G1 NORTH/HALL/R1 wants a reason', 'at the commit');
rollback to two;
-- Every table of which a change is reviewed ends with that question.
select is_empty($$
    select t.tgrelid::regclass, t.tgname from pg_trigger t
    where t.tgname ~ '^(keep_(insert|update|delete|limits)|limit|review|trace)'
      and not exists (select from pg_trigger w where w.tgrelid = t.tgrelid and w.tgname like 'want\_reason\_%' and w.tgtype & 28 = t.tgtype & 28
                                               and w.tgname > all (select o.tgname from pg_trigger o where o.tgrelid = t.tgrelid and not o.tgisinternal
                                                                                                       and o.tgname !~ '^want_reason')) $$,
    'every review ends with that question');

-- Limits: 400 W normally from June until February, 500 W a year.
select is_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('R1 pdu a', 400000)), 'a limit that is just enough wants no reason');
select results_eq(format('select pg_temp.breaks(%L)', pg_temp.limits('R1 pdu a', 399999)),
    $$ values ('P4 NORTH R1 pdu a 400000/399999 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["P4"]'), ('=> NORTH/HALL/R1 U3 ["P4"]') $$,
    'one that is a milliwatt less wants one, and says what it breaks');
select is((select distinct normal_main from polder.node_limit where node_id = pg_temp.node('NORTH', 'R1 pdu a')), 400000::bigint, 'and was not made');
select results_eq(format('select pg_temp.breaks(%L)', pg_temp.limits('R1 pdu a', 249999)),
    $$ values ('P4 NORTH R1 pdu a 250000/249999 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["P4"]'), ('=> NORTH/HALL/R1 U3 ["P4"]') $$,
    'from the first day on');
select is_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('R1 pdu a', 400000, failover => 800000)), 'failover: just enough');
select results_eq(format('select pg_temp.breaks(%L)', pg_temp.limits('R1 pdu a', 400000, failover => 799999)),
    $$ values ('P6 NORTH R1 pdu a 800000/799999 NORTH ups b 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["P6"]'), ('=> NORTH/HALL/R1 U3 ["P6"]') $$,
    'failover: a milliwatt less, and which failure it is');
select pg_temp.set_limit('NORTH', 'R1 pdu a', 1000000000, 1000000000, 1000000000, 1000000000);
select results_eq($$select pg_temp.breaks($s$insert into polder.node_limit (node_id, from_date, normal_main) values (pg_temp.node('NORTH', 'feed a'), '2027-02-01', 149999)$s$)$$,
    $$ values ('P5 NORTH feed a 150000/149999 2027-02-01'), ('=> NORTH/HALL/R1 U3 ["P5"]') $$, 'from a day on: only what stands there then');
select is_empty($$select pg_temp.breaks($s$insert into polder.node_limit (node_id, from_date, normal_main) values (pg_temp.node('NORTH', 'feed a'), '2027-02-01', 150000)$s$)$$,
    'and just enough');
select results_eq($$select pg_temp.breaks($s$delete from polder.node_limit where node_id = pg_temp.node('NORTH', 'feed b')$s$)$$,
    $$ values ('P5 NORTH feed b 250000/- 2026-02-01'), ('P5 NORTH feed b 263158/- L1 2026-02-01'), ('P6 NORTH feed b 500000/- NORTH ups a 2026-02-01'),
              ('P6 NORTH feed b 526316/- L1 NORTH ups a 2026-02-01'), ('P5 NORTH feed b 157895/- L2 2026-06-01'),
              ('P6 NORTH feed b 315790/- L2 NORTH ups a 2026-06-01'),
              ('=> NORTH/HALL/R1 U1 ["P5", "P6"]'), ('=> NORTH/HALL/R1 U3 ["P5", "P6"]') $$, 'a limit that nobody knows any more');
-- With a reason of its own, in the row.
select lives_ok(pg_temp.limits('rack_heat R1', 799999, 'the door is broken'), 'with a reason in the row it is made');
select results_eq($$select rule, requested, capacity, text from polder.finding where resolved_on is null$$,
                  $$ values ('C1', 800000::bigint, 799999::bigint, 'NORTH/HALL/R1') $$, 'what it breaks is found');
select is((select reason from polder.change where transaction = pg_current_xact_id()) ~ 'the door is broken', true, 'the reason stays with the change');
select results_eq($$select op, reason from history.node_limit where node_id = pg_temp.node('NORTH', 'rack_heat R1') order by step desc limit 1$$,
                  $$ values ('update', 'the door is broken') $$, 'and with the limit');
select is_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('rack_heat R1', 799999, 'the door is broken')), 'again the same worsens nothing');
select isnt_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('rack_heat R1', 799998, 'the door is broken')), 'a reason of before is none for more');
select isnt_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('rack_heat R1', 799998, ' ')), 'nor is an empty one');
select is_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('rack_heat R1', 800000, '')), 'and what mends wants none');
select is_empty($$select from polder.finding where resolved_on is null$$, 'nothing is found any more');
-- On a node that has more than it may already: never worse.
select pg_temp.set_limit('NORTH', 'feed a', 300000, 1000000000, 1000000000, 1000000000);
select is_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('feed a', 300001)), 'over it already: more wants no reason');
select isnt_empty(format('select pg_temp.breaks(%L)', pg_temp.limits('feed a', 300000)), 'less does');
select pg_temp.set_limit('NORTH', 'feed a', 1000000000, 1000000000, 1000000000, 1000000000);

-- Its own days.
select results_eq($$select pg_temp.breaks($s$update polder.node set during = '[,2027-02-01)' where id = pg_temp.node('NORTH', 'rack_mass R1')$s$)$$,
    $$ values ('S3 NORTH/HALL/R1 20000/- 2027-02-01'), ('=> NORTH/HALL/R1 U3 ["S3"]') $$, 'a node that goes while something hangs on it');
select results_eq($$select pg_temp.found($s$update polder.node set during = '[,2027-02-01)' where id = pg_temp.node('NORTH', 'rack_mass R1')$s$)$$,
    $$ values ('S3 NORTH/HALL/R1 20000/- 2027-02-01'), ('because it had to be') $$, 'with a reason');
-- Topology: both sides on one.
select set_has($$select pg_temp.breaks($s$update polder.node set parent_id = pg_temp.node('NORTH', 'feed b') where id = pg_temp.node('NORTH', 'R1 pdu a')$s$)$$,
    $$ values ('P7 NORTH ups b 2/1 2026-02-01'), ('P7 NORTH ups b 2/1 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["P7"]'), ('=> NORTH/HALL/R1 U3 ["P7"]') $$,
    're-parenting: the cords come together');
select set_eq($$select pg_temp.found($s$update polder.node set parent_id = pg_temp.node('NORTH', 'feed b') where id = pg_temp.node('NORTH', 'R1 pdu a')$s$)$$,
    $$ values ('P7 NORTH ups b 2/1 2026-02-01'), ('P7 NORTH ups b 2/1 2026-06-01'), ('because it had to be') $$, 'with a reason');
select set_eq($$select pg_temp.found($s$
        update polder.node set parent_id = pg_temp.node('NORTH', 'feed b') where id = pg_temp.node('NORTH', 'R1 pdu a');
        update polder.node set parent_id = null where id = pg_temp.node('NORTH', 'feed b');
        update polder.equipment set weight_g = weight_g - 1 where id in (select equipment_id from polder.placement)$s$)$$,
    $$ values ('P7 NORTH feed b 2/1 2026-02-01'), ('P7 NORTH feed b 2/1 2026-06-01'), ('because it had to be') $$,
    'where they meet has another name then, and so has the finding, whatever else changes');
select pg_temp.set_limit('NORTH', 'ups b', 799999, 1000000000, 1000000000, 1000000000);
select set_has($$select pg_temp.breaks($s$update polder.node set parent_id = pg_temp.node('NORTH', 'ups b') where id = pg_temp.node('NORTH', 'feed a')$s$)$$,
    $$ values ('P5 NORTH ups b 800000/799999 2026-06-01') $$, 're-parenting: a milliwatt more than it may carry');
select pg_temp.set_limit('NORTH', 'ups b', 800000, 1000000000, 1000000000, 1000000000);
select set_hasnt($$select pg_temp.breaks($s$update polder.node set parent_id = pg_temp.node('NORTH', 'ups b') where id = pg_temp.node('NORTH', 'feed a')$s$)$$,
    $$ values ('P5 NORTH ups b 800000/800000 2026-06-01') $$, 'or exactly that');
-- An outlet of another kind, a plug that no longer fits.
select results_eq($$select pg_temp.breaks($s$update polder.outlet set type = 'C19' where id = pg_temp.outlet('NORTH', 'R1 pdu a', '1')$s$)$$,
    $$ values ('P1 NORTH R1 pdu a:1 1/0 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["P1"]') $$, 'an outlet');
select results_eq($$select pg_temp.breaks($s$delete from polder.plug_fit where inlet = 'C14' and outlet = 'C13'$s$)$$,
    $$ values ('P1 NORTH R1 pdu a:1 1/0 2026-02-01'), ('P1 NORTH R1 pdu b:1 1/0 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["P1"]') $$, 'what fits into what');
-- An outlet on another phase takes its load along.
select pg_temp.set_limit('NORTH', 'R1 pdu a', 1000000000, 421052, 1000000000, 1000000000);
select results_eq($$select pg_temp.breaks($s$update polder.outlet set phases = '2' where id = pg_temp.outlet('NORTH', 'R1 pdu a', '1')$s$)$$,
    $$ values ('P4 NORTH R1 pdu a 263158/421052 L2 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["P4"]'), ('=> NORTH/HALL/R1 U3 ["P4"]') $$, 'an outlet on another phase');
select pg_temp.set_limit('NORTH', 'R1 pdu a', 1000000000, 421053, 1000000000, 1000000000);
select is_empty($$select pg_temp.breaks($s$update polder.outlet set phases = '2' where id = pg_temp.outlet('NORTH', 'R1 pdu a', '1')$s$)$$, 'that has just enough');

-- A model, a rack. 620 + 380 mm stand back to back in 1,000.
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face)
select pg_temp.device(2, 0, 1, depth_mm => 260), 'installed', '[2026-03-01,2026-04-01)', pg_temp.rack('NORTH', 'R1'), 0, 'rear';
select is_empty($$select pg_temp.breaks($s$update polder.model set depth_mm = 500, source = 'a newer file'$s$)$$, 'a model of which only the source is new');
select bag_eq($$select pg_temp.breaks($s$update polder.model set depth_mm = 881$s$)$$,
    $$ values ('S2 NORTH/HALL/R1 1001/1000 2026-02-01'), ('S1 NORTH/HALL/R1 U1 4/4 2026-03-01'), ('S1 NORTH/HALL/R1 U1 2/2 2026-03-01'), ('=> NORTH/HALL/R1 U1 ["S1", "S2"]'), ('=> NORTH/HALL/R1 U1 ["S1"]') $$,
    'a model that is deeper than was said');
select bag_eq($$select pg_temp.breaks($s$update polder.model set depth_mm = 501$s$)$$,
    $$ values ('S1 NORTH/HALL/R1 U1 4/4 2026-03-01'), ('S1 NORTH/HALL/R1 U1 2/2 2026-03-01'), ('=> NORTH/HALL/R1 U1 ["S1"]'),
              ('=> NORTH/HALL/R1 U1 ["S1"]') $$,
    'a millimetre that meets what stands behind: both are named');
set local polder.reason = 'measured';
update polder.model set depth_mm = 501;
set local polder.reason = '';
select results_eq($$select rule, text from polder.finding where resolved_on is null$$, $$ values ('S1', 'NORTH/HALL/R1 U1'), ('S1', 'NORTH/HALL/R1 U1') $$, 'with a reason it is found');
select results_eq($$select depth from polder.box join booked on placement_id = a$$, $$ values ('[0,620)'::int4range) $$,
                  'what it filled before stays taken');
select is((select count(*) from polder.box), 3::bigint, 'and what stands behind keeps its place');
select is_empty($$select from guard.check() where not covered$$, 'check: on record');
select is_empty($$select pg_temp.refusal($s$update polder.equipment set weight_g = 9999 where weight_g = 10000$s$)$$, 'it may change in what does not matter to that');
select results_eq($$select pg_temp.refusal($s$update polder.placement set during = '[2026-01-31,2027-02-01)' from booked where id = a$s$)$$, null::text[],
                  'and come a day earlier, when nothing stood behind');
update polder.placement set during = '[2026-02-01,2027-02-01)' from booked where id = a;
select isnt_empty($$select pg_temp.refusal($s$update polder.placement set face = 'both' from booked where id = a$s$)$$, 'but not take more');
select is_empty($$select pg_temp.breaks($s$update polder.rack set code = 'R9' where id = pg_temp.rack('NORTH', 'R1')$s$)$$,
                'another name of the rack worsens nothing');
select is_empty($$select from guard.check() where not covered$$, 'nor does it hide what was found');
update polder.rack set code = 'R1' where code = 'R9';
-- What stands behind leaves: there is room again, and the box is what it should be.
savepoint behind;
update polder.placement set state = 'released' where face = 'rear';
select is_empty($$select from polder.finding where resolved_on is null$$, 'when one leaves, the other has room');
select results_eq($$select depth from polder.box join booked on placement_id = a$$, $$ values ('[0,621)'::int4range) $$, 'and takes it');
rollback to behind;
update polder.model set depth_mm = 500;
select is_empty($$select from polder.finding where resolved_on is null$$, 'measured again: it fits');
select results_eq($$select pg_temp.breaks($s$update polder.rack set height_u = 3 where id = pg_temp.rack('NORTH', 'R1')$s$)$$,
    $$ values ('S1 NORTH/HALL/R1 U3 4/2 2026-06-01'), ('=> NORTH/HALL/R1 U3 ["S1"]') $$, 'a rack that is lower than was said');
select results_eq($$select pg_temp.breaks($s$update polder.rack set during = '[,2027-02-01)' where id = pg_temp.rack('NORTH', 'R1')$s$)$$,
    $$ values ('S1 NORTH/HALL/R1 U3 4/0 2027-02-01'), ('=> NORTH/HALL/R1 U3 ["S1"]') $$, 'a rack that goes');
select results_eq($$select pg_temp.found($s$update polder.rack set during = '[,2027-02-01)' where id = pg_temp.rack('NORTH', 'R1')$s$)$$,
    $$ values ('S1 NORTH/HALL/R1 U3 4/0 2027-02-01'), ('because it had to be') $$, 'with a reason');
select is_empty($$select pg_temp.breaks($s$update polder.rack set during = '[,2027-02-01)' where id = pg_temp.rack('NORTH', 'R2')$s$)$$, 'an empty one just goes');
update polder.rack set during = '[,)';

-- The room, its air, its floor, its cooling.
insert into polder.room_environment (room_id, setpoint_mc) select r.room_id, 25000 from polder.rack r where r.id = pg_temp.rack('NORTH', 'R1');
select results_eq($$select pg_temp.breaks('update polder.room_environment set setpoint_mc = 25001')$$,
    $$ values ('C5 NORTH/HALL/R1 25001/25000 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["C5"]') $$, 'a warmer room');
select results_eq($$select pg_temp.found('update polder.room_environment set setpoint_mc = 25001')$$,
    $$ values ('C5 NORTH/HALL/R1 25001/25000 2026-02-01'), ('because it had to be') $$, 'with a reason');
select is_empty($$select pg_temp.breaks('update polder.room_environment set setpoint_mc = 24999')$$, 'a cooler one');
select results_eq($$select pg_temp.breaks($s$update polder.room set protection_class = 'laag'$s$)$$,
    $$ values ('G1 NORTH/HALL/R1 2/1 2026-02-01'), ('G1 NORTH/HALL/R1 2/1 2026-03-01'), ('G1 NORTH/HALL/R1 2/1 2026-06-01'),
              ('=> NORTH/HALL/R1 U1 ["G1"]'), ('=> NORTH/HALL/R1 U1 ["G1"]'), ('=> NORTH/HALL/R1 U3 ["G1"]') $$, 'a room that protects less');
-- 72 N/m2 on 0.6 x 1.2 m are 5,284 g.
select results_eq($$select pg_temp.breaks($s$update polder.room_environment set floor_load_n_m2 = 72$s$)$$,
    $$ values ('S4 NORTH/HALL/R1 9999/5284 2026-02-01'), ('=> NORTH/HALL/R1 U1 ["S4"]'), ('=> NORTH/HALL/R1 U1 ["S4"]'), ('=> NORTH/HALL/R1 U3 ["S4"]') $$,
    'a floor of which it was not known what it bears');
insert into polder.node (kind, site_id, name) select 'cooling_zone', id, 'zone 1' from polder.site where code = 'NORTH';
insert into polder.cooling_unit (room_id, zone_id, name, kind, sensible_w)
select r.room_id, pg_temp.node('NORTH', 'zone 1'), 'unit ' || n, 'CRAH', 800 from polder.rack r, generate_series(1, 2) n where r.id = pg_temp.rack('NORTH', 'R1');
select is_empty($$select pg_temp.breaks($s$update polder.rack set cooling_zone_id = pg_temp.node('NORTH', 'zone 1') where id = pg_temp.rack('NORTH', 'R1')$s$)$$,
                'a zone that cools as much as it has to');
select results_eq($$select pg_temp.breaks('update polder.cooling_unit set sensible_w = 799')$$,
    $$ values ('C2 NORTH zone 1 800000/799000 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["C2"]'), ('=> NORTH/HALL/R1 U3 ["C2"]') $$, 'cooling units that do less');
select isnt_empty($$select pg_temp.breaks($s$delete from polder.cooling_unit where name = 'unit 1'$s$)$$, 'or that go');

-- Policy: what guard.policy reads, and nothing else.
select bag_eq($$select pg_temp.breaks($s$insert into polder.setting (key, value) values ('cord_allowance_mm', '121')$s$)$$,
    $$ values ('S1 NORTH/HALL/R1 U1 2/2 2026-03-01'), ('S1 NORTH/HALL/R1 U1 4/4 2026-03-01'), ('=> NORTH/HALL/R1 U1 ["S1"]'), ('=> NORTH/HALL/R1 U1 ["S1"]') $$,
    'longer cords: two no longer stand back to back');
select is_empty($$select pg_temp.breaks($s$insert into polder.setting (key, value) values ('cord_allowance_mm', '119')$s$)$$, 'shorter ones');
select results_eq($$select upper(depth) from polder.box join booked on placement_id = a$$, array[619], 'are in the boxes at once');
select is_empty($$select pg_temp.breaks($s$insert into polder.setting (key, organisation_id, value) select 'cord_allowance_mm', id, '300' from polder.organisation$s$)$$,
                'an institution''s own the guard does not count with');
select is_empty($$select pg_temp.breaks($s$insert into polder.setting (key, value) values ('hold_days', '300')$s$)$$, 'nor with how long holds last');
update polder.equipment set weight_g = null where weight_g = 20000;
select pg_temp.set_limit('NORTH', 'rack_mass R1', 33999);
select results_eq($$select pg_temp.breaks($s$insert into polder.setting (key, value) values ('grams_per_u', '12001')$s$)$$,
    $$ values ('S3 NORTH/HALL/R1 34001/33999 2026-06-01'), ('=> NORTH/HALL/R1 U1 ["S3"]'), ('=> NORTH/HALL/R1 U3 ["S3"]') $$, 'heavier estimates');
select is_empty($$select * from guard.check() where rule = 'LEDGER'$$, 'the sums are right all the while');

-- Agreements: dates, quota, lines.
insert into polder.agreement (host_id, guest_id, reference, during)
select h.id, g.id, 'H-A', '[2026-01-01,2030-01-01)' from polder.organisation h, polder.organisation g where h.code = 'HOME' and g.code = 'AWAY';
select pg_temp.book('NORTH', 'R2', 0, 4, 100, 1, '[2026-02-01,2029-02-01)', owner => 'AWAY');
select is_empty($$select pg_temp.breaks($s$update polder.agreement set during = '[2026-01-01,2029-02-01)'$s$)$$, 'an agreement as long as what it hosts');
select results_eq($$select pg_temp.breaks($s$update polder.agreement set during = '[2026-01-01,2029-01-31)'$s$)$$,
    $$ values ('G4 NORTH 4/- 2026-02-01'), ('=> NORTH/HALL/R2 U1 ["G4"]') $$, 'a day shorter');
select results_eq($$select pg_temp.found($s$delete from polder.agreement$s$)$$,
    $$ values ('G4 NORTH 4/- 2026-02-01'), ('because it had to be') $$, 'without one, with a reason');
insert into polder.node (kind, site_id, name) select 'agreement_line', id, 'H-A U' from polder.site where code = 'NORTH';
create function pg_temp.line(quota numeric) returns setof text language sql as $$
    select pg_temp.breaks(format($s$insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
        select id, 'hosting', 'U', %s, during, pg_temp.node('NORTH', 'H-A U') from polder.agreement$s$, quota))
$$;
select results_eq('select pg_temp.line(1.5)', $$ values ('G4 NORTH H-A U 4/3 2026-02-01'), ('=> NORTH/HALL/R2 U1 ["G4"]') $$,
                  'a line counts what is hosted already');
select is_empty('select pg_temp.line(2)', 'and is enough');
select results_eq($$select pg_temp.breaks('update polder.agreement_line set quota = 1.5')$$,
    $$ values ('G4 NORTH H-A U 4/3 2026-02-01'), ('=> NORTH/HALL/R2 U1 ["G4"]') $$, 'a lower quota');
select results_eq($$select pg_temp.found('update polder.agreement_line set quota = 1.5')$$,
    $$ values ('G4 NORTH H-A U 4/3 2026-02-01'), ('because it had to be') $$, 'with a reason');
select is_empty($$select * from guard.check() where not covered$$, 'all is in order');

-- What has lapsed breaks by nothing: who changes its surroundings puts it away. On its last day it counts.
insert into polder.placement (equipment_id, state, hold_until, during, rack_id, position_hu)
values (pg_temp.device(4, 0, 70000), 'held', '2026-01-01', '[2026-03-01,)', pg_temp.rack('NORTH', 'R2'), 8);
select results_eq($$select pg_temp.breaks(pg_temp.limits('rack_mass R2', 70000))$$,
    $$ values ('S3 NORTH/HALL/R2 70001/70000 2026-03-01'), ('=> NORTH/HALL/R2 U1 ["S3"]'), ('=> NORTH/HALL/R2 U5 ["S3"]') $$,
    'a hold on its last day');
set polder.today = '2026-01-02';
select is_empty($$select pg_temp.breaks(pg_temp.limits('rack_mass R2', 1))$$, 'the day after: nothing is broken');
select is((select state from polder.placement where rack_id = pg_temp.rack('NORTH', 'R2') and position_hu = 8), 'released', 'it is put away');
set polder.today = '2026-01-01';

-- What is taken over is never asked why.
select lives_ok($$insert into polder.placement (equipment_id, state, during, rack_id, position_hu, inherited)
                  select pg_temp.device(4, 0, 10000000, 'AWAY'), 'installed', '[2020-01-01,)', pg_temp.rack('NORTH', 'R1'), 0, true$$,
                'an import is made without');

select * from finish();
rollback;
