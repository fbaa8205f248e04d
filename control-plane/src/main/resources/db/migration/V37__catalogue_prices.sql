-- What the operator says that tools cost, for tenants who have not said otherwise. It belongs to no tenant: all of them may
-- read it, and who serves tenants cannot write it.
create table catalogue_price (
    id uuid primary key,
    -- Of the servers that it holds for.
    address text collate "C" not null,
    tool_name text collate "C",
    latest bigint not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint "catalogue_price__toolName_taken" unique nulls not distinct (address, tool_name)
);

create table catalogue_price_version (
    price_id uuid not null references catalogue_price on delete cascade,
    number bigint not null check (number > 0),
    effective_from timestamptz not null,
    -- JSON, as the model writes it.
    terms text not null,
    primary key (price_id, number)
);

-- One row; higher with each change of the catalogue.
create table catalogue_state (revision bigint not null);
insert into catalogue_state values (0);

grant select on catalogue_price, catalogue_price_version, catalogue_state to tollgate_app;
grant select, insert, update, delete on catalogue_price, catalogue_price_version to tollgate_system;
grant select, update on catalogue_state to tollgate_system;

-- The revision of the catalogue that a tenant's prices follow.
create table catalogue_seen (
    tenant_id uuid primary key references tenant,
    revision bigint not null
);
call wall_off('catalogue_seen');
create policy system_reads on catalogue_seen for select to tollgate_system using (true);
grant select on catalogue_seen to tollgate_system;

-- A price that came from the catalogue stands beside the tenant's own of the same thing, which goes before it.
alter table price add column catalogue_price_id uuid;
alter table price drop constraint "price__toolName_taken";
alter table price add constraint "price__toolName_taken"
    unique nulls not distinct (tenant_id, server_id, tool_name, catalogue_price_id);
