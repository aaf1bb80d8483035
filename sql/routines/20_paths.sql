-- The ancestors of each power node, so that a charge finds all levels above an outlet by one lookup.

-- Makes the paths of these nodes and of all below them anew.
create function guard.trace(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if exists (with recursive up as (
                   select id, parent_id from node where id = any (nodes)
                   union all
                   select up.id, n.parent_id from up join node n on n.id = up.parent_id
               ) cycle id, parent_id set is_cycle using walked
               select from up where is_cycle) then
        perform guard.refuse_value('parent_id', null, 'not_below_itself');
    end if;

    with recursive below as (
        select id from node where id = any (nodes)
        union
        select n.id from node n join below b on n.parent_id = b.id
    ), gone as (
        delete from node_path where node_id in (select id from below)
    )
    select array_agg(id) into nodes from below;
    delete from cord_share where cords in (select cords from cord_share where node_id = any (nodes));

    with recursive up as (
        select n.id, n.id as ancestor_id, n.parent_id, 0 as distance
        from node n join node_kind k on k.code = n.kind
        where n.id = any (nodes) and k.dimension = 'power'
        union all
        select up.id, n.id, n.parent_id, up.distance + 1 from up join node n on n.id = up.parent_id
    )
    insert into node_path (node_id, ancestor_id, distance) select id, ancestor_id, distance from up;
end
$$;

create function guard.trace_new() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.trace(array(select id from new_rows));
    return null;
end
$$;
create trigger trace_insert after insert on polder.node
    referencing new table as new_rows for each statement execute function guard.trace_new();
