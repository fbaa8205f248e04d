-- Tokens of people beside the tenant's own, and refresh tokens, which providers may take once.
-- A user's id, or the nil UUID for the tenant's own.
alter table upstream_token add column person uuid not null default '00000000-0000-0000-0000-000000000000';
alter table upstream_token alter column person drop default;
alter table upstream_token drop constraint upstream_token_pkey, drop constraint upstream_token_tenant_id_server_id_key;
alter table upstream_token add primary key (server_id, person), add unique (tenant_id, server_id, person);
-- Sealed for the control plane alone; null: none was given, or the provider has refused it.
alter table upstream_token add column refresh bytea;
-- When the refresh token was sent whose answer was not stored; written before it is sent.
alter table upstream_token add column sent_at timestamptz;
-- What was stored has still to be published.
alter table upstream_token add column unpublished boolean not null default false;
create index upstream_token__unpublished on upstream_token (server_id) where unpublished;
grant select (person, unpublished) on upstream_token to tollgate_system;
