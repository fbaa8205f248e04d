package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One price: the version that holds, and those to come, which can still be taken back. */
final class PriceDetail extends Composite<DetailPanel> {
    static final String CHANGE = "price-change";

    private final Price price;
    private final boolean mayChange;
    private final Consumer<Price> change;
    private final BiConsumer<Price, PriceVersion> withdraw;
    private final Runnable close;

    PriceDetail(
            Price price,
            boolean mayChange,
            Consumer<Price> change,
            BiConsumer<Price, PriceVersion> withdraw,
            Runnable close) {
        this.price = price;
        this.mayChange = mayChange;
        this.change = change;
        this.withdraw = withdraw;
        this.close = close;
    }

    @Override
    protected DetailPanel initContent() {
        String title = price.toolName() == null ? price.serverName() : price.toolName();
        DetailPanel panel = new DetailPanel(title, close);
        panel.fact("Server", price.serverName())
                .fact("Holds for", price.toolName() == null ? "tools without a price of their own" : "this tool")
                .fact("Set on", Texts.minute(price.createdAt()))
                .fact("Set by", setBy());
        PriceVersion current = price.current();
        panel.section(
                "Now",
                current == null
                        ? new Paragraph("Nothing yet: calls are free.")
                        : version(current, price.overridden() ? Badges.waiting("overridden") : Badges.good("holds")));
        if (!price.upcoming().isEmpty()) {
            panel.section(
                    "To come", price.upcoming().stream().map(this::upcoming).toArray(Component[]::new));
        }
        if (mayChange && !price.overridden()) {
            Button button = new Button(
                    price.origin() == PriceOrigin.OWN ? "Change…" : "Override…", event -> change.accept(price));
            button.setId(CHANGE);
            button.addThemeVariants(ButtonVariant.PRIMARY);
            panel.actions(button);
        }
        return panel;
    }

    private String setBy() {
        return switch (price.origin()) {
            case OWN -> "your organization";
            case CATALOGUE ->
                price.overridden()
                        ? "the catalogue; your own price holds instead"
                        : "the catalogue; a price of your own would hold instead";
        };
    }

    private Component upcoming(PriceVersion version) {
        Div shown = version(version, Badges.waiting("to come"));
        if (mayChange && price.origin() == PriceOrigin.OWN) {
            Button back = new Button("Withdraw…", event -> withdraw.accept(price, version));
            back.setId("price-withdraw-" + version.version());
            back.addThemeVariants(ButtonVariant.TERTIARY);
            shown.add(back);
        }
        return shown;
    }

    private static Div version(PriceVersion version, Span badge) {
        return Cells.stack(
                badge,
                new Span(Texts.terms(version.terms())),
                Cells.small("version " + version.version() + ", from " + Texts.time(version.effectiveFrom()) + " on"));
    }
}
