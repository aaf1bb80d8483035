-- Who sees what of whom. AMC's request stands in its own data centre and in UL's; people of UL look.
begin;
\ir support/two_houses.sql

-- On the first day of all of them, so that what is installed and what is held have the same days.
set local polder.today = '2027-04-01';
create temporary table request as
    select 'amc at AMS' as name, public.request_in('installed', 'amc', 'AMS', 2) as id
    union all select 'amc at LEI', public.request_in('installed', 'amc', 'LEI')
    union all select 'ul at LEI', public.request_in('held', 'ul', 'LEI')
    union all select 'amc draft', public.request_in('draft', 'amc', 'LEI');
set local polder.today = '2027-03-01';
update polder.equipment e set serial = 'SERIAL-' || o.code || e.id, asset_tag = 'TAG-' || o.code || e.id
    from polder.organisation o where o.id = e.owner_id;
insert into polder.note (subject, subject_id, text, owner_id)
    select 'request', r.id, 'Remark of ' || o.code, o.id from polder.request r join polder.organisation o on o.id = r.organisation_id;
insert into polder.document (subject, subject_id, name, sha256, bytes)
    select 'equipment', e.id, 'Paper of ' || o.code, sha256('x'), 'x' from polder.equipment e join polder.organisation o on o.id = e.owner_id;
insert into polder.finding (rule, placement_id, site_id, during, text, found_on)
    select 'S3', p.id, s.site_id, p.during, 'Finding at ' || o.code, '2027-03-01'
    from polder.placement p join guard.placed s on s.id = p.id join polder.equipment e on e.id = p.equipment_id
    join polder.organisation o on o.id = e.owner_id;
insert into polder.system (name) values ('System of AMC');
insert into polder.system_share (system_id, organisation_id, permille, during)
    select s.id, o.id, 1000, '[2026-01-01,)' from polder.system s, polder.organisation o where o.code = 'AMC';

-- Everything that the person may read at all, as one text: each granted column of each table and view.
create function public.everything(handle text) returns text language plpgsql as $$
declare
    source record;
    seen text := '';
begin
    for source in select format('%I.%I', table_schema, table_name) as name,
                         string_agg(format('%I::text', column_name), ', ') as columns
                  from information_schema.column_privileges
                  where grantee = 'polder_person' and privilege_type = 'SELECT' and table_schema in ('polder', 'api')
                  group by 1 loop
        seen := seen || E'\n' || source.name || coalesce(public.see(handle,
            format('select string_agg(concat_ws('' | '', %s), E''\n'') from %s', source.columns, source.name)), '');
    end loop;
    return seen;
end
$$;
create temporary table sight as
    select handle, public.everything(handle) as seen
    from unnest(array['requester.ul', 'colleague.ul', 'stranger.ul', 'sponsor.ul', 'coordinator.ul', 'facility_manager.ul',
                      'administrator.ul', 'reporting.ul', 'requester.amc', 'coordinator.amc', 'facility_manager.amc']) handle;

select plan(43);

select cmp_ok(length(seen), '>', 2000, handle || ' sees the infrastructure') from sight where handle = 'stranger.ul';

-- People of UL who do not run a data centre learn nothing of AMC's.
select unalike(seen, '%Secret of amc%', handle || ' sees no request of the other house')
    from sight where handle in ('requester.ul', 'colleague.ul', 'stranger.ul', 'sponsor.ul', 'coordinator.ul', 'administrator.ul');
select unalike(seen, '%SERIAL-AMC%', handle || ' sees no equipment of the other house')
    from sight where handle in ('requester.ul', 'colleague.ul', 'stranger.ul', 'sponsor.ul', 'coordinator.ul', 'administrator.ul');
select unalike(seen, '%of p_requester_amc%', handle || ' does not learn who asked there')
    from sight where handle in ('requester.ul', 'colleague.ul', 'stranger.ul', 'sponsor.ul', 'coordinator.ul', 'administrator.ul');
select ok(seen !~ '(Remark of AMC|Paper of AMC|Finding at AMC|System of AMC)', handle || ' sees no papers of the other house')
    from sight where handle in ('requester.ul', 'stranger.ul', 'coordinator.ul');

-- One's own, and that of those whose contact one is.
select alike(seen, '%Secret of ul%', handle || ' sees the own request')
    from sight where handle in ('requester.ul', 'colleague.ul', 'sponsor.ul', 'coordinator.ul');
select unalike(seen, '%Secret of ul%', 'a colleague who is not named on it does not') from sight where handle = 'stranger.ul';
select unalike(seen, '%SERIAL-UL%', 'nor the equipment') from sight where handle = 'stranger.ul';

-- The host sees what stands in its own rooms, whosever it is, and nothing of the other site.
select is(public.see('facility_manager.ul', 'select string_agg(distinct serial, '','' order by serial) from polder.equipment'),
          (select string_agg(e.serial, ',' order by e.serial) from polder.equipment e
           where exists (select from guard.placed p join polder.site s on s.id = p.site_id
                         where p.equipment_id = e.id and s.code = 'LEI')),
          'a facility manager sees the equipment of the own rooms');
select is(public.see('facility_manager.ul', 'select count(*) from polder.placement'), '2', 'and its placements');
select is(public.see('facility_manager.ul', 'select string_agg(state, '','' order by state) from polder.request'),
          'held,installed', 'and requests from their submission on');
select is(public.see('reporting.ul', 'select count(*) from polder.placement'), '2', 'reporting of the host sees the same');
select is(public.see('requester.amc', 'select count(*) from polder.placement'), '3', 'the owner sees the own, everywhere');
select is(public.see('coordinator.amc', 'select count(*) from polder.request'), '3', 'so does the home coordinator, drafts too');
select is(public.see('technician.ul', 'select count(*) from api.person_card where handle = ''requester.amc'''), '1',
          'the host knows whom to call');

-- Space and load: the same for everybody, and anonymous. Two neighbours of 2U are one box of 4U, of one owner at AMS and
-- of two at LEI.
select is(public.see('stranger.ul', 'select count(*) from api.occupancy'), '2', 'everybody sees all that is taken');
select is(public.see('stranger.ul', $$select string_agg(hu_from || '-' || hu_until, ',') from api.occupancy o
              join polder.rack r on r.id = o.rack_id join polder.room m on m.id = r.room_id
              join polder.site s on s.id = m.site_id where s.code = 'AMS'$$), '0-8', 'devices side by side are one box');
select is(public.see(handle, 'select md5(string_agg(o::text, '','' order by o::text)) from api.occupancy o'),
          public.see('stranger.ul', 'select md5(string_agg(o::text, '','' order by o::text)) from api.occupancy o'),
          handle || ' sees the same occupancy') from unnest(array['facility_manager.ul', 'requester.amc']) handle;
select is(public.see('stranger.ul', $$select md5(string_agg(l::text, ',' order by l::text)) from api.load_step l
              join polder.node n on n.id = l.node_id$$),
          (select md5(string_agg(l::text, ',' order by l::text)) from polder.ledger l), 'and the same load');
insert into polder.organisation (code, name) values ('THIRD', 'A third house');
update polder.person set organisation_id = (select id from polder.organisation where code = 'THIRD')
    where login = 'p_stranger_ul';
select is(public.see('stranger.ul', $$select count(*) from polder.node where kind = 'agreement_line'$$), '0',
          'an agreement is known to its parties alone');
select is(public.see('stranger.ul', $$select count(*) from api.load_step l
              where l.node_id in (select l.id from unnest(array[$$
              || (select string_agg(id::text, ',') from polder.node where kind = 'agreement_line') || ']) l (id))'), '0',
          'and so is what it is used for');

-- Who left, or never was, sees nothing at all.
update polder.person set left_on = '2027-03-01' where login = 'p_requester_amc';
select is(public.see('requester.amc', 'select count(*) from polder.request'), '0', 'who has left sees no request any more');

select * from finish();
rollback;
