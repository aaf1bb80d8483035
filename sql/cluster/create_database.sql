-- The database of a private cluster; run once, after initdb.
create database polder
