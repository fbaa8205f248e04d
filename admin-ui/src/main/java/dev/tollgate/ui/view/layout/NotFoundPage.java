package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for an address that is no page. */
@PermitAll
@PageTitle("Not found · Tollgate")
@ParentLayout(ConsoleLayout.class)
public final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {
    public static final String PAGE = "page-not-found";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        setId(PAGE);
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.LIFEBUOY,
                "There is no such page",
                "The address may be misspelt or from an older version. The navigation has all pages.",
                Links.button("Go to the home page", "")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
