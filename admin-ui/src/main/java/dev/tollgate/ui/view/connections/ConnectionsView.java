package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Notices;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's connections: all of them, one that is asked for by its server's id, or what a return from a provider comes to.
 * The address of one is what agents are given; it does nothing by itself.
 */
@Route(value = "connections", layout = ConsoleLayout.class)
@PageTitle("Connections · Tollgate")
@PermitAll
public final class ConnectionsView extends Div implements HasUrlParameter<String> {
    public static final String PAGE = "page-connections";

    private static final String RETURN = "return";

    private final TollgateApi api;

    public ConnectionsView(TollgateApi api) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        removeAll();
        if (parameter == null) {
            add(new ConnectionList(api));
        } else if (parameter.equals(RETURN)) {
            returned(event);
        } else {
            one(event, parameter);
        }
    }

    private void one(BeforeEvent event, String id) {
        try {
            add(new OneConnection(api, api.connection(UUID.fromString(id)), query(event, "client")));
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        } catch (ApiProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            event.rerouteToError(NotFoundException.class);
        }
    }

    /**
     * Leads on where it worked, so that the address with the handle is not kept. The browser itself goes there: the router of a
     * page that was only just loaded may still be at work, and would keep the address or write it again.
     */
    private void returned(BeforeEvent event) {
        try {
            ConnectionMade made = Arrival.finish(api, query(event, "departure"), query(event, "handle"));
            boolean ofTenant = made.who() == OauthCredential.Who.TENANT;
            String next = ofTenant ? "servers" : "connections/" + made.server();
            Notices.doneOnNextPage("Connected. Gateways use it from now on.");
            add(new Paragraph("Connected. "), Links.button("Go on", next));
            event.getUI().getPage().executeJs("window.location.replace(new URL($0, document.baseURI))", next);
        } catch (ApiProblem problem) {
            add(Arrival.refused(problem.detail().isEmpty() ? problem.title() : problem.detail()));
        } catch (Arrival.NotHere e) {
            add(Arrival.refused(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable String query(BeforeEvent event, String name) {
        return Optional.ofNullable(
                        event.getLocation().getQueryParameters().getParameters().get(name))
                .filter(values -> values.size() == 1)
                .map(List::getFirst)
                .orElse(null);
    }
}
