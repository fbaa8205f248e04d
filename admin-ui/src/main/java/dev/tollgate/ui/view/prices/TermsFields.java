package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How calls are priced: what is counted, the least and the most, and what failures cost. */
final class TermsFields extends Composite<Div> {
    static final String ADD = "price-add";
    static final String MINIMUM = "price-minimum";
    static final String MAXIMUM = "price-maximum";

    private final FormFields fields;
    private final List<ComponentRow> rows = new ArrayList<>();
    private final Div shown = new Div();
    private final Button more = new Button("Count something else too", event -> add().focus());
    private final TextField minimum;
    private final TextField maximum;
    private final FailureFields failures;
    private int rowsMade;

    TermsFields(FormFields fields) {
        this.fields = fields;
        minimum = fields.add("terms.minimum", new TextField("A call costs at least (optional)"));
        maximum = fields.add("terms.maximum", new TextField("A call costs at most (optional)"));
        failures = new FailureFields(fields);
        more.setId(ADD);
        minimum.setId(MINIMUM);
        minimum.setPrefixComponent(new Span("$"));
        maximum.setId(MAXIMUM);
        maximum.setPrefixComponent(new Span("$"));
        maximum.setHelperText("Needed where what is counted could make a call dearer than $10,000.");
        // What is said of the terms as a whole is nearly always that a call may become too dear.
        fields.place("terms", maximum);
        shown.addClassName("form-body");
        getContent().addClassName("form-body");
        getContent().add(shown, more, minimum, maximum, failures.details);
        add();
    }

    private ComponentRow add() {
        ComponentRow row = new ComponentRow(rowsMade++, this::remove);
        rows.add(row);
        shown.add(row);
        more.setEnabled(rows.size() < PriceTerms.COMPONENTS_MAX);
        return row;
    }

    private void remove(ComponentRow row) {
        rows.remove(row);
        shown.remove(row);
        more.setEnabled(true);
    }

    void show(PriceTerms terms) {
        List.copyOf(rows).forEach(this::remove);
        rowsMade = 0;
        terms.components().forEach(component -> add().show(component));
        minimum.setValue(dollars(terms.minimum()));
        maximum.setValue(dollars(terms.maximum()));
        failures.show(terms.failures());
    }

    private static String dollars(@Nullable Money amount) {
        return amount == null ? "" : amount.dollars();
    }

    /** What was typed; empty if some field says what is wrong with it. */
    Optional<PriceTerms> read() {
        fields.clear();
        List<PriceComponent> components = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).read(fields, "terms.components[" + i + "]").ifPresent(components::add);
        }
        Optional<Money> least = bound("terms.minimum", minimum);
        Optional<Money> most = bound("terms.maximum", maximum);
        Optional<FailureCharges> charges = failures.read();
        boolean misread = components.size() < rows.size()
                || charges.isEmpty()
                || least.isEmpty() && !minimum.isEmpty()
                || most.isEmpty() && !maximum.isEmpty();
        return misread
                ? Optional.empty()
                : Reading.of(
                        fields,
                        "terms",
                        () -> new PriceTerms(components, least.orElse(null), most.orElse(null), charges.get()));
    }

    private Optional<Money> bound(String name, TextField field) {
        return field.isEmpty() ? Optional.empty() : Reading.money(fields, name, field);
    }

    void focus() {
        if (!rows.isEmpty()) {
            rows.getFirst().focus();
        }
    }
}
