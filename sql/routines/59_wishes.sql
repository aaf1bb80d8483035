-- What a request asks for: how it is read and written, what can never be booked, and which wishes are not met.

-- A person by handle or id, or null. Only people of the asker's own institution, and the host's offices: a stranger and
-- nobody are the same answer.
create function guard.person_named(reference jsonb) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select p.id
        from person p join person_detail d on d.person_id = p.id
        where (d.handle = reference #>> '{}' or to_jsonb(p.id) = reference)
          and p.left_on is null
          and (p.organisation_id = guard.my_organisation()
               or p.id in (select a.person_id from in_office a
                           where a.role in ('facility_manager', 'technician', 'security_officer', 'agreement_manager')))
        order by d.handle = reference #>> '{}' desc limit 1);
end
$$;

create function guard.person_of(arguments jsonb, field text, required boolean default false) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    person int := guard.person_named(reference);
begin
    if person is null and (required or reference is not null) then
        perform guard.refuse_value(field, reference, 'person_to_name');
    end if;
    return person;
end
$$;

-- A model by id, slug, 'Manufacturer Model' or, where only one has it, the name alone.
create function guard.model_of(arguments jsonb, field text, at text default '') returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    candidates int[];
begin
    if reference is null then
        return null;
    end if;
    select array_agg(m.id) into candidates
    from model m join manufacturer f on f.id = m.manufacturer_id
    where to_jsonb(m.id) = reference or m.slug = reference #>> '{}'
       or f.name || ' ' || m.name = reference #>> '{}';
    if candidates is null then
        select array_agg(m.id) into candidates from model m where m.name = reference #>> '{}';
    end if;
    if cardinality(candidates) is distinct from 1 then
        perform guard.refuse_value(at || field, reference, case when candidates is null then 'model' else 'one_model' end);
    end if;
    return candidates[1];
end
$$;

-- The request as the arguments say; what they leave out stays as it was.
create function guard.apply_request(before polder.request, arguments jsonb) returns polder.request
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    after request := before;
    wishes jsonb := coalesce(nullif(arguments -> 'wishes', 'null'), '{}');
    classes text[] := array['laag', 'middel', 'hoog'];
    near text[] := array['', 'rack', 'row', 'room', 'site'];
begin
    perform guard.refuse_unknown(wishes, array['site', 'redundant', 'together', 'apart'], 'wishes/');
    if arguments ? 'department' then
        select d.id into after.department_id from department d
        where d.organisation_id = before.organisation_id and d.code = guard.text_of(arguments, 'department');
        if after.department_id is null and arguments ->> 'department' is not null then
            perform guard.refuse_value('department', arguments -> 'department', 'department');
        end if;
    end if;
    if arguments ? 'sponsor' then
        after.sponsor_id := guard.person_of(arguments, 'sponsor');
        if not guard.holds_role(after.sponsor_id, 'sponsor', before.organisation_id) then
            perform guard.refuse_value('sponsor', arguments -> 'sponsor', 'sponsor');
        end if;
    end if;
    if arguments ? 'security_contact' then
        after.security_contact_id := guard.person_of(arguments, 'security_contact');
    end if;
    after.project := coalesce(guard.text_of(arguments, 'project', longest => 200), before.project, '');
    after.funder := coalesce(guard.text_of(arguments, 'funder', longest => 200), before.funder, '');
    after.cost_centre := coalesce(guard.text_of(arguments, 'cost_centre', longest => 100), before.cost_centre, '');
    after.comment := coalesce(guard.text_of(arguments, 'comment'), before.comment, '');
    after.data_class := coalesce(guard.choice_of(arguments, 'data_class', classes), before.data_class, 'middel');
    after.medical := coalesce(guard.bool_of(arguments, 'medical'), before.medical, false);
    after.personal_data := coalesce(guard.bool_of(arguments, 'personal_data'), before.personal_data, false);
    after.availability_class := coalesce(guard.number_of(arguments, 'availability_class', 1, 4),
                                         before.availability_class);
    after.from_date := coalesce(guard.date_of(arguments, 'from', required => before.from_date is null),
                                before.from_date);
    if arguments ? 'until' then
        after.until_date := guard.date_of(arguments, 'until');
        if after.until_date <= guard.today() then
            perform guard.refuse_value('until', arguments -> 'until',
                                       'after_today', jsonb_build_object('day', guard.today()));
        end if;
    end if;
    if after.until_date <= after.from_date then
        perform guard.refuse_value('until', to_jsonb(after.until_date), 'after', jsonb_build_object('day', after.from_date));
    end if;
    after.review_date := coalesce(guard.date_of(arguments, 'review_date'), before.review_date);
    if wishes ? 'site' then
        select s.id into after.wish_site_id from site s
        where s.code = guard.text_of(wishes, 'site', at => 'wishes/');
        if after.wish_site_id is null and wishes ->> 'site' is not null then
            perform guard.refuse_value('wishes/site', wishes -> 'site', 'site');
        end if;
    end if;
    if wishes ? 'redundant' then
        after.wish_redundant := guard.bool_of(wishes, 'redundant', at => 'wishes/');
    end if;
    after.wish_together := coalesce(guard.choice_of(wishes, 'together', near, at => 'wishes/'), before.wish_together,
                                    '');
    after.wish_apart := coalesce(guard.choice_of(wishes, 'apart', near, at => 'wishes/'), before.wish_apart, '');
    return after;
end
$$;

-- Network ports: [{"count", "speed_mbps", "medium", "out_of_band"}].
create function guard.ports_given(item jsonb, at text) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    port record;
    here text;
    read jsonb := '[]';
begin
    for port in select value, ordinality - 1 as place
                from jsonb_array_elements(guard.array_of(item, 'ports', at => at)) with ordinality loop
        here := format('%sports/%s/', at, port.place);
        perform guard.refuse_unknown(port.value, array['count', 'speed_mbps', 'medium', 'out_of_band'], here);
        read := read || jsonb_build_object(
            'count', coalesce(guard.number_of(port.value, 'count', 1, 1000, at => here), 1),
            'speed_mbps', guard.number_of(port.value, 'speed_mbps', 1, 10000000, required => true, at => here),
            'medium', guard.text_of(port.value, 'medium', required => true, longest => 40, at => here),
            'out_of_band', coalesce(guard.bool_of(port.value, 'out_of_band', here), false));
    end loop;
    return read;
end
$$;

-- One item as the argument says. Unknown stays null: the guard, not the form, decides what an unknown weight counts.
create function guard.item_of(item jsonb, at text) returns polder.request_item
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    read request_item;
    known model;
begin
    perform guard.refuse_unknown(item, array['model', 'description', 'count', 'kind', 'height_u', 'half_width',
        'width_mm', 'depth_mm', 'height_mm', 'weight_kg', 'nameplate_w', 'draw_w', 'cords', 'phases', 'plug', 'airflow',
        'inlet_min_c', 'inlet_max_c', 'ports', 'shareable'], at);
    read.model_id := guard.model_of(item, 'model', at);
    select * into known from model m where m.id = read.model_id;
    read.description := coalesce(guard.text_of(item, 'description', longest => 200, at => at), '');
    read.count := coalesce(guard.number_of(item, 'count', 1, 1000, at => at), 1);
    read.kind := coalesce(guard.choice_of(item, 'kind', array['rack', 'zero_u', 'bay', 'floor'], at => at),
        case known.kind when 'zero_u' then 'zero_u' when 'bay' then 'bay' when 'floor' then 'floor' end, 'rack');
    read.height_hu := 2 * guard.number_of(item, 'height_u', 0.5, 100, 0.5, at => at);
    if read.kind = 'rack' and read.height_hu is null and coalesce(known.height_hu, 0) = 0 then
        perform guard.refuse_value(at || 'height_u', null,
                                   case when known.id is null then 'given_without_model' else 'given_no_height' end);
    end if;
    read.half_width := coalesce(guard.bool_of(item, 'half_width', at), known.half_width, false);
    read.width_mm := guard.number_of(item, 'width_mm', 1, 20000, at => at);
    read.depth_mm := guard.number_of(item, 'depth_mm', 1, 20000, at => at);
    read.height_mm := guard.number_of(item, 'height_mm', 1, 20000, at => at);
    read.weight_g := 1000 * guard.number_of(item, 'weight_kg', 0.001, 20000, 0.001, at => at);
    read.nameplate_w := guard.number_of(item, 'nameplate_w', 0, 1000000, at => at);
    read.draw_w := guard.number_of(item, 'draw_w', 0, 1000000, at => at);
    read.cords := guard.number_of(item, 'cords', 1, 12, at => at);
    read.phases := case guard.number_of(item, 'phases', 1, 3, 2, at => at) when 3 then '123' else '1' end;
    read.plug := nullif(guard.text_of(item, 'plug', longest => 60, at => at), '');
    read.airflow := nullif(guard.text_of(item, 'airflow', longest => 60, at => at), '');
    read.inlet_min_mc := 1000 * guard.number_of(item, 'inlet_min_c', -50, 100, 0.1, at => at);
    read.inlet_max_mc := 1000 * guard.number_of(item, 'inlet_max_c', -50, 100, 0.1, at => at);
    if read.inlet_max_mc < read.inlet_min_mc then
        perform guard.refuse_value(at || 'inlet_max_c', item -> 'inlet_max_c', 'not_below_inlet_min');
    end if;
    read.ports := guard.ports_given(item, at);
    read.shareable := coalesce(guard.bool_of(item, 'shareable', at), false);
    return read;
end
$$;

-- What has come of a request cannot be amended away.
create function guard.refuse_too_few(request int, items jsonb) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    come record;
    at text;
    asked_for int;
begin
    for come in
        select i.ordinal, count(*) as pieces
        from piece p join request_item i on i.id = p.item_id
        where p.request_id = request and p.state <> 'held'
        group by i.ordinal order by i.ordinal
    loop
        at := format('items/%s/', come.ordinal - 1);
        asked_for := case when come.ordinal > jsonb_array_length(items) then 0
                          else coalesce(guard.number_of(items -> come.ordinal - 1, 'count', 1, 1000, at => at), 1) end;
        if asked_for < come.pieces then
            perform guard.refuse_value(at || 'count', to_jsonb(asked_for),
                                       'at_least_come', jsonb_build_object('least', come.pieces));
        end if;
    end loop;
end
$$;

-- Writes the items in the place of those that were there; an item keeps its id, so that a hold stays its own.
create function guard.write_items(request int, items jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    item record;
    read request_item;
begin
    perform guard.refuse_too_few(request, items);
    for item in select value, ordinality::int as ordinal from jsonb_array_elements(items) with ordinality loop
        read := guard.item_of(item.value, format('items/%s/', item.ordinal - 1));
        insert into request_item (request_id, ordinal, model_id, description, count, kind, height_hu, half_width,
                                  width_mm, depth_mm, height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug,
                                  airflow, inlet_min_mc, inlet_max_mc, ports, shareable)
        values (request, item.ordinal, read.model_id, read.description, read.count, read.kind, read.height_hu,
                read.half_width, read.width_mm, read.depth_mm, read.height_mm, read.weight_g, read.nameplate_w,
                read.draw_w, read.cords, read.phases, read.plug, read.airflow, read.inlet_min_mc, read.inlet_max_mc,
                read.ports, read.shareable)
        on conflict (request_id, ordinal) do update
        set (model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g,
             nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports, shareable) =
            (excluded.model_id, excluded.description, excluded.count, excluded.kind, excluded.height_hu,
             excluded.half_width, excluded.width_mm, excluded.depth_mm, excluded.height_mm, excluded.weight_g,
             excluded.nameplate_w, excluded.draw_w, excluded.cords, excluded.phases, excluded.plug, excluded.airflow,
             excluded.inlet_min_mc, excluded.inlet_max_mc, excluded.ports, excluded.shareable);
    end loop;
    -- What is no longer asked for gives back what it held.
    update placement p set state = 'released', hold_until = null
    from equipment e join request_item i on i.id = e.request_item_id
    where p.equipment_id = e.id and p.state = 'held' and i.request_id = request
      and (i.ordinal > jsonb_array_length(items) or not e.id = any (guard.pieces_to_place(i)));
    update equipment e set request_item_id = null
    from request_item i
    where i.id = e.request_item_id and i.request_id = request and i.ordinal > jsonb_array_length(items);
    delete from request_item i where i.request_id = request and i.ordinal > jsonb_array_length(items);
end
$$;

create function guard.write_contacts(request int, contacts jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    contact record;
    person int;
begin
    delete from request_contact c where c.request_id = request;
    for contact in select value, ordinality - 1 as place from jsonb_array_elements(contacts) with ordinality loop
        person := guard.person_named(contact.value);
        if person is null then
            perform guard.refuse_value(format('contacts/%s', contact.place), contact.value, 'person_to_name');
        end if;
        insert into request_contact (request_id, person_id) values (request, person) on conflict do nothing;
    end loop;
end
$$;

create function guard.tallest_rack(on_day date) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select max(r.height_u) from rack r where upper_inf(r.during) or upper(r.during) > on_day);
end
$$;

-- What no facility manager could ever book does not get further than a draft.
create function guard.refuse_unbookable(asked polder.request) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    tallest int := guard.tallest_rack(asked.from_date);
    plugs text[] := array(select distinct inlet from plug_fit order by inlet);
    item record;
begin
    for item in
        select format('items/%s/', i.ordinal - 1) as at, i.kind, i.plug,
               coalesce(i.height_hu, m.height_hu) / 2.0 as height_u
        from request_item i left join model m on m.id = i.model_id
        where i.request_id = asked.id order by i.ordinal
    loop
        if item.kind = 'rack' and item.height_u > tallest then
            perform guard.refuse_value(item.at || 'height_u', to_jsonb(trim_scale(item.height_u)),
                                       'at_most_tallest', jsonb_build_object('most', tallest));
        end if;
        if not item.plug = any (plugs) then
            perform guard.refuse_value(item.at || 'plug', to_jsonb(item.plug),
                                       'one_of', jsonb_build_object('choices', plugs));
        end if;
    end loop;
end
$$;

create function guard.refuse_past(first_day date) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if first_day < guard.today() then
        perform guard.refuse_value('from', to_jsonb(first_day),
                                   'not_before_today', jsonb_build_object('day', guard.today()));
    end if;
end
$$;

-- What a rack is in, so far as a wish reaches. A rack outside of any row is a row of its own.
create function guard.surroundings(stand polder.rack, near text) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case near when 'rack' then 'rack ' || stand.id
                     when 'row' then coalesce('row ' || stand.row_id, 'rack ' || stand.id)
                     when 'room' then 'room ' || stand.room_id
                     when 'site' then 'site ' || (select m.site_id from room m where m.id = stand.room_id) end;
end
$$;

-- Wishes for pieces near or apart from each other that the places they have now do not meet. Where a piece is to move,
-- its last place counts.
create function guard.unmet_wishes(request int) returns table (wish text, placement_id int, words text)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
#variable_conflict use_column
begin
    return query
    with place as (
        select distinct on (p.equipment_id) p.id, p.rack_id, r.wish_apart, r.wish_together,
               guard.surroundings(k, r.wish_apart) as apart, guard.surroundings(k, r.wish_together) as together
        from request r
        cross join guard.request_placements(r.id, 'held', 'delivered', 'installed') p
        join rack k on k.id = p.rack_id
        where r.id = request
        order by p.equipment_id, lower(p.during) desc, p.id desc
    )
    select 'apart', max(id),
           format('%s pieces in one %s (%s), wished apart', count(*), wish_apart, guard.rack_name(max(rack_id)))
    from place where apart is not null group by apart, wish_apart having count(*) > 1
    union all
    select 'together', max(id), format('in %s %ss, wished together in one', count(distinct together), wish_together)
    from place where together is not null group by wish_together having count(distinct together) > 1;
end
$$;

-- They warn and do not refuse: on record as findings for as long as they are unmet. Bookings of the request that are over
-- warn of nothing any more.
create function guard.note_wishes(request int) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    noted int[] := array(select p.id
                         from request_item i
                         join equipment e on e.request_item_id = i.id
                         join placement p on p.equipment_id = e.id
                         where i.request_id = request);
    wishes text[] := '{}';
    placements int[] := '{}';
    words text[] := '{}';
    over bigint[];
begin
    if exists (select from polder.request r where r.id = request and (r.wish_apart, r.wish_together) <> ('', '')) then
        select coalesce(array_agg(u.wish), '{}'), coalesce(array_agg(u.placement_id), '{}'), coalesce(array_agg(u.words), '{}')
        into wishes, placements, words
        from guard.unmet_wishes(request) u;
    end if;
    over := array(
        select f.id
        from finding f
        where f.placement_id = any (noted) and f.kind = 'warning' and f.resolved_on is null
          and case when f.rule in ('apart', 'together')
                   then (f.rule, f.text) not in (select * from unnest(wishes, words))
                   else exists (select from placement p where p.id = f.placement_id and p.state in ('ended', 'released')) end);
    if over <> '{}' then
        update finding set resolved_on = guard.today() where id = any (over);
    end if;
    if wishes <> '{}' then
        insert into finding (rule, kind, placement_id, rack_id, site_id, during, text, found_on)
        select u.wish, 'warning', p.id, p.rack_id, s.site_id, p.during, u.words, guard.today()
        from unnest(wishes, placements, words) u (wish, placement_id, words)
        join placement p on p.id = u.placement_id
        join placed s on s.id = p.id
        where not exists (select from finding f
                          where f.placement_id = any (noted) and f.kind = 'warning' and f.resolved_on is null
                            and (f.rule, f.text) = (u.wish, u.words));
    end if;
end
$$;
