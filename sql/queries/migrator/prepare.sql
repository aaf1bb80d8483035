-- What migrations need before there is anything: the owner may create schemas here, the extension is trusted but made
-- by whoever installs, and the list of what was applied. Safe to run each time.
do $$
begin
    execute format('grant create on database %I to polder_owner', current_database());
end
$$;
create extension if not exists btree_gist with schema public;
create schema if not exists polder_meta authorization polder_owner;
create table if not exists polder_meta.migration (
    name text primary key,
    sha256 text not null,
    at timestamptz not null default clock_timestamp()
);
alter table polder_meta.migration owner to polder_owner;
-- What PostgreSQL holds to be leakproof it compares before it asks the policies, by an index if there is one. Then the
-- time a query takes, and EXPLAIN, tell whether another tenant has that serial number or that name. With these it asks
-- the policies first. (A row's id is no secret; nothing is compared by numbers that would be.) A dump does not take this
-- along, so it is said each time.
do $$
declare
    comparison regprocedure;
begin
    for comparison in
        select p.oid from pg_proc p
        where p.proleakproof and p.pronamespace = 'pg_catalog'::regnamespace
          and p.proargtypes::oid[] && array['text', 'varchar', 'bpchar', 'bytea']::regtype[]::oid[]
    loop
        execute format('alter function %s not leakproof', comparison);
    end loop;
end
$$
