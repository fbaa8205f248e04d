package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialDialogTest extends PageTest {
    private int reloads;

    private Server crm() {
        return api.servers.getFirst();
    }

    private void openDialog() {
        new CredentialDialog(api, crm(), () -> reloads++).open();
        roundTrip();
    }

    private void stored(String... names) {
        api.credentials.put(
                crm().id(),
                new ServerCredential(
                        ServerCredential.Kind.HEADERS,
                        Arrays.stream(names)
                                .map(name -> new ServerCredential.Header(name, Demo.NOW))
                                .toList(),
                        7));
    }

    private TextField name(int row) {
        return $(TextField.class).all().get(row);
    }

    private PasswordField value(int row) {
        return $(PasswordField.class).all().get(row);
    }

    @Test
    void severalHeadersAreSent() {
        openDialog();
        test(name(0)).setValue("Authorization");
        test(value(0)).setValue("Bearer plum");
        click(CredentialDialog.ADD);
        test(name(1)).setValue("X-Team");
        test(value(1)).setValue("blue");
        click(CredentialDialog.ADD);

        save();

        assertThat(api.log).contains("replaceCredential [Authorization=Bearer plum, X-Team=blue]");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void aStoredValueIsNotShownAndKeptUnlessAnotherIsTyped() {
        stored("Authorization", "X-Team");
        openDialog();

        assertThat(name(0).getValue()).isEqualTo("Authorization");
        assertThat(value(0).getValue()).isEmpty();
        assertThat(value(0).getHelperText()).contains("not shown");
        test(value(1)).setValue("red");
        save();

        assertThat(api.log).contains("replaceCredential [Authorization=null, X-Team=red]");
    }

    @Test
    void withoutAnyNameTheServerIsSentNone() {
        stored("Authorization");
        openDialog();
        test(name(0)).setValue("");

        save();

        assertThat(api.credentials).isEmpty();
    }

    @Test
    void whatTheControlPlaneRefusesStandsAtItsField() {
        openDialog();
        test(name(0)).setValue("Host");
        test(value(0)).setValue("x");
        api.outage = FakeApi.problem(
                422,
                "The request is not valid",
                List.of(new Problem.FieldError("headers[0].name", "this header is the protocol's own")));

        save();

        assertThat(name(0).isInvalid()).isTrue();
        assertThat(name(0).getErrorMessage()).isEqualTo("This header is the protocol's own");
        assertThat(reloads).isZero();
    }

    private void storedClient(AccessTokenStatus.State state, String reason) {
        api.credentials.put(
                crm().id(),
                new ServerCredential(
                        new ClientCredentials(
                                URI.create("https://login.example.com"),
                                "robot",
                                ClientMethod.PRIVATE_KEY_JWT,
                                List.of("read"),
                                null,
                                false,
                                Map.of("kty", "EC", "kid", "key-1"),
                                Demo.NOW),
                        new AccessTokenStatus(state, Demo.NOW, reason, List.of(), List.of(), null, null, null),
                        7));
    }

    @Test
    void aClientOfAProviderIsSentInsteadOfHeaders() {
        openDialog();
        choose(ServerCredential.Kind.CLIENT_CREDENTIALS);
        test(at(TextField.class, ClientFields.ISSUER)).setValue("https://login.example.com");
        test(at(TextField.class, ClientFields.ID)).setValue("robot");
        test(at(PasswordField.class, ClientFields.SECRET)).setValue("plum");

        save();

        assertThat(api.log)
                .contains("replaceCredential robot of https://login.example.com by CLIENT_SECRET_BASIC, secret plum,"
                        + " scopes []");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void aTokenExchangeHasAClientAndWhomItIsFor() {
        openDialog();
        choose(ServerCredential.Kind.TOKEN_EXCHANGE);
        test(at(TextField.class, ClientFields.ISSUER)).setValue("https://login.example.com");
        test(at(TextField.class, ClientFields.ID)).setValue("robot");
        test(at(PasswordField.class, ClientFields.SECRET)).setValue("plum");
        test(at(TextField.class, ExchangeFields.AUDIENCE)).setValue("crm");

        save();

        assertThat(api.log).contains("replaceCredential exchange for crm with []");
        openDialog();
        assertThat(at(TextField.class, ExchangeFields.AUDIENCE).getValue()).isEqualTo("crm");
        assertThat(at(TextField.class, ClientFields.ID).getValue()).isEqualTo("robot");
    }

    @Test
    void whatIsMissingOfAClientIsSaidAtItsField() {
        openDialog();
        choose(ServerCredential.Kind.CLIENT_CREDENTIALS);

        save();

        assertThat(at(TextField.class, ClientFields.ISSUER).isInvalid()).isTrue();
        assertThat(at(TextField.class, ClientFields.ID).isInvalid()).isTrue();
        assertThat(reloads).isZero();
    }

    @Test
    void aTokenThatNeedsAttentionSaysWhyAndIsAskedForAnew() {
        storedClient(AccessTokenStatus.State.NEEDS_ATTENTION, "the provider refuses: invalid_client");
        assertThat(new ServerActions(api, admin(), () -> {}).credentialWords(crm()))
                .contains("client “robot” of https://login.example.com", "needs attention", "invalid_client");
        openDialog();
        assertThat($(TextArea.class).single().getValue()).contains("\"kid\": \"key-1\"");
        assertThat($(PasswordField.class).exists()).as("a key is not typed").isFalse();

        click(CredentialDialog.RENEW);

        assertThat(api.log).contains("renewCredential");
        assertThat(reloads).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private void choose(ServerCredential.Kind kind) {
        ((Select<ServerCredential.Kind>) at(Select.class, CredentialDialog.KIND)).setValue(kind);
        roundTrip();
    }

    @Test
    void theDetailsNameTheHeadersAndNoValue() {
        stored("Authorization");
        ServerActions actions = new ServerActions(api, admin(), () -> {});

        assertThat(actions.credentialWords(crm())).startsWith("Authorization (since ");
        assertThat(actions.credentialWords(api.servers.getLast())).isEqualTo("none");
    }

    @Test
    void oauthIsLookedAtSavedAndConnected() {
        openDialog();
        choose(ServerCredential.Kind.OAUTH);
        click(OauthFields.LOOK);
        assertThat(text(at(Div.class, OauthFields.SEEN)))
                .contains("https://login.example", "by registering", "tools.read, tools.call");
        save();

        assertThat(api.log).containsExactly("replaceCredential oauth TENANT of null as null, secret null, scopes []");
        openDialog();
        click(CredentialDialog.CONNECT);
        assertThat(api.log).contains("departForTenant");
    }

    @Test
    void whoHasConnectedIsListedAndCanBeDisconnected() {
        api.credentials.put(
                crm().id(),
                new ServerCredential(
                        new OauthCredential(
                                OauthCredential.Who.EACH_PERSON,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                false,
                                null,
                                Demo.NOW,
                                null),
                        null,
                        null,
                        7));
        api.personConnections.add(new ConnectedPerson(
                "u1",
                "Vic Varga",
                new AccessTokenStatus(
                        AccessTokenStatus.State.VALID, Demo.NOW, null, List.of(), List.of(), null, null, null),
                2));
        openDialog();

        assertThat(text(at(Div.class, ConnectedPeople.ID))).contains("Connected people: 1.", "Vic Varga: token valid");
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Disconnect"))
                        .findFirst()
                        .orElseThrow())
                .click();
        roundTrip();

        assertThat(api.personConnections).isEmpty();
        assertThat(text(at(Div.class, ConnectedPeople.ID))).contains("Nobody is connected yet");
    }
}
