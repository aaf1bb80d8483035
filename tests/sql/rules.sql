-- The table of rules (sql/rules.csv): what a rule says it reads is there, and no rule of a sum is left out unnoticed.
begin;
create extension if not exists pgtap;
create temporary table listed (rule text, effect text check (effect in ('refuse', 'warn')), reads text not null,
                               passes text not null, fails text not null, test text not null, primary key (rule, effect));
\copy listed from 'sql/rules.csv' csv header
select plan(4);
select is_empty($$
    select l.rule, read from listed l cross join lateral string_to_table(l.reads, ' ') read
    where not exists (select from information_schema.columns c
                      where c.table_schema = 'polder' and c.table_name || '.' || c.column_name = read)
$$, 'each column that a rule reads');
select is_empty($$
    (select rule from polder.node_kind union select failover_rule from polder.node_kind where failover_rule is not null)
    except select rule from listed
$$, 'each rule of a sum');
-- polder.rule says the same of them, and has the rest of DOMAIN's.
select is_empty($$ select rule, min(effect) from listed group by rule except select code, effect from polder.rule $$, 'the effect of each rule that is built');
select results_eq($$ select left(code, 1), count(*) from polder.rule group by 1 order by 1 $$,
                  $$ values ('C', 8::bigint), ('G', 7), ('N', 1), ('P', 10), ('S', 9) $$, 'all the rules there are');
select * from finish();
rollback;
