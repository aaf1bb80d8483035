select rack_id, hu_from, hu_until, depth_from, depth_until, width_from, width_until, blocked, from_date, until_date
from api.occupancy
