-- To whom a call's key belonged at the time.
ALTER TABLE calls
    ADD COLUMN IF NOT EXISTS tier LowCardinality(Nullable(String)) AFTER key_name,
    ADD COLUMN IF NOT EXISTS customer Nullable(UUID) AFTER tier,
    ADD COLUMN IF NOT EXISTS customer_name LowCardinality(Nullable(String)) AFTER customer,
    ADD COLUMN IF NOT EXISTS team Nullable(UUID) AFTER customer_name,
    ADD COLUMN IF NOT EXISTS team_name LowCardinality(Nullable(String)) AFTER team,
    ADD COLUMN IF NOT EXISTS user Nullable(UUID) AFTER team_name,
    ADD COLUMN IF NOT EXISTS user_name LowCardinality(Nullable(String)) AFTER user,
    ADD COLUMN IF NOT EXISTS service Nullable(UUID) AFTER user_name,
    ADD COLUMN IF NOT EXISTS service_name LowCardinality(Nullable(String)) AFTER service;

-- Hours summed up before have none of them: their calls had none. Nothing is ingested while this runs, and a break-off
-- between the view's end and its new beginning is mended by running the step again, before anything is.
ALTER TABLE spend_hourly
    ADD COLUMN IF NOT EXISTS tier LowCardinality(String) AFTER status,
    ADD COLUMN IF NOT EXISTS customer UUID AFTER tier,
    ADD COLUMN IF NOT EXISTS team UUID AFTER customer,
    ADD COLUMN IF NOT EXISTS user UUID AFTER team,
    ADD COLUMN IF NOT EXISTS service UUID AFTER user,
    ADD COLUMN IF NOT EXISTS customer_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER server_name,
    ADD COLUMN IF NOT EXISTS team_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER customer_name,
    ADD COLUMN IF NOT EXISTS user_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER team_name,
    ADD COLUMN IF NOT EXISTS service_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER user_name,
    MODIFY ORDER BY (tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service);

ALTER TABLE spend_hourly_rebuild
    ADD COLUMN IF NOT EXISTS tier LowCardinality(String) AFTER status,
    ADD COLUMN IF NOT EXISTS customer UUID AFTER tier,
    ADD COLUMN IF NOT EXISTS team UUID AFTER customer,
    ADD COLUMN IF NOT EXISTS user UUID AFTER team,
    ADD COLUMN IF NOT EXISTS service UUID AFTER user,
    ADD COLUMN IF NOT EXISTS customer_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER server_name,
    ADD COLUMN IF NOT EXISTS team_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER customer_name,
    ADD COLUMN IF NOT EXISTS user_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER team_name,
    ADD COLUMN IF NOT EXISTS service_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')) AFTER user_name,
    MODIFY ORDER BY (tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service);

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
    argMaxState(ifNull(calls.environment_name, ''), started_at) AS environment_name,
    argMaxState(ifNull(calls.key_name, ''), started_at) AS key_name,
    argMaxState(ifNull(calls.server_name, ''), started_at) AS server_name,
    argMaxState(ifNull(calls.customer_name, ''), started_at) AS customer_name,
    argMaxState(ifNull(calls.team_name, ''), started_at) AS team_name,
    argMaxState(ifNull(calls.user_name, ''), started_at) AS user_name,
    argMaxState(ifNull(calls.service_name, ''), started_at) AS service_name,
    count() AS calls,
    sum(calls.cost) AS cost,
    sum(calls.request_bytes) AS request_bytes,
    sum(calls.response_bytes) AS response_bytes,
    sum(calls.gateway_micros) AS gateway_micros,
    sum(calls.upstream_micros) AS upstream_micros,
    quantilesTDigestState(0.5, 0.95)(calls.gateway_micros + calls.upstream_micros) AS latency_micros
FROM calls
GROUP BY tenant, hour, environment, key, server, tool, status, tier, customer, team, user, service;
