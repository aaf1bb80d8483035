-- Who is asking. A person is the login role of the session, and nothing else: current_user is the owner inside these
-- functions, and SET ROLE changes nothing. A session of the owner or of a superuser without a person is a tool.

-- Null: not a person. A superuser's tool (demo loading, tests) may name the person for whom it acts.
-- Every change asks this; a function in SQL would be planned anew for each.
create function guard.person_id() returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    found_id int;
    today date := guard.today();
begin
    select p.id into found_id
    from person p
    where p.login = session_user and p.active @> today and (p.left_on is null or p.left_on > today);
    if found_id is null and current_setting('polder.as_person', true) <> ''
       and (select r.rolsuper from pg_roles r where r.rolname = session_user) then
        return current_setting('polder.as_person')::int;
    end if;
    return found_id;
end
$$;

create function guard.is_tool() returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return pg_has_role(session_user, 'polder_owner', 'member') and guard.person_id() is null;
end
$$;

-- The person and everybody for whom the person is deputy today.
create function guard.my_people() returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    me int := guard.person_id();
    today date := guard.today();
begin
    if me is null then
        return null;
    end if;
    return array(select me
                 union
                 select d.person_id from deputy d where d.deputy_id = me and d.during @> today
                 order by 1);
end
$$;

create view guard.my_appointment as
    select a.role, a.organisation_id, a.site_id
    from polder.appointment a
    where a.person_id = any ((select guard.my_people())::int[]) and a.during @> guard.today();

-- Who holds an office today, and has not left.
create view guard.in_office as
    select a.person_id, a.role, a.organisation_id, a.site_id
    from polder.appointment a join polder.person p on p.id = a.person_id
    where a.during @> (select guard.today()) and (p.left_on is null or p.left_on > (select guard.today()));

create function guard.my_organisation() returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select organisation_id from person where id = guard.person_id());
end
$$;

-- Organisations in which the person holds one of these roles.
create function guard.my_organisations(variadic roles text[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    people int[] := guard.my_people();
    today date := guard.today();
begin
    return array(select distinct a.organisation_id from appointment a
                 where a.person_id = any (people) and a.during @> today and a.role = any (roles)
                 order by 1);
end
$$;

-- Data centres in which the person holds one of these roles; an appointment without site holds in all of the host's.
create function guard.my_sites(variadic roles text[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    people int[] := guard.my_people();
    today date := guard.today();
begin
    return array(select distinct s.id
                 from appointment a
                 join site s on s.organisation_id = a.organisation_id and (a.site_id is null or a.site_id = s.id)
                 where a.person_id = any (people) and a.during @> today and a.role = any (roles)
                 order by 1);
end
$$;

-- Does this person (not the caller) hold the role in the organisation today?
create function guard.holds_role(person int, wanted text, organisation int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select exists (select from in_office a
                       where a.person_id = person and a.role = wanted and a.organisation_id = organisation));
end
$$;

-- May the asker write requests of this organisation?
create function guard.may_ask_for(organisation int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return organisation = any (guard.my_organisations('requester', 'coordinator'));
end
$$;

-- What a client needs to know of its user, as one row. Whoever may see and do something else has another row.
create function api.viewer() returns json
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return json_build_object(
        'person', guard.person_id(),
        'organisation', guard.my_organisation(),
        'handle', (select handle from person_detail where person_id = guard.person_id()),
        'name', (select name from person_detail where person_id = guard.person_id()),
        'today', guard.today(),
        'tool', guard.is_tool(),
        'stands_for', coalesce(to_json(guard.my_people()), '[]'),
        'may_ask', coalesce(guard.may_ask_for(guard.my_organisation()), false),
        'may_ask_for_others', coalesce(guard.my_organisation() = any (guard.my_organisations('coordinator')), false),
        'may_set_aside', guard.my_sites('facility_manager') <> '{}',
        'may_amend', exists (select from my_appointment a
                             where a.role in ('facility_manager', 'technician', 'coordinator')),
        'appointments', coalesce((select json_agg(json_build_object('role', role, 'organisation', organisation_id,
                                                                    'site', site_id)
                                                  order by role, organisation_id, site_id)
                                  from my_appointment), '[]'));
end
$$;
