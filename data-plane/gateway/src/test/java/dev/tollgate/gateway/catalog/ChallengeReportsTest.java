package dev.tollgate.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.upstream.TokenChallenge;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.UpstreamChallenge;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChallengeReportsTest {
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("https://crm.example/mcp"));
    private final Taken taken = new Taken();
    private final AtomicInteger tooMany = new AtomicInteger();
    private final ChallengeReports reports = new ChallengeReports(
            taken, new GatewayId("gateway-1"), InstantSource.fixed(Instant.EPOCH), tooMany::incrementAndGet);

    /** Keeps what it is given, and answers nobody yet. */
    private static final class Taken implements CatalogReports {
        final List<UpstreamChallenge> challenges = new ArrayList<>();
        final List<CompletableFuture<Void>> answers = new ArrayList<>();

        @Override
        public CompletableFuture<Void> publish(CatalogReport report) {
            throw new AssertionError("no report is published");
        }

        @Override
        public CompletableFuture<Void> publish(UpstreamChallenge challenge) {
            challenges.add(challenge);
            answers.add(new CompletableFuture<>());
            return answers.getLast();
        }
    }

    @Test
    void itSaysWhoseTokenItIsAbout() {
        UUID ann = UUID.randomUUID();
        reports.tell(server, new TokenChallenge(List.of("crm.write"), 7L));
        reports.tell(
                server.with(new PersonalAccess(null)).by(new PersonalAccess.By(ann, 3)),
                new TokenChallenge(List.of(), 9L));

        String key = tenant.id + "/" + server.id() + "/challenge";
        assertThat(taken.challenges).extracting(UpstreamChallenge::key).containsExactly(key, key + "/" + ann);
        assertThat(taken.challenges).extracting(UpstreamChallenge::token).containsExactly(7L, 9L);
        assertThat(taken.challenges.getFirst().scopes()).containsExactly("crm.write");
        assertThat(taken.challenges).allMatch(one -> UpstreamChallenge.isKey(one.key()));
    }

    @Test
    void noMoreAreOnTheirWayThanMayBe() {
        for (int i = 0; i <= ChallengeReports.WAITING_MAX; i++) {
            reports.tell(server, new TokenChallenge(List.of(), (long) i));
        }
        assertThat(taken.challenges).hasSize(ChallengeReports.WAITING_MAX);
        assertThat(tooMany).hasValue(1);

        taken.answers.getFirst().complete(null);
        taken.answers.getLast().completeExceptionally(new IllegalStateException("away"));
        reports.tell(server, new TokenChallenge(List.of(), -1L));
        reports.tell(server, new TokenChallenge(List.of(), -2L));

        assertThat(taken.challenges).hasSize(ChallengeReports.WAITING_MAX + 2);
        assertThat(tooMany).hasValue(1);
    }
}
