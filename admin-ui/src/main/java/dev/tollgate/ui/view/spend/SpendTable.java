package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The groups of a report with their totals. Tokens have columns where some were counted. */
final class SpendTable extends Grid<SpendRow> {
    private final Grid.Column<SpendRow> group;
    private final Grid.Column<SpendRow> calls;
    private final Grid.Column<SpendRow> failed;
    private final Grid.Column<SpendRow> refused;
    private final Grid.Column<SpendRow> cost;
    private final Grid.Column<SpendRow> tokens;
    private final Grid.Column<SpendRow> tokenCost;
    private Function<SpendRow, String> label = row -> "";

    SpendTable(String id) {
        setId(id);
        addClassName("spend-table");
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        group = addColumn(row -> label.apply(row)).setHeader("").setFlexGrow(3);
        calls = number("Calls", SpendRow::calls, Texts::count);
        failed = number("Failed", SpendRow::failedCalls, Texts::count);
        refused = number("Refused", SpendRow::refusedCalls, Texts::count);
        number("Median time", SpendRow::p50Micros, Texts::micros);
        number("95 % within", SpendRow::p95Micros, Texts::micros);
        cost = number("Cost", SpendRow::cost, Money::words);
        tokens = number("Tokens", row -> row.tokens().all(), Texts::count);
        tokens.setTooltipGenerator(row -> words(row.tokens()));
        tokenCost = number("Token cost", SpendRow::tokenCost, Money::words);
    }

    private <V extends Comparable<? super V>> Grid.Column<SpendRow> number(
            String header, Function<SpendRow, V> value, Function<V, String> text) {
        return addColumn(row -> text.apply(value.apply(row)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setComparator(Comparator.comparing(value));
    }

    private static String words(SpendTokens tokens) {
        return Texts.count(tokens.definitions()) + " of definitions, " + Texts.count(tokens.arguments())
                + " of arguments, " + Texts.count(tokens.result()) + " of results";
    }

    void show(SpendReport report, List<SpendRow> rows, Grouping grouping, Function<SpendRow, String> rowLabel) {
        label = rowLabel;
        group.setHeader(grouping.label());
        setItems(rows);
        recalculateColumnWidths();
        group.setFooter("Total");
        calls.setFooter(Texts.count(report.total().calls()));
        failed.setFooter(Texts.count(report.total().failedCalls()));
        refused.setFooter(Texts.count(report.total().refusedCalls()));
        Span total = new Span(report.total().cost().words());
        total.setId(SpendView.TOTAL_ROW);
        cost.setFooter(total);
        boolean counted = report.total().tokens().all() > 0;
        tokens.setVisible(counted);
        tokenCost.setVisible(counted);
        tokens.setFooter(Texts.count(report.total().tokens().all()));
        tokenCost.setFooter(report.total().tokenCost().words());
    }
}
