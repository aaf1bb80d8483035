-- Group roles of the cluster. Roles belong to the cluster, not to a database: this file is safe to run for a second
-- database, and by several at once. Nobody logs in as these; a person's own login role is a member of polder_person.
--   polder_owner   owns every object; its functions are the only way to change data
--   polder_person  what a person may do: select listed columns, execute intentions
do $$
declare
    wanted name;
begin
    foreach wanted in array array['polder_owner', 'polder_person']::name[] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin noinherit', wanted);
            exception when duplicate_object or unique_violation then
                null;       -- made at this moment for another database; no advisory lock reaches across databases
            end;
        end if;
    end loop;
end
$$;
