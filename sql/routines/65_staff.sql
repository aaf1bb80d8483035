-- Somebody leaves: what the person was, another one is. And what an administrator's page shows.

create function api.hand_over(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'hand_over', arguments, array['person', 'to', 'reason']);
    leaver int;
    heir int;
    house int;
    moved int;
    counts jsonb;
begin
    if before is not null then
        return before;
    end if;
    leaver := guard.person_of(arguments, 'person', required => true);
    heir := guard.person_of(arguments, 'to', required => true);
    select p.organisation_id into house from person p where p.id = leaver;
    if not house = any (guard.my_organisations('administrator')) then
        perform guard.refuse_right('right_organisation', 'administrator');
    end if;
    if heir = leaver or not exists (select from person p where p.id = heir and p.organisation_id = house and p.left_on is null) then
        perform guard.refuse_value('to', arguments -> 'to', 'other_person_here');
    end if;
    if exists (select from person p where p.id = leaver and p.left_on <= guard.today()) then
        perform guard.refuse_value('person', arguments -> 'person', 'not_left');
    end if;

    with old as (
        select a.* from appointment a
        where a.person_id = leaver and coalesce(upper(a.during) > guard.today(), true)
    ), taken as (
        insert into appointment (person_id, role, organisation_id, site_id, during)
        select heir, o.role, o.organisation_id, o.site_id,
               daterange(greatest(lower(o.during), guard.today()), upper(o.during))
        from old o
        where not exists (select from appointment h
                          where h.person_id = heir and h.role = o.role and h.organisation_id = o.organisation_id
                            and (h.site_id is null or h.site_id = o.site_id)
                            and h.during @> daterange(greatest(lower(o.during), guard.today()), upper(o.during)))
        returning 1
    ), ended as (
        update appointment a set during = daterange(lower(a.during), greatest(guard.today(), lower(a.during)))
        from old o where a.id = o.id
        returning 1
    )
    select jsonb_build_object('appointments', (select count(*) from ended)) into counts;

    -- What is decided stays in the name of who decided it.
    update request r
    set requester_id = case r.requester_id when leaver then heir else r.requester_id end,
        sponsor_id = case r.sponsor_id when leaver then heir else r.sponsor_id end,
        security_contact_id = case r.security_contact_id when leaver then heir else r.security_contact_id end
    where leaver in (r.requester_id, r.sponsor_id, r.security_contact_id)
      and r.state not in ('removed', 'rejected', 'withdrawn', 'expired');
    get diagnostics moved = row_count;
    counts := counts || jsonb_build_object('requests', moved);
    update equipment e
    set sponsor_id = case e.sponsor_id when leaver then heir else e.sponsor_id end,
        security_contact_id = case e.security_contact_id when leaver then heir else e.security_contact_id end
    where leaver in (e.sponsor_id, e.security_contact_id)
      and exists (select from placement p where p.equipment_id = e.id and p.state not in ('ended', 'released'));
    get diagnostics moved = row_count;
    counts := counts || jsonb_build_object('equipment', moved);

    with gone as (delete from equipment_contact c where c.person_id = leaver returning c.equipment_id)
    insert into equipment_contact (equipment_id, person_id) select g.equipment_id, heir from gone g on conflict do nothing;
    with gone as (
        delete from request_contact c using request r
        where r.id = c.request_id and c.person_id = leaver and r.state not in ('removed', 'rejected', 'withdrawn', 'expired')
        returning c.request_id)
    insert into request_contact (request_id, person_id) select g.request_id, heir from gone g on conflict do nothing;

    update deputy d set during = daterange(lower(d.during), greatest(guard.today(), lower(d.during) + 1))
    where leaver in (d.person_id, d.deputy_id) and coalesce(upper(d.during) > greatest(guard.today(), lower(d.during) + 1), true);
    update person p set left_on = guard.today() where p.id = leaver;
    perform guard.tell(array[heir], 'handed over', jsonb_build_object('person', leaver));
    return guard.finish_intention(key, jsonb_build_object('person', leaver, 'to', heir) || counts);
end
$$;

-- People of the asker's organisation with what they are appointed to, as far as the asker may know them; the roles that there
-- are; every setting with its bounds, and when, by whom and why it was set last.
create function api.administration(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    house int := guard.my_organisation();
begin
    perform guard.refuse_unknown(arguments, array[]::text[]);
    return jsonb_build_object(
        'people', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'id', p.id, 'handle', d.handle, 'name', d.name, 'email', d.email, 'login', p.login is not null,
                       'left_on', p.left_on,
                       'appointments', (
                           select coalesce(jsonb_agg(jsonb_build_object(
                                      'id', a.id, 'role', a.role, 'site', s.code, 'from', lower(a.during), 'until', upper(a.during))
                                      order by a.role, s.code, a.id), '[]')
                           from appointment a left join site s on s.id = a.site_id
                           where a.person_id = p.id and not isempty(a.during)),
                       'deputies', (
                           select coalesce(jsonb_agg(jsonb_build_object('name', e.name, 'from', lower(y.during), 'until', upper(y.during))
                                                     order by lower(y.during), y.id), '[]')
                           from deputy y join person_detail e on e.person_id = y.deputy_id
                           where y.person_id = p.id and coalesce(upper(y.during) > guard.today(), true)))
                       order by d.name, p.id), '[]')
            from person p join person_detail d on d.person_id = p.id
            where p.organisation_id = house and p.id in (select v.id from visible_person v)),
        'roles', (select jsonb_agg(jsonb_build_object('code', r.code, 'en', r.name_en, 'nl', r.name_nl) order by r.code) from role r),
        'settings', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'key', k.key, 'organisation', o.code, 'value', s.value, 'description', coalesce(s.description, ''),
                       'lowest', n.lowest, 'highest', n.highest, 'at', l.at, 'reason', l.reason, 'by', l.name)
                       order by k.key, o.code nulls first), '[]')
            from (select n.key from number_setting n union select t.key from setting t) k
            left join setting s on s.key = k.key
            left join organisation o on o.id = s.organisation_id
            left join number_setting n on n.key = k.key
            left join lateral (
                select c.at, i.arguments ->> 'reason' as reason,
                       (select e.name from person_detail e
                        where e.person_id = c.person_id and e.person_id in (select v.id from visible_person v)) as name
                from history.setting h
                join change c on c.id = h.change_id
                left join intention i on i.change_id = c.id and i.name = 'set_setting'
                where h.id = s.id
                order by c.id desc limit 1) l on true
            where k.key not in ('today_may_be_set', 'estate_notice')));
end
$$;
