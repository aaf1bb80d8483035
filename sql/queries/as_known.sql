-- $1: a generation, $2: the day from which it is looked at.
select set_config('polder.as_known', $1, true), set_config('polder.as_known_on', $2, true)
