-- Whose tokens for the API are refused although they have not expired: what was issued by then is not what would be issued now.
-- Of someone who is gone too, so nothing here refers to tenant_user.
create table ended_tokens (
    tenant_id uuid not null references tenant,
    identity_id text collate "C" not null,
    ended_at timestamptz not null,
    primary key (tenant_id, identity_id)
);
call wall_off('ended_tokens');
-- Whether a token is still good is asked before the request's tenant is known.
create policy system_reads on ended_tokens for select to tollgate_system using (true);
grant select (tenant_id, identity_id, ended_at) on ended_tokens to tollgate_system;
