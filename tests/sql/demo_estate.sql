-- The demo estate, loaded on a fixed day: what DOMAIN.md says of it, what every person finds, and that nothing in it
-- breaks a rule without a finding or an override that says so.
begin;
set local polder.today = '2026-03-02';
set local client_min_messages = warning;
set local role polder_owner;
\o /dev/null
\ir ../../sql/demo/10_workbench.sql
\ir ../../sql/demo/20_people.sql
\ir ../../sql/demo/30_rooms.sql
\ir ../../sql/demo/40_power.sql
\ir ../../sql/demo/50_models.sql
\ir ../../sql/demo/60_agreements.sql
\ir ../../sql/demo/70_racks_filled.sql
\ir ../../sql/demo/80_requests.sql
\ir ../../sql/demo/85_placements.sql
\ir ../../sql/demo/87_instruments.sql
\ir ../../sql/demo/90_records.sql
\ir ../../sql/demo/99_tidy.sql
\o
reset role;
set local search_path = polder, guard, api, public;

create temporary view rack_path as
    select r.*, s.code || '/' || m.code || '/' || r.code as path, s.organisation_id as host_id
    from rack r join room m on m.id = r.room_id join site s on s.id = m.site_id;

select plan(40);

-- Size and shape.
select is(array_agg(s.code || ' ' || o.code order by s.code), '{LEIDEN UL,LUMC LUMC}',
          'two data centres and their hosts')
from site s join organisation o on o.id = s.organisation_id;
select is((select count(*)::int from rack_path where path like 'LEIDEN/%' and during @> guard.today()), 130,
          'racks at Leiden');
select is((select count(*)::int from rack_path where path like 'LEIDEN/%' and lower(during) > guard.today()), 50,
          'planned racks at Leiden');
select is((select count(*)::int from rack_path where path like 'LUMC/%'), 60, 'racks at LUMC');
select is((select count(distinct path)::int from rack_path where path ~ '^[A-Z]+/[A-Z0-9]+/[A-Z][0-9]{2}$'), 240,
          'every rack has a name of its own');
select is(array_agg(distinct r.height_u order by r.height_u), '{42,47,48}', 'heights of racks') from rack r;
select is(array_agg(distinct r.width_mm order by r.width_mm), '{600,800}', 'widths of racks') from rack r;
select ok(count(*) between 2350 and 2550, 'about 2,400 devices stand there today: ' || count(*))
from placement p where p.during @> guard.today() and p.state in ('installed', 'delivered', 'decommissioning');
select ok(count(*) > 100, 'devices of the past')
from placement p where p.state = 'ended' and upper(p.during) <= guard.today();
select ok(count(*) >= 8, 'bookings of next year') from placement p where lower(p.during) > guard.today() + 365;
select ok(min(lower(during)) between guard.today() - 1830 and guard.today() - 1700, 'five years back') from placement;

-- Everything with a limit has one, every path leads up to a supply, no node hangs in the air.
select is_empty($$ select n.name from node n where not exists (select from node_limit l where l.node_id = n.id) $$,
                'no node without a limit');
select is_empty($$ select n.name from node n join node_kind k on k.code = n.kind
                   where k.dimension = 'power' and n.kind <> 'supply'
                     and not exists (select from node_path p join node up on up.id = p.ancestor_id
                                     where p.node_id = n.id and up.kind = 'supply') $$, 'every power node is fed');
select is_empty($$ select r.id from rack r where r.cooling_zone_id is null $$, 'every rack has a cooling zone');
select is((select count(*)::int from outlet o where o.type in ('C13', 'C19')
           and not exists (select from node n where n.id = o.node_id and n.kind = 'rack_pdu')), 0,
          'outlets are on rack PDUs');

-- People.
select set_eq($$ select a.role, o.code as home from appointment a join organisation o on o.id = a.organisation_id
                 where a.during @> guard.today() $$,
              $$ select r.code as role, o.code as home from role r cross join organisation o $$,
              'every role in both institutions');
select is_empty($$ select d.handle from unnest('{fm.leiden,fm.lumc,sponsor.lumc,sponsor.leiden,researcher.lumc,
                       researcher.leiden,coordinator.lumc,coordinator.leiden,reporting,admin.leiden}'::text[]) d (handle)
                   left join person_detail p using (handle) left join person x on x.id = p.person_id
                   where x.login is null $$, 'the people one plays have a login');
select is_empty($$ select p.login from person p where p.login is not null
                     and not exists (select from pg_roles r where r.rolname = p.login and r.rolcanlogin
                                                              and pg_has_role(r.oid, 'polder_person', 'member')) $$,
                'each login is a role of a person');
select ok(count(*) > 3, 'people without login') from person where login is null and left_on is null;
select ok(count(*) > 10, 'equipment of an owner who left')
from equipment e join person p on p.id = e.sponsor_id where p.left_on <= guard.today();
select ok((select value ->> 'en' ~ 'invented' and value ->> 'nl' ~ 'verzonnen' from setting
           where key = 'estate_notice'), 'it says that it is invented');

-- Requests.
select set_eq('select distinct state from request',
              array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'held', 'waiting', 'rejected', 'expired',
                    'delivered', 'installed', 'decommissioning', 'removed', 'withdrawn'], 'requests in every state');
select is_empty($$ select r.number from request r join request_item i on i.request_id = r.id
                   left join equipment e on e.request_item_id = i.id left join placement p on p.equipment_id = e.id
                   where r.state in ('held', 'delivered', 'installed', 'decommissioning')
                   group by r.number, r.state, i.id, i.count
                   having count(p.id) filter (where p.state = r.state) <> i.count $$,
                'what is held, delivered or installed has its places');
select is_empty($$ select r.number, r.state, guard.state_by_pieces(r) from request r
                   where r.state in ('held', 'delivered', 'installed', 'decommissioning', 'removed')
                     and guard.state_by_pieces(r) <> r.state $$, 'a request is where its pieces are');
select is_empty($$ select r.number from request r where r.state = 'held' and r.hold_until < guard.today() $$,
                'no hold has lapsed');
select is_empty($$ select d.handle
                   from (values ('sponsor.lumc', 'submitted'), ('sponsor.leiden', 'submitted'),
                                ('sponsor.astronomy', 'submitted'), ('sponsor.proteomics', 'submitted'))
                        w (handle, state)
                   join person_detail d using (handle)
                   where not exists (select from request r where r.sponsor_id = d.person_id and r.state = w.state) $$,
                'sponsors have something to endorse');
select ok(count(*) > 0, s.code || ': requests to review for the facility manager')
from site s left join request r on r.wish_site_id = s.id and r.state = 'endorsed' group by s.code order by s.code;
select is(count(distinct r.organisation_id)::int, 2, 'security reviews are open in both institutions')
from request r where r.security_review = 'open';
select is_empty($$ select d.handle from appointment a join person_detail d using (person_id)
                   where a.role not in ('requester', 'sponsor') and a.during @> guard.today()
                     and d.handle not like '%2.%'
                     and not exists (select from notice n where n.recipient_id = a.person_id) $$,
                'everybody who holds an office has a notice');

-- The stories.
select ok(used.peak > 0.8 * l.normal_main and used.peak < l.normal_main, 'a quota at more than 80 %')
from agreement_line line
join agreement a on a.id = line.agreement_id and a.reference like 'UL-LUMC-%' and a.during @> guard.today()
join node_limit l on l.node_id = line.node_id
cross join lateral (select max(level) as peak
                    from (select sum(normal_main) over (order by day) as level
                          from ledger where node_id = line.node_id) s) used
where line.unit = 'kW';
select is((select count(*)::int from agreement a where a.during @> guard.today()), 2, 'agreements in force');
select is((select count(*)::int from agreement a where upper(a.during) <= guard.today()), 1, 'and one that has ended');
select ok(count(*) > 50, 'guests in either direction: ' || h.code)
from placement p
join equipment e on e.id = p.equipment_id
join rack_path k on k.id = p.rack_id
join organisation h on h.id = k.host_id
where e.owner_id <> k.host_id and p.during @> guard.today()
group by h.code order by h.code;
select is((select count(*)::int from override), 2, 'two overrides');
select is((select count(*)::int from placement where contested), 1, 'one contested device');
select ok((select bool_and(inherited) from placement p join equipment e on e.id = p.equipment_id
           where e.weight_g is null), 'what nobody weighed was taken over');
select is(max(hu.units)::int, 36, 'a GPU rack is full by power at 18U')
from rack_path k
cross join lateral (select sum(upper(part) - lower(part)) as units
                    from (select unnest(range_agg(hu)) as part from box b
                          where b.rack_id = k.id and b.during @> guard.today()) p) hu
where k.path = 'LEIDEN/DC2/A02';

select is_empty($$ select rule, "where", quantity, failing, date from guard.check() where not covered $$,
                'check finds nothing that is not known');
select * from finish();
rollback;
