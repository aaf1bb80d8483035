-- Papers on an object: documents, notes and links. Whoever sees the object sees them and may add to them; who added one
-- takes it away again, and so does who looks after the object. Contents are read one at a time (api.document), and are not
-- in history: a document that was taken away is gone, that it was there is not.

-- An object of one of these kinds, by its id or as people name it; null: there is none, or the asker may not see it. (The
-- policies of 50_rights.sql say the same for whole tables.)
create function guard.subject_named(subject text, reference jsonb) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    called text := case jsonb_typeof(reference) when 'string' then reference #>> '{}' end;
    wanted int := case when jsonb_typeof(reference) = 'number' and reference #>> '{}' ~ '^\d{1,9}$' then (reference #>> '{}')::int end;
    meant int[];
begin
    perform guard.look_at_nothing(subject);
    case subject
        when 'request' then
            meant := array(select r.id from request r join visible_request v on v.id = r.id where r.id = wanted or r.number = called);
        when 'equipment' then
            meant := array(select e.id from equipment e join visible_equipment v on v.id = e.id where e.id = wanted or e.asset_tag = called);
        else
            meant := array(
                select h.subject_id from hosted_subject h
                where h.subject = subject_named.subject and h.site_id = any (guard.host_sites())
                  and (h.subject_id = wanted or called = case subject_named.subject
                           when 'site' then (select s.code from site s where s.id = h.subject_id)
                           when 'room' then guard.room_name(h.subject_id)
                           when 'rack' then guard.rack_name(h.subject_id)
                           else (select concat_ws(' ', s.code, n.name) from node n left join site s on s.id = n.site_id where n.id = h.subject_id)
                           end));
    end case;
    if cardinality(meant) > 1 then
        perform guard.refuse_value('of', reference, 'id_of_name');
    end if;
    return meant[1];
end
$$;

-- {"subject": kind, "of": id or name}, refused where there is no such thing.
create function guard.subject_of(arguments jsonb, out subject text, out id int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    subject := guard.choice_of(arguments, 'subject', '{equipment,rack,room,site,node,request}', required => true);
    if jsonb_typeof(arguments -> 'of') is null or jsonb_typeof(arguments -> 'of') not in ('number', 'string') then
        perform guard.refuse_value('of', arguments -> 'of', 'what_it_is_about');
    end if;
    id := guard.subject_named(subject, arguments -> 'of');
    if id is null then
        perform guard.refuse_absent(subject, arguments -> 'of');
    end if;
end
$$;

-- Does the asker look after it: as host, or as the office of the institution whose it is?
create function guard.looks_after(subject text, subject_id int) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return case subject
        when 'equipment' then exists (select from guard.equipment_roles(array[subject_id]) r
                                      where r.roles && '{facility_manager,coordinator}')
        when 'request' then exists (select from request_role r where r.request_id = looks_after.subject_id
                                                                 and r.role in ('facility_manager', 'coordinator'))
        else exists (select from hosted_subject h where h.subject = looks_after.subject and h.subject_id = looks_after.subject_id
                                                    and h.site_id = any (guard.my_sites('facility_manager'))) end;
end
$$;

-- A file on an object: {"subject", "of", "name", "media_type", "content" in base64}. How large is a setting of the owner of
-- the data, document_max_bytes, and how many documents there are on one object, documents_per_object.
create function api.attach(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    -- The content is kept once, in its table: of the intention only what it was.
    before jsonb := guard.begin_intention(key, 'attach', case when jsonb_typeof(arguments -> 'content') = 'string'
        then jsonb_set(arguments, '{content}', to_jsonb('sha256 ' || encode(sha256(convert_to(arguments ->> 'content', 'utf8')), 'hex')))
        else arguments end, array['subject', 'of', 'name', 'media_type', 'content']);
    object record;
    file_name text;
    content bytea;
    most int := least(guard.setting_int('document_max_bytes', 10485760, guard.my_organisation()), 26214400);
    made int;
begin
    if before is not null then
        return before;
    end if;
    object := guard.subject_of(arguments);
    file_name := guard.text_of(arguments, 'name', required => true, longest => 200);
    if file_name ~ '[/\\[:cntrl:]]' or file_name in ('.', '..') then
        perform guard.refuse_value('name', to_jsonb(file_name), 'file_name');
    end if;
    if jsonb_typeof(arguments -> 'content') is distinct from 'string' then
        perform guard.refuse_value('content', null, 'base64');
    end if;
    begin
        content := decode(arguments ->> 'content', 'base64');
    exception when invalid_parameter_value then
        perform guard.refuse_value('content', null, 'base64');
    end;
    if length(content) > most then
        perform guard.refuse_value('content', to_jsonb(length(content)), 'at_most_bytes', jsonb_build_object('most', most));
    end if;
    perform pg_advisory_xact_lock('polder.document'::regclass::oid::int, object.id);
    if (select count(*) from document d where d.subject = object.subject and d.subject_id = object.id)
       >= guard.setting_int('documents_per_object', 100, guard.my_organisation()) then
        perform guard.refuse_value('of', arguments -> 'of',
                                   'less_documents',
                                   jsonb_build_object('most', guard.setting_int('documents_per_object', 100, guard.my_organisation())));
    end if;
    insert into document (subject, subject_id, name, media_type, sha256, bytes, owner_id, added_by)
    values (object.subject, object.id, file_name,
            coalesce(nullif(guard.text_of(arguments, 'media_type', longest => 100), ''), 'application/octet-stream'),
            sha256(content), content, guard.my_organisation(), guard.person_id())
    returning id into made;
    return guard.finish_intention(key, jsonb_build_object('document', made, 'subject', object.subject, 'id', object.id,
                                                          'name', file_name, 'size', length(content)));
end
$$;

-- A remark on an object; on a request it is the same as api.comment writes, without a notice.
create function api.note(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'note', arguments, array['subject', 'of', 'text']);
    object record;
    made int;
begin
    if before is not null then
        return before;
    end if;
    object := guard.subject_of(arguments);
    insert into note (subject, subject_id, text, owner_id, author_id)
    values (object.subject, object.id, guard.text_of(arguments, 'text', required => true), guard.my_organisation(), guard.person_id())
    returning id into made;
    return guard.finish_intention(key, jsonb_build_object('note', made, 'subject', object.subject, 'id', object.id));
end
$$;

-- What it is called in another system, and where that shows it.
create function api.link(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'link', arguments, array['subject', 'of', 'system', 'reference', 'url']);
    object record;
    system_name text;
    reference_there text;
    address text;
    made int;
begin
    if before is not null then
        return before;
    end if;
    object := guard.subject_of(arguments);
    system_name := guard.text_of(arguments, 'system', required => true, longest => 60);
    reference_there := guard.text_of(arguments, 'reference', required => true, longest => 200);
    address := coalesce(guard.text_of(arguments, 'url', longest => 1000), '');
    if address <> '' and address !~* '^https?://[^[:space:]]+$' then
        perform guard.refuse_value('url', to_jsonb(address), 'web_address');
    end if;
    insert into external_link (subject, subject_id, system, reference, url)
    values (object.subject, object.id, system_name, reference_there, address)
    on conflict do nothing returning id into made;
    if made is null then
        perform guard.refuse_value('reference', to_jsonb(reference_there), 'not_linked');
    end if;
    return guard.finish_intention(key, jsonb_build_object('link', made, 'subject', object.subject, 'id', object.id));
end
$$;

-- Takes one paper away: {"document": id}, {"note": id} or {"link": id}.
create function api.detach(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'detach', arguments, array['document', 'note', 'link']);
    what text := case when arguments -> 'document' is not null then 'document' when arguments -> 'note' is not null then 'note' else 'link' end;
    number int;
    paper record;
begin
    if before is not null then
        return before;
    end if;
    if (select count(*) from jsonb_object_keys(arguments)) <> 1 then
        perform guard.refuse_value(what, arguments -> what, 'one_paper');
    end if;
    number := guard.number_of(arguments, what, 1, 2147483647, required => true);
    if what = 'document' then
        select d.subject, d.subject_id, d.added_by as author into paper from document d where d.id = number for update;
    elsif what = 'note' then
        select n.subject, n.subject_id, n.author_id as author into paper from note n where n.id = number for update;
    else
        select l.subject, l.subject_id, null::int as author into paper from external_link l where l.id = number for update;
    end if;
    if paper.subject is null or paper.subject not in ('equipment', 'rack', 'room', 'site', 'node', 'request')
       or guard.subject_named(paper.subject, to_jsonb(paper.subject_id)) is null then
        perform guard.refuse_absent(what, arguments -> what);
    end if;
    if not (coalesce(paper.author = any (guard.my_people()), false) or guard.looks_after(paper.subject, paper.subject_id)) then
        perform guard.refuse_right('right_author');
    end if;
    delete from document d where what = 'document' and d.id = number;
    delete from note n where what = 'note' and n.id = number;
    delete from external_link l where what = 'link' and l.id = number;
    return guard.finish_intention(key, jsonb_build_object(what, number, 'subject', paper.subject, 'id', paper.subject_id));
end
$$;

-- What there is on an object, without the contents. Of equipment also what no list of it shows.
create function api.papers(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    object record;
    mine boolean;
    me int[] := guard.my_people();
begin
    perform guard.refuse_unknown(arguments, array['subject', 'of']);
    object := guard.subject_of(arguments);
    mine := guard.looks_after(object.subject, object.id);
    return jsonb_build_object(
        'subject', object.subject, 'id', object.id,
        'documents', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'id', d.id, 'name', d.name, 'media_type', d.media_type, 'size', length(d.bytes), 'by', guard.name_for(d.added_by),
                       'at', d.added_at, 'mine', mine or coalesce(d.added_by = any (me), false)) order by d.added_at, d.id), '[]')
            from document d where d.subject = object.subject and d.subject_id = object.id),
        'notes', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'id', n.id, 'text', n.text, 'by', guard.name_for(n.author_id), 'at', n.at,
                       'mine', mine or coalesce(n.author_id = any (me), false)) order by n.at, n.id), '[]')
            from note n where n.subject = object.subject and n.subject_id = object.id),
        'links', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'id', l.id, 'system', l.system, 'reference', l.reference, 'url', l.url, 'mine', mine) order by l.system, l.reference), '[]')
            from external_link l where l.subject = object.subject and l.subject_id = object.id),
        'values', case when object.subject = 'equipment' then (
            select guard.equipment_values(e) || jsonb_build_object('last_seen', e.last_seen) from equipment e where e.id = object.id) end,
        'fields', case when object.subject = 'equipment' then (
            select coalesce(jsonb_agg(f.field), '[]') from equipment_field f
            cross join guard.equipment_roles(array[object.id]) r where f.who && r.roles) end);
end
$$;

-- The name of a person, as far as the asker may know it.
create function guard.name_for(person int) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select d.name from person_detail d where d.person_id = person and d.person_id in (select v.id from visible_person v));
end
$$;

-- One document with its bytes, in base64.
create function api.document(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    number int;
    found_document document;
begin
    perform guard.refuse_unknown(arguments, array['document']);
    number := guard.number_of(arguments, 'document', 1, 2147483647, required => true);
    select * into found_document from document d where d.id = number;
    if found_document.id is null or found_document.subject not in ('equipment', 'rack', 'room', 'site', 'node', 'request')
       or guard.subject_named(found_document.subject, to_jsonb(found_document.subject_id)) is null then
        perform guard.refuse_absent('document', to_jsonb(number));
    end if;
    return jsonb_build_object('document', found_document.id, 'name', found_document.name, 'media_type', found_document.media_type,
                              'sha256', encode(found_document.sha256, 'hex'), 'size', length(found_document.bytes),
                              'content', translate(encode(found_document.bytes, 'base64'), E'\n', ''));
end
$$;
