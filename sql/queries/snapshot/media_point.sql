select id, room_id, medium, lower(during) as from_date, upper(during) as until_date from polder.media_point
