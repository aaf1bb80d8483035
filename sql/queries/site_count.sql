-- Is there an estate already?
select count(*) from polder.site
