package dev.tollgate.model.quota.simulation;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was spent in truth, whoever knows of it. */
final class Books {
    /**
     * @param trueMillis when the call was admitted
     * @param eventMillis what its gateway's clock said then, which stands on the event
     */
    private record Entry(long trueMillis, long eventMillis, long amount) {}

    private final Map<LimitId, List<Entry>> entries = new HashMap<>();

    void enter(Charge charge, long trueMillis, long eventMillis) {
        entries.computeIfAbsent(charge.lease().limit(), _ -> new ArrayList<>())
                .add(new Entry(trueMillis, eventMillis, charge.amount()));
    }

    /** The most that was spent in any one window. */
    long mostSpent(QuotaLimit limit) {
        return switch (limit.window()) {
            case QuotaWindow.Rolling rolling ->
                mostWithin(of(limit), rolling.length().rolling().toMillis());
            case QuotaWindow.Calendar calendar -> {
                Map<Period, Long> sums = new HashMap<>();
                of(limit)
                        .forEach(entry -> sums.merge(
                                calendar.periodAt(Instant.ofEpochMilli(entry.eventMillis())),
                                entry.amount(),
                                Long::sum));
                yield sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
            }
        };
    }

    /**
     * What was spent in the window that is now.
     *
     * @param ledgerClock which window of the calendar it is, says the ledger's clock
     */
    long spentNow(QuotaLimit limit, long nowMillis, Instant ledgerClock) {
        return of(limit).stream()
                .filter(entry -> switch (limit.window()) {
                    case QuotaWindow.Rolling rolling ->
                        entry.trueMillis()
                                > nowMillis - rolling.length().rolling().toMillis();
                    case QuotaWindow.Calendar calendar ->
                        calendar.periodAt(ledgerClock).contains(Instant.ofEpochMilli(entry.eventMillis()));
                })
                .mapToLong(Entry::amount)
                .sum();
    }

    int calls() {
        return entries.values().stream().mapToInt(List::size).sum();
    }

    private static long mostWithin(List<Entry> spent, long millis) {
        List<Entry> inOrder = new ArrayList<>(spent);
        inOrder.sort(Comparator.comparingLong(Entry::trueMillis));
        long most = 0;
        long sum = 0;
        int first = 0;
        for (Entry entry : inOrder) {
            sum += entry.amount();
            while (inOrder.get(first).trueMillis() <= entry.trueMillis() - millis) {
                sum -= inOrder.get(first++).amount();
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private List<Entry> of(QuotaLimit limit) {
        return entries.getOrDefault(limit.id(), List.of());
    }
}
