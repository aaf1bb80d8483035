-- In which of the ways that there are something can be plugged in; nobody asks for their names.
select id, node_id, null as name, type, phases, max_ma from polder.outlet
