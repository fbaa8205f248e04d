package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.function.Function;

/** The groups of a report with their totals. */
final class SpendTable extends Grid<SpendRow> {
    private final Grid.Column<SpendRow> group;
    private final Grid.Column<SpendRow> calls;
    private final Grid.Column<SpendRow> failed;
    private final Grid.Column<SpendRow> refused;
    private final Grid.Column<SpendRow> cost;
    private Function<SpendRow, String> label = row -> "";

    SpendTable(String id) {
        setId(id);
        addClassName("spend-table");
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        group = addColumn(row -> label.apply(row)).setHeader("").setFlexGrow(3);
        calls = number("Calls", row -> Texts.count(row.calls()));
        failed = number("Failed", row -> Texts.count(row.failedCalls()));
        refused = number("Refused", row -> Texts.count(row.refusedCalls()));
        number("Median time", row -> Texts.micros(row.p50Micros()));
        number("95 % within", row -> Texts.micros(row.p95Micros()));
        cost = number("Cost", row -> Texts.money(row.cost()));
    }

    private Grid.Column<SpendRow> number(String header, Function<SpendRow, String> value) {
        return addColumn(value::apply).setHeader(header).setTextAlign(ColumnTextAlign.END);
    }

    void show(SpendReport report, List<SpendRow> rows, Grouping grouping, Function<SpendRow, String> rowLabel) {
        label = rowLabel;
        group.setHeader(grouping.label());
        setItems(rows);
        group.setFooter("Total");
        calls.setFooter(Texts.count(report.total().calls()));
        failed.setFooter(Texts.count(report.total().failedCalls()));
        refused.setFooter(Texts.count(report.total().refusedCalls()));
        Span total = new Span(Texts.money(report.total().cost()));
        total.setId(SpendView.TOTAL_ROW);
        cost.setFooter(total);
    }
}
