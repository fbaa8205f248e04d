package dev.tollgate.control.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A store that behaves as ClickHouse may at its worst: an insert can fail before, after or in the middle, or be on its way
 * for long; a kill can use up a token, part the roll-up from the calls, or lose a part.
 */
final class SimulatedStore implements CallStore {
    /** What the store, the network or the process does to an insert. */
    enum Fault {
        NONE,
        REFUSED,
        ANSWER_LOST,
        DELAYED,
        STILL_RUNNING,
        KILLED
    }

    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    private record Flight(Positions before, List<CallRow> rows, String token) {}

    private final UUID log;
    private final Random random;
    final Map<String, List<CallRow>> calls = new TreeMap<>();
    final Map<LocalDate, Long> rollUp = new TreeMap<>();
    final Set<String> rejections = new TreeSet<>();
    final Set<SequenceGap> gaps = new HashSet<>();
    private final Map<Boot, Long> examined = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final List<Flight> delayed = new ArrayList<>();
    private final List<Flight> running = new ArrayList<>();
    private List<CallRow> lastPart = List.of();
    private int downFor;
    double faultRate;

    SimulatedStore(UUID log, Random random, double faultRate) {
        this.log = log;
        this.random = random;
        this.faultRate = faultRate;
    }

    @Override
    public void migrate() {
        answer();
    }

    @Override
    public void insert(Positions before, List<CallRow> rows, String token) {
        answer();
        var flight = new Flight(before, List.copyOf(rows), token);
        switch (draw()) {
            case NONE -> land(flight);
            case REFUSED -> throw new Broken("refused");
            case ANSWER_LOST -> {
                land(flight);
                throw new Broken("answer lost");
            }
            case DELAYED -> {
                delayed.add(flight);
                throw new Broken("timed out");
            }
            case STILL_RUNNING -> {
                running.add(flight);
                throw new Broken("timed out, running");
            }
            case KILLED -> {
                kill(flight);
                throw new Broken("killed");
            }
        }
    }

    private Fault draw() {
        if (random.nextDouble() >= faultRate) {
            return Fault.NONE;
        }
        return Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    }

    private void land(Flight flight) {
        if (tokens.add("calls " + flight.before().month() + flight.token())) {
            addPart(flight.rows());
        }
        days(flight.rows()).forEach((day, count) -> addToRollUp(flight, day, count));
    }

    private void addPart(List<CallRow> rows) {
        rows.forEach(
                row -> calls.computeIfAbsent(place(row), _ -> new ArrayList<>()).add(row));
        lastPart = rows;
    }

    private void addToRollUp(Flight flight, LocalDate day, long count) {
        if (tokens.add("spend " + day + flight.token())) {
            rollUp.merge(day, count, Long::sum);
        }
    }

    private void kill(Flight flight) {
        downFor = random.nextInt(4);
        boolean token = random.nextBoolean();
        if (!token || tokens.add("calls " + flight.before().month() + flight.token())) {
            if (token && random.nextBoolean()) {
                addPart(flight.rows());
            }
            days(flight.rows()).forEach((day, count) -> {
                if (random.nextBoolean()) {
                    addToRollUp(flight, day, count);
                }
            });
        }
        // A lost part and an insert still on its way are two disasters at once; only one is promised to be survived.
        if (delayed.isEmpty() && running.isEmpty() && random.nextInt(3) == 0) {
            lastPart.forEach(row -> calls.remove(place(row)));
            lastPart = List.of();
        }
    }

    @Override
    public void endInserts() {
        answer();
        running.forEach(flight -> {
            if (random.nextBoolean()) {
                land(flight);
            }
        });
        running.clear();
    }

    @Override
    public Positions positions(UUID log) {
        answer();
        return new Positions(log, Map.of(), Instant.EPOCH)
                .with(calls.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public List<CallRow> missing(UUID log, List<CallRow> rows) {
        answer();
        return rows.stream().filter(row -> !calls.containsKey(place(row))).toList();
    }

    @Override
    public void reject(UUID log, List<Rejection> rejected) {
        answer();
        rejected.forEach(one -> rejections.add(one.partition() + ":" + one.offset()));
    }

    @Override
    public Set<LocalDate> daysAmiss(LocalDate from) {
        answer();
        Map<LocalDate, Long> base = base();
        Set<LocalDate> days = new TreeSet<>(base.keySet());
        days.addAll(rollUp.keySet());
        days.removeIf(day -> day.isBefore(from) || base.getOrDefault(day, 0L).equals(rollUp.getOrDefault(day, 0L)));
        return days;
    }

    @Override
    public void rebuild(LocalDate day) {
        answer();
        rollUp.put(day, base().getOrDefault(day, 0L));
        if (random.nextBoolean()) {
            // Whether parts that were replaced still stand for their tokens is the store's business.
            tokens.removeIf(token -> token.startsWith("spend " + day));
        }
    }

    @Override
    public void progress(Instant coveredUntil, long lagRecords) {
        answer();
    }

    @Override
    public Map<Boot, Long> highest(Collection<Boot> boots) {
        answer();
        Map<Boot, Long> highest = allHighest();
        highest.keySet().retainAll(boots);
        return highest;
    }

    @Override
    public void read(Collection<SequenceChunk> chunks, BiConsumer<SequenceChunk, Long> stored) {
        answer();
        calls.values().stream().flatMap(List::stream).map(CallRow::event).forEach(event -> {
            var chunk = SequenceChunk.of(Boot.of(event), event.sequence());
            if (chunks.contains(chunk)) {
                stored.accept(chunk, event.sequence());
            }
        });
    }

    @Override
    public Map<Boot, Long> unexamined() {
        answer();
        Map<Boot, Long> highest = allHighest();
        highest.entrySet().removeIf(entry -> examined.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
        return highest;
    }

    @Override
    public Map<Boot, Long> examinedThrough(Collection<Boot> boots) {
        answer();
        Map<Boot, Long> known = new HashMap<>(examined);
        known.keySet().retainAll(boots);
        return known;
    }

    @Override
    public void report(List<SequenceGap> found, Map<Boot, Long> through) {
        answer();
        gaps.addAll(found);
        answer();
        examined.putAll(through);
    }

    Map<LocalDate, Long> base() {
        return days(calls.values().stream().flatMap(List::stream).toList());
    }

    /** Everything on its way arrives. */
    void arriveAll() {
        delayed.forEach(this::land);
        delayed.clear();
    }

    private Map<Boot, Long> allHighest() {
        Map<Boot, Long> highest = new HashMap<>();
        calls.values().stream()
                .flatMap(List::stream)
                .map(CallRow::event)
                .forEach(event -> highest.merge(Boot.of(event), event.sequence(), Math::max));
        return highest;
    }

    private static Map<LocalDate, Long> days(List<CallRow> rows) {
        Map<LocalDate, Long> days = new TreeMap<>();
        rows.forEach(row -> days.merge(row.day(), 1L, Long::sum));
        return days;
    }

    private String place(CallRow row) {
        return log + " " + row.partition() + ":" + row.offset();
    }

    /** Delayed inserts arrive whenever they like; then the store answers, or doesn't. */
    private void answer() {
        if (!delayed.isEmpty() && random.nextInt(6) == 0) {
            land(delayed.remove(random.nextInt(delayed.size())));
        }
        if (!running.isEmpty() && random.nextInt(4) == 0) {
            land(running.remove(0));
        }
        if (downFor > 0) {
            downFor--;
            throw new Broken("down");
        }
        if (random.nextDouble() < faultRate / 20) {
            throw new Broken("connection lost");
        }
    }
}
