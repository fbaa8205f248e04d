package dev.tollgate.control.limit;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What the calls that were stored say is used of a limit in the window that is now. */
@ApplicationScoped
class WindowSpend {
    private final ClickHouse clickHouse;
    private final LimitedCalls calls;

    WindowSpend(ClickHouse clickHouse, LimitedCalls calls) {
        this.clickHouse = clickHouse;
        this.calls = calls;
    }

    /**
     * @param amount in the limit's unit
     * @param resetsAt when the window ends, or the first call of a rolling one leaves it
     */
    record Spent(long amount, Instant resetsAt) {}

    Spent of(QuotaLimit limit, Instant now) {
        Predicate<LimitedCalls.OfTool> counts = calls.counting(limit.subject());
        Period period = period(limit.window(), now);
        List<Line> lines = clickHouse.query(calls.query(limit, period), row -> line(row, limit.unit())).stream()
                .filter(line -> counts.test(line.tool()))
                .toList();
        long amount = lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact);
        Instant resetsAt = switch (limit.window()) {
            case QuotaWindow.Calendar _, QuotaWindow.Running _ -> period.end();
            case QuotaWindow.Rolling rolling ->
                lines.stream()
                        .map(Line::first)
                        .min(Instant::compareTo)
                        .map(first -> first.plus(rolling.length().rolling()))
                        .orElse(now);
        };
        return new Spent(amount, resetsAt);
    }

    private static Period period(QuotaWindow window, Instant now) {
        return switch (window) {
            case QuotaWindow.Calendar calendar -> calendar.periodAt(now);
            case QuotaWindow.Running _ -> throw new IllegalStateException("calls that were stored run no more");
            case QuotaWindow.Rolling rolling ->
                new Period(now.minus(rolling.length().rolling()), now.plusMillis(1));
        };
    }

    private record Line(LimitedCalls.OfTool tool, long amount, Instant first) {}

    private static Line line(Row row, QuotaUnit unit) {
        long amount = switch (unit) {
            case CALLS -> row.number("n");
            case NANO_DOLLARS -> row.money("dollars").nanos();
            case TOKENS -> row.number("tokens");
            case CONCURRENT -> throw new IllegalStateException("calls that were stored run no more");
        };
        return new Line(
                new LimitedCalls.OfTool(row.uuid("of_server"), row.text("of_tool")), amount, row.time("first_at"));
    }
}
