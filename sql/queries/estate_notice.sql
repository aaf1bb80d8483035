-- What the window must say about the estate as a whole, such as that it is invented. $1: language.
select coalesce(value ->> $1, value ->> 'en') from polder.setting where key = 'estate_notice'
