-- Limits. What is spent of them is not here.
create table quota_limit (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    name text not null,
    -- kind:id
    subject text collate "C" not null,
    unit text not null check (unit in ('calls', 'nano-dollars')),
    -- JSON, as the model writes it.
    time_window text not null,
    amount bigint not null check (amount >= 0),
    enforcement text not null check (enforcement in ('hard', 'warn')),
    created_at timestamptz not null,
    version bigint not null,
    -- A server, tool or group stays as long as it has limits; those of subjects and keys go with them.
    server_id uuid generated always as (case when subject like 'server:%' then substr(subject, 8)::uuid end) stored,
    tool_id uuid generated always as (case when subject like 'tool:%' then substr(subject, 6)::uuid end) stored,
    group_id uuid generated always as (case when subject like 'group:%' then substr(subject, 7)::uuid end) stored,
    constraint quota_limit__name_taken unique (tenant_id, name),
    constraint quota_limit_server_used foreign key (tenant_id, server_id) references server (tenant_id, id),
    constraint quota_limit_tool_used foreign key (tenant_id, tool_id) references tool (tenant_id, id),
    constraint quota_limit_group_used foreign key (tenant_id, group_id) references tool_group (tenant_id, id)
);
call wall_off('quota_limit');
create index quota_limit_by_subject on quota_limit (tenant_id, subject);
