package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A client of an OAuth provider: who it is, and a secret that is typed and never shown. */
final class ClientFields extends Composite<Div> {
    static final String ISSUER = "client-issuer";
    static final String ID = "client-id";
    static final String METHOD = "client-method";
    static final String SECRET = "client-secret";

    private final TextField issuer = new TextField("Provider (issuer)");
    private final TextField id = new TextField("Client id");
    private final Select<ClientMethod> method = new Select<>();
    private final PasswordField secret = Typed.secret(SECRET, "Client secret");
    private final TextField scopes = new TextField("Scopes");
    private final TextField resource = new TextField("Resource");
    private final Checkbox withoutResource = new Checkbox("The provider does not take a resource");

    ClientFields(FormFields fields) {
        issuer.setId(ISSUER);
        issuer.setPlaceholder("https://login.example.com");
        id.setId(ID);
        method.setId(METHOD);
        method.setLabel("Shown to the provider by");
        method.setItems(ClientMethod.values());
        method.setItemLabelGenerator(ClientFields::words);
        method.setValue(ClientMethod.CLIENT_SECRET_BASIC);
        method.addValueChangeListener(event -> secret.setVisible(event.getValue() != ClientMethod.PRIVATE_KEY_JWT));
        scopes.setHelperText("With blanks between. Empty: what the provider gives by itself.");
        resource.setHelperText("Whom the token is for (RFC 8707). Empty: the server's URL.");
        getContent().addClassName("form-body");
        getContent().add(issuer, id, method, secret, scopes, resource, withoutResource);
        place(fields);
    }

    /** By their names in both kinds of credential that have a client. */
    private void place(FormFields fields) {
        place(fields, "issuer", issuer);
        place(fields, "clientId", id);
        place(fields, "method", method);
        place(fields, "secret", secret);
        place(fields, "scopes", scopes);
        place(fields, "resource", resource);
    }

    private static <F extends Component & HasValidationProperties & HasValue<?, ?>> void place(
            FormFields fields, String name, F field) {
        fields.add("clientCredentials." + name, field);
        fields.place("tokenExchange.client." + name, field);
    }

    ClientFields(FormFields fields, ClientCredentials stored) {
        this(fields);
        issuer.setValue(stored.issuer().toString());
        id.setValue(stored.clientId());
        method.setValue(stored.method());
        secret.setPlaceholder("unchanged");
        secret.setHelperText(
                "Stored " + Texts.minute(stored.changedAt()) + " and not shown. Leave it empty to keep it.");
        scopes.setValue(String.join(" ", stored.scopes()));
        resource.setValue(stored.resource() == null ? "" : stored.resource().toString());
        withoutResource.setValue(stored.withoutResource());
        Map<String, String> publicKey = stored.publicKey();
        if (publicKey != null) {
            getContent().add(new PublicKeyText(publicKey));
        }
    }

    /** Empty if it is not complete, upon which its fields say so. */
    Optional<NewClientCredentials> read(FormFields fields) {
        Optional<URI> issuerUrl = Typed.url(fields, "clientCredentials.issuer", issuer);
        if (issuerUrl.isEmpty()) {
            fields.refuse("clientCredentials.issuer", "Is an address.");
        }
        if (id.getValue().isBlank()) {
            fields.refuse("clientCredentials.clientId", "Must be given.");
        }
        Optional<URI> audience = Typed.url(fields, "clientCredentials.resource", resource);
        if (issuerUrl.isEmpty() || id.getValue().isBlank() || resource.isInvalid()) {
            return Optional.empty();
        }
        boolean typed = secret.isVisible() && !secret.isEmpty();
        return Optional.of(new NewClientCredentials(
                issuerUrl.get(),
                id.getValue().strip(),
                method.getValue(),
                typed ? secret.getValue() : null,
                Typed.scopes(scopes),
                audience.orElse(null),
                withoutResource.getValue()));
    }

    private static String words(ClientMethod method) {
        return switch (method) {
            case CLIENT_SECRET_BASIC -> "a secret, in the Authorization header";
            case CLIENT_SECRET_POST -> "a secret, in the body";
            case PRIVATE_KEY_JWT -> "a key that Tollgate makes (private_key_jwt)";
        };
    }
}
