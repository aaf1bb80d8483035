select id, room_id, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, floor_load_n_m2,
       lower(during) as from_date, upper(during) as until_date
from polder.room_environment
