-- What another tenant says of its own does not come out by what is refused: not in any field of an error, not by a
-- notification, and not by the work that a refusal takes. Everything of AMC has a needle in it (support/needles.sql).
-- (tests/live/tst_leaks.cpp looks in the memory of a client.)
begin;
\ir support/two_houses.sql
\ir support/full_houses.sql
\set needle wqzj
\set straw vkpx
\ir support/needles.sql
set constraints all immediate;
set constraints all deferred;

-- UL's equipment stands in R1 of LEI beside AMC's; who of them is where.
create temporary table beside as
    select a.house, a.state, a.request, e.id as equipment, p.id as placement, e.serial, e.asset_tag, p.position_hu / 2 + 1 as unit,
           (select n.name || ':' || o.name from polder.outlet o join polder.node n on n.id = o.node_id where o.id = p.outlet_ids[1])
               as outlet, r.number, a.wish
    from asked a join polder.request r on r.id = a.request join polder.placement p on p.id = public.placement_of(a.request)
    join polder.equipment e on e.id = p.equipment_id;
create function public.beside(house text, wish text, state text) returns beside language sql stable as $$
    select b from beside b where (b.house, b.wish, b.state) = (beside.house, beside.wish, beside.state)
$$;
create temporary table plain as select (select request from asked where (house, wish, state) = ('ul', 'LEI', 'in review')) as review;

-- Every field of the error.
create function public.provoke(who text, command text) returns text language plpgsql as $$
declare
    code text; message text; detail text; hint text; context text; col text; const text; type text; tab text; schem text;
begin
    execute format('set local session authorization %I', public.login_of(who));
    execute command;
    execute 'reset session authorization';
    return 'done';
exception when others then
    get stacked diagnostics code = returned_sqlstate, message = message_text, detail = pg_exception_detail,
        hint = pg_exception_hint, context = pg_exception_context, col = column_name, const = constraint_name,
        type = pg_datatype_name, tab = table_name, schem = schema_name;
    return concat_ws(E'\n', code, message, detail, hint, context, col, const, type, tab, schem);
end
$$;
create function public.intend(intention text, arguments jsonb, generation bigint default null) returns text language sql immutable as $$
    select format('select api.%I(gen_random_uuid(), %L, %L)', intention, generation, arguments)
$$;

create temporary table provocation (what text, who text, command text, comes text);
insert into provocation
    select 'a place that AMC has', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', review, 'item', 1,
           'places', jsonb_build_array(jsonb_build_object('rack', 'LEI/H1/R1', 'unit', (public.beside('amc', 'LEI', state)).unit)))), 'PL001'
    from plain cross join unnest(array['held', 'delivered', 'installed', 'decommissioning']) state
    union all
    select 'a place that AMC''s chassis has', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', review, 'item', 1,
           'places', '[{"rack": "LEI/H1/R2", "unit": 38}]'::jsonb)), 'PL001' from plain
    union all
    select 'an outlet that AMC has', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', review, 'item', 1,
           'places', jsonb_build_array(jsonb_build_object('rack', 'LEI/H1/R1', 'unit', 40, 'outlets',
               jsonb_build_array((public.beside('amc', 'LEI', 'installed')).outlet, (public.beside('ul', 'LEI', 'installed')).outlet))))),
           null from plain
    union all
    select 'moved to where AMC is', 'facility_manager.ul', public.intend('move', jsonb_build_object('moves', jsonb_build_array(
           jsonb_build_object('placement', (public.beside('ul', 'LEI', 'installed')).placement, 'unit',
                              (public.beside('amc', 'LEI', 'installed')).unit)))), 'PL001'
    union all
    select 'installed where AMC is', 'technician.ul', public.intend('install', jsonb_build_object('placement',
           (public.beside('ul', 'LEI', 'delivered')).placement, 'unit', (public.beside('amc', 'LEI', 'installed')).unit)), 'PL001'
    union all
    select 'no agreement so long', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', a.request, 'item', 1,
           'places', '[{"rack": "LEI/H1/R1", "unit": 40}]'::jsonb)), 'PL001'
    from asked a where (house, wish, state) = ('amc', 'LEI', 'in review')
    union all
    select 'a serial number of another of AMC', 'technician.ul', public.intend('install', jsonb_build_object('placement',
           (public.beside('amc', 'LEI', 'delivered')).placement, 'serial', 'TWICE')), 'PL004'
    union all
    select 'an asset tag of another of AMC', 'technician.ul', public.intend('install', jsonb_build_object('placement',
           (public.beside('amc', 'LEI', 'delivered')).placement, 'asset_tag', 'TWICE')), 'PL004'
    union all
    select 'replaced by a serial number of AMC', 'facility_manager.ul', public.intend('replace', jsonb_build_object('placement',
           (public.beside('amc', 'LEI', 'installed')).placement, 'serial', 'TWICE')), 'PL004'
    union all
    select 'the second place for one', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', review, 'item', 7,
           'places', '[{"rack": "LEI/H1/R1", "unit": 40}]'::jsonb)), 'PL004' from plain
    union all
    select format('%s of a request that is %s', intention, b.state), who,
           public.intend(intention, jsonb_build_object('request', b.request) || more), comes
    from beside b
    cross join (values ('comment', 'requester.ul', '{"text": "x"}'::jsonb, 'PL005'), ('withdraw', 'requester.ul', '{}', 'PL005'),
                       ('review', 'facility_manager.ul', '{}', 'PL005'), ('extend', 'sponsor.ul', '{"until": "2031-01-01"}', 'PL005'),
                       ('decommission', 'administrator.ul', '{}', 'PL005'), ('comment', 'nobody.ul', '{"text": "x"}', 'PL002'))
         i (intention, who, more, comes)
    where b.house = 'amc' and b.wish = 'AMS'
    union all
    select format('%s of a place that is %s', intention, b.state), who,
           public.intend(intention, case intention when 'move' then jsonb_build_object('moves', jsonb_build_array(
               jsonb_build_object('placement', b.placement, 'unit', 30))) else jsonb_build_object('placement', b.placement, 'serial', 'x') end
               - case when intention in ('release', 'decommission', 'remove') then 'serial' else '' end), 'PL005'
    from beside b cross join unnest(array['install', 'move', 'replace', 'release', 'decommission', 'remove']) intention
    cross join unnest(array['requester.ul', 'facility_manager.ul']) who
    where b.house = 'amc' and b.wish = 'AMS'
    union all
    select 'what AMC''s people say', 'requester.ul', public.intend('create_request', jsonb_build_object('from', '2027-04-01',
           'items', '[{"height_u": 1}]'::jsonb, field, d.person_id)), 'PL004'
    from polder.person_detail d cross join unnest(array['sponsor', 'security_contact']) field
    where d.person_id in (select requester_id from polder.request) and d.handle like :'needle' || '%'
    union all
    select 'a limit of a line of AMC', 'agreement_manager.ul', public.intend('set_limit', jsonb_build_object('node', n.id,
           'normal_main', 1, 'reason', 'x')), 'PL004' from polder.node n where n.name = :'needle' || 'Fline'
    union all
    select 'who looked before', 'requester.ul', public.intend('amend_request', jsonb_build_object('request', a.request,
           'comment', 'x'), 1), 'PL003' from asked a where (house, wish, state) = ('ul', 'AMS', 'in review')
    union all
    select 'a key that AMC has used', 'requester.ul', format('select api.comment(%L, null, ''{}'')', i.key), 'PL007'
    from (select i.key from polder.intention i join polder.person p on p.id = i.person_id where public.whose(p.organisation_id) = 'AMC' limit 1) i
    union all
    select 'no JSON of ours', 'requester.ul', format('select api.%I(gen_random_uuid(), null, %L)', p.proname, arguments), null
    from pg_proc p cross join unnest(array['[]', 'null', '{"request": {"id": 1}, "placement": [], "node": {}, "x": 1}']) arguments
    where p.pronamespace = 'api'::regnamespace and p.proargnames[1:3] = '{key,generation,arguments}'
    union all
    -- What the policies hide is not even looked at: a value that cannot be read as a number would be named in the error.
    select format('numbers in %s.%s.%s', c.table_schema, c.table_name, c.column_name), 'nobody.ul',
           format('select count(*) from %I.%I where %I::text::int > 0', c.table_schema, c.table_name, c.column_name), null
    from information_schema.column_privileges c join information_schema.columns k using (table_schema, table_name, column_name)
    where c.grantee = 'polder_person' and c.table_schema in ('polder', 'api', 'known') and k.data_type in ('text', 'jsonb', 'bytea')
    union all
    select 'writes', 'requester.ul', format(command, t.relname), '42501'
    from pg_class t cross join unnest(array['delete from polder.%I', 'insert into polder.%I default values']) command
    where t.relnamespace = 'polder'::regnamespace and t.relkind = 'r';
update polder.equipment e set serial = 'TWICE', asset_tag = 'TWICE' where e.id = (public.beside('amc', 'AMS', 'installed')).equipment;
set local polder.reason = 'a shorter agreement';
update polder.agreement set during = '[2026-01-01,2027-06-01)' where reference = 'UL-AMC';

-- It was done by one of AMC whom UL's requester does not know: a deputy of the facility manager.
insert into polder.deputy (person_id, deputy_id, during)
    select a.person_id, b.id, '[2027-01-01,2028-01-01)' from polder.person_detail a, polder.person b
    where a.handle = 'facility_manager.amc' and b.login = 'p_stranger_amc';
select public.act('stranger.amc', 'comment', jsonb_build_object('request', request, 'text', 'x')),
       public.act('stranger.amc', 'return_request', jsonb_build_object('request', request, 'reason', 'x'))
from asked where (house, wish, state) = ('ul', 'AMS', 'in review') \g /dev/null
set constraints all immediate;
set constraints all deferred;
create temporary table provoked as select p.*, public.provoke(p.who, p.command) as said from provocation p;

----------------------------------------------------------------------------------------- the work that a refusal takes

-- Which functions were called, and how often.
set local track_functions = 'all';
create function public.calls() returns jsonb language sql volatile as $$
    select jsonb_object_agg(p.proname, pg_stat_get_xact_function_calls(p.oid))
    from pg_proc p where p.pronamespace in ('guard'::regnamespace, 'api'::regnamespace)
      and pg_stat_get_xact_function_calls(p.oid) > 0 and p.proname <> 'look_at_nothing'  -- whose purpose this is
$$;
create function public.way(who text, command text) returns jsonb language plpgsql as $$
declare
    before jsonb := public.calls();
    after jsonb;
begin
    perform public.provoke(who, command);
    after := public.calls();
    return (select jsonb_object_agg(key, value::int - coalesce((before ->> key)::int, 0)) from jsonb_each_text(after)
            where value::int > coalesce((before ->> key)::int, 0));
end
$$;
-- What there is but AMC's, and what there is not.
create temporary table probe (what text, who text, theirs text, nothing text);
insert into probe
    select 'a request by its number', 'requester.ul', public.intend('comment', jsonb_build_object('request', number, 'text', 'x')),
           public.intend('comment', '{"request": "R-2027-99999", "text": "x"}')
    from (select (public.beside('amc', 'AMS', 'installed')).*) b
    union all
    select 'a request by its id', 'requester.ul', public.intend('comment', jsonb_build_object('request', request, 'text', 'x')),
           public.intend('comment', '{"request": 99999, "text": "x"}')
    from (select (public.beside('amc', 'AMS', 'installed')).*) b
    union all
    select 'a place by its id', 'requester.ul', public.intend('replace', jsonb_build_object('placement', placement, 'serial', 'x')),
           public.intend('replace', '{"placement": 99999, "serial": "x"}')
    from (select (public.beside('amc', 'AMS', 'installed')).*) b
    union all
    select 'a device by its asset tag', who, public.intend('replace', jsonb_build_object('asset_tag', asset_tag, 'serial', 'x')),
           public.intend('replace', '{"asset_tag": "none of this name", "serial": "x"}')
    from (select (public.beside('amc', 'AMS', 'delivered')).*) b cross join unnest(array['requester.ul', 'facility_manager.ul']) who
    union all
    select 'a person by the handle', 'requester.ul',
           public.intend('create_request', jsonb_build_object('from', '2027-04-01', 'items', '[{"height_u": 1}]'::jsonb, 'sponsor', d.handle)),
           public.intend('create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}], "sponsor": "no.one"}')
    from polder.person_detail d where d.handle like :'needle' || '_coordinator.amc'
    union all
    select 'a contact by the handle', 'requester.ul',
           public.intend('create_request', jsonb_build_object('from', '2027-04-01', 'items', '[{"height_u": 1}]'::jsonb, 'contacts', jsonb_build_array(d.handle))),
           public.intend('create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}], "contacts": ["no.one"]}')
    from polder.person_detail d where d.handle like :'needle' || '_coordinator.amc'
    union all
    select 'a line of an agreement', 'agreement_manager.ul', public.intend('set_limit', jsonb_build_object('node', n.id, 'reason', 'x')),
           public.intend('set_limit', '{"node": 99999, "reason": "x"}') from polder.node n where n.name = :'needle' || 'Fline'
    union all
    select 'what a key came to', 'requester.ul', format('select api.generation_of(%L)', i.key), 'select api.generation_of(gen_random_uuid())'
    from (select i.key from polder.intention i join polder.person p on p.id = i.person_id where public.whose(p.organisation_id) = 'AMC' limit 1) i
    union all
    -- Both are there: whose it is makes no difference.
    select 'a place that is taken', 'facility_manager.ul', public.intend('hold', jsonb_build_object('request', review, 'item', 1,
           'places', jsonb_build_array(jsonb_build_object('rack', 'LEI/H1/R1', 'unit', (public.beside('amc', 'LEI', 'held')).unit)))),
           public.intend('hold', jsonb_build_object('request', review, 'item', 1,
           'places', jsonb_build_array(jsonb_build_object('rack', 'LEI/H1/R1', 'unit', (public.beside('ul', 'LEI', 'held')).unit)))) from plain;
-- Without what was asked for.
create function public.answer(said text) returns text language sql immutable as $$
    select regexp_replace(said, '"(reference|value)": ("[^"]*"|\d+)|U\d+|SQL statement "select api.[^\n]*', '', 'g')
$$;
-- The first calls of a session plan what later ones find planned.
select count(public.provoke(who, theirs)), count(public.provoke(who, nothing)) from probe \g /dev/null
create temporary table probed as
    select what, who, public.way(who, theirs) as theirs, public.way(who, nothing) as nothing,
           public.provoke(who, theirs) as theirs_said, public.provoke(who, nothing) as nothing_said
    from probe;

-- In turns, so that both have the same weather.
create temporary table took (what text, who text, theirs interval, nothing interval);
do $$
declare
    one probe;
    at timestamptz;
    first interval;
begin
    set local track_functions = 'none';
    for turn in 1 .. 21 loop
        for one in select * from probe loop
            at := clock_timestamp();
            perform public.provoke(one.who, one.theirs);
            first := clock_timestamp() - at;
            at := clock_timestamp();
            perform public.provoke(one.who, one.nothing);
            insert into took values (one.what, one.who, first, clock_timestamp() - at);
        end loop;
    end loop;
end
$$;

-- Whoever writes SQL sees how much is read: the same, whether or not AMC has what is asked for.
create function public.explained(who text, command text) returns text language plpgsql as $$
declare
    line text;
    lines text[] := '{}';
begin
    execute format('set local session authorization %I', public.login_of(who));
    for line in execute 'explain (analyze, costs off, timing off, summary off) ' || command loop
        lines := lines || line;
    end loop;
    execute 'reset session authorization';
    return array_to_string(lines, E'\n');
end
$$;
create temporary table searched as
    select s.origin, s.field, replace(public.explained('requester.ul', format('select %I from %s where %1$I = %3$L', field, origin, value)), value, 'it')
               as theirs,
           replace(public.explained('requester.ul', format('select %I from %s where %1$I = %3$L', field, origin, 'none of this')), 'none of this', 'it') as nothing
    from (select 'polder.equipment' as origin, f.field, f.value from (select (public.beside('amc', 'AMS', 'delivered')).*) b
          cross join lateral (values ('serial', b.serial), ('asset_tag', b.asset_tag)) f (field, value)
          union all
          select 'polder.request', f.field, f.value from polder.request r
          cross join lateral (values ('number', r.number), ('project', r.project)) f (field, value)
          where r.id = (public.beside('amc', 'AMS', 'installed')).request
          union all
          select 'api.person_card', f.field, f.value from polder.person_detail d
          cross join lateral (values ('handle', d.handle), ('name', d.name), ('email', d.email)) f (field, value)
          where d.handle like :'needle' || '_coordinator.amc'
          union all
          select 'polder.note', 'text', n.text from polder.note n where n.text like :'needle' || 'F%note'
          union all
          select 'polder.node', 'name', :'needle' || 'Fline'
          union all
          select 'polder.agreement', 'reference', :'needle' || 'Fagreement') s;

select plan((select count(*)::int from provoked) + (select 2 * count(*)::int from probed) + (select count(distinct what || who)::int from took)
            + (select count(*)::int from searched) + 5);

select ok(said not like '%' || :'needle' || '%' and (comes is null or left(said, 5) = comes),
          format('%s, as %s', what, who) || case when said like '%' || :'needle' || '%' or left(said, 5) <> comes then E'\n' || said else '' end)
from provoked;
select ok((select count(*) > 250 from provoked where said <> 'done'), 'most of it is refused');
-- The straw: had they said something, it would have been seen.
select alike(public.provoke('requester.ul', 'select count(*) from polder.equipment where serial::int > 0'), '%' || :'straw' || '%',
             'of what is one''s own an error does speak');
select is_empty($$ select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                   where n.nspname in ('polder', 'history', 'guard', 'api', 'past', 'known') and p.prosrc ~* '\mnotify\M|pg_notify'
                     and p.oid <> 'guard.number_change()'::regprocedure $$, 'only a new generation is notified');
select alike((select prosrc from pg_proc where oid = 'guard.number_change()'::regprocedure), '%pg_notify(''polder'', next::text)%',
             'by its number alone');
select is_empty($$ select p.oid::regprocedure from pg_proc p
                   where p.proleakproof and p.proargtypes::oid[] && array['text', 'varchar', 'bpchar', 'bytea']::regtype[]::oid[] $$,
                'no text is compared before the policies are asked');

select is(theirs, nothing, format('%s, as %s: the same functions, as often', what, who)) from probed;
select is(public.answer(theirs_said), public.answer(nothing_said), format('%s, as %s: the same answer', what, who)) from probed;
select cmp_ok(greatest(t / n, n / t)::numeric, '<', 2::numeric, format('%s, as %s: in the same time', what, who))
from (select what, who, extract(epoch from min(theirs)) as t, extract(epoch from min(nothing)) as n
      from took group by what, who) m; -- the least: what else the machine does only adds to it
select is(theirs, nothing, format('%s.%s: the same rows are read', origin, field)) from searched;

select * from finish();
rollback;
