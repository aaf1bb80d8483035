-- People and what they are appointed to. An administrator does it, for the own organisation alone.

create function guard.administered(arguments jsonb) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted text := guard.text_of(arguments, 'organisation');
    organisation int := guard.my_organisation();
begin
    if wanted is not null then
        select o.id into organisation from organisation o where o.code = wanted;
        if organisation is null then
            perform guard.refuse_value('organisation', to_jsonb(wanted), 'organisation');
        end if;
    end if;
    if not guard.is_tool() and not organisation = any (guard.my_organisations('administrator')) then
        perform guard.refuse_right('right_organisation', 'administrator');
    end if;
    return organisation;
end
$$;

-- A person of the administrator's organisation. login: true makes a role of PostgreSQL to log in as; its password comes
-- as a verifier that the client has made, so that the server and its logs never see it. Without one only the server's
-- own rules (peer, Kerberos) let the person in.
create function api.add_person(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_person', arguments, array['organisation', 'department', 'handle',
                                                                              'name', 'email', 'phone', 'login',
                                                                              'verifier']);
begin
    if before is not null then
        return before;
    end if;
    return guard.finish_intention(key, guard.make_person(guard.administered(arguments), guard.text_of(arguments, 'department'),
                                                         arguments));
end
$$;

create function guard.make_person(organisation int, department_code text, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted text := guard.text_of(arguments, 'handle', required => true, longest => 60);
    department int;
    login name;
    person int;
begin
    if wanted !~ '^[a-z0-9][a-z0-9._-]*$' or exists (select from person_detail d where d.handle = wanted) then
        perform guard.refuse_value('handle', to_jsonb(wanted), 'free_handle');
    end if;
    if department_code is not null then
        select d.id into department from department d
        where d.organisation_id = organisation and d.code = department_code;
        if department is null then
            perform guard.refuse_value('department', to_jsonb(department_code), 'department');
        end if;
    end if;
    if coalesce(guard.bool_of(arguments, 'login'), arguments ->> 'verifier' is not null) then
        login := guard.create_login(guard.text_of(arguments, 'verifier', longest => 400));
    end if;
    insert into person (organisation_id, department_id, login) values (organisation, department, login)
    returning id into person;
    insert into person_detail (person_id, handle, name, email, phone)
    values (person, wanted, guard.text_of(arguments, 'name', required => true, longest => 200),
            coalesce(guard.text_of(arguments, 'email', longest => 200), ''),
            coalesce(guard.text_of(arguments, 'phone', longest => 60), ''));
    -- The login name goes to the administrator, who tells the person; it says nothing about who it is.
    return jsonb_build_object('person', person, 'handle', wanted, 'login', login);
end
$$;

-- Gives a role from a day on, or ends an appointment: {"appointment", "until"}.
create function api.appoint(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'appoint', arguments, array['person', 'role', 'organisation', 'site',
                                                                           'from', 'until', 'appointment']);
    organisation int;
    person int;
    site int;
    made appointment;
    first_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    last_day date := guard.date_of(arguments, 'until', required => arguments ? 'appointment');
begin
    if before is not null then
        return before;
    end if;
    organisation := guard.administered(arguments);
    if arguments ? 'appointment' then
        update appointment a set during = daterange(lower(a.during), greatest(last_day, lower(a.during)))
        where to_jsonb(a.id) = arguments -> 'appointment' and a.organisation_id = organisation
        returning a.* into made;
        if made.id is null then
            perform guard.refuse_absent('appointment', arguments -> 'appointment');
        end if;
        return guard.finish_intention(key, jsonb_build_object('appointment', made.id, 'person', made.person_id));
    end if;
    person := guard.person_of(arguments, 'person', required => true);
    if (select p.organisation_id from person p where p.id = person) <> organisation then
        perform guard.refuse_value('person', arguments -> 'person', 'person_of_organisation');
    end if;
    if last_day <= first_day then
        perform guard.refuse_value('until', to_jsonb(last_day), 'after', jsonb_build_object('day', first_day));
    end if;
    if arguments ->> 'site' is not null then
        select s.id into site from site s
        where s.organisation_id = organisation and s.code = guard.text_of(arguments, 'site');
        if site is null then
            perform guard.refuse_value('site', arguments -> 'site', 'site_of_organisation');
        end if;
    end if;
    insert into appointment (person_id, role, organisation_id, site_id, during)
    values (person, guard.choice_of(arguments, 'role', array(select code from role order by code), required => true),
            organisation, site, daterange(first_day, last_day))
    returning * into made;
    return guard.finish_intention(key, jsonb_build_object('appointment', made.id, 'person', person));
end
$$;

-- Somebody else acts with all appointments for some time: said by the person, or by an administrator for the person.
create function api.deputise(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'deputise', arguments, array['person', 'deputy', 'from', 'until']);
    person int;
    substitute int;
    during daterange;
    made int;
begin
    if before is not null then
        return before;
    end if;
    person := coalesce(guard.person_of(arguments, 'person'), guard.person_id());
    if person <> guard.person_id()
       and not (select p.organisation_id from person p where p.id = person)
               = any (guard.my_organisations('administrator')) then
        perform guard.refuse_right('right_deputy', 'administrator');
    end if;
    substitute := guard.person_of(arguments, 'deputy', required => true);
    if substitute = person
       or (select count(distinct p.organisation_id) from person p where p.id in (person, substitute)) > 1 then
        perform guard.refuse_value('deputy', arguments -> 'deputy', 'other_person');
    end if;
    if guard.date_of(arguments, 'until', required => true)
       <= coalesce(guard.date_of(arguments, 'from'), guard.today()) then
        perform guard.refuse_value('until', arguments -> 'until', 'after_first_day');
    end if;
    during := daterange(coalesce(guard.date_of(arguments, 'from'), guard.today()), guard.date_of(arguments, 'until'));
    insert into deputy (person_id, deputy_id, during) values (person, substitute, during) returning id into made;
    perform guard.tell(array[person, substitute], 'deputy', jsonb_build_object('deputy', made));
    return guard.finish_intention(key, jsonb_build_object('deputy', made));
end
$$;

-- The one place where a login role is made. It belongs to the superuser who installed it, because PostgreSQL lets only
-- such make roles and nobody else is to hold CREATEROLE (near to superuser in PostgreSQL 15); only the owner's
-- functions may call it, and it does one thing: a role with an opaque new name, fixed attributes, one membership. A
-- name is random and never used again, since every login can read pg_roles. Long plans of the visibility rules are not
-- worth compiling, hence jit = off.
reset role;
create function guard.create_login(verifier text) returns name
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    login name := 'p_' || left(replace(gen_random_uuid()::text, '-', ''), 20);
begin
    if verifier is not null
       and verifier !~ ('^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{16,}={0,2}'
                        '\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') then
        perform guard.refuse_value('verifier', null, 'verifier');
    end if;
    execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit '
                   'connection limit 20 in role polder_person password %L', login, verifier);
    execute format('alter role %I set jit = off', login);
    return login;
end
$$;
revoke all on function guard.create_login(text) from public;
grant execute on function guard.create_login(text) to polder_owner;
set local role polder_owner;
