-- What is known of equipment is put right: one piece or thousands, all or nothing. Who may what, of which field:
--
--   facility manager   of the data centre where it stands: all
--   technician         there: what is read off the device, and what it was measured to draw
--   coordinator        of the institution that owns it: what is the owner's to say, not what it weighs or draws
--
-- What stands nowhere is looked after in the data centres of its owner. Whether what stands still fits, the guard says, as
-- of any change of these columns.

create view guard.equipment_field (field, who) as
    values ('name', '{facility_manager,technician,coordinator}'::text[]),
           ('serial', '{facility_manager,technician,coordinator}'),
           ('asset_tag', '{facility_manager,technician,coordinator}'),
           ('project', '{facility_manager,coordinator}'),
           ('cost_centre', '{facility_manager,coordinator}'),
           ('department', '{facility_manager,coordinator}'),
           ('sponsor', '{facility_manager,coordinator}'),
           ('security_contact', '{facility_manager,coordinator}'),
           ('data_class', '{facility_manager,coordinator}'),
           ('medical', '{facility_manager,coordinator}'),
           ('personal_data', '{facility_manager,coordinator}'),
           ('shareable', '{facility_manager,coordinator}'),
           ('ducted', '{facility_manager,technician}'),
           ('warranty_until', '{facility_manager,coordinator}'),
           ('measured_w', '{facility_manager,technician}'),
           ('measured_on', '{facility_manager,technician}'),
           ('nameplate_w', '{facility_manager}'),
           ('budgeted_w', '{facility_manager}'),
           ('power_source', '{facility_manager}'),
           ('weight_kg', '{facility_manager}');

-- The fields as an intention names them: what is empty is null; people by handle.
create function guard.equipment_values(device polder.equipment) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return jsonb_build_object(
        'name', nullif(device.name, ''), 'serial', device.serial, 'asset_tag', device.asset_tag,
        'project', nullif(device.project, ''), 'cost_centre', nullif(device.cost_centre, ''),
        'department', (select d.code from department d where d.id = device.department_id),
        'sponsor', (select coalesce(to_jsonb(d.handle), to_jsonb(p.id))
                    from person p left join person_detail d on d.person_id = p.id where p.id = device.sponsor_id),
        'security_contact', (select coalesce(to_jsonb(d.handle), to_jsonb(p.id))
                             from person p left join person_detail d on d.person_id = p.id
                             where p.id = device.security_contact_id),
        'data_class', device.data_class, 'medical', device.medical, 'personal_data', device.personal_data,
        'shareable', device.shareable, 'ducted', device.ducted, 'warranty_until', device.warranty_until, 'measured_w', device.measured_w,
        'measured_on', device.measured_on, 'nameplate_w', device.nameplate_w, 'budgeted_w', device.budgeted_w,
        'power_source', nullif(device.power_source, ''), 'weight_kg', trim_scale(device.weight_g / 1000.0));
end
$$;

-- Somebody of the institution that owns it.
create function guard.person_of_owner(device polder.equipment, given jsonb, field text, at text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(nullif(given -> field, 'null'), '""');
    meant int;
begin
    if reference is null then
        return null;
    end if;
    select p.id into meant
    from person p join person_detail d on d.person_id = p.id
    where (d.handle = reference #>> '{}' or to_jsonb(p.id) = reference) and p.left_on is null
      and p.organisation_id = device.owner_id
      and exists (select from visible_person v where v.id = p.id);
    if meant is null or field = 'sponsor' and not guard.holds_role(meant, 'sponsor', device.owner_id) then
        perform guard.refuse_value(at || field, reference,
                                   case field when 'sponsor' then 'sponsor_of_owner' else 'person_of_owner' end);
    end if;
    return meant;
end
$$;

-- The device with one field as given.
create function guard.with_field(device polder.equipment, field text, given jsonb, at text) returns polder.equipment
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    result equipment := device;
    department_code text;
begin
    case field
        when 'name' then result.name := coalesce(guard.text_of(given, field, longest => 200, at => at), '');
        when 'serial' then result.serial := nullif(guard.text_of(given, field, longest => 100, at => at), '');
        when 'asset_tag' then result.asset_tag := nullif(guard.text_of(given, field, longest => 100, at => at), '');
        when 'project' then result.project := coalesce(guard.text_of(given, field, longest => 200, at => at), '');
        when 'cost_centre' then result.cost_centre := coalesce(guard.text_of(given, field, longest => 100, at => at), '');
        when 'power_source' then result.power_source := coalesce(guard.text_of(given, field, longest => 200, at => at), '');
        when 'department' then
            department_code := nullif(guard.text_of(given, field, longest => 100, at => at), '');
            result.department_id := (select d.id from department d
                                     where d.organisation_id = device.owner_id and d.code = department_code);
            if department_code is not null and result.department_id is null then
                perform guard.refuse_value(at || field, given -> field, 'department_of_owner');
            end if;
        when 'sponsor' then result.sponsor_id := guard.person_of_owner(device, given, field, at);
        when 'security_contact' then result.security_contact_id := guard.person_of_owner(device, given, field, at);
        when 'data_class' then
            result.data_class := guard.choice_of(given, field, '{laag,middel,hoog}', required => true, at => at);
        when 'medical', 'personal_data', 'shareable', 'ducted' then
            if nullif(given -> field, 'null') is null then
                perform guard.refuse_value(at || field, given -> field, 'true_or_false');
            end if;
            result := jsonb_populate_record(result, jsonb_build_object(field, guard.bool_of(given, field, at)));
        when 'warranty_until' then result.warranty_until := guard.date_of(given, field, at => at);
        when 'measured_w' then
            result.measured_w := guard.number_of(given, field, 0, 1000000, at => at);
            -- Read off today, unless the day is given.
            if not given ? 'measured_on' then
                result.measured_on := case when result.measured_w is not null then guard.today() end;
            end if;
        when 'measured_on' then
            result.measured_on := guard.date_of(given, field, at => at);
            if result.measured_on > guard.today() then
                perform guard.refuse_value(at || field, given -> field,
                                           'not_after_today', jsonb_build_object('day', guard.today()));
            end if;
        when 'nameplate_w' then result.nameplate_w := guard.number_of(given, field, 0, 1000000, at => at);
        when 'budgeted_w' then result.budgeted_w := guard.number_of(given, field, 0, 1000000, at => at);
        when 'weight_kg' then
            result.weight_g := 1000 * guard.number_of(given, field, 0.001, 20000, 0.001, at => at);
        else
            perform guard.refuse_value(at || field, given -> field,
                                       'unknown_name',
                                       jsonb_build_object('known', array(select f.field from guard.equipment_field f)));
    end case;
    return result;
end
$$;

-- By id or asset tag, of each the row in which it is named: those that the asker sees. Asked for all at once: thousands
-- are as quick as one.
create function guard.equipment_named(references_given jsonb) returns table (number int, equipment_id int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
declare
    candidates int[];
begin
    perform guard.look_at_nothing('equipment');
    candidates := array(
        select e.id from equipment e
        where e.id in (select (r #>> '{}')::int from jsonb_array_elements(references_given) r
                       where jsonb_typeof(r) = 'number' and r #>> '{}' ~ '^\d{1,9}$')
        union
        select e.id from equipment e
        where e.asset_tag in (select r #>> '{}' from jsonb_array_elements(references_given) r where jsonb_typeof(r) = 'string'));
    return query
    with seen as materialized (
        select e.id, e.asset_tag from visible_equipment v join equipment e on e.id = v.id where v.id = any (candidates)
    )
    select (r.ordinality - 1)::int, s.id
    from jsonb_array_elements(references_given) with ordinality r join seen s on s.id::text = r.value #>> '{}'
    where jsonb_typeof(r.value) = 'number'
    union all
    select (r.ordinality - 1)::int, s.id
    from jsonb_array_elements(references_given) with ordinality r join seen s on s.asset_tag = r.value #>> '{}'
    where jsonb_typeof(r.value) = 'string';
end
$$;

-- In which of the roles above the asker acts for each of these.
create function guard.equipment_roles(ids int[]) returns table (equipment_id int, roles text[])
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
declare
    managed int[] := guard.my_sites('facility_manager');
    tended int[] := guard.my_sites('technician');
    coordinated int[] := guard.my_organisations('coordinator');
begin
    return query
    with there as materialized (
        select p.equipment_id, s.site_id
        from placement p join placed s on s.id = p.id
        where p.equipment_id = any (ids) and p.state not in ('ended', 'released')
    ), place as (
        select * from there
        union all
        select e.id, s.id from equipment e join site s on s.organisation_id = e.owner_id
        where e.id = any (ids) and e.id not in (select t.equipment_id from there t)
    )
    select e.id, array_remove(array[
               case when exists (select from place l where l.equipment_id = e.id and l.site_id = any (managed)) then 'facility_manager' end,
               case when exists (select from place l where l.equipment_id = e.id and l.site_id = any (tended)) then 'technician' end,
               case when e.owner_id = any (coordinated) then 'coordinator' end], null)
    from equipment e where e.id = any (ids);
end
$$;

-- All that is wrong, by the SQLSTATE of the first: {"field", "reason", "sqlstate", "code", "data", ...} each.
create function guard.refuse_faults(faults jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    first jsonb := faults -> 0;
begin
    if faults <> '[]' then
        raise exception using errcode = first ->> 'sqlstate',
            message = (first ->> 'message') || case when jsonb_array_length(faults) > 1
                then format(' (and %s more)', jsonb_array_length(faults) - 1) else '' end,
            detail = (first -> 'detail') || jsonb_build_object('faults', (
                select jsonb_agg(f - array['message', 'detail'] || jsonb_build_object('reason', f ->> 'message')
                                 || jsonb_strip_nulls(jsonb_build_object('code', f #> '{detail,code}', 'data', f #> '{detail,data}')))
                from jsonb_array_elements(faults) f));
    end if;
end
$$;

-- A field that is no longer as it was seen: in the words of the asker, or else at that generation. Not where the record
-- has it already as it is wanted.
create function guard.stale_field(device polder.equipment, field text, given jsonb, was jsonb, seen bigint, now jsonb,
                                  after jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := 'null';
    latest record;
begin
    if now -> field = after -> field then
        return null;
    elsif was ? field then
        before := was -> field;
        if before = '""' then
            before := 'null';
        end if;
    else
        select guard.equipment_values(jsonb_populate_record(null::equipment, to_jsonb(h))) -> field into before
        from history.equipment h join change c on c.id = h.change_id
        where h.id = device.id and c.generation <= seen
        order by c.generation desc, h.step desc limit 1;
        if not found then
            return null;
        end if;
    end if;
    if now -> field = before then
        return null;
    end if;
    select c.* into latest
    from history.equipment h join change c on c.id = h.change_id
    where h.id = device.id order by c.generation desc limit 1;
    return jsonb_build_object(
        'object', format('equipment %s', device.id), 'equipment', device.id, 'was', before, 'mine', after -> field,
        'theirs', now -> field,
        'changed_by', (select d.name from person_detail d
                       where d.person_id = latest.person_id and d.person_id in (select v.id from visible_person v)),
        'person', latest.person_id, 'changed_at', latest.at, 'generation', latest.generation, 'what', latest.intention);
end
$$;

-- Serial and asset tag are unique for an owner: those that would not be, by their place in the list.
create function guard.names_taken(devices polder.equipment[], olds polder.equipment[])
    returns table (place int, field text, value text)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
begin
    return query
    with new as materialized (
        select d.ordinality::int as place, d.id, d.owner_id, d.serial, d.asset_tag,
               count(*) over (partition by d.owner_id, d.serial) as serials, count(*) over (partition by d.owner_id, d.asset_tag) as tags
        from unnest(devices) with ordinality d
    ), changed as (
        select n.*, n.serial is distinct from o.serial as other_serial, n.asset_tag is distinct from o.asset_tag as other_tag
        from new n join unnest(olds) o on o.id = n.id
    )
    select c.place, 'serial', c.serial from changed c
    where c.other_serial and c.serial is not null
      and (c.serials > 1 or exists (select from equipment e where e.owner_id = c.owner_id and e.serial = c.serial
                                                              and e.id not in (select n.id from new n)))
    union all
    select c.place, 'asset_tag', c.asset_tag from changed c
    where c.other_tag and c.asset_tag is not null
      and (c.tags > 1 or exists (select from equipment e where e.owner_id = c.owner_id and e.asset_tag = c.asset_tag
                                                           and e.id not in (select n.id from new n)));
end
$$;

-- A refusal of the guard, with the rows that have to do with it: those that load the node, or stand at the place.
create function guard.faults_of_rules(violations jsonb, devices polder.equipment[], changes jsonb[], numbers int[]) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
begin
    return coalesce((
        select jsonb_agg(jsonb_build_object(
                   'sqlstate', 'PL001', 'violation', v, 'field', format('changes/%s/values/%s', numbers[d.place], f.field),
                   'reason', format('refused by %s at %s: asked %s, used %s, limit %s %s%s, on %s', v ->> 'rule', v ->> 'where',
                                    coalesce(v ->> 'requested', '?'), coalesce(v ->> 'used', '?'),
                                    coalesce(v ->> 'capacity', 'unknown'), v ->> 'unit',
                                    coalesce(nullif(' when ' || (v ->> 'failing') || ' fails', ' when  fails'), ''), v ->> 'date'))
                   order by d.place, v ->> 'rule', v ->> 'where')
        from jsonb_array_elements(violations) v
        cross join (select e.id, e.ordinality::int as place from unnest(devices) with ordinality e) d
        cross join lateral (
            select k as field from jsonb_object_keys(changes[d.place]) k
            where k = any (case left(v ->> 'rule', 1)
                           when 'S' then '{weight_kg}'::text[] when 'G' then '{data_class,medical,personal_data,weight_kg,budgeted_w,nameplate_w}'
                           else '{budgeted_w,nameplate_w}' end)) f
        where exists (select from placement p
                      where p.equipment_id = d.id and p.state <> 'released'
                        and (exists (select from charge c where c.placement_id = p.id and c.node_id = (v ->> 'node')::int)
                             or starts_with(v ->> 'where', coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)))
                             or v ->> 'where' = (select s.code || '/' || m.code from rack r join room m on m.id = r.room_id
                                                 join site s on s.id = m.site_id where r.id = p.rack_id)))), '[]');
end
$$;

-- {"changes": [{"equipment": id or asset tag, "values": {field: value}, "was": {field: value}}]}. A value of null empties
-- the field. What has changed since it was seen is refused, field by field: `was`, or what it was at the generation.
create function api.amend_equipment(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
as $$
declare
    before jsonb := guard.begin_intention(key, 'amend_equipment', arguments, array['changes', 'comment']);
    given jsonb;
    one record;
    wanted text;
    at text;
    named record;
    faults jsonb[] := '{}';
    ids int[] := '{}';
    numbers int[] := '{}';
    olds equipment[] := '{}';
    news equipment[] := '{}';
    changes jsonb[] := '{}';
    told jsonb[] := '{}';
    ids_told int[];
    roles_of jsonb;
    found jsonb;
    values_given jsonb;
    was jsonb;
    old equipment;
    new equipment;
    now jsonb;
    after jsonb;
    stale jsonb;
    fault jsonb;
    rule text[];
    newer int[];
    state text;
    sentence text;
    detail text;
    places int[];
begin
    if before is not null then
        return before;
    end if;
    given := guard.array_of(arguments, 'changes', required => true);
    if jsonb_array_length(given) > 5000 then
        perform guard.refuse_value('changes', to_jsonb(jsonb_array_length(given)),
                                   'at_most_at_once', jsonb_build_object('most', 5000));
    end if;
    if generation > api.generation() then
        perform guard.refuse_value('generation', to_jsonb(generation), 'generation');
    end if;

    for one in select value, ordinality - 1 as number from jsonb_array_elements(given) with ordinality loop
        perform guard.refuse_unknown(one.value, array['equipment', 'values', 'was'], format('changes/%s/', one.number));
        if jsonb_typeof(one.value -> 'values') is distinct from 'object' or one.value -> 'values' = '{}' then
            perform guard.refuse_value(format('changes/%s/values', one.number), one.value -> 'values', 'fields_with_values');
        end if;
        if jsonb_typeof(nullif(one.value -> 'was', 'null')) <> 'object' then
            perform guard.refuse_value(format('changes/%s/was', one.number), one.value -> 'was', 'fields_with_values');
        end if;
    end loop;
    found := (select jsonb_object_agg(n.number, n.ids)
              from (select e.number, to_jsonb(array_agg(e.equipment_id)) as ids
                    from guard.equipment_named((select jsonb_agg(coalesce(g -> 'equipment', 'null') order by o)
                                                from jsonb_array_elements(given) with ordinality x (g, o))) e
                    group by e.number) n);
    for named in
        select r.ordinality - 1 as number, r.value -> 'equipment' as reference,
               array(select jsonb_array_elements_text(found -> (r.ordinality - 1)::text)::int) as found
        from jsonb_array_elements(given) with ordinality r order by r.ordinality loop
        at := format('changes/%s/equipment', named.number);
        if named.found = '{}' then
            faults := faults || (guard.worded('absent', jsonb_build_object('subject', 'equipment', 'reference', named.reference))
                                 || jsonb_build_object('field', at, 'subject', 'equipment'));
        elsif cardinality(named.found) > 1 or named.found[1] = any (ids) then
            faults := faults || (guard.worded(case when cardinality(named.found) > 1 then 'id_of_tag' else 'each_equipment_once' end,
                                              jsonb_build_object('field', at, 'value', named.reference))
                                 || jsonb_build_object('field', at));
        else
            ids := ids || named.found[1];
            numbers := numbers || named.number;
        end if;
    end loop;

    -- The same order for everybody; then they stay as they are read here.
    perform from equipment e where e.id = any (ids) order by e.id for no key update;
    select jsonb_object_agg(r.equipment_id, to_jsonb(r.roles)) into roles_of from guard.equipment_roles(ids) r;
    newer := array(select distinct h.id from history.equipment h join change c on c.id = h.change_id
                   where h.id = any (ids) and c.generation > amend_equipment.generation);
    for i in 1 .. cardinality(ids) loop
        select * into old from equipment e where e.id = ids[i];
        new := old;
        values_given := given -> numbers[i] -> 'values';
        was := nullif(given -> numbers[i] -> 'was', 'null');
        at := format('changes/%s/values/', numbers[i]);
        for wanted in select k from jsonb_object_keys(values_given) k order by k <> 'measured_w', k loop
            begin
                rule := (select f.who from guard.equipment_field f where f.field = wanted);
                if not rule && array(select jsonb_array_elements_text(roles_of -> ids[i]::text)) then
                    perform guard.refuse_as('right_field', '{}', jsonb_build_object(
                        'intention', 'amend_equipment', 'argument', wanted, 'roles', array_replace(rule, 'coordinator', 'coordinator_of_its_owner')));
                end if;
                new := guard.with_field(new, wanted, values_given, at);
            exception when others then
                get stacked diagnostics state = returned_sqlstate, sentence = message_text, detail = pg_exception_detail;
                if state not like 'PL%' then
                    raise;
                end if;
                faults := faults || (jsonb_build_object('sqlstate', state, 'field', at || wanted, 'message', sentence,
                                                        'detail', detail::jsonb)
                                     || case when state = 'PL004' then jsonb_build_object('value', values_given -> wanted)
                                             else '{}' end);
            end;
        end loop;
        now := guard.equipment_values(old);
        after := guard.equipment_values(new);
        if old.id = any (newer) or was is not null then
            for wanted in select k from jsonb_object_keys(values_given) k order by k loop
                stale := guard.stale_field(old, wanted, values_given, was, generation, now, after);
                if stale is not null then
                    faults := faults || (guard.worded('stale', stale - array['was', 'mine', 'theirs', 'equipment'],
                                                      jsonb_build_object('subject', wanted))
                                         || jsonb_build_object('field', at || wanted) || (stale - array['object']));
                end if;
            end loop;
        end if;
        olds := olds || old;
        news := news || new;
        changes := changes || (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(after) d
                               where now -> d.key is distinct from d.value);
        if changes[i] <> '{}' then
            told := told || jsonb_build_object('equipment', ids[i], 'values', changes[i],
                'was', (select jsonb_object_agg(k, now -> k) from jsonb_object_keys(changes[i]) k));
        end if;
    end loop;
    for named in select t.place, t.field, t.value from guard.names_taken(news, olds) t order by t.place, t.field loop
        at := format('changes/%s/values/%s', numbers[named.place], named.field);
        fault := jsonb_build_object('field', at, 'value', named.value);
        faults := faults || (guard.worded('free_for_owner', fault) || fault);
    end loop;
    -- In the order of the rows, whatever found them.
    perform guard.refuse_faults(coalesce((select jsonb_agg(f order by split_part(f ->> 'field', '/', 2)::int, o)
                                          from unnest(faults) with ordinality x (f, o)), '[]'));

    ids_told := array(select (t ->> 'equipment')::int from unnest(told) t);
    begin
        -- Two that change their serials with each other: neither has one meanwhile.
        update equipment e set serial = null, asset_tag = null
        where e.id in (select o.id from unnest(olds) o join unnest(news) n on n.owner_id = o.owner_id and n.serial = o.serial and n.id <> o.id
                       union
                       select o.id from unnest(olds) o join unnest(news) n on n.owner_id = o.owner_id and n.asset_tag = o.asset_tag and n.id <> o.id);
        update equipment e
        set (name, serial, asset_tag, project, cost_centre, department_id, sponsor_id, security_contact_id, data_class, medical,
             personal_data, shareable, ducted, warranty_until, measured_w, measured_on, nameplate_w, budgeted_w, power_source, weight_g) =
            (n.name, n.serial, n.asset_tag, n.project, n.cost_centre, n.department_id, n.sponsor_id, n.security_contact_id,
             n.data_class, n.medical, n.personal_data, n.shareable, n.ducted, n.warranty_until, n.measured_w, n.measured_on, n.nameplate_w,
             n.budgeted_w, n.power_source, n.weight_g)
        from unnest(news) n
        where n.id = e.id and n.id = any (ids_told);
    exception
        when unique_violation then -- somebody else was quicker; their row stays theirs
            perform guard.refuse_value('changes', null, 'all_free_for_owner');
        when sqlstate 'PL001' then
            get stacked diagnostics sentence = message_text, detail = pg_exception_detail;
            raise exception using errcode = 'PL001', message = sentence,
                detail = detail::jsonb || jsonb_build_object('faults', guard.faults_of_rules(detail::jsonb -> 'violations', news, changes, numbers));
    end;
    places := array(select p.id from placement p
                    where p.state not in ('ended', 'released')
                      and p.equipment_id in (select (t ->> 'equipment')::int from unnest(told) t
                                             where t -> 'values' ?| array['measured_w', 'measured_on', 'nameplate_w', 'budgeted_w',
                                                                          'weight_kg', 'data_class', 'medical', 'personal_data',
                                                                          'ducted'])
                    order by p.id);
    perform guard.note_warnings(places);
    return guard.finish_intention(key, jsonb_build_object('changes', to_jsonb(told), 'warnings', guard.warnings(places)));
end
$$;
