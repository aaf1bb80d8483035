-- full_houses.sql, in which everything that AMC says of its own has a needle in it: :needle, followed by a letter for
-- where it is: N(ear), in UL's data centre, or F(ar), in AMC's own. What UL says of its own has :straw in it. People of
-- AMC's offices that everybody may write to keep their names.

create function public.whose(house int) returns text language sql stable as $$
    select code from polder.organisation where id = house
$$;
create function public.site_code(place int) returns text language sql stable as $$
    select code from polder.site where id = place
$$;
update polder.equipment e
set name = n.needle || 'name' || e.id, serial = n.needle || 'serial' || e.id, asset_tag = n.needle || 'tag' || e.id,
    project = n.needle || 'project', cost_centre = n.needle || 'centre', wipe_reference = n.needle || 'wipe'
from (select id, case when public.whose(owner_id) = 'UL' then :'straw'
                      when exists (select from guard.placed p where p.equipment_id = e.id and public.site_code(p.site_id) = 'LEI')
                           then :'needle' || 'N' else :'needle' || 'F' end as needle from polder.equipment e) n
where n.id = e.id;
update polder.request r
set project = n.needle || 'project', funder = n.needle || 'funder', cost_centre = n.needle || 'centre',
    comment = n.needle || 'comment', state_reason = n.needle || 'reason', evidence = n.needle || 'evidence'
from (select id, case when public.whose(organisation_id) = 'UL' then :'straw'
                      when public.site_code(wish_site_id) = 'LEI' and submitted_at is not null then :'needle' || 'N'
                      else :'needle' || 'F' end as needle from polder.request) n
where n.id = r.id;
update polder.request_item i set description = r.project || 'item' from polder.request r where r.id = i.request_id;
update polder.person_detail d
set handle = n.needle || d.handle, name = n.needle || d.name, email = n.needle || d.email, phone = n.needle || '071'
from (select d.person_id, case when public.whose(p.organisation_id) = 'UL' then :'straw'
                               when d.handle ~ '^(requester|sponsor|colleague)' then :'needle' || 'N' else :'needle' || 'F' end as needle
      from polder.person_detail d join polder.person p on p.id = d.person_id) n
where n.person_id = d.person_id and d.handle !~ '^(facility_manager|technician|security_officer|agreement_manager)';
create temporary table said (subject text, subject_id int, needle text, primary key (subject, subject_id));
insert into said
    select 'equipment', id, name from polder.equipment union all select 'request', id, project from polder.request
    union all select 'placement', p.id, e.name from polder.placement p join polder.equipment e on e.id = p.equipment_id
    union all select 'agreement', id, :'needle' || 'F' from polder.agreement where reference = 'AMC-THIRD'
    union all select 'system', id, :'needle' || 'F' from polder.system where name = 'of AMC'
    union all select 'site', id, case code when 'LEI' then :'straw' else :'needle' || 'F' end from polder.site
    union all select 'rack', k.id, case public.site_code(m.site_id) when 'LEI' then :'straw' else :'needle' || 'F' end
              from polder.rack k join polder.room m on m.id = k.room_id
    union all select 'room', id, case public.site_code(site_id) when 'LEI' then :'straw' else :'needle' || 'F' end from polder.room
    union all select 'node', id, case public.site_code(site_id) when 'LEI' then :'straw' else :'needle' || 'F' end from polder.node;
update polder.note n set text = s.needle || 'note' from said s where (s.subject, s.subject_id) = (n.subject, n.subject_id);
update polder.document n set name = s.needle || 'paper', bytes = convert_to(s.needle, 'UTF8')
    from said s where (s.subject, s.subject_id) = (n.subject, n.subject_id);
update polder.external_link n set reference = s.needle || 'link' || n.id, url = 'https://example.org/' || s.needle
    from said s where (s.subject, s.subject_id) = (n.subject, n.subject_id);
update polder.finding f set text = s.needle || 'finding' from said s
    where (s.subject, s.subject_id) in (('placement', f.placement_id), ('node', f.node_id));
alter table polder.override disable trigger keep_override; -- nobody may change them
update polder.override o set reason = s.needle || 'override' from said s
    where (s.subject, s.subject_id) in (('placement', o.placement_id), ('node', o.node_id));
alter table polder.override enable trigger keep_override;
update polder.agreement set reference = :'needle' || 'Fagreement' where reference = 'AMC-THIRD';
update polder.usage u set source = :'needle' || 'Fusage' from polder.agreement_line l, polder.agreement a
    where l.id = u.line_id and a.id = l.agreement_id and a.reference like '%Fagreement';
update polder.node n set name = :'needle' || 'Fline' from polder.agreement_line l, polder.agreement a
    where l.node_id = n.id and a.id = l.agreement_id and a.reference like '%Fagreement';
update polder.system set name = :'needle' || 'Fsystem' where name = 'of AMC';
update polder.blocked_unit set reason = :'needle' || 'Fblocked';
update polder.meter_reading r set source = s.needle || 'meter' from said s where (s.subject, s.subject_id) = ('site', r.site_id);
