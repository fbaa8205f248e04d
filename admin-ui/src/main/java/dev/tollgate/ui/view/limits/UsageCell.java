package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitUsage;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of a limit is used, as a bar and in words; the words alone say it all. */
final class UsageCell extends Div {
    private static final int WARNING_PERCENT = 80;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    @Tag("meter")
    private static final class Bar extends Component {
        Bar(int percent, String words) {
            getElement().setAttribute("min", "0");
            getElement().setAttribute("max", "100");
            getElement().setAttribute("high", Integer.toString(WARNING_PERCENT));
            getElement().setAttribute("optimum", "0");
            getElement().setAttribute("value", Integer.toString(Math.min(percent, 100)));
            getElement().setAttribute("aria-label", words);
        }
    }

    UsageCell(Limit limit, LimitUsage usage) {
        addClassNames("cell-stack", "usage");
        boolean running = limit.unit() == LimitUnit.CONCURRENT;
        String taken = running ? usage.held() : usage.spent();
        int percent = percent(taken, usage.amount());
        String words =
                limit.unit().words(taken) + (running ? " running or about to run, " : " used, ") + percent + " %";
        Span text = new Span(words);
        if (percent >= 100) {
            text.addClassName("usage-over");
        }
        add(new Bar(percent, words + " of " + limit.name()), text, Cells.whole(rest(limit.unit(), usage)));
    }

    /** Held amounts are named, or a budget would seem to have more left than it has. */
    private static String rest(LimitUnit unit, LimitUsage usage) {
        boolean over = new BigDecimal(usage.left()).signum() < 0;
        String left = over ? "nothing left" : unit.words(usage.left()) + " left";
        if (unit == LimitUnit.CONCURRENT) {
            return left;
        }
        boolean holds = new BigDecimal(usage.held()).signum() != 0;
        return left
                + (holds ? ", " + unit.words(usage.held()) + " at gateways" : "")
                + ", resets " + Texts.minute(usage.resetsAt());
    }

    /** Rounded down, so that 100 % is said only where nothing is left. */
    private static int percent(String spent, String amount) {
        BigDecimal whole = new BigDecimal(amount);
        if (whole.signum() == 0) {
            return 100;
        }
        return new BigDecimal(spent)
                .multiply(PERCENT)
                .divide(whole, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }
}
