-- What a tenant's gateways are meant to serve, and what of it Kafka has yet to hear. A change writes its rows, the
-- resources published for them, their outbox records and the new head in one transaction, which holds the row of
-- config_head from its beginning: changes of one tenant happen one after the other, and so do their records.

create table config_head (
    tenant_id uuid primary key references tenant,
    region text not null,
    revision bigint not null,
    digest text not null,
    resources int not null,
    committed_at timestamptz not null
);
call wall_off('config_head');

create table config_resource (
    tenant_id uuid not null references tenant,
    kind text not null,
    id text collate "C" not null,
    value bytea not null,
    sha256 text not null,
    primary key (tenant_id, kind, id)
);
call wall_off('config_resource');

create table outbox (
    id bigint generated always as identity primary key,
    tenant_id uuid not null references tenant,
    topic text not null,
    key text not null,
    value bytea,
    created_at timestamptz not null default clock_timestamp()
);
call wall_off('outbox');

create policy system_reads on config_head for select to tollgate_system using (true);
create policy system_reads on config_resource for select to tollgate_system using (true);
create policy system_sends on outbox to tollgate_system using (true);
grant select on config_head, config_resource to tollgate_system;
grant select, delete on outbox to tollgate_system;

-- The answers of POSTs that carried an Idempotency-Key. Operators, who have no tenant, use the nil UUID.
create table request_replay (
    tenant_id uuid not null default current_tenant(),
    principal text not null,
    key text not null,
    request_sha256 text not null,
    status int,
    location text,
    version bigint,
    body text,
    secret boolean not null default false,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, principal, key)
);
call wall_off('request_replay');
create index request_replay_age on request_replay (created_at);
create policy system_forgets on request_replay to tollgate_system using (true);
grant select (created_at), delete on request_replay to tollgate_system;
