-- What stands above the bookings changes too: a UPS is derated, a PDU is fed from elsewhere, a quota is lowered. That must
-- be recordable: with a reason (33_reasons.sql) it is, and the bookings that it breaks become findings.

-- Before it is looked whether anything stands at these nodes: the first booking of one may be under way. A node that is in
-- no data centre may be loaded from any.
create function guard.lock_nodes(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.lock_and_clear(guard.known_sites(array(select distinct n.site_id from node n where n.id = any (nodes))));
end
$$;

-- Limits come, change and go. Of a row with a reason of its own nobody need ask for one.
create function guard.review_limits() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    gone node_limit[] := '{}';
    come node_limit[] := '{}';
    nodes int[];
    why text;
begin
    if tg_op <> 'INSERT' then
        gone := array(select l from old_rows l);
    end if;
    if tg_op <> 'DELETE' then
        come := array(select l from new_rows l);
        select string_agg(distinct c.reason, '; ') into why
        from unnest(come) c
        where btrim(c.reason) <> ''
          and not exists (select from unnest(gone) g where (g.node_id, g.from_date, g.reason) = (c.node_id, c.from_date, c.reason))
        having count(*) = cardinality(come);
    end if;
    nodes := array(select distinct l.node_id from unnest(gone || come) l);
    perform guard.lock_nodes(nodes);
    perform guard.review_nodes(nodes, array(
        select l from node_limit l
        where l.node_id = any (nodes) and not exists (select from unnest(come) c where c.id = l.id)
        union all
        select g from unnest(gone) g), '{}', why);
    return null;
end
$$;
create trigger review_insert after insert on polder.node_limit
    referencing new table as new_rows for each statement execute function guard.review_limits();
create trigger review_update after update on polder.node_limit
    referencing old table as old_rows new table as new_rows for each statement execute function guard.review_limits();
create trigger review_delete after delete on polder.node_limit
    referencing old table as old_rows for each statement execute function guard.review_limits();

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
    moved int[] := array(select id from (select id, parent_id, kind, phases from new_rows
                                         except select id, parent_id, kind, phases from old_rows) m);
    other_days polder.node[] := array(select o from old_rows o join new_rows n on n.id = o.id where n.during <> o.during);
    booked int[];
begin
    if moved = '{}' and other_days = '{}' then
        return null;
    end if;
    perform guard.lock_nodes(moved || array(select o.id from unnest(other_days) o));
    if other_days <> '{}' then
        perform guard.review_nodes(array(select o.id from unnest(other_days) o),
                                   array(select l from unnest(other_days) o join node_limit l on l.node_id = o.id), other_days);
    end if;
    if moved = '{}' then
        return null;
    end if;
    booked := array(select distinct c.placement_id
                    from node_path p join connection c on c.node_id = p.node_id
                    where p.ancestor_id = any (moved));
    perform guard.trace(moved);
    if booked <> '{}' then
        perform guard.settle(booked, 'change');
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
