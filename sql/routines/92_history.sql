-- Who changed what, when: the images of the record (10_history.sql), each with the columns that people may read, for whom
-- the table's own policy shows the row. What a person may not see is not there, and not counted either.

-- Who sees a row of this table: its policies, in which other tables are read as the asker sees them.
-- (With nothing on the search path, so that every name comes with its schema.)
create function past.policy_of(wanted text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    shown text;
    other text;
begin
    select coalesce(string_agg('(' || pg_get_expr(p.polqual, p.polrelid) || ')', ' or '), 'false') into shown
    from pg_policy p where p.polrelid = format('polder.%I', wanted)::regclass;
    for other in select distinct m[1] from regexp_matches(shown, '\mpolder\.(\w+)', 'g') m loop
        shown := regexp_replace(shown, '\mpolder\.' || other || '\M',
                                format('(select * from polder.%1$I where %2$s)', other,
                                       replace(past.policy_of(other), '\', '\\')), 'g');
    end loop;
    return shown;
end
$$;

-- An image each, of what people call one thing: it has an id of its own. A view for each table, and all together.
do $$
declare
    one record;
    names text[] := '{}';
begin
    for one in
        select c.relname as name,
               string_agg(format('%L, %I.%I', a.attname, c.relname, a.attname), ', ' order by a.attnum)
                   filter (where a.attname <> 'id') as columns
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        cross join lateral aclexplode(a.attacl) g
        where c.relnamespace = 'polder'::regnamespace and g.grantee = 'polder_person'::regrole
          and g.privilege_type = 'SELECT'
          and exists (select from pg_attribute h
                      where h.attrelid = to_regclass(format('history.%I', c.relname)) and h.attname = a.attname)
          and exists (select from pg_attribute i
                      where i.attrelid = to_regclass(format('history.%I', c.relname)) and i.attname = 'id'
                        and i.atttypid = 'int'::regtype)
        group by c.relname order by c.relname
    loop
        execute format('create view past.image_of_%1$s as '
                       'select %1$I.change_id, %1$L::text as table_name, %1$I.id as key, %1$I.op, %1$I.step, '
                       'jsonb_build_object(%2$s) as row from history.%1$I where (select guard.is_tool()) or %3$s',
                       one.name, one.columns, past.policy_of(one.name));
        names := names || format('select * from past.image_of_%s', one.name);
    end loop;
    execute 'create view past.image as ' || array_to_string(names, ' union all ');
end
$$;

-- What is different: {column: [before, after]}.
create function past.different(before jsonb, after jsonb) returns jsonb
    language sql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select coalesce(jsonb_object_agg(k.name, jsonb_build_array(before -> k.name, after -> k.name)), '{}')
    from (select jsonb_object_keys(coalesce(before, '{}')) as name union select jsonb_object_keys(coalesce(after, '{}'))) k
    where nullif(before -> k.name, 'null') is distinct from nullif(after -> k.name, 'null')
$$;

-- Pages of changes, the newest first; or with net, of each thing what is different at the end of the last day from what it
-- was before the first day, by table and key. `after`: as the page before said, where the next one begins.
create function api.history(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
declare
    wanted text := guard.text_of(arguments, 'table');
    only_key int := guard.number_of(arguments, 'key', 1, 2147483647);
    who int := guard.number_of(arguments, 'person', 1, 2147483647);
    first_day date := guard.date_of(arguments, 'from');
    last_day date := guard.date_of(arguments, 'until');
    net boolean := coalesce(guard.bool_of(arguments, 'net'), false);
    most int := coalesce(guard.number_of(arguments, 'most', 1, 5000), 500);
    after jsonb := nullif(arguments -> 'after', 'null');
    base bigint;
    batch bigint[];
    part jsonb;
    page jsonb := '[]';
    told jsonb := '[]';
    one text;
begin
    perform guard.refuse_unknown(arguments, array['table', 'key', 'person', 'from', 'until', 'net', 'most', 'after']);
    if net then
        select coalesce(max(c.generation), 0) into base from change c where c.day < first_day;
        select coalesce(jsonb_agg(to_jsonb(n) order by n."table", n.key), '[]') into page
        from (select distinct on (i.table_name, i.key) c.generation, c.at, c.person_id as person, c.intention,
                     i.table_name as "table", i.key, i.op
              from past.image i join change c on c.id = i.change_id
              where c.generation > base and (last_day is null or c.day <= last_day)
                and (who is null or c.person_id = who)
                and (wanted is null or i.table_name = wanted) and (only_key is null or i.key = only_key)
                and (after is null or (i.table_name, i.key) > (after ->> 'table', (after ->> 'key')::int))
              order by i.table_name, i.key, c.generation desc, i.step desc
              limit most + 1) n;
    else
        -- Change after change until the page is full: the oldest one may be an import of everything.
        for batch in
            select array_agg(n.id) from (
                select c.id, row_number() over (order by c.generation desc) as number
                from change c
                where c.generation is not null and (who is null or c.person_id = who)
                  and (first_day is null or c.day >= first_day) and (last_day is null or c.day <= last_day)
                  and (after is null or c.generation <= (after ->> 'generation')::bigint)) n
            group by (n.number - 1) / 20 order by (n.number - 1) / 20 loop
            select coalesce(jsonb_agg(to_jsonb(n) order by n.generation desc, n."table", n.key), '[]') into part
            from (select distinct on (c.generation, i.table_name, i.key) c.generation, c.at, c.person_id as person,
                         c.intention, i.table_name as "table", i.key, i.op
                  from past.image i join change c on c.id = i.change_id
                  where i.change_id = any (batch)
                    and (wanted is null or i.table_name = wanted) and (only_key is null or i.key = only_key)
                    and (after is null or c.generation < (after ->> 'generation')::bigint
                         or (i.table_name, i.key) > (after ->> 'table', (after ->> 'key')::int))
                  order by c.generation desc, i.table_name, i.key, i.step desc
                  limit most + 1 - jsonb_array_length(page)) n;
            page := page || part;
            exit when jsonb_array_length(page) > most;
        end loop;
    end if;

    for one in select distinct p ->> 'table' from jsonb_array_elements(page) p loop
        execute format($q$
            select jsonb_agg(p.value || jsonb_build_object(
                       'name', coalesce(nullif(a.row ->> 'name', ''), a.row ->> 'code', a.row ->> 'number', a.row ->> 'reference',
                                        a.row ->> 'handle', a.row ->> 'key', ''),
                       'op', case when b.row is null or b.op = 'delete' then 'insert' else a.op end,
                       'about', case when %1$L = 'placement' then a.row -> 'equipment_id' end,
                       'changed', past.different(case when b.op <> 'delete' then b.row end,
                                                 case when a.op <> 'delete' then a.row end)))
            from jsonb_array_elements($1) p
            cross join lateral (select i.row, i.op
                                from past.image_of_%2$s i join polder.change c on c.id = i.change_id
                                where i.key = (p.value ->> 'key')::int
                                  and c.generation <= (p.value ->> 'generation')::bigint
                                order by c.generation desc, i.step desc limit 1) a
            left join lateral (select i.row, i.op
                               from past.image_of_%2$s i join polder.change c on c.id = i.change_id
                               where i.key = (p.value ->> 'key')::int
                                 and c.generation <= coalesce($2, (p.value ->> 'generation')::bigint - 1)
                               order by c.generation desc, i.step desc limit 1) b on true
            where p.value ->> 'table' = %1$L $q$, one, one)
        into part using page, base;
        told := told || coalesce(part, '[]');
    end loop;
    return (select jsonb_build_object(
                       'more', jsonb_array_length(page) > most,
                       'after', (page -> least(most, jsonb_array_length(page)) - 1) - array['at', 'person', 'intention', 'op'],
                       'rows', coalesce(jsonb_agg(t.value order by t.number) filter (where t.number <= most), '[]'))
            from (select value, row_number() over (
                             order by case when not net then -(value ->> 'generation')::bigint end,
                                      value ->> 'table', (value ->> 'key')::int) as number
                  from jsonb_array_elements(told)) t
            where not net or t.value -> 'changed' <> '{}');
end
$$;
