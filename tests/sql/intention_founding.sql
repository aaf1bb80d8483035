-- From nothing to the first rack with a booking, as whoever installs and then as the first person; and the end of it, when
-- that person leaves.
begin;
set local polder.today = '2027-03-01';
insert into polder.setting (key, value) values ('today_may_be_set', 'true');
select plan(53);

create function public.act(who name, intention text, arguments jsonb) returns jsonb language plpgsql as $$
declare
    result jsonb;
    state text;
    detail text;
begin
    begin
        if who is not null then
            execute format('set local session authorization %I', who);
        end if;
        execute format('select api.%I(gen_random_uuid(), null, $1)', intention) into result using arguments;
        execute 'reset session authorization';
        return result;
    exception when others then
        get stacked diagnostics detail = pg_exception_detail, state = returned_sqlstate;
        if state not like 'PL%' then
            raise;
        end if;
        return detail::jsonb || jsonb_build_object('sqlstate', state);
    end;
end
$$;
create function public.field(result jsonb) returns text language sql as $$
    select coalesce(result ->> 'field', result ->> 'sqlstate', 'done')
$$;

-- The first institution.
create function pg_temp.tool(intention text, arguments text) returns jsonb language sql as $$
    select public.act(null, intention, arguments::jsonb)
$$;
select is(public.field(pg_temp.tool('found_institution', '{"code": "U.L", "name": "Leiden", "handle": "ada", "person": "Ada"}')),
          'code', 'a code without a dot, which the handles have');
select is(public.field(pg_temp.tool('found_institution', '{"code": "UL", "name": "", "handle": "ada", "person": "Ada"}')), 'name',
          'with a name');
select is(public.field(pg_temp.tool('found_institution', '{"code": "UL", "name": "Leiden", "handle": "Ada B", "person": "Ada"}')),
          'handle', 'and a person with a short name');
select is((select count(*)::int from polder.organisation), 0, 'and nothing half made');
create temporary table founded as
    select pg_temp.tool('found_institution', '{"code": "UL", "name": "Leiden", "handle": "ada", "person": "Ada B"}') as it;
select matches(it ->> 'login', '^p_[0-9a-f]{20}$', 'she can log in') from founded;
select set_eq('select role from polder.appointment', 'select code from polder.role', 'and holds every office');
select is(public.field(pg_temp.tool('found_institution', '{"code": "X", "name": "X", "handle": "x", "person": "X"}')), 'PL002',
          'once');
create function pg_temp.ada(intention text, arguments text) returns jsonb language sql as $$
    select public.act((select it ->> 'login' from founded), intention, arguments::jsonb)
$$;

-- The building.
select is(public.field(pg_temp.ada('add_site', '{"code": "LE/1", "name": "Snellius"}')), 'code', 'a code that fits in a path');
select is(public.field(pg_temp.ada('add_site', '{"code": "LEI", "name": "Snellius"}')), 'done', 'a data centre');
select is(public.field(pg_temp.ada('add_site', '{"code": "LEI", "name": "Again"}')), 'code', 'one of that code');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1"}')), 'width_mm', 'a room has an outline');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1", "width_mm": 999, "depth_mm": 6000}')), 'width_mm',
          'a metre at least');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1", "width_mm": 6000, "depth_mm": 5000}')), 'done',
          'and is drawn');
create function pg_temp.nodes(list text) returns text language sql as $$
    select public.field(pg_temp.ada('add_nodes', format('{"site": "LEI", "nodes": [%s]}', list)))
$$;
select is(pg_temp.nodes('{"kind": "rack_pdu", "name": "P", "kva": 10}'), 'nodes/0/kind', 'rack PDUs come with racks');
select is(pg_temp.nodes('{"kind": "ups", "name": "UPS-A", "kva": 0}'), 'nodes/0/kva', 'a rating');
select is(pg_temp.nodes('{"kind": "ups", "name": "UPS-A", "kva": 100}, {"kind": "feed", "name": "F", "parent": "UPS-B", "kva": 50}'),
          'nodes/1/parent', 'fed from what there is');
select is((select count(*)::int from polder.node), 0, 'all or none');
select is(pg_temp.nodes('{"kind": "ups", "name": "UPS-A", "side": "A", "kva": 100},
                         {"kind": "feed", "name": "FEED-A", "parent": "UPS-A", "room": "H1", "kva": 50, "usable_permille": 800},
                         {"kind": "ups", "name": "UPS-B", "side": "B", "kva": 100}'), 'done', 'a chain, from the top');
select is(pg_temp.nodes('{"kind": "feed", "name": "UPS-A", "kva": 1}'), 'nodes/0/name', 'each with a name of its own');
select is((select side from polder.node where name = 'FEED-A'), 'A', 'on the side of what feeds it');
select is((select array[normal_main, normal_line, rating_main, rating_line] from polder.node_limit l join polder.node n on n.id = l.node_id
           where n.name = 'FEED-A'), '{38000000,13333333,47500000,16666666}'::bigint[], '80 % of 50 kVA at 0.95, a third on each phase');

create function pg_temp.racks(more text) returns jsonb language sql as $$
    select pg_temp.ada('add_racks', format('{"site": "LEI", "room": "H1", "row": "A", %s}', more))
$$;
select is(public.field(pg_temp.racks('"count": 0')), 'count', 'at least one rack');
select is(public.field(pg_temp.racks('"count": 11')), 'count', 'eleven of 600 mm do not go into six metres');
select is(public.field(pg_temp.racks('"count": 10, "x_mm": 1')), 'count', 'nor ten a millimetre further on');
select is(public.field(pg_temp.racks('"count": 2, "y_mm": 3801')), 'count', 'nor two a millimetre too far south');
select is(public.field(pg_temp.racks('"count": 2, "pitch_mm": 599')), 'pitch_mm', 'nor any into each other');
select is(public.field(pg_temp.racks('"count": 2, "parent_a": "UPS-C"')), 'parent_a', 'fed from what there is');
select is((select count(*)::int from polder.rack) + (select count(*)::int from polder.rack_row), 0, 'nothing half made');
select is(jsonb_array_length(pg_temp.racks('"count": 10, "parent_a": "FEED-A", "parent_b": "UPS-B", "max_kg": 900, "heat_w": 7000') -> 'racks'),
          10, 'ten');
select results_eq($$ select code, x_mm, y_mm from polder.rack where x_mm >= 4800 order by x_mm $$,
                  $$ values ('A09', 4800, 0), ('A10', 5400, 0) $$, 'in a row, to the east');
select results_eq($$ select l.normal_main from polder.node n join polder.node_limit l on l.node_id = n.id join polder.rack r on r.id = n.rack_id
                     where r.code = 'A01' and n.kind in ('rack_mass', 'rack_heat') order by n.kind $$,
                  $$ values (7000000::bigint), (900000) $$, 'each with its limits');
select set_eq($$ select p.side, a.name from polder.node p join polder.node a on a.id = p.parent_id where p.kind = 'rack_pdu' $$,
              $$ values ('A', 'FEED-A'), ('B', 'UPS-B') $$, 'and its rack PDUs');
select is(public.field(pg_temp.racks('"count": 1, "y_mm": 2000')), 'first', 'A01 is there');
select is(public.field(pg_temp.racks('"count": 1, "first": 11, "y_mm": 1199')), 'x_mm', 'and has its place');
select is(public.field(pg_temp.racks('"count": 2, "first": 11, "y_mm": 2000, "orientation_deg": 90, "pitch_mm": 700')), 'done', 'two across');
select results_eq($$ select x_mm, y_mm from polder.rack where code in ('A11', 'A12') order by code $$, $$ values (0, 2000), (0, 2700) $$,
                  'to the south');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1", "width_mm": 5999}')), 'width_mm', 'the walls stay outside');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1", "depth_mm": 3299}')), 'depth_mm', 'on both sides');
select is(public.field(pg_temp.ada('draw_room', '{"site": "LEI", "code": "H1", "depth_mm": 3300, "name": "Hall"}')), 'done', 'and no further');
select is((select format('%s %s %s', name, width_mm, depth_mm) from polder.room), 'Hall 6000 3300', 'what is not said stays');

-- The first booking.
create temporary table asked as select pg_temp.ada('create_request',
    '{"from": "2027-03-01", "project": "First", "items": [{"height_u": 1, "draw_w": 300, "weight_kg": 10, "depth_mm": 700, "cords": 2, "plug": "C14"}]}') as it;
create function pg_temp.step(intention text, more jsonb default '{}') returns text language sql as $$
    select coalesce(r ->> 'state', r::text) from (select public.act((select it ->> 'login' from founded), intention,
        jsonb_build_object('request', (select it -> 'request' from asked)) || more)) s (r)
$$;
select is(pg_temp.step('submit'), 'submitted', 'asked for');
select is(pg_temp.step('endorse'), 'endorsed', 'endorsed');
select is(pg_temp.step('review'), 'in review', 'looked at');
select is(pg_temp.step('hold', '{"item": 1, "places": [{"rack": "LEI/H1/A01", "unit": 1}]}'), 'held', 'and held');

-- A partner, and what it may have.
select is(public.field(pg_temp.ada('add_agreement', '{"site": "LEI", "guest": "AMC", "reference": "L-A", "lines": [{"unit": "U", "quota": 40}]}')),
          'guest', 'with whom there is');
select is(public.field(pg_temp.ada('add_organisation', '{"code": "AMC", "name": "Medical Centre"}')), 'done', 'a partner');
select is(public.field(pg_temp.ada('add_agreement', '{"site": "LEI", "guest": "AMC", "reference": "L-A", "lines": [{"unit": "U", "quota": 40}, {"unit": "U", "quota": 1}]}')),
          'lines/1/unit', 'a unit once');
select is(public.field(pg_temp.ada('add_agreement', '{"site": "LEI", "guest": "AMC", "reference": "L-A", "lines": [{"unit": "U", "quota": 40}]}')),
          'done', 'an agreement');
select is((select l.normal_main from polder.agreement_line a join polder.node_limit l on l.node_id = a.node_id), 80::bigint,
          'whose line is a limit, in half units');

-- She leaves; Bob is what she was.
select pg_temp.ada('add_person', '{"handle": "bob", "name": "Bob", "login": true}');
create temporary table handed as select pg_temp.ada('hand_over', '{"person": "ada", "to": "bob"}') as it;
select is(it ->> 'requests', '1', 'what is under way is his') from handed;
select set_eq($$ select role from polder.appointment a join polder.person_detail d on d.person_id = a.person_id
                 where d.handle = 'bob' and a.during @> date '2027-03-01' $$, 'select code from polder.role', 'and all offices');
select is(pg_temp.step('withdraw') ~ 'PL00[25]', true, 'she does nothing any more');
select is((select jsonb_agg(jsonb_build_array(p.value ->> 'handle', p.value ->> 'left_on') order by p.value ->> 'handle')
           from (select set_config('session_authorization', (select login from polder.person p join polder.person_detail d on d.person_id = p.id
                                                             where d.handle = 'bob'), true)) s,
                jsonb_array_elements(api.administration('{}') -> 'people') p), '[["ada", "2027-03-01"], ["bob", null]]',
          'which the page of people says');
reset session authorization;
select * from finish();
rollback;
