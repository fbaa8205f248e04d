package dev.tollgate.control.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.LeaseId;
import dev.tollgate.model.quota.ledger.BootFence;
import dev.tollgate.model.quota.ledger.HeldLease;
import dev.tollgate.model.quota.ledger.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BooksTextTest {
    private static final LimitId LIMIT = new LimitId(UUID.fromString("0198a4c7-5a1e-7d8c-9b1f-2f3c6a1d0e42"));
    private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID TWO = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.000000001Z");

    private static HeldLease lease(UUID boot, long number) {
        return new HeldLease(
                new LeaseId(LIMIT, boot, number),
                1_000,
                NOON,
                Instant.EPOCH,
                NOON.plusSeconds(30),
                NOON.plusSeconds(86_400),
                900,
                10);
    }

    private static Books books() {
        return new Books(
                NOON,
                List.of(lease(TWO, 7), lease(ONE, 1), lease(TWO, 9)),
                List.of(new BootFence(ONE, 1, NOON), new BootFence(TWO, 9, NOON.minusSeconds(1))),
                Map.of(NOON.plusSeconds(60), 5L, NOON.plusSeconds(61), 6L),
                new Totals(3_011, -2, Long.MAX_VALUE));
    }

    @Test
    void books_are_read_as_they_were_written() {
        Books read = BooksText.read(LIMIT, BooksText.of(books()));

        assertThat(read).isEqualTo(books());
    }

    @Test
    void books_of_nothing_are_eight_noughts() {
        Books fresh = new Books(Instant.EPOCH, List.of(), List.of(), Map.of(), Totals.NONE);

        String text = BooksText.of(fresh);

        assertThat(text).isEqualTo("0 0 0 0 0 0 0 0");
        assertThat(BooksText.read(LIMIT, text)).isEqualTo(fresh);
    }

    @Test
    void a_time_before_the_epoch_stays_what_it_is() {
        Books early = new Books(Instant.EPOCH.minusNanos(1), List.of(), List.of(), Map.of(), Totals.NONE);

        Books read = BooksText.read(LIMIT, BooksText.of(early));

        assertThat(read.clock()).isEqualTo(early.clock());
    }

    /** One that did would grant again what is held. */
    @Test
    void a_part_of_books_is_none() {
        String whole = BooksText.of(books());

        for (int end = 0; end < whole.lastIndexOf(' '); end++) {
            String part = whole.substring(0, end);
            assertThatThrownBy(() -> BooksText.read(LIMIT, part))
                    .as(part)
                    .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> BooksText.read(LIMIT, whole + " 1")).isInstanceOf(IllegalArgumentException.class);
    }
}
