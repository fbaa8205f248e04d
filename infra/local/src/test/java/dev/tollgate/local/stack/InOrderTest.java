package dev.tollgate.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.StackFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private static final Map<String, List<String>> NEEDS = Map.of(
            "postgresql", List.of(),
            "kafka", List.of(),
            "keycloak", List.of("postgresql"),
            "control-plane", List.of("keycloak", "kafka"));

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void eachComesAfterAllThatItNeeds() {
        InOrder.each(NEEDS, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(NEEDS.keySet()).endsWith("control-plane");
        assertThat(done.indexOf("postgresql")).isLessThan(done.indexOf("keycloak"));
    }

    @Test
    void thoseThatNeedNothingGoTogether() {
        var together = new CountDownLatch(2);

        InOrder.each(NEEDS, name -> {
            if (List.of().equals(NEEDS.get(name))) {
                together.countDown();
                assertThat(together.await(30, TimeUnit.SECONDS)).isTrue();
            }
        });

        assertThat(together.getCount()).isZero();
    }

    @Test
    void aFailureKeepsBackThoseThatNeedItAndNoOthers() {
        assertThatThrownBy(() -> InOrder.each(NEEDS, name -> {
                    if (name.equals("postgresql")) {
                        throw new StackFailure("no disk");
                    }
                    done.add(name);
                }))
                .isInstanceOf(StackFailure.class)
                .hasMessage("no disk");

        assertThat(done).containsExactly("kafka");
    }

    @Test
    void turnedRoundItStopsInTheOppositeOrder() {
        assertThat(InOrder.reversed(NEEDS))
                .containsEntry("postgresql", Set.of("keycloak"))
                .containsEntry("kafka", Set.of("control-plane"))
                .containsEntry("control-plane", Set.of());
    }
}
