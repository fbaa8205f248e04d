-- What retention looks for. Kept answers are found and deleted across tenants, by their keys and never by what they say.
grant select (tenant_id, principal, key) on request_replay to tollgate_system;

create index virtual_key_revoked on virtual_key (tenant_id, revoked_at) where revoked_at is not null;
