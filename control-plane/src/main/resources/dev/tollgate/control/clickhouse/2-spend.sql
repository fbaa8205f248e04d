-- Calls and cost by hour. Absent dimensions are '' or the zero UUID. A tool's name counts only where it was resolved to a
-- server: a name that was merely asked for is the caller's own text, and would make groups without end.
CREATE TABLE IF NOT EXISTS spend_hourly
(
    tenant           UUID,
    hour             DateTime('UTC'),
    environment      UUID,
    key              LowCardinality(String),
    server           UUID,
    tool             LowCardinality(String),
    status           LowCardinality(String),
    environment_name AggregateFunction(argMax, String, DateTime64(6, 'UTC')),
    key_name         AggregateFunction(argMax, String, DateTime64(6, 'UTC')),
    server_name      AggregateFunction(argMax, String, DateTime64(6, 'UTC')),
    calls            SimpleAggregateFunction(sum, UInt64),
    cost             SimpleAggregateFunction(sum, Decimal(38, 9)),
    request_bytes    SimpleAggregateFunction(sum, UInt64),
    response_bytes   SimpleAggregateFunction(sum, UInt64),
    gateway_micros   SimpleAggregateFunction(sum, UInt64),
    upstream_micros  SimpleAggregateFunction(sum, UInt64),
    latency_micros   AggregateFunction(quantilesTDigest(0.5, 0.95), UInt64)
)
ENGINE = ${replicated}AggregatingMergeTree
-- By day, because a day is what is rebuilt and replaced at once.
PARTITION BY toDate(hour)
ORDER BY (tenant, hour, environment, key, server, tool, status)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS spend_hourly_rebuild AS spend_hourly;

-- A day is made anew by this view's own SELECT, read from the server's catalogue.
CREATE MATERIALIZED VIEW IF NOT EXISTS spend_hourly_mv TO spend_hourly AS
SELECT
    tenant,
    toStartOfHour(toDateTime(started_at, 'UTC')) AS hour,
    ifNull(calls.environment, toUUID('00000000-0000-0000-0000-000000000000')) AS environment,
    ifNull(calls.key, '') AS key,
    ifNull(calls.server, toUUID('00000000-0000-0000-0000-000000000000')) AS server,
    if(isNull(calls.server), '', ifNull(calls.tool_name, '')) AS tool,
    status,
    argMaxState(ifNull(calls.environment_name, ''), started_at) AS environment_name,
    argMaxState(ifNull(calls.key_name, ''), started_at) AS key_name,
    argMaxState(ifNull(calls.server_name, ''), started_at) AS server_name,
    count() AS calls,
    sum(calls.cost) AS cost,
    sum(calls.request_bytes) AS request_bytes,
    sum(calls.response_bytes) AS response_bytes,
    sum(calls.gateway_micros) AS gateway_micros,
    sum(calls.upstream_micros) AS upstream_micros,
    quantilesTDigestState(0.5, 0.95)(calls.gateway_micros + calls.upstream_micros) AS latency_micros
FROM calls
GROUP BY tenant, hour, environment, key, server, tool, status;
