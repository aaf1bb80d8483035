-- What everybody may know of everybody: space and load without names, ids, device boundaries or single weights. The
-- owner's views, so row-level security does not thin them out: the engine must see all that is taken. A hold that has
-- lapsed is already free here, though no guard has come by yet to put it away.

create view guard.lapsed as
    select p.id from polder.placement p
    where p.state = 'held' and p.hold_until < (select guard.today())
      -- A chassis does not leave what is in it.
      and not exists (select from polder.placement i
                      where i.chassis_id = p.equipment_id and i.during && p.during and i.state <> 'released'
                        and coalesce(i.hold_until >= (select guard.today()), true));

-- Neighbours of the same depth, width and dates become one box.
create view api.occupancy with (security_barrier) as
    select s.rack_id, lower(part.hu) as hu_from, upper(part.hu) as hu_until,
           lower(s.depth) as depth_from, upper(s.depth) as depth_until,
           lower(s.width) as width_from, upper(s.width) as width_until,
           s.blocked, lower(s.during) as from_date, upper(s.during) as until_date
    from (select b.rack_id, b.depth, b.width, b.during, b.blocked_id is not null as blocked,
                 range_agg(b.hu) as merged
          from polder.box b
          where coalesce(b.placement_id not in (select id from guard.lapsed), true)
          group by b.rack_id, b.depth, b.width, b.during, b.blocked_id is not null) s
    cross join lateral unnest(s.merged) part (hu);

-- 0U slots are everybody's to see as boxes are; which bays of a chassis are taken is known to who knows the chassis.
create view api.slot_use with (security_barrier) as
    select b.rack_id, b.slot, lower(b.during) as from_date, upper(b.during) as until_date
    from polder.slot_box b
    where b.rack_id <> 0 and b.placement_id not in (select id from guard.lapsed);

create view api.bay_use with (security_barrier) as
    select b.chassis_id, b.slot as bay_id, lower(b.during) as from_date, upper(b.during) as until_date
    from polder.slot_box b
    where b.chassis_id <> 0 and b.placement_id not in (select id from guard.lapsed)
      and ((select guard.is_tool()) or b.chassis_id in (select v.id from guard.visible_equipment v));

-- What stands on the floor, as corners x1,y1,...: neighbours of any angle do not merge.
create view api.floor_occupancy with (security_barrier) as
    select f.room_id, f.footprint, f.clearance, lower(f.during) as from_date, upper(f.during) as until_date
    from polder.floor_shape f
    where f.placement_id not in (select id from guard.lapsed);

create view api.outlet_use with (security_barrier) as
    select c.outlet_id, lower(c.during) as from_date, upper(c.during) as until_date
    from polder.connection c
    where c.outlet_id is not null and c.placement_id not in (select id from guard.lapsed);

-- What may be shared and stands somewhere: how many of a kind, whose, and whom to ask, who is the data centre's facility
-- manager. What everybody may know: nothing of the device itself, of its place or of its people.
create view api.shared_equipment with (security_barrier) as
    select e.model_id, e.kind, e.height_hu, s.id as site_id, e.owner_id, count(distinct e.id)::int as count,
           (select min(a.person_id) from guard.in_office a
            where a.role = 'facility_manager' and a.organisation_id = s.organisation_id
              and coalesce(a.site_id = s.id, true)) as contact_id
    from polder.equipment e
    join polder.placement p on p.equipment_id = e.id and p.state in ('delivered', 'installed')
                           and p.during @> (select guard.today())
    join guard.placed d on d.id = p.id
    join polder.site s on s.id = d.site_id
    where e.shareable and ((select guard.is_tool()) or (select guard.person_id()) is not null)
    group by e.model_id, e.kind, e.height_hu, s.id, e.owner_id;

-- The ledger without what lapsed holds put into it; of an agreement only for its parties.
create view api.load_step with (security_barrier) as
    with gone as (
        select c.node_id, c.source_id, step.day, step.sign, c.normal_main, c.normal_l1, c.normal_l2, c.normal_l3,
               c.extra_main, c.extra_l1, c.extra_l2, c.extra_l3
        from polder.charge c
        cross join lateral (values (lower(c.during), 1), (upper(c.during), -1)) step (day, sign)
        where c.placement_id in (select id from guard.lapsed) and step.day is not null
    ), gone_step as (
        select node_id, source_id, day,
               sum(sign * normal_main)::bigint as normal_main, sum(sign * normal_l1)::bigint as normal_l1,
               sum(sign * normal_l2)::bigint as normal_l2, sum(sign * normal_l3)::bigint as normal_l3,
               sum(sign * extra_main)::bigint as extra_main, sum(sign * extra_l1)::bigint as extra_l1,
               sum(sign * extra_l2)::bigint as extra_l2, sum(sign * extra_l3)::bigint as extra_l3
        from gone group by node_id, source_id, day
    )
    select step.node_id, step.source_id, step.day, step.normal_main, step.normal_l1, step.normal_l2, step.normal_l3,
           step.extra_main, step.extra_l1, step.extra_l2, step.extra_l3
    from (select l.node_id, l.source_id, l.day,
                 l.normal_main - coalesce(g.normal_main, 0) as normal_main,
                 l.normal_l1 - coalesce(g.normal_l1, 0) as normal_l1,
                 l.normal_l2 - coalesce(g.normal_l2, 0) as normal_l2,
                 l.normal_l3 - coalesce(g.normal_l3, 0) as normal_l3,
                 l.extra_main - coalesce(g.extra_main, 0) as extra_main,
                 l.extra_l1 - coalesce(g.extra_l1, 0) as extra_l1,
                 l.extra_l2 - coalesce(g.extra_l2, 0) as extra_l2,
                 l.extra_l3 - coalesce(g.extra_l3, 0) as extra_l3
          from polder.ledger l
          left join gone_step g on g.node_id = l.node_id and g.source_id = l.source_id and g.day = l.day
          union all
          -- Not a full join: that would read the whole ledger for the few nodes that a client asks for.
          select g.node_id, g.source_id, g.day, -g.normal_main, -g.normal_l1, -g.normal_l2, -g.normal_l3, -g.extra_main,
                 -g.extra_l1, -g.extra_l2, -g.extra_l3
          from gone_step g
          where not exists (select from polder.ledger l
                            where l.node_id = g.node_id and l.source_id = g.source_id and l.day = g.day)) step
    where step.node_id not in (select line.node_id from polder.agreement_line line
                               where line.agreement_id not in (select id from guard.visible_agreement))
       or (select guard.is_tool());

create view api.person_card with (security_barrier) as
    select d.person_id, d.handle, d.name, d.email
    from polder.person_detail d
    where (select guard.is_tool()) or d.person_id in (select id from guard.visible_person);

-- When the host owes an answer: seven working days after the request came in (a setting), and the days that are left.
create view api.request_clock with (security_barrier) as
    select r.id as request_id, due.day as decision_due,
           case when due.day >= (select guard.today())
                then guard.working_days_between((select guard.today()), due.day)
                else -guard.working_days_between(due.day, (select guard.today())) end as working_days_left
    from polder.request r
    cross join lateral (select guard.working_days(guard.local_date(r.submitted_at),
                                                  guard.setting_int('review_working_days', 7)) as day) due
    where r.submitted_at is not null and r.decided_at is null
      and ((select guard.is_tool()) or r.id in (select id from guard.visible_request));

-- The newest generation: what a client that now reads has seen.
create function api.generation() returns bigint
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select value from generation);
end
$$;

grant select (rack_id, hu_from, hu_until, depth_from, depth_until, width_from, width_until, blocked, from_date,
              until_date) on api.occupancy to polder_person;
grant select (rack_id, slot, from_date, until_date) on api.slot_use to polder_person;
grant select (chassis_id, bay_id, from_date, until_date) on api.bay_use to polder_person;
grant select (room_id, footprint, clearance, from_date, until_date) on api.floor_occupancy to polder_person;
grant select (outlet_id, from_date, until_date) on api.outlet_use to polder_person;
grant select (node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2,
              extra_l3) on api.load_step to polder_person;
grant select (person_id, handle, name, email) on api.person_card to polder_person;
grant select (request_id, decision_due, working_days_left) on api.request_clock to polder_person;
grant select (model_id, kind, height_hu, site_id, owner_id, count, contact_id) on api.shared_equipment to polder_person;

-- The same for who asks while writing a request.
create function api.shared(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_unknown(arguments, array[]::text[]);
    return jsonb_build_object('shared', (
        select coalesce(jsonb_agg(jsonb_build_object('model', s.model_id, 'kind', s.kind, 'height_hu', s.height_hu,
                   'site', s.site_id, 'owner', s.owner_id, 'count', s.count, 'contact', s.contact_id)
                   order by s.site_id, s.owner_id, s.model_id, s.kind, s.height_hu), '[]')
        from shared_equipment s));
end
$$;
