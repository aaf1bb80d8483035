select id, node_id, from_date, normal_main, normal_line, failover_main, failover_line from polder.node_limit
