-- Limits, settings, the library.

-- A node by its id or as it is called everywhere, 'LEIDEN UPS-B'. Lines of an agreement only its parties know.
create function guard.node_named(arguments jsonb, field text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    named int := (
        select min(n.id)
        from node n left join site s on s.id = n.site_id
        where (to_jsonb(n.id) = arguments -> field or concat_ws(' ', s.code, n.name) = arguments ->> field)
          and (n.kind <> 'agreement_line'
               or n.id in (select l.node_id from agreement_line l join visible_agreement v on v.id = l.agreement_id)));
begin
    if named is null then
        perform guard.refuse_value(field, arguments -> field, 'node');
    end if;
    return named;
end
$$;

-- The same, if the asker may change it.
create function guard.enter_node(arguments jsonb, field text, wanted text) returns polder.node
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    entered node;
begin
    select n.* into entered from node n where n.id = guard.node_named(arguments, field);
    if not guard.is_tool() and not coalesce(entered.site_id = any (guard.my_sites(
            case entered.kind when 'agreement_line' then 'agreement_manager' else 'facility_manager' end)), false) then
        perform guard.refuse_right('right_node');
    end if;
    return entered;
end
$$;

-- What a node may carry from a day on. What the arguments leave out stays as it was; null is "not limited". What it breaks
-- of what is booked already is on record as findings, with the reason.
create function api.set_limit(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'set_limit', arguments, array['node', 'from_date', 'normal_main',
        'normal_line', 'failover_main', 'failover_line', 'rating_main', 'rating_line', 'source', 'reason']);
    target node;
    first_day date := coalesce(guard.date_of(arguments, 'from_date'), guard.today());
    new_limit node_limit;
    largest constant bigint := 1000000000000000;
begin
    if before is not null then
        return before;
    end if;
    target := guard.enter_node(arguments, 'node', 'set_limit');
    select l.* into new_limit from node_limit l where l.node_id = target.id and l.from_date <= first_day
        order by l.from_date desc limit 1;
    new_limit.normal_main := case when arguments ? 'normal_main'
        then guard.number_of(arguments, 'normal_main', 0, largest) else new_limit.normal_main end;
    new_limit.normal_line := case when arguments ? 'normal_line'
        then guard.number_of(arguments, 'normal_line', 0, largest) else new_limit.normal_line end;
    new_limit.failover_main := case when arguments ? 'failover_main'
        then guard.number_of(arguments, 'failover_main', 0, largest) else new_limit.failover_main end;
    new_limit.failover_line := case when arguments ? 'failover_line'
        then guard.number_of(arguments, 'failover_line', 0, largest) else new_limit.failover_line end;
    new_limit.rating_main := case when arguments ? 'rating_main'
        then guard.number_of(arguments, 'rating_main', 0, largest) else new_limit.rating_main end;
    new_limit.rating_line := case when arguments ? 'rating_line'
        then guard.number_of(arguments, 'rating_line', 0, largest) else new_limit.rating_line end;
    insert into node_limit (node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main,
                            rating_line, source, reason)
    values (target.id, first_day, new_limit.normal_main, new_limit.normal_line, new_limit.failover_main,
            new_limit.failover_line, new_limit.rating_main, new_limit.rating_line,
            coalesce(guard.text_of(arguments, 'source', longest => 200), new_limit.source, ''),
            guard.text_of(arguments, 'reason', required => true, longest => 500))
    on conflict (node_id, from_date) do update
    set (normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source, reason) =
        (excluded.normal_main, excluded.normal_line, excluded.failover_main, excluded.failover_line,
         excluded.rating_main, excluded.rating_line, excluded.source, excluded.reason);
    return guard.finish_intention(key, jsonb_build_object('node', target.id, 'from_date', first_day));
end
$$;

-- A node is fed from another from now on, or from none; with all that hangs on it.
create function api.feed_node(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'feed_node', arguments, array['node', 'parent', 'reason']);
    target node;
    above node;
begin
    if before is not null then
        return before;
    end if;
    target := guard.enter_node(arguments, 'node', 'feed_node');
    if nullif(arguments -> 'parent', 'null') is not null then
        above := guard.enter_node(arguments, 'parent', 'feed_node');
    end if;
    if exists (select from node_kind k where k.code in (target.kind, above.kind) and k.dimension <> 'power') then
        perform guard.refuse_value('node', arguments -> 'node', 'node_fed');
    end if;
    update node n set parent_id = above.id where n.id = target.id;
    return guard.finish_intention(key, jsonb_build_object('node', target.id, 'parent', above.id));
end
$$;

-- Settings that functions compute with, and what makes sense for them.
create view guard.number_setting (key, lowest, highest) as
    values ('cord_allowance_mm', 0, 1000), ('grams_per_u', 0, 200000), ('watts_per_u_estimate', 0, 10000),
           ('nameplate_budget_permille', 1, 1000), ('power_factor_permille', 1, 1000),
           ('agreement_warn_permille', 1, 1000),
           ('density_limit_w', 0, 1000000), ('hold_days', 1, 366), ('review_working_days', 1, 100),
           ('network_ports_refuse', 0, 1), ('power_warn_permille', 1, 1000), ('phase_imbalance_permille', 0, 2000),
           ('heavy_device_g', 0, 2000000), ('air_delta_t_k', 1, 50), ('measurement_days', 1, 3650),
           ('document_max_bytes', 1, 26214400), ('documents_per_object', 0, 10000),
           -- What counts how much in the order of places that a search finds: see model/engine/scores.h.
           ('score_weight_space', 0, 100), ('score_weight_low', 0, 100), ('score_weight_phases', 0, 100),
           ('score_weight_headroom', 0, 100), ('score_weight_stranded', 0, 100), ('score_weight_affinity', 0, 100),
           ('score_weight_site', 0, 100), ('score_weight_airflow', 0, 100);

-- The mix of requests by which stranded capacity is told: a list of at most eight, each so many times.
create function guard.check_reference_mix(mix jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    place text;
begin
    if jsonb_array_length(mix) > 8 then
        perform guard.refuse_value('value', mix, 'list_of_eight');
    end if;
    for i in 0 .. jsonb_array_length(mix) - 1 loop
        place := format('value/%s/', i);
        perform guard.refuse_unknown(mix -> i, array['height_u', 'draw_w', 'weight_kg', 'times'], place);
        perform guard.number_of(mix -> i, 'height_u', 0.5, 60, step => 0.5, required => true, at => place),
                guard.number_of(mix -> i, 'draw_w', 0, 100000, required => true, at => place),
                guard.number_of(mix -> i, 'weight_kg', 0, 2000, step => 0.001, required => true, at => place),
                guard.number_of(mix -> i, 'times', 1, 100, at => place);
    end loop;
end
$$;

-- A policy of the administrator's organisation; without "organisation" the one for all, which a host's administrator
-- sets.
create function api.set_setting(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'set_setting', arguments, array['key', 'organisation', 'value',
                                                                               'description', 'reason']);
    name text := guard.text_of(arguments, 'key', required => true, longest => 60);
    organisation int;
    bounds record;
begin
    if before is not null then
        return before;
    end if;
    if arguments ->> 'organisation' is not null then
        organisation := guard.administered(arguments);
    elsif not guard.is_tool()
          and not exists (select from site s
                          where s.organisation_id = any (guard.my_organisations('administrator'))) then
        perform guard.refuse_right('right_host', 'administrator');
    end if;
    if name !~ '^[a-z][a-z0-9_]*$' then
        perform guard.refuse_value('key', to_jsonb(name), 'small_letters');
    end if;
    -- Whoever can set the date can be whoever was appointed then.
    if name = 'today_may_be_set' then
        perform guard.refuse_right('right_date');
    end if;
    if nullif(arguments -> 'value', 'null') is null then
        perform guard.refuse_value('value', null, 'given');
    end if;
    select * into bounds from number_setting n where n.key = name;
    if bounds.key is not null then
        perform guard.number_of(arguments, 'value', bounds.lowest, bounds.highest);
    end if;
    if name = 'reference_mix' then
        perform guard.check_reference_mix(guard.array_of(arguments, 'value', required => true));
    end if;
    insert into setting (key, organisation_id, value, description)
    values (name, organisation, arguments -> 'value', coalesce(guard.text_of(arguments, 'description'), ''))
    on conflict on constraint setting_key_organisation_id_key do update
    set value = excluded.value,
        description = case when excluded.description = '' then setting.description else excluded.description end;
    return guard.finish_intention(key, jsonb_build_object('key', name));
end
$$;

-- A model as the exchange layer reads it from a file (see resources/schemas and model/exchange).
create function guard.model_from(entry jsonb) returns polder.model
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    read model;
begin
    perform guard.refuse_unknown(entry, array['manufacturer', 'name', 'slug', 'part_number', 'kind', 'height_hu',
        'full_depth', 'depth_mm', 'width_mm', 'height_mm', 'half_width', 'weight_g', 'airflow', 'nameplate_w',
        'inlet_min_mc', 'inlet_max_mc', 'drift_mk_per_h', 'clearance_front_mm', 'clearance_rear_mm',
        'clearance_left_mm', 'clearance_right_mm', 'clearance_top_mm', 'heat_to_water_w', 'vibration_class', 'emi_nt',
        'acoustic_db', 'media', 'interfaces', 'extra', 'source', 'content_hash', 'supplies', 'bays']);
    read.name := guard.text_of(entry, 'name', required => true, longest => 200);
    read.slug := nullif(guard.text_of(entry, 'slug', longest => 200), '');
    read.part_number := coalesce(guard.text_of(entry, 'part_number', longest => 200), '');
    read.kind := coalesce(guard.choice_of(entry, 'kind', array['rack', 'zero_u', 'chassis', 'bay', 'floor', 'blank']),
                          'rack');
    read.height_hu := guard.number_of(entry, 'height_hu', 0, 200);
    read.full_depth := guard.bool_of(entry, 'full_depth');
    read.depth_mm := guard.number_of(entry, 'depth_mm', 1, 20000);
    read.width_mm := guard.number_of(entry, 'width_mm', 1, 20000);
    read.height_mm := guard.number_of(entry, 'height_mm', 1, 20000);
    read.half_width := coalesce(guard.bool_of(entry, 'half_width'), false);
    read.weight_g := guard.number_of(entry, 'weight_g', 1, 20000000);
    read.airflow := nullif(guard.text_of(entry, 'airflow', longest => 60), '');
    read.nameplate_w := guard.number_of(entry, 'nameplate_w', 0, 1000000);
    read.inlet_min_mc := guard.number_of(entry, 'inlet_min_mc', -50000, 100000);
    read.inlet_max_mc := guard.number_of(entry, 'inlet_max_mc', -50000, 100000);
    read.drift_mk_per_h := guard.number_of(entry, 'drift_mk_per_h', 1, 1000000);
    read.clearance_front_mm := guard.number_of(entry, 'clearance_front_mm', 0, 20000);
    read.clearance_rear_mm := guard.number_of(entry, 'clearance_rear_mm', 0, 20000);
    read.clearance_left_mm := guard.number_of(entry, 'clearance_left_mm', 0, 20000);
    read.clearance_right_mm := guard.number_of(entry, 'clearance_right_mm', 0, 20000);
    read.clearance_top_mm := guard.number_of(entry, 'clearance_top_mm', 0, 20000);
    read.heat_to_water_w := guard.number_of(entry, 'heat_to_water_w', 0, 1000000);
    read.vibration_class := nullif(guard.text_of(entry, 'vibration_class', longest => 20), '');
    read.emi_nt := guard.number_of(entry, 'emi_nt', 1, 1000000000);
    read.acoustic_db := guard.number_of(entry, 'acoustic_db', 0, 200);
    read.media := array(select jsonb_array_elements_text(coalesce(guard.array_of(entry, 'media'), '[]')));
    read.interfaces := coalesce(guard.array_of(entry, 'interfaces'), '[]');
    read.extra := coalesce(nullif(entry -> 'extra', 'null'), '{}');
    read.source := coalesce(guard.text_of(entry, 'source', longest => 500), '');
    read.content_hash := guard.text_of(entry, 'content_hash', longest => 200);
    return read;
end
$$;

-- What the library has of these models already, by manufacturer and name. A slug that belongs to another model, or a
-- model that comes twice, is refused; the others go on.
create function guard.sort_models(entries jsonb, out kept polder.model[], out makers text[], out places int[],
                                  out outcomes text[], out refused jsonb)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    one record;
    read model;
    maker text;
    known model;
    trouble jsonb; -- as guard.worded says it
    sentence text;
    detail text;
begin
    refused := '[]';
    for one in
        select value, ordinality::int as place,
               row_number() over same_name > 1 as name_again,
               first_value(value ->> 'source') over same_name as name_first,
               value ->> 'slug' is not null and row_number() over same_slug > 1 as slug_again,
               first_value(value ->> 'source') over same_slug as slug_first
        from jsonb_array_elements(entries) with ordinality
        window same_name as (partition by value ->> 'manufacturer', value ->> 'name' order by ordinality),
               same_slug as (partition by value ->> 'slug' order by ordinality)
        order by ordinality
    loop
        trouble := null;
        begin
            read := guard.model_from(one.value);
            maker := guard.text_of(one.value, 'manufacturer', required => true, longest => 200);
        exception when sqlstate 'PL004' then
            get stacked diagnostics sentence = message_text, detail = pg_exception_detail;
            trouble := jsonb_build_object('message', sentence, 'detail', detail::jsonb);
        end;
        if trouble is null then
            select m.* into known from model m join manufacturer f on f.id = m.manufacturer_id
            where f.name = maker and m.name = read.name;
            trouble := case
                when one.name_again then guard.worded('model_twice', '{}', jsonb_build_object('file', one.name_first))
                when one.slug_again then guard.worded('slug_twice', '{}', jsonb_build_object('file', one.slug_first))
                when exists (select from model m where m.slug = read.slug and m.id is distinct from known.id) then
                    guard.worded('slug_taken', '{}', jsonb_build_object('slug', read.slug))
                end;
        end if;
        if trouble is not null then
            refused := refused || jsonb_build_array(
                jsonb_build_object('file', coalesce(one.value ->> 'source', ''), 'line', 0, 'reason', trouble -> 'message')
                || (select jsonb_object_agg(d.key, d.value) from jsonb_each(trouble -> 'detail') d
                    where d.key in ('field', 'code', 'data')));
            continue;
        end if;
        kept := kept || read;
        makers := makers || maker;
        places := places || one.place;
        outcomes := outcomes || case when known.id is null then 'imported'
                                     when known.content_hash = read.content_hash then 'unchanged'
                                     else 'updated' end;
    end loop;
end
$$;

create function api.import_models(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    known constant text[] := array['models', 'dry_run', 'reason'];
    before jsonb;
    entries jsonb;
    sorted record;
    dry_run boolean;
    result jsonb;
begin
    perform guard.refuse_unknown(arguments, known);
    dry_run := coalesce(guard.bool_of(arguments, 'dry_run'), false);
    if not dry_run then
        before := guard.begin_intention(key, 'import_models', arguments, known);
        if before is not null then
            return before;
        end if;
    end if;
    if not guard.is_tool() and cardinality(guard.my_organisations('administrator', 'facility_manager')) = 0 then
        perform guard.refuse_as('right', '{"intention": "import_models"}', '{"roles": ["facility_manager", "administrator"]}');
    end if;
    entries := guard.array_of(arguments, 'models', required => true);
    select * into sorted from guard.sort_models(entries);
    result := jsonb_build_object('refused', sorted.refused)
        || (select jsonb_object_agg(o.word, (select count(*) from unnest(sorted.outcomes) x where x = o.word))
            from unnest(array['imported', 'updated', 'unchanged']) o (word));
    if dry_run then
        return jsonb_build_object('generation', null) || result;
    end if;
    insert into manufacturer (name) select distinct unnest(sorted.makers) on conflict do nothing;
    insert into model (manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm,
                       height_mm, half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc,
                       drift_mk_per_h, clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm,
                       clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces,
                       extra, source, content_hash)
    select f.id, m.name, m.slug, m.part_number, m.kind, m.height_hu, m.full_depth, m.depth_mm, m.width_mm, m.height_mm,
           m.half_width, m.weight_g, m.airflow, m.nameplate_w, m.inlet_min_mc, m.inlet_max_mc, m.drift_mk_per_h,
           m.clearance_front_mm, m.clearance_rear_mm, m.clearance_left_mm, m.clearance_right_mm, m.clearance_top_mm,
           m.heat_to_water_w, m.vibration_class, m.emi_nt, m.acoustic_db, m.media, m.interfaces, m.extra, m.source,
           m.content_hash
    from unnest(sorted.kept) with ordinality m
    join manufacturer f on f.name = sorted.makers[m.ordinality]
    where sorted.outcomes[m.ordinality] <> 'unchanged'
    on conflict (manufacturer_id, name) do update
    set (slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm, half_width, weight_g, airflow,
         nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h, clearance_front_mm, clearance_rear_mm,
         clearance_left_mm, clearance_right_mm, clearance_top_mm, heat_to_water_w, vibration_class, emi_nt, acoustic_db,
         media, interfaces, extra, source, content_hash) =
        (excluded.slug, excluded.part_number, excluded.kind, excluded.height_hu, excluded.full_depth, excluded.depth_mm,
         excluded.width_mm, excluded.height_mm, excluded.half_width, excluded.weight_g, excluded.airflow,
         excluded.nameplate_w, excluded.inlet_min_mc, excluded.inlet_max_mc, excluded.drift_mk_per_h,
         excluded.clearance_front_mm, excluded.clearance_rear_mm, excluded.clearance_left_mm,
         excluded.clearance_right_mm, excluded.clearance_top_mm, excluded.heat_to_water_w, excluded.vibration_class,
         excluded.emi_nt, excluded.acoustic_db, excluded.media, excluded.interfaces, excluded.extra, excluded.source,
         excluded.content_hash);
    perform guard.import_parts(entries, sorted.makers, sorted.places, sorted.outcomes);
    return guard.finish_intention(key, result);
end
$$;

-- Supplies and bays of the models that are new or changed. A bay that something stands in stays.
create function guard.import_parts(entries jsonb, makers text[], places int[], outcomes text[]) returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
    with changed as (
        select m.id as model_id, entries -> (places[i] - 1) as entry
        from generate_subscripts(outcomes, 1) i
        join manufacturer f on f.name = makers[i]
        join model m on m.manufacturer_id = f.id and m.name = btrim(entries -> (places[i] - 1) ->> 'name')
        where outcomes[i] <> 'unchanged'
    ), supply as (
        select c.model_id, s ->> 'name' as name, nullif(s ->> 'inlet', '') as inlet,
               (s ->> 'maximum_w')::int as maximum_w,
               (s ->> 'allocated_w')::int as allocated_w, coalesce(s ->> 'phases', '1') as phases
        from changed c cross join lateral jsonb_array_elements(coalesce(nullif(c.entry -> 'supplies', 'null'), '[]')) s
    ), bay as (
        select c.model_id, b as name
        from changed c cross join lateral jsonb_array_elements_text(coalesce(nullif(c.entry -> 'bays', 'null'), '[]')) b
    ), supplies_gone as (
        delete from model_supply old using changed c
        where old.model_id = c.model_id
          and (old.model_id, old.name) not in (select model_id, name from supply)
    ), supplies_made as (
        insert into model_supply (model_id, name, inlet, maximum_w, allocated_w, phases)
        select model_id, name, inlet, maximum_w, allocated_w, phases from supply
        on conflict (model_id, name) do update
        set (inlet, maximum_w, allocated_w, phases) =
            (excluded.inlet, excluded.maximum_w, excluded.allocated_w, excluded.phases)
    ), bays_gone as (
        delete from model_bay old using changed c
        where old.model_id = c.model_id and (old.model_id, old.name) not in (select model_id, name from bay)
          and not exists (select from placement p where p.bay_id = old.id)
    )
    insert into model_bay (model_id, name) select model_id, name from bay on conflict do nothing
$$;
