select api.lapse_holds()
