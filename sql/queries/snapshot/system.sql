select id, personal_data from polder.system
