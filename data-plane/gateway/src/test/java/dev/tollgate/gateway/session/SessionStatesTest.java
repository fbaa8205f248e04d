package dev.tollgate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.SessionWord.Kind;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionStatesTest {
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID session = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final List<String> full = new ArrayList<>();
    private final SessionStates states = new SessionStates(() -> now, () -> full.add("full"));

    private SessionWord word(Kind kind, String text) {
        return new SessionWord(tenant, session, kind, text);
    }

    private void say(SessionWord word) {
        states.accept(word.key(), WireJson.encode(word), now.toEpochMilli());
    }

    @Test
    void subscriptionsAreKeptAndTakenBackOneByOne() {
        say(word(Kind.SUBSCRIPTION, "a://1"));
        say(word(Kind.SUBSCRIPTION, "a://2"));
        say(word(Kind.SUBSCRIPTION, "a://2"));
        assertThat(states.subscriptions(session)).containsExactlyInAnyOrder("a://1", "a://2");

        states.accept(word(Kind.SUBSCRIPTION, "a://2").key(), null, now.toEpochMilli());

        assertThat(states.subscriptions(session)).containsExactly("a://1");
        assertThat(states.subscriptions(UUID.randomUUID())).isEmpty();
    }

    @Test
    void theLastLogLevelCounts() {
        assertThat(states.logLevel(session)).isEmpty();
        say(word(Kind.LOG_LEVEL, "info"));
        say(word(Kind.LOG_LEVEL, "error"));

        assertThat(states.logLevel(session)).contains("error");
    }

    @Test
    void anEndedSessionHasEnded() {
        assertThat(states.hasEnded(session)).isFalse();
        say(word(Kind.END, ""));

        assertThat(states.hasEnded(session)).isTrue();
    }

    @Test
    void cancellationsAreToldAndNotKept() {
        List<SessionWord> told = new ArrayList<>();
        states.onCancellation(told::add);

        say(word(Kind.CANCELLATION, "7"));

        assertThat(told).containsExactly(word(Kind.CANCELLATION, "7"));
    }

    @Test
    void whatIsOlderThanASessionIsForgotten() {
        say(word(Kind.SUBSCRIPTION, "a://1"));
        now = now.plus(SessionTokens.LIFE).minusSeconds(1);
        states.sweep();
        assertThat(states.subscriptions(session)).hasSize(1);

        now = now.plusSeconds(1);
        states.sweep();

        assertThat(states.subscriptions(session)).isEmpty();
        SessionWord late = word(Kind.END, "");
        states.accept(
                late.key(), WireJson.encode(late), now.minus(SessionTokens.LIFE).toEpochMilli());
        assertThat(states.hasEnded(session)).isFalse();
    }

    @Test
    void aWordUnderAnothersKeyIsPassedOver() {
        SessionWord word = word(Kind.END, "");
        SessionWord other = new SessionWord(tenant, UUID.randomUUID(), Kind.END, "");

        states.accept(other.key(), WireJson.encode(word), now.toEpochMilli());
        states.accept(word.key(), "{}".getBytes(StandardCharsets.UTF_8), now.toEpochMilli());
        states.accept("nonsense", WireJson.encode(word), now.toEpochMilli());

        assertThat(states.hasEnded(session)).isFalse();
        assertThat(states.hasEnded(other.session())).isFalse();
    }

    @Test
    void moreThanTheBoundIsNotKeptAndSaid() {
        for (int i = 0; i <= SessionStates.WORDS_MAX; i++) {
            say(word(Kind.SUBSCRIPTION, "a://" + i));
        }
        assertThat(full).hasSize(1);
        assertThat(states.subscriptions(session)).hasSize(SessionStates.WORDS_MAX);

        states.accept(word(Kind.SUBSCRIPTION, "a://0").key(), null, now.toEpochMilli());
        say(word(Kind.SUBSCRIPTION, "one more"));

        assertThat(full).hasSize(1);
    }
}
