package dev.tollgate.ui.view.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Rights;
import java.util.ArrayList;
import java.util.List;

/** The way from nothing to a metered call, with what is done and what comes next. */
final class Steps extends Div {
    private record Step(boolean done, String title, String text, String act, String path) {}

    private final boolean finished;

    Steps(Overview overview, Rights rights) {
        addClassNames("panel", "steps");
        List<Step> steps = of(overview, rights);
        finished = steps.stream().allMatch(Step::done);
        long done = steps.stream().filter(Step::done).count();
        add(new H2("Set up"), new Span(done + " of " + steps.size() + " steps done"));
        OrderedList list = new OrderedList();
        boolean nextFound = false;
        for (Step step : steps) {
            boolean next = !step.done() && !nextFound;
            nextFound |= next;
            list.add(item(step, next));
        }
        add(list);
    }

    /** Once everything is done, the page has better things to show. */
    boolean isFinished() {
        return finished;
    }

    private static List<Step> of(Overview overview, Rights rights) {
        List<Step> steps = new ArrayList<>(setUp(overview));
        if (rights.seeCalls()) {
            steps.add(new Step(
                    overview.everCalled(),
                    "Watch the first call arrive",
                    "Each attempt is recorded, allowed or not, with its price.",
                    "Watch calls",
                    "calls"));
        }
        return steps;
    }

    private static List<Step> setUp(Overview overview) {
        return List.of(
                new Step(
                        !overview.servers().isEmpty(),
                        "Connect an MCP server",
                        "Tollgate looks at it and lists its tools.",
                        "Connect a server",
                        "servers"),
                new Step(
                        overview.approvedTools() > 0,
                        "Approve its tools",
                        "Agents see no tool before somebody has read and approved its definition.",
                        "Review tools",
                        "tools"),
                new Step(
                        overview.groups(),
                        "Group tools",
                        "A group is a named set of tools that keys can share.",
                        "Create a group",
                        "groups"),
                new Step(
                        !overview.activeKeys().items().isEmpty(),
                        "Issue a key",
                        "One key connects one agent, and shows it only what you granted.",
                        "Issue a key",
                        "keys"));
    }

    private static ListItem item(Step step, boolean next) {
        Icon mark = (step.done() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
        mark.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(step.title());
        title.addClassName("step-title");
        Span text = new Span(step.text());
        text.addClassName("secondary");
        Div words = new Div(title, text);
        words.addClassName("step-words");
        ListItem item = new ListItem(mark, words);
        if (next) {
            Component way = Links.button(step.act(), step.path());
            way.setId(HomeView.NEXT_STEP);
            item.add(way);
        }
        item.addClassNames("step", step.done() ? "step-done" : next ? "step-next" : "step-later");
        return item;
    }
}
