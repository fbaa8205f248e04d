-- Which life of this database a tenant's revisions belong to. Raised by the operator after a restore from a backup
-- (docs/runbooks/restore.md), so that gateways take revisions that are lower than what they serve.
alter table config_head add column epoch bigint not null default 0 check (epoch >= 0);
