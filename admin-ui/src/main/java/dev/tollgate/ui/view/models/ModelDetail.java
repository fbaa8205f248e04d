package dev.tollgate.ui.view.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One model: the rates that hold, and those to come, which can still be taken back. */
final class ModelDetail extends Composite<DetailPanel> {
    static final String CHANGE = "model-change";

    private final Model model;
    private final boolean mayChange;
    private final Consumer<Model> change;
    private final BiConsumer<Model, ModelVersion> withdraw;
    private final Runnable close;

    ModelDetail(
            Model model,
            boolean mayChange,
            Consumer<Model> change,
            BiConsumer<Model, ModelVersion> withdraw,
            Runnable close) {
        this.model = model;
        this.mayChange = mayChange;
        this.change = change;
        this.withdraw = withdraw;
        this.close = close;
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(model.name(), close);
        panel.fact("Counted by", ModelWords.shortly(model.encoding()))
                .fact("Holds for", model.standard() ? "agents that name it, or no model" : "agents that name it")
                .fact("Added on", Texts.minute(model.createdAt()));
        ModelVersion current = model.current();
        panel.section(
                "Now",
                current == null
                        ? new Paragraph("Nothing yet: its tokens cost nothing.")
                        : version(current, Badges.good("holds")));
        if (!model.upcoming().isEmpty()) {
            panel.section(
                    "To come", model.upcoming().stream().map(this::upcoming).toArray(Component[]::new));
        }
        if (mayChange) {
            Button button = new Button("Change rates…", event -> change.accept(model));
            button.setId(CHANGE);
            button.addThemeVariants(ButtonVariant.PRIMARY);
            panel.actions(button);
        }
        return panel;
    }

    private Component upcoming(ModelVersion version) {
        Div shown = version(version, Badges.waiting("to come"));
        if (mayChange) {
            Button back = new Button("Withdraw…", event -> withdraw.accept(model, version));
            back.setId("model-withdraw-" + version.version());
            back.addThemeVariants(ButtonVariant.TERTIARY);
            shown.add(back);
        }
        return shown;
    }

    private static Div version(ModelVersion version, Span badge) {
        return Cells.stack(
                badge,
                new Span("A million tokens: " + ModelWords.rates(version.rates())),
                Cells.small("version " + version.version() + ", from " + Texts.time(version.effectiveFrom()) + " on"));
    }
}
