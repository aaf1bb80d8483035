-- Who sees what, said once: the policies of 50_rights.sql and the intentions both ask these views. They belong to the
-- owner, whom row-level security does not bind, so they may look where the asker may not. Nobody can name them: people
-- have no USAGE on schema guard.
--
--   own      the person is named on it, or holds an office of the institution that owns it
--   at home  offices of the own institution: coordinator, security officer, agreement manager, reporting, administrator
--   as host  offices of a data centre: facility manager, technician, security officer, reporting
-- A researcher has no office and is left with what names the researcher.

create function guard.home_organisations() returns int[]
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select guard.my_organisations('coordinator', 'security_officer', 'agreement_manager', 'reporting', 'administrator')
$$;

create function guard.host_sites() returns int[]
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select guard.my_sites('facility_manager', 'technician', 'security_officer', 'reporting')
$$;

-- The data centre of each placement, also of what is in a chassis.
create view guard.placed as
    select p.id, p.equipment_id, m.site_id
    from polder.placement p join polder.rack r on r.id = p.rack_id join polder.room m on m.id = r.room_id
    union all
    select p.id, p.equipment_id, m.site_id
    from polder.placement p join polder.room m on m.id = p.room_id
    union all
    select p.id, p.equipment_id, m.site_id
    from polder.placement p
    join polder.equipment e on e.id = p.equipment_id
    join polder.placement chassis on chassis.equipment_id = e.parent_id and chassis.during && p.during
    join polder.rack r on r.id = chassis.rack_id
    join polder.room m on m.id = r.room_id
    where p.bay_id is not null;

-- Data centres to which a request was put: the one it wishes for, every one if it wishes for none, and where it stands.
create view guard.request_site as
    select r.id as request_id, s.id as site_id
    from polder.request r join polder.site s on r.wish_site_id is null or s.id = r.wish_site_id
    where r.submitted_at is not null
    union
    select i.request_id, p.site_id
    from polder.request_item i
    join polder.equipment e on e.request_item_id = i.id
    join guard.placed p on p.equipment_id = e.id;

create view guard.own_request as
    select r.id
    from polder.request r
    where r.requester_id = any ((select guard.my_people())::int[])
       or r.sponsor_id = any ((select guard.my_people())::int[])
       or r.security_contact_id = any ((select guard.my_people())::int[])
       or r.on_behalf_by = any ((select guard.my_people())::int[])
       or r.organisation_id = any ((select guard.home_organisations())::int[])
       or r.id in (select c.request_id from polder.request_contact c
                   where c.person_id = any ((select guard.my_people())::int[]));

create view guard.visible_request as
    select r.id
    from polder.request r
    where exists (select from guard.own_request o where o.id = r.id)
       or r.id in (select s.request_id from guard.request_site s
                   where s.site_id = any ((select guard.host_sites())::int[]));

create view guard.own_equipment as
    select e.id
    from polder.equipment e
    where e.owner_id = any ((select guard.home_organisations())::int[])
       or e.sponsor_id = any ((select guard.my_people())::int[])
       or e.security_contact_id = any ((select guard.my_people())::int[])
       or e.id in (select c.equipment_id from polder.equipment_contact c
                   where c.person_id = any ((select guard.my_people())::int[]))
       or e.request_item_id in (select i.id from polder.request_item i join guard.own_request r on r.id = i.request_id);

create view guard.visible_equipment as
    select e.id
    from polder.equipment e
    where exists (select from guard.own_equipment o where o.id = e.id)
       or exists (select from guard.placed p
                  where p.equipment_id = e.id and p.site_id = any ((select guard.host_sites())::int[]));

create view guard.visible_placement as
    select p.id
    from polder.placement p
    where exists (select from guard.own_equipment o where o.id = p.equipment_id)
       or exists (select from guard.placed s where s.id = p.id and s.site_id = any ((select guard.host_sites())::int[]));

create view guard.visible_agreement as
    select a.id
    from polder.agreement a
    where (select guard.my_organisation()) in (a.host_id, a.guest_id);

-- People whose name and mail address the person may know: oneself, colleagues for whom one holds an office, everybody
-- who holds an office oneself may need to write to, and who is named on what one may see.
create view guard.visible_person as
    select p.id
    from polder.person p
    where p.id = any ((select guard.my_people())::int[])
       or p.organisation_id = any ((select guard.home_organisations())::int[])
       or p.id in (select a.person_id from polder.appointment a
                   where a.during @> (select guard.today())
                     and (a.role in ('facility_manager', 'technician', 'security_officer', 'agreement_manager')
                          or a.role in ('sponsor', 'coordinator', 'administrator', 'reporting')
                             and a.organisation_id = (select guard.my_organisation())))
       or p.id in (select named.person_id
                   from polder.request r
                   cross join lateral (values (r.requester_id), (r.sponsor_id), (r.security_contact_id),
                                              (r.on_behalf_by)) named (person_id)
                   where exists (select from guard.visible_request v where v.id = r.id))
       or p.id in (select c.person_id from polder.request_contact c
                   where exists (select from guard.visible_request v where v.id = c.request_id))
       or p.id in (select named.person_id
                   from polder.equipment e
                   cross join lateral (values (e.sponsor_id), (e.security_contact_id)) named (person_id)
                   where exists (select from guard.visible_equipment v where v.id = e.id))
       or p.id in (select c.person_id from polder.equipment_contact c
                   where exists (select from guard.visible_equipment v where v.id = c.equipment_id));

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
