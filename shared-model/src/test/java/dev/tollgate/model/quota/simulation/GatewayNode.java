package dev.tollgate.model.quota.simulation;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

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
    void call(List<QuotaLimit> limits, Amounts bound, Amounts cost, long lastsMillis) {
        LimitShare[] shares = limits.stream().map(holder::share).toArray(LimitShare[]::new);
        attempt(boot, shares, bound, cost, lastsMillis, world.agenda.now() + PATIENCE_MILLIS);
    }

    private void attempt(UUID of, LimitShare[] shares, Amounts bound, Amounts cost, long lastsMillis, long deadline) {
        if (!up || !boot.equals(of)) {
            return;
        }
        switch (Reservation.admit(shares, bound, clock())) {
            case Admission.Admitted admitted -> {
                long trueMillis = world.agenda.now();
                long eventMillis = clock();
                List<LimitId> held = running(shares);
                held.forEach(world.books::began);
                running.addAll(held);
                world.agenda.in(
                        lastsMillis, () -> end(of, admitted.reservation(), held, cost, trueMillis, eventMillis));
            }
            case Admission.Wanting wanting -> {
                if (world.agenda.now() < deadline) {
                    wanting.share()
                            .onNews(() ->
                                    world.agenda.in(0, () -> attempt(of, shares, bound, cost, lastsMillis, deadline)));
                } else {
                    world.refused++;
                }
            }
            case Admission.Refused _ -> world.refused++;
        }
    }

    private static List<LimitId> running(LimitShare[] shares) {
        return Arrays.stream(shares)
                .map(LimitShare::limit)
                .filter(limit -> limit.unit() == QuotaUnit.CONCURRENT)
                .map(QuotaLimit::id)
                .toList();
    }

    private void end(
            UUID of, Reservation reservation, List<LimitId> held, Amounts cost, long trueMillis, long eventMillis) {
        if (!up || !boot.equals(of)) {
            return;
        }
        held.forEach(limit -> {
            running.remove(limit);
            world.books.ended(limit);
        });
        List<Charge> charges = reservation.settle(cost);
        sequence++;
        spool.add(new ChargedEvent(of, sequence, charges));
        charges.forEach(charge -> world.books.enter(charge, trueMillis, eventMillis));
    }
}
