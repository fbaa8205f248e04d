package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OAuth's code flow: whose account it is, and what the server does not say by itself. */
final class OauthFields extends Composite<Div> {
    static final String WHO = "oauth-who";
    static final String ISSUER = "oauth-issuer";
    static final String CLIENT = "oauth-client";
    static final String SECRET = "oauth-secret";
    static final String SCOPES = "oauth-scopes";
    static final String LOOK = "oauth-look";
    static final String SEEN = "oauth-seen";

    /** A client without a secret, beside those with one; null is no item of a select. */
    private enum Shown {
        NOTHING,
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST,
        PRIVATE_KEY_JWT;

        @Nullable
        ClientMethod method() {
            return this == NOTHING ? null : ClientMethod.valueOf(name());
        }
    }

    private final Select<Who> who = new Select<>();
    private final TextField issuer = new TextField("Provider (issuer)");
    private final TextField client = new TextField("Client id");
    private final Select<Shown> method = new Select<>();
    private final PasswordField secret = new PasswordField("Client secret");
    private final TextField scopes = new TextField("Scopes");
    private final TextField resource = new TextField("Resource");
    private final Div seen = new Div();
    private final boolean withoutResource;
    private final @Nullable NewPersonExchange exchange;
    private final @Nullable NewIdJag idJag;

    /**
     * @param look at what is found by what stands in the fields, before it is saved
     */
    OauthFields(FormFields fields, @Nullable OauthCredential stored, Consumer<OauthFields> look) {
        withoutResource = stored != null && stored.withoutResource();
        exchange = stored == null || stored.exchange() == null ? null : NewPersonExchange.of(stored.exchange());
        idJag = stored == null || stored.idJag() == null ? null : NewIdJag.of(stored.idJag());
        who.setId(WHO);
        who.setLabel("Whose account");
        who.setItems(Who.values());
        who.setItemLabelGenerator(OauthFields::words);
        who.setValue(Who.TENANT);
        issuer.setId(ISSUER);
        issuer.setHelperText("Empty: the one that the server names.");
        client.setId(CLIENT);
        client.setHelperText("Empty: Tollgate makes itself known there. A client needs its provider above.");
        method.setLabel("Shown to the provider by");
        method.setItems(Shown.values());
        method.setItemLabelGenerator(OauthFields::words);
        method.setValue(Shown.NOTHING);
        secret.setId(SECRET);
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        scopes.setId(SCOPES);
        scopes.setHelperText("With blanks between. Empty: those that the server names.");
        resource.setHelperText("Whom tokens are for (RFC 8707). Empty: what the server says of itself.");
        place(fields);
        Button preview = new Button("Look at the server", event -> look.accept(this));
        preview.setId(LOOK);
        seen.setId(SEEN);
        if (stored != null) {
            show(stored);
        }
        Details more = new Details("What the server does not say by itself");
        more.add(issuer, client, method, secret, scopes, resource);
        more.setOpened(stored != null && stored.issuer() != null);
        getContent().addClassName("client-fields");
        getContent().add(who, preview, seen, more);
    }

    private void place(FormFields fields) {
        String at = "oauth.";
        fields.add(at + "who", who);
        fields.add(at + "issuer", issuer);
        fields.add(at + "clientId", client);
        fields.add(at + "method", method);
        fields.add(at + "secret", secret);
        fields.add(at + "scopes", scopes);
        fields.add(at + "resource", resource);
        fields.place("oauth", who);
    }

    private void show(OauthCredential stored) {
        who.setValue(stored.who());
        issuer.setValue(stored.issuer() == null ? "" : stored.issuer().toString());
        client.setValue(stored.clientId() == null ? "" : stored.clientId());
        method.setValue(
                stored.method() == null
                        ? Shown.NOTHING
                        : Shown.valueOf(stored.method().name()));
        if (stored.method() != null) {
            secret.setHelperText(
                    "Stored " + Texts.minute(stored.changedAt()) + " and not shown. Leave it empty to keep it.");
        }
        scopes.setValue(String.join(" ", stored.scopes()));
        resource.setValue(stored.resource() == null ? "" : stored.resource().toString());
        if (stored.found() != null) {
            seen.setText("Found " + Texts.minute(stored.found().foundAt()) + ": "
                    + stored.found().issuer() + ", where Tollgate is known "
                    + words(stored.found().knownBy()) + ".");
        }
    }

    /** What was found, before anything is kept. */
    void show(OauthPreview preview) {
        seen.setText(preview.issuer() + " lets people in. Tollgate will be known there "
                + words(preview.knownBy()) + ", and asks for "
                + (preview.scopes().isEmpty() ? "what is given by itself" : String.join(", ", preview.scopes())) + ".");
    }

    /** Empty if something is no address, upon which its field says so. */
    Optional<NewOauthCredential> read(FormFields fields) {
        Optional<URI> provider = url(fields, "oauth.issuer", issuer);
        Optional<URI> audience = url(fields, "oauth.resource", resource);
        if (issuer.isInvalid() || resource.isInvalid()) {
            return Optional.empty();
        }
        boolean hasClient = !client.getValue().isBlank();
        List<String> wanted = Arrays.stream(scopes.getValue().strip().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
        return Optional.of(new NewOauthCredential(
                who.getValue(),
                provider.orElse(null),
                hasClient ? client.getValue().strip() : null,
                hasClient ? method.getValue().method() : null,
                secret.isEmpty() ? null : secret.getValue(),
                wanted,
                audience.orElse(null),
                withoutResource,
                exchange,
                idJag));
    }

    private static Optional<URI> url(FormFields fields, String name, TextField field) {
        try {
            return field.getValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(URI.create(field.getValue().strip()));
        } catch (IllegalArgumentException _) {
            fields.refuse(name, "Is an address.");
            return Optional.empty();
        }
    }

    private static String words(Who who) {
        return switch (who) {
            case TENANT -> "one for the organization, which an admin connects";
            case EACH_PERSON -> "each person's own";
        };
    }

    private static String words(Shown shown) {
        return switch (shown) {
            case NOTHING -> "nothing: it has no secret";
            case CLIENT_SECRET_BASIC -> "a secret, in the Authorization header";
            case CLIENT_SECRET_POST -> "a secret, in the body";
            case PRIVATE_KEY_JWT -> "a key that Tollgate makes (private_key_jwt)";
        };
    }

    static String words(OauthCredential.KnownBy by) {
        return switch (by) {
            case GIVEN_CLIENT -> "as the client that you give";
            case CLIENT_DOCUMENT -> "by its client document";
            case REGISTRATION -> "by registering a client for this server";
        };
    }
}
