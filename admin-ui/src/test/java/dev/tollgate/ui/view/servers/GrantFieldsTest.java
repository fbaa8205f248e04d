package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.api.PersonExchange;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.view.PageTest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each person's sign-in is given for. */
class GrantFieldsTest extends PageTest {
    private void openDialog() {
        new CredentialDialog(api, admin(), api.servers.getFirst(), () -> {}).open();
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        ((Select<T>) at(Select.class, id)).setValue(value);
        roundTrip();
    }

    private void type(String id, String text) {
        test(at(TextField.class, id)).setValue(text);
    }

    private void eachPersons() {
        openDialog();
        choose(CredentialDialog.KIND, ServerCredential.Kind.OAUTH);
        choose(OauthFields.WHO, Who.EACH_PERSON);
    }

    private void stored(@Nullable PersonExchange exchange, @Nullable IdJag idJag) {
        api.credentials.put(
                api.servers.getFirst().id(),
                new ServerCredential(
                        new OauthCredential(
                                Who.EACH_PERSON,
                                URI.create("https://login.acme.example"),
                                null,
                                null,
                                List.of(),
                                null,
                                false,
                                null,
                                Demo.NOW,
                                exchange,
                                idJag,
                                null),
                        null,
                        null,
                        7));
    }

    @Test
    void anAccountOfTheOrganizationIsGivenForNothing() {
        openDialog();
        choose(CredentialDialog.KIND, ServerCredential.Kind.OAUTH);
        assertThat($(Select.class).withId(GrantFields.USE).exists()).isFalse();

        choose(OauthFields.WHO, Who.EACH_PERSON);
        assertThat($(Select.class).withId(GrantFields.USE).exists()).isTrue();
        assertThat($(TextField.class).withId(GrantFields.AUDIENCE).exists()).isFalse();
        choose(GrantFields.USE, GrantFields.Use.EXCHANGE);
        choose(OauthFields.WHO, Who.TENANT);
        save();

        assertThat(api.log).containsExactly("replaceCredential oauth TENANT of null as null, secret null, scopes []");
    }

    @Test
    void aSignInIsExchanged() {
        eachPersons();
        choose(GrantFields.USE, GrantFields.Use.EXCHANGE);
        choose(GrantFields.SUBJECT, PersonExchange.Subject.ID_TOKEN);
        type(GrantFields.AUDIENCE, " crm ");
        type(GrantFields.SCOPES, "read  write");

        save();

        assertThat(api.log)
                .containsExactly("replaceCredential oauth EACH_PERSON of null as null, secret null, scopes [],"
                        + " its ID_TOKEN for crm with [read, write]");
    }

    @Test
    void aSignInIsAGrantForTheServersOwnProvider() {
        eachPersons();
        choose(GrantFields.USE, GrantFields.Use.ID_JAG);
        save();
        assertThat(at(TextField.class, GrantFields.ISSUER).isInvalid()).isTrue();
        assertThat(at(TextField.class, GrantFields.CLIENT).isInvalid()).isTrue();
        assertThat(api.log).isEmpty();

        type(GrantFields.ISSUER, "https://login.crm.example");
        type(GrantFields.CLIENT, "tollgate");
        assertThat($(PasswordField.class).withId(GrantFields.SECRET).exists()).isFalse();
        choose(GrantFields.METHOD, SecretMethod.CLIENT_SECRET_POST);
        test(at(PasswordField.class, GrantFields.SECRET)).setValue("plum");
        save();

        assertThat(api.log)
                .containsExactly("replaceCredential oauth EACH_PERSON of null as null, secret null, scopes [],"
                        + " a grant for https://login.crm.example as tollgate by CLIENT_SECRET_POST, secret plum");
    }

    @Test
    void whatIsStoredIsShownAndKept() {
        stored(new PersonExchange(PersonExchange.Subject.ID_TOKEN, "crm", List.of("read"), null, false), null);
        openDialog();
        save();
        stored(
                null,
                new IdJag(
                        URI.create("https://login.crm.example"),
                        "tollgate",
                        null,
                        List.of(),
                        null,
                        false,
                        null,
                        Demo.NOW));
        openDialog();
        save();

        assertThat(api.log)
                .containsExactly(
                        "replaceCredential oauth EACH_PERSON of https://login.acme.example as null, secret null, scopes [],"
                                + " its ID_TOKEN for crm with [read]",
                        "replaceCredential oauth EACH_PERSON of https://login.acme.example as null, secret null, scopes [],"
                                + " a grant for https://login.crm.example as tollgate by null, secret null");
    }

    @Test
    void anAddressThatIsNoneIsSaidAtItsField() {
        eachPersons();
        choose(GrantFields.USE, GrantFields.Use.EXCHANGE);
        type(GrantFields.RESOURCE, "not an address");

        save();

        assertThat(at(TextField.class, GrantFields.RESOURCE).isInvalid()).isTrue();
        assertThat(api.log).isEmpty();
    }
}
