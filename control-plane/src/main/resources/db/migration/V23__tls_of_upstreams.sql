-- How gateways and a server prove to each other who they are, beside its credential. The key is sealed.
create table upstream_tls (
    tenant_id uuid not null references tenant,
    server_id uuid primary key,
    -- PEM: the chain that is shown, and whom the server's own certificate must come from. At least one is there.
    certificate text,
    authorities text,
    -- Of the certificate, by the master key; and the key of each region that it was published for (region=key, …).
    sealed bytea,
    sealed_by text not null,
    sealed_for text not null,
    -- Counts up for ever, also across a deletion: gateways tell connections apart by it.
    tls_version bigint not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, server_id),
    check (certificate is not null or authorities is not null),
    check ((certificate is null) = (sealed is null)),
    foreign key (tenant_id, server_id) references server (tenant_id, id) on delete cascade
);
call wall_off('upstream_tls');
-- For the job that seals anew after a key was rotated; not what is sealed.
create policy system_reads on upstream_tls for select to tollgate_system using (true);
grant select (tenant_id, server_id, sealed_by, sealed_for) on upstream_tls to tollgate_system;
