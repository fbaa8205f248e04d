package dev.tollgate.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final OneAtATime<String> runs = new OneAtATime<>();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    private CompletableFuture<Void> ask(String key) {
        return runs.run(key, () -> {
            CompletableFuture<Void> work = new CompletableFuture<>();
            begun.add(work);
            return work;
        });
    }

    @Test
    void who_asks_meanwhile_shares_one_more_run() {
        CompletableFuture<Void> first = ask("a");
        CompletableFuture<Void> second = ask("a");
        CompletableFuture<Void> third = ask("a");
        assertThat(begun).hasSize(1);

        begun.get(0).complete(null);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(begun).hasSize(2);

        begun.get(1).complete(null);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(begun).hasSize(2);
    }

    @Test
    void a_run_that_fails_fails_for_those_who_waited_for_it_only() {
        CompletableFuture<Void> first = ask("a");
        CompletableFuture<Void> second = ask("a");

        begun.get(0).completeExceptionally(new IllegalStateException("no"));
        begun.get(1).complete(null);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    @Test
    void keys_do_not_wait_for_one_another_and_an_ended_key_runs_again() {
        ask("a");
        ask("b");
        assertThat(begun).hasSize(2);

        begun.get(0).complete(null);
        ask("a");

        assertThat(begun).hasSize(3);
    }

    @Test
    void work_that_ends_at_once_is_no_special_case() {
        for (int i = 0; i < 3; i++) {
            assertThat(runs.run("a", () -> CompletableFuture.completedFuture(null)))
                    .isCompleted();
        }
    }
}
