package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.tollgate.ui.client.ApiProblem;

/**
 * Runs something every few seconds while a component is shown. The browser asks, so that each run has the identity of
 * the person who is signed in; a background thread would have none.
 */
public final class Polling {
    private static final int STOPPED = -1;

    private final Runnable action;
    private boolean failing;

    private Polling(Runnable action) {
        this.action = action;
    }

    public static void whileShown(Component component, int intervalMillis, Runnable action) {
        Polling polling = new Polling(action);
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            ui.setPollInterval(intervalMillis);
            Registration listener = ui.addPollListener(poll -> polling.run());
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                listener.remove();
                ui.setPollInterval(STOPPED);
            });
        });
    }

    /** An outage is told once, not every few seconds; what was last shown stays. */
    private void run() {
        try {
            action.run();
            failing = false;
        } catch (ApiProblem problem) {
            if (!failing) {
                Notices.problem(problem);
            }
            failing = true;
        }
    }
}
