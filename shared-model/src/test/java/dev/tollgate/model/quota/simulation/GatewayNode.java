package dev.tollgate.model.quota.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.PeriodCount;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import dev.tollgate.model.quota.lease.TierCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gateway and its disk. The process dies with all that it knew; the disk stays, unless it is lost too. */
final class GatewayNode {
    private static final long TICK_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 250;

    private final World world;
    private final GatewayId id;
    private final long skewMillis;
    private final List<ChargedEvent> spool = new ArrayList<>();
    private UUID boot = new UUID(0, 0);
    private LeaseHolder holder;
    private long sequence;
    private boolean up;
    /** What calls hold that run now, and whose limit is on that. */
    private final List<LimitId> running = new ArrayList<>();

    GatewayNode(World world, int number) {
        this.world = world;
        this.id = new GatewayId("gateway-" + number);
        this.skewMillis = World.skew(world.weather.random);
        this.holder = start();
        ship();
    }

    boolean isUp() {
        return up;
    }

    private long clock() {
        return world.agenda.now() + skewMillis;
    }

    private LeaseHolder start() {
        UUID fresh = new UUID(world.weather.random.nextLong(), world.weather.random.nextLong());
        boot = fresh;
        sequence = 0;
        up = true;
        holder = new LeaseHolder(id, fresh, World.TERMS, () -> world.agenda.in(0, () -> turn(fresh)));
        ticking(fresh);
        return holder;
    }

    private void ticking(UUID of) {
        if (up && boot.equals(of)) {
            turn(of);
            world.agenda.in(TICK_MILLIS, () -> ticking(of));
        }
    }

    private void turn(UUID of) {
        if (up && boot.equals(of)) {
            holder.tick(clock()).forEach(world::send);
        }
    }

    void receive(QuotaAnswer answer) {
        if (up) {
            holder.receive(answer, clock()).forEach(world::send);
        }
    }

    void crash(boolean diskLost, long downMillis) {
        UUID dead = boot;
        long last = sequence;
        up = false;
        running.forEach(world.books::ended);
        running.clear();
        if (diskLost) {
            spool.removeIf(event -> event.boot().equals(dead));
        }
        world.agenda.in(downMillis, () -> {
            if (!diskLost) {
                endOf(dead, last);
            }
            start();
        });
    }

    /** Tells of the end of a process once all of its events are sent. */
    private void endOf(UUID dead, long last) {
        if (spool.stream().noneMatch(event -> event.boot().equals(dead))) {
            world.sendSurely(() -> world.ledger.receive(new BootEnded(dead, last)));
        } else {
            world.agenda.in(200, () -> endOf(dead, last));
        }
    }

    /** Sends events, and forgets those that were acknowledged; what was not is sent again. */
    private void ship() {
        for (ChargedEvent event : List.copyOf(spool)) {
            world.sendSurely(() -> world.ledger.receive(event));
            if (!world.weather.loses()) {
                spool.remove(event);
            }
        }
        world.agenda.in(world.weather.isCalm() ? 50 : world.weather.random.nextInt(20, 1_500), this::ship);
    }

    /** An agent's call, under some limits, that takes a while and then costs what it costs. */
    void call(List<QuotaLimit> limits, Units units, Amounts bound, Amounts cost, long lastsMillis) {
        TierCount count =
                units.tiers.isEmpty() ? null : new TierCount(new TierCount.Part(shares(units.tiers), units.most));
        Wanted wanted = new Wanted(boot, shares(limits), count, units, bound, cost, lastsMillis);
        attempt(wanted, world.agenda.now() + PATIENCE_MILLIS);
    }

    /**
     * What a call has of what its price counts from call to call.
     *
     * @param most that it can have, as is known before
     */
    record Units(List<QuotaLimit> tiers, long most, long had) {
        static final Units NONE = new Units(List.of(), 0, 0);
    }

    private LimitShare[] shares(List<QuotaLimit> limits) {
        return limits.stream().map(holder::share).toArray(LimitShare[]::new);
    }

    /**
     * What an agent wants.
     *
     * @param of the process that it has asked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Wanted(
            UUID of,
            LimitShare[] shares,
            @Nullable TierCount tiers,
            Units units,
            Amounts bound,
            Amounts cost,
            long lastsMillis) {}

    private void attempt(Wanted wanted, long deadline) {
        if (!up || !boot.equals(wanted.of)) {
            return;
        }
        switch (Reservation.admit(wanted.shares, wanted.bound, wanted.tiers, clock())) {
            case Admission.Admitted admitted -> {
                long trueMillis = world.agenda.now();
                long eventMillis = clock();
                List<LimitId> held = running(wanted.shares);
                held.forEach(world.books::began);
                running.addAll(held);
                world.agenda.in(
                        wanted.lastsMillis, () -> end(wanted, admitted.reservation(), held, trueMillis, eventMillis));
            }
            case Admission.Wanting wanting -> lacks(wanted, wanting.share(), deadline);
            case Admission.Refused _ -> world.refused++;
        }
    }

    private void lacks(Wanted wanted, LimitShare share, long deadline) {
        if (world.agenda.now() < deadline) {
            share.onNews(() -> world.agenda.in(0, () -> attempt(wanted, deadline)));
        } else if (wanted.tiers != null && wanted.tiers.counts(share)) {
            wanted.tiers.waitNoMore(share, world.weather.random.nextBoolean());
            attempt(wanted, deadline);
        } else {
            world.refused++;
        }
    }

    private static List<LimitId> running(LimitShare[] shares) {
        return Arrays.stream(shares)
                .map(LimitShare::limit)
                .filter(limit -> limit.unit() == QuotaUnit.CONCURRENT)
                .map(QuotaLimit::id)
                .toList();
    }

    private void end(Wanted wanted, Reservation reservation, List<LimitId> held, long trueMillis, long eventMillis) {
        if (!up || !boot.equals(wanted.of)) {
            return;
        }
        held.forEach(limit -> {
            running.remove(limit);
            world.books.ended(limit);
        });
        // Of what a price does not count, the place in a tier is free again.
        boolean counted = world.weather.random.nextInt(10) > 0;
        List<Charge> charges = reservation.settle(wanted.cost, counted ? List.of(wanted.units.had) : List.of());
        if (counted && wanted.units.most > 1) {
            PeriodCount said = reservation.counts().getFirst().of(wanted.units.had);
            checkSaid(wanted.units.tiers, said, charges);
        }
        sequence++;
        spool.add(new ChargedEvent(wanted.of, sequence, charges));
        charges.forEach(charge -> world.books.enter(charge, trueMillis, eventMillis));
    }

    /** What stands on the event as the call's part of each tier is what the tier is charged. */
    private static void checkSaid(List<QuotaLimit> tiers, PeriodCount said, List<Charge> charges) {
        for (int i = 0; i < tiers.size(); i++) {
            LimitId tier = tiers.get(i).id();
            long charged = charges.stream()
                    .filter(charge -> charge.lease().limit().equals(tier))
                    .mapToLong(Charge::amount)
                    .sum();
            assertThat(i < said.taken().size() ? said.taken().get(i) : 0)
                    .as("said of %s", tier)
                    .isEqualTo(charged);
        }
    }
}
