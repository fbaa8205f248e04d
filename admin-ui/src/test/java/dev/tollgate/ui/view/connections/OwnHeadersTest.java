package dev.tollgate.ui.view.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person gives a server headers of their own, replaces and removes them, and never sees a value again. */
class OwnHeadersTest extends PageTest {
    private static final UUID SERVER = UUID.fromString("01999999-0000-7000-8000-000000000002");

    private Connection crm(@Nullable Instant given) {
        Connection crm = new Connection(
                SERVER,
                "crm",
                ServerCredential.Kind.PERSON_HEADERS,
                null,
                List.of(),
                null,
                List.of(new PersonHeaders.Header("Authorization", given), new PersonHeaders.Header("X-Team", given)),
                List.of(new Connection.Client("https://editor.example", Demo.NOW)));
        api.connections.add(crm);
        return crm;
    }

    private OneConnection page(@Nullable Instant given) {
        return open(new OneConnection(api, crm(given), null));
    }

    private PasswordField value(int place) {
        return at(PasswordField.class, OwnHeaders.VALUE + place);
    }

    private void type(int place, String text) {
        test(value(place)).setValue(text);
    }

    @Test
    void a_server_that_waits_for_headers_says_so_in_the_list() {
        crm(null);

        open(new ConnectionList(api));

        assertThat(row(1)).isEqualTo("your own Authorization, X-Team");
        assertThat(row(2)).isEqualTo("needs your headers");
        assertThat(row(3)).isEqualTo("Give your headers");
    }

    @Test
    void a_server_that_has_them_wants_nothing() {
        crm(Demo.NOW);

        open(new ConnectionList(api));

        assertThat(row(2)).isEqualTo("connected");
        assertThat(row(3)).isEqualTo("–");
        assertThat(row(4)).as("no token").isEqualTo("–");
    }

    private String row(int column) {
        return test(at(Grid.class, ConnectionList.GRID)).getCellText(0, column);
    }

    @Test
    void headers_are_given_once() {
        OneConnection page = page(null);
        assertThat(text(page)).contains("needs your headers");
        assertThat(isThere(Div.class, OwnHeaders.REMOVE)).isFalse();
        type(0, "Bearer plum");
        type(1, "blue");

        click(OwnHeaders.SAVE);

        assertThat(api.log).containsExactly("giveOwnHeaders [Authorization=Bearer plum, X-Team=blue]");
        assertThat(text(page)).contains("connected").doesNotContain("needs your headers", "plum");
        assertThat(value(0).getValue()).isEmpty();
        assertThat(value(0).getHelperText()).contains("not shown");
    }

    @Test
    void one_is_replaced_and_the_other_kept() {
        page(Demo.NOW);
        type(1, "red");

        click(OwnHeaders.SAVE);

        assertThat(api.log).containsExactly("giveOwnHeaders [Authorization=null, X-Team=red]");
    }

    @Test
    void one_that_is_missing_is_said_at_its_field_and_nothing_is_sent() {
        page(null);
        type(0, "Bearer plum");

        click(OwnHeaders.SAVE);

        assertThat(value(1).isInvalid()).isTrue();
        assertThat(value(1).getErrorMessage()).startsWith("Must be given");
        assertThat(value(0).isInvalid()).isFalse();
        assertThat(api.log).isEmpty();
    }

    @Test
    void what_the_control_plane_refuses_stands_at_its_field() {
        page(Demo.NOW);
        type(1, "bläu");
        api.outage = FakeApi.problem(
                422,
                "The request is not valid",
                List.of(new Problem.FieldError("headers[1].value", "is visible ASCII")));

        click(OwnHeaders.SAVE);

        assertThat(value(1).getErrorMessage()).isEqualTo("Is visible ASCII");
        assertThat(value(1).isInvalid()).isTrue();
    }

    @Test
    void they_are_removed_with_the_clients_after_a_question() {
        OneConnection page = page(Demo.NOW);

        click(OwnHeaders.REMOVE);
        assertThat(api.log).isEmpty();
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();

        assertThat(api.log).containsExactly("disconnect");
        assertThat(text(page)).contains("needs your headers", "None yet");
    }

    @Test
    void whoever_cannot_have_any_is_told_why() {
        Connection crm = crm(null);
        api.outage = FakeApi.problem(409, "Only a user of the tenant has connections of their own.", null);

        OneConnection page = open(new OneConnection(api, crm, null));

        assertThat(text(page)).contains("Only a user of the tenant");
        assertThat(isThere(PasswordField.class, OwnHeaders.VALUE + 0)).isFalse();
    }
}
