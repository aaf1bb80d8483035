-- How a function says no, and how it reads its arguments. The SQLSTATE says what kind of no it is; DETAIL is JSON for
-- the client: what was refused, a code and the data of its sentence, which the client says in its reader's language. The
-- message, in English, is for whoever reads a log. None of them names anything that the asker may not see.
--   PL001 rule  PL002 right  PL003 stale  PL004 value  PL005 not found  PL006 state  PL007 key used otherwise
--   PL008 a change breaks bookings and has no reason  PL009 steps of a whole are refused

-- Every code there is. {name}: of the detail or the data, a list with commas (roles: with or). Of a value it says what it
-- must be, of a right what is not allowed. A code without a SQLSTATE is told in an answer.
create view guard.refusal (code, sqlstate, english) as
    values ('refused_by', 'PL001', 'refused by {rules}'),
           ('refused_at', 'PL001', 'refused: {rules}'),
           ('right', 'PL002', '{intention}: this is for the {roles}'),
           ('right_site', 'PL002', '{intention}: this is for the {roles} of the data centre'),
           ('right_organisation', 'PL002', '{intention}: this is for the {roles} of the organisation'),
           ('right_host', 'PL002', '{intention}: this is for the {roles} of a host'),
           ('right_other_institution', 'PL002', '{intention}: this is for the {roles} of the other institution'),
           ('right_second', 'PL002', '{intention}: this is for a second {roles} of the data centre'),
           ('right_field', 'PL002', '{intention}: {argument} is for the {roles}'),
           ('right_deputy', 'PL002', 'to name a deputy for another: this is for the {roles} of the organisation'),
           ('right_login', 'PL002', '{intention}: only people may, and this login is no person''s'),
           ('right_behalf', 'PL002', '{intention}: only a coordinator asks on behalf of another person'),
           ('right_security_review', 'PL002', 'security review: this is for the security officer of the data centre'),
           ('right_book', 'PL002', 'to book in this data centre: this is for its facility manager'),
           ('right_node', 'PL002', '{intention}: this is for the facility manager of the data centre, of an agreement for the host''s agreement manager'),
           ('right_date', 'PL002', '{intention}: the date is for tests alone'),
           ('right_founder', 'PL002', '{intention}: this is for whoever sets up a record in which there is nobody yet'),
           ('right_author', 'PL002', '{intention}: this is for who added it, and for who looks after what it is about'),
           ('right_withdraw_override', 'PL002', '{intention}: this is for the facility manager of the data centre, or who confirmed it'),
           ('stale', 'PL003', '{subject} was changed after you looked'),
           ('after', 'PL004', 'after {day}'),
           ('after_today', 'PL004', 'after today, {day}'),
           ('after_first_day', 'PL004', 'after the first day'),
           ('not_before_today', 'PL004', 'not before today, {day}'),
           ('not_after_today', 'PL004', 'not after today, {day}'),
           ('month_back', 'PL004', 'today, {day}, or one of the 31 days before'),
           ('month_begun', 'PL004', 'a month that has begun'),
           ('booked_no_longer', 'PL004', 'after today, {day}: the place is booked no longer'),
           ('kept_ten_years', 'PL004', 'more than ten years ago: readings are kept as long as that'),
           ('given', 'PL004', 'given'),
           ('given_without_model', 'PL004', 'given where there is no model'),
           ('given_no_height', 'PL004', 'given: the model has no height'),
           ('given_or_node', 'PL004', 'given, or instead of it node'),
           ('given_or_other', 'PL004', 'given, or instead of it placement, asset_tag or node'),
           ('evidence_acting', 'PL004', 'given when acting on behalf of another person (mail, document)'),
           ('evidence_asking', 'PL004', 'given when asking on behalf of another person'),
           ('not_empty', 'PL004', 'not empty'),
           ('text', 'PL004', 'text'),
           ('at_most_characters', 'PL004', 'at most {most} characters'),
           ('true_or_false', 'PL004', 'true or false'),
           ('date', 'PL004', 'a date, YYYY-MM-DD'),
           ('list', 'PL004', 'a list'),
           ('list_not_empty', 'PL004', 'a list, not empty'),
           ('list_of_eight', 'PL004', 'a list of at most eight'),
           ('list_with_weakened', 'PL004', 'a list, not empty, where weakened is'),
           ('object', 'PL004', 'an object'),
           ('fields_with_values', 'PL004', 'an object of fields with values'),
           ('unknown_name', 'PL004', 'absent; the known names are {known}'),
           ('one_of', 'PL004', 'one of {choices}'),
           ('number_whole', 'PL004', 'a number from {least} to {most}, whole'),
           ('number_steps', 'PL004', 'a number from {least} to {most} in steps of {step}'),
           ('not_below_inlet_min', 'PL004', 'not below inlet_min_c'),
           ('at_least_come', 'PL004', 'at least {least}, so many have come already'),
           ('at_most_tallest', 'PL004', 'at most {most}, the height of the tallest rack'),
           ('at_least_for_racks', 'PL004', 'at least {least}, for its racks'),
           ('at_most_in_room', 'PL004', 'at most {most}: the room ends there'),
           ('at_most_bytes', 'PL004', 'at most {most} bytes'),
           ('at_most_at_once', 'PL004', 'at most {most} at once'),
           ('within_rack', 'PL004', 'within the rack, which has {most} U'),
           ('uuid', 'PL004', 'a UUID made by the client'),
           ('generation', 'PL004', 'a generation that there has been'),
           ('verifier', 'PL004', 'a SCRAM-SHA-256 verifier, never a password'),
           ('as_before', 'PL004', 'as before'),
           ('each_once', 'PL004', 'each placement once'),
           ('each_equipment_once', 'PL004', 'each piece of equipment once'),
           ('letters', 'PL004', 'letters, digits, dots, hyphens and underscores'),
           ('small_letters', 'PL004', 'small letters, digits and underscores'),
           ('capital_letters', 'PL004', 'capital letters, digits and underscores, like E_DC'),
           ('free_handle', 'PL004', 'a free name of small letters, digits, dots, hyphens and underscores'),
           ('free_name', 'PL004', 'a name that nothing in {site} has'),
           ('free_organisation', 'PL004', 'a code that no institution has, without dots'),
           ('free_site', 'PL004', 'a code that no data centre has'),
           ('free_agreement', 'PL004', 'one that no other agreement has'),
           ('free_for_owner', 'PL004', 'not in use by another device of this owner'),
           ('all_free_for_owner', 'PL004', 'serials and asset tags not in use by another device of their owner'),
           ('organisation', 'PL004', 'the code of an organisation'),
           ('other_organisation', 'PL004', 'the code of another institution'),
           ('department', 'PL004', 'the code of a department of this organisation'),
           ('department_of_owner', 'PL004', 'the code of a department of its owner'),
           ('person_to_name', 'PL004', 'the handle of a person whom you may name'),
           ('person_of_organisation', 'PL004', 'a person of this organisation'),
           ('person_of_owner', 'PL004', 'the handle of a person of its owner whom you may name'),
           ('other_person', 'PL004', 'another person of the same organisation'),
           ('other_person_here', 'PL004', 'another person of the same organisation, who has not left'),
           ('not_left', 'PL004', 'somebody who has not left yet'),
           ('sponsor', 'PL004', 'a sponsor of this organisation'),
           ('sponsor_of_owner', 'PL004', 'the handle of a sponsor of its owner'),
           ('site', 'PL004', 'the code of a data centre'),
           ('site_of_organisation', 'PL004', 'the code of a data centre of this organisation'),
           ('site_where_it_holds', 'PL004', 'the data centre in which it is to hold'),
           ('room', 'PL004', 'a room, SITE/ROOM'),
           ('room_of', 'PL004', 'a room of {site}'),
           ('rack', 'PL004', 'a rack, SITE/ROOM/RACK'),
           ('rack_in_service', 'PL004', 'a rack in service on {day}'),
           ('rack_not_there', 'PL004', 'such that {rack} is not there yet'),
           ('where_no_rack', 'PL004', 'where no rack stands; {rack} would'),
           ('same_rack', 'PL004', 'the same rack: in this chassis something has cords of its own'),
           ('chassis', 'PL004', 'the asset tag or id of a chassis with bays'),
           ('chassis_come', 'PL004', 'a chassis that has come, or that is held for the same request'),
           ('chassis_in_rack', 'PL004', 'a chassis that is in a rack between {from} and {until}'),
           ('chassis_in_rack_from', 'PL004', 'a chassis that is in a rack between {from} and the end of time'),
           ('chassis_with_all', 'PL004', 'a chassis of which nothing stays, or all that is in it too'),
           ('bay_of_chassis', 'PL004', 'a bay of this chassis: {bays}'),
           ('bay_with_more', 'PL004', 'a bay of this chassis with {more} after it'),
           ('absent_on_floor', 'PL004', 'absent: it stands on the floor'),
           ('absent_off_floor', 'PL004', 'absent: it does not stand on the floor'),
           ('outlet_of_rack', 'PL004', 'an outlet of this rack, PDU:OUTLET'),
           ('outlet_of_room', 'PL004', 'an outlet of this room, PDU:OUTLET'),
           ('one_outlet', 'PL004', 'one outlet: several have this name'),
           ('outlet_a_cord', 'PL004', 'one outlet for each cord, {cords}'),
           ('outlets_there', 'PL004', 'outlets or nodes that there are, one for each cord'),
           ('named_once', 'PL004', 'named once'),
           ('node', 'PL004', 'a node, by its id or as SITE NAME'),
           ('node_fed', 'PL004', 'a node of the power chain, fed from another of it'),
           ('node_of', 'PL004', 'the name of a node of {site}'),
           ('power_node_of', 'PL004', 'the name of a power node of {site}'),
           ('node_of_building', 'PL004', 'a node of the building: a line of an agreement ends with that'),
           ('node_in_service', 'PL004', 'a node in service before {day}'),
           ('node_or_nothing', 'PL004', 'the name of a node of the data centre, or nothing'),
           ('node_or_cooling', 'PL004', 'the id of a node; or else cooling_unit, of a cooling unit'),
           ('not_below_itself', 'PL004', 'a node that is not below this one'),
           ('once_a_meter', 'PL004', 'given once for each meter and indicator'),
           ('once_a_topic', 'PL004', 'given once for a topic'),
           ('whole_shares', 'PL004', 'shares that are 1000 together on {day}, not {sum}'),
           ('own_row', 'PL004', 'as before: ports of another kind or in another place are a row of their own'),
           ('model', 'PL004', 'a model of the library'),
           ('one_model', 'PL004', 'one model: several have this name, so add the manufacturer'),
           ('request', 'PL004', 'a request''s number or id'),
           ('item_of_request', 'PL004', 'the number of an item of this request'),
           ('item_to_come', 'PL004', 'an item of which a piece has not come yet'),
           ('item_to_install', 'PL004', 'an item with a piece that is not yet installed'),
           ('as_many', 'PL004', 'as many as the item has pieces that have not come, {count}'),
           ('one_or_as_many', 'PL004', 'one, or as many as the item has pieces that have not come, {count}'),
           ('placement_in_rack', 'PL004', 'the id of a placement in the rack'),
           ('placement_then', 'PL004', 'the id of a placement that is in this data centre on one of these days'),
           ('placement_on', 'PL004', 'a placement that has begun by {day} and lasts beyond'),
           ('placement_to_move', 'PL004', 'a placement in a rack or chassis or on the floor that lasts beyond the day of the move'),
           ('placement_that_stays', 'PL004', 'a placement of what is not planned to move'),
           ('id_of_tag', 'PL004', 'the id: several have this asset tag'),
           ('id_of_name', 'PL004', 'the id: several are called so'),
           ('what_it_is_about', 'PL004', 'the id or the name of what it is about'),
           ('shared_equipment', 'PL004', 'the asset tag, or the name if no other has it, of equipment that stands and is shared'),
           ('file_name', 'PL004', 'the name of a file, without folders'),
           ('base64', 'PL004', 'the bytes of the file in base64'),
           ('less_documents', 'PL004', 'something with less than {most} documents'),
           ('web_address', 'PL004', 'an address that begins with https:// or http://'),
           ('not_linked', 'PL004', 'one that is not linked yet'),
           ('one_paper', 'PL004', 'one of document, note and link'),
           ('may_be_set_aside', 'PL004', 'a rule that may be set aside'),
           ('between_institutions', 'PL004', 'a rule between two institutions, of a guest''s equipment'),
           ('waits_to_be_confirmed', 'PL004', 'one that waits to be confirmed'),
           ('absent', 'PL005', 'no such {subject}'),
           ('state', 'PL006', '{intention} is not possible in state "{state}"'),
           ('security_review_open', 'PL006', 'the security review is open'),
           ('kept_booking', 'PL006', 'a booking is ended or released, never deleted'),
           ('kept_override', 'PL006', 'an override is confirmed or withdrawn, never changed'),
           ('estate_there', 'PL006', 'this database holds an estate already'),
           ('key_used', 'PL007', 'key: this one was used for something else'),
           ('unexplained', 'PL008', 'a change that breaks {rules} wants a reason'),
           ('unexplained_many', 'PL008', 'a change that breaks {rules} and {more} more wants a reason'),
           ('conflicts', 'PL009', '{refused} of {steps} steps are refused: nothing was done'),
           ('model_twice', null, 'the model comes twice, first in {file}'),
           ('slug_twice', null, 'the slug comes twice, first in {file}'),
           ('slug_taken', null, 'slug {slug} belongs to another model');

-- {"sqlstate", "message", "detail"} of a refusal.
create function guard.worded(code text, detail jsonb, data jsonb default '{}') returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    known record;
    one record;
    said text;
begin
    select * into strict known from refusal r where r.code = worded.code;
    said := known.english;
    for one in
        select d.key, case when jsonb_typeof(d.value) <> 'array' then d.value #>> '{}'
                           when d.key = 'roles' then (select replace(string_agg(v, ' or '), '_', ' ') from jsonb_array_elements_text(d.value) v)
                           else (select string_agg(v, ', ') from jsonb_array_elements_text(d.value) v) end as words
        from jsonb_each(detail || data) d
    loop
        said := replace(said, '{' || one.key || '}', coalesce(one.words, ''));
    end loop;
    return jsonb_build_object(
        'sqlstate', known.sqlstate,
        'message', case known.sqlstate when 'PL004' then format('%s: must be %s', detail ->> 'field', said)
                                       when 'PL002' then format('not allowed: %s', said) else said end,
        'detail', detail || jsonb_build_object('code', code)
                  || case when data = '{}' then data else jsonb_build_object('data', data) end
                  || case known.sqlstate when 'PL004' then jsonb_build_object('allowed', said)
                                         when 'PL002' then jsonb_build_object('right', said) else '{}' end);
end
$$;

create function guard.refuse_as(code text, detail jsonb, data jsonb default '{}', help text default '') returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    worded jsonb := guard.worded(code, detail, data);
begin
    if help = '' then
        raise exception using errcode = worded ->> 'sqlstate', message = worded ->> 'message', detail = worded -> 'detail';
    end if;
    raise exception using errcode = worded ->> 'sqlstate', message = worded ->> 'message', detail = worded -> 'detail', hint = help;
end
$$;

create function guard.refuse_value(field text, value jsonb, code text, data jsonb default '{}') returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as(code, jsonb_build_object('field', field, 'value', value), data);
end
$$;

-- Of the intention that is under way.
create function guard.refuse_right(code text, variadic roles text[] default '{}') returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as(code, jsonb_build_object('intention', current_setting('polder.intention', true)),
                            case when roles = '{}' then '{}' else jsonb_build_object('roles', roles) end);
end
$$;

-- The same answer for what does not exist and for what the asker may not see.
create function guard.refuse_absent(subject text, reference jsonb) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as('absent', jsonb_build_object('subject', subject, 'reference', reference));
end
$$;

create function guard.refuse_state(state text, intention text, allowed text[]) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as('state', jsonb_build_object('state', state, 'intention', intention, 'allowed', allowed));
end
$$;

create function guard.refuse_rules(violations jsonb) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as('refused_by', jsonb_build_object('violations', violations), jsonb_build_object(
        'rules', array(select distinct v ->> 'rule' from jsonb_array_elements(violations) v order by 1)));
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
                                   'at_most_characters', jsonb_build_object('most', longest));
    end if;
    if required and btrim(value #>> '{}') = '' then
        perform guard.refuse_value(at || field, value, 'not_empty');
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
        perform guard.refuse_value(at || field, to_jsonb(chosen), 'one_of', jsonb_build_object('choices', choices));
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
    allowed text := case when step = 1 then 'number_whole' else 'number_steps' end;
    limits jsonb := jsonb_build_object('least', lowest, 'most', highest) || case when step = 1 then '{}'
                                                                                 else jsonb_build_object('step', step) end;
begin
    if value is null then
        if required then
            perform guard.refuse_value(at || field, null, allowed, limits);
        end if;
        return null;
    end if;
    if jsonb_typeof(value) = 'number' then
        number := (value #>> '{}')::numeric;
    end if;
    if number is null or number < lowest or number > highest or (number - lowest) % step <> 0 then
        perform guard.refuse_value(at || field, value, allowed, limits);
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
        perform guard.refuse_value(at || field, value, 'true_or_false');
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
            perform guard.refuse_value(at || field, null, 'date');
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
    perform guard.refuse_value(at || field, value, 'date');
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
        perform guard.refuse_value(at || field, value, case when required then 'list_not_empty' else 'list' end);
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
        perform guard.refuse_value(coalesce(nullif(rtrim(at, '/'), ''), 'arguments'), arguments, 'object');
    end if;
    if arguments - known <> '{}' then
        select min(name) into stranger from jsonb_object_keys(arguments - known) name;
        perform guard.refuse_value(at || stranger, arguments -> stranger,
                                   'unknown_name', jsonb_build_object('known', known));
    end if;
end
$$;
