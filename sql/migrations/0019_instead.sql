-- A request that is withdrawn because something that is shared stands there already: what nobody had to buy.
alter table polder.request
    add column instead_id int references polder.equipment,
    add constraint request_instead_check check (instead_id is null or state = 'withdrawn');
create index on polder.request (instead_id);
alter table history.request add column instead_id int;
