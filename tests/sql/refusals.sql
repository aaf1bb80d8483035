-- The list of codes is complete and has nothing in it that is never said; each call gives the data of its sentence.
begin;
select plan(5);

-- Every refusal that is written in a function, with the codes that may stand in it.
create temporary table refusing as
select p.oid::regprocedure::text as said_by, split_part(call.words, ';', 1) as words
from pg_proc p
cross join lateral regexp_split_to_table(p.prosrc, 'guard\.(refuse_(as|value|right)|worded)\(') with ordinality call (words, n)
where call.n > 1 and p.pronamespace in ('guard'::regnamespace, 'api'::regnamespace)
  and p.proname not in ('refuse_as', 'refuse_value', 'refuse_right', 'worded');
create temporary table coded as
select c.said_by, c.words, r.*
from refusing c left join guard.refusal r on c.words like '%''' || r.code || '''%';

select cmp_ok((select count(*) from refusing), '>', 150::bigint, 'the calls are found');
select is_empty($$ select said_by, words from coded where code is null and words not like '%allowed%' $$, 'each says a code of the list');
select is_empty($$ select r.code from guard.refusal r where not exists (
                       select from pg_proc p where p.pronamespace in ('guard'::regnamespace, 'api'::regnamespace)
                                               and p.prosrc like '%''' || r.code || '''%') $$, 'each code of the list is said somewhere');
select is_empty($$ select c.said_by, c.code, m[1] from coded c, regexp_matches(c.english, '\{([a-z]+)\}', 'g') m
                   where m[1] not in ('roles', 'intention') and c.words !~ ('[''"]' || m[1] || '[''"]') and c.words not like '%limits%' $$,
                'with all that its sentence wants');
select is_empty($$ select p.oid::regprocedure from pg_proc p
                   where p.pronamespace in ('guard'::regnamespace, 'api'::regnamespace) and p.prosrc ~ 'raise exception'
                     and p.proname not in ('refuse_as', 'refuse_faults', 'amend_equipment', 'refuse_rewriting', 'keep_loaded_node') $$,
                'and nothing is refused without a code, but what no client can do');

select * from finish();
rollback;
