package dev.tollgate.model.quota.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.Figures;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.ledger.Ledger;
import dev.tollgate.model.quota.ledger.LedgerRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A ledger of the rules alone: what it wrote down survives its crashes, what it wanted to say does not. */
final class LedgerNode implements SimulatedLedger {
    private static final long TICK_MILLIS = 500;

    private final Agenda agenda;
    private final Weather weather;
    private final Consumer<QuotaAnswer> sends;
    private final List<Runnable> kept = new ArrayList<>();
    private Ledger ledger;
    private long skewMillis;
    private boolean up = true;

    LedgerNode(Agenda agenda, Weather weather, List<QuotaLimit> limits, Consumer<QuotaAnswer> sends) {
        this.agenda = agenda;
        this.weather = weather;
        this.sends = sends;
        this.ledger = new Ledger(World.TERMS, LedgerRows.none());
        limits.forEach(ledger::limit);
        this.skewMillis = World.skew(weather.random);
        tick();
    }

    @Override
    public Instant clock() {
        return Instant.ofEpochMilli(agenda.now() + skewMillis);
    }

    @Override
    public void receive(QuotaRequest request) {
        step(() -> ledger.receive(request, clock()));
    }

    @Override
    public void receive(ChargedEvent event) {
        step(() -> {
            ledger.charged(event, clock());
            return List.of();
        });
    }

    @Override
    public void receive(BootEnded end) {
        step(() -> {
            ledger.ended(end, clock());
            return List.of();
        });
    }

    /** One message. The process may end before what it did is written down, and then finds the message again; or after. */
    private void step(Supplier<List<QuotaAnswer>> handle) {
        if (!up) {
            kept.add(() -> step(handle));
        } else if (!weather.crashesLedger()) {
            handle.get().forEach(sends);
        } else if (weather.random.nextBoolean()) {
            LedgerRows before = ledger.rows();
            var _ = handle.get();
            kept.add(() -> step(handle));
            crash(before);
        } else {
            var _ = handle.get();
            crash(ledger.rows());
        }
    }

    private void crash(LedgerRows written) {
        up = false;
        agenda.in(weather.random.nextInt(10, 8_000), () -> {
            up = true;
            skewMillis = World.skew(weather.random);
            ledger = new Ledger(World.TERMS, written);
            List<Runnable> waiting = List.copyOf(kept);
            kept.clear();
            waiting.forEach(Runnable::run);
        });
    }

    private void tick() {
        if (up) {
            ledger.tick(clock());
            for (AccountRow row : ledger.rows().accounts()) {
                assertThat(row.held().stream().mapToLong(HeldLease::ceiling).sum())
                        .as("granted = spent + returned + held")
                        .isEqualTo(row.totals().held());
            }
        }
        agenda.in(TICK_MILLIS, this::tick);
    }

    @Override
    public Figures figures(QuotaLimit limit) {
        return ledger.figures(limit.id(), clock()).orElseThrow();
    }
}
