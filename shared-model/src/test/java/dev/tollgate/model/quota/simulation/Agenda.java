package dev.tollgate.model.quota.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is to happen, in order. */
public final class Agenda {
    private record Entry(long atMillis, long order, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atMillis).thenComparingLong(Entry::order));
    private long nowMillis;
    private long order;

    Agenda(long startMillis) {
        this.nowMillis = startMillis;
    }

    public long now() {
        return nowMillis;
    }

    public void in(long millis, Runnable action) {
        entries.add(new Entry(nowMillis + millis, order++, action));
    }

    void runUntil(long endMillis) {
        while (!entries.isEmpty() && entries.peek().atMillis() <= endMillis) {
            Entry next = entries.poll();
            nowMillis = next.atMillis();
            next.action().run();
        }
        nowMillis = endMillis;
    }
}
