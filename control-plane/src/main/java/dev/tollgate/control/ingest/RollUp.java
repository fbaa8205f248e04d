package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Sql;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Keeps the hourly roll-up equal to the calls that it sums up: a kill of the server may part the two. */
final class RollUp {
    private final ClickHouse clickHouse;

    RollUp(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** A materialized view's block becomes a part of the roll-up whole or not at all, so sums by day tell. */
    Set<LocalDate> daysAmiss(LocalDate from) {
        return new HashSet<>(clickHouse.query(Sql.of("""
                        SELECT day FROM
                        (
                            SELECT toDate(started_at) AS day, toInt64(count()) AS calls, sum(cost) AS dollars,
                                toInt64(sum(request_bytes + response_bytes)) AS bytes,
                                toInt64(sum(definition_tokens)) AS definitions,
                                toInt64(sum(argument_tokens)) AS arguments, toInt64(sum(result_tokens)) AS result,
                                sum(token_cost) AS token_dollars
                            FROM calls WHERE started_at >= toDateTime64({from:Date}, 6, 'UTC') GROUP BY day
                            UNION ALL
                            SELECT toDate(hour) AS day, -toInt64(sum(calls)) AS calls, -sum(cost) AS dollars,
                                -toInt64(sum(request_bytes + response_bytes)) AS bytes,
                                -toInt64(sum(definition_tokens)) AS definitions,
                                -toInt64(sum(argument_tokens)) AS arguments, -toInt64(sum(result_tokens)) AS result,
                                -sum(token_cost) AS token_dollars
                            FROM spend_hourly WHERE hour >= toDateTime({from:Date}, 'UTC') GROUP BY day
                        )
                        GROUP BY day HAVING sum(calls) != 0 OR sum(dollars) != 0 OR sum(bytes) != 0
                            OR sum(definitions) != 0 OR sum(arguments) != 0 OR sum(result) != 0
                            OR sum(token_dollars) != 0""").with("from", from.toString()), row -> row.date("day")));
    }

    /** Each step can be broken off: what stands in the staging table is of no account. */
    void rebuild(LocalDate day) {
        drop("spend_hourly_rebuild", day);
        clickHouse.execute(Sql.of("INSERT INTO spend_hourly_rebuild " + select())
                .setting("additional_table_filters", "{'calls': 'toDate(started_at) = \\'" + day + "\\''}")
                .setting("insert_deduplicate", "0"));
        if (holds("spend_hourly_rebuild", day)) {
            clickHouse.execute(
                    Sql.of("ALTER TABLE spend_hourly REPLACE PARTITION '" + day + "' FROM spend_hourly_rebuild"));
            drop("spend_hourly_rebuild", day);
        } else {
            drop("spend_hourly", day);
        }
    }

    /** The view's own, so that what is made anew can't differ from what is added to. */
    private String select() {
        return clickHouse
                .query(
                        Sql.of("SELECT as_select FROM system.tables WHERE database = currentDatabase()"
                                + " AND name = 'spend_hourly_mv'"),
                        row -> row.text("as_select"))
                .getFirst();
    }

    private boolean holds(String table, LocalDate day) {
        return clickHouse
                        .query(
                                Sql.of("SELECT count() AS rows FROM " + table + " WHERE toDate(hour) = {day:Date}")
                                        .with("day", day.toString()),
                                row -> row.number("rows"))
                        .getFirst()
                > 0;
    }

    private void drop(String table, LocalDate day) {
        clickHouse.execute(Sql.of("ALTER TABLE " + table + " DROP PARTITION '" + day + "'"));
    }
}
