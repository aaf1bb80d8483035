-- Network ports of a room: for what stands on its floor (rule N1).
alter table polder.network_ports
    add column room_id int references polder.room,
    drop constraint network_ports_check,
    add constraint network_ports_check check (num_nonnulls(rack_id, row_id, room_id) = 1),
    drop constraint network_ports_rack_id_row_id_speed_mbps_medium_out_of_band_key,
    add unique nulls not distinct (rack_id, row_id, room_id, speed_mbps, medium, out_of_band);
create index on polder.network_ports (room_id);
alter table history.network_ports add column room_id int;
