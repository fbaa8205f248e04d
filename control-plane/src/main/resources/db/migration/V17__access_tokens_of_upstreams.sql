-- A credential of another kind than headers: how it is asked for, and the tokens that it got.
alter table upstream_credential add column kind text not null default 'HEADERS';
-- JSON, as the API shows it; no secret.
alter table upstream_credential add column settings text;

-- The access token of a server's credential, and who is renewing it. Times are the database's where replicas compare them.
create table upstream_token (
    tenant_id uuid not null references tenant,
    server_id uuid primary key,
    -- The credential's secret_version that it was got with.
    secret_version bigint not null,
    state text not null,
    reason text,
    state_since timestamptz not null,
    attempts int not null,
    -- Counts up with each token; what is sealed is bound to it.
    renewal bigint not null,
    sealed bytea,
    sealed_by text not null,
    scopes text not null,
    expires_at timestamptz,
    renewed_at timestamptz,
    -- When somebody is to ask the provider; null: not before an admin says so.
    next_at timestamptz,
    -- Whoever raised the fence last may write, and nobody else begins before its term ends.
    fence bigint not null,
    held_until timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, server_id),
    foreign key (tenant_id, server_id) references upstream_credential (tenant_id, server_id) on delete cascade
);
call wall_off('upstream_token');
create index upstream_token__due on upstream_token (next_at) where next_at is not null;
-- For the job that claims what is due, of all tenants; not what is sealed.
create policy system_reads on upstream_token for select to tollgate_system using (true);
create policy system_claims on upstream_token for update to tollgate_system using (true) with check (true);
grant select (tenant_id, server_id, next_at, fence, held_until, sealed_by) on upstream_token to tollgate_system;
grant update (fence, held_until) on upstream_token to tollgate_system;
