select outlet_id, from_date, until_date from api.outlet_use
