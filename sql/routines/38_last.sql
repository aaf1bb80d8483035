-- Wherever a change is reviewed, what the reviews have found is asked a reason for when all of them are done: by their names,
-- in which order they fire, these triggers come last.
do $$
declare
    reviewed record;
begin
    for reviewed in
        select distinct t.tgrelid::regclass as name, o.operation
        from pg_trigger t
        cross join lateral (values (4, 'insert'), (8, 'delete'), (16, 'update')) o (bit, operation)
        where t.tgname ~ '^(keep_(insert|update|delete|limits)|limit|review|trace)' and t.tgtype & o.bit <> 0
    loop
        execute format('create trigger want_reason_%1$s after %1$s on %2$s for each statement execute function guard.want_reason()',
                       reviewed.operation, reviewed.name);
    end loop;
end
$$;
