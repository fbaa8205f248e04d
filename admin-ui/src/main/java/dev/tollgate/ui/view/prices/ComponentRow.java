package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.Tier;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thing that a price counts, with its tiers. */
final class ComponentRow extends Composite<Div> {
    private static final String USUAL_MAX = "10000";

    private final int number;
    private final Select<Counted> counted = new Select<>();
    private final TextField pointer = new TextField("Where (JSON pointer)");
    private final TextField unit = new TextField("What it is called");
    private final TextField quantityMax = new TextField("Counted as at most");
    private final Div pointed = new Div(pointer, unit);
    private final Select<Counting> counting = new Select<>();
    private final Div shown = new Div();
    private final List<TierRow> tiers = new ArrayList<>();
    private int tiersMade;
    private @Nullable PricePeriod period;

    /**
     * @param number tells this row from others on the page
     */
    ComponentRow(int number, Consumer<ComponentRow> remove) {
        this.number = number;
        describe();
        Button more = new Button("Add a tier", event -> add());
        more.setId("price-tier-add-" + number);
        Button cross = new Button("Count this no more", event -> remove.accept(this));
        cross.setId("price-remove-" + number);
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        shown.addClassName("form-body");
        pointed.addClassName("form-body");
        Div buttons = new Div(more, cross);
        buttons.addClassName("side-by-side");
        getContent().addClassNames("form-body", "panel");
        getContent().add(counted, pointed, quantityMax, counting, shown, buttons);
        counted.setValue(Counted.CALLS);
        add();
    }

    private void describe() {
        counted.setId("price-counts-" + number);
        counted.setLabel("Counts");
        counted.setItems(Counted.values());
        counted.setItemLabelGenerator(Counted::label);
        counted.addValueChangeListener(event -> {
            counted.setInvalid(false);
            pointed.setVisible(event.getValue().isPointed());
            quantityMax.setVisible(event.getValue() != Counted.CALLS);
            if (event.getValue().isPointed() && quantityMax.isEmpty()) {
                quantityMax.setValue(USUAL_MAX);
            }
        });
        counting.setId("price-counting-" + number);
        counting.setLabel("Counting");
        counting.setItems(Counting.values());
        counting.setItemLabelGenerator(Counting::label);
        counting.setValue(Counting.EACH_CALL);
        counting.setHelperText("A free quota: a period, a tier up to so many for $0, and what each costs then."
                + " Days begin as the organization's settings say.");
        counting.addValueChangeListener(event -> counting.setInvalid(false));
        pointer.setId("price-pointer-" + number);
        pointer.setPlaceholder("/structuredContent/rows");
        pointer.setHelperText("A number, or an array or object whose size counts.");
        unit.setId("price-unit-" + number);
        unit.setPlaceholder("rows");
        quantityMax.setId("price-quantity-max-" + number);
        quantityMax.setHelperText(
                "Of one call: this bounds what it can cost. Needed where something in the JSON is counted, which"
                        + " servers and agents write, and where counting goes on: so many of a tier are kept while a call runs.");
        for (TextField field : new TextField[] {pointer, unit, quantityMax}) {
            field.addValueChangeListener(event -> field.setInvalid(false));
        }
    }

    private TierRow add() {
        TierRow row = new TierRow(number + "-" + tiersMade++, this::remove);
        tiers.add(row);
        shown.add(row);
        lay();
        return row;
    }

    private void remove(TierRow row) {
        tiers.remove(row);
        shown.remove(row);
        lay();
    }

    private void lay() {
        tiers.forEach(row -> row.alone(tiers.size() == 1));
    }

    void show(PriceComponent component) {
        counted.setValue(Counted.of(component.measure()));
        if (component.measure() instanceof Measure.Pointed at) {
            pointer.setValue(at.pointer());
            unit.setValue(at.name());
        }
        Long most =
                counted.getValue() == Counted.CALLS ? null : component.measure().most();
        quantityMax.setValue(most == null ? "" : most.toString());
        period = component.period();
        counting.setValue(Counting.of(period));
        List.copyOf(tiers).forEach(this::remove);
        tiersMade = 0;
        component.tiers().forEach(tier -> add().show(tier));
    }

    Optional<PriceComponent> read(FormFields fields, String name) {
        fields.place(name, counted);
        fields.place(name + ".period", counting);
        fields.place(name + ".tiers", counting);
        Optional<Measure> measure = measure(fields, name + ".measure");
        List<Tier> read = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            tiers.get(i).read(fields, name + ".tiers[" + i + "]").ifPresent(read::add);
        }
        return measure.isEmpty() || read.size() < tiers.size()
                ? Optional.empty()
                : Reading.of(
                        fields,
                        name,
                        () -> new PriceComponent(
                                measure.get(), counting.getValue().period(period), read));
    }

    private Optional<Measure> measure(FormFields fields, String name) {
        Counted chosen = counted.getValue();
        fields.place(name + ".quantityMax", quantityMax);
        if (!chosen.isPointed() && (chosen == Counted.CALLS || quantityMax.isEmpty())) {
            return Optional.of(chosen.measure("", "", null));
        }
        fields.place(name, chosen.isPointed() ? pointer : quantityMax);
        return Reading.whole(fields, name + ".quantityMax", quantityMax)
                .flatMap(most -> Reading.of(
                        fields,
                        name,
                        () -> chosen.measure(
                                pointer.getValue().strip(), unit.getValue().strip(), most)));
    }

    void focus() {
        tiers.getFirst().focus();
    }
}
