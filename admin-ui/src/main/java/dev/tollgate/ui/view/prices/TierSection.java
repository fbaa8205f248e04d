package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.Locale;

/** What is left of the tiers of a price that counts from call to call. */
final class TierSection {
    private TierSection() {}

    static void of(DetailPanel panel, List<TierUsage> usages) {
        if (!usages.isEmpty()) {
            panel.section(
                    "Left of its tiers", usages.stream().map(TierSection::tier).toArray(Component[]::new));
        }
    }

    private static Component tier(TierUsage usage) {
        String held = usage.held() == 0 ? "" : ", " + number(usage.held()) + " at gateways";
        return Cells.stack(
                new Span(which(usage)),
                new Span(number(usage.left()) + " left, " + number(usage.used()) + " used" + held),
                Cells.small("resets " + Texts.minute(usage.resetsAt())));
    }

    private static String which(TierUsage usage) {
        String of = " " + usage.measure().unit() + " of the " + usage.period().words();
        return usage.after() == 0
                ? "The first " + number(usage.upTo()) + of
                : number(usage.after() + 1) + " to " + number(usage.upTo()) + of;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
