package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ClientMethod;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialDialogTest extends PageTest {
    private int reloads;

    private Server crm() {
        return api.servers.getFirst();
    }

    private void openDialog() {
        new CredentialDialog(api, admin(), crm(), () -> reloads++).open();
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
        click(HeaderFields.ADD);
        test(name(1)).setValue("X-Team");
        test(value(1)).setValue("blue");
        click(HeaderFields.ADD);

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
    void noneTakesAwayWhatWasStored() {
        stored("Authorization");
        openDialog();
        choose(ServerCredential.Kind.NONE);

        save();

        assertThat(api.credentials).isEmpty();
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void headersWithoutANameAreNotSent() {
        stored("Authorization");
        openDialog();
        test(name(0)).setValue("");

        save();

        assertThat(name(0).getErrorMessage()).contains("choose “None”");
        assertThat(api.credentials).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerCredential.Kind.class,
            names = {"PERSON_OAUTH", "PERSON_TOKEN_EXCHANGE", "PERSON_ID_JAG"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachKindSaysWhatItIsForAndWhereThereIsMore(ServerCredential.Kind kind) {
        openDialog();

        choose(kind);

        assertThat(text(at(Div.class, KindHelp.ID))).hasSizeGreaterThan(80);
        assertThat($(Anchor.class).single().getHref()).isEqualTo(KindHelp.page(kind));
    }

    @ParameterizedTest
    @EnumSource(ServerCredential.Kind.class)
    void eachKindHasAPageThatComesWithTheConsole(ServerCredential.Kind kind) {
        assertThat(KindHelp.class.getResource("/META-INF/resources/" + KindHelp.page(kind)))
                .isNotNull();
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

        click(StoredCredential.RENEW);

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
        click(StoredCredential.CONNECT);
        assertThat(api.log).contains("departForTenant");
    }
}
