-- What servers know their tenants by. The secret is sealed: the database cannot tell it.
create table upstream_credential (
    tenant_id uuid not null references tenant,
    server_id uuid primary key,
    -- A JSON array of {name, changedAt}; no values.
    headers text not null,
    sealed bytea not null,
    -- The master key that it is sealed with, and the key of each region that it was published for (region=key, …).
    sealed_by text not null,
    sealed_for text not null,
    -- Counts up for ever, also across a deletion: gateways tell two credentials apart by it.
    secret_version bigint not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, server_id),
    foreign key (tenant_id, server_id) references server (tenant_id, id) on delete cascade
);
call wall_off('upstream_credential');
-- For the job that seals anew after a key was rotated; not what is sealed.
create policy system_reads on upstream_credential for select to tollgate_system using (true);
grant select (tenant_id, server_id, sealed_by, sealed_for) on upstream_credential to tollgate_system;
