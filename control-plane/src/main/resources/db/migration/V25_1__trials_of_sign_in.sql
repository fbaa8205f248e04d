-- The latest trial of a sign-in through the tenant's own identity provider; one row a tenant, whose id is the tenant's.
create table sign_in_trial (
    tenant_id uuid not null references tenant unique,
    id uuid primary key,
    -- Of the word that the browser brings back; gone once it has been brought.
    state_sha256 text,
    verifier text not null,
    started_at timestamptz not null,
    problem text,
    -- JSON; what came of it.
    outcome text,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('sign_in_trial');
