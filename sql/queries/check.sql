-- Every violation, recomputed from the bare rows; see sql/routines.
select jsonb_build_object(
    'rule', rule, 'where', "where", 'node', node, 'requested', requested, 'used', used, 'capacity', capacity,
    'unit', unit, 'quantity', quantity, 'failing', failing, 'date', date), covered
from api.check()
