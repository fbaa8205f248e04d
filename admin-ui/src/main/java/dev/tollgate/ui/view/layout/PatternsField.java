package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.ToolCatalog;
import java.util.List;

/** Patterns, one a line, and as they are written, the tools that they match. */
public final class PatternsField extends Composite<Div> {
    public static final String PATTERNS = "patterns";
    public static final String PREVIEW = "patterns-preview";
    public static final String PREVIEW_COUNT = "patterns-preview-count";

    private static final int TOOLS_LISTED_MAX = 100;
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final TextArea area;
    private final ToolCatalog catalog;
    private final Div preview = new Div();

    public PatternsField(FormFields fields, String apiName, String label, ToolCatalog catalog) {
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
        getContent().addClassName("patterns");
        getContent().add(area, preview);
        showMatches();
    }

    public List<String> value() {
        return Lines.of(area.getValue());
    }

    public void setValue(List<String> patterns) {
        area.setValue(String.join("\n", patterns));
    }

    private void showMatches() {
        List<Tool> matching = catalog.matching(value());
        Span count = new Span(
                value().isEmpty()
                        ? "No pattern yet: this grants nothing."
                        : "Matches " + matching.size() + " of "
                                + catalog.tools().size() + " tools now");
        count.setId(PREVIEW_COUNT);
        count.addClassName("strong");
        preview.removeAll();
        preview.add(count);
        matching.stream().limit(TOOLS_LISTED_MAX).map(PatternsField::chip).forEach(preview::add);
        if (matching.size() > TOOLS_LISTED_MAX) {
            preview.add(new Span("and " + (matching.size() - TOOLS_LISTED_MAX) + " more"));
        }
    }

    private static Component chip(Tool tool) {
        boolean waiting = tool.state() == Tool.State.QUARANTINED && tool.exposedName() == null;
        Span chip = new Span(ToolCatalog.canonicalName(tool) + (waiting ? " (waiting for approval)" : ""));
        chip.addClassNames("chip", waiting ? "chip-waiting" : "chip-ready");
        return chip;
    }
}
