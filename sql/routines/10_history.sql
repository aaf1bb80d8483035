-- Generations and images. The first tracked write of a transaction makes its row in polder.change; at commit that row
-- gets the next generation. The counter's row stays locked until the commit is done, so commit order is generation order.

-- The change of this transaction. Found by the transaction's own id: a session cannot write under another's name.
create function guard.change_id() returns bigint
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    found_id bigint;
begin
    select id into found_id from change where transaction = pg_current_xact_id() and generation is null;
    if found_id is null then
        insert into change (person_id, intention)
        values (guard.person_id(), nullif(current_setting('polder.intention', true), ''))
        returning id into found_id;
    end if;
    return found_id;
end
$$;

create function guard.number_change() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    next bigint;
begin
    -- What has not been asked a reason for by now (33_reasons.sql) is not made either.
    if current_setting('polder.unexplained', true) <> '' then
        perform guard.refuse_unexplained();
    end if;
    update generation set value = value + 1 returning value into next;
    update change set generation = next, at = clock_timestamp(), day = guard.today() where id = new.id;
    -- The number alone: anyone may listen.
    perform pg_notify('polder', next::text);
    return null;
end
$$;
create constraint trigger number_change after insert on polder.change
    deferrable initially deferred for each row execute function guard.number_change();

create function guard.refuse_rewriting() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception 'history is append-only: % of %.%', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_rows before delete or truncate on polder.change
    for each statement execute function guard.refuse_rewriting();
create trigger keep_numbered before update on polder.change
    for each row when (old.generation is not null) execute function guard.refuse_rewriting();

-- One function a table, so that each has its plan ready.
do $$
declare
    tracked record;
begin
    for tracked in
        select c.relname as name,
               string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                           and a.attname not in ('change_id', 'op', 'step')
        where c.relnamespace = 'history'::regnamespace and c.relkind = 'r'
        group by c.relname
    loop
        execute format($make$
            create function guard.image_of_%1$s() returns trigger
                language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
            as $body$
            begin
                -- The change is asked for at the first row, and once: without rows there is none. (Most find it there,
                -- and need no call.)
                if tg_op = 'DELETE' then
                    insert into history.%1$I (change_id, op, %2$s)
                    select (select coalesce((select c.id from change c
                                             where c.transaction = pg_current_xact_id() and c.generation is null),
                                            guard.change_id())), 'delete', %2$s from old_rows;
                else
                    insert into history.%1$I (change_id, op, %2$s)
                    select (select coalesce((select c.id from change c
                                             where c.transaction = pg_current_xact_id() and c.generation is null),
                                            guard.change_id())), lower(tg_op), %2$s from new_rows;
                end if;
                return null;
            end
            $body$;
            create trigger image_of_insert after insert on polder.%1$I
                referencing new table as new_rows for each statement execute function guard.image_of_%1$s();
            create trigger image_of_update after update on polder.%1$I
                referencing new table as new_rows for each statement execute function guard.image_of_%1$s();
            create trigger image_of_delete after delete on polder.%1$I
                referencing old table as old_rows for each statement execute function guard.image_of_%1$s();
            create trigger keep_rows before truncate on polder.%1$I
                for each statement execute function guard.refuse_rewriting();
            create trigger keep_rows before update or delete or truncate on history.%1$I
                for each statement execute function guard.refuse_rewriting();
        $make$, tracked.name, tracked.columns);
    end loop;
end
$$;
