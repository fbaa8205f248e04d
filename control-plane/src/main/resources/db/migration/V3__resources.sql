-- The resources that people work with. References carry the tenant, so that none can ever lead to another tenant's row.

create table environment (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    name text collate "C" not null,
    description text,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint environment__name_taken unique (tenant_id, name)
);
call wall_off('environment');

create table server (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    environment_id uuid not null,
    name text collate "C" not null,
    description text,
    transport text not null check (transport in ('streamable-http', 'stdio')),
    url text,
    command text,
    baseline text[] not null,
    prefix_mode text not null,
    tool_approval text not null,
    enabled boolean not null,
    timeout_millis int not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    check ((transport = 'streamable-http') = (url is not null)),
    check ((transport = 'stdio') = (command is not null)),
    constraint server__name_taken unique (tenant_id, environment_id, name),
    constraint server_environment_used foreign key (tenant_id, environment_id) references environment (tenant_id, id)
);
call wall_off('server');

-- Apart from the server, because a look at it every few minutes must not make an admin's edit of it stale.
create table server_health (
    tenant_id uuid not null,
    server_id uuid primary key,
    checked_at timestamptz not null,
    upstream_name text,
    upstream_version text,
    protocol_version text,
    stage text,
    message text,
    foreign key (tenant_id, server_id) references server (tenant_id, id) on delete cascade
);
call wall_off('server_health');

create table tool (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    server_id uuid not null,
    name text collate "C" not null,
    state text not null check (state in ('APPROVED', 'QUARANTINED', 'RETIRED')),
    -- What is served if approved_at is there, otherwise what was seen first.
    definition text not null,
    definition_hash text not null,
    approved_at timestamptz,
    -- What the server says now, where it differs.
    pending_definition text,
    pending_hash text,
    title text,
    description text,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    unique (tenant_id, server_id, name),
    check ((pending_definition is null) = (pending_hash is null)),
    foreign key (tenant_id, server_id) references server (tenant_id, id)
);
call wall_off('tool');

create table tool_group (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    name text collate "C" not null,
    description text,
    patterns text[] not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint tool_group__name_taken unique (tenant_id, name)
);
call wall_off('tool_group');

create table virtual_key (
    tenant_id uuid not null references tenant,
    id text collate "C" primary key,
    environment_id uuid not null,
    name text collate "C" not null,
    grants text[] not null,
    expires_at timestamptz,
    rotated_at timestamptz,
    revoked_at timestamptz,
    revoked_reason text,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint virtual_key_environment_used foreign key (tenant_id, environment_id)
        references environment (tenant_id, id)
);
call wall_off('virtual_key');

create table virtual_key_credential (
    tenant_id uuid not null default current_tenant(),
    key_id text collate "C" not null,
    -- Of the whole key; the key itself is nowhere.
    sha256 text not null,
    issued_at timestamptz not null,
    not_after timestamptz,
    primary key (key_id, sha256),
    foreign key (tenant_id, key_id) references virtual_key (tenant_id, id) on delete cascade
);
call wall_off('virtual_key_credential');

create table virtual_key_group (
    tenant_id uuid not null default current_tenant(),
    key_id text collate "C" not null,
    group_id uuid not null,
    primary key (key_id, group_id),
    foreign key (tenant_id, key_id) references virtual_key (tenant_id, id) on delete cascade,
    constraint virtual_key_group_used foreign key (tenant_id, group_id) references tool_group (tenant_id, id)
);
call wall_off('virtual_key_group');
create index virtual_key_group_by_group on virtual_key_group (tenant_id, group_id);

create table price (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    server_id uuid not null,
    tool_name text collate "C",
    per_call_nanos bigint not null check (per_call_nanos >= 0),
    charge_failures boolean not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint "price__toolName_taken" unique nulls not distinct (tenant_id, server_id, tool_name),
    constraint price_server_used foreign key (tenant_id, server_id) references server (tenant_id, id)
);
call wall_off('price');
