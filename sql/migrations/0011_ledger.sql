-- The ledger at less cost: a booking writes one row a node where it wrote three, and looks at bounds that are one row too.

-- The guard takes all boxes of a statement away before it puts the new ones in, so swaps need no deferring; and what
-- nobody can defer fails where the guard can say what is in the way, without showing whose it is.
alter table polder.box drop constraint box_overlap, add constraint box_overlap exclude using gist
    (rack_id with =, hu with &&, depth with &&, width with &&, during with &&);
alter table polder.connection drop constraint outlet_overlap, add constraint outlet_overlap exclude using gist
    (outlet_id with =, during with &&);

-- What one device puts on the nodes above its cords, as parts of its draw: kept for each set of cords that occurs, since
-- hundreds of devices have the same. Made anew when nodes are hung elsewhere. cords: node and phases of each cord in
-- their order, as in '17:1 18:1'. source_id as in polder.charge. Normally `normal_here` of `normal_cords` cords draw
-- through this node, and of three times as many thirds `normal_l1`..`normal_l3` by phase; when the source fails,
-- `failed_here` of `failed_cords`. home: the row of this node that carries the normal load.
create table polder.cord_share (
    cords text not null,
    node_id int not null,
    source_id int not null,
    home boolean not null,
    normal_cords smallint not null,
    normal_here smallint not null,
    normal_l1 smallint not null,
    normal_l2 smallint not null,
    normal_l3 smallint not null,
    failed_cords smallint not null,
    failed_here smallint not null,
    failed_l1 smallint not null,
    failed_l2 smallint not null,
    failed_l3 smallint not null,
    primary key (cords, node_id, source_id)
);
create index on polder.cord_share (node_id);

-- From now on the normal load of a charge stands in the row of its first source, beside the extra one, and in the row of
-- source 0 only where there is no other: one row a node for most bookings. The normal load of a node is the sum over
-- all its sources; rows that were written before are right as they are.
drop index polder.charge_node_id_idx;

-- Bounds of what a node and source carry, never too small: nearly every booking is below its limits by these rows alone.
-- normal_*: the normal load of the row; total_*: with the extra one. They hold from `since` on; level_* and extra_* is
-- what the ledger's rows before that day add up to, so that the past need not be added up again. may_*: the least of the
-- node's limits from that day on, normally and when a source fails (null: not limited); -1: not known, look.
drop table polder.ledger_quarter;
drop table polder.ledger_peak;
create table polder.ledger_peak (
    node_id int not null,
    source_id int not null,
    since date not null default '-infinity',
    level_main bigint not null default 0,
    level_l1 bigint not null default 0,
    level_l2 bigint not null default 0,
    level_l3 bigint not null default 0,
    extra_main bigint not null default 0,
    extra_l1 bigint not null default 0,
    extra_l2 bigint not null default 0,
    extra_l3 bigint not null default 0,
    normal_main bigint not null,
    normal_l1 bigint not null,
    normal_l2 bigint not null,
    normal_l3 bigint not null,
    total_main bigint not null,
    total_l1 bigint not null,
    total_l2 bigint not null,
    total_l3 bigint not null,
    may_main bigint default -1,
    may_line bigint default -1,
    may_failover_main bigint default -1,
    may_failover_line bigint default -1,
    primary key (node_id, source_id)
) with (fillfactor = 50);
insert into polder.ledger_peak (node_id, source_id, normal_main, normal_l1, normal_l2, normal_l3,
                                total_main, total_l1, total_l2, total_l3)
select node_id, source_id, sum(greatest(normal_main, 0)), sum(greatest(normal_l1, 0)), sum(greatest(normal_l2, 0)),
       sum(greatest(normal_l3, 0)), sum(greatest(normal_main + extra_main, 0)), sum(greatest(normal_l1 + extra_l1, 0)),
       sum(greatest(normal_l2 + extra_l2, 0)), sum(greatest(normal_l3 + extra_l3, 0))
from polder.ledger
group by node_id, source_id;

-- Rows that every booking updates: their dead versions must not pile up.
alter table polder.ledger set (autovacuum_vacuum_scale_factor = 0.02);
alter table polder.ledger_peak set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table polder.site_lock set (autovacuum_vacuum_threshold = 500);
alter table polder.generation set (fillfactor = 50, autovacuum_vacuum_threshold = 500);
