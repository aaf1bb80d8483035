-- Of what racks bear, all days: the trend looks back.
select node_id, day, load from api.rack_step
