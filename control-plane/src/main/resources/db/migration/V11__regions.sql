-- The last move of a tenant from one region to another. Until it is done, both are published to: config_head.digest is
-- what the region of config_head has, to_digest what the other one has.
create table tenant_move (
    tenant_id uuid primary key references tenant,
    from_region text not null,
    to_region text not null,
    state text not null check (state in ('STAGED', 'SCHEDULED', 'DONE')),
    -- The revision that gateways must have before the next step.
    revision bigint not null,
    to_digest text not null,
    served_at timestamptz
);
call wall_off('tenant_move');

-- With what head a tenant left a region, which says so there for ever.
create table config_left (
    tenant_id uuid not null references tenant,
    region text not null,
    revision bigint not null,
    epoch bigint not null,
    committed_at timestamptz not null,
    primary key (tenant_id, region)
);
call wall_off('config_left');

create policy system_reads on tenant_move for select to tollgate_system using (true);
create policy system_reads on config_left for select to tollgate_system using (true);
grant select on tenant_move, config_left to tollgate_system;
