package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tollgate.ui.client.ApiProblem;
import jakarta.servlet.http.HttpServletResponse;

/** Shown when a page could not be built at all. It has no frame, because the frame asks the control plane too. */
@AnonymousAllowed
@PageTitle("Not available · Tollgate")
public final class ProblemPage extends Div implements HasErrorParameter<ApiProblem> {
    public static final String PAGE = "page-problem";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ApiProblem> parameter) {
        ApiProblem problem = parameter.getException();
        setId(PAGE);
        addClassNames("page", "page-alone");
        Button again =
                new Button("Try again", click -> UI.getCurrent().getPage().reload());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor signOut = new Anchor("/sign-out", "Sign out");
        signOut.setRouterIgnore(true);
        add(new EmptyState(VaadinIcon.PLUG, problem.title(), problem.detail(), again, signOut));
        return status(problem);
    }

    /** What is not there is not found; anything else is away for the moment. */
    static int status(ApiProblem problem) {
        return problem.status() == HttpServletResponse.SC_NOT_FOUND
                ? HttpServletResponse.SC_NOT_FOUND
                : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
