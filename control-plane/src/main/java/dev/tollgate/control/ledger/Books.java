package dev.tollgate.control.ledger;

import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.ledger.AccountRow;
import dev.tollgate.model.quota.ledger.BootFence;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.ledger.Totals;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of an account but the limit's terms, as it stands in a row. */
record Books(Instant clock, List<HeldLease> held, List<BootFence> fences, Map<Instant, Long> settled, Totals totals) {
    /** How books begin that are not yet written as {@link BooksText}; they are when they change next. */
    private static final String JSON = "{";

    static Books of(AccountRow row) {
        return new Books(row.clock(), row.held(), row.fences(), row.settled(), row.totals());
    }

    String text() {
        return BooksText.of(this);
    }

    /** Whether time alone can change them. */
    boolean isBusy() {
        return !held.isEmpty() || !fences.isEmpty() || !settled.isEmpty();
    }

    static QuotaLimit limit(String terms) {
        return WireJson.decode(terms.getBytes(StandardCharsets.UTF_8), QuotaLimit.class);
    }

    /** @param books absent of a limit that nothing was granted of */
    static AccountRow row(String terms, @Nullable String books) {
        QuotaLimit limit = limit(terms);
        if (books == null) {
            return AccountRow.fresh(limit);
        }
        Books read = books.startsWith(JSON)
                ? WireJson.decode(books.getBytes(StandardCharsets.UTF_8), Books.class)
                : BooksText.read(limit.id(), books);
        return new AccountRow(limit, read.clock, read.held, read.fences, read.settled, read.totals);
    }
}
