-- Days on which the Dutch universities work.

create function guard.local_date(at timestamptz) returns date
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (at at time zone 'Europe/Amsterdam')::date;
end
$$;

-- Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
create function guard.easter(year int) returns date
    language plpgsql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    golden int := year % 19;
    century int := year / 100;
    moon int := (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    weekday int := (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    correction int := (golden + 11 * moon + 22 * weekday) / 451;
    since_march int := moon + weekday - 7 * correction + 114;
begin
    return make_date(year, since_march / 31, since_march % 31 + 1);
end
$$;

-- New Year, Good Friday, Easter Monday, King's Day (the day before if it is a Sunday), Liberation Day in lustrum years,
-- Ascension, Whit Monday, Christmas. Easter Sunday and Whit Sunday are Sundays anyway.
create function guard.is_working_day(day date) returns boolean
    language sql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select extract(isodow from day) < 6
       and to_char(day, 'MM-DD') not in ('01-01', '12-25', '12-26')
       and day - guard.easter(extract(year from day)::int) not in (-2, 1, 39, 50)
       and day <> case when extract(isodow from make_date(extract(year from day)::int, 4, 27)) = 7
                       then make_date(extract(year from day)::int, 4, 26)
                       else make_date(extract(year from day)::int, 4, 27) end
       and not (to_char(day, 'MM-DD') = '05-05' and extract(year from day)::int % 5 = 0)
$$;

-- The n-th working day after a day.
create function guard.working_days(from_date date, n int) returns date
    language sql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select case when n <= 0 then from_date else
        (select day::date
         from generate_series(from_date + 1, from_date + 2 * n + 14, interval '1 day') day
         where guard.is_working_day(day::date)
         order by day offset n - 1 limit 1) end
$$;

-- Working days after the first day up to and including the last.
create function guard.working_days_between(first date, last date) returns int
    language sql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select count(*)::int from generate_series(first + 1, last, interval '1 day') day
    where guard.is_working_day(day::date)
$$;

-- A number of the institution's policy: the row of the organisation before the general one, else the default.
create function guard.setting_int(wanted text, otherwise int, organisation int default null) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return coalesce((select (value #>> '{}')::int from setting
                     where key = wanted and (organisation_id = organisation or organisation_id is null)
                     order by organisation_id nulls last limit 1), otherwise);
end
$$;
