-- Random walks: requests of two or three pieces through whatever their people may think of, days passing in between.
-- After each step the request is where its pieces are, everything that has a place can be acted on, and what was given
-- back is free. Each walk is undone, so that all begin in the same data centre.
begin;
\ir support/two_houses.sql

-- One row a piece of the request: where it is (the hindmost of its places) and whether it ever stood.
create view public.piece_now as
    select i.request_id, i.id as item, e.id as equipment,
           (array_agg(p.state order by array_position('{held,delivered,installed,decommissioning}', p.state))
                filter (where p.state not in ('ended', 'released')))[1] as state,
           coalesce(bool_or(exists (select from history.placement h where h.id = p.id and h.state = 'installed')), false)
               as stood
    from polder.request_item i
    join polder.equipment e on e.request_item_id = i.id
    left join polder.placement p on p.equipment_id = e.id
    where not exists (select from polder.equipment s where s.replaces_id = e.id)
    group by 1, 2, 3;

-- What is wrong with where the request is.
create function public.misplaced(request int) returns text language sql stable as $$
    with n as (
        select r.state,
               count(p.state) filter (where p.state = 'held') as held,
               count(p.state) filter (where p.state = 'delivered') as delivered,
               count(p.state) filter (where p.state = 'installed') as installed,
               count(p.state) filter (where p.state = 'decommissioning') as leaving,
               (select sum(greatest(0, i.count - (select count(*) from public.piece_now q
                                                  where q.item = i.id and (q.state is not null or q.stood))))
                from polder.request_item i where i.request_id = r.id) as missing
        from polder.request r left join public.piece_now p on p.request_id = r.id
        where r.id = request group by r.id)
    select format('%s with %s held, %s delivered, %s installed, %s leaving, %s missing', state, held, delivered,
                  installed, leaving, missing)
    from n
    where not case state
        when 'in review' then held + missing > 0
        when 'held' then held > 0 and missing = 0
        when 'delivered' then held = 0 and delivered > 0 and missing = 0
        when 'installed' then held + delivered = 0 and installed > 0
        when 'decommissioning' then held + delivered + installed = 0 and leaving > 0
        else held + delivered + installed + leaving = 0 end
$$;

-- A place that nobody can do anything about.
create function public.stranded(request int) returns text language sql as $$
    select format('placement %s is %s in a request %s', p.id, p.state, r.state)
    from polder.request r
    join polder.request_item i on i.request_id = r.id
    join polder.equipment e on e.request_item_id = i.id
    join polder.placement p on p.equipment_id = e.id
    where r.id = request and p.state not in ('ended', 'released')
      and not exists (
          select from (values ('held', 'release'), ('delivered', 'release'), ('installed', 'decommission'),
                              ('decommissioning', 'remove')) way (state, intention)
          where way.state = p.state
            and not public.try('facility_manager.ul', way.intention, jsonb_build_object('placement', p.id)) ? 'sqlstate')
    limit 1
$$;

-- What was given back and is not free; a piece in two places; more pieces than were asked for.
create function public.miscounted(request int) returns text language sql stable as $$
    select 'placement ' || p.id || ' is released and not free' from polder.placement p
    where p.state = 'released'
      and (exists (select from polder.box b where b.placement_id = p.id)
           or exists (select from polder.connection c where c.placement_id = p.id)
           or exists (select from polder.charge c where c.placement_id = p.id))
    union all
    select 'equipment ' || p.equipment_id || ' stands in two places' from polder.placement p
    join polder.placement q on q.equipment_id = p.equipment_id and q.id > p.id and q.during && p.during
    where p.state <> 'released' and q.state <> 'released'
    union all
    select 'item ' || i.ordinal || ' has too many pieces' from polder.request_item i
    where i.request_id = request
      and i.count < (select count(*) from public.piece_now p where p.item = i.id and (p.state is not null or p.stood))
    limit 1
$$;

-- What is offered and refused, or refused for its state and nevertheless offered.
create function public.misoffered(request int) returns text language sql as $$
    select format('%s is %s to %s', t.intention, case when r.offered then 'offered in vain' else 'not offered' end, t.who)
    from (values ('withdraw', 'requester.ul', '{}'), ('return_request', 'facility_manager.ul', '{"reason": "x"}'),
                 ('wait_list', 'facility_manager.ul', '{"reason": "x"}'), ('reject', 'facility_manager.ul', '{"reason": "x"}'),
                 ('renew', 'facility_manager.ul', '{}'), ('deliver', 'technician.ul', '{}'),
                 ('install', 'technician.ul', '{}'), ('decommission', 'facility_manager.ul', '{}'),
                 ('remove', 'facility_manager.ul', '{}')) t (intention, who, arguments)
    cross join lateral (
        select public.see(t.who, format('select %L = any (intentions) from api.request_offer where request_id = %s',
                                        t.intention, request))::boolean as offered,
               not public.try(t.who, t.intention, t.arguments::jsonb || jsonb_build_object('request', request)) ? 'sqlstate'
                   as accepted) r
    where r.offered <> r.accepted
    limit 1
$$;

-- One step of somebody, drawn at random: who, which intention, with what.
create function public.draw(request int) returns table (who text, intention text, arguments jsonb)
    language sql volatile as $$
    with one as materialized (
        select (select what
                from (values ('hold', 9), ('install one', 6), ('release', 4), ('deliver', 3), ('amend_request', 3), ('review', 3),
                             ('install', 2), ('decommission one', 2), ('remove one', 2), ('replace', 2), ('move', 2), ('submit', 2),
                             ('endorse', 2), ('renew', 1), ('withdraw', 1), ('reject', 1), ('return_request', 1), ('wait_list', 1),
                             ('decommission', 1), ('remove', 1)) w (what, weight)
                order by random() ^ (1.0 / weight) desc limit 1) as what,
               1 + floor(random() * 2)::int as item, 1 + floor(random() * 38)::int as unit,
               1 + floor(random() * 3)::int as count
    ), piece as materialized (
        select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id
        join polder.request_item i on i.id = e.request_item_id
        where i.request_id = request and p.state not in ('ended', 'released') order by random() limit 1
    ), chosen as (
        select one.*, coalesce((select id from piece), 0) as placement,
               jsonb_build_object('request', request) as this, jsonb_build_object('placement', (select id from piece)) as that
        from one)
    select case when what in ('withdraw', 'amend_request', 'submit') then 'requester.ul' when what = 'endorse' then 'sponsor.ul'
                when what in ('deliver', 'install', 'install one') then 'technician.ul' else 'facility_manager.ul' end,
           split_part(what, ' ', 1),
           case what
               when 'hold' then this || jsonb_build_object('item', item, 'until_date', guard.today() + 3 + unit,
                                                           'places', jsonb_build_array(jsonb_build_object(
                                                               'rack', 'LEI/H1/R1', 'unit', unit)))
               when 'amend_request' then this || case when random() < 0.3 then jsonb_build_object('until', '2031-01-01')
                   else jsonb_build_object('items', jsonb_build_array(
                       jsonb_build_object('height_u', 1, 'draw_w', 100, 'cords', 1, 'count', item),
                       jsonb_build_object('height_u', 2, 'draw_w', 100, 'cords', 1, 'count', count))) end
               when 'replace' then that || jsonb_build_object('serial', md5(random()::text))
               when 'move' then jsonb_build_object('from', guard.today() + 5 * item,
                                                   'moves', jsonb_build_array(that || jsonb_build_object('unit', unit)))
               when 'renew' then this || jsonb_build_object('until_date', guard.today() + unit)
               when 'release' then that when 'install one' then that when 'decommission one' then that
               when 'remove one' then that
               else this || case when what in ('return_request', 'wait_list', 'reject') then '{"reason": "so"}'::jsonb
                                 else '{}' end end
    from chosen
$$;

-- Walks, and says what went wrong first, with the way to it. Null: nothing did.
create function public.walk(seed float8, steps int) returns text language plpgsql as $$
declare
    asked int;
    step record;
    result jsonb;
    way text := '';
    wrong text;
begin
    perform setseed(seed);
    asked := public.act('requester.ul', 'create_request', '{"from": "2027-03-10", "until": "2030-01-01",
        "sponsor": "sponsor.ul", "wishes": {"site": "LEI"}, "items": [{"height_u": 1, "draw_w": 100, "cords": 1},
        {"height_u": 2, "draw_w": 100, "cords": 1, "count": 2}]}') ->> 'request';
    perform public.act('requester.ul', 'submit', jsonb_build_object('request', asked)),
            public.act('sponsor.ul', 'endorse', jsonb_build_object('request', asked)),
            public.act('facility_manager.ul', 'review', jsonb_build_object('request', asked)),
            public.act('facility_manager.ul', 'hold', jsonb_build_object('request', asked, 'item', 1, 'until_date', '2027-03-20',
                                                                         'places', '[{"rack": "LEI/H1/R2", "unit": 9}]'::jsonb)),
            public.act('facility_manager.ul', 'hold', jsonb_build_object('request', asked, 'item', 2, 'until_date', '2027-03-25',
                                                                         'places', '[{"rack": "LEI/H1/R2", "unit": 20}]'::jsonb));
    for number in 1 .. steps loop
        if random() < 0.1 then
            perform set_config('polder.today', (guard.today() + 1 + floor(random() * 20)::int)::text, true);
            way := format('%s / %s', way, guard.today());
        end if;
        exit when (select r.state in ('rejected', 'withdrawn', 'expired', 'removed') from polder.request r where r.id = asked);
        select * into step from public.draw(asked);
        result := public.act(step.who, step.intention, step.arguments);
        continue when result ? 'sqlstate';
        way := format('%s / %s %s: %s', way, step.intention, step.arguments - 'request', result ->> 'state');
        wrong := public.miscounted(asked);
        if wrong is null and random() < 0.2 then
            wrong := public.misoffered(asked);
        end if;
        -- What has lapsed is put away by whoever comes next.
        perform api.lapse_holds();
        wrong := coalesce(wrong, public.misplaced(asked), public.stranded(asked), public.miscounted(asked));
        exit when wrong is not null;
    end loop;
    wrong := coalesce(wrong, (select format('check: %s', c) from guard.check() c where not c.covered limit 1));
    raise exception using errcode = 'WALK0', message = coalesce(wrong || ' after' || way, '');
exception when sqlstate 'WALK0' then
    return nullif(sqlerrm, '');
end
$$;

select plan(1);
select is_empty($$ select n, w from generate_series(1, 7) n, lateral public.walk(n / 100.0, 30) w where w is not null $$,
                'seven walks leave no piece behind');
select * from finish();
rollback;
