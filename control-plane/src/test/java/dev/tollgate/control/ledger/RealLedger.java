package dev.tollgate.control.ledger;

import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.simulation.World;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The ledger with real rows and real topics, in virtual time, which crashes on either side of each of its steps. */
final class RealLedger implements AutoCloseable {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TICK_MILLIS = 500;
    private static final double CRASHES = 0.1;

    private final SplittableRandom random;
    private final KafkaProducer<String, byte[]> gateways;
    private final KafkaConsumer<String, byte[]> answers;
    private final KafkaConsumer<String, byte[]> requests;
    private final KafkaProducer<String, byte[]> grants;
    private final CrashingSender sender;
    private final CrashingDatabase crashing;
    private final StoredLedger ledger;
    private final RequestTurns turns;
    private final List<TenantEvent> uncharged = new ArrayList<>();
    private final long calmMillis;
    private long said;
    private long received;
    private long nowMillis;
    private long skewMillis;
    private long upAtMillis;
    int crashes;

    /**
     * @param calmMillis from when on it does not crash any more
     */
    RealLedger(String bootstrapServers, LedgerDatabase database, SplittableRandom random, long calmMillis) {
        this.random = random;
        this.calmMillis = calmMillis;
        this.skewMillis = World.skew(random);
        gateways = LedgerKafka.producer(bootstrapServers);
        answers = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = Topics.quotaGrants(LedgerDatabase.LOCAL);
        answers.assign(answers.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        requests = LedgerKafka.consumer(bootstrapServers);
        requests.subscribe(List.of(Topics.QUOTA_REQUESTS));
        grants = LedgerKafka.producer(bootstrapServers);
        sender = new CrashingSender(grants);
        crashing = new CrashingDatabase(database.system);
        var meter = new LedgerMeter();
        ledger = new StoredLedger(
                new Transactions(crashing.dataSource()), World.TERMS, Set.of(LedgerDatabase.LOCAL), meter);
        turns = new RequestTurns(requests, ledger, new GrantSender(sender.producer()), meter, () -> clock(nowMillis));
    }

    Instant clock(long millis) {
        return Instant.ofEpochMilli(millis + skewMillis);
    }

    void say(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(gateways::send);
        said += records.size();
    }

    void charge(List<TenantEvent> events) {
        uncharged.addAll(events);
    }

    /** Hears all that was said, if it is up. */
    List<QuotaAnswer> round(long millis) {
        nowMillis = millis;
        gateways.flush();
        if (millis >= upAtMillis) {
            arm();
            try {
                work();
            } catch (LedgerFailure | KafkaException e) {
                crashes++;
                upAtMillis = millis + random.nextInt(10, 8_000);
                skewMillis = World.skew(random);
                turns.rewind();
            }
        }
        grants.flush();
        return heard();
    }

    private void arm() {
        if (nowMillis < calmMillis && random.nextDouble() < CRASHES) {
            switch (random.nextInt(4)) {
                case 0 -> crashing.crash(CrashingDatabase.When.BEFORE_COMMIT);
                case 1 -> crashing.crash(CrashingDatabase.When.AFTER_COMMIT);
                case 2 -> sender.loseAfter(random.nextInt(20));
                default -> sender.crashAfter(random.nextInt(20));
            }
        }
    }

    private void work() {
        ledger.charge(List.copyOf(uncharged), clock(nowMillis));
        uncharged.clear();
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        while (passed() < said) {
            turns.next();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("requests are not given out: " + passed() + " of " + said);
            }
        }
        if (nowMillis % TICK_MILLIS == 0) {
            ledger.tick(clock(nowMillis));
        }
    }

    /** Requests that it has gone past, whichever it has gone back to before. */
    private long passed() {
        return requests.assignment().stream().mapToLong(requests::position).sum();
    }

    private List<QuotaAnswer> heard() {
        List<QuotaAnswer> heard = new ArrayList<>();
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        while (received < sender.sent()) {
            for (var entry : answers.poll(POLL)) {
                heard.add(QuotaCodec.decodeAnswer(entry.key(), entry.value()));
                received++;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("answers are not given out: " + received + " of " + sender.sent());
            }
        }
        return heard;
    }

    @Override
    public void close() {
        gateways.close();
        grants.close();
        answers.close();
        requests.close();
    }
}
