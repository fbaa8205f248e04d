-- From which shares of a limit on people are told. In percent.
alter table quota_limit add column alert_at int[] not null default '{50,80,100}';
alter table quota_limit alter column alert_at drop default;
create policy system_reads on quota_limit for select to tollgate_system using (true);
grant select (tenant_id, alert_at) on quota_limit to tollgate_system;

-- The highest share that was told, until less of the limit is used again.
create table quota_limit_told (
    tenant_id uuid not null references tenant,
    limit_id uuid primary key references quota_limit on delete cascade,
    percent int not null,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('quota_limit_told');
