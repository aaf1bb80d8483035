select set_config('polder.as_known', $1, true)
