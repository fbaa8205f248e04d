package dev.tollgate.ui.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetTest {
    private final List<@Nullable String> asked = new ArrayList<>();

    @Test
    void pages_are_read_once_and_only_as_far_as_somebody_looks() {
        Keyset<Integer> rows = new Keyset<>(numbers(250));

        assertThat(rows.rows(0, 50)).hasSize(50);
        assertThat(rows.rows(90, 20))
                .containsExactly(IntStream.range(90, 110).boxed().toArray(Integer[]::new));
        assertThat(rows.rows(0, 50)).hasSize(50);

        assertThat(asked).containsExactly(null, "100");
    }

    @Test
    void the_end_is_found() {
        Keyset<Integer> rows = new Keyset<>(numbers(130));

        assertThat(rows.rows(100, 100)).hasSize(30);
        assertThat(rows.rows(200, 100)).isEmpty();
    }

    @Test
    void a_page_that_promises_more_without_end_is_not_asked_without_end() {
        Keyset<Integer> rows = new Keyset<>((limit, cursor) -> new Page<>(List.of(), "again"));

        assertThat(rows.isEmpty()).isTrue();
    }

    @Test
    void starting_again_sees_what_is_new() {
        List<Integer> content = new ArrayList<>(List.of(1));
        Keyset<Integer> rows = new Keyset<>((limit, cursor) -> new Page<>(content, null));
        assertThat(rows.rows(0, 10)).containsExactly(1);

        content.addFirst(2);
        rows.restart();

        assertThat(rows.rows(0, 10)).containsExactly(2, 1);
    }

    @Test
    void reading_again_goes_as_far_as_was_read_before() {
        Keyset<Integer> rows = new Keyset<>(numbers(250));
        assertThat(rows.rows(0, 150)).hasSize(150);
        asked.clear();

        rows.reread();

        assertThat(asked).containsExactly(null, "100");
        assertThat(rows.known()).hasSize(200);
        assertThat(rows.isWhole()).isFalse();
    }

    @Test
    void a_list_beyond_measure_is_cut() {
        assertThat(Keyset.all(numbers(Keyset.ROWS_MAX + 500))).hasSize(Keyset.ROWS_MAX);
    }

    private Keyset.Source<Integer> numbers(int count) {
        return (limit, cursor) -> {
            asked.add(cursor);
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int to = Math.min(count, from + limit);
            return new Page<>(IntStream.range(from, to).boxed().toList(), to < count ? Integer.toString(to) : null);
        };
    }
}
