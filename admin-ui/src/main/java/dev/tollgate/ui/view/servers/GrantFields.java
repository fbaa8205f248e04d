package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.api.NewPersonExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.PersonExchange;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each person's sign-in is given for: the server's token itself, another one there, or one of the server's own provider. */
final class GrantFields extends Composite<Div> {
    static final String USE = "grant-use";
    static final String SUBJECT = "grant-subject";
    static final String AUDIENCE = "grant-audience";
    static final String ISSUER = "grant-issuer";
    static final String CLIENT = "grant-client";
    static final String METHOD = "grant-method";
    static final String SECRET = "grant-secret";
    static final String SCOPES = "grant-scopes";
    static final String RESOURCE = "grant-resource";

    private static final String EXCHANGE_AT = "oauth.exchange.";
    private static final String ID_JAG_AT = "oauth.idJag.";

    /** How the server comes to its token. */
    enum Use {
        ITSELF("it is the server's provider: its token is sent to the server"),
        EXCHANGE("its token is exchanged there for the server's (RFC 8693)"),
        ID_JAG("it is a grant for the server's own provider (ID-JAG)");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Select<Use> use = new Select<>();
    private final Select<PersonExchange.Subject> subject = new Select<>();
    private final TextField audience = new TextField("Audience");
    private final TextField issuer = new TextField("The server's own provider (issuer)");
    private final TextField client = new TextField("Client id there");
    private final Select<SecretMethod> method = SecretMethod.select(METHOD, "Shown there by");
    private final PasswordField secret = Typed.secret(SECRET, "Client secret there");
    private final TextField scopes = new TextField("Scopes of the server's token");
    private final TextField resource = new TextField("Resource of the server's token");
    private final Checkbox withoutResource = new Checkbox("That provider does not take a resource");

    GrantFields(FormFields fields, @Nullable OauthCredential stored) {
        use.setId(USE);
        use.setLabel("Where people sign in");
        use.setItems(Use.values());
        use.setItemLabelGenerator(Use::words);
        subject.setId(SUBJECT);
        subject.setLabel("Exchanged is");
        subject.setItems(PersonExchange.Subject.values());
        subject.setItemLabelGenerator(GrantFields::words);
        subject.setValue(PersonExchange.Subject.ACCESS_TOKEN);
        audience.setId(AUDIENCE);
        audience.setHelperText("What the provider calls the server. Empty: the resource alone says it.");
        issuer.setId(ISSUER);
        client.setId(CLIENT);
        scopes.setId(SCOPES);
        scopes.setHelperText("With blanks between. Empty: what is given by itself.");
        resource.setId(RESOURCE);
        resource.setHelperText("Whom the token is for (RFC 8707). Empty: the server's URL.");
        place(fields);
        getContent().addClassName("form-body");
        getContent().add(use, subject, audience, issuer, client, method, secret, scopes, resource, withoutResource);
        use.addValueChangeListener(event -> arrange());
        method.addValueChangeListener(event -> arrange());
        use.setValue(Use.ITSELF);
        if (stored != null) {
            show(stored);
        }
        arrange();
    }

    private void place(FormFields fields) {
        fields.add(EXCHANGE_AT + "subject", subject);
        fields.add(EXCHANGE_AT + "audience", audience);
        fields.add(EXCHANGE_AT + "scopes", scopes);
        fields.add(EXCHANGE_AT + "resource", resource);
        fields.place("oauth.exchange", use);
        fields.add(ID_JAG_AT + "issuer", issuer);
        fields.add(ID_JAG_AT + "clientId", client);
        fields.add(ID_JAG_AT + "method", method);
        fields.add(ID_JAG_AT + "secret", secret);
        fields.place(ID_JAG_AT + "scopes", scopes);
        fields.place(ID_JAG_AT + "resource", resource);
        fields.place("oauth.idJag", use);
    }

    private void arrange() {
        Use now = use.getValue();
        subject.setVisible(now == Use.EXCHANGE);
        audience.setVisible(now == Use.EXCHANGE);
        issuer.setVisible(now == Use.ID_JAG);
        client.setVisible(now == Use.ID_JAG);
        method.setVisible(now == Use.ID_JAG);
        boolean hasSecret = method.getValue() == SecretMethod.CLIENT_SECRET_BASIC
                || method.getValue() == SecretMethod.CLIENT_SECRET_POST;
        secret.setVisible(now == Use.ID_JAG && hasSecret);
        scopes.setVisible(now != Use.ITSELF);
        resource.setVisible(now != Use.ITSELF);
        withoutResource.setVisible(now != Use.ITSELF);
    }

    private void show(OauthCredential stored) {
        PersonExchange exchange = stored.exchange();
        IdJag idJag = stored.idJag();
        if (exchange != null) {
            use.setValue(Use.EXCHANGE);
            subject.setValue(exchange.subject());
            audience.setValue(exchange.audience() == null ? "" : exchange.audience());
            scopes.setValue(String.join(" ", exchange.scopes()));
            resource.setValue(
                    exchange.resource() == null ? "" : exchange.resource().toString());
            withoutResource.setValue(exchange.withoutResource());
        } else if (idJag != null) {
            use.setValue(Use.ID_JAG);
            issuer.setValue(idJag.issuer().toString());
            client.setValue(idJag.clientId());
            method.setValue(SecretMethod.of(idJag.method()));
            secret.setHelperText(
                    "Stored " + Texts.minute(idJag.changedAt()) + " and not shown. Leave it empty to keep it.");
            if (idJag.publicKey() != null) {
                getContent().add(new PublicKeyText(idJag.publicKey()));
            }
            scopes.setValue(String.join(" ", idJag.scopes()));
            resource.setValue(idJag.resource() == null ? "" : idJag.resource().toString());
            withoutResource.setValue(idJag.withoutResource());
        }
    }

    /** Whether all stands there that must, and addresses are some; the fields say what does not. */
    boolean isWhole(FormFields fields) {
        if (!isVisible() || use.getValue() == Use.ITSELF) {
            return true;
        }
        Typed.url(fields, EXCHANGE_AT + "resource", resource);
        if (use.getValue() == Use.EXCHANGE) {
            return !resource.isInvalid();
        }
        Optional<URI> provider = Typed.url(fields, ID_JAG_AT + "issuer", issuer);
        if (provider.isEmpty() && !issuer.isInvalid()) {
            fields.refuse(ID_JAG_AT + "issuer", "Must be given.");
        }
        if (client.getValue().isBlank()) {
            fields.refuse(ID_JAG_AT + "clientId", "Must be given.");
        }
        return provider.isPresent() && !client.isInvalid() && !resource.isInvalid();
    }

    @Nullable
    NewPersonExchange exchange(FormFields fields) {
        return isVisible() && use.getValue() == Use.EXCHANGE
                ? new NewPersonExchange(
                        subject.getValue(),
                        Typed.text(audience),
                        Typed.scopes(scopes),
                        Typed.url(fields, EXCHANGE_AT + "resource", resource).orElse(null),
                        withoutResource.getValue())
                : null;
    }

    @Nullable
    NewIdJag idJag(FormFields fields) {
        return isVisible() && use.getValue() == Use.ID_JAG
                ? new NewIdJag(
                        URI.create(issuer.getValue().strip()),
                        client.getValue().strip(),
                        method.getValue().method(),
                        secret.isVisible() && !secret.isEmpty() ? secret.getValue() : null,
                        Typed.scopes(scopes),
                        Typed.url(fields, EXCHANGE_AT + "resource", resource).orElse(null),
                        withoutResource.getValue())
                : null;
    }

    private static String words(PersonExchange.Subject subject) {
        return switch (subject) {
            case ACCESS_TOKEN -> "the access token of the sign-in";
            case ID_TOKEN -> "the id token of the sign-in";
        };
    }
}
