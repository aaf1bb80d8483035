select rack_id, hu_from, hu_until, 0 as depth_from, 32767 as depth_until, 0 as width_from, 2 as width_until, blocked,
       date ':on' as from_date, date ':on' + 1 as until_date
from api.rack_space(date ':on')
