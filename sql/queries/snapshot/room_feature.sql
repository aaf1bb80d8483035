select id, room_id, kind, name, shape, airflow_deg from polder.room_feature
