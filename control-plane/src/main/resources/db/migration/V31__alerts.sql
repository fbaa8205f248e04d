-- What people of a tenant should know of, and the channels on which they are told.
create table alert_channel (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    name text collate "C" not null,
    kind text not null check (kind in ('WEBHOOK', 'EMAIL')),
    url text,
    addresses text[] not null,
    -- A webhook's signing secret.
    sealed bytea,
    sealed_by text not null default '',
    secret_version bigint not null default 0,
    enabled boolean not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint alert_channel__name_taken unique (tenant_id, name),
    check ((kind = 'WEBHOOK') = (url is not null)),
    check ((kind = 'WEBHOOK') = (sealed is not null))
);
call wall_off('alert_channel');
create policy system_reads on alert_channel for select to tollgate_system using (true);
grant select (tenant_id, id, sealed_by) on alert_channel to tollgate_system;

create table alert (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    kind text not null,
    -- What is raised but once; null: each time.
    occasion text collate "C",
    title text not null,
    text text not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    unique (tenant_id, occasion)
);
call wall_off('alert');

create table alert_delivery (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    alert_id uuid not null,
    channel_id uuid not null,
    attempts int not null,
    -- When it is due; null: it is over.
    next_at timestamptz,
    delivered_at timestamptz,
    problem text,
    fence bigint not null,
    held_until timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, alert_id, channel_id),
    foreign key (tenant_id, alert_id) references alert (tenant_id, id) on delete cascade,
    foreign key (tenant_id, channel_id) references alert_channel (tenant_id, id) on delete cascade
);
call wall_off('alert_delivery');
create index alert_delivery__due on alert_delivery (next_at) where next_at is not null;
create policy system_reads on alert_delivery for select to tollgate_system using (true);
create policy system_claims on alert_delivery for update to tollgate_system using (true) with check (true);
grant select (tenant_id, id, next_at, fence, held_until) on alert_delivery to tollgate_system;
grant update (fence, held_until) on alert_delivery to tollgate_system;
