-- The secret or private key of the client that a person's sign-in is brought to the server's own provider as; of that kind alone.
alter table upstream_credential add column sealed_grant bytea;
