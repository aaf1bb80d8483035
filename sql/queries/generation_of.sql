-- In which generation the intention with this key was done. $1: the key.
select api.generation_of($1::uuid)
