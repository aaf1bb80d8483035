-- For every connection. Compiling row-level security's conditions takes seconds, running them milliseconds.
set jit = off
