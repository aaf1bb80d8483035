-- Documents, notes and links on objects: who sees and adds them, how large they may be, and what is left when they go.
begin;
\ir support/two_houses.sql
create temporary table piece as
    select n, public.request_in('installed', house, wish) as request
    from (values (1, 'ul', 'LEI'), (2, 'amc', 'LEI'), (3, 'amc', 'AMS')) p (n, house, wish);
create function public.e(n int) returns int language sql stable as $$
    select e.id from piece p join polder.request_item i on i.request_id = p.request
    join polder.equipment e on e.request_item_id = i.id where p.n = e.n
$$;
create function public.on_piece(n int, more jsonb default '{}') returns jsonb language sql stable as $$
    select jsonb_build_object('subject', 'equipment', 'of', public.e(n)) || more
$$;
create function public.file(bytes bytea, name text default 'manual.pdf') returns jsonb language sql immutable as $$
    select jsonb_build_object('name', name, 'media_type', 'application/pdf', 'content', translate(encode(bytes, 'base64'), E'\n', ''))
$$;
create function public.papers(who text, arguments jsonb) returns jsonb language sql as $$
    select nullif(public.see(who, format('select api.papers(%L)', arguments)), 'PL005')::jsonb
$$;

select plan(43);

-- A file, byte for byte.
create temporary table attached as select public.act('requester.ul', 'attach', public.on_piece(1, public.file('\x00ff2720')), null,
                                                     '11111111-1111-1111-1111-111111111111') as r;
select is(r - array['generation', 'document', 'id'], '{"subject": "equipment", "name": "manual.pdf", "size": 4}', 'a researcher adds a file to the own device') from attached;
select is(public.see('facility_manager.ul', format('select api.document(%L) ->> ''content''', jsonb_build_object('document', r -> 'document'))), 'AP8nIA==',
          'the host reads it') from attached;
select is(public.see('coordinator.amc', format('select api.document(%L)', jsonb_build_object('document', r -> 'document'))), 'PL005',
          'the other house does not') from attached;
select is(public.act('requester.ul', 'attach', public.on_piece(1, public.file('\x00ff2720')), null, '11111111-1111-1111-1111-111111111111') -> 'document',
          r -> 'document', 'asked again, it is the same one') from attached;
select is(public.act('requester.ul', 'attach', public.on_piece(1, public.file('\x00ff2721')), null, '11111111-1111-1111-1111-111111111111') ->> 'sqlstate',
          'PL007', 'other bytes are something else');
select is((select count(*)::int from polder.intention where arguments::text like '%AP8nIA%'), 0, 'the bytes are kept once');
select is((select sha256 from polder.document where id = (r ->> 'document')::int), sha256('\x00ff2720'), 'with their fingerprint') from attached;

-- Notes and links.
select is(public.act('facility_manager.ul', 'note', public.on_piece(2, '{"text": "fan is loud"}')) ->> 'subject', 'equipment', 'a note on a guest''s device');
select is(public.papers('coordinator.amc', public.on_piece(2)) #>> '{notes,0,text}', 'fan is loud', 'its owner reads it');
select is(public.papers('coordinator.amc', public.on_piece(2)) #>> '{notes,0,by}', 'Name of p_facility_manager_ul', 'and by whom');
select is(public.papers('colleague.ul', public.on_piece(2)), null, 'a researcher of the house does not');
select is(public.act('technician.ul', 'link', '{"subject": "rack", "of": "LEI/H1/R1", "system": "netbox", "reference": "17", "url": "https://netbox/17"}') ->> 'subject',
          'rack', 'a link of a rack, by its name');
select is(public.papers('reporting.ul', '{"subject": "rack", "of": "LEI/H1/R1"}') #>> '{links,0,url}', 'https://netbox/17', 'the host''s people see it');
select is(public.papers('requester.ul', '{"subject": "rack", "of": "LEI/H1/R1"}'), null, 'papers of the building are the host''s');
select is(public.act('technician.ul', 'link', '{"subject": "rack", "of": "LEI/H1/R1", "system": "netbox", "reference": "17"}') ->> 'allowed',
          'one that is not linked yet', 'once');

-- Every kind of object, by name.
select is(public.act('facility_manager.ul', 'note', jsonb_build_object('subject', s, 'of', o, 'text', 'x')) ->> 'subject', s, s || ' ' || o)
from (values ('site', 'LEI'), ('room', 'LEI/H1'), ('rack', 'LEI/H1/R2'), ('node', 'LEI feed A')) n (s, o);
select is(public.act('requester.ul', 'note', jsonb_build_object('subject', 'request', 'of', p.request, 'text', 'x')) ->> 'subject', 'request', 'a request')
from piece p where n = 1;

-- Nothing that one may not see, nothing that cannot be used.
select is(public.act('requester.ul', 'attach', public.on_piece(2, public.file('x'))) ->> 'sqlstate', 'PL005', 'not on what is not theirs');
select is(public.act('facility_manager.ul', 'note', public.on_piece(3, '{"text": "x"}')) ->> 'sqlstate', 'PL005', 'nor in the other data centre');
select is(public.act('facility_manager.ul', 'note', '{"subject": "rack", "of": "AMS/H1/R1", "text": "x"}') ->> 'sqlstate', 'PL005', 'nor on its racks');
select is(public.act('requester.ul', c.intention, public.on_piece(1, c.arguments)) ->> 'field', c.field, c.intention || ' ' || c.arguments)
from (values ('attach', '{"name": "../x", "content": "eA=="}'::jsonb, 'name'), ('attach', '{"name": "x"}', 'content'),
             ('attach', '{"name": "x", "content": "?"}', 'content'), ('attach', '{"name": "x", "content": "eA==", "more": 1}', 'more'),
             ('note', '{"text": " "}', 'text'), ('note', '{"text": "x", "subject": "person"}', 'subject'), ('note', '{"text": "x", "of": null}', 'of'),
             ('link', '{"system": "x", "reference": "y", "url": "javascript:alert(1)"}', 'url')) c (intention, arguments, field);

-- Limits are settings.
insert into polder.setting (key, organisation_id, value)
    select k, o.id, v from polder.organisation o, (values ('document_max_bytes', '5'::jsonb), ('documents_per_object', '2')) s (k, v) where o.code = 'UL';
select is(public.act('requester.ul', 'attach', public.on_piece(1, public.file('123456'))) ->> 'allowed', 'at most 5 bytes', 'too large');
select is(public.act('requester.ul', 'attach', public.on_piece(1, public.file('12345', 'b'))) ->> 'size', '5', 'just not');
select is(public.act('requester.ul', 'attach', public.on_piece(1, public.file('1', 'c'))) ->> 'field', 'of', 'too many');

-- Taken away by who added it, and who looks after the object; that it was there stays.
select is(public.act('colleague.ul', 'detach', jsonb_build_object('document', r -> 'document')) ->> 'sqlstate', 'PL002', 'not by somebody else') from attached;
select is(public.act('requester.ul', 'detach', jsonb_build_object('document', r -> 'document')) -> 'document', r -> 'document', 'by who added it') from attached;
select is((select count(*)::int from polder.document where id = (r ->> 'document')::int), 0, 'it is gone') from attached;
select is((select array_agg(h.op order by h.step) from history.document h where h.id = (r ->> 'document')::int), '{insert,delete}', 'that it was there is on record') from attached;
select is(public.act('facility_manager.ul', 'detach', jsonb_build_object('link', (select id from polder.external_link))) ? 'link', true, 'by the host');
select is(public.act('facility_manager.ul', 'detach', '{"note": 1, "link": 2}') ->> 'sqlstate', 'PL004', 'one at a time');
select is(public.act('facility_manager.ul', 'detach', '{"note": 999999}') ->> 'sqlstate', 'PL005', 'not what is not there');
select is(public.papers('requester.ul', public.on_piece(1)) -> 'fields', '[]', 'a researcher changes no field of it');
select is(public.papers('technician.ul', public.on_piece(1)) -> 'fields', '["name", "serial", "asset_tag", "ducted", "measured_w", "measured_on"]', 'a technician these');
select * from finish();
rollback;
