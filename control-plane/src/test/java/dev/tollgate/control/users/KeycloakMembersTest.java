package dev.tollgate.control.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.testing.SharedStack;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.local.stack.LocalStack;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a real Keycloak, with the rights that the control plane's own account has there. */
@ExtendWith(SharedStack.class)
class KeycloakMembersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "operator@tollgate.example";

    private static KeycloakAdmin admin;
    private static Members members;
    private static Accounts accounts;

    private String organization;
    private String email;

    @BeforeAll
    static void start(LocalStack stack) {
        admin = stack.backends().keycloak().admin();
        Map<String, String> config = stack.config();
        KeycloakRealm realm = new KeycloakRealm(
                value(config, "url"), "tollgate", value(config, "client-id"), value(config, "client-secret"), JSON);
        members = new KeycloakMembers(realm);
        accounts = new KeycloakAccounts(realm, members);
    }

    private static String value(Map<String, String> config, String key) {
        return Objects.requireNonNull(config.get("tollgate.keycloak." + key));
    }

    @BeforeEach
    void fresh() throws Exception {
        organization = organization();
        email = "ada-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void whoIsInvitedSignsInForTheTenantWithTheirRolesOnceTheyHaveChosenAPassword() throws Exception {
        // when
        Invited invited = members.invite(organization, email, "Ada King Lovelace", roles("admin", "finance"));
        // then
        Member member = invited.member();
        assertThat(member.name()).isEqualTo("Ada King Lovelace");
        assertThat(member.roles()).containsExactly("admin", "finance");
        assertThat(members.list(organization, "", 0, 10)).containsExactly(member);
        assertThatThrownBy(
                        () -> admin.tokenOf(email, invited.temporaryPassword().orElseThrow()))
                .hasMessageContaining("not fully set up");
        // and when they choose one, as the sign-in page asks them to
        choosePassword(member.id());
        // then
        JsonNode claims = claims(admin.tokenOf(email, "chosen"));
        assertThat(claims.path("organization").findValuesAsText("id")).containsExactly(organization);
        assertThat(claims.path("realm_access").path("roles").toString()).contains("admin", "finance");
    }

    @Test
    void anInvitationOfAMemberAnswersThemAsTheyAre() {
        Invited first = members.invite(organization, email, "Ada", roles("viewer"));

        Invited again = members.invite(organization, email, "Another", roles("owner"));

        assertThat(again.isNew()).isFalse();
        assertThat(again.member()).isEqualTo(first.member());
    }

    @Test
    void whoBelongsElsewhereIsNotTakenOver() throws Exception {
        members.invite(organization, email, "Ada", roles("viewer"));
        String other = organization();

        for (String taken : List.of(email, OPERATOR)) {
            assertThatThrownBy(() -> members.invite(other, taken, "Mallory", roles("viewer")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NameTaken.class));
        }

        assertThat(members.list(other, "", 0, 10)).isEmpty();
        assertThat(members.list(organization, "", 0, 10)).hasSize(1);
        assertThat(admin.tokenOf(OPERATOR, "tollgate")).isNotEmpty();
    }

    @Test
    void anAccountThatAnInvitationLeftBehindIsTakenUpWithAnotherPassword() throws Exception {
        admin.post(
                "/users",
                JSON.valueToTree(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", "old", "temporary", false)))));

        Invited invited = members.invite(organization, email, "Ada", roles("viewer"));

        assertThat(invited.isNew()).isTrue();
        assertThat(invited.member().roles()).containsExactly("viewer");
        assertThatThrownBy(() -> admin.tokenOf(email, "old")).isInstanceOf(IOException.class);
    }

    @Test
    void rolesAreGivenAndTaken() {
        Member member =
                members.invite(organization, email, "Ada", roles("viewer")).member();

        members.changeRoles(member.id(), Set.of("owner", "auditor"), Set.of("viewer"));

        Member changed = members.find(organization, member.id()).orElseThrow();
        assertThat(changed.roles()).containsExactly("auditor", "owner");
        assertThat(changed.version()).isNotEqualTo(member.version());
    }

    @Test
    void aMembershipEndsWithTheAccountAndNobodyElseEndsIt() throws Exception {
        Member member =
                members.invite(organization, email, "Ada", roles("viewer")).member();
        assertThat(members.find(organization(), member.id())).isEmpty();
        assertThat(members.find(organization, UUID.randomUUID().toString())).isEmpty();

        members.remove(organization, member.id());
        members.remove(organization, member.id());

        assertThat(members.find(organization, member.id())).isEmpty();
        assertThat(members.invite(organization, email, "Ada", roles("viewer")).isNew())
                .isTrue();
    }

    @Test
    void whatTheProviderDoesNotAcceptIsToldAndLeavesNothing() {
        assertThatThrownBy(() -> members.invite(organization, email, "Ada <script>{$}", roles("viewer")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));

        assertThat(members.list(organization, "", 0, 10)).isEmpty();
    }

    @Test
    void peopleAreFoundByAPartOfTheirNameOrAddress() {
        Member ada = members.invite(organization, email, "Ada Lovelace", roles("viewer"))
                .member();
        members.invite(organization, "bob-" + email, "Bob Babbage", roles("viewer"));

        for (String part : List.of("Lovelace", "lace", "ada-")) {
            assertThat(members.list(organization, part, 0, 10)).as(part).contains(ada);
        }
        assertThat(members.list(organization, "Babb", 0, 10))
                .extracting(Member::name)
                .containsExactly("Bob Babbage");
        assertThat(members.list(organization, "nobody like this & that", 0, 10)).isEmpty();
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheOldOneAndAsksForOneOfTheirOwn() throws Exception {
        Member ada = members.invite(organization, email, "Ada Lovelace", roles("viewer"))
                .member();
        choosePassword(ada.id());
        admin.tokenOf(email, "chosen");
        assertThat(admin.get("/users/" + ada.id() + "/sessions")).isNotEmpty();

        String fresh = members.resetPassword(ada.id());

        assertThat(admin.get("/users/" + ada.id() + "/sessions")).isEmpty();
        assertThatThrownBy(() -> admin.tokenOf(email, "chosen")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> admin.tokenOf(email, fresh)).hasMessageContaining("not fully set up");
    }

    @Test
    void whoComesThroughAProviderOfTheirOwnIsKnown() throws Exception {
        Member ada = members.invite(organization, email, "Ada", roles("viewer")).member();
        assertThat(members.signsInElsewhere(ada.id())).isFalse();
        String alias = "okta-" + UUID.randomUUID();
        admin.post(
                "/identity-provider/instances",
                JSON.valueToTree(Map.of("alias", alias, "providerId", "oidc", "config", Map.of())));

        admin.post(
                "/users/" + ada.id() + "/federated-identity/" + alias,
                JSON.valueToTree(Map.of("identityProvider", alias, "userId", "00u1", "userName", email)));

        assertThat(members.signsInElsewhere(ada.id())).isTrue();
    }

    @Test
    void whomADirectoryBringsIsAMemberWithoutRolesOnceAndNobodyElses() throws Exception {
        Account ada = new Account(email, "Ada", "Lovelace", "Ada Lovelace");

        Accounts.Taken taken = accounts.take(organization, ada);

        assertThat(taken.isNew()).isTrue();
        assertThat(taken.member().roles()).isEmpty();
        assertThat(taken.member().name()).isEqualTo("Ada Lovelace");
        assertThat(accounts.take(organization, ada)).isEqualTo(new Accounts.Taken(taken.member(), false));
        String other = organization();
        assertThatThrownBy(() -> accounts.take(other, ada)).isInstanceOf(Refused.class);
    }

    @Test
    void anAccountIsDescribedAnewUnlessSomeoneHasTheAddress() {
        String id = accounts.take(organization, new Account(email, "Ada", "Lovelace", "Ada"))
                .member()
                .id();
        String taken = "bob-" + email;
        accounts.take(organization, new Account(taken, "Bob", "Babbage", "Bob"));

        accounts.describe(id, new Account("countess-" + email, "Ada", "King", "Ada King"));

        Member ada = members.find(organization, id).orElseThrow();
        assertThat(ada.email()).isEqualTo("countess-" + email);
        assertThat(ada.name()).isEqualTo("Ada King");
        assertThatThrownBy(() -> accounts.describe(id, new Account(taken, "Ada", "King", "Ada")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NameTaken.class));
    }

    @Test
    void whoIsAllowedNoMoreLosesTheirSessionsAndSignsInAgainOnceTheyAre() throws Exception {
        Member ada = members.invite(organization, email, "Ada Lovelace", roles("viewer"))
                .member();
        choosePassword(ada.id());
        admin.tokenOf(email, "chosen");

        accounts.allow(ada.id(), false);

        assertThat(admin.get("/users/" + ada.id() + "/sessions")).isEmpty();
        assertThatThrownBy(() -> admin.tokenOf(email, "chosen")).isInstanceOf(IOException.class);
        assertThat(members.find(organization, ada.id()).orElseThrow().enabled()).isFalse();
        accounts.allow(ada.id(), true);
        assertThat(admin.tokenOf(email, "chosen")).isNotEmpty();
        assertThat(members.find(organization, ada.id()).orElseThrow().roles()).containsExactly("viewer");
    }

    private static TreeSet<String> roles(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static String organization() throws IOException, InterruptedException {
        String alias = "o-" + UUID.randomUUID().toString().substring(0, 8);
        admin.post("/organizations", JSON.valueToTree(Map.of("name", alias, "alias", alias)));
        return admin.get("/organizations?exact=true&search=" + alias)
                .required(0)
                .required("id")
                .asText();
    }

    private static void choosePassword(String id) throws IOException, InterruptedException {
        admin.put(
                "/users/" + id + "/reset-password",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "password")
                        .put("temporary", false)
                        .set("value", TextNode.valueOf("chosen")));
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
