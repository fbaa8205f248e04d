package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param from inclusive, on an hour
 * @param to exclusive, on an hour
 */
record SpendQuery(
        List<Dimension> groupBy,
        Instant from,
        Instant to,
        @Nullable KeyId key,
        @Nullable UUID server,
        @Nullable String tool) {
    /** More rows than a person reads; a request for more is refused rather than cut. */
    static final int ROWS_MAX = 10_000;

    private static final Duration RANGE_DEFAULT = Duration.ofDays(30);
    private static final Duration RANGE_MAX = Duration.ofDays(3 * 366);
    private static final int TOOL_CHARS_MAX = 256;

    private static final String SUMS = "sum(calls) AS n_calls,"
            + " sumIf(calls, status IN ('TOOL_ERROR', 'UPSTREAM_ERROR', 'TIMEOUT')) AS n_failed,"
            + " sumIf(calls, status = 'REFUSED') AS n_refused, sum(cost) AS dollars,"
            + " sum(definition_tokens) AS n_definitions, sum(argument_tokens) AS n_arguments,"
            + " sum(result_tokens) AS n_result, sum(token_cost) AS token_dollars,"
            + " quantilesTDigestMerge(0.5, 0.95)(latency_micros) AS latencies,"
            + " toUInt64(ifNotFinite(latencies[1], 0)) AS p50, toUInt64(ifNotFinite(latencies[2], 0)) AS p95";

    SpendQuery {
        groupBy = List.copyOf(groupBy);
    }

    /**
     * Reads query parameters. Times are widened to whole hours, the roll-up's grain.
     */
    static SpendQuery of(
            @Nullable String groupBy,
            @Nullable String from,
            @Nullable String to,
            @Nullable String key,
            @Nullable String server,
            @Nullable String tool,
            Instant now) {
        @Nullable Instant wantedTo = Filter.time("to", to);
        Instant last = hourEnd(wantedTo == null ? now : wantedTo);
        @Nullable Instant wantedFrom = Filter.time("from", from);
        Instant first = wantedFrom == null ? last.minus(RANGE_DEFAULT) : wantedFrom.truncatedTo(ChronoUnit.HOURS);
        if (!first.isBefore(last)) {
            throw Refused.invalid("to", "is after from");
        }
        if (Duration.between(first, last).compareTo(RANGE_MAX) > 0) {
            throw Refused.invalid("from", "is at most " + RANGE_MAX.toDays() + " days before to");
        }
        if (tool != null && tool.length() > TOOL_CHARS_MAX) {
            throw Refused.invalid("tool", "has at most " + TOOL_CHARS_MAX + " characters");
        }
        return new SpendQuery(
                Dimension.list(groupBy),
                first,
                last,
                Filter.key("key", key),
                Filter.id("server", server),
                tool == null || tool.isEmpty() ? null : tool);
    }

    private static Instant hourEnd(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    /**
     * The total first, then a row for each group, in time if grouped by it, the dearest first within; one more than are
     * allowed. One question, because events arrive between two, and a total must be that of its rows.
     */
    Sql report(TenantId tenant) {
        if (groupBy.isEmpty()) {
            return bound("SELECT 1 AS is_total, " + SUMS + " FROM spend_hourly" + where(), tenant);
        }
        List<String> selected = new ArrayList<>();
        for (Dimension dimension : groupBy) {
            selected.add(dimension.value() + " AS " + column(dimension));
            dimension.lastName().ifPresent(name -> selected.add(name + " AS " + nameColumn(dimension)));
        }
        String groups = groupBy.stream().map(SpendQuery::column).collect(Collectors.joining(", "));
        String times = groupBy.stream()
                .filter(Dimension::isTime)
                .map(dimension -> column(dimension) + ", ")
                .collect(Collectors.joining());
        return bound(
                "SELECT " + String.join(", ", selected) + ", grouping(" + column(groupBy.getFirst()) + ") AS is_total, "
                        + SUMS + " FROM spend_hourly" + where() + " GROUP BY GROUPING SETS ((" + groups
                        + "), ()) ORDER BY is_total DESC, " + times + "dollars DESC, token_dollars DESC, n_calls DESC, "
                        + groups
                        + " LIMIT " + (ROWS_MAX + 2),
                tenant);
    }

    static String column(Dimension dimension) {
        return "group_" + dimension.field();
    }

    static String nameColumn(Dimension dimension) {
        return column(dimension) + "_name";
    }

    private String where() {
        return " WHERE tenant = {tenant:UUID} AND hour >= {from:DateTime64(6, 'UTC')} AND hour < {to:DateTime64(6, 'UTC')}"
                + (key == null ? "" : " AND key = {key:String}")
                + (server == null ? "" : " AND server = {server:UUID}")
                + (tool == null ? "" : " AND tool = {tool:String}");
    }

    private Sql bound(String text, TenantId tenant) {
        Sql sql = Sql.of(text).with("tenant", tenant.value()).with("from", from).with("to", to);
        if (key != null) {
            sql.with("key", key.value());
        }
        if (server != null) {
            sql.with("server", server);
        }
        if (tool != null) {
            sql.with("tool", tool);
        }
        return sql;
    }
}
