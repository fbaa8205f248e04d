package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.VaadinSession;
import dev.tollgate.model.api.Problem;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.Written;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short messages: what was done, and what was not and why. */
public final class Notices {
    public static final String SUCCESS = "notice-success";
    public static final String PROBLEM = "notice-problem";

    private static final int SUCCESS_MILLIS = 4_000;
    private static final int SPREAD_MILLIS = 7_000;

    private Notices() {}

    public static void done(String text) {
        Notification notice = new Notification(text, SUCCESS_MILLIS, Notification.Position.BOTTOM_START);
        notice.setId(SUCCESS);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
        Written.take().flatMap(Notices::spread).ifPresent(spread -> {
            notice.removeAll();
            notice.add(new Div(text), spread);
            notice.setDuration(SPREAD_MILLIS);
        });
        notice.open();
    }

    /** As {@link #done}, for a page that the browser is leaving: the one that is loaded next tells it. */
    public static void doneOnNextPage(String text) {
        VaadinSession.getCurrent()
                .setAttribute(Untold.class, new Untold(text, UI.getCurrent().getUIId()));
    }

    /** Tells what another page that was loaded has left to tell. */
    static void tellWhatIsUntold(UI ui) {
        VaadinSession session = VaadinSession.getCurrent();
        @Nullable Untold untold = session.getAttribute(Untold.class);
        if (untold != null && untold.page() != ui.getUIId()) {
            session.setAttribute(Untold.class, null);
            done(untold.text());
        }
    }

    private record Untold(String text, int page) implements Serializable {}

    /** From now on, what was done is told with how many gateways apply it. */
    static void askHowFarChangesCame(UI ui, TollgateApi api) {
        ComponentUtil.setData(ui, TollgateApi.class, api);
    }

    private static Optional<Spread> spread(long revision) {
        return Optional.ofNullable(UI.getCurrent())
                .flatMap(ui -> Optional.ofNullable(ComponentUtil.getData(ui, TollgateApi.class)))
                .map(api -> new Spread(() -> api.propagation(revision)));
    }

    /** Shows what the control plane said, with the fields it named. Stays until it is closed. */
    public static void problem(ApiProblem problem) {
        problem(problem.title(), detail(problem, problem.fieldErrors()));
    }

    /** As {@link #problem(ApiProblem)}, for the field errors that no field of a form could show. */
    public static void problem(ApiProblem problem, List<Problem.FieldError> unplaced) {
        problem(problem.title(), detail(problem, unplaced));
    }

    public static void problem(String title, String detail) {
        Div heading = new Div(title);
        heading.addClassName("notice-title");
        Div words = new Div(heading, new Div(detail));
        words.addClassName("notice-words");
        Notification notice = new Notification();
        notice.setId(PROBLEM);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setPosition(Notification.Position.TOP_CENTER);
        notice.setAssertive(true);
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Close this message");
        Div row = new Div(words, close);
        row.addClassName("notice-row");
        notice.add(row);
        notice.open();
    }

    private static String detail(ApiProblem problem, List<Problem.FieldError> errors) {
        StringBuilder text = new StringBuilder(problem.detail());
        if (problem.isStale()) {
            text.append(text.isEmpty() ? "" : " ").append("Close this, look at the newer state and try again.");
        }
        for (Problem.FieldError error : errors) {
            text.append(text.isEmpty() ? "" : " · ")
                    .append(error.field())
                    .append(": ")
                    .append(error.message());
        }
        return text.toString();
    }
}
