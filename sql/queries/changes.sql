select table_name, key from api.changed($1)
