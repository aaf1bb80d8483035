select outlet_id, from_date, until_date
from api.outlet_use
where from_date <= date ':on' and (until_date is null or until_date > date ':on')
