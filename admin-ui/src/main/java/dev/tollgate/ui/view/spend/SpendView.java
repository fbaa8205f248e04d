package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.money.Money;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.CsvDownload;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.ModelFilter;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was spent: a range, a breakdown, exact totals. */
@Route(value = "spend", layout = ConsoleLayout.class)
@PageTitle("Spend · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.VIEWER})
public final class SpendView extends Div {
    public static final String PAGE = "page-spend";
    public static final String TOTAL = "spend-total";
    public static final String TOTAL_ROW = "spend-total-row";
    public static final String TOKENS = "spend-tokens";
    public static final String TOKEN_COST = "spend-token-cost";
    public static final String CALLS = "spend-calls";
    public static final String LAG = "spend-lag";
    public static final String GROUP_BY = "spend-group-by";
    public static final String ZONE = "spend-zone";
    public static final String MODEL = "spend-model";
    public static final String CHART = "spend-chart";
    public static final String TABLE = "spend-table";
    public static final String UNKNOWN_NOTE = "spend-unknown-note";
    public static final String DOWNLOAD = "spend-download";

    private static final int CHART_BARS_MAX = 15;
    private static final int CHART_HOURS_MAX = 24 * 31;

    private final TollgateApi api;
    private final ZoneSelect zone;
    private final RangePicker range;
    private final ComboBox<Model> model;
    private final Select<Grouping> groupBy = new Select<>();
    private final Chart chart = new Chart(CHART, "Spend as a chart; the table below has the same figures");
    private final SpendTable table = new SpendTable(TABLE);
    private final Div content = new Div();

    public SpendView(TollgateApi api, Rights rights) {
        this.api = api;
        zone = new ZoneSelect(rights);
        zone.setId(ZONE);
        zone.addValueChangeListener(event -> reload());
        range = new RangePicker(zone, this::reload);
        model = new ModelFilter(api);
        model.setId(MODEL);
        model.addValueChangeListener(event -> reload());
        setId(PAGE);
        addClassName("page");
        groupBy.setId(GROUP_BY);
        groupBy.setAriaLabel("Break down by");
        groupBy.setItems(Grouping.values());
        groupBy.setItemLabelGenerator(grouping -> "By " + grouping.label().toLowerCase(Locale.ENGLISH));
        groupBy.setValue(Grouping.TOOL);
        groupBy.addValueChangeListener(event -> reload());
        Div filters = new Div(range, zone, groupBy, model);
        filters.addClassName("filters");
        content.addClassName("spend");
        add(
                new PageHeader(
                        "Spend",
                        "Exact to the nano-dollar. Each call is charged once, with the price that held when it was made.",
                        new CsvDownload(DOWNLOAD, "tollgate-spend.csv", this::csv)),
                filters,
                content);
        reload();
    }

    private byte[] csv() {
        Range asked = range.value();
        return api.spendCsv(groupBy.getValue().apiName(), asked.from(), asked.to(), zone.getValue(), modelId());
    }

    private void reload() {
        Range asked = range.value();
        Grouping grouping = groupBy.getValue();
        SpendReport report = api.spend(grouping.apiName(), asked.from(), asked.to(), zone.getValue(), modelId());
        content.removeAll();
        content.add(figures(report));
        if (report.rows().isEmpty()) {
            content.add(empty());
            return;
        }
        Labels labels = new Labels(grouping, ZoneId.of(report.zone()));
        List<SpendRow> rows = sorted(report.rows(), grouping);
        chart.show(options(
                grouping.period().isPresent() ? Timeline.filled(report, grouping, Instant.now()) : rows,
                grouping,
                labels));
        table.show(report, rows, grouping, labels::of);
        content.add(chart, table);
        if (!grouping.whyUnknown().isEmpty() && rows.stream().anyMatch(grouping::isUnknown)) {
            content.add(note("“" + grouping.unknown() + "” stands for " + grouping.whyUnknown()));
        }
    }

    private Component empty() {
        return model.isEmpty()
                ? new EmptyState(
                        VaadinIcon.BAR_CHART_H,
                        "Nothing was called in this range",
                        "Choose a longer range, or connect an agent with a key.",
                        Links.button("Go to keys", "keys"))
                : new EmptyState(
                        VaadinIcon.SEARCH,
                        "No call of this model in this range",
                        "Choose a longer range, or clear the model. Calls have a model once tokens are counted.");
    }

    private @Nullable UUID modelId() {
        return model.getOptionalValue().map(Model::id).orElse(null);
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.setId(UNKNOWN_NOTE);
        note.addClassNames("secondary", "note");
        return note;
    }

    private static Component figures(SpendReport report) {
        Long lag = report.lagSeconds();
        Div figures = new Div(
                figure("Spent", TOTAL, report.total().cost().words()),
                figure("Calls", CALLS, Texts.count(report.total().calls())),
                figure(
                        "Refused, not charged",
                        "spend-refused",
                        Texts.count(report.total().refusedCalls())),
                figure("Figures are", LAG, lag == null ? "of unknown age" : Texts.count(lag) + " s behind"));
        figures.addClassName("figures");
        SpendTokens tokens = report.total().tokens();
        if (tokens.all() > 0) {
            figures.addComponentAtIndex(
                    1,
                    figure("Token cost", TOKEN_COST, report.total().tokenCost().words()));
            figures.addComponentAtIndex(2, figure("Tokens", TOKENS, Texts.count(tokens.all())));
        }
        return figures;
    }

    private static Component figure(String label, String id, String value) {
        Span what = new Span(label);
        what.addClassName("figure-label");
        Span number = new Span(value);
        number.setId(id);
        number.addClassName("figure-value");
        Div figure = new Div(what, number);
        figure.addClassNames("panel", "figure");
        return figure;
    }

    /** Time goes on to the right and downwards, as in the report; of everything else the dearest comes first. */
    private static List<SpendRow> sorted(List<SpendRow> rows, Grouping grouping) {
        return grouping.period().isPresent()
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparing(grouping::compared)
                                .thenComparing(SpendRow::calls)
                                .reversed())
                        .toList();
    }

    private static ChartOptions options(List<SpendRow> rows, Grouping grouping, Labels labels) {
        if (grouping.period().isPresent()) {
            int skipped = Math.max(0, rows.size() - CHART_HOURS_MAX);
            return ChartOptions.columns(bars(rows.subList(skipped, rows.size()), labels));
        }
        return ChartOptions.bars(bars(rows.subList(0, Math.min(rows.size(), CHART_BARS_MAX)), labels));
    }

    private static List<ChartOptions.Bar> bars(List<SpendRow> rows, Labels labels) {
        return rows.stream()
                .map(row -> bar(labels.of(row), labels.grouping().compared(row)))
                .toList();
    }

    private static ChartOptions.Bar bar(String label, Money amount) {
        return new ChartOptions.Bar(label, amount.dollars(), amount.words());
    }
}
