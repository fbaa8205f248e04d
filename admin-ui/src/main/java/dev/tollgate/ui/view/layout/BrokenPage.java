package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.jboss.logging.Logger;

/** Shown when building a page met a bug. The page admits it; what went wrong stands in the log alone. */
@AnonymousAllowed
@PageTitle("Not available · Tollgate")
public final class BrokenPage extends Div implements HasErrorParameter<Exception> {
    public static final String PAGE = "page-broken";

    private static final Logger LOG = Logger.getLogger(BrokenPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("a page could not be built", parameter.getCaughtException());
        setId(PAGE);
        addClassNames("page", "page-alone");
        add(new EmptyState(
                VaadinIcon.WRENCH,
                "This page could not be shown",
                "It is our fault, and it was recorded. Other pages may work.",
                Links.button("Go to the home page", "")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
