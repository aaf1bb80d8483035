select room_id, footprint, clearance, from_date, until_date from api.floor_occupancy
