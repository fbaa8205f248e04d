package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.ui.client.ToolCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Patterns, one a line, and below them those that hold under a condition; and as they are written, the tools that they
 * match.
 */
public final class PatternsField extends Composite<Div> {
    public static final String PATTERNS = "patterns";
    public static final String ADD_CONDITION = "patterns-add-condition";
    public static final String PREVIEW = "patterns-preview";
    public static final String PREVIEW_COUNT = "patterns-preview-count";

    private static final int TOOLS_LISTED_MAX = 100;
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final FormFields fields;
    private final String apiName;
    private final TextArea area;
    private final ToolCatalog catalog;
    private final Div conditions = new Div();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final Paragraph language = new Paragraph("A condition is an expression in CEL over args, agent.name,"
            + " agent.version, source.ip, now, server.name and tool.name: args.amount < 100 && agent.name =="
            + " \"refunds\". A call for which it does not hold is refused.");
    private final Div preview = new Div();
    private int rowsMade;

    public PatternsField(FormFields fields, String apiName, String label, ToolCatalog catalog) {
        this.fields = fields;
        this.apiName = apiName;
        this.catalog = catalog;
        area = fields.add(apiName, new TextArea(label));
        area.setId(PATTERNS);
        area.setMinRows(3);
        area.setPlaceholder("crm__*");
        area.setHelperText(
                "One a line. * stands for anything: crm__* is the whole server crm, *__read_* a verb on every"
                        + " server, crm__find_customer one tool.");
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        area.addValueChangeListener(event -> showMatches());
        preview.setId(PREVIEW);
        preview.addClassName("preview");
        preview.getElement().setAttribute("aria-live", "polite");
        preview.getElement().setAttribute("role", "group");
        preview.getElement().setAttribute("aria-label", "Tools that match");
        // It scrolls where many match, and whoever has no mouse scrolls what has the focus.
        preview.getElement().setAttribute("tabindex", "0");
        conditions.addClassName("patterns");
        language.addClassName("secondary");
        language.setVisible(false);
        getContent().addClassName("patterns");
        getContent().add(area, conditions, language, addCondition(), preview);
        showMatches();
    }

    private Button addCondition() {
        Button add = new Button(
                "Add tools under a condition",
                VaadinIcon.PLUS.create(),
                event -> add(new ToolGrant("", "")).focus());
        add.setId(ADD_CONDITION);
        add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add.addClassName("at-start");
        return add;
    }

    private ConditionRow add(ToolGrant grant) {
        ConditionRow row = new ConditionRow(rowsMade++, grant, this::showMatches, this::remove);
        rows.add(row);
        conditions.add(row);
        language.setVisible(true);
        return row;
    }

    private void remove(ConditionRow row) {
        rows.remove(row);
        conditions.remove(row);
        language.setVisible(!rows.isEmpty());
        showMatches();
    }

    /** Those without a condition, then those with one; errors of the latter find their fields from now on. */
    public List<ToolGrant> value() {
        List<ToolGrant> grants = new ArrayList<>(
                Lines.of(area.getValue()).stream().map(ToolGrant::of).toList());
        for (ConditionRow row : rows) {
            if (!row.isBlank()) {
                row.place(fields, apiName + "[" + grants.size() + "]");
                grants.add(row.value());
            }
        }
        return List.copyOf(grants);
    }

    public void setValue(List<ToolGrant> grants) {
        List.copyOf(rows).forEach(this::remove);
        area.setValue(String.join(
                "\n",
                grants.stream()
                        .filter(grant -> grant.when() == null)
                        .map(ToolGrant::tools)
                        .toList()));
        grants.stream().filter(grant -> grant.when() != null).forEach(this::add);
        showMatches();
    }

    private void showMatches() {
        List<String> free = Lines.of(area.getValue());
        List<String> bound = rows.stream()
                .map(row -> row.value().tools())
                .filter(tools -> !tools.isEmpty())
                .toList();
        List<Tool> freely = catalog.matching(free);
        List<Tool> matching =
                catalog.matching(Stream.concat(free.stream(), bound.stream()).toList());
        Span count = new Span(
                free.isEmpty() && bound.isEmpty()
                        ? "No pattern yet: this grants nothing."
                        : "Matches " + matching.size() + " of "
                                + catalog.tools().size() + " tools now");
        count.setId(PREVIEW_COUNT);
        count.addClassName("strong");
        preview.removeAll();
        preview.add(count);
        matching.stream()
                .limit(TOOLS_LISTED_MAX)
                .map(tool -> chip(tool, freely.contains(tool)))
                .forEach(preview::add);
        if (matching.size() > TOOLS_LISTED_MAX) {
            preview.add(new Span("and " + (matching.size() - TOOLS_LISTED_MAX) + " more"));
        }
    }

    private static Component chip(Tool tool, boolean free) {
        boolean waiting = tool.state() == Tool.State.QUARANTINED && tool.exposedName() == null;
        Span chip = new Span(ToolCatalog.canonicalName(tool)
                + (waiting ? " (waiting for approval)" : free ? "" : " (under a condition)"));
        chip.addClassNames("chip", waiting ? "chip-waiting" : "chip-ready");
        return chip;
    }
}
