-- What is needed to read the record as it was known: the order of the images within one change, and the day on which a
-- generation was made, as the data centres count days.

do $$
declare
    image record;
begin
    for image in select c.relname as name from pg_class c
                 where c.relnamespace = 'history'::regnamespace and c.relkind = 'r' order by 1 loop
        execute format('alter table history.%I add column step bigint generated always as identity', image.name);
    end loop;
end
$$;

alter table polder.change add column day date;
-- History is append-only for everybody but a migration.
alter table polder.change disable trigger user;
update polder.change set day = (at at time zone 'Europe/Amsterdam')::date where generation is not null;
alter table polder.change enable trigger user;
create index on polder.change (day, generation);
