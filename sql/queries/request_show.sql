-- One request with its items, the places held for them and what there is to warn of. $1: number or id.
select jsonb_build_object(
    'number', r.number, 'generation', api.generation(), 'state', r.state, 'reason', r.state_reason, 'organisation', o.code,
    'department', d.code, 'project', r.project, 'cost_centre', r.cost_centre, 'data_class', r.data_class,
    'from', r.from_date, 'until', r.until_date, 'submitted', r.submitted_at, 'endorsed', r.endorsed_at,
    'hold_until', r.hold_until, 'comment', r.comment,
    'wishes', jsonb_strip_nulls(jsonb_build_object('site', s.code, 'redundant', r.wish_redundant,
        'together', nullif(r.wish_together, ''), 'apart', nullif(r.wish_apart, ''))),
    'items', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'item', i.ordinal, 'model', m.name, 'description', i.description, 'count', i.count,
            'height_u', i.height_hu / 2.0, 'draw_w', i.draw_w, 'weight_kg', i.weight_g / 1000.0,
            'depth_mm', i.depth_mm, 'cords', i.cords, 'plug', i.plug, 'airflow', i.airflow,
            'places', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'placement', p.id, 'state', p.state, 'rack', ps.code || '/' || pr.code || '/' || k.code,
                    'unit', case when k.numbered_down then k.height_u - p.position_hu / 2.0
                                 else p.position_hu / 2.0 + 1 end, 'face', p.face, 'half', p.half,
                    'room', case when p.rack_id is null then ps.code || '/' || pr.code end, 'x_mm', p.x_mm, 'y_mm', p.y_mm,
                    'orientation_deg', p.orientation_deg,
                    'from', lower(p.during), 'until', upper(p.during), 'serial', e.serial,
                    'asset_tag', e.asset_tag) order by p.id), '[]')
                from polder.equipment e
                join polder.placement p on p.equipment_id = e.id and p.state <> 'ended'
                left join polder.rack k on k.id = p.rack_id
                join polder.room pr on pr.id = coalesce(k.room_id, p.room_id)
                join polder.site ps on ps.id = pr.site_id
                where e.request_item_id = i.id)
            ) order by i.ordinal), '[]')
        from polder.request_item i
        left join polder.model m on m.id = i.model_id
        where i.request_id = r.id),
    -- of the request, or of what it has placed
    'overrides', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'override', v.override, 'rule', v.rule, 'placement', v.placement, 'where', v."where", 'reason', v.reason,
            'until', v.until, 'by', v."by", 'second', v.second, 'waits_for', v.waits_for) order by v.override), '[]')
        from api.overrides() v
        where v.request = r.number
           or v.placement in (select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id
                              join polder.request_item i on i.id = e.request_item_id where i.request_id = r.id)),
    'warnings', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'rule', f.rule, 'placement', f.placement_id, 'where', f.place, 'requested', f.requested, 'used', f.used,
            'capacity', f.capacity, 'unit', f.unit, 'quantity', f.quantity, 'date', lower(f.during), 'text', f.text)
            order by f.rule, f.placement_id, f.id), '[]')
        from polder.request_item i
        join polder.equipment e on e.request_item_id = i.id
        join polder.placement p on p.equipment_id = e.id
        join polder.finding f on f.placement_id = p.id and f.kind = 'warning' and f.resolved_on is null
        where i.request_id = r.id))
from polder.request r
join polder.organisation o on o.id = r.organisation_id
left join polder.department d on d.id = r.department_id
left join polder.site s on s.id = r.wish_site_id
where r.number = $1 or r.id::text = $1
