-- What of each hard limit is spent and held. A limit's terms are the tenant's, its books the ledger's: neither writes the other's.
create table quota_account (
    tenant_id uuid not null references tenant,
    limit_id uuid primary key,
    unit text not null,
    -- JSON, as the model writes it.
    terms text not null,
    -- JSON; absent until something is granted.
    books text,
    held bigint not null default 0,
    -- The starts of gateways that hold something.
    boots uuid[] not null default '{}',
    -- Whether time alone can change the books.
    busy boolean not null default false,
    ticked_at timestamptz not null default '-infinity'
) with (fillfactor = 70);
call wall_off('quota_account');
revoke insert, update on quota_account from tollgate_app;
grant insert (tenant_id, limit_id, unit, terms), update (unit, terms) on quota_account to tollgate_app;
create policy system_keeps on quota_account to tollgate_system using (true);
grant select, update (books, held, boots, busy, ticked_at) on quota_account to tollgate_system;

-- Which events of each start of a gateway are in the books. A gateway serves many tenants, so this is no tenant's, and who serves
-- tenants' requests cannot even read it.
create table quota_trail (
    boot uuid primary key,
    through bigint not null default 0,
    -- Pairs of the first and the last number of events that came before their time.
    beyond bigint[] not null default '{}',
    last_sequence bigint,
    broken boolean not null default false,
    complete boolean not null default false,
    heard_at timestamptz not null
) with (fillfactor = 70);
alter table quota_trail enable row level security;
alter table quota_trail force row level security;
create policy system_keeps on quota_trail to tollgate_system using (true);
grant select, insert, update, delete on quota_trail to tollgate_system;
create index quota_trail_age on quota_trail (heard_at);
