-- What every row of the record has been: an image for each change, with the columns of its table. Append-only. Left out
-- is what the guard derives, what is not part of the record, and personal data, so that a person can be erased.
--
-- A migration that adds or changes a column of a tracked table does the same to its image table (sql/lint says so).
-- change_id has no foreign key: only the guard writes images, and checking each would slow an import down.

do $$
declare
    tracked record;
begin
    for tracked in
        select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
               string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attnum = any (i.indkey)) as key
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                           and (c.relname, a.attname) <> ('document', 'bytes')
        join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = 'polder'::regnamespace and c.relkind = 'r'
          and c.relname not in ('generation', 'change', 'intention', 'notice', 'person_detail',
                                'node_path', 'box', 'floor_box', 'connection', 'charge', 'ledger',
                                'ledger_quarter', 'ledger_peak', 'site_lock')
        group by c.relname
    loop
        execute format('create table history.%1$I as select null::bigint as change_id, null::text as op, %2$s '
                       'from polder.%1$I with no data', tracked.name, tracked.columns);
        execute format('alter table history.%I alter change_id set not null, alter op set not null, '
                       'add check (op in (''insert'', ''update'', ''delete''))', tracked.name);
        execute format('create index on history.%I (change_id)', tracked.name);
        execute format('create index on history.%I (%s, change_id)', tracked.name, tracked.key);
    end loop;
end
$$;

-- The rows that the migrations put in are the first generation.
do $$
declare
    first bigint;
    tracked record;
begin
    update polder.generation set value = 1;
    insert into polder.change (generation, intention) values (1, 'installation') returning id into first;
    for tracked in
        select c.relname as name,
               string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attnum > 2) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'history'::regnamespace and c.relkind = 'r'
        group by c.relname
    loop
        execute format('insert into history.%1$I select %2$s, ''insert'', %3$s from polder.%1$I',
                       tracked.name, first, tracked.columns);
    end loop;
end
$$;
