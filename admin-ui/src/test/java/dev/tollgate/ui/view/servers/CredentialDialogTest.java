package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void theDetailsNameTheHeadersAndNoValue() {
        stored("Authorization");
        ServerActions actions = new ServerActions(api, admin(), () -> {});

        assertThat(actions.credentialWords(crm())).startsWith("Authorization (since ");
        assertThat(actions.credentialWords(api.servers.getLast())).isEqualTo("none");
    }
}
