-- What meters say, for the yearly figures of a data centre: energy, water, heat that others use. A month of a meter has
-- one reading; said again, it is corrected, and history keeps what it was.

create function api.record_readings(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'record_readings', arguments, array['readings', 'reason']);
    entries jsonb := guard.array_of(arguments, 'readings', required => true);
    mine int[] := guard.my_sites('facility_manager', 'reporting');
    seen text[] := '{}';
    counts int[] := '{0,0,0}';          -- new, corrected, unchanged
    entry jsonb;
    place text;
    target site;
    meter int;
    reading meter_reading;
    was meter_reading;
begin
    if before is not null then
        return before;
    end if;
    for i in 0 .. jsonb_array_length(entries) - 1 loop
        entry := entries -> i;
        place := format('readings/%s/', i);
        perform guard.refuse_unknown(entry, array['site', 'node', 'indicator', 'month', 'quantity', 'unit', 'source'], place);
        select s.* into target from site s where s.code = guard.text_of(entry, 'site', required => true, at => place);
        if target.id is null then
            perform guard.refuse_value(place || 'site', entry -> 'site', 'site');
        elsif not target.id = any (mine) then
            perform guard.refuse_right('right_site', 'facility_manager', 'reporting');
        end if;
        meter := null;
        if entry ->> 'node' <> '' then
            select n.id into meter from node n
            where n.site_id = target.id and n.kind <> 'agreement_line'
              and n.name = guard.text_of(entry, 'node', at => place);
            if meter is null then
                perform guard.refuse_value(place || 'node', entry -> 'node', 'node_or_nothing');
            end if;
        end if;
        reading.indicator := guard.text_of(entry, 'indicator', required => true, longest => 20, at => place);
        if reading.indicator !~ '^[A-Z][A-Z0-9_]*$' then
            perform guard.refuse_value(place || 'indicator', entry -> 'indicator', 'capital_letters');
        end if;
        reading.at := date_trunc('month', guard.date_of(entry, 'month', required => true, at => place))
                      at time zone 'Europe/Amsterdam';
        if reading.at > guard.today() then
            perform guard.refuse_value(place || 'month', entry -> 'month', 'month_begun');
        end if;
        reading.unit := guard.text_of(entry, 'unit', required => true, longest => 20, at => place);
        reading.quantity := guard.number_of(entry, 'quantity', case reading.unit when '°C' then -100 else 0 end,
                                            1000000000000, step => 0.001, required => true, at => place);
        reading.source := coalesce(guard.text_of(entry, 'source', longest => 200, at => place), 'entered');
        if concat_ws('|', target.id, coalesce(meter, 0), reading.indicator, reading.at) = any (seen) then
            perform guard.refuse_value(place || 'month', entry -> 'month', 'once_a_meter');
        end if;
        seen := seen || concat_ws('|', target.id, coalesce(meter, 0), reading.indicator, reading.at);

        -- Whoever said it on another day of the month meant the same month.
        select r.* into was from meter_reading r
        where r.site_id = target.id and r.node_id is not distinct from meter and r.indicator = reading.indicator
          and date_trunc('month', r.at at time zone 'Europe/Amsterdam')
              = date_trunc('month', reading.at at time zone 'Europe/Amsterdam');
        if was.id is null then
            insert into meter_reading (site_id, node_id, indicator, at, quantity, unit, source)
            values (target.id, meter, reading.indicator, reading.at, reading.quantity, reading.unit, reading.source);
            counts[1] := counts[1] + 1;
        elsif (was.quantity, was.unit, was.source) is distinct from (reading.quantity, reading.unit, reading.source) then
            update meter_reading r set quantity = reading.quantity, unit = reading.unit, source = reading.source
            where r.id = was.id;
            counts[2] := counts[2] + 1;
        else
            counts[3] := counts[3] + 1;
        end if;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('recorded', counts[1], 'corrected', counts[2],
                                                          'unchanged', counts[3]));
end
$$;

-- Records of ten years are kept, as (EU) 2024/1364 wants it, whoever deletes them; and none is made older than it is.
create function guard.keep_reading() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if (old.at at time zone 'Europe/Amsterdam')::date > (guard.today() - interval '10 years')::date then
        perform guard.refuse_value('at', to_jsonb((old.at at time zone 'Europe/Amsterdam')::date), 'kept_ten_years');
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger keep_ten_years before delete on polder.meter_reading
    for each row execute function guard.keep_reading();
create trigger keep_its_day before update of at, site_id, indicator on polder.meter_reading
    for each row when ((old.at, old.site_id, old.indicator) is distinct from (new.at, new.site_id, new.indicator))
    execute function guard.keep_reading();
