-- What each tenant decides for itself; one row a tenant, whose id is the tenant's. The tenants that are there already are
-- read by their owner, from whom the wall is taken away for as long as this takes.
alter table tenant no force row level security;

create table settings (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    approval text not null check (approval in ('NEVER', 'UNCHANGED_SCHEMA', 'ALWAYS')),
    snapshot_staleness_max_seconds int,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id)
);
insert into settings (tenant_id, id, approval, created_at, version) select id, id, 'NEVER', now(), 0 from tenant;

call wall_off('settings');
alter table tenant force row level security;

-- The definition that an admin turned down last: as long as the server offers it, nothing waits.
alter table tool add column rejected_hash text;
