package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports from the hourly roll-up in ClickHouse. */
@ApplicationScoped
class SpendReader {
    private final ClickHouse clickHouse;

    SpendReader(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Refused if it would have more rows than {@link SpendQuery#ROWS_MAX}. */
    SpendReport report(TenantId tenant, SpendQuery query) {
        List<SpendRow> rows = query.groupBy().isEmpty()
                ? List.of()
                : clickHouse.query(query.groups(tenant), row -> row(row, query.groupBy()));
        if (rows.size() > SpendQuery.ROWS_MAX) {
            throw Refused.invalid(
                    "group_by",
                    "makes more than " + SpendQuery.ROWS_MAX + " rows: narrow from and to, filter, or group by less");
        }
        SpendRow total = clickHouse
                .query(query.total(tenant), row -> row(row, List.of()))
                .getFirst();
        List<String> dimensions = query.groupBy().stream().map(Dimension::field).toList();
        return new SpendReport(query.from(), query.to(), dimensions, rows, total, lagSeconds());
    }

    private @Nullable Long lagSeconds() {
        Sql sql = Sql.of("SELECT covered_until FROM ingest_progress FINAL WHERE topic = {topic:String}")
                .with("topic", Topics.EVENTS);
        return clickHouse.query(sql, row -> row.time("covered_until")).stream()
                .map(covered ->
                        Math.max(0, Duration.between(covered, Instant.now()).toSeconds()))
                .findFirst()
                .orElse(null);
    }

    private static SpendRow row(Row row, List<Dimension> groupBy) {
        Map<String, String> group = new LinkedHashMap<>();
        for (Dimension dimension : groupBy) {
            group.put(dimension.field(), row.text(SpendQuery.column(dimension)));
            if (dimension.lastName().isPresent()) {
                group.put(dimension.field() + "Name", row.text(SpendQuery.nameColumn(dimension)));
            }
        }
        return new SpendRow(
                group,
                row.number("n_calls"),
                row.number("n_failed"),
                row.number("n_refused"),
                row.money("dollars"),
                row.number("p50"),
                row.number("p95"));
    }
}
