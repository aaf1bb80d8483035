-- The record as it was known at an earlier generation, which the setting polder.as_known names.
--
--   past.*    every row as it was then, and what the guard derives from it: the owner's
--   known.*   the same tables as people see the present in polder.* and api.*, with the same columns and rights
--
-- Nothing is derived in two ways: the guard's views and functions that read placements and their surroundings are copied
-- here word for word, to read past.* instead of polder.*. Rights are those that the asker has now. Personal data are not
-- part of history: known.person_card is the present one.

create function past.generation() returns bigint
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select nullif(current_setting('polder.as_known', true), '')::bigint
$$;

-- The day from which it is looked at: a hold that had lapsed by then was free. It is the day that the setting
-- polder.as_known_on names, since holds lapse while nobody writes anything, and else that on which the generation was
-- made; not before that, nor after today.
create function past.today() returns date
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select greatest(day, least(nullif(current_setting('polder.as_known_on', true), '')::date, guard.today()))
    from change where generation = past.generation()
$$;

-- The newest generation at a number or by the end of a day, or of all; none: no row. Nothing is known yet of a day that
-- has not come. day: from which it is looked at, the one that was asked for or that on which the generation was made.
-- final: the answer will always be this one; of today it is not, until the day is over.
create function api.known_at(wanted bigint, by_day date)
    returns table (generation bigint, at timestamptz, day date, final boolean)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select c.generation, c.at, case when wanted is null then coalesce(by_day, c.day) else c.day end,
           coalesce(c.generation = wanted, by_day < guard.today(), false)
    from change c
    where c.generation is not null
      and case when wanted is not null then c.generation = wanted
               when by_day is not null then c.day <= by_day and by_day <= guard.today()
               else true end
    order by c.generation desc
    limit 1
$$;

-- Of each row the newest image.
do $$
declare
    tracked record;
begin
    for tracked in
        select c.relname as name,
               string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
               string_agg('h.' || quote_ident(a.attname), ', ' order by a.attnum) as images,
               (select string_agg('h.' || quote_ident(k.attname), ', ' order by k.attnum)
                from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
                where i.indrelid = format('polder.%I', c.relname)::regclass and i.indisprimary) as key
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                           and a.attname not in ('change_id', 'op', 'step')
        where c.relnamespace = 'history'::regnamespace and c.relkind = 'r'
        group by c.oid, c.relname
    loop
        execute format($make$
            create view past.%1$I as
                select %2$s
                from (select distinct on (%4$s) h.op, %3$s
                      from history.%1$I h
                      join polder.change c on c.id = h.change_id
                      where c.generation <= (select past.generation())
                      order by %4$s, c.generation desc, h.step desc) newest
                where op <> 'delete'
        $make$, tracked.name, tracked.columns, tracked.images, tracked.key);
    end loop;
end
$$;

create view past.node_path as
    with recursive up as (
        select n.id as node_id, n.id as ancestor_id, n.parent_id, 0 as distance
        from past.node n join past.node_kind k on k.code = n.kind
        where k.dimension = 'power'
        union all
        select up.node_id, n.id, n.parent_id, up.distance + 1 from up join past.node n on n.id = up.parent_id
    )
    select node_id, ancestor_id, distance::smallint from up;

create view past.lapsed as
    select p.id from past.placement p
    where p.state = 'held' and p.hold_until < (select past.today())
      and not exists (select from past.placement i
                      where i.chassis_id = p.equipment_id and i.during && p.during and i.state <> 'released'
                        and coalesce(i.hold_until >= (select past.today()), true));

-- What the guard derives, from the past: its own definitions, with other tables.
create function past.rewritten(definition text) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    name text;
begin
    for name in select c.relname from pg_class c where c.relnamespace = 'past'::regnamespace and c.relkind = 'v' loop
        definition := regexp_replace(definition, '\m(polder|guard)\.' || name || '\M', 'past.' || name, 'g');
    end loop;
    return replace(definition, 'search_path TO ''polder''', 'search_path TO ''past'', ''polder''');
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['policy', 'spot', 'standing', 'box_of', 'slot_of', 'cord_of', 'shape_of', 'owner_person'] loop
        execute format('create view past.%I as %s', name,
            case name
            -- What its subselects look up is read once, and not for each placement anew.
            when 'standing' then
                'with node as materialized (select * from past.node), agreement as materialized (select * from past.agreement),
                      outlet as materialized (select o.* from past.outlet o
                                              where o.id in (select unnest(p.outlet_ids) from past.placement p)) '
                || regexp_replace(past.rewritten(pg_get_viewdef('guard.standing'::regclass)),
                                  '\mpast\.(node|agreement|outlet)\M', '\1', 'g')
            else past.rewritten(pg_get_viewdef(format('guard.%I', name)::regclass)) end);
    end loop;
    foreach name in array array['shares_of', 'charge'] loop
        execute regexp_replace(past.rewritten(pg_get_functiondef(format('guard.%I', name)::regproc)),
                               '\mguard\.(shares_of|charge)\(', 'past.\1(', 'g');
    end loop;
end
$$;

create view past.box as
    select b.rack_id, b.hu, b.depth, b.width, b.during, b.placement_id, null::int as blocked_id
    from past.box_of b
    union all
    select b.rack_id, b.hu, int4range(0, r.usable_depth_mm), int4range(0, 2), b.during, null, b.id
    from past.blocked_unit b join past.rack r on r.id = b.rack_id;

create view past.slot_box as
    select b.rack_id, b.chassis_id, b.slot, b.during, b.placement_id from past.slot_of b;

create view past.floor_shape as select * from past.shape_of;

create view past.connection as
    select c.placement_id, c.cord, c.node_id, c.outlet_id, c.phases, c.during from past.cord_of c;

-- (In portions: an array has its limit.)
create view past.charge as
    select c.*
    from (select array_agg(s) as placed from past.standing s group by s.placement_id / 10000) p
    cross join lateral unnest(past.charge(p.placed, kept => false)) c;

create view past.ledger as
    select c.node_id, c.source_id, d.day,
           sum(d.sign * c.normal_main)::bigint as normal_main, sum(d.sign * c.normal_l1)::bigint as normal_l1,
           sum(d.sign * c.normal_l2)::bigint as normal_l2, sum(d.sign * c.normal_l3)::bigint as normal_l3,
           sum(d.sign * c.extra_main)::bigint as extra_main, sum(d.sign * c.extra_l1)::bigint as extra_l1,
           sum(d.sign * c.extra_l2)::bigint as extra_l2, sum(d.sign * c.extra_l3)::bigint as extra_l3
    from past.charge c
    cross join lateral (values (1, lower(c.during)), (-1, upper(c.during))) d (sign, day)
    where d.day is not null
    group by c.node_id, c.source_id, d.day;

-- What people may see of it. The anonymous views are functions here, which alone may read past.*.
do $$
declare
    name text;
begin
    foreach name in array array['occupancy', 'slot_use', 'bay_use', 'floor_occupancy', 'outlet_use', 'load_step'] loop
        execute format('create view past.%I as %s', name,
                       past.rewritten(pg_get_viewdef(format('api.%I', name)::regclass)));
        execute format($make$
            create function known.all_%1$s() returns setof past.%1$I
                language sql stable security definer set search_path = polder, guard, api, public, pg_temp
                set jit = off
                set enable_nestloop = off   -- everything is read; and a record just loaded has no statistics
            as 'select * from past.%1$I';
            create view known.%1$I as select * from known.all_%1$s();
            grant execute on function known.all_%1$s() to polder_person
        $make$, name);
    end loop;
end
$$;
create view known.person_card as select person_id, handle, name, email from api.person_card;
-- Nobody is offered to change the past, and no answer is owed in it.
create view known.request_offer as select request_id, intentions from api.request_offer where false;
create view known.request_clock as select request_id, decision_due from api.request_clock where false;

-- The tables: each row for whom polder's own policy shows it now. A policy that asks another table asks known's.
do $$
declare
    one record;
    waiting boolean := true;
begin
    while waiting loop
        waiting := false;
        for one in
            select c.relname as name, grants.columns,
                   regexp_replace(coalesce(string_agg(pg_get_expr(p.polqual, p.polrelid), ' or '), 'false'),
                                  '\mpolder\.', 'known.', 'g') as shown
            from pg_class c
            cross join lateral (
                select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
                from pg_attribute a cross join lateral aclexplode(a.attacl) g
                where a.attrelid = c.oid and not a.attisdropped and g.grantee = 'polder_person'::regrole
                  and g.privilege_type = 'SELECT'
                  and a.attname <> 'bytes') grants
            left join pg_policy p on p.polrelid = c.oid
            where c.relnamespace = 'polder'::regnamespace and c.relkind = 'r' and grants.columns is not null
              and to_regclass(format('past.%I', c.relname)) is not null
              and to_regclass(format('known.%I', c.relname)) is null
            group by c.oid, c.relname, grants.columns
            order by c.relname
        loop
            if exists (select from regexp_matches(one.shown, '\mknown\.(\w+)', 'g') m
                       where to_regclass('known.' || m[1]) is null) then
                waiting := true;
                continue;
            end if;
            execute format('create view known.%1$I with (security_barrier) as '
                           'select %2$s from past.%1$I where (select guard.is_tool()) or (%3$s)',
                           one.name, one.columns, one.shown);
        end loop;
    end loop;
end
$$;

-- Who was named then; who holds an office today is told.
create view known.owner_person with (security_barrier) as
    select o.equipment_id, o.person_id, o.office from past.owner_person o
    where (select guard.is_tool()) or exists (select from guard.visible_equipment v where v.id = o.equipment_id);

grant usage on schema known to polder_person;
grant execute on function past.generation(), past.today() to polder_person;
do $$
declare
    one record;
begin
    for one in select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
               from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
               where c.relnamespace = 'known'::regnamespace and c.relkind = 'v'
               group by c.relname loop
        execute format('grant select (%s) on known.%I to polder_person', one.columns, one.name);
    end loop;
end
$$;
