-- What all intentions share: the key, the table of states, the right, the generation, the notices.

-- Call first. Not null: the key was used before for the same, this is what came of it. A client that lost its
-- connection repeats with the same key; while the first try is still under way, the insert waits for it.
create function guard.begin_intention(key uuid, name text, arguments jsonb, known text[]) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asker int := guard.person_id();
    before intention;
begin
    -- The owner's own tools may set up a database in which there are no people yet.
    if asker is null
       and not (guard.is_tool() and name in ('add_person', 'appoint', 'found_institution', 'import_models', 'set_limit',
                                              'set_setting')) then
        perform guard.refuse_as('right_login', jsonb_build_object('intention', name));
    end if;
    if key is null then
        perform guard.refuse_value('key', null, 'uuid');
    end if;
    perform guard.refuse_unknown(arguments, known);
    insert into intention (key, person_id, name, arguments)
    values (begin_intention.key, asker, begin_intention.name, begin_intention.arguments)
    on conflict do nothing;
    if found then
        -- Also the reason, for a change that breaks bookings (33_reasons.sql); one of before is no reason for this. What
        -- an intention asks goes by keys: one plan a session does, and a better one for these values costs more than it saves.
        perform set_config('polder.intention', name, true),
                set_config('polder.reason', coalesce(arguments ->> 'reason', ''), true),
                set_config('plan_cache_mode', 'force_generic_plan', true);
        return null;
    end if;
    select * into before from intention i where i.key = begin_intention.key;
    if (before.person_id, before.name, before.arguments) is distinct from (asker, name, arguments) then
        perform guard.refuse_as('key_used', jsonb_build_object('field', 'key', 'value', key,
                                                               'allowed', 'a new one for something else'));
    end if;
    return before.result || jsonb_build_object('generation',
                                               (select c.generation from change c where c.id = before.change_id));
end
$$;

-- Call last. The generation is given at commit, so the function cannot know it yet; a client asks afterwards.
create function guard.finish_intention(key uuid, result jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    answer jsonb := jsonb_build_object('generation', null) || result;
begin
    update intention i set result = answer, change_id = guard.change_id() where i.key = finish_intention.key;
    return answer;
end
$$;

-- In which generation the asker's own intention was done. After the commit: until then it has none.
create function api.generation_of(key uuid) returns bigint
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asker int := guard.person_id();
begin
    return (
        select c.generation
        from intention i join change c on c.id = i.change_id
        where i.key = generation_of.key and i.person_id is not distinct from asker);
end
$$;

-- A notice to each of these people but the one who acts.
create function guard.tell(people int[], topic text, body jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asker int := guard.person_id();
    recipients int[] := array(select distinct person from unnest(people) person
                              where person is distinct from asker and person is not null);
begin
    if recipients <> '{}' then
        insert into notice (change_id, recipient_id, topic, body)
        select (select guard.change_id()), person, tell.topic, tell.body from unnest(recipients) person;
    end if;
end
$$;

create function guard.home_people(request polder.request) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array[request.requester_id, request.sponsor_id, request.on_behalf_by]
           || array(select person_id from request_contact c where c.request_id = request.id);
end
$$;

-- Who holds these offices today in the data centres to which the request was put.
create function guard.host_people(request polder.request, variadic roles text[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select coalesce(array_agg(distinct a.person_id), '{}')
        from request_site rs
        join site s on s.id = rs.site_id
        join in_office a on a.organisation_id = s.organisation_id and (a.site_id is null or a.site_id = s.id)
        where rs.request_id = request.id and a.role = any (roles));
end
$$;

-- The table of states: from where an intention may come, and who may have it. What is not here is refused. whole: it
-- takes back the whole request, which is too late when some of it has come.
create view guard.step (intention, from_states, who, whole) as
    select *, intention in ('return_request', 'wait_list')
    from (values
    ('amend_request', array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'waiting', 'held'],
                                                                             array['requester']),
    ('submit',         array['draft', 'returned'],                           array['requester', 'coordinator']),
    ('endorse',        array['submitted'],                                   array['sponsor', 'coordinator']),
    ('decline',        array['submitted'],                                   array['sponsor', 'coordinator']),
    ('return_request', array['submitted', 'endorsed', 'in review'],          array['facility_manager',
                                                                                   'security_officer']),
    ('review',         array['endorsed'],                                    array['facility_manager']),
    ('hold',           array['in review'],                                   array['facility_manager']),
    ('wait_list',      array['in review'],                                   array['facility_manager']),
    ('reject',         array['in review'],                                   array['facility_manager']),
    ('renew',          array['held'],                                        array['facility_manager']),
    ('deliver',        array['held'],                                        array['technician']),
    ('install',        array['held', 'delivered'],                           array['technician', 'facility_manager']),
    ('extend',         array['installed'],                                   array['requester', 'facility_manager']),
    ('move',           array['installed'],                                   array['requester', 'facility_manager']),
    ('replace',        array['installed'],                                   array['requester', 'facility_manager']),
    ('decommission',   array['installed'],                                   array['facility_manager']),
    ('remove',         array['decommissioning'],                             array['facility_manager']),
    ('withdraw',       array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'waiting', 'held'],
                                                                             array['requester']))
    allowed (intention, from_states, who);

-- In which roles the asker acts for which request. Home offices look after their own institution's, a data centre's after
-- those that were put to it.
create view guard.request_role (request_id, role) as
    select r.id, 'requester'
    from polder.request r
    where r.requester_id = any ((select guard.my_people())::int[])
       or r.on_behalf_by = any ((select guard.my_people())::int[])
    union all
    select r.id, 'sponsor'
    from polder.request r
    where r.organisation_id = any ((select guard.my_organisations('sponsor'))::int[])
      and (r.sponsor_id is null or r.sponsor_id = any ((select guard.my_people())::int[]))
    union all
    select r.id, 'coordinator'
    from polder.request r
    where r.organisation_id = any ((select guard.my_organisations('coordinator'))::int[])
    union all
    select s.request_id, office.role
    from guard.request_site s
    join (values ('facility_manager', (select guard.my_sites('facility_manager'))),
                 ('technician', (select guard.my_sites('technician'))),
                 ('security_officer', (select guard.my_sites('security_officer')))) office (role, sites)
         on s.site_id = any (office.sites);

-- (In SQL it would be planned anew for each role of each intention.)
create function guard.acts_as(request polder.request, who text) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
declare
    sites int[];
begin
    -- By its own columns first, as in guard.request_site: the view takes a while to begin.
    if who in ('facility_manager', 'technician', 'security_officer') then
        sites := guard.my_sites(who);
        if request.submitted_at is not null
           and (request.wish_site_id = any (sites) or request.wish_site_id is null and sites <> '{}') then
            return true;
        end if;
        return exists (select from request_site s where s.request_id = acts_as.request.id and s.site_id = any (sites));
    end if;
    return exists (select from request_role r where r.request_id = acts_as.request.id and r.role = acts_as.who);
end
$$;

-- A request by its number or id, locked, if the asker may see it.
create function guard.request_of(arguments jsonb) returns polder.request
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := arguments -> 'request';
    named text := reference #>> '{}';
    home int[] := guard.home_organisations();
    host int[] := guard.host_sites();
    by_id int;
    found_id int;
    locked request;
begin
    if jsonb_typeof(reference) is null or jsonb_typeof(reference) not in ('number', 'string') then
        perform guard.refuse_value('request', reference, 'request');
    end if;
    if jsonb_typeof(reference) = 'number' and named::numeric between 1 and 2147483647
       and named::numeric = trunc(named::numeric) then
        by_id := named::numeric;
    end if;
    select r.id into found_id from request r
    where r.number = named or r.id = by_id;
    -- What guard.visible_request asks first, without the rest of it: that takes a while to begin. Asked whether or not
    -- there is such a request.
    select r.* into locked from request r
    where r.id = found_id
      and (r.organisation_id = any (home)
           or r.submitted_at is not null
              and (r.wish_site_id = any (host) or r.wish_site_id is null and host <> '{}'))
    for update;
    if locked.id is null then
        select r.* into locked from request r
        where r.id = found_id and exists (select from visible_request v where v.id = r.id)
        for update;
    end if;
    if locked.id is null then
        if found_id is null then
            perform guard.look_at_nothing('request');
        end if;
        perform guard.refuse_absent('request', reference);
    end if;
    return locked;
end
$$;

-- What somebody can do with a request where it is.
create function guard.possible(request polder.request) returns text[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select array(select s.intention from step s
                     where request.state = any (s.from_states) and not (s.whole and guard.has_arrived(request.id))
                     order by s.intention));
end
$$;

-- The way in of every intention about a request: seen, allowed, not stale, in a fitting state; and locked.
create function guard.enter_request(wanted text, arguments jsonb, seen bigint) returns polder.request
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    entered request := guard.request_of(arguments);
    rule record;
begin
    select * into strict rule from step s where s.intention = wanted;
    if not exists (select from unnest(rule.who) who where guard.acts_as(entered, who)) then
        perform guard.refuse_right('right', variadic rule.who);
    end if;
    perform guard.refuse_stale('request', entered.id, seen);
    entered := guard.without_lapsed(entered);
    if not entered.state = any (rule.from_states) or rule.whole and guard.has_arrived(entered.id) then
        perform guard.refuse_state(entered.state, wanted, guard.possible(entered));
    end if;
    return entered;
end
$$;

-- Somebody changed the object after the caller looked: say who, when and what. Looks at the images of the object and
-- of what belongs to it. A caller without a generation does not want to know.
create function guard.refuse_stale(subject text, subject_id int, seen bigint) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    latest record;
    newest bigint;
begin
    if seen is null then
        return;
    end if;
    newest := api.generation();
    if seen > newest then
        perform guard.refuse_value('generation', to_jsonb(seen), 'generation');
    elsif seen = newest then
        return; -- nothing has changed at all
    end if;
    if subject = 'request' then
        select c.* into latest
        from (select change_id from history.request where id = subject_id
              union all
              select change_id from history.request_item where request_id = subject_id) image
        join change c on c.id = image.change_id
        where c.generation > seen order by c.generation desc limit 1;
    else
        select c.* into latest
        from (select h.change_id from history.placement h where h.id = subject_id
              union all
              select h.change_id from history.equipment h
              where h.id = (select p.equipment_id from placement p where p.id = subject_id)) image
        join change c on c.id = image.change_id
        where c.generation > seen order by c.generation desc limit 1;
    end if;
    if latest.id is not null then
        perform guard.refuse_as('stale', jsonb_build_object('object', format('%s %s', subject, subject_id),
                'changed_by', (select d.name from person_detail d
                               where d.person_id = latest.person_id
                                 and d.person_id in (select v.id from visible_person v)),
                'person', latest.person_id, 'changed_at', latest.at, 'generation', latest.generation,
                'what', latest.intention),
            jsonb_build_object('subject', subject));
    end if;
end
$$;

-- What the asker could do with each request now: for a client that shows buttons, and holds no rule itself. The state
-- is looked at first: most requests of a long queue are over, and nobody's role in them need be found out. Beside the
-- steps of the whole request: to give back one of its places, and to say how the security review ended, before which
-- nothing is held.
create view api.request_offer (request_id, intentions) with (security_barrier) as
    select r.id, array(select s.intention
                       from guard.step s
                       where case when coalesce(l.state, r.state) = any (s.from_states) then s.who && mine.roles end
                         and case when s.whole then not guard.has_arrived(r.id) else true end
                         and not (s.intention = 'hold' and r.security_review = 'open')
                       union all
                       select 'release'
                       where coalesce(l.state, r.state) in ('in review', 'held', 'delivered')
                         and exists (select
                                     from polder.request_item i
                                     join polder.equipment e on e.request_item_id = i.id
                                     join polder.placement p on p.equipment_id = e.id
                                     join guard.placed stand on stand.id = p.id
                                     where i.request_id = r.id and p.state in ('held', 'delivered')
                                       and coalesce(p.hold_until >= (select guard.today()), true)
                                       and stand.site_id = any ((select guard.my_sites('facility_manager'))::int[]))
                       union all
                       select 'security_review'
                       where r.security_review <> 'not needed' and 'security_officer' = any (mine.roles)
                         and coalesce(l.state, r.state) in ('in review', 'waiting', 'held', 'delivered')
                       order by 1)
    from polder.request r
    left join guard.lapsed_request l on l.id = r.id
    cross join lateral (select array(select m.role from guard.request_role m where m.request_id = r.id)) mine (roles)
    where r.id in (select v.id from guard.visible_request v);

grant select (request_id, intentions) on api.request_offer to polder_person;
