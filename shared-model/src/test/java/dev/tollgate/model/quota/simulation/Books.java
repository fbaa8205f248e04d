package dev.tollgate.model.quota.simulation;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What was spent in truth, whoever knows of it. */
final class Books {
    /**
     * @param trueMillis when the call was admitted
     * @param eventMillis what its gateway's clock said then, which stands on the event
     */
    private record Entry(long trueMillis, long eventMillis, long amount) {}

    private final Map<LimitId, List<Entry>> entries = new HashMap<>();
    private final Map<LimitId, Integer> running = new HashMap<>();
    private final Map<LimitId, Integer> mostRunning = new HashMap<>();

    void enter(Charge charge, long trueMillis, long eventMillis) {
        entries.computeIfAbsent(charge.lease().limit(), _ -> new ArrayList<>())
                .add(new Entry(trueMillis, eventMillis, charge.amount()));
    }

    /** A call began to run, at what has a limit on that. */
    void began(LimitId limit) {
        int now = running.merge(limit, 1, Integer::sum);
        mostRunning.merge(limit, now, Math::max);
    }

    void ended(LimitId limit) {
        running.merge(limit, -1, Integer::sum);
    }

    /**
     * By how much more than its amount was spent in any one window, or ran at any one time; negative if nowhere more.
     *
     * @param marginMillis how much the clocks differ by which an amount holds
     */
    long mostOver(QuotaLimit limit, long marginMillis) {
        return switch (limit.window()) {
            case QuotaWindow.Running _ -> mostRunning.getOrDefault(limit.id(), 0) - limit.amount();
            case QuotaWindow.Rolling _ -> mostOverWithin(limit, marginMillis);
            case QuotaWindow.Calendar calendar -> {
                Map<Period, Long> sums = new HashMap<>();
                of(limit)
                        .forEach(entry -> sums.merge(
                                calendar.periodAt(Instant.ofEpochMilli(entry.eventMillis())),
                                entry.amount(),
                                Long::sum));
                yield sums.entrySet().stream()
                        .mapToLong(sum ->
                                sum.getValue() - limit.amountAt(sum.getKey().start()))
                        .max()
                        .orElse(-1);
            }
        };
    }

    /**
     * What was spent in the window that is now.
     *
     * @param ledgerClock which window of the calendar it is, says the ledger's clock
     */
    long spentNow(QuotaLimit limit, long nowMillis, Instant ledgerClock) {
        if (limit.window() instanceof QuotaWindow.Running) {
            return running.getOrDefault(limit.id(), 0);
        }
        return of(limit).stream()
                .filter(entry -> switch (limit.window()) {
                    case QuotaWindow.Running _ -> false;
                    case QuotaWindow.Rolling _ -> isWithin(limit, entry, nowMillis);
                    case QuotaWindow.Calendar calendar ->
                        calendar.periodAt(ledgerClock).contains(Instant.ofEpochMilli(entry.eventMillis()));
                })
                .mapToLong(Entry::amount)
                .sum();
    }

    int calls() {
        return entries.values().stream().mapToInt(List::size).sum();
    }

    private long mostOverWithin(QuotaLimit limit, long marginMillis) {
        List<Entry> inOrder = new ArrayList<>(of(limit));
        inOrder.sort(Comparator.comparingLong(Entry::trueMillis));
        long most = -1;
        long sum = 0;
        int first = 0;
        for (Entry entry : inOrder) {
            sum += entry.amount();
            while (!isWithin(limit, inOrder.get(first), entry.trueMillis())) {
                sum -= inOrder.get(first++).amount();
            }
            long amount = LongStream.of(-marginMillis, 0, marginMillis)
                    .map(off -> limit.amountAt(Instant.ofEpochMilli(entry.trueMillis() + off)))
                    .max()
                    .orElseThrow();
            most = Math.max(most, sum - amount);
        }
        return most;
    }

    private static boolean isWithin(QuotaLimit limit, Entry entry, long nowMillis) {
        return limit.window() instanceof QuotaWindow.Rolling(WindowLength length)
                && entry.trueMillis() > nowMillis - length.rolling().toMillis();
    }

    private List<Entry> of(QuotaLimit limit) {
        return entries.getOrDefault(limit.id(), List.of());
    }
}
