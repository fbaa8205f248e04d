-- Someone whom their organization's directory has deactivated: their tokens are refused, their subject is not published.
alter table tenant_user add column active boolean not null default true;
alter table subject add column suspended_at timestamptz;
-- Whose token it is, and whether it is still good, is asked before the request's tenant is known.
create policy system_reads on tenant_user for select to tollgate_system using (true);
grant select (tenant_id, identity_id, active) on tenant_user to tollgate_system;

-- What a tenant's directory signs in with to SCIM. Only digests: nobody reads a token back.
create table scim_token (
    tenant_id uuid not null references tenant constraint scim_token__token_taken unique,
    id text collate "C" primary key,
    sha256 text not null,
    previous_sha256 text,
    previous_until timestamptz,
    rotated_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('scim_token');
create policy system_reads on scim_token for select to tollgate_system using (true);
grant select (tenant_id, id) on scim_token to tollgate_system;

-- People as the directory describes them. The id is the identity provider's, as in tenant_user.
create table scim_user (
    tenant_id uuid not null references tenant,
    id text collate "C" primary key,
    user_name text not null,
    -- In lower case: names for signing in are compared so (RFC 7643, 4.1.1).
    user_name_key text collate "C" not null,
    external_id text collate "C",
    display_name text,
    given_name text,
    family_name text,
    email text collate "C" not null,
    email_type text,
    active boolean not null,
    -- The identity provider has still to be told what this row says.
    align_due boolean not null,
    modified_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint scim_user__userName_taken unique (tenant_id, user_name_key),
    foreign key (id) references tenant_user (identity_id) on delete cascade
);
call wall_off('scim_user');
create index scim_user_by_external_id on scim_user (tenant_id, external_id);
create index scim_user_by_email on scim_user (tenant_id, email);
create index scim_user_to_align on scim_user (tenant_id) where align_due;
create policy system_reads on scim_user for select to tollgate_system using (true);
grant select (tenant_id, align_due) on scim_user to tollgate_system;

create table scim_group (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    display_name text collate "C" not null,
    external_id text collate "C",
    modified_at timestamptz not null,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint scim_group__displayName_taken unique (tenant_id, display_name)
);
call wall_off('scim_group');

create table scim_group_member (
    tenant_id uuid not null default current_tenant(),
    group_id uuid not null,
    user_id text collate "C" not null,
    primary key (group_id, user_id),
    foreign key (tenant_id, group_id) references scim_group (tenant_id, id) on delete cascade,
    foreign key (tenant_id, user_id) references scim_user (tenant_id, id) on delete cascade
);
call wall_off('scim_group_member');
create index scim_group_member_by_user on scim_group_member (tenant_id, user_id);

-- Which roles and which team a group of the tenant's own directory gives.
create table people_mapping (
    tenant_id uuid not null references tenant unique,
    -- The tenant's own.
    id uuid primary key,
    -- The claim that names the groups at each sign-in; absent where the directory tells them over SCIM.
    claim text,
    -- The claim that is scim_user.external_id of the same person; absent for sub.
    person_claim text,
    -- A JSON array of {group, roles, team}.
    rules text not null,
    created_at timestamptz not null,
    version bigint not null
);
call wall_off('people_mapping');
