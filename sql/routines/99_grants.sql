-- The last file: nobody may execute or create anything that is not said here. (The policies of 50 go on functions and
-- views of guard with the asker's rights; people can use those there and cannot name them, having no USAGE on guard.)
revoke all on schema polder, history, guard, api, past, known from public;
grant execute on all functions in schema api to polder_person;

grant execute on function guard.today(), guard.is_tool(), guard.person_id(), guard.my_people(), guard.my_organisation(),
    guard.my_organisations(text[]), guard.my_sites(text[]), guard.home_organisations(), guard.host_sites(), guard.host_racks(), guard.host_rooms(), guard.joint_systems(), guard.personal_requests(),
    guard.personal_equipment(), guard.people_beside(), guard.is_named_to_host(int), guard.is_tool(), guard.has_arrived(int),
    guard.local_date(timestamptz), guard.setting_int(text, int, int), guard.working_days(date, int),
    guard.working_days_between(date, date)
    to polder_person;
grant select (id) on guard.visible_request, guard.visible_equipment, guard.visible_placement, guard.visible_agreement,
    guard.visible_override to polder_person;
grant select (system_id) on guard.visible_system to polder_person;
grant select (subject, subject_id, site_id) on guard.hosted_subject to polder_person;

-- Not all of this is the owner's: the database, schema public, the function that makes logins. The installing superuser
-- says it.
reset role;
revoke all on all functions in schema guard, api, past, known from public;
do $$
begin
    execute format('revoke temporary, connect on database %I from public', current_database());
    execute format('grant connect on database %I to polder_person, polder_owner', current_database());
end
$$;
revoke create on schema public from public;
set local role polder_owner;
