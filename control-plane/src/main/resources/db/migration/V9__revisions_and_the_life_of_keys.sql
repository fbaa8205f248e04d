-- When each revision of a tenant was committed, for as many of the last as are kept. The heads that are there already are
-- read by their owner, from whom the wall is taken away for as long as this takes.
alter table config_head no force row level security;

create table config_revision (
    tenant_id uuid not null references tenant,
    revision bigint not null,
    epoch bigint not null,
    committed_at timestamptz not null,
    primary key (tenant_id, revision)
);
insert into config_revision (tenant_id, revision, epoch, committed_at)
select tenant_id, revision, epoch, committed_at from config_head;

call wall_off('config_revision');
alter table config_head force row level security;

-- An answer that is repeated names the revision that it named the first time.
alter table request_replay add column revision bigint;

-- A key that gets a new secret again and again.
alter table virtual_key
    add column rotation_days int,
    add column rotation_overlap_seconds bigint,
    add check ((rotation_days is null) = (rotation_overlap_seconds is null));

-- Whose a key is, before its tenant is known: its holder comes without a person's token.
create index config_resource_key on config_resource (id) where kind = 'key';

-- When a key was used last, as ingest sees it: across tenants, and apart from the key, whose version it leaves as it is.
create table virtual_key_use (
    tenant_id uuid not null,
    key_id text collate "C" primary key,
    used_at timestamptz not null,
    gateway text not null,
    agent text,
    foreign key (tenant_id, key_id) references virtual_key (tenant_id, id) on delete cascade
);
call wall_off('virtual_key_use');
create policy system_notes on virtual_key_use to tollgate_system using (true);
grant select, insert, update on virtual_key_use to tollgate_system;
