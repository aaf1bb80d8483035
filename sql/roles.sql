-- Group roles of the cluster. Roles belong to the cluster, not to a database: this file is safe to run for a second
-- database, and by several at once. Nobody logs in as these; a person's own login role is a member of polder_person.
--   polder_owner   owns every object; its functions are the only way to change data
--   polder_person  what a person may do: select listed columns, execute intentions
do $$
declare
    wanted name;
begin
    perform pg_advisory_xact_lock(hashtext('polder roles'));
    foreach wanted in array array['polder_owner', 'polder_person']::name[] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin noinherit', wanted);
        end if;
    end loop;
end
$$;
