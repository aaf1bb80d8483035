-- Who owns how much of a system: together all of it, on every day on which anybody does. Judged at commit, since a share
-- that changes hands is more than one row.

create function guard.keep_shares_whole() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    torn record;
begin
    select s.system_id, edge.day, sum(s.permille) as permille into torn
    from (select lower(during) as day from system_share where system_id in (old.system_id, new.system_id)
          union
          select upper(during) from system_share where system_id in (old.system_id, new.system_id)) edge
    join system_share s on s.system_id in (old.system_id, new.system_id) and s.during @> edge.day
    group by s.system_id, edge.day
    having sum(s.permille) <> 1000
    order by edge.day
    limit 1;
    if found then
        perform guard.refuse_value('permille', to_jsonb(torn.permille), 'whole_shares', jsonb_build_object('day', torn.day, 'sum', torn.permille));
    end if;
    return null;
end
$$;
create constraint trigger keep_shares_whole after insert or update or delete on polder.system_share
    deferrable initially deferred for each row execute function guard.keep_shares_whole();
