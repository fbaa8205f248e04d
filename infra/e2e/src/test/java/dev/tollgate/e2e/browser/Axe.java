package dev.tollgate.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** WCAG as axe-core checks it; what it cannot see, such as an order that makes no sense, is not looked for. */
public final class Axe {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int PLACES_MAX = 5;

    private Axe() {}

    /**
     * To look at what is shown now, within the page: by way of a second page, as axe would have it, each look takes three times
     * as long and sees more only of frames of other origins. Of what is right, hundreds of elements on a page, nothing is told.
     */
    public static AxeBuilder on(Page page) {
        assertThat(page.frames()).as("frames of %s", page.url()).hasSize(1);
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(violations);
    }

    /** Of what is shown now, each with the elements at fault, so that a failure says where to look. */
    public static List<String> graveViolations(Page page) {
        return graveViolations(on(page));
    }

    public static List<String> graveViolations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Axe::words)
                .toList();
    }

    private static String words(Rule rule) {
        var places = rule.getNodes().stream()
                .limit(PLACES_MAX)
                .map(node -> node.getTarget() + " " + node.getHtml())
                .toList();
        return rule.getId() + " (" + rule.getHelp() + "): " + places;
    }
}
