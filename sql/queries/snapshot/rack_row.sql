select id, room_id, code from polder.rack_row
