-- What does not fit although there is room: a booking's own properties against those of its place. No sum, no neighbour.
-- What the record does not say is not judged, unless the rule is about knowing it.

-- A polygon [[x,y],...] of the plan. (In SQL it would be planned anew at each call; so would the next.)
create function guard.polygon_of(shape jsonb) returns polygon
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select ('(' || string_agg('(' || (point ->> 0) || ',' || (point ->> 1) || ')', ',' order by n) || ')')::polygon
        from jsonb_array_elements(shape) with ordinality p (point, n));
end
$$;

-- The middle of a rack on the plan, in whole mm.
create function guard.middle_of(stand polder.rack) returns point
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case when stand.orientation_deg in (90, 270)
                then point(stand.x_mm + stand.depth_mm / 2, stand.y_mm + stand.width_mm / 2)
                else point(stand.x_mm + stand.width_mm / 2, stand.y_mm + stand.depth_mm / 2) end;
end
$$;

-- Of the sources of a device: 1 a single path; 2 its single UPS and generators are paralleled; 3 what all cords share can
-- be maintained while it works; 4 they share nothing. A supply that all share is no weakness where each cord has a
-- generator or a transfer switch below it. After EN 50600-2-2; the reading is ours.
create function guard.delivered_class(feeds text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    backed boolean := (select bool_and(exists (select from node_path h join node b on b.id = h.ancestor_id
                                               where h.node_id = split_part(c.cord, ':', 1)::int
                                                 and b.kind in ('generator', 'transfer')))
                       from string_to_table(feeds, ' ') c (cord));
begin
    return (
        select case when count(*) = 0 then 4
                    when bool_and(n.concurrently_maintainable) then 3
                    when bool_and(n.units > 1 or n.kind not in ('ups', 'generator')) then 2
                    else 1 end
        from cord_share s
        join node n on n.id = s.node_id and not (n.kind = 'supply' and backed)
        where s.cords = feeds and s.home and s.normal_here = s.normal_cords);
end
$$;

-- How few of these cords one failure leaves that a cord at this leaf survives, and the first such failure; without one
-- all of them, and no source.
create function guard.fewest_left(feeds text, leaf int) returns table (living int, source_id int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with reach as materialized (
        select c.cord, h.ancestor_id as node_id, h.distance
        from string_to_table(feeds, ' ') with ordinality c (fed, cord)
        join node_path h on h.node_id = split_part(c.fed, ':', 1)::int
    ), failing as (
        -- Of each cord the topmost node that is not above this leaf.
        select distinct on (r.cord) r.node_id
        from reach r
        where not exists (select from node_path own where own.node_id = leaf and own.ancestor_id = r.node_id)
        order by r.cord, r.distance desc
    )
    select (select count(distinct r.cord) from reach r where r.node_id is distinct from f.node_id
            and not exists (select from reach d where d.cord = r.cord and d.node_id = f.node_id))::int as left_over, f.node_id
    from (select node_id from failing union all select null) f
    order by left_over, f.node_id
    limit 1;
end
$$;

-- Whether this environment is that of a rack or, on the floor, of a spot: a part of a room that says something else has
-- its own.
create function guard.surrounds(air polder.room_environment, rack int, spot point) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    here point := coalesce((select guard.middle_of(r) from rack r where r.id = rack), spot);
begin
    if air.shape is not null then
        return guard.polygon_of(air.shape) @> here;
    end if;
    return not exists (select from room_environment w
                       where w.room_id = air.room_id and w.shape is not null and w.during @> air.during
                         and guard.polygon_of(w.shape) @> here);
end
$$;

-- Of a booking at its place, in the words of polder.misfit.
create function guard.unfit(p guard.standing, rule text, requested bigint, capacity bigint, unit text,
                            quantity text default '', what text default null) returns polder.misfit
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return row(p.placement_id, rule,
               concat_ws(' ', coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)), what), null, requested, 0,
               capacity, unit, quantity, '', p.during, '')::polder.misfit;
end
$$;

-- All that does not fit of these placements. Shares of their cords stand in polder.cord_share. A condition a rule and a
-- booking (see guard.out_of_place); where a rule looks at other rows, one query for all bookings that have what the rule is
-- about, and none where none has.
create function guard.misfits(placed guard.standing[]) returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    met polder.misfit[] := '{}';
    personal guard.standing[] := '{}';
    plugged guard.standing[] := '{}';
    sided guard.standing[] := '{}';
    sensitive guard.standing[] := '{}';
    supplied guard.standing[] := '{}';
    on_floor guard.standing[] := '{}';
    cooled guard.standing[] := '{}';
    p guard.standing;
    device equipment;
    model model;
    stand rack;
    hall room;
    classes constant text[] := '{laag,middel,hoog}';
    delivered int;
    cord record;
begin
    foreach p in array placed loop
        device := p.device;
        model := p.model;
        stand := p.rack;
        hall := p.room;
        -- S2: of what is mounted on the rails.
        if p.position_hu is not null then
            if p.needed_depth_mm > p.usable_depth_mm then
                met := met || guard.unfit(p, 'S2', p.needed_depth_mm, p.usable_depth_mm, 'mm');
            end if;
            if device.width_mm > stand.rail_width_in * 254 / 10 then
                met := met || guard.unfit(p, 'S2', device.width_mm, stand.rail_width_in * 254 / 10, 'mm', 'width');
            end if;
            if model.rail_min_mm > stand.rail_max_mm then
                met := met || guard.unfit(p, 'S2', model.rail_min_mm, stand.rail_max_mm, 'mm', 'rails');
            end if;
            if model.rail_max_mm < stand.rail_min_mm then
                met := met || guard.unfit(p, 'S2', model.rail_max_mm, stand.rail_min_mm, 'mm', 'rails');
            end if;
        end if;
        -- C4: what has no direction, or stands where there is none, goes against nothing.
        -- (In a duct it does: 57_warnings.sql.)
        if not device.ducted and device.airflow in ('front-to-rear', 'rear-to-front') and stand.airflow in ('front-to-rear', 'rear-to-front')
           and (device.airflow = stand.airflow) = (p.face = 'rear') then
            met := met || guard.unfit(p, 'C4', 1, 0, 'pieces');
        end if;
        if array_position(classes, device.data_class) > array_position(classes, hall.protection_class) then
            met := met || guard.unfit(p, 'G1', array_position(classes, device.data_class),
                                      array_position(classes, hall.protection_class), 'class');
        end if;
        if device.medical and not hall.medical then
            met := met || guard.unfit(p, 'G1', 1, 0, 'class', 'NEN 7510');
        end if;
        if device.availability_class is not null and p.cords is not null then
            delivered := guard.delivered_class(p.cords);
            if device.availability_class > delivered then
                met := met || guard.unfit(p, 'G3', device.availability_class, delivered, 'class');
            end if;
        end if;
        if device.personal_data and device.system_id is not null then
            personal := personal || p;
        end if;
        if p.outlet_ids <> '{}' then
            plugged := plugged || p;
        end if;
        if p.cord_count > 1 and cardinality(coalesce(stand.sides, hall.sides)) > 1 then
            sided := sided || p;
        end if;
        if num_nonnulls(device.inlet_min_mc, device.inlet_max_mc, device.drift_mk_per_h, model.emi_nt,
                        model.vibration_class) > 0 then
            sensitive := sensitive || p;
        end if;
        if device.kind = 'floor' and model.media <> '{}' then
            supplied := supplied || p;
        end if;
        if p.x_mm is not null then
            on_floor := on_floor || p;
        end if;
        if p.flow_ml_min is not null then
            cooled := cooled || p;
        end if;
    end loop;

    if personal <> '{}' then
        met := met || array(
            select guard.unfit(b, 'G2', 1, 0, 'pieces')
            from unnest(personal) b join system y on y.id = (b.device).system_id and not y.personal_data);
    end if;
    if plugged <> '{}' then
        for cord in
            select b.placement_id, b.during, b.cords, b.draw_mw * 1000 as uva, u.node_id, u.name, d.other_kind, d.parts,
                   d.capacity
            from unnest(plugged) b
            join outlet u on u.id = any (b.outlet_ids)
            join node n on n.id = u.node_id
            cross join lateral (
                select ((b.device).phases = '123') <> (u.phases = '123')
                       or (b.device).plug <> '' and not exists (select from plug_fit f
                                                                where f.inlet = (b.device).plug and f.outlet = u.type)
                           as other_kind,
                       case when u.phases = '123' then 3 else 1 end * b.power_factor_permille::bigint as parts,
                       u.max_ma::bigint * n.voltage_ln as capacity
            ) d
            where d.other_kind or b.draw_mw * 1000 > d.capacity * d.parts
        loop
            -- P1: the outlet is another kind.
            if cord.other_kind then
                met := met || row(cord.placement_id, 'P1', guard.node_name(cord.node_id) || ':' || cord.name, cord.node_id, 1,
                                  0, 0, 'pieces', '', '', cord.during, '')::polder.misfit;
            end if;
            -- P2: what one cord carries on a phase when as few as possible are left. (Few would carry too much alone.)
            if cord.uva > cord.capacity * cord.parts then
                met := met || array(
                    select row(cord.placement_id, 'P2', guard.node_name(cord.node_id) || ':' || cord.name, cord.node_id,
                               c.requested, 0, cord.capacity, 'mVA', '', coalesce(guard.node_name(w.source_id), ''),
                               cord.during, '')::polder.misfit
                    from guard.fewest_left(cord.cords, cord.node_id) w
                    cross join lateral (
                        select (cord.uva + cord.parts * w.living - 1) / (cord.parts * w.living) as requested) c
                    where c.requested > cord.capacity);
            end if;
        end loop;
    end if;
    if sided <> '{}' then
        -- P7: all cords of its own hang on one of the sides.
        met := met || array(
            select row(b.placement_id, 'P7', guard.node_name(j.node_id), j.node_id, 2, 0, 1, 'pieces', '', '', b.during,
                       '')::polder.misfit
            from unnest(sided) b
            cross join lateral (
                select s.node_id
                from cord_share s
                join node n on n.id = s.node_id and n.side = any (coalesce((b.rack).sides, (b.room).sides))
                join node_kind k on k.code = n.kind
                where s.cords = b.cords and s.home and s.normal_here = s.normal_cords
                order by k.level, n.id limit 1
            ) j);
    end if;
    if sensitive <> '{}' then
        -- C5, S8: the air and the floor at this spot. A part of a room that says something else has its own.
        met := met || array(
            select row(b.placement_id, j.rule, coalesce(guard.rack_name(b.rack_id), guard.room_name(b.room_id)), null,
                       j.requested, 0, j.capacity, j.unit, '', '', b.during * v.during, '')::polder.misfit
            from (select o.placement_id, o.during, o.rack_id, o.room_id, o.x_mm, o.y_mm, (o.device).kind,
                         (o.device).inlet_min_mc, (o.device).inlet_max_mc, (o.device).drift_mk_per_h, (o.model).emi_nt,
                         (o.model).vibration_class
                  from unnest(sensitive) o) b
            join room_environment v on v.room_id = b.room_id and v.during && b.during
            cross join lateral (values
                ('C5', v.setpoint_mc, b.inlet_max_mc, 'mC', v.setpoint_mc > b.inlet_max_mc),
                ('C5', b.inlet_min_mc, v.setpoint_mc, 'mC', v.setpoint_mc < b.inlet_min_mc),
                ('S8', v.drift_mk_per_h, b.drift_mk_per_h, 'mK/h', b.kind = 'floor' and v.drift_mk_per_h > b.drift_mk_per_h),
                ('S8', v.emi_nt, b.emi_nt, 'nT', v.emi_nt > b.emi_nt),
                ('S8', ascii(right(b.vibration_class, 1)) - 64, ascii(right(v.vibration_class, 1)) - 64, 'VC',
                 coalesce(v.vibration_class, '') < b.vibration_class)
            ) j (rule, requested, capacity, unit, broken)
            where case when j.broken then guard.surrounds(v, b.rack_id, point(b.x_mm, b.y_mm)) end);
    end if;
    if supplied <> '{}' then
        met := met || array(
            select guard.unfit(b, 'S7', 1, 0, 'pieces', what => n.medium)
            from unnest(supplied) b
            cross join lateral unnest((b.model).media) n (medium)
            where not exists (select from media_point x
                              where x.room_id = b.room_id and x.medium = n.medium and x.during @> b.during));
    end if;
    -- 32_floorplan.sql
    if on_floor <> '{}' then
        met := met || array(select m from guard.floor_misfits(on_floor) m);
    end if;
    if cooled <> '{}' then
        met := met || array(select m from guard.liquid_misfits(cooled) m);
    end if;
    return met;
end
$$;

-- Writes down what does not fit of these placements, and answers with what is new or worse than it was: a booking that
-- does not fit already may change as long as that does not grow. stayed: they are where they were, so what is known by
-- another place now than before has only been renamed.
create function guard.keep_misfits(ids int[], standing polder.misfit[], stayed boolean) returns polder.misfit[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    worse polder.misfit[] := array(
        select f
        from unnest(standing) f
        where not exists (select from misfit b
                          where b.placement_id = f.placement_id
                            and (b.rule, b.quantity, b.unit, b.other) = (f.rule, f.quantity, f.unit, f.other)
                            and (b.place = f.place
                                 or stayed and not exists (select from unnest(standing) g
                                                           where g.placement_id = b.placement_id and g.rule = b.rule
                                                             and (g.place, g.other) = (b.place, b.other)))
                            and coalesce(b.requested - b.capacity >= f.requested - f.capacity,
                                         b.capacity is null and b.requested >= f.requested)
                            and coalesce(b.used, 0) >= coalesce(f.used, 0)
                            and b.during @> f.during));
begin
    delete from misfit where placement_id = any (ids);
    -- neighbours of theirs
    delete from misfit
    where placement_id = any (array(select f.placement_id from unnest(standing) f)) and rule = 'S1' and used > 0;
    insert into misfit select f.* from unnest(standing) f;
    return worse;
end
$$;

create function guard.violation_of(one polder.misfit) returns guard.violation
    language sql immutable set search_path = polder, guard, api, public, pg_temp
as $$
    select row(one.rule, one.place, one.node_id, one.requested, one.used, one.capacity, one.unit, one.quantity, one.failing,
               lower(one.during))::guard.violation
$$;

-- The words of a finding, by which it is known again.
create function guard.found_text(place text, quantity text, failing text) returns text
    language sql immutable set search_path = polder, guard, api, public, pg_temp
as $$
    select concat_ws(' ', place, nullif(quantity, ''), nullif(failing, ''))
$$;

-- What is new or worse becomes a finding of its booking, in the place of what was found before.
create function guard.find_misfits(worse polder.misfit[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update finding f set resolved_on = guard.today()
    from unnest(worse) w
    where f.placement_id = w.placement_id and f.kind in ('violation', 'unknown') and f.resolved_on is null
      and f.rule = w.rule and f.text = guard.found_text(w.place, w.quantity, w.failing);
    insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during,
                         text, found_on)
    select w.rule, case when w.capacity is null then 'unknown' else 'violation' end, w.placement_id, w.node_id, p.rack_id,
           o.site_id, w.requested, w.used, w.capacity, w.unit, w.during,
           guard.found_text(w.place, w.quantity, w.failing), guard.today()
    from unnest(worse) w
    left join lateral (select s.rack_id, s.room_id from guard.spot s where s.placement_id = w.placement_id
                       order by s.during && w.during desc, lower(s.during) limit 1) p on true
    left join rack r on r.id = p.rack_id
    left join room o on o.id = coalesce(r.room_id, p.room_id);
end
$$;

-- What fits again is a finding no more, nor is what a booking asks of a node no longer. Where the booking has stayed, what
-- does not fit may go by another name now (another node, after one is fed from elsewhere): so does its finding.
create function guard.resolve_findings(ids int[], stayed boolean) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if stayed then
        with named as (
            select m.*, guard.found_text(m.place, m.quantity, m.failing) as text from misfit m where m.placement_id = any (ids)
        ), open as (
            select f.id, f.placement_id, f.rule, f.text from finding f
            where f.placement_id = any (ids) and f.kind in ('violation', 'unknown') and f.resolved_on is null
              and (f.override_id is null or f.node_id is null) -- of a sum that an override let in
        ), old_name as (
            select o.*, row_number() over (partition by o.placement_id, o.rule order by o.text) as n from open o
            where not exists (select from named m where (m.placement_id, m.rule, m.text) = (o.placement_id, o.rule, o.text))
        ), new_name as (
            select m.*, row_number() over (partition by m.placement_id, m.rule order by m.text) as n from named m
            where not exists (select from open o where (o.placement_id, o.rule, o.text) = (m.placement_id, m.rule, m.text))
        )
        update finding f set text = m.text, node_id = m.node_id, requested = m.requested, capacity = m.capacity
        from old_name o join new_name m on (m.placement_id, m.rule, m.n) = (o.placement_id, o.rule, o.n)
        where f.id = o.id;
    end if;
    update finding f set resolved_on = guard.today()
    where f.placement_id = any (ids) and f.kind in ('violation', 'unknown') and f.resolved_on is null
      and not exists (select from misfit m
                      where m.placement_id = f.placement_id and m.rule = f.rule
                        and guard.found_text(m.place, m.quantity, m.failing) = f.text)
      and (f.override_id is null or f.node_id is null
           or not exists (select from charge c where c.placement_id = f.placement_id and c.node_id = f.node_id));
end
$$;

-- The surroundings of these bookings have changed.
create function guard.review_fit(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    kin int[] := guard.family(ids);
    placed guard.standing[] := array(select s from guard.standing s where s.placement_id = any (kin));
    worse polder.misfit[];
begin
    perform guard.keep_shares(placed);
    worse := guard.keep_misfits(kin, guard.with_contents(guard.out_of_place(placed) || guard.misfits(placed), placed)
                                     || array(select m from guard.out_of_chassis(kin) m)
                                     -- which only settling finds
                                     || array(select m from misfit m where m.placement_id = any (kin) and m.rule in ('S1', 'P1')
                                                                         and m.used > 0), stayed => true);
    if worse <> '{}' then
        perform guard.explain(worse, '{}');
        perform guard.find_misfits(worse);
    end if;
    perform guard.resolve_findings(kin, stayed => true);
end
$$;

-- The rows that a statement changed, as they were and as they are, by the columns that the guard may read. (Of a library
-- much is for people alone.)
create function guard.changed_rows(name text, operation text) returns text
    language sql stable set search_path = polder, guard, api, public, pg_temp
as $$
    select case operation when 'insert' then 'new_rows c' when 'delete' then 'old_rows c'
           else format('((select %1$s from old_rows except select %1$s from new_rows)
                         union (select %1$s from new_rows except select %1$s from old_rows)) c',
                       string_agg(quote_ident(a.attname), ', ' order by a.attnum)) end
    from pg_attribute a
    where a.attrelid = format('polder.%I', name)::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('interfaces', 'extra', 'source', 'content_hash', 'slug', 'part_number', 'description')
$$;

-- Of a place that is in no data centre anything in any of them may depend.
create function guard.known_sites(sites int[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case when array_position(sites, null) is null then sites else array(select s.id from site s) end;
end
$$;

-- Does guard.policy read this setting?
create function guard.is_policy(key text) returns boolean
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select strpos(pg_get_viewdef('guard.policy'::regclass), quote_literal(key)) > 0
$$;

-- Of which data centres a change of these tables speaks, which bookings it touches there, and whether what they fill and
-- ask follows from it too. The data centres are locked before it is looked who stands there: the first booking may be
-- under way.
do $$
declare
    surrounding record;
    operation text;
begin
    for surrounding in
        select * from (values
            ('rack', 'select o.site_id from changed c join room o on o.id = c.room_id',
             'select p.id from placement p join changed c on c.id = p.rack_id', true, '{update}'::text[]),
            ('room', 'select c.site_id from changed c',
             'select p.id from changed c join rack r on r.room_id = c.id join placement p on p.rack_id = r.id
              union select p.id from placement p join changed c on c.id = p.room_id', false, '{update}'),
            ('room_environment', 'select o.site_id from changed c join room o on o.id = c.room_id',
             'select p.id from changed c join rack r on r.room_id = c.room_id join placement p on p.rack_id = r.id
              union select p.id from changed c join placement p on p.room_id = c.room_id', false, '{insert,update,delete}'),
            ('media_point', 'select o.site_id from changed c join room o on o.id = c.room_id',
             'select p.id from placement p join changed c on c.room_id = p.room_id', false, '{insert,update,delete}'),
            ('outlet', 'select n.site_id from changed c join node n on n.id = c.node_id',
             'select u.placement_id from connection u join changed c on c.id = u.outlet_id', true, '{update}'),
            ('node', 'select c.site_id from changed c',
             'select u.placement_id from changed c join node_path h on h.ancestor_id = c.id
              join connection u on u.node_id = h.node_id', false, '{update}'),
            ('plug_fit', 'select s.id from changed c cross join site s',
             'select u.placement_id from changed c join outlet o on o.type = c.outlet
              join connection u on u.outlet_id = o.id', false, '{insert,update,delete}'),
            ('model', 'select s.id from changed c cross join site s',
             'select p.id from changed c join equipment e on e.model_id = c.id
              join placement p on p.equipment_id = e.id', true, '{update}'),
            ('system', 'select s.id from changed c cross join site s',
             'select p.id from changed c join equipment e on e.system_id = c.id
              join placement p on p.equipment_id = e.id', false, '{update}'),
            ('agreement', 'select s.id from changed c join site s on s.organisation_id = c.host_id',
             'select p.id from changed c join equipment e on e.owner_id = c.guest_id
              join placement p on p.equipment_id = e.id', true, '{insert,update,delete}'),
            ('agreement_line', 'select s.id from changed c join agreement a on a.id = c.agreement_id
              join site s on s.organisation_id = a.host_id',
             'select p.id from changed c join agreement a on a.id = c.agreement_id
              join equipment e on e.owner_id = a.guest_id join placement p on p.equipment_id = e.id', true,
             '{insert,update,delete}'),
            -- Those that the guard counts with, and no institution's own.
            ('setting', 'select s.id from changed c cross join site s
              where c.organisation_id is null and guard.is_policy(c.key)',
             'select p.id from changed c cross join placement p where c.organisation_id is null and guard.is_policy(c.key)',
             true, '{insert,update,delete}')
        ) t (name, sites, placements, fills, operations)
    loop
        foreach operation in array surrounding.operations loop
            execute format($make$
                create function guard.review_%1$s_%2$s() returns trigger
                    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
                as $body$
                declare
                    ids int[];
                begin
                    perform guard.lock_and_clear(guard.known_sites(array(%3$s)));
                    ids := array(select b.id from (%4$s) b (id) join placement p on p.id = b.id and p.state <> 'released'
                                 group by b.id order by b.id);
                    if ids <> '{}' then
                        perform %5$s;
                    end if;
                    return null;
                end
                $body$;
                create trigger review_%2$s after %2$s on polder.%1$I referencing %6$s
                    for each statement execute function guard.review_%1$s_%2$s();
            $make$, surrounding.name, operation,
                replace(surrounding.sites, 'changed c', guard.changed_rows(surrounding.name, operation)),
                replace(surrounding.placements, 'changed c', guard.changed_rows(surrounding.name, operation)),
                case when surrounding.fills then 'guard.settle(ids, ''change'')' else 'guard.review_fit(ids)' end,
                case operation when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows'
                               else 'old table as old_rows new table as new_rows' end);
        end loop;
    end loop;
end
$$;
