-- One row per attempt to use Tollgate, exactly once. Its log position says which record it came from; gateway, boot and
-- sequence say which event it is.
CREATE TABLE IF NOT EXISTS calls
(
    tenant            UUID,
    started_at        DateTime64(6, 'UTC') CODEC (Delta(8), ZSTD(1)),
    call_id           UUID,
    gateway           LowCardinality(String),
    boot              UUID,
    sequence          UInt64 CODEC (Delta(8), ZSTD(1)),
    region            LowCardinality(String),
    environment       Nullable(UUID),
    environment_name  LowCardinality(Nullable(String)),
    key               LowCardinality(Nullable(String)),
    key_name          LowCardinality(Nullable(String)),
    agent_name        LowCardinality(Nullable(String)),
    agent_version     LowCardinality(Nullable(String)),
    protocol_version  LowCardinality(Nullable(String)),
    method            LowCardinality(String),
    trace_id          Nullable(String),
    parent_request    Nullable(String),
    server            Nullable(UUID),
    server_name       LowCardinality(Nullable(String)),
    tool_name         LowCardinality(Nullable(String)),
    definition_hash   LowCardinality(Nullable(String)),
    request_bytes     UInt64,
    response_bytes    UInt64,
    cost              Decimal(18, 9),
    gateway_micros    UInt64,
    upstream_micros   UInt64,
    status            LowCardinality(String),
    reason            LowCardinality(Nullable(String)),
    snapshot_revision UInt64,
    log_id            UUID,
    log_partition     UInt32,
    log_offset        UInt64 CODEC (Delta(8), ZSTD(1)),
    ingested_at       DateTime64(6, 'UTC') CODEC (Delta(8), ZSTD(1)),
    filed_under       Date,
    INDEX starts started_at TYPE minmax GRANULARITY 1,
    INDEX log_offsets log_offset TYPE minmax GRANULARITY 1,
    INDEX boots boot TYPE bloom_filter(0.001) GRANULARITY 1,
    INDEX sequences sequence TYPE minmax GRANULARITY 1,
    -- Written with its part, so it can't differ from the rows: where ingest resumes, without a scan.
    PROJECTION positions (SELECT log_id, log_partition, max(log_offset), max(started_at) GROUP BY log_id, log_partition),
    PROJECTION highest (SELECT gateway, boot, max(sequence) GROUP BY gateway, boot)
)
ENGINE = ${replicated}MergeTree
-- About the month of its start, and the same for all rows of an insert: an insert makes one part, or none.
PARTITION BY toYYYYMM(filed_under)
ORDER BY (tenant, started_at, call_id)
-- An insert that arrives late, after another was made in its place, carries the same token and is dropped.
SETTINGS non_replicated_deduplication_window = 1000;
