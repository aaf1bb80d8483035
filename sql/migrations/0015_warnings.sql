-- What the warnings read and say, and network ports as a sum like the others (rule N1).

-- The air that the rack's perforated tiles or units give it; null: nobody has said, and it is not judged (rule C3).
alter table polder.rack add column airflow_supply_m3_h int check (airflow_supply_m3_h >= 0);
alter table history.rack add column airflow_supply_m3_h int;

-- A warning names its place and quantity as a violation does; its text is a sentence.
alter table polder.finding add column place text not null default '', add column quantity text not null default '';
alter table history.finding add column place text, add column quantity text;
-- A booking's own warnings are looked up at each change of it.
create index finding_warning on polder.finding (placement_id) where kind = 'warning' and resolved_on is null;

-- One row a kind of port, with a node that counts them.
update polder.network_ports p set ports = same.ports
from (select min(id) as id, sum(ports) as ports from polder.network_ports
      group by rack_id, row_id, speed_mbps, medium, out_of_band having count(*) > 1) same
where same.id = p.id;
delete from polder.network_ports p
using polder.network_ports first
where first.id < p.id and (first.rack_id, first.row_id, first.speed_mbps, first.medium, first.out_of_band)
      is not distinct from (p.rack_id, p.row_id, p.speed_mbps, p.medium, p.out_of_band);
alter table polder.network_ports
    add unique nulls not distinct (rack_id, row_id, speed_mbps, medium, out_of_band),
    add column node_id int unique references polder.node;
alter table history.network_ports add column node_id int;
