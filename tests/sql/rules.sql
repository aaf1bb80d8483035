-- The table of rules (sql/rules.csv): it has every rule, what a rule says it reads is there, and so is its test.
begin;
create extension if not exists pgtap;
create temporary table listed (rule text, effect text check (effect in ('refuse', 'warn')), reads text not null,
                               passes text not null, fails text not null, test text not null, primary key (rule, effect));
\copy listed from 'sql/rules.csv' csv header
-- The rules that each script here speaks of.
create temporary table spoken (line text);
\copy spoken from program 'grep -o -w -E "[SPCGN][0-9]+" tests/sql/*.sql'
select plan(6);
select is_empty($$
    select l.rule, read from listed l cross join lateral string_to_table(l.reads, ' ') read
    where not exists (select from information_schema.columns c
                      where c.table_schema = 'polder' and c.table_name || '.' || c.column_name = read)
$$, 'each column that a rule reads');
select is_empty($$
    select l.rule, l.effect, script from listed l cross join lateral string_to_table(l.test, ' ') t (script)
    where not exists (select from spoken s where s.line = format('tests/sql/%s.sql:%s', script, l.rule))
$$, 'each test speaks of its rule');
select is_empty($$ select rule, effect, passes, fails from listed where '' in (passes, fails) $$, 'a case on each side of the limit');
select is_empty($$ select code, effect from polder.rule except select rule, effect from listed $$, 'each rule is built, to this effect');
select is_empty($$ select rule from listed except select code from polder.rule $$, 'and none else');
select results_eq($$ select left(code, 1), count(*) from polder.rule group by 1 order by 1 $$,
                  $$ values ('C', 8::bigint), ('G', 7), ('N', 1), ('P', 10), ('S', 9) $$, 'all the rules there are');
select * from finish();
rollback;
