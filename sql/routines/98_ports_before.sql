-- Rows that are older than their nodes (0015_warnings.sql) get them now; elsewhere there are none.
update polder.network_ports set ports = ports where node_id is null;
