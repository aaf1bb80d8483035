-- One booking after the other, each its own transaction, into :"target": the median of :n in microseconds.
create procedure public.measure(target text, n int, first_day date, inout median_us int)
language plpgsql as $$
declare
    began timestamptz;
    took int[];
    p record;
begin
    for i in 1 .. n loop
        select * into p from public.place where id = 1 + (i * 37) % (select count(*) from public.place);
        began := clock_timestamp();
        if target = 'bare' then
            insert into public.bare (equipment_id, state, during, rack_id, hu, depth, width, outlet_ids)
            values (1 + i % 100, 'installed', daterange(first_day + i * 13 % 300, first_day + 400 + i * 7 % 500),
                    p.rack_id, int4range(p.position_hu, p.position_hu + 4), '[0,1000)', '[0,2)', p.outlet_ids);
        else
            insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
            values (1 + i % 100, 'installed', daterange(first_day + i * 13 % 300, first_day + 400 + i * 7 % 500),
                    p.rack_id, p.position_hu, p.outlet_ids);
        end if;
        commit;
        took := took || (extract(epoch from clock_timestamp() - began) * 1e6)::int;
    end loop;
    select percentile_disc(0.5) within group (order by us) into median_us from unnest(took) us;
end
$$;
