package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.Optional;
import java.util.function.Consumer;

/** A part of what is counted, with its own rate. */
final class TierRow extends Composite<Div> {
    private final TextField upTo = new TextField("Up to");
    private final TextField amount = new TextField("Price");
    private final TextField per = new TextField("for each");
    private final Button cross;

    /**
     * @param id tells this row from others on the page
     */
    TierRow(String id, Consumer<TierRow> remove) {
        upTo.setId("price-up-to-" + id);
        upTo.setPlaceholder("all");
        amount.setId("price-amount-" + id);
        amount.setPrefixComponent(new Span("$"));
        per.setId("price-per-" + id);
        per.setValue("1");
        for (TextField field : new TextField[] {upTo, amount, per}) {
            field.addValueChangeListener(event -> field.setInvalid(false));
        }
        cross = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
        cross.setId("price-tier-remove-" + id);
        cross.setAriaLabel("Take this tier away");
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("tier-row");
        getContent().add(upTo, amount, per, cross);
    }

    void show(Tier tier) {
        upTo.setValue(tier.upTo() == null ? "" : tier.upTo().toString());
        amount.setValue(tier.rate().amount().dollars());
        per.setValue(Long.toString(tier.rate().per()));
    }

    /** Where there is one tier it has no end and cannot go. */
    void alone(boolean alone) {
        upTo.setVisible(!alone);
        cross.setVisible(!alone);
    }

    Optional<Tier> read(FormFields fields, String name) {
        fields.place(name, amount);
        fields.place(name + ".upTo", upTo);
        fields.place(name + ".rate.per", per);
        Optional<Money> dollars = Reading.money(fields, name, amount);
        Optional<Long> each = Reading.whole(fields, name + ".rate.per", per);
        if (dollars.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        if (!upTo.isVisible() || upTo.getValue().isBlank()) {
            return Reading.of(fields, name, () -> new Tier(null, new Rate(dollars.get(), each.get())));
        }
        return Reading.whole(fields, name + ".upTo", upTo)
                .flatMap(end -> Reading.of(fields, name, () -> new Tier(end, new Rate(dollars.get(), each.get()))));
    }

    void focus() {
        amount.focus();
    }
}
