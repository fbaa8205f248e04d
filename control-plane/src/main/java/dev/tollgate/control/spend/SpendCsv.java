package dev.tollgate.control.spend;

import dev.tollgate.control.web.Csv;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A report as CSV. */
final class SpendCsv {
    private static final List<String> FIGURES = List.of(
            "calls",
            "failed_calls",
            "refused_calls",
            "cost",
            "definition_tokens",
            "argument_tokens",
            "result_tokens",
            "token_cost",
            "p50_micros",
            "p95_micros");

    private SpendCsv() {}

    static String of(SpendReport report) {
        Set<String> groups = new LinkedHashSet<>(report.groupBy());
        report.rows().stream()
                .findFirst()
                .ifPresent(row -> groups.addAll(row.group().keySet()));
        List<String> header = new ArrayList<>(groups);
        header.add("zone");
        header.addAll(FIGURES);
        StringBuilder csv = new StringBuilder(Csv.line(header));
        List<SpendRow> rows = report.groupBy().isEmpty() ? List.of(report.total()) : report.rows();
        for (SpendRow row : rows) {
            csv.append(Csv.line(cells(row, groups, report.zone())));
        }
        return csv.toString();
    }

    private static List<String> cells(SpendRow row, Set<String> groups, String zone) {
        List<String> cells = new ArrayList<>();
        groups.forEach(group -> cells.add(row.group().getOrDefault(group, "")));
        cells.add(zone);
        cells.add(Long.toString(row.calls()));
        cells.add(Long.toString(row.failedCalls()));
        cells.add(Long.toString(row.refusedCalls()));
        cells.add(row.cost().dollars());
        cells.add(Long.toString(row.tokens().definitions()));
        cells.add(Long.toString(row.tokens().arguments()));
        cells.add(Long.toString(row.tokens().result()));
        cells.add(row.tokenCost().dollars());
        cells.add(Long.toString(row.p50Micros()));
        cells.add(Long.toString(row.p95Micros()));
        return cells;
    }
}
