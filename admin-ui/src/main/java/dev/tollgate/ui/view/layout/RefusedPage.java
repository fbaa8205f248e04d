package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for a page that the person's roles do not open. */
@PermitAll
@PageTitle("Not allowed · Tollgate")
@ParentLayout(ConsoleLayout.class)
public final class RefusedPage extends Div implements HasErrorParameter<AccessDeniedException> {
    public static final String PAGE = "page-refused";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        setId(PAGE);
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.LOCK,
                "This page is not open to you",
                "Your role does not include it. If it is a page of your organization, an owner can give you a role that does.",
                Links.button("Go to the home page", "")));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
