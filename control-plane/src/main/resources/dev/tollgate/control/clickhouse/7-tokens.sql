-- The tokens of a call, the model that they are for, and what its provider takes; and what the request that led to the call
-- used. A model that is not in the tenant's table is the caller's own text.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS definition_tokens UInt64 AFTER quantities,
    ADD COLUMN IF NOT EXISTS argument_tokens UInt64 AFTER definition_tokens,
    ADD COLUMN IF NOT EXISTS result_tokens UInt64 AFTER argument_tokens,
    ADD COLUMN IF NOT EXISTS token_encoding LowCardinality(String) AFTER result_tokens,
    ADD COLUMN IF NOT EXISTS model Nullable(String) AFTER token_encoding,
    ADD COLUMN IF NOT EXISTS model_id Nullable(UUID) AFTER model,
    ADD COLUMN IF NOT EXISTS model_version UInt64 AFTER model_id,
    ADD COLUMN IF NOT EXISTS token_cost Decimal(18, 9) AFTER model_version,
    ADD COLUMN IF NOT EXISTS parent_input_tokens Nullable(UInt64) AFTER token_cost,
    ADD COLUMN IF NOT EXISTS parent_output_tokens Nullable(UInt64) AFTER parent_input_tokens;

-- A model counts only where it is in the tenant's table: another's name would make groups without end.
ALTER TABLE spend_hourly
    ADD COLUMN IF NOT EXISTS model UUID AFTER service,
    ADD COLUMN IF NOT EXISTS model_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER service_name,
    ADD COLUMN IF NOT EXISTS definition_tokens SimpleAggregateFunction(sum, UInt64) AFTER cost,
    ADD COLUMN IF NOT EXISTS argument_tokens SimpleAggregateFunction(sum, UInt64) AFTER definition_tokens,
    ADD COLUMN IF NOT EXISTS result_tokens SimpleAggregateFunction(sum, UInt64) AFTER argument_tokens,
    ADD COLUMN IF NOT EXISTS token_cost SimpleAggregateFunction(sum, Decimal(38, 9)) AFTER result_tokens,
    MODIFY ORDER BY (tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service, model);

ALTER TABLE spend_hourly_rebuild
    ADD COLUMN IF NOT EXISTS model UUID AFTER service,
    ADD COLUMN IF NOT EXISTS model_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER service_name,
    ADD COLUMN IF NOT EXISTS definition_tokens SimpleAggregateFunction(sum, UInt64) AFTER cost,
    ADD COLUMN IF NOT EXISTS argument_tokens SimpleAggregateFunction(sum, UInt64) AFTER definition_tokens,
    ADD COLUMN IF NOT EXISTS result_tokens SimpleAggregateFunction(sum, UInt64) AFTER argument_tokens,
    ADD COLUMN IF NOT EXISTS token_cost SimpleAggregateFunction(sum, Decimal(38, 9)) AFTER result_tokens,
    MODIFY ORDER BY (tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service, model);

DROP VIEW IF EXISTS spend_hourly_mv;

CREATE MATERIALIZED VIEW IF NOT EXISTS spend_hourly_mv TO spend_hourly AS
SELECT
    tenant,
    toStartOfHour(toDateTime(started_at, 'UTC')) AS hour,
    ifNull(calls.environment, toUUID('00000000-0000-0000-0000-000000000000')) AS environment,
    ifNull(calls.key, '') AS key,
    ifNull(calls.server, toUUID('00000000-0000-0000-0000-000000000000')) AS server,
    if(isNull(calls.server), '', ifNull(calls.tool_name, '')) AS tool,
    status,
    ifNull(calls.tier, '') AS tier,
    ifNull(calls.customer, toUUID('00000000-0000-0000-0000-000000000000')) AS customer,
    ifNull(calls.team, toUUID('00000000-0000-0000-0000-000000000000')) AS team,
    ifNull(calls.user, toUUID('00000000-0000-0000-0000-000000000000')) AS user,
    ifNull(calls.service, toUUID('00000000-0000-0000-0000-000000000000')) AS service,
    ifNull(calls.model_id, toUUID('00000000-0000-0000-0000-000000000000')) AS model,
    argMaxState(ifNull(calls.environment_name, ''), started_at) AS environment_name,
    argMaxState(ifNull(calls.key_name, ''), started_at) AS key_name,
    argMaxState(ifNull(calls.server_name, ''), started_at) AS server_name,
    argMaxState(ifNull(calls.customer_name, ''), started_at) AS customer_name,
    argMaxState(ifNull(calls.team_name, ''), started_at) AS team_name,
    argMaxState(ifNull(calls.user_name, ''), started_at) AS user_name,
    argMaxState(ifNull(calls.service_name, ''), started_at) AS service_name,
    argMaxState(if(isNull(calls.model_id), '', ifNull(calls.model, '')), started_at) AS model_name,
    count() AS calls,
    sum(calls.cost) AS cost,
    sum(calls.definition_tokens) AS definition_tokens,
    sum(calls.argument_tokens) AS argument_tokens,
    sum(calls.result_tokens) AS result_tokens,
    sum(calls.token_cost) AS token_cost,
    sum(calls.request_bytes) AS request_bytes,
    sum(calls.response_bytes) AS response_bytes,
    sum(calls.gateway_micros) AS gateway_micros,
    sum(calls.upstream_micros) AS upstream_micros,
    quantilesTDigestState(0.5, 0.95)(calls.gateway_micros + calls.upstream_micros) AS latency_micros
FROM calls
GROUP BY tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service, model;
