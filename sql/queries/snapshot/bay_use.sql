select chassis_id, bay_id, from_date, until_date
from api.bay_use
