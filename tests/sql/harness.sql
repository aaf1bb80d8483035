-- The runner itself: pgTAP is there, and so is the schema.
begin;
select plan(2);
select has_schema('polder');
select has_schema('api');
select * from finish();
rollback;
