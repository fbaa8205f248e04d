package dev.tollgate.control.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Database;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts reach a real webhook and a real mail server, signed, and again until they have arrived. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@QuarkusTestResource(MailServer.class)
class AlertTest {
    @Inject
    DeliveryJob job;

    @Inject
    Alerts alerts;

    @Inject
    OldAlerts old;

    @Inject
    SecretsSealedAgain sealed;

    @Inject
    TenantScope scope;

    @Inject
    AgroalDataSource database;

    @Nullable
    GreenMail mail;

    private Receiver receiver;
    private Acting owner;

    @BeforeEach
    void begin() throws Exception {
        receiver = new Receiver();
        owner = Acting.ownerOfNewTenant("alerted");
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private String webhook() {
        return owner.create("/alert-channels", Map.of("name", "pager", "kind", "WEBHOOK", "url", receiver.url()));
    }

    private ValidatableResponse test(String channel) {
        return owner.act("/alert-channels/" + channel + "/test", Map.of()).statusCode(200);
    }

    private ValidatableResponse alert(String id) {
        return owner.get("/alerts/" + id).statusCode(200);
    }

    /** As if the time until the next attempt had passed. */
    private void time_passes() {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> Database.texts(
                        database,
                        "update alert_delivery set next_at = now() - interval '1 second' where next_at is not null"
                                + " returning id::text"));
    }

    @Test
    void a_webhook_is_posted_what_only_the_holder_of_its_secret_can_have_signed() throws Exception {
        String channel = webhook();
        String secret = owner.act("/alert-channels/" + channel + "/secret", Map.of())
                .statusCode(200)
                .extract()
                .path("secret");
        String alert = test(channel)
                .body("kind", equalTo("TEST"))
                .body("deliveries[0].state", equalTo("WAITING"))
                .extract()
                .path("id");

        job.run();

        assertThat(receiver.received()).hasSize(1);
        Receiver.Received one = receiver.received().getFirst();
        Instant at = Instant.ofEpochSecond(
                Long.parseLong(Objects.requireNonNull(one.headers().get("webhook-timestamp"))));
        assertThat(Signature.headers(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())),
                        Objects.requireNonNull(one.headers().get("webhook-id")),
                        at,
                        one.body()))
                .allSatisfy((name, value) -> assertThat(one.headers()).containsEntry(name, value));
        JsonNode body = new ObjectMapper().readTree(one.body());
        assertThat(body.at("/type").asText()).isEqualTo("test");
        assertThat(body.at("/data/alert").asText()).isEqualTo(alert);
        assertThat(body.at("/data/text").asText()).contains("the channel pager");
        alert(alert)
                .body("deliveries[0].state", equalTo("DELIVERED"))
                .body("deliveries[0].attempts", equalTo(1))
                .body("deliveries[0].problem", nullValue());
    }

    @Test
    void what_did_not_arrive_is_sent_again_under_the_same_id_until_it_has() {
        receiver.answers(503);
        String alert = test(webhook()).extract().path("id");

        job.run();
        alert(alert)
                .body("deliveries[0].state", equalTo("WAITING"))
                .body("deliveries[0].problem", containsString("status 503"))
                .body("deliveries[0].nextAttemptAt", notNullValue());
        job.run();
        assertThat(receiver.received()).as("before it is due").hasSize(1);

        receiver.answers(200);
        time_passes();
        job.run();

        assertThat(receiver.received())
                .hasSize(2)
                .extracting(one -> one.headers().get("webhook-id"))
                .containsOnly(receiver.received().getFirst().headers().get("webhook-id"));
        alert(alert).body("deliveries[0].state", equalTo("DELIVERED")).body("deliveries[0].attempts", equalTo(2));
    }

    @Test
    void it_is_given_up_after_the_last_attempt_or_where_the_receiver_wants_nothing_any_more() {
        String channel = webhook();
        receiver.answers(410);
        String gone = test(channel).extract().path("id");
        job.run();
        alert(gone).body("deliveries[0].state", equalTo("GIVEN_UP")).body("deliveries[0].attempts", equalTo(1));

        receiver.answers(302);
        String moved = test(channel).extract().path("id");
        for (int i = 0; i < RetryTimes.ATTEMPTS_MAX + 2; i++) {
            job.run();
            time_passes();
        }
        alert(moved)
                .body("deliveries[0].state", equalTo("GIVEN_UP"))
                .body("deliveries[0].attempts", equalTo(RetryTimes.ATTEMPTS_MAX))
                .body("deliveries[0].problem", containsString("302"));
        assertThat(receiver.received()).hasSize(1 + RetryTimes.ATTEMPTS_MAX);
    }

    @Test
    void mail_reaches_each_address() throws Exception {
        owner.create(
                "/alert-channels",
                Map.of(
                        "name",
                        "finance",
                        "kind",
                        "EMAIL",
                        "addresses",
                        List.of("ada@acme.example", "bo@acme.example")));
        raise(null, "Böses im Gange", "Line one\nline two");

        job.run();

        MimeMessage[] messages = Objects.requireNonNull(mail).getReceivedMessages();
        assertThat(messages).hasSize(2);
        assertThat(messages[0].getSubject()).isEqualTo("Tollgate: Böses im Gange");
        assertThat(GreenMailUtil.getBody(messages[0]))
                .contains("Line one")
                .contains("line two")
                .containsPattern("Raised at [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} UTC\\.");
        owner.get("/alerts").body("items[0].deliveries[0].state", equalTo("DELIVERED"));
    }

    private void raise(@Nullable String occasion, String title, String text) {
        scope.run(
                TenantId.of(owner.tenantId()),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> alerts.raise(Alert.Kind.CREDENTIAL, occasion, title, text)));
    }

    @Test
    void an_occasion_raises_one_alert_and_channels_that_are_off_have_none() {
        String channel = webhook();
        owner.put(
                        "/alert-channels/" + channel,
                        Map.of("name", "pager", "kind", "WEBHOOK", "url", receiver.url(), "enabled", false))
                .statusCode(200);
        raise("once", "One", "text");
        raise("once", "Two", "text");
        raise(null, "Three", "text");
        raise(null, "Four", "text");

        job.run();

        owner.get("/alerts?limit=2")
                .body("items.title", equalTo(List.of("Four", "Three")))
                .body("items[0].deliveries", hasSize(0));
        String next = owner.get("/alerts?limit=2").extract().path("nextCursor");
        owner.get("/alerts?limit=2&cursor=" + next).body("items.title", equalTo(List.of("One")));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_part_of_what_it_says_finds_an_alert() {
        raise("one", "80 % of the limit month are used", "$200 of $250");
        raise("two", "The credential of crm needs somebody", "it cannot be renewed");

        owner.get("/alerts?q=LIMIT MONTH").body("items", hasSize(1));
        owner.get("/alerts?q=renewed").body("items.title", contains("The credential of crm needs somebody"));
        owner.get("/alerts?q=none").body("items", hasSize(0));
    }

    @Test
    void nothing_is_seen_or_sent_for_another_tenant() {
        String channel = webhook();
        String alert = test(channel).extract().path("id");
        Acting other = Acting.ownerOfNewTenant("other");

        other.get("/alert-channels").body("items", hasSize(0));
        other.get("/alerts").body("items", hasSize(0));
        other.get("/alerts/" + alert).statusCode(404);
        other.get("/alert-channels/" + channel).statusCode(404);
        other.act("/alert-channels/" + channel + "/secret", Map.of()).statusCode(404);
        other.act("/alert-channels/" + channel + "/test", Map.of()).statusCode(404);
        owner.colleague("viewer").get("/alerts").statusCode(403);
        owner.colleague("auditor").get("/alerts").statusCode(200);
        owner.colleague("auditor")
                .act("/alert-channels/" + channel + "/test", Map.of())
                .statusCode(403);
    }

    @Test
    void what_cannot_be_a_channel_is_refused_by_the_field_at_fault() {
        refused(Map.of("name", "x", "kind", "WEBHOOK"), "url", "must be given");
        refused(Map.of("name", "x", "kind", "WEBHOOK", "url", "http://10.0.0.1/x"), "url", "");
        refused(Map.of("name", "x", "kind", "EMAIL", "url", receiver.url()), "url", "belongs to a webhook");
        refused(
                Map.of("name", "x", "kind", "EMAIL", "addresses", List.of("a@b.example, c@d.example")),
                "addresses[0]",
                "one mail address");
        refused(
                Map.of("name", "x", "kind", "EMAIL", "addresses", List.of("a@b.example\r\nBcc: c@d.example")),
                "addresses[0]",
                "one mail address");
        refused(Map.of("name", " ", "kind", "WEBHOOK", "url", receiver.url()), "name", "must be given");
        String channel = webhook();
        owner.post("/alert-channels", Map.of("name", "pager", "kind", "WEBHOOK", "url", receiver.url()))
                .statusCode(409)
                .body("errors[0].field", equalTo("name"));
        owner.put(
                        "/alert-channels/" + channel,
                        Map.of("name", "x", "kind", "EMAIL", "addresses", List.of("a@b.example")))
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"));
        owner.delete("/alert-channels/" + channel).statusCode(204);
        owner.get("/alert-channels").body("items", hasSize(0));
    }

    private void refused(Map<String, Object> channel, String field, String why) {
        owner.post("/alert-channels", channel)
                .statusCode(422)
                .body("errors.find { it.field == '" + field + "' }.message", containsString(why));
    }

    @Test
    void tests_are_bounded_and_what_is_old_is_forgotten() {
        String channel = webhook();
        for (int i = 0; i < ChannelService.TESTS_AN_HOUR_MAX; i++) {
            test(channel);
        }
        owner.act("/alert-channels/" + channel + "/test", Map.of())
                .statusCode(409)
                .body("detail", containsString("within the last hour"));

        int forgotten = scope.call(TenantId.of(owner.tenantId()), () -> old.forget(Instant.now(), 15));

        assertThat(forgotten).isEqualTo(15);
        owner.get("/alerts").body("items", hasSize(ChannelService.TESTS_AN_HOUR_MAX - 15));
    }

    @Test
    void no_answer_and_no_row_has_the_secret_in_the_clear() {
        String channel = webhook();
        String secret = owner.act("/alert-channels/" + channel + "/secret", Map.of())
                .extract()
                .path("secret");
        String bare = secret.substring("whsec_".length());

        owner.get("/alert-channels/" + channel).body(not(containsString(bare)));
        List<String> rows = scope.call(
                TenantId.of(owner.tenantId()),
                () -> Database.texts(database, "select encode(sealed, 'base64') || sealed_by from alert_channel"));
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(bare));
        assertThat(sealed.sealAgain()).as("the key that seals has not changed").isZero();
    }
}
