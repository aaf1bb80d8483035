-- When the guard is called.

create function guard.settle_booked() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    ids int[];
    devices int[];
    racks int[];
    rooms int[];
    chassis int[];
    booked boolean;
begin
    select array_agg(id order by id), array_agg(equipment_id), array_agg(rack_id), array_agg(room_id),
           array_agg(chassis_id) filter (where chassis_id is not null), bool_or(not inherited)
    into ids, devices, racks, rooms, chassis, booked
    from new_rows;
    if ids is null then
        return null;
    end if;
    if chassis is not null then
        racks := racks || guard.racks_under(chassis);
    end if;
    perform guard.lock_for(devices, racks, rooms);
    if not booked then
        perform guard.contest(ids);
    end if;
    perform guard.settle(ids, case when booked then 'booking' else 'import' end, fresh => booked,
                         chassis => coalesce(chassis, '{}'));
    if not booked then
        perform guard.block_contested(ids);
    end if;
    return null;
end
$$;
create trigger settle_insert after insert on polder.placement
    referencing new table as new_rows for each statement execute function guard.settle_booked();

-- Only placements of which something changed that counts. Aggregates instead of a join of old with new rows: linear,
-- whatever plan was kept from a smaller statement.
create function guard.settle_rebooked() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    ids int[];
    moved int[];
    turned int[];
    devices int[];
    racks int[];
    rooms int[];
    chassis int[];
    set_aside int[];
begin
    select array_agg(v.id order by v.id), array_agg(v.id) filter (where v.moved),
           array_agg(v.id) filter (where v.moved or v.turned)
    into ids, moved, turned
    from (select b.id, count(distinct b.place) > 1 as moved, count(distinct b.way) > 1 as turned
          from (select id, during,
                       row(equipment_id, rack_id, room_id, chassis_id, bay_id, position_hu, zero_u_slot, x_mm, y_mm,
                           state = 'released') as place,
                       row(face, half, orientation_deg, outlet_ids, node_ids) as way,
                       row(contested, inherited) as rest
                from new_rows
                union all
                select id, during,
                       row(equipment_id, rack_id, room_id, chassis_id, bay_id, position_hu, zero_u_slot, x_mm, y_mm,
                           state = 'released'),
                       row(face, half, orientation_deg, outlet_ids, node_ids), row(contested, inherited)
                from old_rows) b
          group by b.id
          having count(distinct b.place) > 1 or count(distinct b.way) > 1 or count(distinct b.rest) > 1
              or count(distinct b.during) > 1) v;
    if ids is null then
        return null;
    end if;
    select array_agg(distinct equipment_id), array_agg(distinct rack_id), array_agg(distinct room_id),
           array_agg(distinct coalesce(chassis_id, equipment_id))
               filter (where chassis_id is not null
                             or exists (select from placement i where i.chassis_id = here.equipment_id))
    into devices, racks, rooms, chassis
    from (select equipment_id, rack_id, room_id, chassis_id from new_rows
          union all select equipment_id, rack_id, room_id, chassis_id from old_rows) here;
    if chassis is not null then
        racks := racks || guard.racks_under(chassis);
    end if;
    perform guard.lock_for(devices, racks, rooms);
    if chassis is not null and moved is not null then
        -- What is in a chassis moves with it.
        moved := moved || array(select i.id from placement c join placement i on i.chassis_id = c.equipment_id
                                where c.id = any (moved));
    end if;
    -- Whoever takes another place asks for it anew, whatever did not fit before: it overlaps nothing there, and what nobody
    -- knows takes nothing new (what guard.out_of_place says).
    if turned is not null then
        delete from misfit
        where placement_id = any (turned) and rule in ('S1', 'P1') and used > 0
           or placement_id = any (moved) and rule in ('S1', 'S3', 'C1', 'G4', 'N1');
    end if;
    set_aside := array(select id from old_rows where contested);
    if set_aside <> '{}' then
        perform guard.unblock_contested(set_aside);
    end if;
    -- Within an import the guard itself marks what is contested.
    perform guard.settle(ids, case when pg_trigger_depth() = 1 or exists (select from new_rows where not inherited)
                                   then 'booking' else 'import' end, chassis => coalesce(chassis, '{}'));
    if set_aside <> '{}' then
        perform guard.block_contested(set_aside);
    end if;
    return null;
end
$$;
create trigger settle_update after update on polder.placement
    referencing old table as old_rows new table as new_rows for each statement execute function guard.settle_rebooked();

create function guard.refuse_deletion() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as('kept_booking', jsonb_build_object('state', null, 'intention', 'delete',
                                                               'allowed', '{ended,released}'::text[]));
end
$$;
create trigger keep_bookings before delete on polder.placement
    for each statement execute function guard.refuse_deletion();

-- The first booking of a session plans all that the guard does, which takes ten times as long as the booking. That is
-- done before the data centre is locked, so that nobody waits for it but the one who books. (What a session sets is
-- taken back with a refused booking; then this runs again, over plans that are there.)
create function guard.warm_up() returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform set_config('polder.warm', 'yes', false);
    perform guard.settle('{}', 'booking', fresh => true);
    perform guard.enter('{}', '{}');
    perform guard.overloads('{}', '{}');
    perform guard.overlaps('{}');
    perform guard.slots_taken('{}');
    perform guard.outlets_taken('{}');
    if current_setting('polder.intention', true) <> '' then
        perform guard.note_warnings('{}');
    end if;
end
$$;

-- Locks the data centres of these racks and rooms, then puts away what has lapsed there. A guest's quota counts in all of
-- a host's data centres. Reads nothing but where the racks are and whose the devices are, which no booking changes.
-- owners: of devices that are still to be made.
create function guard.lock_for(devices int[], racks int[], rooms int[], owners int[] default '{}') returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    sites int[];
    hosts int[];
    today date := guard.today();
    overdue boolean := exists (select from placement p where p.state = 'held' and p.hold_until < today);
    all_of_hosts boolean := false;
begin
    if current_setting('polder.warm', true) is distinct from 'yes' then
        perform guard.warm_up();
    end if;
    select coalesce(array_agg(s.id), '{}'), coalesce(array_agg(s.organisation_id), '{}') into sites, hosts
    from site s
    where s.id in (select o.site_id from room o
                   where o.id = any (rooms || array(select r.room_id from rack r where r.id = any (racks))));
    if devices <> '{}' then
        all_of_hosts := exists (select from equipment e
                                where e.id = any (devices)
                                  and (e.owner_id <> any (hosts)
                                       -- what is in it may be anybody's
                                       or exists (select from placement i where i.chassis_id = e.id)));
    end if;
    if owners <> '{}' then
        all_of_hosts := all_of_hosts or exists (select from unnest(owners) owner where owner <> any (hosts));
    end if;
    -- What is about to be put away: locking the others only then would be out of their order.
    if overdue then
        all_of_hosts := all_of_hosts
                        or exists (select from placement p join equipment e on e.id = p.equipment_id
                                   left join rack r on r.id = p.rack_id
                                   left join room o on o.id = coalesce(r.room_id, p.room_id)
                                   where p.state = 'held' and p.hold_until < today and o.site_id = any (sites)
                                     and e.owner_id <> any (hosts));
    end if;
    if all_of_hosts then
        sites := array(select s.id from site s where s.organisation_id = any (hosts));
    end if;
    perform guard.lock_sites(sites);
    if overdue then
        perform guard.lapse(sites);
    end if;
end
$$;

-- Equipment that changes what it fills, weighs or draws changes every booking of it.
create function guard.settle_equipment() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    changed int[] := array(
        select id
        from (select id, owner_id, model_id, height_hu, depth_mm, weight_g, accessory_g, budgeted_w, nameplate_w,
                     power_factor_permille, cords, phases, plug, width_mm, height_mm, airflow, ducted, inlet_min_mc,
                     inlet_max_mc, drift_mk_per_h, data_class, medical, personal_data, availability_class, system_id, ports
                     from new_rows
              except
              select id, owner_id, model_id, height_hu, depth_mm, weight_g, accessory_g, budgeted_w, nameplate_w,
                     power_factor_permille, cords, phases, plug, width_mm, height_mm, airflow, ducted, inlet_min_mc,
                     inlet_max_mc, drift_mk_per_h, data_class, medical, personal_data, availability_class, system_id, ports
                     from old_rows) e);
    booked placement[];
begin
    if changed = '{}' then
        return null;
    end if;
    -- A first booking may be under way: it holds the key of its equipment, so wait for it before looking. (Who reads an
    -- old snapshot would not see it then; locking every data centre ends that with 40001.)
    perform from equipment e where e.id = any (changed) order by e.id for update;
    if current_setting('transaction_isolation') <> 'read committed' then
        perform guard.lock_sites(array(select s.id from site s));
    end if;
    booked := array(select p from placement p where p.equipment_id = any (changed) and p.state <> 'released' order by p.id);
    if booked = '{}' then
        return null;
    end if;
    perform guard.lock_for(array(select p.equipment_id from unnest(booked) p),
                           array(select p.rack_id from unnest(booked) p)
                           || guard.racks_under(array(select p.chassis_id from unnest(booked) p)),
                           array(select p.room_id from unnest(booked) p));
    perform guard.settle(array(select p.id from unnest(booked) p), 'booking');
    return null;
end
$$;
create trigger settle_equipment after update on polder.equipment
    referencing old table as old_rows new table as new_rows for each statement execute function guard.settle_equipment();

-- Units out of service.
create function guard.settle_blocked() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    fresh polder.box[];
    met polder.misfit[];
begin
    perform guard.lock_and_clear(array(select distinct o.site_id from new_rows b join rack r on r.id = b.rack_id
                                   join room o on o.id = r.room_id));
    delete from box where blocked_id in (select id from new_rows);
    fresh := array(select row(0, b.rack_id, b.hu, int4range(0, r.usable_depth_mm), int4range(0, 2), b.during, null, b.id)::polder.box
                   from new_rows b join rack r on r.id = b.rack_id);
    met := guard.overlaps(fresh);
    if met <> '{}' then
        perform guard.refuse(array(select guard.violation_of(m) from unnest(met) m where m.placement_id is null));
    end if;
    insert into box (rack_id, hu, depth, width, during, blocked_id)
    select f.rack_id, f.hu, f.depth, f.width, f.during, f.blocked_id from unnest(fresh) f;
    return null;
end
$$;
create trigger settle_insert after insert on polder.blocked_unit
    referencing new table as new_rows for each statement execute function guard.settle_blocked();
create trigger settle_update after update on polder.blocked_unit
    referencing new table as new_rows for each statement execute function guard.settle_blocked();
create function guard.free_blocked() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    delete from box where blocked_id = old.id;
    return old;
end
$$;
create trigger free_blocked before delete on polder.blocked_unit for each row execute function guard.free_blocked();
