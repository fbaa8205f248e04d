-- Whom keys belong to, and what tool groups are attached to. The rows that are there already are changed by their owner,
-- from whom the wall is taken away for as long as this takes.
alter table tenant no force row level security;
alter table virtual_key no force row level security;
alter table virtual_key_group no force row level security;

create table subject (
    tenant_id uuid not null references tenant,
    id uuid primary key,
    kind text not null check (kind in ('tier', 'customer', 'team', 'user', 'service', 'provider')),
    -- kind:id, where the id is a slug for the kinds that people name, and this row's own otherwise.
    ref text collate "C" not null,
    name text collate "C" not null,
    parent text collate "C",
    deleted_at timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    unique (tenant_id, id),
    constraint subject__id_taken unique (tenant_id, ref),
    constraint subject_parent_used foreign key (tenant_id, parent) references subject (tenant_id, ref)
);
-- People may share a name.
create unique index subject__name_taken on subject (tenant_id, kind, name) where deleted_at is null and kind <> 'user';
create index subject_by_parent on subject (tenant_id, parent);

-- Every tenant has the service to which keys belong that nobody gave an owner.
insert into subject (tenant_id, id, kind, ref, name, created_at, version)
select id, fresh, 'service', 'service:' || fresh, 'default', now(), 0
from (select id, gen_random_uuid() as fresh from tenant) as each_tenant;

alter table virtual_key
    add column owner text collate "C",
    add column model_provider text,
    add column sources text[] not null default '{}',
    add column content_logging text not null default 'AS_ENVIRONMENT',
    alter column grants type text using to_json(grants)::text,
    add constraint virtual_key_owner_used foreign key (tenant_id, owner) references subject (tenant_id, ref);
update virtual_key k set owner = s.ref from subject s where s.tenant_id = k.tenant_id and s.name = 'default';
alter table virtual_key alter column owner set not null;
create index virtual_key_by_owner on virtual_key (tenant_id, owner);
alter table tool_group alter column patterns type text using to_json(patterns)::text;

create table virtual_key_label (
    tenant_id uuid not null default current_tenant(),
    key_id text collate "C" not null,
    name text collate "C" not null,
    value text collate "C" not null,
    primary key (key_id, name),
    foreign key (tenant_id, key_id) references virtual_key (tenant_id, id) on delete cascade
);
create index virtual_key_label_by_value on virtual_key_label (tenant_id, name, value);

create table tool_group_attachment (
    tenant_id uuid not null default current_tenant(),
    group_id uuid not null,
    key_id text collate "C",
    subject_id uuid,
    check ((key_id is null) <> (subject_id is null)),
    unique nulls not distinct (group_id, key_id, subject_id),
    foreign key (tenant_id, key_id) references virtual_key (tenant_id, id) on delete cascade,
    foreign key (tenant_id, subject_id) references subject (tenant_id, id) on delete cascade,
    constraint tool_group_attachment_used foreign key (tenant_id, group_id) references tool_group (tenant_id, id)
);
create index tool_group_attachment_by_key on tool_group_attachment (key_id);
create index tool_group_attachment_by_subject on tool_group_attachment (subject_id);
insert into tool_group_attachment (tenant_id, group_id, key_id) select tenant_id, group_id, key_id from virtual_key_group;
drop table virtual_key_group;

call wall_off('subject');
call wall_off('virtual_key_label');
call wall_off('tool_group_attachment');
alter table tenant force row level security;
alter table virtual_key force row level security;

-- The shape of what is published for the tenant: what an earlier release published is published anew by this one.
alter table config_head add column format int not null default 0;
