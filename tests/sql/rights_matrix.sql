-- Every right, cell by cell: what the catalogue says of every table, view and function, and what it comes to, tried as
-- the login of each role. What is expected is data, in tests/sql/rights/:
--   relations.csv  each table and view: the columns that people read ('': none). Nobody writes, nobody else reads.
--   functions.csv  each function: whether people may execute it
--   rows.csv       of each readable table and view, by whose the rows are: who of UL sees them. A: all, '': none, or how many
--   calls.csv      each function of api, by whose its object is: what people of UL get. y: done; a: asked the host to;
--                  n: not theirs to do (PL002); -: not theirs to see (PL005); v: refused as a value (PL004); else the answer
-- UL's data centre is LEI, AMC's is AMS. A table, view, function or group of rows without its line fails, and so does a
-- line without its object. In a database with the schema and pgTAP, `psql -v write=1 -f tests/sql/rights_matrix.sql`
-- writes what is in the place of what was expected: for review of the difference, never unread.
begin;
\ir support/two_houses.sql
\ir support/full_houses.sql
set constraints all immediate;
set constraints all deferred;

create temporary table person as
    select handle, ordinality as place
    from unnest(array['requester', 'sponsor', 'coordinator', 'facility_manager', 'technician', 'security_officer',
                      'agreement_manager', 'reporting', 'administrator', 'deputy', 'colleague', 'stranger', 'left', 'nobody'])
         with ordinality p (handle);
create role p_passer_by login; -- may connect to the cluster, and is nobody here

---------------------------------------------------------------------------------------------------------- the catalogue

create temporary table relation as
    select c.oid, format('%s.%s', n.nspname, c.relname) as name, n.nspname as schema, c.relname, c.relkind
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('polder', 'history', 'guard', 'api', 'past', 'known', 'polder_meta') and c.relkind in ('r', 'v', 'm', 'p', 'f', 'c')
      and c.relkind <> 'c';
-- What a login may do with it, USAGE on the schema aside.
create function public.privileges(who name, relation oid) returns text language sql stable as $$
    select concat_ws('; ',
        (select string_agg(p, ' ' order by p)
         from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
         where has_table_privilege(who, relation, p)
            or p in ('INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(who, relation, p)),
        (select string_agg(a.attname, ' ' order by a.attnum) from pg_attribute a
         where a.attrelid = relation and a.attnum > 0 and not a.attisdropped
           and has_column_privilege(who, relation, a.attnum, 'SELECT')))
$$;
create temporary table function as
    select p.oid, format('%s.%s(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as name, n.nspname as schema,
           format('select %I.%I(%s)', n.nspname, p.proname,
                  (select string_agg('null::' || t::regtype::text, ', ' order by place)
                   from unnest(p.proargtypes) with ordinality a (t, place))) as call, p.prorettype
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('polder', 'history', 'guard', 'api', 'past', 'known', 'polder_meta');

-- Every person, and polder_person itself, has the same of it; who only passes by has nothing.
create temporary table privileged as
    select r.name, who, public.privileges(who, r.oid) as has
    from relation r cross join (select 'p_' || handle || '_ul' from person union all values ('polder_person'), ('p_passer_by')) w (who);
create temporary table relations_now as select name, nullif(has, '') as people_read from privileged where who = 'polder_person';
create temporary table functions_now as
    select name, case when has_function_privilege('polder_person', oid, 'execute') then 'execute' end as people from function;

------------------------------------------------------------------------------------------------------------- whose it is

create function public.of_owner(owner int, site int, more text default '') returns text language sql stable as $$
    select o.code || coalesce(' at ' || s.code, '') || more
    from polder.organisation o left join polder.site s on s.id = site where o.id = owner
$$;
create function public.of_site(site int) returns text language sql stable as $$
    select s.code from polder.site s where s.id = site
$$;
create function public.of_room(room int) returns text language sql stable as $$
    select public.of_site(m.site_id) from polder.room m where m.id = room
$$;
create function public.of_rack(rack int) returns text language sql stable as $$
    select public.of_room(k.room_id) from polder.rack k where k.id = rack
$$;
create function public.of_agreement(agreement int) returns text language sql stable as $$
    select case when a.reference like '%THIRD' then a.reference else 'UL and AMC' end from polder.agreement a where a.id = agreement
$$;
create function public.of_node(node int) returns text language sql stable as $$
    select coalesce((select 'line ' || public.of_agreement(l.agreement_id) from polder.agreement_line l where l.node_id = n.id),
                    public.of_site(n.site_id))
    from polder.node n where n.id = node
$$;
create function public.of_request(request int) returns text language sql stable as $$
    select case when r.submitted_at is null then public.of_owner(r.organisation_id, null, ' draft')
                else public.of_owner(r.organisation_id, r.wish_site_id, case when r.sponsor_id is null then ' unsponsored' else '' end) end
    from polder.request r where r.id = request
$$;
create function public.of_equipment(equipment int) returns text language sql stable as $$
    select coalesce((select public.of_request(i.request_id) from polder.request_item i where i.id = e.request_item_id),
                    (select public.of_owner(e.owner_id, s.site_id, ' inherited') from guard.placed s where s.equipment_id = e.id))
    from polder.equipment e where e.id = equipment
$$;
create function public.of_placement(placement int) returns text language sql stable as $$
    select public.of_equipment(p.equipment_id) from polder.placement p where p.id = placement
$$;
create function public.of_person(person int) returns text language sql stable as $$
    select o.code from polder.person p join polder.organisation o on o.id = p.organisation_id where p.id = person
$$;
create function public.of_system(system int) returns text language sql stable as $$
    select s.name from polder.system s where s.id = system
$$;
create function public.of_subject(subject text, id int) returns text language sql stable as $$
    select case when subject in ('site', 'room', 'rack', 'node') then 'building' else subject end || ': '
           || case subject when 'request' then public.of_request(id) when 'equipment' then public.of_equipment(id)
                           when 'placement' then public.of_placement(id) when 'agreement' then public.of_agreement(id)
                           when 'system' then public.of_system(id) when 'site' then public.of_site(id)
                           when 'room' then public.of_room(id) when 'rack' then public.of_rack(id)
                           else public.of_node(id) end
$$;
-- Of each table: what tells its rows apart (of views of api: where all their rows are told apart), and the group of a row.
create temporary table grouping_of (name text primary key, key text, grouped text, origin text);
insert into grouping_of (name, key, grouped, origin) values
    ('unit', 'code', $$'all'$$, null), ('role', 'code', $$'all'$$, null), ('topic', 'code', $$'all'$$, null),
    ('rule', 'code', $$'all'$$, null),
    ('node_kind', 'code', $$'all'$$, null), ('plug_fit', 'inlet, outlet', $$'all'$$, null),
    ('manufacturer', 'id', $$'all'$$, null), ('model', 'id', $$'all'$$, null), ('model_supply', 'id', $$'all'$$, null),
    ('model_bay', 'id', $$'all'$$, null),
    ('setting', 'key, organisation_id', $$coalesce('of ' || public.of_owner(t.organisation_id, null), 'general')$$, null),
    ('organisation', 'id', 't.code', null), ('department', 'id', 'public.of_owner(t.organisation_id, null)', null),
    ('person', 'id', 'public.of_person(t.id)', null), ('appointment', 'id', 'public.of_person(t.person_id)', null),
    ('deputy', 'id', 'public.of_person(t.person_id)', null),
    ('site', 'id', 'public.of_site(t.id)', null), ('room', 'id', 'public.of_room(t.id)', null),
    ('room_feature', 'id', 'public.of_room(t.room_id)', null), ('room_environment', 'id', 'public.of_room(t.room_id)', null),
    ('media_point', 'id', 'public.of_room(t.room_id)', null), ('delivery_segment', 'id', 'public.of_room(t.room_id)', null),
    ('rack_row', 'id', 'public.of_room(t.room_id)', null), ('rack', 'id', 'public.of_room(t.room_id)', null),
    ('blocked_unit', 'id', 'public.of_rack(t.rack_id)', null), ('network_ports', 'id', 'public.of_node(t.node_id)', null),
    ('cooling_unit', 'id', 'public.of_room(t.room_id)', null),
    ('node', 'id', 'public.of_node(t.id)', null), ('node_limit', 'id', 'public.of_node(t.node_id)', null),
    ('node_path', 'node_id, ancestor_id', 'public.of_node(t.node_id)', null), ('outlet', 'id', 'public.of_node(t.node_id)', null),
    ('liquid_loop', 'node_id', 'public.of_node(t.node_id)', null),
    ('meter_reading', 'id', 'public.of_site(t.site_id)', null),
    ('agreement', 'id', 'public.of_agreement(t.id)', null), ('agreement_line', 'id', 'public.of_agreement(t.agreement_id)', null),
    ('usage', 'id', '(select public.of_agreement(l.agreement_id) from polder.agreement_line l where l.id = t.line_id)', null),
    ('system', 'id', 'public.of_system(t.id)', null), ('system_share', 'id', 'public.of_system(t.system_id)', null),
    ('request', 'id', 'public.of_request(t.id)', null),
    ('request_contact', 'request_id, person_id', 'public.of_request(t.request_id)', null),
    ('request_item', 'id', 'public.of_request(t.request_id)', null),
    ('equipment', 'id', 'public.of_equipment(t.id)', null),
    ('equipment_contact', 'equipment_id, person_id', 'public.of_equipment(t.equipment_id)', null),
    ('placement', 'id', 'public.of_placement(t.id)', null),
    ('finding', 'id', $$coalesce(public.of_placement(t.placement_id), 'building ' || public.of_site(t.site_id))$$, null),
    ('override', 'id', $$coalesce(public.of_placement(t.placement_id), public.of_request(t.request_id),
                                     'building ' || public.of_node(t.node_id))$$, null),
    ('document', 'id', 'public.of_subject(t.subject, t.subject_id)', null),
    ('note', 'id', 'public.of_subject(t.subject, t.subject_id)', null),
    ('external_link', 'id', 'public.of_subject(t.subject, t.subject_id)', null),
    ('notice', 'id', $$(select 'to ' || d.handle from polder.person_detail d where d.person_id = t.recipient_id)$$, null),
    ('occupancy', 'rack_id, hu_from, depth_from, from_date', 'public.of_rack(t.rack_id)', null),
    ('slot_use', 'rack_id, slot, from_date', 'public.of_rack(t.rack_id)', null),
    ('bay_use', 'chassis_id, bay_id, from_date', 'public.of_equipment(t.chassis_id)', null),
    ('floor_occupancy', 'room_id, from_date, footprint', 'public.of_room(t.room_id)', null),
    ('outlet_use', 'outlet_id, from_date', '(select public.of_node(o.node_id) from polder.outlet o where o.id = t.outlet_id)', null),
    ('load_step', 'node_id, source_id, day', 'public.of_node(t.node_id)', null),
    ('chain_step', 'node_id, source_id, day, normal_main', 'public.of_node(t.node_id)', null),
    ('rack_step', 'node_id, day, load', 'public.of_node(t.node_id)', null),
    ('shared_equipment', 'site_id, owner_id, model_id, kind, height_hu', 'public.of_site(t.site_id)', null),
    ('owner_person', 'equipment_id, person_id, office', 'public.of_equipment(t.equipment_id)', '(select * from guard.owner_person)'),
    ('person_card', 'person_id', 't.handle', null),
    ('request_clock', 'request_id', 'public.of_request(t.request_id)', null),
    ('request_offer', 'request_id', 'public.of_request(t.request_id)', '(select id as request_id from polder.request)');

-- Some of it may be shared.
update polder.equipment e set shareable = true where exists (select from polder.placement p where p.equipment_id = e.id and p.state = 'installed');

-- What each of them reads: the keys as a list. An SQLSTATE, if not even that.
create temporary table readable as
    select r.name, r.schema, r.relname, g.key, g.grouped, coalesce(g.origin, r.name) as origin,
           (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
            where a.attrelid = r.oid and a.attnum > 0 and has_column_privilege('polder_person', r.oid, a.attnum, 'SELECT')) as columns
    from relation r left join grouping_of g on g.name = r.relname
    where has_any_column_privilege('polder_person', r.oid, 'SELECT') and has_schema_privilege('polder_person', r.schema, 'usage');
select set_config('polder.as_known', (select value::text from polder.generation), true) \g /dev/null
create temporary table sight as
    select r.name, p.handle,
           public.see(p.handle || '.ul', format('select coalesce(array_agg(row(%s)::text), ''{}'') from (select %s from %s) t',
                                                r.key, r.columns, r.name)) as seen
    from readable r cross join person p;
create temporary table line_of (name text, grouped text, key text);
do $$
declare
    one record;
begin
    for one in select * from readable r where r.grouped is not null loop
        -- The past has the rows of the present here, and is nobody's to read whole.
        execute format('insert into line_of select %L, %s, row(%s)::text from %s t', one.name, one.grouped, one.key,
                       case when one.schema = 'known' then
                            case when one.origin ~ '^\(' then one.origin
                                 when one.relname in ('occupancy', 'slot_use', 'bay_use', 'floor_occupancy', 'outlet_use', 'load_step', 'person_card', 'request_clock') then 'api.' || one.relname
                                 else 'polder.' || one.relname end
                            else one.origin end);
    end loop;
end
$$;
create temporary table rows_seen as
    select s.name, s.grouped, s.place, case s.seen when s.there then 'A' when 0 then null else s.seen::text end as cell
    from (select l.name, l.grouped, p.place, count(*) as there,
                 count(*) filter (where l.key = any (case when t.seen like '{%' then t.seen::text[] end)) as seen
          from line_of l join sight t on t.name = l.name join person p on p.handle = t.handle
          group by l.name, l.grouped, p.place) s;

---------------------------------------------------------------------------------------------------------- what they do

create temporary table call (function text, more text, state text, arguments text);
insert into call values
    ('amend_request', '', 'draft', '{"request": %1$s, "until": "2030-04-01"}'),
    ('submit', '', 'draft', '{"request": %1$s, "evidence": "mail of 1 March"}'),
    ('endorse', '', 'submitted', '{"request": %1$s, "evidence": "mail of 1 March"}'),
    ('decline', '', 'submitted', '{"request": %1$s, "reason": "no", "evidence": "mail"}'),
    ('return_request', '', 'submitted', '{"request": %1$s, "reason": "plug?"}'),
    ('comment', '', 'submitted', '{"request": %1$s, "text": "soon"}'),
    ('comment', ' on security', 'submitted', '{"request": %1$s, "text": "soon", "security_review": "passed"}'),
    ('review', '', 'endorsed', '{"request": %1$s}'),
    ('hold', '', 'in review', '{"request": %1$s, "item": 1, "places": [{"rack": "%3$s/H1/R2", "unit": 12}]}'),
    ('promote', '', 'in review', '{"steps": [{"intention": "hold", "arguments": {"request": %1$s, "item": 1, "places": [{"rack": "%3$s/H1/R2", "unit": 12}]}}]}'),
    ('wait_list', '', 'in review', '{"request": %1$s, "reason": "full"}'),
    ('reject', '', 'in review', '{"request": %1$s, "reason": "hot"}'),
    ('renew', '', 'held', '{"request": %1$s, "until_date": "2027-06-01"}'),
    ('release', '', 'held', '{"placement": %2$s}'),
    ('withdraw', '', 'held', '{"request": %1$s}'),
    ('deliver', '', 'held', '{"request": %1$s}'),
    ('install', '', 'delivered', '{"request": %1$s, "item": 1, "serial": "S1"}'),
    ('extend', '', 'installed', '{"request": %1$s, "until": "2030-04-01"}'),
    ('move', '', 'installed', '{"moves": [{"placement": %2$s, "unit": 40}]}'),
    ('replace', '', 'installed', '{"placement": %2$s, "serial": "S2"}'),
    ('decommission', '', 'installed', '{"request": %1$s}'),
    ('retire', '', 'installed', '{"placements": [%2$s], "from": "2028-01-01"}'),
    ('decommission', ' its device', 'installed', '{"placement": %2$s}'),
    ('remove', '', 'decommissioning', '{"request": %1$s}');
create temporary table made_call as
    select c.function, public.of_owner(o.id, s.id) || c.more as object,
           format(c.arguments, a.request, coalesce(public.placement_of(a.request), 0), a.wish)::jsonb as arguments
    from call c join asked a on a.state = c.state join polder.organisation o on o.code = upper(a.house) join polder.site s on s.code = a.wish;
insert into made_call
    select 'endorse', public.of_request(request), jsonb_build_object('request', request, 'evidence', 'mail')
    from asked where state = 'submitted, without sponsor';
insert into made_call
    select 'create_request', o.code, jsonb_build_object('organisation', o.code, 'from', '2027-04-01', 'items', '[{"height_u": 1}]'::jsonb)
    from polder.organisation o where o.code in ('UL', 'AMC');
insert into made_call
    select 'add_person', o.code, jsonb_build_object('organisation', o.code, 'handle', 'new.one', 'name', 'New')
    from polder.organisation o where o.code in ('UL', 'AMC');
insert into made_call
    select 'appoint', o.code, jsonb_build_object('organisation', o.code, 'person', 'technician.' || lower(o.code), 'role', 'sponsor')
    from polder.organisation o where o.code in ('UL', 'AMC');
insert into made_call values
    ('deputise', 'oneself', '{"deputy": "colleague.ul", "until": "2028-01-01"}'),
    ('deputise', 'deputy.ul', '{"person": "deputy.ul", "deputy": "colleague.ul", "until": "2028-01-01"}'),
    ('deputise', 'AMC', '{"person": "security_officer.amc", "deputy": "facility_manager.amc", "until": "2028-01-01"}'),
    ('set_setting', 'general', '{"key": "hold_days", "value": 20}'),
    ('set_setting', 'UL', '{"key": "hold_days", "organisation": "UL", "value": 20}'),
    ('set_setting', 'AMC', '{"key": "hold_days", "organisation": "AMC", "value": 20}'),
    ('record_readings', 'ul', '{"readings": [{"site": "LEI", "indicator": "E_DC", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}]}'),
    ('record_readings', 'amc', '{"readings": [{"site": "AMS", "indicator": "E_DC", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}]}'),
    ('record_audit', 'ul', '{"rack": "LEI/H1/R1", "tags": []}'),
    ('record_audit', 'amc', '{"rack": "AMS/H1/R1", "tags": []}'),
    ('found_institution', 'all', '{"code": "NEW", "name": "New", "handle": "new.one", "person": "New One"}'),
    ('add_organisation', 'all', '{"code": "NEW", "name": "New"}'),
    ('add_agreement', 'ul', '{"site": "LEI", "guest": "AMC", "reference": "LEI-2", "lines": [{"unit": "U", "quota": 10}]}'),
    ('add_agreement', 'amc', '{"site": "AMS", "guest": "UL", "reference": "AMS-2", "lines": [{"unit": "U", "quota": 10}]}'),
    ('add_site', 'UL', '{"organisation": "UL", "code": "NEW", "name": "New"}'),
    ('add_site', 'AMC', '{"organisation": "AMC", "code": "NEW", "name": "New"}'),
    ('draw_room', 'ul', '{"site": "LEI", "code": "H2", "width_mm": 9000, "depth_mm": 9000}'),
    ('draw_room', 'amc', '{"site": "AMS", "code": "H2", "width_mm": 9000, "depth_mm": 9000}'),
    ('add_nodes', 'ul', '{"site": "LEI", "nodes": [{"kind": "ups", "name": "UPS-9", "kva": 100}]}'),
    ('add_nodes', 'amc', '{"site": "AMS", "nodes": [{"kind": "ups", "name": "UPS-9", "kva": 100}]}'),
    ('add_racks', 'ul', '{"site": "LEI", "room": "H1", "row": "Z", "count": 2, "x_mm": 5000, "y_mm": 4000}'),
    ('add_racks', 'amc', '{"site": "AMS", "room": "H1", "row": "Z", "count": 2, "x_mm": 5000, "y_mm": 4000}'),
    ('end_service', 'ul', '{"rack": "LEI/H1/R2", "from": "2027-06-01", "reason": "worn out"}'),
    ('end_service', 'amc', '{"rack": "AMS/H1/R2", "from": "2027-06-01", "reason": "worn out"}'),
    ('block_units', 'ul', '{"rack": "LEI/H1/R2", "unit": 2, "reason": "bent rails"}'),
    ('block_units', 'amc', '{"rack": "AMS/H1/R2", "unit": 2, "reason": "bent rails"}'),
    ('draw_features', 'ul', '{"site": "LEI", "room": "H1", "features": [{"kind": "area", "x_mm": 0, "y_mm": 0, "width_mm": 10, "depth_mm": 10}]}'),
    ('draw_features', 'amc', '{"site": "AMS", "room": "H1", "features": [{"kind": "area", "x_mm": 0, "y_mm": 0, "width_mm": 10, "depth_mm": 10}]}'),
    ('add_departments', 'UL', '{"organisation": "UL", "departments": [{"code": "NEW", "name": "New"}]}'),
    ('add_departments', 'AMC', '{"organisation": "AMC", "departments": [{"code": "NEW", "name": "New"}]}'),
    ('hand_over', 'UL', '{"person": "technician.ul", "to": "colleague.ul"}'),
    ('hand_over', 'AMC', '{"person": "technician.amc", "to": "colleague.amc"}'),
    ('import_models', 'all', '{"models": [{"manufacturer": "Acme", "name": "Server 3", "height_hu": 2, "source": "x"}]}');
insert into made_call
    select distinct on (g.object) 'set_limit', g.object,
           jsonb_build_object('node', n.id, 'from_date', '2027-04-01', 'normal_main', 900000000, 'reason', 'derated')
    from polder.node n
    cross join lateral (values (public.of_node(n.id) || case n.kind when 'agreement_line' then ' at ' || public.of_site(n.site_id) else '' end)) g (object)
    where n.kind in ('feed', 'agreement_line');
insert into made_call
    select distinct on (g.object) 'feed_node', g.object,
           jsonb_build_object('node', n.id, 'parent', n.parent_id, 'reason', 'as it is')
    from polder.node n cross join lateral (values (public.of_node(n.id))) g (object)
    where n.kind = 'feed';
-- A maintenance of the feeds of each data centre, for what stands in it.
insert into made_call
    select distinct on (s.code) 'notify_owners', 'building ' || s.code,
           jsonb_build_object('node', n.id, 'text', 'soon', 'from', '2028-01-01', 'down', jsonb_build_array(p.id))
    from polder.site s join polder.node n on n.site_id = s.id and n.kind = 'feed'
    join guard.placed g on g.site_id = s.id join polder.placement p on p.id = g.id
    where p.state = 'installed' and p.during @> date '2028-01-01'
    order by s.code, n.id, p.id;
-- What stands, and what a coordinator may say of it or not.
insert into made_call
    select 'amend_equipment', public.of_owner(o.id, s.id) || f.more,
           jsonb_build_object('changes', jsonb_build_array(jsonb_build_object('equipment', p.equipment_id, 'values', f.field)))
    from asked a join polder.organisation o on o.code = upper(a.house) join polder.site s on s.code = a.wish
    join polder.placement p on p.id = public.placement_of(a.request)
    cross join (values ('', '{"project": "x"}'::jsonb), (' its label', '{"serial": "x"}'), (' its power', '{"budgeted_w": 350}')) f (more, field)
    where a.state = 'installed';
-- Papers: on what stands, on a request, on the building; nobody named has added those that are there.
insert into made_call
    select f.function, g.subject || ' ' || g.grouped, f.more || jsonb_build_object('subject', g.subject, 'of', g.id)
    from (select distinct on (s.subject, 2) s.subject, public.of_subject(s.subject, s.id) as grouped, s.id
          from subject s where s.subject in ('equipment', 'request', 'rack', 'site', 'node') order by s.subject, 2, s.id) g
    cross join (values ('attach', '{"name": "x", "content": "eA=="}'::jsonb), ('note', '{"text": "x"}'),
                       ('link', '{"system": "topdesk", "reference": "1"}')) f (function, more);
insert into made_call
    select 'detach', n.subject || ' ' || n.grouped, jsonb_build_object('note', n.id)
    from (select distinct on (t.subject, 2) t.subject, public.of_subject(t.subject, t.subject_id) as grouped, t.id
          from polder.note t where t.subject in ('equipment', 'request', 'rack', 'site', 'node') and t.text = 'a remark'
          order by t.subject, 2, t.id) n;
-- Of a feed, of a request that is held, and of a booking that waits for a second person and is taken back again.
insert into made_call
    select distinct on (g.object) 'override', g.object,
           jsonb_build_object('node', n.id, 'rule', 'P5', 'reason', 'for now', 'until', '2028-01-01')
    from polder.node n cross join lateral (values ('building ' || public.of_node(n.id))) g (object)
    where n.kind = 'feed';
insert into made_call
    select 'override', public.of_request(a.request),
           jsonb_build_object('request', a.request, 'rule', 'S2', 'reason', 'for now', 'until', '2028-01-01')
    from asked a where a.state = 'held' and a.house = 'ul';
insert into made_call
    select distinct on (f.function, g.object) f.function, g.object, jsonb_build_object('override', o.id)
    from polder.override o
    cross join lateral (values (public.of_placement(o.placement_id))) g (object)
    cross join (values ('confirm_override'), ('withdraw_override')) f (function)
    where o.rule = 'S3' and g.object is not null;
-- What only reads, with what it says.
create temporary table question (function text, object text, query text);
insert into question values
    ('viewer', 'all', $$select case when (api.viewer() ->> 'person') is null then 'nobody' else 'y' end$$),
    ('generation', 'all', $$select 'y' where api.generation() > 0$$),
    ('changed', 'all', $$select 'y' where exists (select from api.changed(0))$$),
    ('known_at', 'all', $$select 'y' where exists (select from api.known_at(null, null))$$),
    ('history', 'all', $$select 'y' where jsonb_array_length(api.history('{"most": 5}') -> 'rows') = 5$$),
    ('administration', 'all', $$select nullif(jsonb_array_length(api.administration('{}') -> 'people'), 0)$$),
    ('last_seen', 'all', $$select 'y' where jsonb_array_length(api.last_seen('{"rack": "LEI/H1/R1"}') -> 'seen') >= 0$$),
    ('papers', 'LEI', $$select 'y' where jsonb_array_length(api.papers('{"subject": "rack", "of": "LEI/H1/R1"}') -> 'notes') = 1$$),
    ('papers', 'AMS', $$select 'y' where jsonb_array_length(api.papers('{"subject": "rack", "of": "AMS/H1/R1"}') -> 'notes') = 1$$),
    ('owner_people', 'all', $$select 'y' where jsonb_array_length(api.owner_people(jsonb_build_object('generation', api.generation())) -> 'owners') >= 0$$),
    ('shared', 'all', $$select 'y' where jsonb_array_length(api.shared('{}') -> 'shared') >= 0$$),
    ('notices', 'all', $$select nullif(jsonb_array_length(api.notices('{}') -> 'notices'), 0)$$),
    ('check_covers', 'all', $$select nullif(array_to_string(sites, ' '), '') from api.check_covers()$$),
    ('overrides', 'all', $$select nullif(count(*), 0) from api.overrides()$$),
    ('rack_space', 'all', $$select 'y' where exists (select from api.rack_space('2027-07-15'))$$),
    ('rack_load', 'all', $$select 'y' where exists (select from api.rack_load('2027-07-15'))$$),
    ('chain_load', 'all', $$select 'y' where exists (select from api.chain_load('2027-07-15'))$$),
    ('check', 'LEI', $$select nullif(count(*), 0) from api.check() where "where" like 'LEI%'$$),
    ('check', 'AMS', $$select nullif(count(*), 0) from api.check() where "where" like 'AMS%'$$),
    ('lapse_holds', 'all', $$select case when (api.lapse_holds() ->> 'lapsed')::int >= 0 then 'y' end$$);
insert into question
    select 'document', d.subject || ' ' || d.grouped, format('select api.document(''{"document": %s}'') ->> ''size''', d.id)
    from (select distinct on (t.subject, 2) t.subject, public.of_subject(t.subject, t.subject_id) as grouped, t.id
          from polder.document t where t.subject in ('equipment', 'request', 'rack') order by t.subject, 2, t.id) d;
insert into question
    select 'owners_to_notify', m.object, format('select ''y'' where api.owners_to_notify(%L) ? ''people''', m.arguments - 'text')
    from made_call m where m.function = 'notify_owners';
insert into question
    select 'generation_of', 'requester.ul', format('select ''y'' where api.generation_of(%L) > 0', (array_agg(i.key))[1])
    from polder.intention i join polder.person_detail d on d.person_id = i.person_id where d.handle = 'requester.ul';

create temporary table calls_made as
    select m.function as name, m.object as grouped, p.place,
           case when r.result ? 'asked' and (r.result ->> 'asked')::boolean then 'a'
                else case coalesce(r.result #>> '{conflicts,0,sqlstate}', r.result ->> 'sqlstate') when 'PL002' then 'n' when 'PL005' then '-' when 'PL004' then 'v'
                          else coalesce(r.result ->> 'sqlstate', 'y') end end as cell
    from made_call m cross join person p
    cross join lateral public.try(p.handle || '.ul', m.function, m.arguments) r (result);
-- Something for check to find at each site.
alter table polder.node_limit disable trigger user;
update polder.node_limit l set normal_main = 1 from polder.node n where n.id = l.node_id and n.name = 'R1 rack_mass';
alter table polder.node_limit enable trigger user;

insert into calls_made
    select q.function, q.object, p.place, replace(public.see(p.handle || '.ul', q.query), 'PL002', 'n')
    from question q cross join person p;


---------------------------------------------------------------------------------------------- what is, and what should be

do $$
declare
    one text;
begin
    foreach one in array array['rows_seen', 'calls_made'] loop
        execute format('create temporary view %I as select name, grouped, %s from %I group by name, grouped',
                       case one when 'rows_seen' then 'rows_now' else 'calls_now' end,
                       (select string_agg(format('max(cell) filter (where place = %s) as %I', place, handle), ', ' order by place)
                        from person), one);
    end loop;
end
$$;
create temporary table relations_listed as select * from relations_now with no data;
create temporary table functions_listed as select * from functions_now with no data;
create temporary table rows_listed as select * from rows_now with no data;
create temporary table calls_listed as select * from calls_now with no data;
\if :{?write}
    \copy (select * from relations_now order by name collate "C") to 'tests/sql/rights/relations.csv' csv header
    \copy (select * from functions_now order by name collate "C") to 'tests/sql/rights/functions.csv' csv header
    \copy (select * from rows_now order by name collate "C", grouped collate "C") to 'tests/sql/rights/rows.csv' csv header
    \copy (select * from calls_now order by name collate "C", grouped collate "C") to 'tests/sql/rights/calls.csv' csv header
\endif
\copy relations_listed from 'tests/sql/rights/relations.csv' csv header
\copy functions_listed from 'tests/sql/rights/functions.csv' csv header
\copy rows_listed from 'tests/sql/rights/rows.csv' csv header
\copy calls_listed from 'tests/sql/rights/calls.csv' csv header

create temporary table compared as
    select 'relations' as file, coalesce(l.name, n.name) as line, row_to_json(n)::text as now_so, row_to_json(l)::text as listed
    from relations_now n full join relations_listed l on l.name = n.name
    union all
    select 'functions', coalesce(l.name, n.name), row_to_json(n)::text, row_to_json(l)::text
    from functions_now n full join functions_listed l on l.name = n.name
    union all
    select 'rows', coalesce(l.name || ': ' || l.grouped, n.name || ': ' || n.grouped), row_to_json(n)::text, row_to_json(l)::text
    from rows_now n full join rows_listed l on (l.name, l.grouped) = (n.name, n.grouped)
    union all
    select 'calls', coalesce(l.name || ': ' || l.grouped, n.name || ': ' || n.grouped), row_to_json(n)::text, row_to_json(l)::text
    from calls_now n full join calls_listed l on (l.name, l.grouped) = (n.name, n.grouped);

-- Tried, not looked up: every write to every table, and every call of what is not for people, by every login.
create function public.outcome(who name, command text) returns text language plpgsql as $$
begin
    execute format('set local session authorization %I', who);
    execute command;
    execute 'reset session authorization';
    return 'done';
exception when others then
    return sqlstate;
end
$$;
create temporary table attempt as
    select w.who, c.command, public.outcome(w.who, c.command) as came
    from (select 'p_' || handle || '_ul' from person union all values ('p_passer_by')) w (who)
    cross join (select unnest(array[format('insert into %s default values', name), format('delete from %s', name),
                                    format('truncate %s', name), format('update %s set %I = null', name,
                                           (select a.attname from pg_attribute a where a.attrelid = oid and a.attnum > 0 and not a.attisdropped
                                                  and a.attidentity = '' order by a.attnum limit 1))])
                from relation where relkind = 'r'
                union all
                select format('select from %s', name) from relation where name not in (select name from readable)
                union all
                select call from function
                where not (schema in ('api', 'known') and has_function_privilege('polder_person', oid, 'execute'))) c (command);

select plan((select count(*)::int from compared) + 12);

select is(now_so, listed, file || ': ' || line) from compared order by file, line;

select is_empty($$ select p.name, p.who, p.has from privileged p join privileged g on g.name = p.name and g.who = 'polder_person'
                   where p.who <> 'p_passer_by' and p.has <> g.has $$, 'every role has the same of a table or view, which rows are the policies'' matter');
select is_empty($$ select name, has from privileged where has ~ '[A-Z]{3}' $$, 'and that is to read');
select is_empty($$ select name, has from privileged where who = 'p_passer_by' and has <> '' $$, 'who is nobody here reads nothing');
select is_empty($$ select f.name, w.who from function f cross join (select who from privileged group by who) w
                   where has_function_privilege(w.who, f.oid, 'execute')
                         <> (w.who <> 'p_passer_by' and has_function_privilege('polder_person', f.oid, 'execute')) $$,
                'every role may call the same functions, who is nobody here none');
select is_empty($$ select n.nspname, w.who, p from pg_namespace n cross join (select who from privileged group by who) w
                   cross join unnest(array['USAGE', 'CREATE']) p
                   where n.nspname in ('polder', 'history', 'guard', 'api', 'past', 'known', 'polder_meta', 'public')
                     and has_schema_privilege(w.who, n.oid, p)
                         <> (p = 'USAGE' and (n.nspname = 'public' or w.who <> 'p_passer_by' and n.nspname in ('polder', 'api', 'known'))) $$,
                'people name what is in polder, api and known, and make nothing anywhere');
select is_empty($$ select c.oid::regclass, w.who from pg_class c cross join (select who from privileged group by who) w
                   where c.relkind = 'S' and c.relnamespace = any (array['polder', 'history']::regnamespace[])
                     and has_sequence_privilege(w.who, c.oid, 'USAGE, SELECT, UPDATE') $$, 'sequences are nobody''s');
select is_empty($$ select who, p from (select who from privileged group by who) w cross join unnest(array['CONNECT', 'CREATE', 'TEMPORARY']) p
                   where has_database_privilege(who, current_database(), p) <> (p = 'CONNECT' and who <> 'p_passer_by') $$,
                'nor does anybody make temporary tables');
select is_empty($$ select name from readable where key is null $$, 'of each readable table it is known whose its rows are');
select is_empty($$ select name from readable where schema <> 'known' and relname not in ('request_offer')
                   except select split_part(line, ':', 1) from compared where file = 'rows' $$, 'and it has rows');
select is_empty($$ select relname from (select p.proname::text as relname from pg_proc p where p.pronamespace = 'api'::regnamespace
                                     except select name from calls_now) f $$, 'and each function of api is called');
select ok((select count(*) > 10000 from attempt), 'what is not allowed is tried');
select is_empty($$ select came, command, string_agg(who, ' ') from attempt where came <> '42501' group by 1, 2 $$, 'in vain');

select * from finish();
rollback;
