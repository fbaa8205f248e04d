-- A tenant's models and what their providers take for tokens, with the time from which that holds.
create table model (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    -- As agents name it.
    name text collate "C" not null,
    encoding text not null check (encoding in ('o200k_base', 'cl100k_base', 'bytes/4')),
    -- Holds for agents that name no model.
    standard boolean not null,
    latest bigint not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint model__name_taken unique (tenant_id, name)
);
call wall_off('model');
create unique index model__standard_taken on model (tenant_id) where standard;

create table model_version (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    -- Stays when the model goes: what tokens cost by it is explained by it.
    model_id uuid not null,
    number bigint not null check (number > 0),
    effective_from timestamptz not null,
    -- JSON, as the model writes it.
    rates text not null,
    -- Before it held; gateways that did not hear of that in time may have counted by it.
    withdrawn_at timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, model_id, number)
);
call wall_off('model_version');
