-- Several intentions at once, as a scenario has tried them out: all of them or none.

-- Each step is the intention itself: its right, its place in the table of states, what the guard says. Where one is refused
-- the rest is tried all the same, so that all conflicts are told together, by the number of the step from 1; then nothing
-- of it is done; with only_check in any case. What is no refusal of Polder's (a deadlock, a lost race) ends it at once, so that the client tries again.
create function api.promote(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'promote', arguments, array['steps', 'only_check']);
    one record;
    at text;
    wanted text;
    result jsonb;
    results jsonb := '[]';
    conflicts jsonb := '[]';
    failed text;
    sentence text;
    detail text;
begin
    if before is not null then
        return before;
    end if;
    for one in select value, ordinality as number
               from jsonb_array_elements(guard.array_of(arguments, 'steps', required => true)) with ordinality loop
        at := format('steps/%s/', one.number - 1);
        perform guard.refuse_unknown(one.value, array['intention', 'arguments'], at);
        wanted := guard.choice_of(one.value, 'intention', array['hold', 'move', 'reject', 'release'], required => true, at => at);
        if jsonb_typeof(one.value -> 'arguments') is distinct from 'object' then
            perform guard.refuse_value(at || 'arguments', one.value -> 'arguments', 'object');
        end if;
        begin
            execute format('select api.%I($1, $2, $3)', wanted) into result
            using md5(key::text || one.number)::uuid, promote.generation, one.value -> 'arguments';
            if (result ->> 'asked')::boolean then
                perform guard.refuse_right('right_site', 'facility_manager');
            end if;
            results := results || (result - array['generation', 'warnings'] || jsonb_build_object('intention', wanted));
        exception when others then
            get stacked diagnostics failed = returned_sqlstate, sentence = message_text, detail = pg_exception_detail;
            if failed not like 'PL%' then
                raise;
            end if;
            conflicts := conflicts || jsonb_build_object('step', one.number, 'sqlstate', failed, 'message', sentence,
                                                         'detail', nullif(detail, '')::jsonb);
        end;
    end loop;
    if conflicts <> '[]' or coalesce(guard.bool_of(arguments, 'only_check'), false) then
        perform guard.refuse_as('conflicts', jsonb_build_object('conflicts', conflicts), jsonb_build_object(
            'refused', jsonb_array_length(conflicts), 'steps', jsonb_array_length(arguments -> 'steps')));
    end if;
    return guard.finish_intention(key, jsonb_build_object('steps', results));
end
$$;
