package dev.tollgate.ui.view.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Departed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person connects, allows and takes back, and comes back from a provider rightly or wrongly. */
class ConnectionsViewTest extends PageTest {
    private static final UUID SERVER = UUID.fromString("01999999-0000-7000-8000-000000000001");
    private static final AccessTokenStatus VALID = new AccessTokenStatus(
            AccessTokenStatus.State.VALID,
            Demo.NOW,
            null,
            List.of("tools.read"),
            List.of(),
            Demo.NOW,
            Demo.NOW,
            Demo.NOW);

    private Connection wiki(@Nullable AccessTokenStatus token, String... clients) {
        Connection wiki = new Connection(
                SERVER,
                "wiki",
                ServerCredential.Kind.PERSON_OAUTH,
                URI.create("https://login.example"),
                List.of("tools.read"),
                token,
                List.of(),
                List.of(clients).stream()
                        .map(client -> new Connection.Client(client, Demo.NOW))
                        .toList());
        api.connections.add(wiki);
        return wiki;
    }

    private void editor() {
        api.clients.add(new ClientGrant(
                api.me.subject(), "Me", "https://editor.example", "<b>Editor</b>", List.of(), Demo.NOW, null));
    }

    @Test
    void nothing_to_connect_is_said() {
        ConnectionList list = open(new ConnectionList(api));

        assertThat(text(list)).contains("Nothing to connect");
    }

    @Test
    void each_server_stands_with_its_state() {
        wiki(VALID, "a");

        open(new ConnectionList(api));

        assertThat(test(at(Grid.class, ConnectionList.GRID)).size()).isEqualTo(1);
        assertThat(test(at(Grid.class, ConnectionList.GRID)).getCellText(0, 5)).isEqualTo("1");
    }

    @Test
    void connecting_keeps_the_binding_in_the_session_and_out_of_the_address() throws Exception {
        Connection wiki = wiki(null);
        open(new OneConnection(api, wiki, null));

        click(OwnAccount.CONNECT);
        ConnectionMade made = Arrival.finish(api, SERVER.toString(), "handle");

        assertThat(made.server()).isEqualTo(SERVER);
        assertThat(api.log)
                .contains("depart " + SERVER + " for null", "finishConnection handle with binding-of-the-session");
    }

    @Test
    void whoever_comes_with_an_address_of_another_session_sends_nothing() {
        wiki(null);

        assertThat(refusal(SERVER.toString(), "handle")).contains("You are not connected", "not begun in this browser");
        assertThat(api.log).isEmpty();
    }

    @Test
    void a_return_is_good_once() throws Exception {
        wiki(null);
        Departed.note(new ConnectionDeparture(SERVER, URI.create("https://x"), "binding-of-the-session", Demo.NOW));
        Arrival.finish(api, SERVER.toString(), "handle");
        api.log.clear();

        assertThat(refusal(SERVER.toString(), "handle")).contains("You are not connected");
        assertThat(refusal(null, null)).contains("nothing that was asked for");
        assertThat(refusal("no id", "handle")).contains("nothing that was asked for");
        assertThat(api.log).isEmpty();
    }

    private String refusal(@Nullable String departure, @Nullable String handle) {
        try {
            Arrival.finish(api, departure, handle);
            return "connected";
        } catch (Arrival.NotHere e) {
            return text(open(new Div(Arrival.refused(String.valueOf(e.getMessage())))));
        } catch (ApiProblem problem) {
            return problem.title();
        }
    }

    @Test
    void a_client_that_asks_is_shown_by_name_and_allowed() {
        editor();
        OneConnection page = open(new OneConnection(api, wiki(VALID), "https://editor.example"));

        assertThat(text(at(Div.class, OneConnection.CONSENT)))
                .contains("<b>Editor</b>", "https://login.example", "tools.read")
                .doesNotContain("knows no client");
        click(OneConnection.ALLOW);

        assertThat(api.connections.getFirst().clients())
                .extracting(Connection.Client::client)
                .containsExactly("https://editor.example");
        assertThat(isThere(Div.class, OneConnection.CONSENT)).isFalse();
        assertThat(text(page)).contains("<b>Editor</b> (https://editor.example), since");
    }

    @Test
    void a_key_that_asks_is_shown_by_name() {
        api.keys.add(Demo.key("bzuispIWCxFx", "laptop", VirtualKey.State.ACTIVE, List.of()));

        open(new OneConnection(api, wiki(VALID), "bzuispIWCxFx"));

        assertThat(text(at(Div.class, OneConnection.CONSENT)))
                .contains("laptop (bzuispIWCxFx)")
                .doesNotContain("knows no client");
    }

    @Test
    void an_unknown_client_is_warned_of_and_denied() {
        open(new OneConnection(api, wiki(VALID), "https://somebody.example"));

        assertThat(text(at(Div.class, OneConnection.CONSENT))).contains("knows no client or key of yours");
        click(OneConnection.DENY);

        assertThat(api.connections.getFirst().clients()).isEmpty();
        assertThat(isThere(Div.class, OneConnection.CONSENT)).isFalse();
    }

    @Test
    void a_client_that_asks_before_there_is_a_connection_goes_along() {
        editor();
        open(new OneConnection(api, wiki(null), "https://editor.example"));

        click(OneConnection.ALLOW);

        assertThat(api.log).containsExactly("depart " + SERVER + " for https://editor.example");
    }

    @Test
    void a_client_is_taken_back_and_the_connection_ended() {
        editor();
        OneConnection page = open(new OneConnection(api, wiki(VALID, "https://editor.example"), null));

        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Take back"))
                        .findFirst()
                        .orElseThrow())
                .click();
        roundTrip();
        assertThat(api.connections.getFirst().clients()).isEmpty();
        click(OwnAccount.DISCONNECT);
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();

        assertThat(api.connections.getFirst().token()).isNull();
        assertThat(text(page)).contains("not connected");
    }

    @Test
    void a_token_is_renewed_by_hand_and_what_comes_of_it_is_shown_by_itself() {
        OneConnection page = open(new OneConnection(api, wiki(VALID), null));
        click(OwnAccount.RENEW);
        assertThat(api.log).containsExactly("renewConnection");
        AccessTokenStatus refused = new AccessTokenStatus(
                AccessTokenStatus.State.RETRYING,
                Demo.NOW,
                "the provider is away",
                List.of(),
                List.of(),
                null,
                null,
                null);
        Connection before = api.connections.getFirst();

        api.connections.set(0, with(before, refused));
        poll();

        assertThat(text(page)).contains("renewal is retried", "the provider is away");
    }

    private static Connection with(Connection one, AccessTokenStatus token) {
        return new Connection(
                one.server(),
                one.serverName(),
                one.kind(),
                one.issuer(),
                one.scopes(),
                token,
                one.headers(),
                one.clients());
    }

    @Test
    void why_it_needs_attention_is_said() {
        AccessTokenStatus refused = new AccessTokenStatus(
                AccessTokenStatus.State.NEEDS_ATTENTION,
                Demo.NOW,
                "the provider refuses: invalid_grant",
                List.of(),
                List.of(),
                null,
                null,
                null);

        OneConnection page = open(new OneConnection(api, wiki(refused), null));

        assertThat(text(page))
                .contains("connect anew", "the provider refuses: invalid_grant")
                .doesNotContain("The server asks for too");
    }

    @Test
    void scopes_that_the_server_asks_for_are_shown() {
        AccessTokenStatus asking = new AccessTokenStatus(
                AccessTokenStatus.State.NEEDS_ATTENTION,
                Demo.NOW,
                "the server asks for more than was granted: scope wiki.write",
                List.of("wiki.read"),
                List.of("wiki.write"),
                null,
                null,
                null);

        OneConnection page = open(new OneConnection(api, wiki(asking), null));

        assertThat(text(page)).contains("The server asks for too", "wiki.write");
    }
}
