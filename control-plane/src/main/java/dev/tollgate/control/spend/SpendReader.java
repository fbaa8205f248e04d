package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.ingest.IngestLag;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports from the hourly roll-up in ClickHouse. */
@ApplicationScoped
class SpendReader {
    /** The total of no rows. */
    private static final SpendRow NOTHING =
            new SpendRow(Map.of(), 0, 0, 0, Money.ZERO, SpendTokens.NONE, Money.ZERO, 0, 0);

    private final ClickHouse clickHouse;
    private final IngestLag lag;

    SpendReader(ClickHouse clickHouse, IngestLag lag) {
        this.clickHouse = clickHouse;
        this.lag = lag;
    }

    /** Refused if it would have more rows than {@link SpendQuery#ROWS_MAX}. */
    SpendReport report(TenantId tenant, SpendQuery query) {
        SpendRow total = NOTHING;
        List<SpendRow> rows = new ArrayList<>();
        for (Line line : clickHouse.query(query.report(tenant), row -> line(row, query.groupBy()))) {
            if (line.total()) {
                total = line.row();
            } else {
                rows.add(line.row());
            }
        }
        if (rows.size() > SpendQuery.ROWS_MAX) {
            throw Refused.invalid(
                    "group_by",
                    "makes more than " + SpendQuery.ROWS_MAX + " rows: narrow from and to, filter, or group by less");
        }
        List<String> dimensions = query.groupBy().stream().map(Dimension::field).toList();
        @Nullable Long lagSeconds = lag.current().map(Duration::toSeconds).orElse(null);
        return new SpendReport(query.from(), query.to(), dimensions, rows, total, lagSeconds);
    }

    private record Line(boolean total, SpendRow row) {}

    private static Line line(Row row, List<Dimension> groupBy) {
        boolean total = row.number("is_total") == 1;
        return new Line(total, row(row, total ? List.of() : groupBy));
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
                new SpendTokens(row.number("n_definitions"), row.number("n_arguments"), row.number("n_result")),
                row.money("token_dollars"),
                row.number("p50"),
                row.number("p95"));
    }
}
