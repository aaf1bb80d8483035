-- Inherited equipment that overlaps another is contested: it is not drawn and has no box, what it would fill beside the
-- other is blocked, and its weight, draw and heat count.

create function guard.contest(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    overlapping int[];
begin
    overlapping := array(
        with fresh as materialized (
            select * from guard.box_of where placement_id = any (ids)
        )
        select f.placement_id
        from fresh f
        where exists (select from box o
                      where o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                        and o.during && f.during)
           -- Of two that come together the first stands.
           or exists (select from fresh o
                      where o.rack_id = f.rack_id and o.placement_id < f.placement_id and o.hu && f.hu
                        and o.depth && f.depth and o.width && f.width and o.during && f.during));
    if overlapping = '{}' then
        return;
    end if;
    update placement set contested = true where id = any (overlapping);
    insert into finding (rule, kind, placement_id, rack_id, site_id, unit, during, text, found_on)
    select 'S1', 'contested', s.placement_id, s.rack_id, s.site_id, 'hu', s.during, guard.rack_name(s.rack_id),
           guard.today()
    from guard.standing s where s.placement_id = any (overlapping);
end
$$;

-- After the others have their boxes.
create function guard.block_contested(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into blocked_unit (rack_id, hu, reason, during)
    select s.rack_id, part, 'contested: booking ' || s.placement_id, s.during
    from guard.standing s
    cross join lateral (
        select range_agg(int4range(unit, unit + 1)) as free
        from generate_series(s.position_hu, least(s.position_hu + s.height_hu, 2 * s.height_u) - 1) unit
        where not exists (select from box o
                          where o.rack_id = s.rack_id and o.hu && int4range(unit, unit + 1) and o.during && s.during)
    ) beside
    cross join lateral unnest(beside.free) part
    where s.placement_id = any (ids) and s.contested and s.rack_id is not null and s.position_hu is not null;
end
$$;
