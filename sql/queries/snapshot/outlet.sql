select id, node_id, name, type, phases, max_ma from polder.outlet
