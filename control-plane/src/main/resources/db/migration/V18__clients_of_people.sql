-- When a client was used last for someone, as ingest sees it: across tenants.
create table client_use (
    tenant_id uuid not null references tenant,
    subject text collate "C" not null,
    client text collate "C" not null,
    used_at timestamptz not null,
    gateway text not null,
    primary key (tenant_id, subject, client),
    foreign key (tenant_id, subject) references subject (tenant_id, ref) on delete cascade
);
call wall_off('client_use');
create policy system_notes on client_use to tollgate_system using (true);
grant select, insert, update on client_use to tollgate_system;

-- Whose someone is who signed out, before their tenant is known: the identity provider says so without a person's token.
create index config_resource_person on config_resource (id) where kind = 'person';
