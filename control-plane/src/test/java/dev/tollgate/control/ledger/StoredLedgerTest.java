package dev.tollgate.control.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.ledger.Word.Asked;
import dev.tollgate.control.testing.Database;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.LeaseReport;
import dev.tollgate.model.quota.LeaseRequest;
import dev.tollgate.model.quota.LeaseSettled;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant OVER =
            NOON.plus(LeaseTerms.STANDARD.termMax()).plus(LeaseTerms.STANDARD.clockMargin());
    private static final GatewayId GATEWAY = new GatewayId("gateway-1");

    static LedgerDatabase database;

    private final LedgerMeter meter = new LedgerMeter();
    private final UUID boot = UUID.randomUUID();
    private TenantId tenant;
    private QuotaLimit limit;
    private StoredLedger ledger;

    @BeforeAll
    static void start() {
        database = new LedgerDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void oneLimit() {
        tenant = new TenantId(UUID.randomUUID());
        database.tenant(tenant);
        limit = limit(1_000);
        ledger = database.ledger(LeaseTerms.STANDARD, meter);
    }

    private QuotaLimit limit(long amount) {
        QuotaLimit opened = new QuotaLimit(
                tenant,
                new LimitId(UUID.randomUUID()),
                new QuotaSubject(QuotaSubject.Kind.TENANT, tenant.toString()),
                QuotaUnit.NANO_DOLLARS,
                QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("UTC")),
                amount);
        database.open(opened);
        return opened;
    }

    private LeaseId lease(long number) {
        return new LeaseId(limit.id(), boot, number);
    }

    private Word ask(long number, long wanted) {
        return new Asked(tenant, new LeaseRequest(lease(number), GATEWAY, 1, wanted, NOON));
    }

    private Word report(long number, long ceiling) {
        return new Asked(tenant, new LeaseReport(lease(number), ceiling, true));
    }

    private TenantEvent event(long sequence, long amount) {
        return new TenantEvent(tenant, new ChargedEvent(boot, sequence, List.of(new Charge(lease(1), amount))));
    }

    private List<QuotaAnswer> hear(Word... words) {
        return ledger.hear(List.of(words), NOON).stream().map(Addressed::answer).toList();
    }

    private Figures figures(Instant at) {
        return database.figures(LeaseTerms.STANDARD, limit.id(), at);
    }

    @Test
    void what_was_granted_is_known_to_another_process_and_asked_again_is_the_same() {
        List<Addressed> first = ledger.hear(List.of(ask(1, 100)), NOON);

        List<Addressed> again = database.ledger(LeaseTerms.STANDARD, meter).hear(List.of(ask(1, 100)), NOON);

        assertThat(first).singleElement().satisfies(answer -> {
            assertThat(answer.answer()).isInstanceOf(LeaseGrant.class);
            assertThat(answer.regions()).containsExactly(LedgerDatabase.LOCAL);
        });
        assertThat(again).isEqualTo(first);
        assertThat(figures(NOON)).extracting(Figures::held, Figures::left).containsExactly(100L, 900L);
    }

    @Test
    void books_that_an_earlier_release_wrote_are_read_and_then_written_as_they_are_now() {
        String written = """
                {"clock":"2026-11-29T11:59:59Z","held":[{"id":"%s","amount":400,"grantedAt":"2026-11-29T11:59:59Z",\
                "validFrom":"2026-11-29T00:00:00Z","expiresAt":"2026-11-29T12:00:29Z","countsUntil":"2026-11-30T00:00:00Z",\
                "ceiling":400,"charged":0}],"fences":[{"boot":"%s","number":1,"since":"2026-11-29T11:59:59Z"}],\
                "settled":{"2026-11-30T00:00:00Z":50},"totals":{"granted":450,"spent":50,"returned":0}}""".formatted(lease(1), boot);
        database.books(limit.id(), written);
        assertThat(figures(NOON))
                .extracting(Figures::settled, Figures::held, Figures::left)
                .containsExactly(50L, 400L, 550L);

        hear(report(1, 30));

        assertThat(figures(NOON))
                .extracting(Figures::settled, Figures::held, Figures::left)
                .containsExactly(80L, 0L, 920L);
        assertThat(database.books(limit.id())).doesNotContain("{");
    }

    @Test
    void one_batch_is_heard_in_its_order() {
        List<QuotaAnswer> answers = hear(ask(1, 400), report(1, 30), ask(1, 400), ask(2, 10));

        assertThat(answers).hasSize(4);
        assertThat(answers.subList(1, 3)).containsExactly(new LeaseSettled(lease(1)), new LeaseSettled(lease(1)));
        assertThat(figures(NOON)).extracting(Figures::settled, Figures::held).containsExactly(30L, 10L);
    }

    @Test
    void what_names_another_tenant_touches_nothing_and_is_not_answered() {
        hear(ask(1, 400));
        TenantId other = new TenantId(UUID.randomUUID());
        database.tenant(other);

        var asked = new Asked(other, new LeaseRequest(lease(2), GATEWAY, 1, 10, NOON));
        var reported = new Asked(other, new LeaseReport(lease(1), 0, true));
        assertThat(hear(asked, reported)).isEmpty();
        ledger.charge(List.of(new TenantEvent(other, event(1, 7).event()), event(2, 5)), NOON);
        ledger.hear(List.of(new Word.Ended(new BootEnded(boot, 2))), NOON);
        ledger.tick(OVER);

        assertThat(figures(OVER)).extracting(Figures::settled, Figures::held).containsExactly(5L, 0L);
        assertThat(meter.foreign.get()).isEqualTo(3);
    }

    @Test
    void an_event_counts_once_however_often_it_comes() {
        hear(ask(1, 400));

        ledger.charge(List.of(event(1, 30), event(2, 12), event(1, 30)), NOON);
        database.ledger(LeaseTerms.STANDARD, meter).charge(List.of(event(2, 12), event(3, 1)), NOON);
        ledger.hear(List.of(new Word.Ended(new BootEnded(boot, 3))), NOON);
        ledger.tick(OVER.minusMillis(1));
        assertThat(figures(OVER).held()).isEqualTo(400);
        ledger.tick(OVER);

        assertThat(figures(OVER)).extracting(Figures::settled, Figures::held).containsExactly(43L, 0L);
    }

    @Test
    void events_before_their_time_are_remembered_as_they_are() {
        hear(ask(1, 400));
        ledger.charge(List.of(event(5, 1), event(3, 1), event(6, 1)), NOON);
        ledger.hear(List.of(new Word.Ended(new BootEnded(boot, 6))), NOON);
        ledger.tick(OVER);
        assertThat(figures(OVER).held()).isEqualTo(400);

        ledger.charge(List.of(event(6, 1), event(1, 1), event(2, 1), event(4, 1)), NOON);
        ledger.tick(OVER.plusSeconds(1));

        assertThat(figures(OVER)).extracting(Figures::settled, Figures::held).containsExactly(6L, 0L);
    }

    @Test
    void whatever_cannot_be_committed_has_not_been() {
        var crashing = new CrashingDatabase(database.system);
        StoredLedger broken = new StoredLedger(
                new Transactions(crashing.dataSource()), LeaseTerms.STANDARD, Set.of(LedgerDatabase.LOCAL), meter);
        hear(ask(1, 100));

        crashing.crash(CrashingDatabase.When.BEFORE_COMMIT);
        assertThatThrownBy(() -> broken.hear(List.of(ask(2, 100), report(1, 0)), NOON))
                .isInstanceOf(LedgerFailure.class);
        crashing.crash(CrashingDatabase.When.BEFORE_COMMIT);
        assertThatThrownBy(() -> broken.charge(List.of(event(1, 100)), NOON)).isInstanceOf(LedgerFailure.class);
        assertThat(figures(NOON)).extracting(Figures::settled, Figures::held).containsExactly(0L, 100L);

        crashing.crash(CrashingDatabase.When.AFTER_COMMIT);
        assertThatThrownBy(() -> broken.charge(List.of(event(1, 40)), NOON)).isInstanceOf(LedgerFailure.class);
        broken.charge(List.of(event(1, 40)), NOON);
        broken.hear(List.of(new Word.Ended(new BootEnded(boot, 1))), NOON);
        broken.tick(OVER);
        assertThat(figures(OVER).settled()).isEqualTo(40);
    }

    @Test
    void who_ends_between_writing_and_answering_gives_the_same_answer_when_the_request_comes_again() {
        var partition = new TopicPartition(Topics.QUOTA_REQUESTS, 0);
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(partition));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        var producer = new MockProducer<>(brokers(), true, null, new StringSerializer(), new ByteArraySerializer());
        var crashing = new CrashingSender(producer);
        var turns = new RequestTurns(consumer, ledger, new GrantSender(crashing.producer()), meter, () -> NOON);
        var entry = entry(0, 1);

        consumer.addRecord(entry);
        crashing.crashAfter(0);
        assertThatThrownBy(turns::next).isInstanceOf(KafkaException.class);
        assertThat(figures(NOON).held()).isEqualTo(100);
        turns.rewind();
        assertThat(consumer.position(partition)).isZero();
        consumer.addRecord(entry);
        turns.next();
        turns.next();

        assertThat(figures(NOON).held()).isEqualTo(100);
        assertThat(producer.history())
                .singleElement()
                .satisfies(sent -> assertThat(QuotaCodec.decodeAnswer(sent.key(), sent.value()))
                        .isInstanceOfSatisfying(
                                LeaseGrant.class,
                                grant -> assertThat(grant.amount()).isEqualTo(100)));
        assertThat(consumer.committed(Set.of(partition))).containsEntry(partition, new OffsetAndMetadata(1));
    }

    @Test
    void a_batch_is_decided_while_answers_are_on_their_way_and_answered_when_they_are_there() throws Exception {
        // given a broker that acknowledges nothing by itself
        var partition = new TopicPartition(Topics.QUOTA_REQUESTS, 0);
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(partition));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        var producer = new MockProducer<>(brokers(), false, null, new StringSerializer(), new ByteArraySerializer());
        var turns = new RequestTurns(consumer, ledger, new GrantSender(producer), meter, () -> NOON);
        consumer.addRecord(entry(0, 1));
        turns.next();
        consumer.addRecord(entry(1, 2));
        try (var threads = Executors.newSingleThreadExecutor()) {
            // when
            Future<?> second = threads.submit(turns::next);
            await(() -> figures(NOON).held() == 200);
            // then
            assertThat(producer.history()).hasSize(1);
            assertThat(consumer.committed(Set.of(partition))).isEmpty();
            // and when
            producer.completeNext();
            second.get();
        }
        assertThat(producer.history()).hasSize(2);
        assertThat(consumer.committed(Set.of(partition))).containsEntry(partition, new OffsetAndMetadata(1));
        // and when the second is not acknowledged
        producer.errorNext(new KafkaException("away"));
        assertThatThrownBy(turns::next).isInstanceOf(KafkaException.class);
        turns.rewind();
        // then
        assertThat(consumer.position(partition)).isEqualTo(1);
        assertThat(meter.turns).hasValue(1);
    }

    private ConsumerRecord<String, byte[]> entry(long offset, long lease) {
        LeaseRequest request = new LeaseRequest(lease(lease), GATEWAY, 1, 100, NOON);
        return new ConsumerRecord<>(
                Topics.QUOTA_REQUESTS, 0, offset, QuotaCodec.key(tenant, limit.id()), QuotaCodec.encode(request));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    /** Which have the region's topic, in one partition. */
    private static Cluster brokers() {
        var node = new Node(1, "127.0.0.1", 9);
        var grants = new PartitionInfo(
                Topics.quotaGrants(LedgerDatabase.LOCAL), 0, node, new Node[] {node}, new Node[] {node});
        return new Cluster("test", List.of(node), List.of(grants), Set.of(), Set.of());
    }

    @Test
    void two_ledgers_at_once_grant_no_more_than_there_is_and_forget_nothing() throws Exception {
        List<QuotaLimit> limits = List.of(limit(20_000), limit(3_000), limit(700));
        Map<LimitId, Long> granted = new HashMap<>();

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<LeaseGrant>>> both = threads.invokeAll(List.of(asking(limits, 1), asking(limits, 2)));
            for (Future<List<LeaseGrant>> one : both) {
                one.get().forEach(grant -> granted.merge(grant.lease().limit(), grant.amount(), Long::sum));
            }
        }

        for (QuotaLimit each : limits) {
            assertThat(granted.get(each.id())).isLessThanOrEqualTo(each.amount());
            assertThat(database.account(each.id()).totals().granted()).isEqualTo(granted.get(each.id()));
        }
    }

    private Callable<List<LeaseGrant>> asking(List<QuotaLimit> limits, long seed) {
        StoredLedger mine = database.ledger(LeaseTerms.STANDARD, meter);
        UUID mineToo = new UUID(seed, seed);
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            List<LeaseGrant> grants = new ArrayList<>();
            for (int batch = 0; batch < 100; batch++) {
                List<Word> words = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    LimitId asked = limits.get(random.nextInt(limits.size())).id();
                    LeaseId lease = new LeaseId(asked, mineToo, batch * 5L + i + 1);
                    words.add(new Asked(tenant, new LeaseRequest(lease, GATEWAY, 1, random.nextLong(1, 60), NOON)));
                }
                mine.hear(words, NOON).forEach(answer -> {
                    if (answer.answer() instanceof LeaseGrant grant) {
                        grants.add(grant);
                    }
                });
            }
            return grants;
        };
    }

    @Test
    void time_passes_in_one_process_at_a_time() throws SQLException {
        try (var other = database.system.getConnection()) {
            other.setAutoCommit(false);
            assertThat(TickLock.take(other)).isTrue();
            assertThat(ledger.tick(NOON)).isFalse();
            other.rollback();
        }

        assertThat(ledger.tick(NOON)).isTrue();
    }

    @Test
    void what_a_removed_limit_granted_is_settled_and_nothing_more_is_granted() {
        hear(ask(1, 400));
        database.asApplication(
                tenant,
                "delete from quota_account where limit_id = ?",
                limit.id().value());

        assertThat(hear(report(1, 5), ask(2, 1))).containsExactly(new LeaseSettled(lease(1)));
    }

    @Test
    void a_tenant_that_moved_is_answered_where_it_is_and_where_it_was() {
        database.asApplication(
                tenant,
                "insert into tenant_move (tenant_id, from_region, to_region, state, revision, to_digest)"
                        + " values (?, 'elsewhere', 'local', 'STAGED', 1, '')",
                tenant.value());

        assertThat(ledger.hear(List.of(ask(1, 1)), NOON).getFirst().regions())
                .containsExactlyInAnyOrder(LedgerDatabase.LOCAL, LedgerDatabase.ELSEWHERE);
    }

    @Test
    void a_trail_is_forgotten_when_no_event_of_its_boot_can_come_any_more() {
        ledger.charge(List.of(event(1, 1)), NOON);
        Instant end = NOON.plus(Ledger.TRAIL_KEPT);
        ledger.tick(end);
        assertThat(trails()).containsExactly("1");

        ledger.tick(end.plusSeconds(1));

        assertThat(trails()).isEmpty();
    }

    private List<String> trails() {
        return Database.texts(database.system, "select through from quota_trail where boot = ?", boot);
    }

    @Test
    void an_account_in_which_nothing_is_left_to_do_is_not_looked_at_again() {
        hear(ask(1, 10), report(1, 3));
        Instant nextDay = NOON.plus(Duration.ofDays(1));
        assertThat(busy()).containsExactly("t");

        ledger.tick(nextDay);

        assertThat(busy()).containsExactly("f");
    }

    private List<String> busy() {
        return Database.texts(
                database.system,
                "select busy from quota_account where limit_id = ?",
                limit.id().value());
    }
}
