-- What fails between the sign-in service and a provider names no provider there: it is this tenant's only if no other tries its own.
create policy system_reads on sign_in_trial for select to tollgate_system using (true);
grant select (tenant_id, state_sha256, started_at) on sign_in_trial to tollgate_system;
