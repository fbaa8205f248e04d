package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeNoticesTest {
    private final Deque<Runnable> pauses = new ArrayDeque<>();
    private final List<String> acted = new ArrayList<>();
    private int held;
    private final ChangeNotices<String> notices = new ChangeNotices<>(pauses::add, acted::add, () -> held++);

    private void endPause() {
        pauses.removeFirst().run();
    }

    @Test
    void the_first_word_is_acted_on_at_once_and_the_rest_together_after_the_pause() {
        for (int i = 0; i < 1_000; i++) {
            notices.heard("a");
        }
        assertThat(acted).containsExactly("a");
        assertThat(held).isEqualTo(999);

        endPause();
        assertThat(acted).containsExactly("a", "a");

        endPause();
        assertThat(acted).containsExactly("a", "a");
        assertThat(pauses).isEmpty();

        notices.heard("a");
        assertThat(acted).containsExactly("a", "a", "a");
    }

    @Test
    void one_that_talks_keeps_no_other_waiting() {
        notices.heard("a");
        notices.heard("a");
        notices.heard("b");

        assertThat(acted).containsExactly("a", "b");
    }
}
