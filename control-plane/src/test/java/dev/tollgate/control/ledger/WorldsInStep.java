package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.simulation.Agenda;
import dev.tollgate.model.quota.simulation.SimulatedLedger;
import dev.tollgate.model.quota.simulation.Weather;
import dev.tollgate.model.quota.simulation.World;
import dev.tollgate.model.wire.QuotaCodec;
import dev.tollgate.model.wire.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Many worlds with one time: in each round all of them give what was said in it to one ledger, and are given what it answers.
 * A round begins when every world has come to its end, so virtual time waits for the real backends.
 */
final class WorldsInStep {
    static final int ROUND_MILLIS = 250;

    private final LedgerDatabase database;
    private final RealLedger ledger;
    private final Map<LimitId, Port> ports = new ConcurrentHashMap<>();
    private final List<Port> inOrder = new ArrayList<>();
    private final long startMillis;
    private volatile @Nullable Throwable failure;

    private final Phaser rounds = new Phaser() {
        @Override
        protected boolean onAdvance(int phase, int registeredParties) {
            try {
                round(startMillis + (phase + 1L) * ROUND_MILLIS);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            return registeredParties == 0;
        }
    };

    WorldsInStep(LedgerDatabase database, RealLedger ledger, long startMillis) {
        this.database = database;
        this.ledger = ledger;
        this.startMillis = startMillis;
    }

    /** Makes one more; all must be made before the first is played. */
    World world(long seed) {
        rounds.register();
        return new World(seed, startMillis, Port::new);
    }

    void play(long seed, World world) {
        try {
            world.run();
        } catch (AssertionError e) {
            throw new AssertionError("world " + seed + ": " + e.getMessage() + "\n" + books(seed), e);
        } finally {
            rounds.arriveAndDeregister();
        }
    }

    /** What the ledger knows of a world's limits when it is asked, for who wonders. */
    private String books(long seed) {
        StringBuilder text = new StringBuilder();
        for (QuotaLimit limit : inOrder.get((int) seed).limits) {
            AccountRow account = database.account(limit.id());
            text.append(account.totals()).append(' ').append(account.clock()).append('\n');
            for (HeldLease lease : account.held()) {
                text.append("  ")
                        .append(lease)
                        .append("  ")
                        .append(database.trail(lease.id().boot()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private void round(long nowMillis) {
        for (Port port : inOrder) {
            ledger.say(port.said);
            ledger.charge(port.events);
            port.said.clear();
            port.events.clear();
        }
        for (QuotaAnswer answer : ledger.round(nowMillis)) {
            Port port = ports.get(answer.lease().limit());
            if (port != null) {
                port.heard.add(answer);
            }
        }
    }

    /** Where one world speaks with the ledger. */
    private final class Port implements SimulatedLedger {
        private final Agenda agenda;
        private final List<QuotaLimit> limits;
        private final Consumer<QuotaAnswer> sends;
        private final List<ProducerRecord<String, byte[]>> said = new ArrayList<>();
        private final List<TenantEvent> events = new ArrayList<>();
        private final List<QuotaAnswer> heard = new ArrayList<>();

        Port(Agenda agenda, Weather weather, List<QuotaLimit> limits, Consumer<QuotaAnswer> sends) {
            this.agenda = agenda;
            this.limits = limits;
            this.sends = sends;
            limits.forEach(limit -> {
                database.open(limit);
                ports.put(limit.id(), this);
            });
            inOrder.add(this);
            agenda.in(ROUND_MILLIS, this::endRound);
        }

        private void endRound() {
            rounds.arriveAndAwaitAdvance();
            Throwable broken = failure;
            if (broken != null) {
                throw new AssertionError("the round failed", broken);
            }
            List<QuotaAnswer> answers = List.copyOf(heard);
            heard.clear();
            answers.forEach(sends);
            agenda.in(ROUND_MILLIS, this::endRound);
        }

        @Override
        public void receive(QuotaRequest request) {
            String key = QuotaCodec.key(World.TENANT, request.lease().limit());
            said.add(new ProducerRecord<>(Topics.QUOTA_REQUESTS, key, QuotaCodec.encode(request)));
        }

        @Override
        public void receive(ChargedEvent event) {
            events.add(new TenantEvent(World.TENANT, event));
        }

        @Override
        public void receive(BootEnded end) {
            said.add(new ProducerRecord<>(Topics.QUOTA_REQUESTS, QuotaCodec.key(end), QuotaCodec.encode(end)));
        }

        @Override
        public Instant clock() {
            return ledger.clock(agenda.now());
        }

        @Override
        public Figures figures(QuotaLimit limit) {
            return database.figures(World.TERMS, limit.id(), clock());
        }
    }
}
