-- Where people come to who sign in without a key; absent for the tenant's oldest environment.
alter table settings add column sign_in_environment uuid,
    add constraint settings_environment_used foreign key (tenant_id, sign_in_environment)
        references environment (tenant_id, id);
