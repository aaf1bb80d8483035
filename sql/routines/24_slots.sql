-- Places with a number: the 0U slots of a rack, the bays of a chassis. One box a slot, nothing beside it, so what is in the
-- way has no size. What is in a chassis follows it: whoever changes the chassis changes where its contents weigh and draw,
-- in the same statement, and the guard judges the two together. A chassis does not leave what is in it: that has to end
-- before, or with it.

-- 'LEIDEN/DC1/C09 slot 2'
create function guard.slot_name(rack int, slot int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return guard.rack_name(rack) || ' slot ' || slot;
end
$$;

-- 'LEIDEN/DC1/C09 U12 bay 3': where the chassis is on the first of these days on which it has a place, or has one at all;
-- where it has been given up, where it would have been.
create function guard.bay_name(chassis int, bay int, period daterange) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return concat_ws(' ', (select guard.place_name(c.rack_id, c.position_hu)
                           from placement c
                           where c.equipment_id = chassis and c.rack_id is not null
                           order by c.state = 'released', c.during && period desc, lower(c.during) limit 1),
                     'bay', (select b.name from model_bay b where b.id = bay));
end
$$;

-- The racks in which these chassis are or will be.
create function guard.racks_under(chassis int[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(select distinct c.rack_id from placement c
                 where c.equipment_id = any (chassis) and c.rack_id is not null and c.state <> 'released');
end
$$;

-- These placements with all that hangs together with them: what is in them, other places of the same devices (where one
-- ends and the other begins, in one statement), and of the chassis that they are in, or were (around).
create function guard.family(ids int[], around int[] default '{}') returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with own as materialized (
            select p.equipment_id, p.chassis_id from placement p where p.id = any (ids)
        ), inside as materialized (
            select i.id from own o join placement i on i.chassis_id = o.equipment_id where i.state <> 'released'
        )
        select unnest(ids)
        union
        select i.id from inside i
        union
        select c.id
        from (select unnest(around) as id
              union select o.equipment_id from own o
              union select o.chassis_id from own o where o.chassis_id is not null) k
        join placement c on c.equipment_id = k.id and c.state <> 'released');
end
$$;

-- Slots that would hold two, for each of those that have just come.
create function guard.slots_taken(fresh polder.slot_box[], asked int[] default '{}') returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with taken as (
            select f.placement_id, f.rack_id, f.chassis_id, f.slot, f.during, o.during * f.during as common
            from unnest(fresh) f
            join slot_box o on o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot and o.during && f.during
            union all
            select f.placement_id, f.rack_id, f.chassis_id, f.slot, f.during, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot
                                and o.during && f.during and o.placement_id <> f.placement_id
            where f.placement_id = any (asked) or o.placement_id <> all (asked)
        )
        select row(t.placement_id, 'S1', case when t.chassis_id = 0 then guard.slot_name(t.rack_id, t.slot)
                                              else guard.bay_name(t.chassis_id, t.slot, range_merge(range_agg(t.during))) end,
                   null, 1, 1, 1, 'pieces', '', '', range_merge(range_agg(t.common)), '')::polder.misfit
        from taken t
        group by t.placement_id, t.rack_id, t.chassis_id, t.slot);
end
$$;

-- Of these placements those that are in a chassis which has no such bay, or on days on which it has no place: new in it, or
-- left behind by it.
create function guard.out_of_chassis(ids int[]) returns setof polder.misfit
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select p.id, 'S1', guard.bay_name(p.chassis_id, p.bay_id, p.during), null::int, 1::bigint, v.used, 0::bigint, 'pieces', '', '',
           daterange(v.day, upper(p.during)), ''
    from placement p
    join model_bay b on b.id = p.bay_id
    join equipment c on c.id = p.chassis_id
    cross join lateral (
        select 0::bigint as used, lower(p.during) as day where b.model_id is distinct from c.model_id
        union all
        select null, lower(datemultirange(p.during)
                           - coalesce((select range_agg(k.during) from placement k
                                       where k.equipment_id = c.id and k.rack_id is not null and k.state <> 'released'), '{}'))
    ) v
    -- What is contested has a finding of its own, and no place.
    where p.id = any (ids) and p.state <> 'released' and not p.contested and v.day is not null;
end
$$;

-- P2 where a chassis has contents that draw through its cords: the most that an outlet carries on a phase with them, and
-- from which day it is too much. In the place of what the chassis alone puts there.
create function guard.with_contents(misfits polder.misfit[], placed guard.standing[]) returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    inside int[] := array(select i.id from unnest(placed) c join placement i on i.chassis_id = c.equipment_id
                          where c.slot is null and cardinality(c.outlet_ids) > 0);
    contents guard.standing[] := array(select s from guard.standing s where s.placement_id = any (inside) and s.cord_count = 0);
    joint polder.misfit[];
begin
    if contents = '{}' then
        return misfits;
    end if;
    joint := array(
        with cord as materialized (
            select c.placement_id, c.equipment_id, c.during, u.id as outlet_id, u.node_id, u.name, w.source_id,
                   u.max_ma::bigint * n.voltage_ln as capacity,
                   case when u.phases = '123' then 3 else 1 end * w.living::bigint as parts
            from unnest(placed) c
            cross join lateral unnest(c.outlet_ids) a (id)
            join outlet u on u.id = a.id
            join node n on n.id = u.node_id
            cross join lateral guard.fewest_left(c.cords, u.node_id) w
            where c.slot is null and exists (select from unnest(contents) i where i.chassis_id = c.equipment_id)
        ), level as (
            select c.placement_id, c.outlet_id, d.day,
                   sum(sum(d.sign * ((w.draw_mw * 1000 + c.parts * w.power_factor_permille - 1)
                                     / (c.parts * w.power_factor_permille))))
                       over (partition by c.placement_id, c.outlet_id order by d.day) as mva
            from cord c
            join (select p.equipment_id, p.during, p.draw_mw, p.power_factor_permille from unnest(placed) p where p.slot is null
                  union all
                  select i.chassis_id, i.during, i.draw_mw, i.power_factor_permille from unnest(contents) i) w
                 on w.equipment_id = c.equipment_id and w.during && c.during
            cross join lateral (values (1, lower(w.during * c.during)), (-1, upper(w.during * c.during))) d (sign, day)
            where d.day is not null
            group by c.placement_id, c.outlet_id, d.day
        )
        select row(c.placement_id, 'P2', guard.node_name(c.node_id) || ':' || c.name, c.node_id, max(v.mva), 0, c.capacity,
                   'mVA', '', coalesce(guard.node_name(c.source_id), ''),
                   daterange(min(v.day), upper(c.during)), '')::polder.misfit
        from cord c
        join level v on v.placement_id = c.placement_id and v.outlet_id = c.outlet_id and v.mva > c.capacity
        group by c.placement_id, c.outlet_id, c.node_id, c.name, c.capacity, c.source_id, c.during);
    return joint || array(select m from unnest(misfits) m
                          where m.rule <> 'P2' or not exists (select from unnest(joint) j
                                                              where j.placement_id = m.placement_id and j.place = m.place));
end
$$;
