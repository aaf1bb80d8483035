select id, room_id, kind, name, shape, airflow_deg, keep_clear from polder.room_feature
