package dev.tollgate.control.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables to what this release expects, one small step after another. Each statement can be run twice, so that
 * a step that broke off is run again; only one process at a time may do it.
 */
public final class Schema {
    private static final List<String> STEPS = List.of(
            "1-calls",
            "2-spend",
            "3-ingest",
            "4-attempts",
            "5-subjects",
            "6-prices",
            "7-tokens",
            "8-tiers",
            "9-scripts",
            "10-tiers-of-units");

    private final ClickHouse clickHouse;
    private final List<String> steps;

    public Schema(ClickHouse clickHouse) {
        this(clickHouse, STEPS);
    }

    private Schema(ClickHouse clickHouse, List<String> steps) {
        this.clickHouse = clickHouse;
        this.steps = steps;
    }

    /** As a release had it that knew fewer steps. */
    static Schema upTo(String step, ClickHouse clickHouse) {
        return new Schema(clickHouse, STEPS.subList(0, STEPS.indexOf(step) + 1));
    }

    public void migrate() {
        run("""
                CREATE TABLE IF NOT EXISTS schema_migration
                (
                    step       String,
                    hash       String,
                    applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
                )
                ENGINE = ${replicated}MergeTree
                ORDER BY step""");
        Map<String, String> applied = clickHouse
                .query(
                        Sql.of("SELECT step, any(hash) AS hash FROM schema_migration GROUP BY step"),
                        row -> Map.entry(row.text("step"), row.text("hash")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (String step : steps) {
            apply(step, applied.get(step));
        }
        keepFor("calls", "started_at", clickHouse.settings().callsDays());
        keepFor("spend_hourly", "hour", clickHouse.settings().spendDays());
    }

    private void apply(String step, @Nullable String appliedHash) {
        String text = read(step);
        String hash = hash(text);
        if (appliedHash == null) {
            statements(text).forEach(this::run);
            clickHouse.execute(Sql.of("INSERT INTO schema_migration (step, hash) VALUES ({step:String}, {hash:String})")
                    .with("step", step)
                    .with("hash", hash));
        } else if (!appliedHash.equals(hash)) {
            throw new IllegalStateException(
                    "migration " + step + " was applied with another text than this release has");
        }
    }

    /** The time that rows are kept is a setting, so it is no step. Parts that are there already follow when they merge. */
    private void keepFor(String table, String column, int days) {
        boolean asSet = !clickHouse
                .query(
                        Sql.of(
                                        "SELECT 1 AS one FROM system.tables WHERE database = currentDatabase() AND name = {name:String}"
                                                + " AND position(engine_full, {interval:String}) > 0")
                                .with("name", table)
                                .with("interval", "toIntervalDay(" + days + ")"),
                        row -> row.number("one"))
                .isEmpty();
        if (!asSet) {
            clickHouse.execute(Sql.of("ALTER TABLE " + table + " MODIFY TTL toDateTime(" + column + ") + toIntervalDay("
                            + days + ")")
                    .setting("materialize_ttl_after_modify", "0"));
        }
    }

    private void run(String statement) {
        String engine = clickHouse.settings().replicated() ? "Replicated" : "";
        clickHouse.execute(Sql.of(statement.replace("${replicated}", engine)));
    }

    /** Splits at semicolons, which stand in no literal here, and leaves out comments. */
    static List<String> statements(String text) {
        String plain =
                text.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
        return List.of(plain.split(";")).stream()
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String read(String step) {
        try (InputStream in = Schema.class.getResourceAsStream(step + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("migration " + step + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
