package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OAuth's code flow: whose account it is, and what the server does not say by itself. */
final class OauthFields extends Composite<Div> {
    static final String WHO = "oauth-who";
    static final String ISSUER = "oauth-issuer";
    static final String CLIENT = "oauth-client";
    static final String METHOD = "oauth-method";
    static final String SECRET = "oauth-secret";
    static final String SCOPES = "oauth-scopes";
    static final String WITHOUT_RESOURCE = "oauth-without-resource";
    static final String LOOK = "oauth-look";
    static final String SEEN = "oauth-seen";

    private final Select<Who> who = new Select<>();
    private final TextField issuer = new TextField("Provider (issuer)");
    private final TextField client = new TextField("Client id");
    private final Select<SecretMethod> method = SecretMethod.select(METHOD, "Shown to the provider by");
    private final PasswordField secret = Typed.secret(SECRET, "Client secret");
    private final TextField scopes = new TextField("Scopes");
    private final TextField resource = new TextField("Resource");
    private final Div seen = new Div();
    private final Checkbox withoutResource = new Checkbox("The provider does not take a resource");
    private final GrantFields grant;

    /**
     * @param look at what is found by what stands in the fields, before it is saved
     */
    OauthFields(FormFields fields, @Nullable OauthCredential stored, Consumer<OauthFields> look) {
        grant = new GrantFields(fields, stored);
        who.setId(WHO);
        who.setLabel("Whose account");
        who.setItems(Who.values());
        who.setItemLabelGenerator(OauthFields::words);
        who.setValue(Who.TENANT);
        issuer.setId(ISSUER);
        issuer.setHelperText("Empty: the one that the server names.");
        client.setId(CLIENT);
        client.setHelperText("Empty: Tollgate makes itself known there. A client needs its provider above.");
        scopes.setId(SCOPES);
        scopes.setHelperText("With blanks between. Empty: those that the server names.");
        resource.setHelperText("Whom tokens are for (RFC 8707). Empty: what the server says of itself.");
        withoutResource.setId(WITHOUT_RESOURCE);
        place(fields);
        Button preview = new Button("Look at the server", event -> look.accept(this));
        preview.setId(LOOK);
        seen.setId(SEEN);
        if (stored != null) {
            show(stored);
        }
        Details more = new Details("What the server does not say by itself");
        Div unsaid = new Div(issuer, client, method, secret, scopes, resource, withoutResource);
        unsaid.addClassName("form-body");
        more.add(unsaid);
        more.setOpened(stored != null && stored.issuer() != null);
        getContent().addClassName("form-body");
        getContent().add(who, grant, preview, seen, more);
        grant.setVisible(ofEachPerson());
        who.addValueChangeListener(event -> grant.setVisible(ofEachPerson()));
        if (stored != null && stored.publicKey() != null) {
            getContent().add(new PublicKeyText(stored.publicKey()));
        }
    }

    boolean ofEachPerson() {
        return who.getValue() == Who.EACH_PERSON;
    }

    void whenChosen(Runnable otherAccount) {
        who.addValueChangeListener(event -> otherAccount.run());
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
        method.setValue(SecretMethod.of(stored.method()));
        if (stored.method() != null) {
            secret.setHelperText(
                    "Stored " + Texts.minute(stored.changedAt()) + " and not shown. Leave it empty to keep it.");
        }
        scopes.setValue(String.join(" ", stored.scopes()));
        resource.setValue(stored.resource() == null ? "" : stored.resource().toString());
        withoutResource.setValue(stored.withoutResource());
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
        Optional<URI> provider = Typed.url(fields, "oauth.issuer", issuer);
        Optional<URI> audience = Typed.url(fields, "oauth.resource", resource);
        if (issuer.isInvalid() || resource.isInvalid() || !grant.isWhole(fields)) {
            return Optional.empty();
        }
        boolean hasClient = !client.getValue().isBlank();
        return Optional.of(new NewOauthCredential(
                who.getValue(),
                provider.orElse(null),
                hasClient ? client.getValue().strip() : null,
                hasClient ? method.getValue().method() : null,
                secret.isEmpty() ? null : secret.getValue(),
                Typed.scopes(scopes),
                audience.orElse(null),
                withoutResource.getValue(),
                grant.exchange(fields),
                grant.idJag(fields)));
    }

    private static String words(Who who) {
        return switch (who) {
            case TENANT -> "one for the organization, which an admin connects";
            case EACH_PERSON -> "each person's own";
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
