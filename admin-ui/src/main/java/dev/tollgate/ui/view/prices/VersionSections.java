package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The version of a price that holds, and those to come, which can still be taken back. */
final class VersionSections {
    private VersionSections() {}

    static void now(DetailPanel panel, @Nullable PriceVersion current, Span badge) {
        panel.section("Now", current == null ? new Paragraph("Nothing yet: calls are free.") : version(current, badge));
    }

    static void toCome(
            DetailPanel panel, List<PriceVersion> upcoming, boolean mayWithdraw, Consumer<PriceVersion> withdraw) {
        if (!upcoming.isEmpty()) {
            panel.section(
                    "To come",
                    upcoming.stream()
                            .map(version -> upcoming(version, mayWithdraw, withdraw))
                            .toArray(Component[]::new));
        }
    }

    private static Component upcoming(PriceVersion version, boolean mayWithdraw, Consumer<PriceVersion> withdraw) {
        Div shown = version(version, Badges.waiting("to come"));
        if (mayWithdraw) {
            Button back = new Button("Withdraw…", event -> withdraw.accept(version));
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
