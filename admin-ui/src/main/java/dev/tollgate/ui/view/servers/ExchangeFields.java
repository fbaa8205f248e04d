package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.ui.view.layout.FormFields;
import org.jspecify.annotations.Nullable;

/** What a provider is asked to give a token for another one for, beside what its client is. */
final class ExchangeFields extends Composite<Div> {
    static final String AUDIENCE = "exchange-audience";

    private static final String AT = "tokenExchange.";

    private final TextField audience = new TextField("Audience");
    private final TextField subjectScopes = new TextField("Scopes of Tollgate's own token");

    ExchangeFields(FormFields fields, @Nullable TokenExchange stored) {
        audience.setId(AUDIENCE);
        audience.setHelperText("What the provider calls the server. Empty: the resource alone says it.");
        subjectScopes.setHelperText("Of the token that is exchanged, with blanks between.");
        if (stored != null) {
            audience.setValue(stored.audience() == null ? "" : stored.audience());
            subjectScopes.setValue(String.join(" ", stored.subjectScopes()));
        }
        fields.add(AT + "audience", audience);
        fields.add(AT + "subjectScopes", subjectScopes);
        getContent().addClassName("form-body");
        getContent().add(audience, subjectScopes);
    }

    NewTokenExchange with(NewClientCredentials client) {
        return new NewTokenExchange(client, Typed.text(audience), Typed.scopes(subjectScopes));
    }
}
