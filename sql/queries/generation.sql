select api.generation()
