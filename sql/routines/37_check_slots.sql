-- check's part about 0U slots and bays, from the bare rows: pairs are compared with each other, days are counted.

create function guard.check_slots() returns table (placement_id int, found guard.violation)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
begin
    return query
    with numbered as materialized (
        select p.id, coalesce(p.chassis_id, -p.rack_id) as holder, coalesce(p.bay_id, p.zero_u_slot) as slot,
               p.chassis_id, p.zero_u_slot, p.bay_id, r.zero_u_slots, r.during as rack_during,
               lower(p.during) as from_day, coalesce(upper(p.during), 'infinity') as until_day, p.during,
               case when p.chassis_id is null then guard.rack_name(p.rack_id) || ' slot ' || p.zero_u_slot
                    else guard.bay_name(p.chassis_id, p.bay_id, p.during) end as place
        from check_booked p left join rack r on r.id = p.rack_id
        -- What is contested has a finding of its own, and no place.
        where not p.lapsed and not p.contested and (p.zero_u_slot is not null or p.bay_id is not null)
    ), there as materialized (
        -- The days on which a chassis is in some rack, from one gap to the next.
        select s.chassis_id, min(s.from_day) as from_day, max(s.until_day) as until_day
        from (select t.*, count(*) filter (where t.starts) over (partition by t.chassis_id order by t.from_day, t.id) as stretch
              from (select c.id, c.equipment_id as chassis_id, lower(c.during) as from_day, coalesce(upper(c.during), 'infinity') as until_day,
                           coalesce(lower(c.during) > max(coalesce(upper(c.during), 'infinity'))
                                        over (partition by c.equipment_id order by lower(c.during), c.id
                                              rows between unbounded preceding and 1 preceding), true) as starts
                    from check_booked c
                    where not c.lapsed and c.rack_id is not null
                      and c.equipment_id in (select n.chassis_id from numbered n)) t) s
        group by s.chassis_id, s.stretch
    )
    select a.id, row('S1', a.place, null, 1, 1, 1, 'pieces', '', '', greatest(a.from_day, b.from_day))::guard.violation
    from numbered a
    join numbered b on b.holder = a.holder and b.slot = a.slot and b.id < a.id
    where a.from_day < b.until_day and b.from_day < a.until_day
    union all
    select n.id, row('S1', n.place, null, 1, null, 0, 'pieces', '', '', n.from_day)::guard.violation
    from numbered n
    where n.chassis_id is null and (n.zero_u_slot > n.zero_u_slots or not n.rack_during @> n.during)
    union all
    select n.id, row('S1', n.place, null, 1, 0, 0, 'pieces', '', '', n.from_day)::guard.violation
    from numbered n
    join model_bay b on b.id = n.bay_id
    join equipment c on c.id = n.chassis_id
    where b.model_id is distinct from c.model_id
    union all
    select n.id, row('S1', n.place, null, 1, null, 0, 'pieces', '', '',
                     coalesce((select max(t.until_day) from there t
                               where t.chassis_id = n.chassis_id and t.from_day <= n.from_day and t.until_day > n.from_day),
                              n.from_day))::guard.violation
    from numbered n
    where n.chassis_id is not null
      and not exists (select from there t where t.chassis_id = n.chassis_id and t.from_day <= n.from_day and t.until_day >= n.until_day);
end
$$;
