-- What stands above the bookings changes too: a UPS is derated, a PDU is fed from elsewhere, a quota is lowered. That must
-- be recordable, so it is never refused; the bookings that it breaks become findings.

-- Violations become findings, in the place of what was found at these nodes before.
create function guard.find(nodes int[], violations guard.violation[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update finding set resolved_on = guard.today()
    where node_id = any (nodes) and placement_id is null and resolved_on is null and kind in ('violation', 'unknown');
    insert into finding (rule, kind, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on)
    select v.rule, case when v.capacity is null then 'unknown' else 'violation' end, v.node_id, n.rack_id, n.site_id,
           v.requested, v.used, v.capacity, v.unit, daterange(v.date, null),
           concat_ws(' ', v.place, nullif(v.quantity, ''), nullif(v.failing, '')), guard.today()
    from unnest(violations) v left join node n on n.id = v.node_id;
end
$$;

-- Judges all that stands at these nodes, as if it were new.
create function guard.review_nodes(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    steps polder.ledger[] := array(select l from ledger l where l.node_id = any (nodes));
begin
    perform guard.lower_bounds(nodes, (select min(s.day) from unnest(steps) s));
    perform guard.find(nodes, array(select v from guard.over_limit(nodes, steps, '{}') v));
    -- Bookings to come have to do with the days to come.
    perform guard.lower_bounds(nodes, guard.today());
end
$$;

-- Before it is looked whether anything stands at these nodes: the first booking of one may be under way. A node that is in
-- no data centre may be loaded from any.
create function guard.lock_nodes(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    sites int[] := array(select distinct n.site_id from node n where n.id = any (nodes));
begin
    if array_position(sites, null) is not null then
        sites := array(select s.id from site s);
    end if;
    perform guard.lock_sites(sites);
end
$$;

create function guard.review_limits() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    nodes int[] := array(select distinct l.node_id from new_rows l);
begin
    perform guard.lock_nodes(nodes);
    nodes := array(select distinct g.node_id from ledger_peak g where g.node_id = any (nodes));
    if nodes <> '{}' then
        perform guard.review_nodes(nodes);
    end if;
    return null;
end
$$;
create trigger review_insert after insert on polder.node_limit
    referencing new table as new_rows for each statement execute function guard.review_limits();
create trigger review_update after update on polder.node_limit
    referencing new table as new_rows for each statement execute function guard.review_limits();

create function guard.forget_old_limits() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    nodes int[] := array(select distinct l.node_id from old_rows l);
begin
    perform guard.lock_nodes(nodes);
    perform guard.forget_limits(nodes);
    return null;
end
$$;
create trigger forget_update after update on polder.node_limit
    referencing old table as old_rows for each statement execute function guard.forget_old_limits();
create trigger forget_delete after delete on polder.node_limit
    referencing old table as old_rows for each statement execute function guard.forget_old_limits();

-- A line of an agreement is a node, and its quota is the node's limit.
create function guard.limit_by_quota() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into node_limit (node_id, from_date, normal_main, source)
    select l.node_id, '2000-01-01', floor(l.quota * u.base_per_unit), 'agreement'
    from new_rows l join unit u on u.code = l.unit
    on conflict (node_id, from_date) do update set normal_main = excluded.normal_main;
    return null;
end
$$;
create trigger limit_insert after insert on polder.agreement_line
    referencing new table as new_rows for each statement execute function guard.limit_by_quota();
create trigger limit_update after update on polder.agreement_line
    referencing new table as new_rows for each statement execute function guard.limit_by_quota();

-- Re-parenting moves the load of everything below to other nodes.
create function guard.trace_moved() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    moved int[] := array(select id from (select id, parent_id, kind from new_rows
                                         except select id, parent_id, kind from old_rows) m);
    other_days int[] := array(select o.id from old_rows o join new_rows n on n.id = o.id where n.during <> o.during);
    booked int[];
begin
    if moved || other_days = '{}' then
        return null;
    end if;
    perform guard.lock_nodes(moved || other_days);
    perform guard.forget_limits(other_days);
    if moved = '{}' then
        return null;
    end if;
    booked := array(select distinct c.placement_id
                    from node_path p join connection c on c.node_id = p.node_id
                    where p.ancestor_id = any (moved));
    perform guard.trace(moved);
    if booked <> '{}' then
        perform guard.settle(booked, '{}', refuse => false);
    end if;
    return null;
end
$$;
create trigger trace_update after update on polder.node
    referencing old table as old_rows new table as new_rows for each statement execute function guard.trace_moved();

-- Derived tables have no foreign keys (0008_placements.sql): what stands in them does not go.
create function guard.keep_loaded_node() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.lock_nodes(array[old.id]);
    if exists (select from ledger where node_id = old.id) or exists (select from connection where node_id = old.id) then
        raise exception 'a node with bookings is taken out of service by its dates, not deleted'
            using errcode = 'foreign_key_violation';
    end if;
    delete from ledger_peak where node_id = old.id;
    delete from node_path where node_id = old.id;
    delete from cord_share where cords in (select cords from cord_share where node_id = old.id);
    return old;
end
$$;
create trigger keep_loaded before delete on polder.node for each row execute function guard.keep_loaded_node();
