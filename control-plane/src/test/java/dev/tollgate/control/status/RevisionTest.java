package dev.tollgate.control.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.replay.Posts;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.GatewayHeartbeat;
import dev.tollgate.model.wire.TenantApplied;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RevisionTest {
    private static final String HEADER = "Tollgate-Revision";
    private static final String FAST = "revision-fast";
    private static final String SLOW = "revision-slow";
    private static final String ELSEWHERE = "revision-elsewhere";

    @Inject
    StatusBoard board;

    private Acting owner;
    private TenantId tenant;

    @BeforeEach
    void three_gateways_of_which_one_is_in_another_region() {
        owner = Acting.ownerOfNewTenant("rev");
        tenant = TenantId.of(owner.tenantId());
        Instant now = Instant.now();
        alive(FAST, "local", now.minusSeconds(60), now);
        alive(SLOW, "local", now.minusSeconds(60), now);
        alive(ELSEWHERE, "mars", now.minusSeconds(60), now);
    }

    @Test
    void every_answer_to_a_write_names_the_revision_and_no_other_answer_does() {
        long first = revision(owner.post("/environments", Map.of("name", "production")));
        long second = revision(owner.post("/groups", Map.of("name", "all", "patterns", List.of("*"))));
        long third = revision(owner.put("/settings", Map.of("approval", "NEVER", "snapshotStalenessMaxSeconds", 60)));
        long same = revision(owner.put("/settings", Map.of("approval", "ALWAYS", "snapshotStalenessMaxSeconds", 60)));

        assertThat(second).isEqualTo(first + 1);
        assertThat(third).isEqualTo(second + 1);
        assertThat(same).as("nothing that gateways know has changed").isEqualTo(third);
        owner.get("/environments").header(HEADER, nullValue());
        owner.post("/environments", Map.of("name", "production"))
                .statusCode(409)
                .header(HEADER, nullValue());
    }

    @Test
    void an_answer_that_is_repeated_names_the_revision_of_the_first() {
        long first = revision(once("k"));
        owner.environment("staging");

        assertThat(revision(once("k"))).isEqualTo(first);
    }

    @Test
    void how_far_a_revision_has_come_is_told_by_gateway() {
        long revision = revision(owner.post("/environments", Map.of("name", "production")));
        Instant committed = Instant.parse(
                owner.get("/revisions/" + revision).statusCode(200).extract().path("committedAt"));
        heard(FAST, revision, committed.plusMillis(84), null, null);
        heard(SLOW, revision - 1, committed.minusMillis(5), revision, "digest does not match");

        JsonPath answer = owner.get("/revisions/" + revision)
                .statusCode(200)
                .body("appliedOn", equalTo(1))
                .body("slowestMillis", equalTo(84))
                .extract()
                .jsonPath();
        assertThat(answer.getList("gateways.gateway")).contains(FAST, SLOW).doesNotContain(ELSEWHERE);
        assertThat(answer.getString("gateways.find { it.gateway == '" + SLOW + "' }.rejection"))
                .isEqualTo("digest does not match");
        owner.get("/revisions/" + (revision - 1)).body("appliedOn", equalTo(2));
        owner.colleague("viewer").get("/revisions/" + revision).statusCode(200);
    }

    @Test
    void a_later_revision_counts_and_what_came_with_a_start_has_no_time() {
        long revision = revision(owner.post("/environments", Map.of("name", "production")));
        Instant now = Instant.now();
        alive(SLOW, "local", now.plusSeconds(1), now);
        heard(SLOW, revision, now.plusSeconds(2), null, null);
        heard(FAST, revision, now.plusSeconds(1), null, null);
        heard(FAST, revision + 1, now.plusSeconds(5), null, null);

        JsonPath answer = owner.get("/revisions/" + revision).extract().jsonPath();

        assertThat(answer.getInt("appliedOn")).isEqualTo(2);
        assertThat(answer.getLong("gateways.find { it.gateway == '" + FAST + "' }.millis"))
                .isBetween(1L, 4_999L);
        assertThat(answer.<Object>get("gateways.find { it.gateway == '" + SLOW + "' }.millis"))
                .isNull();
    }

    @Test
    void a_gateway_that_fell_silent_is_shown_and_not_counted() {
        long revision = revision(owner.post("/environments", Map.of("name", "production")));
        int live = owner.get("/revisions/" + revision).extract().path("gatewayCount");

        alive(SLOW, "local", Instant.now().minusSeconds(600), Instant.now().minusSeconds(300));

        owner.get("/revisions/" + revision)
                .body("gatewayCount", equalTo(live - 1))
                .body("gateways.findAll { it.gateway == '" + SLOW + "' }.live", contains(false));
    }

    @Test
    void a_revision_that_is_none_of_the_tenants_is_absent() {
        long revision = revision(owner.post("/environments", Map.of("name", "production")));

        owner.get("/revisions/" + (revision + 1)).statusCode(404);
        owner.get("/revisions/first").statusCode(404);
        Acting.ownerOfNewTenant("other").get("/revisions/" + (revision + 1)).statusCode(404);
    }

    private ValidatableResponse once(String key) {
        return owner.request()
                .header(Posts.HEADER, key)
                .body(Map.of("name", "once"))
                .post("/environments")
                .then();
    }

    private static long revision(ValidatableResponse answer) {
        return Long.parseLong(answer.extract().header(HEADER));
    }

    private void alive(String gateway, String region, Instant startedAt, Instant at) {
        board.heard(new GatewayHeartbeat(
                new GatewayId(gateway), new Region(region), new UUID(1, 1), startedAt, at, true, 1, 0, 0));
    }

    private void heard(String gateway, long revision, Instant at, @Nullable Long rejected, @Nullable String rejection) {
        board.heard(new TenantApplied(
                tenant, new GatewayId(gateway), new UUID(1, 1), revision, at, rejected, rejection, null));
    }
}
