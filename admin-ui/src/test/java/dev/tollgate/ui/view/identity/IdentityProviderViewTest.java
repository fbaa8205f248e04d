package dev.tollgate.ui.view.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.ui.view.PageTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityProviderViewTest extends PageTest {
    private static final String OKTA = "https://acme.okta.example/.well-known/openid-configuration";

    @BeforeEach
    void openPage() {
        open(new IdentityProviderView(api));
    }

    @Test
    void the_redirect_uri_is_there_to_copy_before_anything_is_linked() {
        assertThat(at(Pre.class, IdentityProviderView.REDIRECT).getText()).endsWith("/broker/tenant-acme/endpoint");
        assertThat(text(at(Div.class, IdentityProviderView.STATE))).contains("not linked");
        assertThat(isThere(Button.class, IdentityProviderView.UNLINK)).isFalse();
    }

    @Test
    void a_provider_is_linked_and_its_secret_is_gone_from_the_page() {
        fill(OKTA, "s3cret", "acme.example\nacme.test");

        click(IdentityProviderView.SAVE);

        assertThat(linked().domains()).containsExactly("acme.example", "acme.test");
        assertThat(api.log).containsExactly("linkIdentityProvider s3cret");
        assertThat(at(PasswordField.class, ProviderForm.SECRET).getValue()).isEmpty();
        assertThat(text(at(Div.class, IdentityProviderView.STATE))).contains("not live", "https://acme.okta.example");
    }

    @Test
    void a_change_without_a_secret_keeps_the_one_that_is_known() {
        fill(OKTA, "s3cret", "acme.example");
        click(IdentityProviderView.SAVE);

        test(at(TextField.class, ProviderForm.CLIENT)).setValue("another");
        click(IdentityProviderView.SAVE);

        assertThat(linked().clientId()).isEqualTo("another");
        assertThat(api.log).endsWith("linkIdentityProvider null");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        fill("https://acme.okta.example", "s3cret", "acme.example");
        click(IdentityProviderView.SAVE);
        TextField discovery = at(TextField.class, ProviderForm.DISCOVERY);
        assertThat(discovery.getErrorMessage()).contains("Ends with /.well-known");

        test(discovery).setValue("not an address");
        click(IdentityProviderView.SAVE);

        assertThat(discovery.isInvalid()).isTrue();
        assertThat(discovery.getErrorMessage()).isEqualTo("This is no address.");
        assertThat(api.identityProvider).isNull();
    }

    @Test
    void an_empty_form_is_not_sent() {
        click(IdentityProviderView.SAVE);

        assertThat(at(TextField.class, ProviderForm.DISCOVERY).isInvalid()).isTrue();
        assertThat(api.log).isEmpty();
        assertThat(at(Button.class, IdentityProviderView.SAVE).isEnabled()).isTrue();
    }

    @Test
    void it_is_tried_and_what_came_of_it_is_shown_as_text_before_it_is_live() {
        fill(OKTA, "s3cret", "acme.example");
        click(IdentityProviderView.SAVE);
        assertThat(isThere(Button.class, TrialPanel.LOOK)).isFalse();

        click(TrialPanel.BEGIN);
        assertThat(at(Pre.class, TrialPanel.ADDRESS).getText()).startsWith("https://sign-in.tollgate.example/auth");
        assertThat(text(at(Div.class, TrialPanel.RESULT))).contains("waiting");
        api.trial = trial(
                SignInTrial.State.SUCCEEDED,
                null,
                new SignInTrial.Outcome(
                        "ann@acme.example", List.of("viewer"), null, true, Map.of("groups", "<b>Engineering</b>")));
        click(TrialPanel.LOOK);

        assertThat(text(at(Div.class, TrialPanel.RESULT)))
                .contains("ann@acme.example", "Roles: viewer", "Team: none", "groups: <b>Engineering</b>");
        click(TrialPanel.LIVE);
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();
        assertThat(linked().live()).isTrue();
        assertThat(isThere(Button.class, TrialPanel.LIVE)).isFalse();
    }

    @Test
    void a_trial_that_failed_says_why() {
        api.trial = trial(SignInTrial.State.FAILED, "Check the client's id.", null);
        fill(OKTA, "s3cret", "acme.example");
        click(IdentityProviderView.SAVE);

        assertThat(text(at(Div.class, TrialPanel.RESULT))).contains("failed", "Check the client's id.");
    }

    private static SignInTrial trial(
            SignInTrial.State state, @Nullable String problem, SignInTrial.@Nullable Outcome outcome) {
        return new SignInTrial(state, Instant.EPOCH, Instant.EPOCH.plusSeconds(600), null, problem, outcome);
    }

    @Test
    void it_is_unlinked_after_a_question() {
        fill(OKTA, "s3cret", "acme.example");
        click(IdentityProviderView.SAVE);
        click(IdentityProviderView.UNLINK);
        assertThat(api.identityProvider).isNotNull();

        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();

        assertThat(api.identityProvider).isNull();
        assertThat(at(TextField.class, ProviderForm.DISCOVERY).getValue()).isEmpty();
        assertThat(isThere(Button.class, IdentityProviderView.UNLINK)).isFalse();
    }

    @Test
    void the_directorys_token_is_shown_once_and_revoked_after_a_question() {
        assertThat(at(Pre.class, DirectoryToken.ADDRESS).getText()).endsWith("/scim/v2");
        assertThat(isThere(Button.class, DirectoryToken.REVOKE)).isFalse();

        click(DirectoryToken.ISSUE);

        assertThat(at(Pre.class, DirectoryToken.TOKEN).getText()).isEqualTo(api.directoryToken);
        click(DirectoryToken.DONE);
        assertThat(isThere(Pre.class, DirectoryToken.TOKEN)).isFalse();
        assertThat(text(at(Div.class, DirectoryToken.STATE))).contains("token in use");
        click(DirectoryToken.REVOKE);
        assertThat(api.directoryToken).isNotNull();
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();
        assertThat(api.directoryToken).isNull();
        assertThat(text(at(Div.class, DirectoryToken.STATE))).contains("no token");
    }

    @Test
    void rules_are_added_and_what_is_wrong_with_one_is_said_at_its_field() {
        MappingForm form = $(MappingForm.class).single();
        click(MappingForm.ADD);
        click(MappingForm.ADD);
        RuleRow first = form.rows().getFirst();
        first.group().setValue("taken");
        first.roles().setValue(Set.of("tool-admin", "viewer"));
        test(at(TextField.class, MappingForm.CLAIM)).setValue("groups");

        click(MappingForm.SAVE);
        assertThat(first.group().isInvalid()).isTrue();
        first.group().setValue("Engineering");
        click(MappingForm.SAVE);

        assertThat(api.mapping.claim()).isEqualTo("groups");
        assertThat(api.mapping.rules())
                .containsExactly(new PeopleRule("Engineering", List.of("tool-admin", "viewer"), null));
        assertThat(form.rows()).hasSize(1);
    }

    private IdentityProvider linked() {
        return Objects.requireNonNull(api.identityProvider);
    }

    private void fill(String discovery, String secret, String domains) {
        test(at(TextField.class, ProviderForm.DISCOVERY)).setValue(discovery);
        test(at(TextField.class, ProviderForm.CLIENT)).setValue("tollgate");
        test(at(PasswordField.class, ProviderForm.SECRET)).setValue(secret);
        test(at(TextArea.class, ProviderForm.DOMAINS)).setValue(domains);
    }
}
