select rack_id, slot, from_date, until_date
from api.slot_use
