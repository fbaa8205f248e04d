package dev.tollgate.model.quota.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.AmountOverride;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaRequest;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.ledger.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One ledger and one to eight gateways under a few limits, for a minute of bad weather and then a calm one. All of it follows
 * from the seed.
 */
public final class World {
    private static final long LASTS_MILLIS_MAX = 15_000;
    public static final LeaseTerms TERMS = new LeaseTerms(
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(LASTS_MILLIS_MAX));

    private static final long BAD_MILLIS = 50_000;
    private static final long SETTLING_MILLIS = 20_000;
    private static final long STANDSTILL_MILLIS = 8_000;
    private static final long QUIET_MILLIS = 8_000;
    private static final long DAY_MILLIS = 86_400_000;
    public static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final QuotaSubject SUBJECT =
            new QuotaSubject(QuotaSubject.Kind.TENANT, TENANT.value().toString());

    private final long seed;

    final Weather weather;
    final Agenda agenda;
    final Books books = new Books();
    final SimulatedLedger ledger;
    int refused;
    private final List<GatewayNode> gateways = new ArrayList<>();
    private final List<QuotaLimit> limits = new ArrayList<>();
    private final QuotaLimit budget;
    private final QuotaLimit running;
    private final List<QuotaLimit> tiers = new ArrayList<>();
    private final long priceMax;
    /** The most that a call can have of what a price counts other than calls. */
    private final long unitsMax;

    private final long callEveryMillis;
    private boolean disksLost;
    private boolean draining = true;

    World(long seed) {
        this(seed, LedgerNode::new, World::start);
    }

    /**
     * A world with a ledger of its own kind.
     *
     * @param startMillis when it begins, so that several worlds may have one time
     */
    public World(long seed, long startMillis, SimulatedLedger.Maker ledgers) {
        this(seed, ledgers, _ -> startMillis);
    }

    private World(long seed, SimulatedLedger.Maker ledgers, ToLongFunction<SplittableRandom> start) {
        SplittableRandom random = new SplittableRandom(seed);
        this.seed = seed;
        this.weather = new Weather(random);
        this.agenda = new Agenda(start.applyAsLong(random));
        this.priceMax = random.nextLong(1, 1_000);
        this.callEveryMillis = random.nextLong(20, 500);
        this.budget = limit(
                QuotaUnit.NANO_DOLLARS,
                QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("UTC")),
                priceMax * random.nextLong(1, 1_500));
        limits.add(budget);
        limits.add(limit(
                QuotaUnit.CALLS, QuotaWindow.Calendar.of(WindowLength.MINUTE, ZoneId.of("UTC")), random.nextLong(600)));
        limits.add(limit(
                QuotaUnit.NANO_DOLLARS,
                new QuotaWindow.Rolling(WindowLength.MINUTE),
                priceMax * random.nextLong(1, 400)));
        this.running = limit(QuotaUnit.CONCURRENT, new QuotaWindow.Running(), random.nextLong(1, 20));
        limits.add(running);
        tiers.add(tier(WindowLength.MINUTE));
        tiers.add(tier(WindowLength.MINUTE));
        tiers.add(tier(WindowLength.DAY));
        tiers.add(tier(WindowLength.MINUTE));
        tiers.add(tier(WindowLength.MINUTE));
        tiers.add(tier(WindowLength.DAY));
        this.unitsMax = new SplittableRandom(seed * 41).nextLong(2, 120);
        List<QuotaLimit> accounts =
                Stream.concat(limits.stream(), tiers.stream()).toList();
        this.ledger = ledgers.make(agenda, weather, accounts, this::send);
        int count = random.nextInt(1, 9);
        for (int i = 0; i < count; i++) {
            gateways.add(new GatewayNode(this, i));
        }
    }

    /** By day, or shortly before midnight. */
    private static long start(SplittableRandom random) {
        long day = 20_000 * DAY_MILLIS;
        return random.nextInt(5) == 0 ? day - 30_000 : day + random.nextLong(DAY_MILLIS / 2);
    }

    private QuotaLimit limit(QuotaUnit unit, QuotaWindow window, long amount) {
        // From a source of its own, so that a limit more or less changes nothing else of a world.
        SplittableRandom random = new SplittableRandom(seed * 31 + limits.size());
        return new QuotaLimit(
                TENANT,
                new LimitId(new UUID(2 + seed, limits.size())),
                SUBJECT,
                unit,
                window,
                amount,
                null,
                random.nextBoolean() ? List.of() : overrides(random, window, amount));
    }

    /** A tier of a price; its count begins anew with each window. */
    private QuotaLimit tier(WindowLength length) {
        SplittableRandom random = new SplittableRandom(seed * 37 + tiers.size());
        return new QuotaLimit(
                TENANT,
                new LimitId(new UUID(2 + seed, 100 + tiers.size())),
                new QuotaSubject(QuotaSubject.Kind.PRICE, TENANT.value().toString()),
                QuotaUnit.CALLS,
                QuotaWindow.Calendar.of(length, ZoneId.of("UTC")),
                random.nextLong(1, 300));
    }

    /** Of one price the two of a minute, of another the one of a day; of calls, or of what a call has many of. */
    private GatewayNode.Units someUnits() {
        long had = weather.random.nextLong(unitsMax + 1);
        return switch (weather.random.nextInt(5)) {
            case 0 -> GatewayNode.Units.NONE;
            case 1 -> new GatewayNode.Units(tiers.subList(0, 2), 1, 1);
            case 2 -> new GatewayNode.Units(tiers.subList(2, 3), 1, 1);
            case 3 -> new GatewayNode.Units(tiers.subList(3, 5), unitsMax, had);
            default -> new GatewayNode.Units(tiers.subList(5, 6), unitsMax, had);
        };
    }

    /** Much more or less, in the window that is now, the next one or both; of a rolling one for a while. */
    private List<AmountOverride> overrides(SplittableRandom random, QuotaWindow window, long amount) {
        Instant at = Instant.ofEpochMilli(agenda.now() + random.nextLong(BAD_MILLIS));
        long first = random.nextLong(2 * amount + 1);
        long second = random.nextLong(2 * amount + 1);
        return switch (window) {
            case QuotaWindow.Running _ -> List.of();
            case QuotaWindow.Rolling _ -> {
                Instant then = at.plusMillis(random.nextLong(1, BAD_MILLIS));
                yield List.of(
                        new AmountOverride(at, then, first),
                        new AmountOverride(then, then.plusSeconds(random.nextLong(1, 60)), second));
            }
            case QuotaWindow.Calendar calendar -> {
                Period one = calendar.periodAt(at);
                Period next = calendar.periodAt(one.end());
                yield List.of(
                        new AmountOverride(one.start(), one.end(), first),
                        new AmountOverride(next.start(), next.end(), second));
            }
        };
    }

    /** Two clocks differ by the margin at the most, and often by just that. */
    public static long skew(SplittableRandom random) {
        long half = TERMS.clockMargin().toMillis() / 2;
        return switch (random.nextInt(3)) {
            case 0 -> -half;
            case 1 -> half;
            default -> random.nextLong(-half, half + 1);
        };
    }

    void send(QuotaRequest request) {
        send(() -> ledger.receive(request));
    }

    private void send(QuotaAnswer answer) {
        gateways.forEach(gateway -> send(() -> gateway.receive(answer)));
    }

    private void send(Runnable delivery) {
        if (!weather.loses()) {
            sendSurely(delivery);
        }
    }

    /** As Kafka keeps events: none is lost once it is acknowledged; they may come late, twice and in another order. */
    void sendSurely(Runnable delivery) {
        agenda.in(weather.delay(), delivery);
        if (weather.copies()) {
            agenda.in(weather.delay() + weather.random.nextInt(1, 20_000), delivery);
        }
    }

    public void run() {
        long start = agenda.now();
        gateways.forEach(gateway -> {
            randomCalls(gateway, start + BAD_MILLIS + SETTLING_MILLIS / 2);
            crashes(gateway);
        });
        agenda.runUntil(start + BAD_MILLIS);
        weather.calm();
        agenda.runUntil(start + BAD_MILLIS + SETTLING_MILLIS);
        check();
        gateways.forEach(this::drainingCalls);
        drain();
        draining = false;
        agenda.runUntil(agenda.now() + QUIET_MILLIS);
        check();
        checkUsedUp();
    }

    private void randomCalls(GatewayNode gateway, long endMillis) {
        SplittableRandom random = weather.random;
        if (gateway.isUp()) {
            List<QuotaLimit> some =
                    limits.stream().filter(_ -> random.nextBoolean()).toList();
            long bound = random.nextLong(1, priceMax + 1);
            long cost = random.nextInt(3) == 0 ? random.nextLong(bound + 1) : bound;
            long lasts = random.nextInt(20) == 0 ? random.nextLong(LASTS_MILLIS_MAX) : random.nextLong(1, 400);
            gateway.call(some, someUnits(), new Amounts(1, 0, bound), new Amounts(1, 0, cost), lasts);
        }
        if (agenda.now() < endMillis) {
            // Sometimes nothing for a while, so that leases lie idle.
            long pause = random.nextInt(50) == 0 ? random.nextLong(6_000) : random.nextLong(1, 2 * callEveryMillis);
            agenda.in(pause, () -> randomCalls(gateway, endMillis));
        }
    }

    private void crashes(GatewayNode gateway) {
        SplittableRandom random = weather.random;
        agenda.in(random.nextLong(1_000, 60_000), () -> {
            if (!weather.isCalm()) {
                boolean lost = random.nextInt(6) == 0;
                disksLost |= lost;
                gateway.crash(lost, random.nextLong(100, 9_000));
                agenda.in(9_001, () -> crashes(gateway));
            }
        });
    }

    /** All gateways use the budget, at one price. */
    private void drainingCalls(GatewayNode gateway) {
        Amounts price = new Amounts(1, 0, priceMax);
        gateway.call(List.of(budget), GatewayNode.Units.NONE, price, price, 5);
        gateway.call(List.of(), new GatewayNode.Units(tiers.subList(2, 3), 1, 1), price, price, 5);
        gateway.call(List.of(), new GatewayNode.Units(tiers.subList(5, 6), unitsMax, unitsMax), price, price, 5);
        if (draining) {
            agenda.in(weather.random.nextLong(5, 100), () -> drainingCalls(gateway));
        }
    }

    /** Until nobody has had a call through for a while. */
    private void drain() {
        int before;
        do {
            before = books.calls();
            agenda.runUntil(agenda.now() + STANDSTILL_MILLIS);
        } while (books.calls() > before);
    }

    private void check() {
        for (QuotaLimit limit : Stream.concat(limits.stream(), tiers.stream()).toList()) {
            assertThat(books.mostOver(limit, TERMS.clockMargin().toMillis()))
                    .as("spent beyond %s", limit)
                    .isNotPositive();
            Figures figures = ledger.figures(limit);
            assertThat(books.spentNow(limit, agenda.now(), ledger.clock()))
                    .as("spent of %s beside what the ledger knows", limit)
                    .isLessThanOrEqualTo(figures.settled() + figures.held());
        }
    }

    private void checkUsedUp() {
        Figures figures = ledger.figures(budget);
        assertThat(figures.left()).as("left of %s", budget).isLessThan(priceMax);
        if (!disksLost) {
            assertThat(figures.held()).as("held of %s when all is calm", budget).isZero();
            assertThat(budget.amountAt(ledger.clock()) - books.spentNow(budget, agenda.now(), ledger.clock()))
                    .as("not spent of %s", budget)
                    .isLessThan(priceMax);
            for (QuotaLimit ofDay : List.of(tiers.get(2), tiers.get(5))) {
                assertThat(books.spentNow(ofDay, agenda.now(), ledger.clock()))
                        .as("taken of %s", ofDay)
                        .isEqualTo(ofDay.amount());
            }
            Figures places = ledger.figures(running);
            assertThat(places.held())
                    .as("held of %s when nothing runs", running)
                    .isZero();
            assertThat(places.left()).as("left of %s", running).isEqualTo(running.amount());
        }
    }
}
