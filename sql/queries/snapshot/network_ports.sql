-- How many there are is the node's limit.
select id, rack_id, row_id, room_id, speed_mbps, medium, out_of_band, node_id from polder.network_ports
