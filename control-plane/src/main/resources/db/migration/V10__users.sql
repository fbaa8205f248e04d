-- Which subject someone is who signs in. Who they are, and what roles they have, the identity provider keeps alone.
create table tenant_user (
    tenant_id uuid not null references tenant,
    identity_id text collate "C" primary key,
    subject text collate "C" not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint tenant_user__subject_taken unique (tenant_id, subject),
    foreign key (tenant_id, subject) references subject (tenant_id, ref)
);
call wall_off('tenant_user');
