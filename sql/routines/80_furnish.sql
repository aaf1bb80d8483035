-- Estates made by arithmetic (the demo, the synthetic ones for measurements) furnish their racks here.

-- What can be connected to a rack PDU of each usual size. line_mva is what one phase carries, at 230 V line to neutral.
create view guard.usual_feed as
    select feed, phases, line_mva, c13, c19
    from (values
        ('16A 1P', 1, 3680000::bigint, 24, 4),
        ('32A 1P', 1, 7360000, 36, 6),
        ('16A 3P', 3, 3680000, 42, 6),
        ('32A 3P', 3, 7360000, 42, 12)
    ) f (feed, phases, line_mva, c13, c19);

-- Gives each rack what it may weigh and give off, and on both sides a rack PDU with outlets (behind a tap-off of its
-- own, if wanted). parents_a and parents_b are the power nodes above it, rack by rack. Phases go round, with the rack
-- and with the outlet, so that neighbours do not load the same one. Limits are the full rating, also under failover.
create function guard.furnish_racks(racks int[], parents_a int[], parents_b int[], feeds text[], mass_g bigint[],
                                    heat_mw bigint[], tap_offs boolean) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    with rack_of as (
        select u.*, r.room_id, m.site_id, m.code || '-' || r.code as name
        from unnest(racks, mass_g, heat_mw) u (rack_id, mass, heat)
        join rack r on r.id = u.rack_id join room m on m.id = r.room_id
    ), made as (
        insert into node (kind, site_id, room_id, rack_id, name)
        select k.kind, site_id, room_id, rack_id, name || k.suffix
        from rack_of cross join (values ('rack_mass', ' mass'), ('rack_heat', ' heat')) k (kind, suffix)
        returning id, kind, rack_id
    )
    insert into node_limit (node_id, normal_main, rating_main, source)
    select made.id, n.amount, n.amount, 'rack'
    from made join rack_of using (rack_id)
    cross join lateral (select case made.kind when 'rack_mass' then mass else heat end as amount) n;

    if tap_offs then
        with made as (
            insert into node (kind, parent_id, site_id, room_id, rack_id, name, side, phases)
            select 'feed', t.parent_id, t.site_id, t.room_id, t.rack_id, t.name || '-FEED-' || t.side, t.side, t.phases
            from guard.rack_side(racks, parents_a, parents_b, feeds) t
            returning id, rack_id, side
        )
        select array_agg(a.id order by o.n), array_agg(b.id order by o.n) into parents_a, parents_b
        from unnest(racks) with ordinality o (rack_id, n)
        join made a on a.rack_id = o.rack_id and a.side = 'A'
        join made b on b.rack_id = o.rack_id and b.side = 'B';
    end if;

    insert into node (kind, parent_id, site_id, room_id, rack_id, name, side, phases)
    select 'rack_pdu', t.parent_id, t.site_id, t.room_id, t.rack_id, t.name || '-PDU-' || t.side, t.side, t.phases
    from guard.rack_side(racks, parents_a, parents_b, feeds) t;

    insert into node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line,
                            source)
    select n.id, f.phases * f.line_mva, f.line_mva, f.phases * f.line_mva, f.line_mva, f.phases * f.line_mva,
           f.line_mva, f.feed
    from unnest(racks, feeds) u (rack_id, feed)
    join guard.usual_feed f on f.feed = u.feed
    join node n on n.rack_id = u.rack_id and n.kind in ('feed', 'rack_pdu');

    insert into outlet (node_id, name, type, phases, max_ma)
    select n.id, o.type || '-' || i, o.type,
           case when n.phases = '123' then ((i + n.rack_id) % 3 + 1)::text else n.phases end, o.max_ma
    from unnest(racks, feeds) u (rack_id, feed)
    join guard.usual_feed f on f.feed = u.feed
    join node n on n.rack_id = u.rack_id and n.kind = 'rack_pdu'
    cross join lateral (values ('C13', f.c13, 10000), ('C19', f.c19, 16000)) o (type, outlets, max_ma)
    cross join lateral generate_series(1, o.outlets) i
    order by n.id, o.type, i;
end
$$;

-- Rack by rack and side by side: the node above, and the phases of what is fed from it.
create function guard.rack_side(racks int[], parents_a int[], parents_b int[], feeds text[])
    returns table (rack_id int, site_id int, room_id int, name text, side text, parent_id int, phases text)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select u.rack_id, m.site_id, m.id, m.code || '-' || r.code, s.side,
           case s.side when 'A' then u.parent_a else u.parent_b end,
           case when f.phases = 3 then '123' else (u.n % 3 + 1)::text end
    from unnest(racks, parents_a, parents_b, feeds) with ordinality u (rack_id, parent_a, parent_b, feed, n)
    join guard.usual_feed f on f.feed = u.feed
    join rack r on r.id = u.rack_id
    join room m on m.id = r.room_id
    cross join (values ('A'), ('B')) s (side)
    order by u.n, s.side
$$;
