package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.tollgate.ui.client.ApiProblem;
import org.jboss.logging.Logger;

/** What happens when an action fails and nobody caught it: a problem is shown in words, a bug is logged and admitted. */
public final class Failures implements ErrorHandler {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int CAUSES_MAX = 10;

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof ApiProblem problem) {
                Notices.problem(problem);
                return;
            }
            cause = cause.getCause();
        }
        LOG.error("an action of a page failed", event.getThrowable());
        // A request that broke off before it was read has no page to tell anything on.
        if (UI.getCurrent() != null) {
            Notices.problem("Something went wrong on our side", "It was recorded. Reload the page and try again.");
        }
    }
}
