package dev.tollgate.control.ledger;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.ledger.BootFence;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.ledger.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Books as words with blanks between, because every batch reads and writes them, and names, dates and ids said again for each
 * lease were most of what that cost: the clock; how many boots, and each; how many leases, and of each boot, number, amount, granted, valid
 * from, expires, counts until, ceiling, charged; how many fences, and of each boot, number, since; how many sums that are
 * settled, and of each until when, and the amount; what was granted, spent and returned. A boot is said once, and then by its
 * place; a time is nanoseconds since 1970.
 */
final class BooksText {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int CHARS_EXPECTED = 2_048;

    private BooksText() {}

    static String of(Books books) {
        Writer text = new Writer();
        text.add(books.clock());
        Map<UUID, Integer> boots = boots(books);
        text.add(boots.size());
        boots.keySet().forEach(text::add);
        text.add(books.held().size());
        for (HeldLease lease : books.held()) {
            text.add(place(boots, lease.id().boot()));
            text.add(lease.id().number());
            text.add(lease.amount());
            text.add(lease.grantedAt());
            text.add(lease.validFrom());
            text.add(lease.expiresAt());
            text.add(lease.countsUntil());
            text.add(lease.ceiling());
            text.add(lease.charged());
        }
        text.add(books.fences().size());
        for (BootFence fence : books.fences()) {
            text.add(place(boots, fence.boot()));
            text.add(fence.number());
            text.add(fence.since());
        }
        text.add(books.settled().size());
        books.settled().forEach((until, amount) -> {
            text.add(until);
            text.add(amount);
        });
        text.add(books.totals().granted());
        text.add(books.totals().spent());
        text.add(books.totals().returned());
        return text.words.toString();
    }

    private static Map<UUID, Integer> boots(Books books) {
        Map<UUID, Integer> boots = new LinkedHashMap<>();
        books.held().forEach(lease -> boots.putIfAbsent(lease.id().boot(), boots.size()));
        books.fences().forEach(fence -> boots.putIfAbsent(fence.boot(), boots.size()));
        return boots;
    }

    private static int place(Map<UUID, Integer> boots, UUID boot) {
        return Objects.requireNonNull(boots.get(boot));
    }

    /**
     * @param limit whose books they are
     * @throws IllegalArgumentException if the text is none of these
     */
    static Books read(LimitId limit, String text) {
        Reader words = new Reader(text);
        Instant clock = words.time();
        List<UUID> boots = words.list(() -> UUID.fromString(words.next()));
        List<HeldLease> held = words.list(() -> new HeldLease(
                new LeaseId(limit, boots.get((int) words.number()), words.number()),
                words.number(),
                words.time(),
                words.time(),
                words.time(),
                words.time(),
                words.number(),
                words.number()));
        List<BootFence> fences =
                words.list(() -> new BootFence(boots.get((int) words.number()), words.number(), words.time()));
        Map<Instant, Long> settled = new LinkedHashMap<>();
        words.list(() -> Map.entry(words.time(), words.number()))
                .forEach(each -> settled.put(each.getKey(), each.getValue()));
        Totals totals = new Totals(words.number(), words.number(), words.number());
        words.expectEnd();
        return new Books(clock, held, fences, settled, totals);
    }

    private static final class Writer {
        private final StringBuilder words = new StringBuilder(CHARS_EXPECTED);

        private void add(long number) {
            between().append(number);
        }

        private void add(Instant time) {
            add(Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS_PER_SECOND), time.getNano()));
        }

        private void add(UUID id) {
            between().append(id);
        }

        private StringBuilder between() {
            return words.isEmpty() ? words : words.append(' ');
        }
    }

    private static final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private interface Item<T> {
            T read();
        }

        private <T> List<T> list(Item<T> item) {
            int size = Math.toIntExact(number());
            List<T> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(item.read());
            }
            return items;
        }

        private Instant time() {
            long nanos = number();
            return Instant.ofEpochSecond(
                    Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
        }

        private long number() {
            int begin = at;
            return Long.parseLong(text, begin, advance(), 10);
        }

        private String next() {
            int begin = at;
            return text.substring(begin, advance());
        }

        /** Moves behind the next word, and answers where it ends. */
        private int advance() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("books end before they are whole");
            }
            int blank = text.indexOf(' ', at);
            int end = blank < 0 ? text.length() : blank;
            at = end + 1;
            return end;
        }

        private void expectEnd() {
            if (at < text.length()) {
                throw new IllegalArgumentException("books go on behind their end");
            }
        }
    }
}
