package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.ingest.IngestLag;
import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports from the hourly roll-up in ClickHouse, and from single calls where hours are parted. */
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
        Instant callsSince = Instant.now()
                .minus(clickHouse.settings().callsDays(), ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS);
        for (Line line : clickHouse.query(query.report(tenant, callsSince), row -> line(row, query))) {
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
        ReportTime time = query.time();
        TenantCalendar calendar = time.calendar();
        return new SpendReport(
                time.from(),
                time.to(),
                calendar.zone().getId(),
                calendar.weekStart(),
                dimensions,
                rows,
                total,
                lagSeconds);
    }

    private record Line(boolean total, SpendRow row) {}

    private static Line line(Row row, SpendQuery query) {
        boolean total = row.number("is_total") == 1;
        return new Line(total, row(row, total ? Map.of() : group(row, query)));
    }

    private static Map<String, String> group(Row row, SpendQuery query) {
        Map<String, String> group = new LinkedHashMap<>();
        for (Dimension dimension : query.groupBy()) {
            String column = SpendQuery.column(dimension);
            group.put(
                    dimension.field(),
                    dimension
                            .period()
                            .map(period -> query.time().name(period, row.number(column)))
                            .orElseGet(() -> row.text(column)));
            if (dimension.lastName().isPresent()) {
                group.put(dimension.field() + "Name", row.text(SpendQuery.nameColumn(dimension)));
            }
        }
        return group;
    }

    private static SpendRow row(Row row, Map<String, String> group) {
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
