-- Where, with a number: {"rack", "slot", "outlets"} beside the rails, {"chassis", "bay", "outlets"} in a chassis. Without cords
-- of its own what is in a chassis draws through the chassis's.

-- How a device is put somewhere: 'rack', 'zero_u', 'bay' or 'floor'. Of what was taken over its place says it.
create function guard.mounting(device polder.equipment, before polder.placement default null) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case when device.kind in ('zero_u', 'bay', 'floor') then device.kind
                when before.zero_u_slot is not null then 'zero_u'
                when before.chassis_id is not null then 'bay'
                else 'rack' end;
end
$$;

create function guard.placed_in_slot(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken int[],
                                     at text, own int[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    result placement;
begin
    result.equipment_id := device.id;
    result.during := period;
    result.rack_id := stand.id;
    result.zero_u_slot := guard.number_of(place, 'slot', 1, 1000, required => true, at => at);
    result.face := 'both';
    result.half := 'full';
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

-- A chassis that the asker sees, by asset tag or id.
create function guard.chassis_of(place jsonb, at text) returns polder.equipment
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(place -> 'chassis', 'null');
    candidates equipment[] := array(
        select e from equipment e
        where (to_jsonb(e.id) = reference or e.asset_tag = reference #>> '{}' and jsonb_typeof(reference) = 'string')
          and exists (select from model_bay b where b.model_id = e.model_id)
          and exists (select from visible_equipment v where v.id = e.id));
begin
    if cardinality(candidates) <> 1 then
        perform guard.refuse_value(at || 'chassis', reference,
                                   case cardinality(candidates) when 0 then 'chassis' else 'id_of_tag' end);
    end if;
    return candidates[1];
end
$$;

-- One of its bays, by name.
create function guard.bay_of(place jsonb, chassis polder.equipment, at text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted text := guard.text_of(place, 'bay', required => true, longest => 100, at => at);
    bay int := (select b.id from model_bay b where b.model_id = chassis.model_id and b.name = wanted);
begin
    if bay is null then
        perform guard.refuse_value(at || 'bay', place -> 'bay',
                                   'bay_of_chassis',
                                   jsonb_build_object('bays', array(select b.name from model_bay b where b.model_id = chassis.model_id order by b.id)));
    end if;
    return bay;
end
$$;

-- The rack in which a chassis is on the first of these days on which it is in one. No row: it is in none.
create function guard.rack_under(chassis int, period daterange) returns polder.rack
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select r from placement c join rack r on r.id = c.rack_id
        where c.equipment_id = chassis and c.state <> 'released' and c.during && period
        order by lower(c.during) limit 1);
end
$$;

create function guard.placed_in_bay(place jsonb, device polder.equipment, period daterange, taken int[], at text, own int[])
    returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    result placement;
    chassis equipment;
    stand rack;
begin
    chassis := guard.chassis_of(place, at);
    stand := guard.rack_under(chassis.id, period);
    if stand.id is null then
        perform guard.refuse_value(at || 'chassis', place -> 'chassis',
                                   case when upper_inf(period) then 'chassis_in_rack_from' else 'chassis_in_rack' end,
                                   jsonb_build_object('from', lower(period), 'until', upper(period)));
    end if;
    result.bay_id := guard.bay_of(place, chassis, at);
    -- A hold lapses with its request, and then takes nothing of another's along.
    if exists (select from placement c
               where c.equipment_id = chassis.id and c.state = 'held' and c.during && period
                 and (select i.request_id from request_item i where i.id = chassis.request_item_id)
                     is distinct from (select i.request_id from request_item i where i.id = device.request_item_id)) then
        perform guard.refuse_value(at || 'chassis', place -> 'chassis', 'chassis_come');
    end if;
    result.equipment_id := device.id;
    result.during := period;
    result.chassis_id := chassis.id;
    result.face := 'both';
    result.half := 'full';
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

-- Several devices from this place on: slots count up, bays come in the order in which the model lists them.
create function guard.numbered_on(place jsonb, devices int[], kind text) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    slot numeric;
    chassis equipment;
    bays text[];
begin
    if kind = 'zero_u' then
        slot := guard.number_of(place, 'slot', 1, 1000, required => true, at => 'places/0/');
        return (select jsonb_agg(place || jsonb_build_object('slot', slot + n - 1) order by n)
                from generate_series(1, cardinality(devices)) n);
    end if;
    chassis := guard.chassis_of(place, 'places/0/');
    bays := array(select b.name from model_bay b
                  where b.model_id = chassis.model_id and b.id >= guard.bay_of(place, chassis, 'places/0/')
                  order by b.id);
    if cardinality(bays) < cardinality(devices) then
        perform guard.refuse_value('places/0/bay', place -> 'bay',
                                   'bay_with_more', jsonb_build_object('more', cardinality(devices) - 1));
    end if;
    return (select jsonb_agg(place || jsonb_build_object('bay', bays[n]) order by n) from generate_series(1, cardinality(devices)) n);
end
$$;

-- In a chassis that leaves, what has cords of its own would stay plugged in where it was.
create function guard.refuse_corded_contents(chassis polder.equipment, from_rack int, to_rack int, period daterange, at text)
    returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if from_rack <> to_rack and exists (select from placement i
                                        where i.chassis_id = chassis.id and i.state <> 'released' and i.during && period
                                          and cardinality(i.outlet_ids) + cardinality(i.node_ids) > 0) then
        perform guard.refuse_value(at || 'rack', to_jsonb(guard.rack_name(to_rack)), 'same_rack');
    end if;
end
$$;
