-- What stands on the floor asks for network ports since rooms have some (0018_room_ports.sql): where nobody knows of such,
-- that is found once.
do $$
declare
    old int[] := array(select p.id from polder.placement p join polder.equipment e on e.id = p.equipment_id
                       where p.state <> 'released' and p.room_id is not null and e.ports <> '[]'
                         and (select y.network_ports_refuse from guard.policy y)
                         and not exists (select from polder.network_ports n where n.room_id = p.room_id)
                         and not exists (select from polder.misfit m where m.placement_id = p.id and m.rule = 'N1'));
begin
    if old <> '{}' then
        perform guard.settle(old, 'import');
    end if;
end
$$;
