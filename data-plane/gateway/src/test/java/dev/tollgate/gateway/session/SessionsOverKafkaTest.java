package dev.tollgate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.SessionWord;
import dev.tollgate.model.wire.SessionWord.Kind;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Session words over a real broker: what one gateway says, the others and later ones know. */
class SessionsOverKafkaTest {
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID session = UUID.randomUUID();

    private SessionWord word(Kind kind, String text) {
        return new SessionWord(tenant, session, kind, text);
    }

    private static SessionStates gateway(RealKafka kafka, String name) {
        SessionStates states = new SessionStates(InstantSource.system(), () -> {});
        SessionReader reader = new SessionReader(kafka.bootstrapServers(), RealKafka.REGION, name, states);
        Thread.ofPlatform().daemon().start(reader);
        return states;
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 3_000 && !holds.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void whatOneGatewaySaysTheOthersAndLaterOnesKnow(@TempDir Path folder) throws Exception {
        try (RealKafka kafka = new RealKafka(folder);
                SessionTopic words = new SessionTopic(kafka.bootstrapServers(), RealKafka.REGION, "one-words")) {
            SessionStates one = gateway(kafka, "one");
            SessionStates two = gateway(kafka, "two");
            BlockingQueue<SessionWord> cancelled = new LinkedBlockingQueue<>();
            two.onCancellation(cancelled::add);

            words.say(word(Kind.SUBSCRIPTION, "a://1")).get(20, TimeUnit.SECONDS);
            words.say(word(Kind.SUBSCRIPTION, "a://2")).get(20, TimeUnit.SECONDS);
            words.takeBack(word(Kind.SUBSCRIPTION, "a://1")).get(20, TimeUnit.SECONDS);
            words.say(word(Kind.LOG_LEVEL, "error")).get(20, TimeUnit.SECONDS);
            words.say(word(Kind.CANCELLATION, "7")).get(20, TimeUnit.SECONDS);

            assertThat(cancelled.poll(30, TimeUnit.SECONDS)).isEqualTo(word(Kind.CANCELLATION, "7"));
            eventually(() -> one.subscriptions(session).equals(two.subscriptions(session))
                    && one.logLevel(session).isPresent());
            assertThat(two.subscriptions(session)).containsExactly("a://2");
            SessionStates later = gateway(kafka, "later");
            eventually(() -> later.logLevel(session).isPresent());
            assertThat(later.subscriptions(session)).containsExactly("a://2");
        }
    }

    @Test
    void withoutABrokerAWordFailsWithinItsTime() throws Exception {
        try (SessionTopic words = new SessionTopic("127.0.0.1:1", RealKafka.REGION, "alone")) {
            assertThat(words.say(word(Kind.END, "")))
                    .failsWithin(20, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TimeoutException.class);
        }
    }
}
