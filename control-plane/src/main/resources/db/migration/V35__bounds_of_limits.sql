-- Limits on tokens and on calls that run at once, limits that have another amount for a while, and a tenant's own calendar.
alter table quota_limit drop constraint quota_limit_unit_check;
alter table quota_limit add constraint quota_limit_unit_check
    check (unit in ('calls', 'tokens', 'nano-dollars', 'concurrent'));
-- The most that is reserved for one call; of tokens alone.
alter table quota_limit add column per_call_max bigint
    constraint quota_limit_per_call check ((unit = 'tokens') = (per_call_max is not null) and per_call_max >= 1);
-- JSON; absent where there are none.
alter table quota_limit add column overrides text;

-- Absent: UTC, Monday, January.
alter table settings add column time_zone text;
alter table settings add column week_start text
    check (week_start in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'));
alter table settings add column year_start text
    check (year_start in ('JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER',
        'NOVEMBER', 'DECEMBER'));
