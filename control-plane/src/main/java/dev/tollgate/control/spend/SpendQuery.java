package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a report is asked for. */
record SpendQuery(List<Dimension> groupBy, ReportTime time, SpendFilter filter) {
    /** More rows than a person reads; a request for more is refused rather than cut. */
    static final int ROWS_MAX = 10_000;

    /** The days of three years, or the hours of seven weeks: of each a whole hour of single calls is read. */
    static final int PARTED_HOURS_MAX = 1_200;

    private static final String SUMS = "sum(calls) AS n_calls,"
            + " sumIf(calls, status IN ('TOOL_ERROR', 'UPSTREAM_ERROR', 'TIMEOUT')) AS n_failed,"
            + " sumIf(calls, status = 'REFUSED') AS n_refused, sum(cost) AS dollars,"
            + " sum(definition_tokens) AS n_definitions, sum(argument_tokens) AS n_arguments,"
            + " sum(result_tokens) AS n_result, sum(token_cost) AS token_dollars,"
            + " quantilesTDigestMerge(0.5, 0.95)(latency_micros) AS latencies,"
            + " toUInt64(ifNotFinite(latencies[1], 0)) AS p50, toUInt64(ifNotFinite(latencies[2], 0)) AS p95";

    SpendQuery {
        groupBy = List.copyOf(groupBy);
        int hours = time.starts(WindowLength.HOUR).size();
        if (groupBy.contains(Dimension.HOUR) && hours > ROWS_MAX) {
            throw Refused.invalid("from", "is at most " + ROWS_MAX + " hours before to where groups are hours");
        }
    }

    /**
     * The total first, then a row for each group, in time if grouped by it, the dearest first within; one more than are
     * allowed. One question, because events arrive between two, and a total must be that of its rows.
     *
     * @param callsSince since when single calls are kept; refused if some of before are needed
     */
    Sql report(TenantId tenant, Instant callsSince) {
        SortedSet<Long> parted = partedHours(callsSince);
        String from =
                " FROM " + (parted.isEmpty() ? SpendSource.hours() : SpendSource.hoursAndCalls()) + filter.where();
        Sql sql = Sql.of(groupBy.isEmpty() ? "SELECT 1 AS is_total, " + SUMS + from : groups(from))
                .with("tenant", tenant.value())
                .with("from", time.from())
                .with("to", time.to());
        filter.bind(sql);
        periods().forEach(period -> sql.withNumbers(Dimension.startsOf(period), seconds(time.starts(period))));
        if (!parted.isEmpty()) {
            sql.withNumbers("parted", parted).withNumbers("parts", parts());
        }
        return sql;
    }

    private String groups(String from) {
        List<String> selected = new ArrayList<>();
        for (Dimension dimension : groupBy) {
            selected.add(dimension.value() + " AS " + column(dimension));
            dimension.lastName().ifPresent(name -> selected.add(name + " AS " + nameColumn(dimension)));
        }
        String groups = groupBy.stream().map(SpendQuery::column).collect(Collectors.joining(", "));
        String times = groupBy.stream()
                .filter(dimension -> dimension.period().isPresent())
                .map(dimension -> column(dimension) + ", ")
                .collect(Collectors.joining());
        return "SELECT " + String.join(", ", selected) + ", grouping(" + column(groupBy.getFirst()) + ") AS is_total, "
                + SUMS + from + " GROUP BY GROUPING SETS ((" + groups + "), ()) ORDER BY is_total DESC, " + times
                + "dollars DESC, token_dollars DESC, n_calls DESC, " + groups + " LIMIT " + (ROWS_MAX + 2);
    }

    private SortedSet<Long> partedHours(Instant callsSince) {
        SortedSet<Long> parted = time.partedHours(periods().stream());
        if (parted.size() > PARTED_HOURS_MAX) {
            throw Refused.invalid(
                    "from",
                    "is at most " + PARTED_HOURS_MAX + " hours before to where groups are hours of "
                            + time.calendar().zone() + ", which begin within an hour of UTC: narrow from and to, or ask"
                            + " for zone=UTC");
        }
        if (!parted.isEmpty() && parted.first() < callsSince.getEpochSecond()) {
            throw Refused.invalid(
                    "from",
                    "is not before " + callsSince + " in " + time.calendar().zone()
                            + ", whose days begin within an hour of"
                            + " UTC: such hours are read from single calls, which are kept since then. Begin later, or"
                            + " ask for zone=UTC");
        }
        return parted;
    }

    private List<WindowLength> periods() {
        return groupBy.stream().map(Dimension::period).flatMap(Optional::stream).toList();
    }

    /** Where any group begins: calls of one part are in the same group, whichever they are grouped by. */
    private Collection<Long> parts() {
        Set<Long> parts = new TreeSet<>();
        parts.add(time.from().getEpochSecond());
        periods().forEach(period -> parts.addAll(seconds(time.starts(period))));
        return parts;
    }

    private static List<Long> seconds(List<Instant> times) {
        return times.stream().map(Instant::getEpochSecond).toList();
    }

    static String column(Dimension dimension) {
        return "group_" + dimension.field();
    }

    static String nameColumn(Dimension dimension) {
        return column(dimension) + "_name";
    }
}
