-- Three roles: the owner migrates and does nothing else; tollgate_app serves requests and sees the rows of one tenant,
-- the one named by the setting tollgate.tenant; tollgate_system sees across tenants, but only the directory of tenants
-- and what is published.

create function current_tenant() returns uuid
    language sql stable
    return nullif(current_setting('tollgate.tenant', true), '')::uuid;

-- Every table that holds rows of tenants is built up with this. Forced, so that not even its owner goes around it.
create procedure wall_off(walled regclass, tenant_column text default 'tenant_id')
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format(
        'create policy tenant_wall on %s to tollgate_app using (%I = current_tenant()) with check (%I = current_tenant())',
        walled, tenant_column, tenant_column);
    execute format('grant select, insert, update, delete on %s to tollgate_app', walled);
end $$;

create table tenant (
    id uuid primary key,
    slug text collate "C" not null constraint tenant__slug_taken unique,
    name text not null,
    region text not null,
    organization_id text not null constraint tenant__organization_taken unique,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('tenant', 'id');
create policy system_reads on tenant for select to tollgate_system using (true);
grant select on tenant to tollgate_system;

grant usage on schema public to tollgate_app, tollgate_system;
