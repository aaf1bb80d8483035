-- Every violation, recomputed from the bare rows; see sql/routines. With what sets it aside.
select jsonb_build_object(
    'rule', c.rule, 'where', c."where", 'node', c.node, 'requested', c.requested, 'used', c.used, 'capacity', c.capacity,
    'unit', c.unit, 'quantity', c.quantity, 'failing', c.failing, 'date', c.date), c.covered,
    case when o.override is not null
         then jsonb_build_object('override', o.override, 'reason', o.reason, 'until', o.until, 'by', o."by") end
from api.check() with ordinality c
left join api.overrides() o on o.override = c.override
order by c.ordinality
