package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.User;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server that wants something of each person: what it wants, as whom it is looked at, and who is connected. */
class PersonalCredentialTest extends PageTest {
    private static final UUID VIC = UUID.fromString("0190aaaa-0000-4000-8000-000000000001");
    private static final UUID PIA = UUID.fromString("0190aaaa-0000-4000-8000-000000000002");

    private Server crm() {
        return api.servers.getFirst();
    }

    private void openDialog(Rights rights) {
        new CredentialDialog(api, rights, crm(), () -> {}).open();
        roundTrip();
    }

    private void storedHeaders(@Nullable UUID lookAs) {
        api.credentials.put(
                crm().id(),
                new ServerCredential(List.of(new ServerCredential.Header("Authorization", Demo.NOW)), lookAs, 7));
    }

    private void storedAccounts(@Nullable UUID lookAs) {
        api.credentials.put(
                crm().id(),
                new ServerCredential(
                        new OauthCredential(
                                OauthCredential.Who.EACH_PERSON,
                                null,
                                "robot",
                                ClientMethod.PRIVATE_KEY_JWT,
                                List.of(),
                                null,
                                true,
                                Map.of("kid", "key-7"),
                                Demo.NOW,
                                null),
                        null,
                        lookAs,
                        7));
    }

    private static ConnectedPerson byHeaders(UUID user, String name, @Nullable Instant given) {
        return new ConnectedPerson(
                user.toString(), name, null, List.of(new PersonHeaders.Header("Authorization", given)), 1);
    }

    private static ConnectedPerson byAccount(UUID user, String name) {
        return new ConnectedPerson(
                user.toString(),
                name,
                new AccessTokenStatus(
                        AccessTokenStatus.State.VALID, Demo.NOW, null, List.of(), List.of(), null, null, null),
                List.of(),
                2);
    }

    @SuppressWarnings("unchecked")
    private void choose(ServerCredential.Kind kind) {
        ((Select<ServerCredential.Kind>) at(Select.class, CredentialDialog.KIND)).setValue(kind);
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<LookAsField.Choice> lookAs() {
        return (ComboBox<LookAsField.Choice>) at(ComboBox.class, LookAsField.ID);
    }

    private List<LookAsField.Choice> offered() {
        return lookAs().getLazyDataView().getItems().toList();
    }

    private TextArea names() {
        return at(TextArea.class, PersonHeaderFields.ID);
    }

    @Test
    void eachPersonIsAskedForHeadersByName() {
        api.people.add(new User(VIC.toString(), "vic@acme.example", "Vic", List.of(), null, true, 1));
        openDialog(admin());
        choose(ServerCredential.Kind.PERSON_HEADERS);
        test(names()).setValue("Authorization\n\n X-Team ");
        lookAs().setValue(offered().stream()
                .filter(one -> one.user().equals(VIC))
                .findFirst()
                .orElseThrow());

        save();

        assertThat(api.log)
                .containsExactly("replaceCredential each person's [Authorization, X-Team], looked at as " + VIC);
    }

    @Test
    void whatWasSaidBeforeIsShownAndKept() {
        storedHeaders(VIC);
        api.personConnections.add(byHeaders(VIC, "Vic Varga", Demo.NOW));
        openDialog(admin());

        assertThat(names().getValue()).isEqualTo("Authorization");
        assertThat(lookAs().getValue()).isEqualTo(new LookAsField.Choice(VIC, "Vic Varga"));
        save();

        assertThat(api.log).containsExactly("replaceCredential each person's [Authorization], looked at as " + VIC);
    }

    @Test
    void whoeverMayNotSeeUsersChoosesAmongThoseWhoAreConnected() {
        storedHeaders(null);
        api.personConnections.add(byHeaders(VIC, "Vic Varga", Demo.NOW));

        openDialog(new Rights(Demo.person("tess@acme.example", "tool-admin")));

        assertThat(offered()).containsExactly(new LookAsField.Choice(VIC, "Vic Varga"));
    }

    @Test
    void whatIsRefusedStandsAtItsField() {
        openDialog(admin());
        choose(ServerCredential.Kind.PERSON_HEADERS);
        test(names()).setValue("Host");
        api.outage = FakeApi.problem(
                422,
                "The request is not valid",
                List.of(
                        new Problem.FieldError("personHeaders[0]", "this header is the protocol's own"),
                        new Problem.FieldError("lookAs", "is no user of this tenant")));

        save();

        assertThat(names().getErrorMessage()).isEqualTo("Entry 1: this header is the protocol's own");
        assertThat(lookAs().getErrorMessage()).isEqualTo("Is no user of this tenant");
    }

    @Test
    void accountsOfPeopleKeepAsWhomTheServerIsLookedAtAndEverythingElse() {
        storedAccounts(VIC);
        openDialog(admin());
        assertThat(at(Checkbox.class, OauthFields.WITHOUT_RESOURCE).getValue()).isTrue();
        assertThat($(TextArea.class).all()).extracting(TextArea::getValue).contains("{\"kid\": \"key-7\"}");

        save();

        assertThat(api.log)
                .containsExactly(
                        "replaceCredential oauth EACH_PERSON of null as robot, secret null, scopes [], looked at"
                                + " as " + VIC + ", without resource");
    }

    @Test
    void nobodyIsLookedAsForAnAccountOfTheTenant() {
        openDialog(admin());

        choose(ServerCredential.Kind.OAUTH);

        assertThat(isThere(ComboBox.class, LookAsField.ID)).isFalse();
    }

    @Test
    void whoIsConnectedIsListedAndCanBeDisconnectedAfterAQuestion() {
        storedAccounts(null);
        api.personConnections.add(byAccount(VIC, "Vic Varga"));
        openDialog(admin());
        assertThat(people()).contains("Vic Varga: token valid", "2 clients allowed");

        disconnectTheFirst();

        assertThat(api.personConnections).isEmpty();
        assertThat(people()).contains("Nobody is connected yet");
    }

    @Test
    void whoHasGivenHeadersIsListedWithoutAValueAndCanBeDisconnectedToo() {
        storedHeaders(null);
        api.personConnections.add(byHeaders(VIC, "Vic Varga", Demo.NOW));
        api.personConnections.add(byHeaders(PIA, "Pia Pohl", null));
        openDialog(admin());
        assertThat(people())
                .contains("Vic Varga: has given headers of their own; 1 client allowed")
                .contains("Pia Pohl: has still to give Authorization");

        disconnectTheFirst();

        assertThat(api.personConnections).extracting(ConnectedPerson::userName).containsExactly("Pia Pohl");
    }

    @Test
    void whoStandsBehindTheFirstHundredIsShownWhenAskedFor() {
        storedHeaders(null);
        for (int i = 0; i <= Keyset.PAGE_ROWS; i++) {
            api.personConnections.add(byHeaders(new UUID(1, i), "Person <" + i + ">", Demo.NOW));
        }
        openDialog(admin());
        assertThat(people()).contains("Person <99>").doesNotContain("Person <100>");

        click(ConnectedPeople.MORE);

        assertThat(people()).contains("Person <100>");
        assertThat(isThere(Button.class, ConnectedPeople.MORE)).isFalse();
    }

    private String people() {
        return text(at(Div.class, ConnectedPeople.ID));
    }

    private void disconnectTheFirst() {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Disconnect…"))
                        .findFirst()
                        .orElseThrow())
                .click();
        roundTrip();
        assertThat(api.personConnections).as("asked first").isNotEmpty();
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();
    }
}
