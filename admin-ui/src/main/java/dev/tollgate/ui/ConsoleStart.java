package dev.tollgate.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import dev.tollgate.ui.view.layout.Failures;
import jakarta.enterprise.event.Observes;

/**
 * Sets up each browser session. Annotations on views are not enforced by Quarkus of themselves: the access control of
 * every page is added here, to every tab.
 */
final class ConsoleStart {
    private ConsoleStart() {}

    static void prepare(@Observes ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(new ContentPolicy());
        event.addVaadinRequestInterceptor(new WrittenInRequest());
        VaadinService service = event.getSource();
        service.addSessionInitListener(session -> session.getSession().setErrorHandler(new Failures()));
        service.addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(new NavigationAccessControl()));
    }
}
