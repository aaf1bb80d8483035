-- A broken rule as data: what the caller gets in the DETAIL of PL001, what an import writes as a finding, what check
-- lists. Numbers in base units; capacity null: unknown, or there is no agreement.
create type guard.violation as (
    rule text,
    place text,                 -- a rack as SITE/ROOM/RACK, of S1 with the unit, slot or bay asked for; a node as its
                                -- data centre and name; never another tenant
    node_id int,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text,
    quantity text,              -- '' or L1, L2, L3
    failing text,               -- the single failure under which it happens; '': none
    date date                   -- the first day
);

-- Names are functions and not views to join: they are wanted for the few rows that go wrong. (In SQL each call would be
-- planned anew.)
create function guard.rack_name(rack int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select s.code || '/' || o.code || '/' || r.code
        from rack r join room o on o.id = r.room_id join site s on s.id = o.site_id
        where r.id = rack);
end
$$;

create function guard.room_name(room int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select s.code || '/' || o.code from room o join site s on s.id = o.site_id where o.id = room);
end
$$;

-- 'LEIDEN/DC1/C09 U12': a rack and the lowest unit there, as it is painted on the rack. No position: the rack.
create function guard.place_name(rack int, position_hu int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return guard.rack_name(rack) || coalesce(
        (select ' U' || trim_scale(case when r.numbered_down then r.height_u - position_hu / 2.0
                                        else position_hu / 2.0 + 1 end)
         from rack r where r.id = rack), '');
end
$$;

create function guard.node_name(node int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select case when k.dimension <> 'power' and n.rack_id is not null then guard.rack_name(n.rack_id)
                    else concat_ws(' ', s.code, n.name) end
        from node n join node_kind k on k.code = n.kind left join site s on s.id = n.site_id
        where n.id = node);
end
$$;

-- '25 Gb/s SFP28', '1 Gb/s RJ45 out-of-band'.
create function guard.port_name(speed_mbps int, medium text, out_of_band boolean) returns text
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case when speed_mbps % 1000 = 0 then speed_mbps / 1000 || ' Gb/s ' else speed_mbps || ' Mb/s ' end || medium
           || case when out_of_band then ' out-of-band' else '' end;
end
$$;

create function guard.node_unit(node int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select case k.dimension when 'power' then 'mW' when 'heat' then 'mW' when 'mass' then 'g'
                    when 'flow' then 'ml/min'
                    when 'quota' then case l.unit when 'U' then 'hu' when 'kW' then 'mW' when 'kg' then 'g' else l.unit end
                    else 'pieces' end
        from node n join node_kind k on k.code = n.kind left join agreement_line l on l.node_id = n.id
        where n.id = node);
end
$$;

create function guard.listed(violations guard.violation[]) returns json
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select json_agg(json_build_object(
                   'rule', v.rule, 'where', v.place, 'node', coalesce(v.node_id, 0), 'requested', v.requested,
                   'used', v.used, 'capacity', v.capacity, 'unit', v.unit, 'quantity', v.quantity,
                   'failing', v.failing, 'date', v.date)
               order by v.date, v.rule, v.place, v.failing, v.quantity)
        from unnest(violations) v);
end
$$;

create function guard.refuse(violations guard.violation[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_as('refused_at', jsonb_build_object('violations', guard.listed(violations)), jsonb_build_object(
        'rules', array(select distinct v.rule || ' ' || v.place from unnest(violations) v order by 1)));
end
$$;

-- Bookings that ask for what no sum guards: a place outside its rack, a rack of which nobody knows what it bears, a
-- rack or room of which nobody knows what ports it has, an institution that may not be here. A condition a rule and a booking: nearly always none holds, and to
-- ask costs a tenth of starting a query that finds nothing.
create function guard.out_of_place(placed guard.standing[]) returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    met polder.misfit[] := '{}';
    p guard.standing;
begin
    foreach p in array placed loop
        if p.rack_id is not null and p.chassis_id is null then -- of what is in a chassis the chassis says it
            if not p.rack_during @> p.during then
                -- The rack is not there yet, or no longer.
                met := met || row(p.placement_id, 'S1',
                                  coalesce(guard.slot_name(p.rack_id, p.slot), guard.place_name(p.rack_id, p.position_hu)),
                                  null, case when p.slot is null then p.height_hu else 1 end, null, 0,
                                  case when p.slot is null then 'hu' else 'pieces' end, '', '',
                                  daterange(case when lower(p.during) < lower(p.rack_during) then lower(p.during)
                                                 else greatest(upper(p.rack_during), lower(p.during)) end, upper(p.during)),
                                  '')::polder.misfit;
            elsif p.position_hu + p.height_hu > 2 * p.height_u then
                -- Above the top.
                met := met || row(p.placement_id, 'S1', guard.place_name(p.rack_id, p.position_hu), null, p.height_hu, 0,
                                  greatest(2 * p.height_u - p.position_hu, 0), 'hu', '', '', p.during, '')::polder.misfit;
            end if;
            if p.slot > (select r.zero_u_slots from rack r where r.id = p.rack_id) then
                met := met || row(p.placement_id, 'S1', guard.slot_name(p.rack_id, p.slot), null, 1, 0, 0, 'pieces', '', '',
                                  p.during, '')::polder.misfit;
            end if;
        end if;
        if p.rack_id is not null and p.weight_g > 0 and p.mass_node_ids = '{}' then
            met := met || row(p.placement_id, (select k.rule from node_kind k where k.code = 'rack_mass'),
                              guard.rack_name(p.rack_id), null, p.weight_g, null, null, 'g', '', '', p.during, '')::polder.misfit;
        end if;
        if p.rack_id is not null and p.draw_mw > 0 and p.heat_node_ids = '{}' then
            met := met || row(p.placement_id, (select k.rule from node_kind k where k.code = 'rack_heat'),
                              guard.rack_name(p.rack_id), null, p.draw_mw, null, null, 'mW', '', '', p.during, '')::polder.misfit;
        end if;
        if p.owner_id <> p.host_id and p.agreement_id is null then
            met := met || row(p.placement_id, 'G4', (select s.code from site s where s.id = p.site_id), null, p.height_hu,
                              null, null, 'hu', '', '', p.during, '')::polder.misfit;
        end if;
        if p.ports <> '[]' and (select network_ports_refuse from guard.policy) then
            -- Ports of a kind that neither the rack nor its row, on the floor the room, is known to have.
            met := met || array(
                select row(p.placement_id, 'N1',
                           coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)) || ' ' || guard.port_name(w.speed_mbps, w.medium, w.out_of_band), null,
                           w.ports, null, null, 'pieces', '', '', p.during, '')::polder.misfit
                from guard.ports_of(p.ports) w
                where not exists (select from network_ports n
                                  where (n.rack_id = p.rack_id or n.row_id = (p.rack).row_id
                                         or n.room_id = case when p.rack_id is null then p.room_id end)
                                    and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band)));
        end if;
    end loop;
    return met;
end
$$;
