-- Records of the log that are no event; read again after a crash, hence replacing.
CREATE TABLE IF NOT EXISTS ingest_rejected
(
    log_id        UUID,
    log_partition UInt32,
    log_offset    UInt64,
    topic         LowCardinality(String),
    reason        String,
    rejected_at   DateTime64(3, 'UTC')
)
ENGINE = ${replicated}ReplacingMergeTree(rejected_at)
ORDER BY (log_id, log_partition, log_offset)
TTL toDateTime(rejected_at) + INTERVAL 90 DAY;

-- Sequence numbers that were passed over when everything then in the log had been read. They may still come, from a
-- gateway's spool: how many have is counted when asked.
CREATE TABLE IF NOT EXISTS sequence_gap
(
    gateway       LowCardinality(String),
    boot          UUID,
    first_missing UInt64,
    last_missing  UInt64,
    noticed_at    DateTime64(3, 'UTC')
)
ENGINE = ${replicated}ReplacingMergeTree(noticed_at)
ORDER BY (gateway, boot, first_missing, last_missing)
TTL toDateTime(noticed_at) + INTERVAL 90 DAY;

-- Up to which sequence number a boot's were examined for gaps.
CREATE TABLE IF NOT EXISTS sequence_examined
(
    gateway  LowCardinality(String),
    boot     UUID,
    through  UInt64,
    at       DateTime64(3, 'UTC')
)
ENGINE = ${replicated}ReplacingMergeTree(at)
ORDER BY (gateway, boot);

-- How far ingest has come: every event that was in the log at covered_until is in calls. One row per topic.
CREATE TABLE IF NOT EXISTS ingest_progress
(
    topic         LowCardinality(String),
    covered_until DateTime64(3, 'UTC'),
    lag_records   UInt64,
    written_at    DateTime64(3, 'UTC')
)
ENGINE = ${replicated}ReplacingMergeTree(written_at)
ORDER BY topic;
