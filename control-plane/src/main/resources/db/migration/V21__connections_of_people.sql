-- Which clients a person lets use their connection to a server.
create table allowed_client (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    server_id uuid not null,
    -- The identity provider's id.
    person uuid not null,
    -- An OAuth client's id, or a virtual key's.
    client text collate "C" not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint allowed_client__client_taken unique (tenant_id, server_id, person, client),
    foreign key (tenant_id, server_id) references upstream_credential (tenant_id, server_id) on delete cascade
);
call wall_off('allowed_client');

-- Somebody who was sent to a provider, and what their return is held to. Lives for minutes.
create table oauth_departure (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    server_id uuid not null,
    -- Whose account it will be: a person's, or under the nil UUID the tenant's.
    person uuid not null,
    -- Who began it and alone may finish it: the identity provider's id.
    begun_by text collate "C" not null,
    -- A client that the person allowed on the way.
    client text collate "C",
    -- The credential's secret_version, the provider and the client there; another by now is not the one that was asked.
    secret_version bigint not null,
    issuer text not null,
    client_id text not null,
    redirect text not null,
    scopes text not null,
    state_sha256 text collate "C" not null unique,
    binding_sha256 text collate "C" not null,
    -- PKCE's verifier.
    sealed bytea not null,
    -- What the browser came back with, once: the handle's digest, and the answer, sealed.
    handle_sha256 text collate "C",
    returned bytea,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null,
    foreign key (tenant_id, server_id) references upstream_credential (tenant_id, server_id) on delete cascade
);
call wall_off('oauth_departure');
create index oauth_departure_by_person on oauth_departure (tenant_id, begun_by);
create index oauth_departure_by_end on oauth_departure (expires_at);
-- A browser comes back before its tenant is known; nothing sealed is read there.
create policy system_reads on oauth_departure for select to tollgate_system using (true);
create policy system_notes on oauth_departure for update to tollgate_system using (true) with check (true);
create policy system_forgets on oauth_departure for delete to tollgate_system using (expires_at < now());
grant select (id, state_sha256, handle_sha256, expires_at) on oauth_departure to tollgate_system;
grant update (handle_sha256, returned) on oauth_departure to tollgate_system;
grant delete on oauth_departure to tollgate_system;

-- Tokens that are to be revoked at their provider, until it has been told or was asked often enough.
create table oauth_revocation (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    issuer text not null,
    documented boolean not null,
    -- The tokens, and as whom Tollgate came by them.
    sealed bytea not null,
    attempts int not null,
    next_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('oauth_revocation');
create index oauth_revocation__due on oauth_revocation (next_at);
create policy system_reads on oauth_revocation for select to tollgate_system using (true);
create policy system_claims on oauth_revocation for update to tollgate_system using (true) with check (true);
grant select (tenant_id, id, next_at) on oauth_revocation to tollgate_system;
grant update (next_at) on oauth_revocation to tollgate_system;
