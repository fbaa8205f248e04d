-- Scopes that a server asked for and the token lacks; the next consent asks for them too.
alter table upstream_token add column asked_scopes text not null default '';
-- When the server said last that it does not take the token.
alter table upstream_token add column refused_at timestamptz;
