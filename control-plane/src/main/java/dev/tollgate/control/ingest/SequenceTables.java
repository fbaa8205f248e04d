package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Sequence numbers in ClickHouse: those of stored calls, and what was found out about them. */
final class SequenceTables implements StoredSequences, GapLedger {
    private final ClickHouse clickHouse;
    private final InstantSource clock;

    SequenceTables(ClickHouse clickHouse, InstantSource clock) {
        this.clickHouse = clickHouse;
        this.clock = clock;
    }

    @Override
    public Map<Boot, Long> highest(Collection<Boot> boots) {
        return ClickHouseCallStore.byBoot(clickHouse.query(
                Sql.of("SELECT gateway, boot, max(sequence) AS sequence FROM calls"
                                + " WHERE boot IN {boots:Array(UUID)} GROUP BY gateway, boot")
                        .withUuids("boots", ids(boots)),
                ClickHouseCallStore::entry));
    }

    /** One query a boot: chunks of one boot lie together. */
    @Override
    public void read(Collection<SequenceChunk> chunks, BiConsumer<SequenceChunk, Long> stored) {
        Map<Boot, List<SequenceChunk>> byBoot = chunks.stream().collect(Collectors.groupingBy(SequenceChunk::boot));
        byBoot.forEach((boot, wanted) -> {
            Set<Long> indexes = wanted.stream().map(SequenceChunk::index).collect(Collectors.toSet());
            clickHouse.stream(
                    Sql.of("SELECT sequence FROM calls WHERE boot = {boot:UUID} AND gateway = {gateway:String}"
                                    + " AND sequence BETWEEN {from:UInt64} AND {to:UInt64}"
                                    + " AND intDiv(sequence - 1, " + SequenceChunk.SIZE
                                    + ") IN {chunks:Array(UInt64)}")
                            .with("boot", boot.id())
                            .with("gateway", boot.gateway().value())
                            .with(
                                    "from",
                                    wanted.stream()
                                            .mapToLong(SequenceChunk::first)
                                            .min()
                                            .orElseThrow())
                            .with(
                                    "to",
                                    wanted.stream()
                                                    .mapToLong(SequenceChunk::first)
                                                    .max()
                                                    .orElseThrow()
                                            + SequenceChunk.SIZE)
                            .withNumbers("chunks", indexes),
                    row -> stored.accept(SequenceChunk.of(boot, row.number("sequence")), row.number("sequence")));
        });
    }

    @Override
    public Map<Boot, Long> unexamined() {
        return ClickHouseCallStore.byBoot(clickHouse.query(Sql.of("""
                        SELECT gateway, boot, max(highest) AS sequence FROM
                        (
                            SELECT gateway, boot, max(sequence) AS highest, 0 AS through FROM calls GROUP BY gateway, boot
                            UNION ALL
                            SELECT gateway, boot, 0 AS highest, max(through) AS through FROM sequence_examined
                            GROUP BY gateway, boot
                        )
                        GROUP BY gateway, boot HAVING max(highest) > max(through)"""), ClickHouseCallStore::entry));
    }

    @Override
    public Map<Boot, Long> examinedThrough(Collection<Boot> boots) {
        return ClickHouseCallStore.byBoot(clickHouse.query(
                Sql.of("SELECT gateway, boot, max(through) AS sequence FROM sequence_examined"
                                + " WHERE boot IN {boots:Array(UUID)} GROUP BY gateway, boot")
                        .withUuids("boots", ids(boots)),
                ClickHouseCallStore::entry));
    }

    @Override
    public void report(List<SequenceGap> gaps, Map<Boot, Long> examinedThrough) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        if (!gaps.isEmpty()) {
            clickHouse.insert("sequence_gap", Map.of("async_insert", "0"), out -> {
                for (SequenceGap gap : gaps) {
                    out.setValue("gateway", gap.boot().gateway().value());
                    out.setValue("boot", gap.boot().id());
                    out.setValue("first_missing", gap.first());
                    out.setValue("last_missing", gap.last());
                    out.setValue("noticed_at", now);
                    out.commitRow();
                }
            });
        }
        clickHouse.insert("sequence_examined", Map.of("async_insert", "0"), out -> {
            for (var entry : new HashMap<>(examinedThrough).entrySet()) {
                out.setValue("gateway", entry.getKey().gateway().value());
                out.setValue("boot", entry.getKey().id());
                out.setValue("through", entry.getValue());
                out.setValue("at", now);
                out.commitRow();
            }
        });
    }

    private static List<UUID> ids(Collection<Boot> boots) {
        return boots.stream().map(Boot::id).distinct().toList();
    }
}
