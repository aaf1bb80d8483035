-- Many who want the same, for tst_crowd; after house.sql. Each has a device, an outlet of rack R1 and a request with one item,
-- both of 100 W, so that nothing but the place is scarce.

create table public.crowd (n int primary key, device int, outlet int, request int);

create function public.new_crowd(size int) returns void language sql as $$
    delete from public.crowd;
    insert into public.crowd (n, device, outlet, request)
    select n, public.new_device(host), null, public.new_request(host, dc) from public.house, generate_series(1, size) n;
    update polder.equipment e set budgeted_w = 100 from public.crowd c where e.id = c.device;
    delete from polder.request_item i using public.crowd c where i.request_id = c.request and i.ordinal = 2;
    with made as (
        insert into polder.outlet (node_id, name, type, phases, max_ma)
        select pdu1, 'of ' || n, 'C13', '1', 10000 from public.house, public.crowd
        returning id, name)
    update public.crowd c set outlet = made.id from made where made.name = 'of ' || c.n;
$$;

-- Books in the other data centre and takes it back.
create function public.try_elsewhere(who int) returns void language plpgsql as $$
begin
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
    select device, 'installed', '[2026-02-01,2028-01-01)', r3, 0 from public.house, public.crowd where n = who;
    raise exception using errcode = 'PL000';
exception when sqlstate 'PL000' then
    null;
end
$$;

-- Who stands in rack R1.
create view public.standing as
    select c.n
    from polder.placement p
    join public.house h on h.r1 = p.rack_id
    join polder.equipment e on e.id = p.equipment_id
    left join polder.request_item i on i.id = e.request_item_id
    join public.crowd c on e.id = c.device or i.request_id = c.request
    where p.state <> 'released';
