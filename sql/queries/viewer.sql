select api.viewer()
