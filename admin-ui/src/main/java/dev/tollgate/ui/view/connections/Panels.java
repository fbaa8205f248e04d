package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.Connection;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of a connection's page look like. */
final class Panels {
    private Panels() {}

    static Div panel(String title, Component... content) {
        Div box = new Div(new H2(title));
        box.add(content);
        box.addClassNames("panel", "form-panel");
        return box;
    }

    static Div buttons(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("detail-actions");
        return row;
    }

    /** The server, what it knows the person by, and of a token what it may and until when. */
    static DescriptionList facts(Connection connection) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "Server", connection.serverName());
        fact(facts, "Knows you by", ConnectionWords.by(connection));
        if (ConnectionWords.isByHeaders(connection)) {
            return facts;
        }
        @Nullable AccessTokenStatus token = connection.token();
        List<String> scopes = token == null ? connection.scopes() : token.scopes();
        fact(facts, "Scopes", scopes.isEmpty() ? "what the provider gives by itself" : String.join(", ", scopes));
        if (token != null) {
            if (!token.asked().isEmpty()) {
                fact(facts, "The server asks for too", String.join(", ", token.asked()));
            }
            fact(facts, "Token valid until", ConnectionWords.until(token));
            fact(facts, "Renewed", Texts.minute(token.renewedAt()));
            fact(facts, "Renewed next", token.nextAt() == null ? "when you ask for it" : Texts.minute(token.nextAt()));
        }
        return facts;
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
