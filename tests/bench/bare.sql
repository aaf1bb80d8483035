-- The same table with its checks, its indexes and an exclusion constraint over the space, and no trigger: what a booking
-- costs at the least.
create table public.bare (like polder.placement including all);
alter table public.bare add hu int4range not null default '[0,1)', add depth int4range not null default '[0,1000)',
                        add width int4range not null default '[0,2)';
insert into public.bare overriding system value
select p.*, b.hu, b.depth, b.width from polder.placement p join polder.box b on b.placement_id = p.id;
alter table public.bare add exclude using gist
    (rack_id with =, hu with &&, depth with &&, width with &&, during with &&);
select setval(pg_get_serial_sequence('public.bare', 'id'), (select max(id) from public.bare)) \g /dev/null
vacuum analyze;
