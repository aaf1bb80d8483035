-- Network ports of a rack, a row or a room, rule N1: each kind of port (speed, medium, out-of-band) there is a node, and
-- a booking that wants ports puts them on the node of its rack; where the rack has none of that kind, on its row's. A
-- rack's own are not helped out by its row: whoever patches must know which they are. Those of a room are for what
-- stands on its floor.
--
-- Whether too few refuse or warn is a setting, network_ports_refuse. Where they only warn, the node is not limited
-- (normal_main is null) and the warning looks at rating_main (57_warnings.sql).

create function guard.make_ports_node() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into node (kind, site_id, room_id, name)
    select 'ports', o.site_id, o.id,
           o.code || coalesce('/' || r.code, ' row ' || w.code, '') || ' '
           || guard.port_name(new.speed_mbps, new.medium, new.out_of_band)
    from (select new.rack_id, new.row_id, new.room_id) p
    left join rack r on r.id = p.rack_id
    left join rack_row w on w.id = p.row_id
    join room o on o.id = coalesce(r.room_id, w.room_id, p.room_id)
    returning id into new.node_id;
    return new;
end
$$;
create trigger make_node before insert or update on polder.network_ports
    for each row when (new.node_id is null) execute function guard.make_ports_node();

-- What these nodes may carry. A day from which somebody has set another limit keeps its rating.
create function guard.limit_ports(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    first_day constant date := '2000-01-01';
    refuse boolean := (select network_ports_refuse from policy);
begin
    insert into node_limit (node_id, from_date, normal_main, rating_main, source)
    select p.node_id, first_day, case when refuse then p.ports end, p.ports, 'network ports'
    from network_ports p
    where p.node_id = any (nodes)
      and not exists (select from node_limit l where l.node_id = p.node_id and l.from_date = first_day);
    update node_limit l
    set rating_main = p.rating, normal_main = case when refuse then p.rating end
    from (select l.id, case when l.from_date = first_day then n.ports else l.rating_main end as rating
          from network_ports n join node_limit l on l.node_id = n.node_id
          where n.node_id = any (nodes)) p
    where l.id = p.id
      and (l.rating_main, l.normal_main) is distinct from (p.rating, case when refuse then p.rating end);
end
$$;

-- Bookings in these racks and rows, and on the floor of these rooms, ask for ports from where they are now.
create function guard.plug_anew(racks int[], rows int[], rooms int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    sites int[] := array(select distinct o.site_id from rack r join room o on o.id = r.room_id
                         where r.id = any (racks) or r.row_id = any (rows)
                         union
                         select o.site_id from room o where o.id = any (rooms));
    ids int[];
begin
    perform guard.lock_and_clear(sites);
    ids := array(select distinct p.placement_id
                 from rack r join guard.spot p on p.rack_id = r.id join equipment e on e.id = p.equipment_id
                 where (r.id = any (racks) or r.row_id = any (rows)) and e.ports <> '[]'
                 union
                 select p.placement_id
                 from guard.spot p join equipment e on e.id = p.equipment_id
                 where p.room_id = any (rooms) and e.ports <> '[]');
    if ids <> '{}' then
        perform guard.settle(ids, 'change');
    end if;
end
$$;

-- Where too few refuse, bookings that want ports of which nobody knows stand there against the rule: said once a rack or
-- room and kind of port, for as long as it is so.
create function guard.find_unknown_ports() returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    racks int[];
    sites int[];
    unknown guard.violation[];
    fresh guard.violation[];
begin
    select coalesce(array_agg(u.rack_id), '{}'), coalesce(array_agg(u.site_id), '{}'),
           coalesce(array_agg(row('N1', u.place, null, u.ports, null, null, 'pieces', '', '', u.day)::guard.violation), '{}')
    into racks, sites, unknown
    from (select r.id as rack_id, o.site_id,
                 coalesce(guard.rack_name(r.id), guard.room_name(o.id)) || ' '
                 || guard.port_name(w.speed_mbps, w.medium, w.out_of_band) as place,
                 sum(w.ports) as ports, min(lower(p.during)) as day
          from equipment e
          join guard.spot p on p.equipment_id = e.id
          left join rack r on r.id = p.rack_id
          join room o on o.id = coalesce(r.room_id, p.room_id)
          cross join lateral guard.ports_of(e.ports) w
          where e.ports <> '[]' and (select network_ports_refuse from policy)
            and not exists (select from network_ports n
                            where (n.rack_id = r.id or n.row_id = r.row_id or n.room_id = p.room_id)
                              and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band))
          group by r.id, o.id, w.speed_mbps, w.medium, w.out_of_band) u;
    fresh := array(select v from unnest(unknown) v
                   where not exists (select from finding f where f.rule = 'N1' and f.kind = 'unknown' and f.node_id is null
                                                             and f.resolved_on is null and f.text = v.place));
    perform guard.demand_reason(fresh, '{}', '{}');
    update finding f set resolved_on = guard.today()
    where f.rule = 'N1' and f.kind = 'unknown' and f.node_id is null and f.resolved_on is null
      and f.text not in (select v.place from unnest(unknown) v);
    insert into finding (rule, kind, rack_id, site_id, requested, unit, during, text, found_on)
    select 'N1', 'unknown', racks[v.n], sites[v.n], v.requested, v.unit, daterange(v.date, null), v.place, guard.today()
    from unnest(unknown) with ordinality v (rule, place, node_id, requested, used, capacity, unit, quantity, failing, date, n)
    where v.place in (select f.place from unnest(fresh) f);
end
$$;

create function guard.keep_ports() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    fresh polder.network_ports[];
begin
    if tg_op = 'DELETE' then
        -- What is in use does not go (guard.keep_loaded_node); there may be none left of it.
        delete from node_limit where node_id in (select node_id from old_rows);
        delete from node where id in (select node_id from old_rows);
        perform guard.find_unknown_ports();
        return null;
    elsif tg_op = 'INSERT' then
        fresh := array(select n from new_rows n);
    else
        if exists (select id, rack_id, row_id, room_id, speed_mbps, medium, out_of_band from new_rows
                   except select id, rack_id, row_id, room_id, speed_mbps, medium, out_of_band from old_rows) then
            perform guard.refuse_value('network_ports', null, 'own_row');
        end if;
        fresh := array(select n from new_rows n where n.node_id not in (select node_id from old_rows where node_id is not null));
    end if;
    perform guard.limit_ports(array(select node_id from new_rows));
    if fresh <> '{}' then
        perform guard.plug_anew(array(select f.rack_id from unnest(fresh) f), array(select f.row_id from unnest(fresh) f),
                                array(select f.room_id from unnest(fresh) f));
        perform guard.find_unknown_ports();
    end if;
    return null;
end
$$;
create trigger keep_insert after insert on polder.network_ports
    referencing new table as new_rows for each statement execute function guard.keep_ports();
create trigger keep_update after update on polder.network_ports
    referencing old table as old_rows new table as new_rows for each statement execute function guard.keep_ports();
create trigger keep_delete after delete on polder.network_ports
    referencing old table as old_rows for each statement execute function guard.keep_ports();

-- The setting changes what all of them may carry: never refused, what it breaks is found.
create function guard.limit_all_ports() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if exists (select from changed where key = 'network_ports_refuse' and organisation_id is null) then
        perform guard.limit_ports(array(select node_id from network_ports));
        perform guard.find_unknown_ports();
    end if;
    return null;
end
$$;
create trigger limit_ports_insert after insert on polder.setting
    referencing new table as changed for each statement execute function guard.limit_all_ports();
create trigger limit_ports_update after update on polder.setting
    referencing new table as changed for each statement execute function guard.limit_all_ports();
create trigger limit_ports_delete after delete on polder.setting
    referencing old table as changed for each statement execute function guard.limit_all_ports();
