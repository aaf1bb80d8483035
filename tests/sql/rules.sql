-- The table of rules (sql/rules.csv): what a rule says it reads is there, and no rule of a sum is left out unnoticed.
begin;
create extension if not exists pgtap;
create temporary table listed (rule text primary key, effect text not null check (effect in ('refuse', 'warn')),
                               reads text not null, passes text not null, fails text not null, test text not null);
\copy listed from 'sql/rules.csv' csv header
select plan(2);
select is_empty($$
    select l.rule, read from listed l cross join lateral string_to_table(l.reads, ' ') read
    where not exists (select from information_schema.columns c
                      where c.table_schema = 'polder' and c.table_name || '.' || c.column_name = read)
$$, 'each column that a rule reads');
select set_eq($$
    select rule from polder.node_kind union select failover_rule from polder.node_kind where failover_rule is not null
    except select rule from listed
$$, array['N1'], 'each rule of a sum but those that are not built');
select * from finish();
rollback;
