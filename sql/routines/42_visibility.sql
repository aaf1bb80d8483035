-- Who sees what, said once: the policies of 50_rights.sql and the intentions both ask these views. They belong to the
-- owner, whom row-level security does not bind, so they may look where the asker may not. Nobody can name them: people
-- have no USAGE on schema guard.
--
--   own      the person is named on it, or holds an office of an institution that owns it, or a share of its system
--   at home  offices of the own institution: coordinator, security officer, agreement manager, reporting, administrator
--   as host  offices of a data centre: facility manager, technician, security officer, reporting
-- A researcher has no office and is left with what names the researcher.

create function guard.home_organisations() returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return guard.my_organisations('coordinator', 'security_officer', 'agreement_manager', 'reporting', 'administrator');
end
$$;

create function guard.host_sites() returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return guard.my_sites('facility_manager', 'technician', 'security_officer', 'reporting');
end
$$;

-- The sets below are functions and not views for the planner's sake: they run once a query, give a small set to hash,
-- and cost nothing to plan. Everything about single rows stays a plain condition on an indexed column.

create function guard.host_racks() returns setof int
    language plpgsql stable security definer rows 500 set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query select r.id from rack r join room m on m.id = r.room_id where m.site_id = any (guard.host_sites());
end
$$;

create function guard.host_rooms() returns setof int
    language plpgsql stable security definer rows 10 set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query select m.id from room m where m.site_id = any (guard.host_sites());
end
$$;

-- Requests and equipment on which the person is named.
create function guard.personal_requests() returns setof int
    language plpgsql stable security definer rows 20 set search_path = polder, guard, api, public, pg_temp
as $$
declare
    me int[] := guard.my_people();
begin
    return query
        select r.id from request r where r.requester_id = any (me)
        union select r.id from request r where r.sponsor_id = any (me)
        union select r.id from request r where r.security_contact_id = any (me)
        union select r.id from request r where r.on_behalf_by = any (me)
        union select c.request_id from request_contact c where c.person_id = any (me);
end
$$;

create function guard.personal_equipment() returns setof int
    language plpgsql stable security definer rows 20 set search_path = polder, guard, api, public, pg_temp
as $$
declare
    me int[] := guard.my_people();
begin
    return query
        select e.id from equipment e where e.sponsor_id = any (me)
        union select e.id from equipment e where e.security_contact_id = any (me)
        union select c.equipment_id from equipment_contact c where c.person_id = any (me)
        union select e.id from equipment e join request_item i on i.id = e.request_item_id
              where i.request_id in (select guard.personal_requests());
end
$$;

-- The data centre of each placement, also of what is in a chassis.
create view guard.placed as
    select p.id, p.equipment_id, m.site_id
    from polder.placement p join polder.rack r on r.id = p.rack_id join polder.room m on m.id = r.room_id
    union all
    select p.id, p.equipment_id, m.site_id
    from polder.placement p join polder.room m on m.id = p.room_id
    union all
    select distinct p.id, p.equipment_id, m.site_id
    from polder.placement p
    join polder.placement chassis on chassis.equipment_id = p.chassis_id and chassis.during && p.during
                                 and (chassis.state <> 'released' or p.state = 'released')
    join polder.rack r on r.id = chassis.rack_id
    join polder.room m on m.id = r.room_id
    where p.bay_id is not null;

-- Data centres to which a request was put: the one it wishes for, every one if it wishes for none, and where it stands; some
-- more than once.
create view guard.request_site as
    select r.id as request_id, s.id as site_id
    from polder.request r join polder.site s on r.wish_site_id is null or s.id = r.wish_site_id
    where r.submitted_at is not null
    union all
    select i.request_id, p.site_id
    from polder.request_item i
    join polder.equipment e on e.request_item_id = i.id
    join guard.placed p on p.equipment_id = e.id;

-- What costs least to ask comes first.
create view guard.visible_request as
    select r.id
    from polder.request r
    where r.organisation_id = any ((select guard.home_organisations())::int[])
       or r.submitted_at is not null
          and case when r.wish_site_id is null then cardinality((select guard.host_sites())::int[]) > 0
                   else r.wish_site_id = any ((select guard.host_sites())::int[]) end
       or r.submitted_at is not null and r.sponsor_id is null     -- every sponsor of the house may endorse it
          and r.organisation_id = any ((select guard.my_organisations('sponsor'))::int[])
       or r.id in (select guard.personal_requests())
       or exists (select from polder.request_item i join polder.equipment e on e.request_item_id = i.id
                  join polder.placement p on p.equipment_id = e.id
                  where i.request_id = r.id
                    and (p.rack_id in (select guard.host_racks()) or p.room_id in (select guard.host_rooms())));

-- Systems of which the own institution has a share, now or at another time: what they are made of it owns too, whoever
-- of the owners is on record for the piece. So both are told the same of what each hosts for the other.
create function guard.joint_systems() returns setof int
    language plpgsql stable security definer rows 10 set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query select s.system_id from system_share s where s.organisation_id = any (guard.home_organisations());
end
$$;

create view guard.own_equipment as
    select e.id
    from polder.equipment e
    where e.owner_id = any ((select guard.home_organisations())::int[])
       or e.system_id in (select guard.joint_systems())
       or e.id in (select guard.personal_equipment());

-- What is in a chassis is where the chassis is.
create view guard.visible_equipment as
    select e.id
    from polder.equipment e
    where e.owner_id = any ((select guard.home_organisations())::int[])
       or e.system_id in (select guard.joint_systems())
       or e.id in (select guard.personal_equipment())
       or exists (select from polder.placement p
                  left join polder.placement chassis on chassis.equipment_id = p.chassis_id and chassis.during && p.during
                  where p.equipment_id = e.id
                    and (p.rack_id in (select guard.host_racks()) or p.room_id in (select guard.host_rooms())
                         or chassis.rack_id in (select guard.host_racks())));

create view guard.visible_placement as
    select p.id
    from polder.placement p
    where p.rack_id in (select guard.host_racks())
       or p.room_id in (select guard.host_rooms())
       or exists (select from guard.own_equipment o where o.id = p.equipment_id)
       or p.bay_id is not null and exists (select from guard.visible_equipment v where v.id = p.equipment_id);

-- The work of these views for what is not there: a refusal must not take less time where there is nothing than where
-- there is something that one may not see.
create function guard.look_at_nothing(subject text) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.home_organisations();
    perform guard.host_racks();
    perform guard.host_rooms();
    if subject = 'request' then
        perform guard.host_sites();
        perform guard.personal_requests();
    else
        perform guard.joint_systems();
        perform guard.personal_equipment();
    end if;
end
$$;

create view guard.visible_agreement as
    select a.id
    from polder.agreement a
    where (select guard.my_organisation()) in (a.host_id, a.guest_id);

-- With what they are about.
create view guard.visible_override as
    select o.id
    from polder.override o
    where exists (select from guard.visible_placement v where v.id = o.placement_id)
       or exists (select from guard.visible_request v where v.id = o.request_id)
       or o.node_id in (select n.id from polder.node n where n.site_id = any ((select guard.host_sites())::int[]))
       or o.node_id in (select l.node_id from polder.agreement_line l join guard.visible_agreement v on v.id = l.agreement_id);

-- Is the person named on a request that the asker sees as host, or on equipment in the asker's rooms? Asked person by
-- person, because the first find ends it.
create function guard.is_named_to_host(person int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return exists (select from request r join visible_request v on v.id = r.id
                   where person in (r.requester_id, r.sponsor_id, r.security_contact_id, r.on_behalf_by))
        or exists (select from request_contact c join visible_request v on v.id = c.request_id
                   where c.person_id = person)
        or exists (select from equipment e join placed p on p.equipment_id = e.id
                   where e.sponsor_id = person and p.site_id = any (guard.host_sites()))
        or exists (select from equipment e join placed p on p.equipment_id = e.id
                   where e.security_contact_id = person and p.site_id = any (guard.host_sites()))
        or exists (select from equipment_contact c join placed p on p.equipment_id = c.equipment_id
                   where c.person_id = person and p.site_id = any (guard.host_sites()));
end
$$;

-- Those who stand beside the asker on a request or on equipment.
create function guard.people_beside() returns setof int
    language plpgsql stable security definer rows 20 set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
        select named.person_id
        from request r cross join lateral (values (r.requester_id), (r.sponsor_id), (r.security_contact_id),
                                                  (r.on_behalf_by)) named (person_id)
        where r.id in (select guard.personal_requests())
        union select c.person_id from request_contact c where c.request_id in (select guard.personal_requests())
        union select named.person_id
              from equipment e cross join lateral (values (e.sponsor_id), (e.security_contact_id)) named (person_id)
              where e.id in (select guard.personal_equipment())
        union select c.person_id from equipment_contact c where c.equipment_id in (select guard.personal_equipment());
end
$$;

-- People whose name and mail address the person may know: oneself, colleagues for whom one holds an office, everybody
-- who holds an office that one may need to write to, and who is named on what one may see. A login that is no person's,
-- or no longer, knows nobody.
create view guard.visible_person as
    select p.id
    from polder.person p
    where (select guard.person_id()) is not null and case
        when p.organisation_id = any ((select guard.home_organisations())::int[]) then true
        when p.id = any ((select guard.my_people())::int[]) then true
        when p.id in (select guard.people_beside()) then true
        when p.id in (select a.person_id from guard.in_office a
                      where a.role in ('facility_manager', 'technician', 'security_officer', 'agreement_manager')
                         or a.role in ('sponsor', 'coordinator', 'administrator', 'reporting')
                            and a.organisation_id = (select guard.my_organisation())) then true
        when cardinality((select guard.host_sites())::int[]) > 0 then guard.is_named_to_host(p.id)
        else false end;

create view guard.visible_system as
    select s.system_id
    from polder.system_share s
    where s.organisation_id = (select guard.my_organisation());

-- What a note or document about the building hangs on, with its data centre.
create view guard.hosted_subject as
    select 'site'::text as subject, s.id as subject_id, s.id as site_id from polder.site s
    union all
    select 'room', m.id, m.site_id from polder.room m
    union all
    select 'rack', r.id, m.site_id from polder.rack r join polder.room m on m.id = r.room_id
    union all
    select 'node', n.id, n.site_id from polder.node n;
