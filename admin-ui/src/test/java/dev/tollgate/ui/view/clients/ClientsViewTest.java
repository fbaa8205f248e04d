package dev.tollgate.ui.view.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.LastUse;
import dev.tollgate.ui.view.PageTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientsViewTest extends PageTest {
    private static final Instant SINCE = Instant.parse("2026-11-29T07:00:00Z");

    private ClientGrant grant(String user, String userName, String client) {
        ClientGrant grant = new ClientGrant(
                user,
                userName,
                client,
                client.equals("robot") ? null : "<b>Editor</b>",
                List.of("mcp:read", "mcp:call"),
                SINCE,
                client.equals("robot") ? null : new LastUse(SINCE, "gateway-1", null));
        api.clients.add(grant);
        return grant;
    }

    @Test
    void an_admin_sees_whose_clients_there_are_and_revokes_one() {
        grant("u1", "Vic Varga", "https://editor.example");
        ClientGrant robot = grant("u2", "Ada", "robot");
        ClientsView page = open(new ClientsView(api, admin()));

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getHeaderCell(1)).isEqualTo("Person");
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("Vic Varga");
        assertThat(test(grid()).getCellText(1, 4)).isEqualTo("not yet");
        revoke(page, robot);

        assertThat(api.clients).extracting(ClientGrant::client).containsExactly("https://editor.example");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void everyone_else_sees_and_revokes_their_own() {
        grant("u1", "Somebody", "robot");
        ClientGrant own = grant(api.me.subject(), "Me", "https://editor.example");
        ClientsView page = open(new ClientsView(api, viewer()));

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getHeaderCell(1)).isEqualTo("Scopes");
        revoke(page, own);

        assertThat(api.clients).extracting(ClientGrant::user).containsExactly("u1");
        assertThat(isThere(Grid.class, ClientsView.GRID)).isFalse();
        assertThat(text(page)).contains("No client yet");
    }

    private void revoke(ClientsView page, ClientGrant grant) {
        page.revoke(grant);
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private Grid<ClientGrant> grid() {
        return (Grid<ClientGrant>) at(Grid.class, ClientsView.GRID);
    }
}
