package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import dev.tollgate.model.api.Problem;
import dev.tollgate.ui.client.ApiProblem;
import java.util.List;

/** Short messages: what was done, and what was not and why. */
public final class Notices {
    public static final String SUCCESS = "notice-success";
    public static final String PROBLEM = "notice-problem";

    private static final int SUCCESS_MILLIS = 4_000;

    private Notices() {}

    public static void done(String text) {
        Notification notice = new Notification(text, SUCCESS_MILLIS, Notification.Position.BOTTOM_START);
        notice.setId(SUCCESS);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
        notice.open();
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
