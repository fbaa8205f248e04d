package dev.tollgate.control.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.revoke.RevocationJob;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.users.PublishedPeople;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser's way to a provider and back: who may finish it, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ConnectTest {
    @Inject
    EntityManager entities;

    @Inject
    TenantScope scope;

    @Inject
    Changes changes;

    @Inject
    PublishedPeople people;

    @Inject
    DepartureStore departures;

    @Inject
    RevocationJob rounds;

    private final WikiAndProvider wiki = new WikiAndProvider();
    private final String adaId = UUID.randomUUID().toString();
    private Acting owner;
    private Acting ada;
    private String server;
    private String mine;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("connect");
        ada = owner.person(adaId);
        server = owner.create("/servers", serverAt(owner.environment("production")));
        mine = "/me/connections/" + server;
    }

    @AfterEach
    void away() {
        wiki.close();
    }

    private Map<String, Object> serverAt(String environment) {
        Map<String, Object> body = new HashMap<>(Acting.serverBody("wiki", environment));
        body.put(
                "transport", Map.of("type", "streamable-http", "url", wiki.mcp().toString()));
        return body;
    }

    private void wants(String who) {
        owner.put("/servers/" + server + "/credential", Map.of("oauth", Map.of("who", who)))
                .statusCode(200)
                .body("oauth.who", equalTo(who));
    }

    private Traveller departing(Acting who) {
        return Traveller.departing(who, mine + "/departure", Map.of());
    }

    private void connected() {
        wants("EACH_PERSON");
        departing(ada).comesBack(ada, wiki.issuer()).statusCode(200);
    }

    @Test
    void a_person_connects_and_sees_it_and_nobody_elses() {
        wants("EACH_PERSON");
        owner.get("/servers/" + server + "/connections").body("items", hasSize(0));
        Traveller traveller = departing(ada);
        assertThat(traveller.asked())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("resource", wiki.mcp().toString())
                .containsEntry("scope", "wiki.read")
                .containsEntry("client_id", "client-1")
                .containsKey("state");

        traveller
                .comesBack(ada, wiki.issuer())
                .statusCode(200)
                .body("server", equalTo(server))
                .body("who", equalTo("EACH_PERSON"))
                .body("token.state", equalTo("VALID"));

        assertThat(wiki.tokenRequests()).hasSize(1);
        assertThat(wiki.tokenRequests().getFirst())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code-quince")
                .containsKey("code_verifier");
        ada.get(mine)
                .body("token.state", equalTo("VALID"))
                .body("token.scopes", equalTo(List.of("wiki.read")))
                .body("issuer", equalTo(wiki.issuer()));
        owner.person(UUID.randomUUID().toString()).get(mine).statusCode(200).body("token", nullValue());
        owner.get("/servers/" + server + "/connections")
                .body("items", hasSize(1))
                .body("items[0].user", equalTo(adaId));
    }

    @Test
    void an_admin_connects_the_tenant_and_ends_it() {
        wants("TENANT");
        ada.post("/servers/" + server + "/connection/departure", Map.of()).statusCode(403);
        Traveller traveller = Traveller.departing(owner, "/servers/" + server + "/connection/departure", Map.of());

        traveller.comesBack(owner, wiki.issuer()).statusCode(200).body("who", equalTo("TENANT"));
        owner.get("/servers/" + server + "/credential")
                .body("kind", equalTo("OAUTH"))
                .body("token.state", equalTo("VALID"))
                .body("oauth.found.knownBy", equalTo("REGISTRATION"));
        owner.request()
                .delete("/servers/" + server + "/connection")
                .then()
                .statusCode(200)
                .body("provider", equalTo("REVOKED"));

        owner.get("/servers/" + server + "/credential").body("token", nullValue());
        assertThat(wiki.revoked()).containsExactly(WikiAndProvider.REFRESH, WikiAndProvider.ACCESS);
    }

    @Test
    void scopes_that_were_granted_are_asked_for_again_beside_new_ones() {
        connected();

        Traveller more = Traveller.departing(ada, mine + "/departure", Map.of("scopes", List.of("wiki.write")));

        assertThat(more.asked()).containsEntry("scope", "wiki.read wiki.write");
        assertThat(wiki.registered()).as("known there already").isOne();
    }

    @Test
    void another_persons_return_is_refused_and_used_up() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        String handle = Traveller.handle(Traveller.returning(traveller.answered(wiki.issuer())));
        Acting eve = owner.person(UUID.randomUUID().toString());

        Traveller.finish(eve, traveller.departure(), handle, traveller.binding())
                .statusCode(409)
                .body("detail", containsString("Somebody else began it"));
        Traveller.finish(ada, traveller.departure(), handle, traveller.binding())
                .statusCode(409)
                .body("detail", containsString("used already"));

        nothingWasSent();
    }

    @Test
    void another_tenants_person_finds_nothing() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        String handle = Traveller.handle(Traveller.returning(traveller.answered(wiki.issuer())));
        Acting stranger = Acting.ownerOfNewTenant("stranger").person(adaId);

        Traveller.finish(stranger, traveller.departure(), handle, traveller.binding())
                .statusCode(409)
                .body("detail", containsString("no request that is open"));

        nothingWasSent();
    }

    @Test
    void another_browser_session_is_refused() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        Traveller other = departing(ada);
        String handle = Traveller.handle(Traveller.returning(traveller.answered(wiki.issuer())));

        Traveller.finish(ada, traveller.departure(), handle, other.binding())
                .statusCode(409)
                .body("detail", containsString("another browser or session"));

        nothingWasSent();
    }

    @Test
    void a_lured_victim_connects_nobody() {
        wants("EACH_PERSON");
        Acting eve = owner.person(UUID.randomUUID().toString());
        Traveller eves = departing(eve);
        // Ada's browser signs in at Eve's address and comes back; Ada's console has no binding for it.
        String handle = Traveller.handle(Traveller.returning(eves.answered(wiki.issuer())));

        Traveller.finish(ada, eves.departure(), handle, "b".repeat(43)).statusCode(409);
        Traveller.finish(eve, eves.departure(), handle, eves.binding()).statusCode(409);

        nothingWasSent();
    }

    @Test
    void a_state_is_taken_once() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        URI first = Traveller.returning(traveller.answered(wiki.issuer()));
        Map<String, String> forged = traveller.answered(wiki.issuer());
        forged.put("code", "code-of-eve");

        assertThat(Traveller.query(Traveller.returning(forged))).isEmpty();
        Traveller.finish(ada, traveller.departure(), Traveller.handle(first), traveller.binding())
                .statusCode(200);
        Traveller.finish(ada, traveller.departure(), Traveller.handle(first), traveller.binding())
                .statusCode(409)
                .body("detail", containsString("used already"));
        assertThat(Traveller.query(Traveller.returning(traveller.answered(wiki.issuer()))))
                .isEmpty();

        assertThat(wiki.tokenRequests()).extracting(form -> form.get("code")).containsExactly("code-quince");
    }

    @Test
    void a_stale_return_is_refused_and_forgotten() {
        wants("EACH_PERSON");
        Traveller late = departing(ada);
        String handle = Traveller.handle(Traveller.returning(late.answered(wiki.issuer())));
        Traveller later = departing(ada);
        update("update oauth_departure set expires_at = now() - interval '1 second'");

        assertThat(Traveller.query(Traveller.returning(later.answered(wiki.issuer()))))
                .isEmpty();
        Traveller.finish(ada, late.departure(), handle, late.binding())
                .statusCode(409)
                .body("detail", containsString("older than ten minutes"));
        departures.forgetExpired();

        assertThat(count("oauth_departure")).isZero();
        nothingWasSent();
    }

    @Test
    void a_wrong_issuer_is_refused() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        traveller
                .comesBack(ada, "https://evil.example")
                .statusCode(409)
                .body("detail", containsString("does not name the provider that was asked"))
                .body("detail", not(containsString("evil")));

        Traveller silent = departing(ada);
        Map<String, String> without = silent.answered(wiki.issuer());
        without.remove("iss");
        Traveller.finish(ada, silent.departure(), Traveller.handle(Traveller.returning(without)), silent.binding())
                .statusCode(409);

        nothingWasSent();
    }

    @Test
    void a_provider_that_says_nothing_of_itself_any_more_is_told_as_away() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        String before = wiki.issuer();
        wiki.movesTo("/elsewhere");

        traveller
                .comesBack(ada, before)
                .statusCode(503)
                .body("detail", containsString("The provider cannot be asked at present: it "));

        nothingWasSent();
    }

    @Test
    void a_tampered_redirect_is_refused() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        URI console = Traveller.returning(traveller.answered(wiki.issuer()));
        assertThat(console.toString()).startsWith("http://127.0.0.1:8081/connections/return?departure=");

        Traveller.finish(ada, traveller.departure(), "h".repeat(43), traveller.binding())
                .statusCode(409)
                .body("detail", containsString("not what the provider's answer led to"));
        Traveller untravelled = departing(ada);
        Traveller.finish(ada, untravelled.departure(), Traveller.handle(console), untravelled.binding())
                .statusCode(409);

        nothingWasSent();
    }

    @Test
    void a_callback_without_its_shape_leads_to_the_console_alone() {
        assertThat(Traveller.returning(Map.of()).toString()).isEqualTo("http://127.0.0.1:8081/connections/return");
        assertThat(Traveller.query(Traveller.returning(Map.of("state", "'; drop table", "code", "x"))))
                .isEmpty();
        assertThat(Traveller.query(Traveller.returning(Map.of("state", "s".repeat(43), "code", "x"))))
                .isEmpty();
    }

    @Test
    void a_provider_that_says_no_is_repeated_and_a_client_it_forgot_is_made_anew() {
        wants("EACH_PERSON");
        Traveller refused = departing(ada);
        Map<String, String> no = new HashMap<>(refused.answered(wiki.issuer()));
        no.remove("code");
        no.put("error", "access_denied");
        Traveller.finish(ada, refused.departure(), Traveller.handle(Traveller.returning(no)), refused.binding())
                .statusCode(409)
                .body("detail", containsString("access_denied"));
        nothingWasSent();

        wiki.refuses("invalid_client");
        departing(ada).comesBack(ada, wiki.issuer()).statusCode(409);
        wiki.refuses("");
        departing(ada).comesBack(ada, wiki.issuer()).statusCode(200);

        assertThat(wiki.registered()).isEqualTo(2);
    }

    @Test
    void a_server_that_names_another_provider_gets_none_of_the_tokens_of_before() {
        connected();
        String before = wiki.issuer();

        wiki.movesTo("/other");
        Traveller toOther = departing(ada);

        ada.get(mine).body("issuer", not(equalTo(before))).body("token", nullValue());
        assertThat(wiki.registered()).isEqualTo(2);
        assertThat(count("oauth_revocation")).isOne();
        toOther.comesBack(ada, wiki.issuer()).statusCode(200);
    }

    @Test
    void disconnecting_revokes_and_never_waits_for_the_provider() {
        connected();
        ada.post(mine + "/clients/allow", Map.of("client", "https://editor.example"))
                .statusCode(200)
                .body("clients[0].client", equalTo("https://editor.example"));
        wiki.revocationIsAway(true);

        ada.request().delete(mine).then().statusCode(200).body("provider", equalTo("TOLD_LATER"));

        ada.get(mine).body("token", nullValue()).body("clients", hasSize(0));
        ada.request().delete(mine).then().statusCode(409);
        assertThat(count("oauth_revocation")).isOne();
        assertThat(wiki.revoked()).isEmpty();
    }

    @Test
    void the_job_tells_a_provider_that_was_away() {
        connected();
        wiki.revocationIsAway(true);
        owner.post("/servers/" + server + "/connections/revoke", Map.of("user", adaId))
                .statusCode(200)
                .body("provider", equalTo("TOLD_LATER"));
        wiki.revocationIsAway(false);
        update("update oauth_revocation set next_at = now() - interval '1 second'");

        rounds.run();

        assertThat(wiki.revoked()).containsExactly(WikiAndProvider.REFRESH, WikiAndProvider.ACCESS);
        assertThat(count("oauth_revocation")).isZero();
    }

    @Test
    void whoever_is_deactivated_is_disconnected() {
        connected();

        scope.run(
                TenantId.of(owner.tenantId()),
                () -> changes.make(change -> {
                    people.enabled(change, adaId, false);
                    return change;
                }));

        owner.get("/servers/" + server + "/connections").body("items", hasSize(0));
        assertThat(count("oauth_revocation")).isOne();
    }

    @Test
    void a_deleted_server_has_its_tokens_revoked() {
        connected();

        owner.delete("/servers/" + server).statusCode(204);

        assertThat(count("oauth_revocation")).isOne();
    }

    @Test
    void clients_are_allowed_and_taken_back_by_the_person_alone() {
        wants("EACH_PERSON");
        ada.post(mine + "/clients/allow", Map.of("client", "robot")).statusCode(409);
        Traveller asked = Traveller.departing(ada, mine + "/departure", Map.of("client", "kBot00000001"));
        asked.comesBack(ada, wiki.issuer()).statusCode(200);

        ada.get(mine).body("clients.client", equalTo(List.of("kBot00000001")));
        owner.person(UUID.randomUUID().toString())
                .post(mine + "/clients/revoke", Map.of("client", "kBot00000001"))
                .statusCode(404);
        ada.post(mine + "/clients/revoke", Map.of("client", "kBot00000001"))
                .statusCode(200)
                .body("clients", hasSize(0));
        ada.post(mine + "/clients/allow", Map.of("client", "a b")).statusCode(422);
    }

    @Test
    void lists_have_pages() {
        wants("EACH_PERSON");
        Map<String, Object> other = serverAt(owner.environment("staging"));
        other.put("name", "other");
        String second = owner.create("/servers", other);
        owner.put("/servers/" + second + "/credential", Map.of("oauth", Map.of("who", "EACH_PERSON")))
                .statusCode(200);

        String cursor = ada.get("/me/connections?limit=1")
                .body("items", hasSize(1))
                .body("items[0].server", equalTo(server))
                .extract()
                .path("nextCursor");

        ada.get("/me/connections?limit=1&cursor=" + cursor)
                .body("items[0].server", equalTo(second))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_preview_keeps_and_registers_nothing() {
        owner.post("/servers/" + server + "/credential/preview", Map.of("who", "TENANT"))
                .statusCode(200)
                .body("issuer", equalTo(wiki.issuer()))
                .body("knownBy", equalTo("REGISTRATION"))
                .body("scopes", equalTo(List.of("wiki.read")));
        owner.get("/servers/" + server + "/credential").body("kind", equalTo("NONE"));
        assertThat(wiki.registered()).isZero();

        wiki.takesNoRegistrations();
        owner.post("/servers/" + server + "/credential/preview", Map.of("who", "TENANT"))
                .statusCode(422)
                .body("errors[0].message", containsString("takes no registrations"));
    }

    @Test
    void a_given_client_wins_and_needs_its_issuer() {
        String path = "/servers/" + server + "/credential";
        owner.put(path, Map.of("oauth", Map.of("who", "TENANT", "clientId", "own")))
                .statusCode(422)
                .body("errors[0].field", equalTo("oauth.issuer"));
        Map<String, Object> client = Map.of(
                "who", "TENANT",
                "issuer", wiki.issuer(),
                "clientId", "own",
                "method", "CLIENT_SECRET_POST",
                "secret", "plum-of-the-client",
                "scopes", List.of("wiki.read"));
        owner.put(path, Map.of("oauth", client)).statusCode(200).body(not(containsString("plum")));

        Traveller.departing(owner, "/servers/" + server + "/connection/departure", Map.of())
                .comesBack(owner, wiki.issuer())
                .statusCode(200);

        assertThat(wiki.tokenRequests().getFirst())
                .containsEntry("client_id", "own")
                .containsEntry("client_secret", "plum-of-the-client");
        assertThat(wiki.registered()).isZero();
    }

    @Test
    void one_person_is_on_the_way_ten_times_at_the_most() {
        wants("EACH_PERSON");
        Traveller first = departing(ada);
        for (int i = 0; i < Departures.OF_A_PERSON_MAX; i++) {
            departing(ada);
        }

        first.comesBack(ada, wiki.issuer()).statusCode(409);
        assertThat(count("oauth_departure")).isEqualTo(Departures.OF_A_PERSON_MAX);
    }

    @Test
    void nothing_that_is_kept_holds_a_secret_in_plain() {
        wants("EACH_PERSON");
        Traveller traveller = departing(ada);
        Traveller.returning(traveller.answered(wiki.issuer()));

        String row = text("select cast(d as text) from oauth_departure d");

        assertThat(row).contains(traveller.departure());
        for (String secret : List.of(
                "code-quince",
                traveller.binding(),
                String.valueOf(traveller.asked().get("state")))) {
            assertThat(row)
                    .doesNotContain(secret)
                    .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void nothingWasSent() {
        assertThat(wiki.tokenRequests()).isEmpty();
        ada.get(mine).body("token", nullValue());
    }

    private void update(String sql) {
        inTenant(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long count(String table) {
        return inTenant(() -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    private String text(String sql) {
        return inTenant(() -> String.valueOf(entities.createNativeQuery(sql).getSingleResult()));
    }

    private <T> T inTenant(Supplier<T> work) {
        return scope.call(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
