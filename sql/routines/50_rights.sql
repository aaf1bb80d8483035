-- What people may read: row-level security on every table, SELECT on listed columns. Nobody but the owner writes; all
-- changes go through api's functions. The conditions are guard's visibility views (42).

do $$
declare
    one record;
begin
    for one in select format('%I.%I', schemaname, tablename) as name
               from pg_tables where schemaname in ('polder', 'history') loop
        execute 'alter table ' || one.name || ' enable row level security';
    end loop;
end
$$;

grant usage on schema polder, api to polder_person;

-- Infrastructure, library and registers: the same for everybody. (Why a unit is blocked is not: it may name a tenant.)
grant select (code, name_en, name_nl, quantity, base_per_unit) on polder.unit to polder_person;
grant select (key, organisation_id, value, description) on polder.setting to polder_person;
grant select (id, code, name, time_zone, active) on polder.organisation to polder_person;
grant select (id, organisation_id, code, name, faculty) on polder.department to polder_person;
grant select (id, organisation_id, department_id, active, left_on) on polder.person to polder_person;
grant select (code, name_en, name_nl) on polder.role to polder_person;
grant select (id, person_id, role, organisation_id, site_id, during) on polder.appointment to polder_person;
grant select (id, person_id, deputy_id, during) on polder.deputy to polder_person;
grant select (id, organisation_id, code, name, address, time_zone, installed_it_w) on polder.site to polder_person;
grant select (id, site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical,
              sides, cooling_zone_id, liquid_loop_id) on polder.room to polder_person;
grant select (id, room_id, kind, name, shape, airflow_deg, keep_clear) on polder.room_feature to polder_person;
grant select (id, room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db,
              floor_load_n_m2, during) on polder.room_environment to polder_person;
grant select (id, room_id, medium, name, x_mm, y_mm, capacity, unit, during) on polder.media_point to polder_person;
grant select (id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n)
    on polder.delivery_segment to polder_person;
grant select (id, room_id, code) on polder.rack_row to polder_person;
grant select (id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u,
              usable_depth_mm, rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, tare_g,
              tare_counts, airflow, cooling, cooling_zone_id, liquid_loop_id, sides, during, airflow_supply_m3_h)
    on polder.rack to polder_person;
grant select (id, rack_id, hu, during) on polder.blocked_unit to polder_person;
grant select (id, rack_id, row_id, speed_mbps, medium, out_of_band, ports, node_id, room_id) on polder.network_ports
    to polder_person;
grant select (code, dimension, rule, failover_rule, level) on polder.node_kind to polder_person;
grant select (id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln,
              concurrently_maintainable, during) on polder.node to polder_person;
grant select (id, node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line,
              source, reason) on polder.node_limit to polder_person;
grant select (node_id, ancestor_id, distance) on polder.node_path to polder_person;
grant select (id, node_id, name, type, phases, max_ma) on polder.outlet to polder_person;
grant select (inlet, outlet) on polder.plug_fit to polder_person;
grant select (id, room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm, width_mm, depth_mm,
              during) on polder.cooling_unit to polder_person;
grant select (node_id, medium, supply_mc, max_flow_ml_min) on polder.liquid_loop to polder_person;
grant select (id, name) on polder.manufacturer to polder_person;
grant select (id, manufacturer_id, name, slug, part_number, kind, height_hu, full_depth, depth_mm, width_mm, height_mm,
              half_width, weight_g, airflow, nameplate_w, inlet_min_mc, inlet_max_mc, drift_mk_per_h,
              clearance_front_mm, clearance_rear_mm, clearance_left_mm, clearance_right_mm, clearance_top_mm,
              heat_to_water_w, vibration_class, emi_nt, acoustic_db, media, interfaces, extra, source, content_hash,
              rail_min_mm, rail_max_mm, crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g,
              water_flow_ml_min, water_inlet_min_mc, water_inlet_max_mc)
    on polder.model to polder_person;
grant select (id, model_id, name, inlet, maximum_w, allocated_w, phases) on polder.model_supply to polder_person;
grant select (id, model_id, name) on polder.model_bay to polder_person;
grant select (code, name_en, name_nl) on polder.topic to polder_person;
grant select (code, effect, override) on polder.rule to polder_person;

do $$
declare
    one text;
begin
    foreach one in array array['unit', 'setting', 'organisation', 'department', 'person', 'role', 'appointment',
        'deputy', 'site', 'room', 'room_feature', 'room_environment', 'media_point', 'delivery_segment', 'rack_row',
        'rack', 'blocked_unit', 'network_ports', 'node_kind', 'node_path', 'outlet', 'plug_fit', 'cooling_unit',
        'liquid_loop', 'manufacturer', 'model', 'model_supply', 'model_bay', 'topic', 'rule'] loop
        execute format('create policy everybody on polder.%I for select to polder_person using (true)', one);
    end loop;
end
$$;

-- A line of an agreement is a node too, but only its two parties know it.
create policy public_or_party on polder.node for select to polder_person
    using (kind <> 'agreement_line'
           or exists (select from polder.agreement_line l where l.node_id = node.id));
create policy public_or_party on polder.node_limit for select to polder_person
    using (exists (select from polder.node n where n.id = node_limit.node_id));

-- Agreements: host and guest.
grant select (id, host_id, guest_id, reference, during, processor_agreement) on polder.agreement to polder_person;
grant select (id, agreement_id, topic, unit, quota, during, node_id) on polder.agreement_line to polder_person;
grant select (id, line_id, during, quantity, unit, source, beneficiary_id) on polder.usage to polder_person;
create policy party on polder.agreement for select to polder_person
    using (id in (select id from guard.visible_agreement));
create policy party on polder.agreement_line for select to polder_person
    using (agreement_id in (select id from guard.visible_agreement));
create policy party on polder.usage for select to polder_person
    using (exists (select from polder.agreement_line l where l.id = usage.line_id));

-- Systems: those who own a share.
grant select (id, name, kind, personal_data) on polder.system to polder_person;
grant select (id, system_id, organisation_id, permille, during) on polder.system_share to polder_person;
create policy shareholder on polder.system for select to polder_person
    using (id in (select system_id from guard.visible_system));
create policy shareholder on polder.system_share for select to polder_person
    using (system_id in (select system_id from guard.visible_system));

-- Requests and equipment.
grant select (id, number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id, project,
              funder, cost_centre, data_class, medical, personal_data, availability_class, from_date, until_date,
              review_date, wish_site_id, wish_redundant, wish_together, wish_apart, on_behalf_by, evidence,
              security_review, state_reason, submitted_at, endorsed_at, decided_at, hold_until, comment, instead_id)
    on polder.request to polder_person;
grant select (request_id, person_id) on polder.request_contact to polder_person;
grant select (id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm,
              height_mm, weight_g, nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, ports,
              shareable) on polder.request_item to polder_person;
grant select (id, model_id, request_item_id, system_id, replaces_id, name, kind, owner_id, department_id,
              sponsor_id, security_contact_id, project, cost_centre, serial, asset_tag, data_class, medical, shareable,
              warranty_until, last_seen, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, accessory_g,
              airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w, budgeted_w, measured_w, measured_on,
              power_source, power_factor_permille, cords, supplies_needed, phases, plug, ports, wiped_on,
              wipe_reference, personal_data, availability_class, ducted)
    on polder.equipment to polder_person;
grant select (equipment_id, person_id) on polder.equipment_contact to polder_person;
grant select (id, equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id,
              bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from)
    on polder.placement to polder_person;
grant select (id, rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text,
              found_on, resolved_on, override_id, place, quantity) on polder.finding to polder_person;
grant select (id, rule, request_id, placement_id, node_id, site_id, reason, until_date, by_id, by_holder_id, second_id,
              second_holder_id, at, confirmed_at, withdrawn_by, withdrawn_at) on polder.override to polder_person;

create policy visible on polder.request for select to polder_person
    using (exists (select from guard.visible_request v where v.id = request.id));
create policy visible on polder.request_contact for select to polder_person
    using (exists (select from guard.visible_request v where v.id = request_contact.request_id));
create policy visible on polder.request_item for select to polder_person
    using (exists (select from guard.visible_request v where v.id = request_item.request_id));
create policy visible on polder.equipment for select to polder_person
    using (exists (select from guard.visible_equipment v where v.id = equipment.id));
create policy visible on polder.equipment_contact for select to polder_person
    using (exists (select from guard.visible_equipment v where v.id = equipment_contact.equipment_id));
create policy visible on polder.placement for select to polder_person
    using (exists (select from guard.visible_placement v where v.id = placement.id));
-- Of a finding at a node or rack that has no placement the host alone knows.
create policy visible on polder.finding for select to polder_person
    using (exists (select from guard.visible_placement v where v.id = finding.placement_id)
           or site_id = any ((select guard.host_sites())::int[]));
create policy visible on polder.override for select to polder_person
    using (exists (select from guard.visible_override v where v.id = override.id));

-- Papers beside an object are seen with the object: of a request, equipment or placement by those who see it, of the
-- building by its host.
grant select (id, subject, subject_id, name, media_type, sha256, bytes, owner_id, added_by, added_at) on polder.document
    to polder_person;
grant select (id, subject, subject_id, text, owner_id, author_id, at) on polder.note to polder_person;
grant select (id, subject, subject_id, system, reference, url) on polder.external_link to polder_person;
do $$
declare
    one text;
begin
    foreach one in array array['document', 'note', 'external_link'] loop
        execute format($policy$
            create policy with_subject on polder.%1$I for select to polder_person using (
                case subject
                when 'request' then exists (select from guard.visible_request v where v.id = %1$I.subject_id)
                when 'equipment' then exists (select from guard.visible_equipment v where v.id = %1$I.subject_id)
                when 'placement' then exists (select from guard.visible_placement v where v.id = %1$I.subject_id)
                when 'agreement' then exists (select from guard.visible_agreement v where v.id = %1$I.subject_id)
                when 'system' then exists (select from guard.visible_system v where v.system_id = %1$I.subject_id)
                else (subject, subject_id) in (select s.subject, s.subject_id from guard.hosted_subject s
                                               where s.site_id = any ((select guard.host_sites())::int[]))
                end)$policy$, one);
    end loop;
end
$$;

grant select (id, site_id, node_id, indicator, at, quantity, unit, source) on polder.meter_reading to polder_person;
create policy host on polder.meter_reading for select to polder_person
    using (site_id = any ((select guard.host_sites())::int[]));

-- One's own notices, and those to whom one stands for.
grant select (id, change_id, recipient_id, topic, body, sent_at) on polder.notice to polder_person;
create policy own on polder.notice for select to polder_person
    using (recipient_id = any ((select guard.my_people())::int[]));
