-- How a function says no, and how it reads its arguments. The SQLSTATE says what kind of no it is, DETAIL is JSON for
-- the client, the message is for whoever reads a log: neither names anything that the asker may not see.
--   PL001 rule  PL002 right  PL003 stale  PL004 value  PL005 not found  PL006 state  PL007 key used otherwise
--   PL008 a change breaks bookings and has no reason

create function guard.refuse_value(field text, value jsonb, allowed text) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception using errcode = 'PL004', message = format('%s: must be %s', field, allowed),
        detail = jsonb_build_object('field', field, 'value', value, 'allowed', allowed);
end
$$;

create function guard.refuse_right(what text) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception using errcode = 'PL002', message = format('not allowed: %s', what),
        detail = jsonb_build_object('right', what);
end
$$;

-- The same answer for what does not exist and for what the asker may not see.
create function guard.refuse_absent(subject text, reference jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception using errcode = 'PL005', message = format('no such %s', subject),
        detail = jsonb_build_object('subject', subject, 'reference', reference);
end
$$;

create function guard.refuse_state(state text, intention text, allowed text[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception using errcode = 'PL006', message = format('%s is not possible in state "%s"', intention, state),
        detail = jsonb_build_object('state', state, 'intention', intention, 'allowed', to_jsonb(allowed));
end
$$;

create function guard.refuse_rules(violations jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception using errcode = 'PL001',
        message = format('refused by %s',
                         (select string_agg(distinct v ->> 'rule', ', ') from jsonb_array_elements(violations) v)),
        detail = jsonb_build_object('violations', violations);
end
$$;

-- Readers of one argument. Absent and null are the same: null comes back, or a refusal where it is required. `at` is
-- the path of the object in which the field stands ('items/0/'), so that the refusal names the field in full.

create function guard.text_of(arguments jsonb, field text, required boolean default false, longest int default 4000,
                              at text default '') returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, 'given');
        end if;
        return null;
    end if;
    if jsonb_typeof(value) <> 'string' then
        perform guard.refuse_value(at || field, value, 'text');
    end if;
    if length(value #>> '{}') > longest then
        perform guard.refuse_value(at || field, to_jsonb(left(value #>> '{}', 40)),
                                   format('at most %s characters', longest));
    end if;
    if required and btrim(value #>> '{}') = '' then
        perform guard.refuse_value(at || field, value, 'not empty');
    end if;
    return btrim(value #>> '{}');
end
$$;

create function guard.choice_of(arguments jsonb, field text, choices text[], required boolean default false,
                                at text default '') returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    chosen text := guard.text_of(arguments, field, required, 200, at);
begin
    if chosen is not null and not chosen = any (choices) then
        perform guard.refuse_value(at || field, to_jsonb(chosen), 'one of ' || array_to_string(choices, ', '));
    end if;
    return chosen;
end
$$;

-- A number between two limits, in steps from the lowest.
create function guard.number_of(arguments jsonb, field text, lowest numeric, highest numeric, step numeric default 1,
                                required boolean default false, at text default '') returns numeric
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    value jsonb := nullif(arguments -> field, 'null');
    number numeric;
    allowed text := format('a number from %s to %s%s', lowest, highest,
                           case when step = 1 then ', whole' else ' in steps of ' || step end);
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, allowed);
        end if;
        return null;
    end if;
    if jsonb_typeof(value) = 'number' then
        number := (value #>> '{}')::numeric;
    end if;
    if number is null or number < lowest or number > highest or (number - lowest) % step <> 0 then
        perform guard.refuse_value(at || field, value, allowed);
    end if;
    return number;
end
$$;

create function guard.bool_of(arguments jsonb, field text, at text default '') returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if jsonb_typeof(value) <> 'boolean' then
        perform guard.refuse_value(at || field, value, 'true or false');
    end if;
    return (value #>> '{}')::boolean;
end
$$;

-- ISO dates alone: no 'today', no 'infinity', no day-month order to guess.
create function guard.date_of(arguments jsonb, field text, required boolean default false, at text default '')
    returns date
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, 'a date, YYYY-MM-DD');
        end if;
        return null;
    end if;
    if jsonb_typeof(value) = 'string' and (value #>> '{}') ~ '^(19|20|21)\d\d-\d\d-\d\d$' then
        begin
            return make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int,
                             substr(value #>> '{}', 9, 2)::int);
        exception when datetime_field_overflow then
            null;  -- the 30th of February: refused below like any other text
        end;
    end if;
    perform guard.refuse_value(at || field, value, 'a date, YYYY-MM-DD');
end
$$;

create function guard.array_of(arguments jsonb, field text, required boolean default false, at text default '')
    returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    value jsonb := nullif(arguments -> field, 'null');
begin
    if value is not null and jsonb_typeof(value) <> 'array'
       or required and coalesce(value, '[]') = '[]' then
        perform guard.refuse_value(at || field, value, 'a list' || case when required then ', not empty' else '' end);
    end if;
    return value;
end
$$;

-- Misspelt names must not be lost silently.
create function guard.refuse_unknown(arguments jsonb, known text[], at text default '') returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    stranger text;
begin
    if jsonb_typeof(arguments) is distinct from 'object' then
        perform guard.refuse_value(coalesce(nullif(rtrim(at, '/'), ''), 'arguments'), arguments, 'an object');
    end if;
    if arguments - known <> '{}' then
        select min(name) into stranger from jsonb_object_keys(arguments - known) name;
        perform guard.refuse_value(at || stranger, arguments -> stranger,
                                   'absent; the known names are ' || array_to_string(known, ', '));
    end if;
end
$$;
