package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One price: the version that holds, with what is left of its tiers, and those to come, which can still be taken back. */
final class PriceDetail extends Composite<DetailPanel> {
    static final String CHANGE = "price-change";

    private final Price price;
    private final List<TierUsage> usages;
    private final boolean mayChange;
    private final Consumer<Price> change;
    private final BiConsumer<Price, PriceVersion> withdraw;
    private final Runnable close;

    PriceDetail(
            Price price,
            List<TierUsage> usages,
            boolean mayChange,
            Consumer<Price> change,
            BiConsumer<Price, PriceVersion> withdraw,
            Runnable close) {
        this.price = price;
        this.usages = usages;
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
        VersionSections.now(panel, current, price.overridden() ? Badges.waiting("overridden") : Badges.good("holds"));
        TierSection.of(panel, usages);
        VersionSections.toCome(
                panel,
                price.upcoming(),
                mayChange && price.origin() == PriceOrigin.OWN,
                version -> withdraw.accept(price, version));
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
}
