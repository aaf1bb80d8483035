-- Everything below schema polder and history is made anew by the files of this folder, together, in one transaction.
-- Dropping the other schemas takes the triggers, policies and views with it that stand on their functions.

drop schema if exists known cascade;
drop schema if exists past cascade;
drop schema if exists api cascade;
drop schema if exists guard cascade;
create schema guard;
create schema api;
create schema past;
create schema known;

do $$
declare
    old record;
begin
    for old in select schemaname, tablename, policyname from pg_policies where schemaname in ('polder', 'history') loop
        execute format('drop policy %I on %I.%I', old.policyname, old.schemaname, old.tablename);
    end loop;
end
$$;
revoke all on all tables in schema polder, history from public, polder_person;
revoke all on all sequences in schema polder, history from public, polder_person;
