-- Whose connection Tollgate looks at the server with, where each person has one.
alter table upstream_credential add column look_as uuid;

-- Headers that each person gives a server for themselves. What is sealed is for the control plane alone.
create table person_headers (
    tenant_id uuid not null references tenant,
    server_id uuid not null,
    -- The identity provider's id of a user.
    person uuid not null,
    -- A JSON array of {name, changedAt}; no values.
    headers text not null,
    sealed bytea not null,
    sealed_by text not null,
    -- Counts up for ever, as that of upstream_credential does.
    secret_version bigint not null,
    created_at timestamptz not null,
    version bigint not null,
    primary key (server_id, person),
    unique (tenant_id, server_id, person),
    foreign key (tenant_id, server_id) references upstream_credential (tenant_id, server_id) on delete cascade
);
call wall_off('person_headers');
-- For the job that seals anew after a key was rotated; not what is sealed.
create policy system_reads on person_headers for select to tollgate_system using (true);
grant select (tenant_id, server_id, person, sealed_by) on person_headers to tollgate_system;

-- People's connections as gateways are meant to know them, beside all revisions. One that ended stays, and says so, until
-- its server is no more: its serial must never be given again.
create table config_connection (
    tenant_id uuid not null references tenant,
    -- server.person
    id text collate "C" not null,
    server_id uuid not null,
    person uuid not null,
    value bytea not null,
    sha256 text not null,
    -- The key of each region that it was sealed for (region=key, ...).
    sealed_for text not null default '',
    primary key (tenant_id, id)
);
call wall_off('config_connection');
create policy system_reads on config_connection for select to tollgate_system using (true);
grant select (tenant_id, id, server_id, person, sha256, sealed_for) on config_connection to tollgate_system;
