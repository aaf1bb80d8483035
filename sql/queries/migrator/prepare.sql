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
alter table polder_meta.migration owner to polder_owner
