-- Where a request is, said once. It is about pieces: the equipment that its items stand for. A piece goes its own way
-- (held, delivered, installed, decommissioning, removed), and the request is where the hindmost of its pieces is. What
-- is asked for and has no place yet keeps it in review.
--
-- The wish for what has not come may end (withdrawn, rejected). What stands by then stays, and the request is about
-- that alone: no piece is ever left behind by a request that is over. So for every intention: places that are given
-- back are free in the same statement, and the state comes from here.

create function guard.life() returns text[]
    language sql immutable set search_path = polder, guard, api, public, pg_temp
as $$
    select array['held', 'delivered', 'installed', 'decommissioning', 'removed']
$$;

create function guard.request_placements(request int, variadic states text[]) returns setof polder.placement
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
begin
    return query
    select p.* from placement p
    join equipment e on e.id = p.equipment_id
    join request_item i on i.id = e.request_item_id
    where i.request_id = request and p.state = any (states)
    order by p.id;
end
$$;

-- Removed on the day on which it was installed it has left no day in the ledger, but an image.
create function guard.has_stood(equipment int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select exists (select from placement p
                       where p.equipment_id = equipment
                         and (p.state = 'ended'
                              or exists (select from history.placement h where h.id = p.id and h.state = 'installed'))));
end
$$;

-- state null: the piece has no place. A piece that was replaced is the one that came in its stead.
create view guard.piece (request_id, item_id, equipment_id, state) as
    select i.request_id, i.id, e.id,
           coalesce((select p.state from polder.placement p
                     where p.equipment_id = e.id and p.state not in ('ended', 'released')
                     order by array_position(guard.life(), p.state) limit 1),
                    case when guard.has_stood(e.id) then 'removed' end)
    from polder.request_item i
    join polder.equipment e on e.request_item_id = i.id
    where not exists (select from polder.equipment successor where successor.replaces_id = e.id);

create function guard.hindmost(request int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select p.state from piece p
        where p.request_id = request and p.state is not null
        order by array_position(guard.life(), p.state) limit 1);
end
$$;

-- Once everything that is still wished for stands, nothing is waited for any more.
create function guard.state_by_pieces(request polder.request) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    -- One query says both whether places are lacking and where the hindmost piece is.
    return (
        select case when request.state in ('in review', 'held', 'delivered') and bool_or(i.count > i.placed) then 'in review'
                    else coalesce((guard.life())[min(i.hindmost)], request.state) end
        from (select t.count, count(p.state) as placed, min(array_position(guard.life(), p.state)) as hindmost
              from request_item t left join piece p on p.item_id = t.id
              where t.request_id = request.id
              group by t.id) i);
end
$$;

-- Something of it has come: it cannot go back as if nothing had.
create function guard.has_arrived(request int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select exists (select from piece p
                       where p.request_id = request and p.state in ('delivered', 'installed', 'decommissioning')));
end
$$;

-- The pieces of an item that a hold places: those that have a hold, then those without a place, as many as still miss.
create function guard.pieces_to_place(item polder.request_item) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        with piece_of as (
            select p.equipment_id, p.state from piece p where p.item_id = item.id
        )
        select coalesce(array_agg(equipment_id order by equipment_id), '{}')
        from (select p.equipment_id from piece_of p
              where p.state is null or p.state = 'held'
              order by p.state nulls last, p.equipment_id
              limit greatest(0, item.count - (select count(*) from piece_of a where a.state <> 'held'))) missing);
end
$$;

-- The first day on which a part of the hold lapses.
create function guard.held_until(request int) returns date
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select min(p.hold_until)
        from request_item i
        join equipment e on e.request_item_id = i.id
        join placement p on p.equipment_id = e.id
        where i.request_id = request and p.state = 'held');
end
$$;

-- After something happened to its pieces. Locked before they are looked at: who works on another piece waits, and looks
-- at both. No request (inherited equipment): null.
create function guard.follow_pieces(request int, reason text default '') returns text
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    followed request;
    left_in text;
    hold_ends date;
begin
    select * into followed from request r where r.id = request for update;
    left_in := guard.state_by_pieces(followed);
    hold_ends := guard.held_until(request);
    update request r
    set state = left_in, hold_until = hold_ends,
        state_reason = case when r.state = left_in then r.state_reason else reason end,
        decided_at = case when r.state <> left_in and left_in = 'in review' then null else r.decided_at end
    where r.id = request and (r.state, r.hold_until) is distinct from (left_in, hold_ends);
    perform guard.note_wishes(request);
    return left_in;
end
$$;

-- Gives back what has not been installed.
create function guard.release_holds(request int) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update placement p set state = 'released', hold_until = null
    where p.id in (select id from guard.request_placements(request, 'held', 'delivered'));
    perform guard.note_wishes(request);
end
$$;

-- The wish ends. Says in which state that leaves the request: `over`, or where what stands of it is.
create function guard.give_up(request int, over text) returns text
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.release_holds(request);
    return coalesce(nullif(guard.hindmost(request), 'removed'), over);
end
$$;

-- Held requests of which a hold has lapsed, and where they are by that, whether or not anybody has put it away yet.
create view guard.lapsed_request (id, state) as
    select r.id,
           case when exists (select from polder.request_item i
                             join polder.equipment e on e.request_item_id = i.id
                             join polder.placement p on p.equipment_id = e.id
                             where i.request_id = r.id and p.state not in ('ended', 'released')
                               and p.id not in (select l.id from guard.lapsed l))
                    then 'in review' else 'expired' end
    from polder.request r
    where r.state = 'held'
      and r.id in (select i.request_id
                   from guard.lapsed l
                   join polder.placement p on p.id = l.id
                   join polder.equipment e on e.id = p.equipment_id
                   join polder.request_item i on i.id = e.request_item_id);

-- A hold that lapsed takes its request along, whoever puts it away: the guard in the middle of another booking, or
-- lapse_holds. If nothing else of the request has a place it is over and stays on record as what was held; otherwise
-- the review has it again.
create function guard.follow_lapsed() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    lapsed_request request;
    reason text;
    left_in text;
    today date := guard.today();
begin
    if not exists (select from old_rows o where o.state = 'held' and o.hold_until < today) then
        return null;
    end if;
    for lapsed_request in
        select r.* from request r
        where r.state in ('held', 'in review')
          and r.id in (select i.request_id
                       from old_rows o join new_rows n on n.id = o.id
                       join equipment e on e.id = o.equipment_id
                       join request_item i on i.id = e.request_item_id
                       where o.state = 'held' and o.hold_until < guard.today() and n.state = 'released')
        order by r.id
    loop
        reason := format('the hold lapsed after %s', lapsed_request.hold_until);
        if lapsed_request.state = 'held' and coalesce(guard.hindmost(lapsed_request.id), 'removed') = 'removed' then
            left_in := 'expired';
            update request set state = left_in, state_reason = reason, decided_at = clock_timestamp()
            where id = lapsed_request.id;
            perform guard.note_wishes(lapsed_request.id);
        else
            left_in := guard.follow_pieces(lapsed_request.id, reason);
        end if;
        if left_in <> lapsed_request.state then
            perform guard.tell(guard.home_people(lapsed_request), 'expired',
                               jsonb_build_object('request', lapsed_request.id));
        end if;
    end loop;
    return null;
end
$$;
create trigger follow_lapsed after update on polder.placement
    referencing old table as old_rows new table as new_rows
    for each statement execute function guard.follow_lapsed();

-- A request without those of its holds that have lapsed.
create function guard.without_lapsed(request polder.request) returns polder.request
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    current request := request;
    today date := guard.today();
    lapsed int[] := '{}';
begin
    if exists (select from placement p where p.state = 'held' and p.hold_until < today) then
        lapsed := array(select h.id from guard.request_placements(request.id, 'held') h join guard.lapsed l on l.id = h.id);
    end if;
    if lapsed <> '{}' then
        update placement p set state = 'released', hold_until = null where p.id = any (lapsed);
        select * into current from request r where r.id = request.id;
    end if;
    return current;
end
$$;

-- Puts lapsed holds away everywhere. Nothing depends on it: every booking does so for its own data centres.
create function api.lapse_holds() returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if guard.person_id() is null and not guard.is_tool() then
        perform guard.refuse_as('right_login', '{"intention": "lapse_holds"}');
    end if;
    perform set_config('polder.intention', 'lapse_holds', true);
    perform guard.lock_sites(array(select id from site));
    return jsonb_build_object('generation', null, 'lapsed', guard.lapse(array(select id from site)));
end
$$;
