package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Lines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What Tollgate must know of a provider. The secret goes one way: it is sent, and never shown. */
final class ProviderForm extends Composite<Div> {
    static final String DISCOVERY = "provider-discovery";
    static final String CLIENT = "provider-client";
    static final String SECRET = "provider-secret";
    static final String DOMAINS = "provider-domains";

    private static final String SUFFIX = "/.well-known/openid-configuration";

    private final FormFields fields = new FormFields();
    private final TextField discovery = fields.add("discoveryUrl", new TextField("Discovery URL"));
    private final TextField client = fields.add("clientId", new TextField("Client ID"));
    private final PasswordField secret = fields.add("clientSecret", new PasswordField("Client secret"));
    private final TextArea domains = fields.add("domains", new TextArea("Domains of email addresses"));

    ProviderForm() {
        discovery.setId(DISCOVERY);
        discovery.setPlaceholder("https://login.acme.example" + SUFFIX);
        discovery.setHelperText("Where the provider describes itself; it ends with " + SUFFIX);
        client.setId(CLIENT);
        secret.setId(SECRET);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setRevealButtonVisible(false);
        domains.setId(DOMAINS);
        domains.setPlaceholder("acme.example");
        domains.setHelperText("One a line. Who signs in with such an address is sent to your provider.");
        Component[] all = {discovery, client, secret, domains};
        getContent().add(all);
        getContent().addClassName("form-body");
    }

    /** What is linked, or the empty form. */
    void show(Optional<IdentityProvider> linked) {
        fields.clear();
        discovery.setValue(linked.map(one -> one.discoveryUrl().toString()).orElse(""));
        client.setValue(linked.map(IdentityProvider::clientId).orElse(""));
        domains.setValue(linked.map(one -> String.join("\n", one.domains())).orElse(""));
        secret.clear();
        secret.setPlaceholder(linked.isPresent() ? "kept as it is" : "");
        secret.setHelperText(
                linked.isPresent()
                        ? "It is never shown. Empty keeps the one that is known."
                        : "As the provider shows it; it is never shown here.");
    }

    /** What is written; empty if it cannot be sent, which its field says. */
    Optional<NewIdentityProvider> read() {
        fields.clear();
        if (discovery.getValue().isBlank()) {
            fields.refuse("discoveryUrl", "Must be given");
            return Optional.empty();
        }
        try {
            return Optional.of(new NewIdentityProvider(
                    new URI(discovery.getValue().strip()),
                    client.getValue().strip(),
                    secret.isEmpty() ? null : secret.getValue(),
                    Lines.of(domains.getValue())));
        } catch (URISyntaxException e) {
            fields.refuse("discoveryUrl", "This is no address.");
            return Optional.empty();
        }
    }

    void refuse(ApiProblem problem) {
        fields.show(problem);
    }
}
