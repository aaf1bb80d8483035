-- A request that is withdrawn because something that is shared stands there already: what it is is kept.
begin;
\ir support/two_houses.sql
select plan(11);

-- It stands in the other house, where she sees nothing.
create temporary table theirs as select public.request_in('installed', 'amc', 'AMS') as request;
create temporary table device as
    select e.id from polder.equipment e join polder.request_item i on i.id = e.request_item_id join theirs t on t.request = i.request_id;
update polder.equipment set name = 'Sequencer', asset_tag = 'AMC-77' where id = (select id from device);
create temporary table asked as select public.request_in('submitted', 'ul') as request;
create function public.withdrawn(because text) returns jsonb language sql as $$
    select public.try('requester.ul', 'withdraw', (select jsonb_build_object('request', request, 'because', because) from asked))
$$;
select is(public.withdrawn('Sequencer') ->> 'sqlstate', 'PL004', 'what nobody shares is no reason');
select is(public.withdrawn('Sequencer') ->> 'field', 'because', 'and the refusal says which argument it was');
update polder.equipment set shareable = true where id = (select id from device);
select is(public.withdrawn('Sequencer') ->> 'state', 'withdrawn', 'shared: by its name');
select is(public.withdrawn('AMC-77') ->> 'state', 'withdrawn', 'or its asset tag');
select is(public.withdrawn(' ') ->> 'state', 'withdrawn', 'nothing said, nothing kept');
select is(public.withdrawn('Sequenceer') ->> 'field', 'because', 'something that there is not');
select is(public.act('requester.ul', 'withdraw', jsonb_build_object('request', request, 'because', 'AMC-77', 'reason', 'theirs will do'))
          ->> 'state', 'withdrawn', 'done') from asked;
select is((select instead_id from polder.request r where r.id = asked.request), (select id from device), 'it is kept') from asked;
select is(public.see('requester.ul', format('select instead_id from polder.request where id = %s', request)),
          (select id::text from device), 'and she reads it') from asked;

-- Of what stands already a part was bought.
create temporary table part as select public.request_in('held', 'ul', 'LEI', 2) as request;
select public.act('technician.ul', 'install', jsonb_build_object('placement', public.placement_of(request))) from part \g /dev/null
select is(public.act('requester.ul', 'withdraw', jsonb_build_object('request', request, 'because', 'AMC-77')) ->> 'state',
          'installed', 'the rest is withdrawn') from part;
select is((select instead_id from polder.request r where r.id = part.request), null, 'not instead of it') from part;
select * from finish();
rollback;
