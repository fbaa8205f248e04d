package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.clickhouse.Schema;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Calls in ClickHouse. Its address names one server: replicas behind one name may not yet show what was just written. */
final class ClickHouseCallStore implements CallStore {
    /** Marks our inserts among the server's running queries. */
    private static final String INSERT_MARK = "tollgate-ingest";

    private final ClickHouse clickHouse;
    private final RollUp rollUp;
    private final SequenceTables sequences;
    private final InstantSource clock;

    ClickHouseCallStore(ClickHouse clickHouse, InstantSource clock) {
        this.clickHouse = clickHouse;
        this.clock = clock;
        rollUp = new RollUp(clickHouse);
        sequences = new SequenceTables(clickHouse, clock);
    }

    @Override
    public void migrate() {
        new Schema(clickHouse).migrate();
    }

    @Override
    public void endInserts() {
        clickHouse.execute(Sql.of("KILL QUERY WHERE Settings['log_comment'] = {mark:String} SYNC")
                .with("mark", INSERT_MARK));
        long running = clickHouse
                .query(
                        Sql.of("SELECT count() AS running FROM system.processes"
                                        + " WHERE Settings['log_comment'] = {mark:String}")
                                .with("mark", INSERT_MARK),
                        row -> row.number("running"))
                .getFirst();
        if (running > 0) {
            throw new IngestFailure(running + " inserts are still running");
        }
    }

    @Override
    public Positions positions(UUID log) {
        Map<Integer, Long> last = new TreeMap<>();
        Instant[] newest = {Instant.EPOCH};
        clickHouse.stream(
                Sql.of("SELECT log_partition, max(log_offset) AS last, max(started_at) AS newest FROM calls"
                                + " WHERE log_id = {log:UUID} GROUP BY log_partition")
                        .with("log", log),
                row -> {
                    last.put((int) row.number("log_partition"), row.number("last"));
                    newest[0] = row.time("newest").isAfter(newest[0]) ? row.time("newest") : newest[0];
                });
        return new Positions(log, last, newest[0]);
    }

    @Override
    public void insert(Positions before, List<CallRow> rows, String token) {
        clickHouse.insert(
                "calls",
                Map.of(
                        "insert_deduplicate", "1",
                        "insert_deduplication_token", token,
                        "deduplicate_blocks_in_dependent_materialized_views", "1",
                        "async_insert", "0",
                        "log_comment", INSERT_MARK),
                out -> CallColumns.write(out, before.log(), rows, clock.instant(), before.month()));
    }

    @Override
    public List<CallRow> missing(UUID log, List<CallRow> rows) {
        Map<Integer, List<Long>> offsets = rows.stream()
                .collect(Collectors.groupingBy(
                        CallRow::partition, Collectors.mapping(CallRow::offset, Collectors.toList())));
        Set<String> present = new HashSet<>();
        offsets.forEach((partition, wanted) -> clickHouse.stream(
                Sql.of("SELECT log_offset FROM calls WHERE log_id = {log:UUID} AND log_partition = {partition:UInt32}"
                                + " AND log_offset BETWEEN {from:UInt64} AND {to:UInt64}")
                        .with("log", log)
                        .with("partition", partition)
                        .with("from", wanted.stream().min(Long::compare).orElseThrow())
                        .with("to", wanted.stream().max(Long::compare).orElseThrow()),
                row -> present.add(partition + ":" + row.number("log_offset"))));
        return rows.stream()
                .filter(row -> !present.contains(row.partition() + ":" + row.offset()))
                .toList();
    }

    @Override
    public void reject(UUID log, List<Rejection> rejections) {
        clickHouse.insert("ingest_rejected", Map.of("async_insert", "0"), out -> {
            for (Rejection rejection : rejections) {
                out.setValue("log_id", log);
                out.setValue("log_partition", (long) rejection.partition());
                out.setValue("log_offset", rejection.offset());
                out.setValue("topic", Topics.EVENTS);
                out.setValue("reason", rejection.reason());
                out.setValue("rejected_at", clock.instant().atZone(ZoneOffset.UTC));
                out.commitRow();
            }
        });
    }

    @Override
    public Set<LocalDate> daysAmiss(LocalDate from) {
        return rollUp.daysAmiss(from);
    }

    @Override
    public void rebuild(LocalDate day) {
        rollUp.rebuild(day);
    }

    @Override
    public void progress(Instant coveredUntil, long lagRecords) {
        clickHouse.execute(Sql.of("INSERT INTO ingest_progress (topic, covered_until, lag_records, written_at)"
                        + " VALUES ({topic:String}, {covered:DateTime64(6, 'UTC')}, {lag:UInt64}, now64(3))")
                .with("topic", Topics.EVENTS)
                .with("covered", coveredUntil)
                .with("lag", lagRecords));
    }

    @Override
    public Map<Boot, Long> highest(Collection<Boot> boots) {
        return sequences.highest(boots);
    }

    @Override
    public void read(Collection<SequenceChunk> chunks, BiConsumer<SequenceChunk, Long> stored) {
        sequences.read(chunks, stored);
    }

    @Override
    public Map<Boot, Long> unexamined() {
        return sequences.unexamined();
    }

    @Override
    public Map<Boot, Long> examinedThrough(Collection<Boot> boots) {
        return sequences.examinedThrough(boots);
    }

    @Override
    public void report(List<SequenceGap> gaps, Map<Boot, Long> examinedThrough) {
        sequences.report(gaps, examinedThrough);
    }

    static Map<Boot, Long> byBoot(List<Map.Entry<Boot, Long>> entries) {
        Map<Boot, Long> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    static Map.Entry<Boot, Long> entry(Row row) {
        return Map.entry(new Boot(new GatewayId(row.text("gateway")), row.uuid("boot")), row.number("sequence"));
    }
}
