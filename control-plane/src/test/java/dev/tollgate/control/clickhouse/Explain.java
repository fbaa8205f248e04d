package dev.tollgate.control.clickhouse;

import java.util.List;

/** What ClickHouse would do for a question, as it tells it. */
public final class Explain {
    private Explain() {}

    /** How many marks, of 8192 rows or fewer each, it would read. */
    public static long marks(ClickHouse clickHouse, Sql question) {
        Sql estimate = Sql.of("EXPLAIN ESTIMATE " + question.text());
        question.parameters().forEach((name, value) -> estimate.with(name, String.valueOf(value)));
        List<Long> marks = clickHouse.query(estimate, row -> row.number("marks"));
        return marks.stream().mapToLong(Long::longValue).sum();
    }
}
