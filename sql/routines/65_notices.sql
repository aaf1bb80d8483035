-- What others did that concerns the asker, or whom the asker stands for: the newest first, of the last two months. A body has
-- ids only, and what its sender wrote; what the ids name is shown to whoever may see it.
create function api.notices(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform guard.refuse_unknown(arguments, array[]::text[]);
    return jsonb_build_object('notices', (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'id', n.id, 'at', n.at, 'topic', n.topic, 'body', n.body, 'by', guard.name_for(n.person_id),
                   'text', coalesce((select w.text from note w where w.id = (n.body ->> 'note')::int), n.body ->> 'text', '')) order by n.id desc), '[]')
        from (select o.id, o.topic, o.body, c.at, c.person_id
              from notice o join change c on c.id = o.change_id
              where o.recipient_id = any (guard.my_people()) and c.at >= now() - interval '60 days'
              order by o.id desc limit 200) n));
end
$$;
