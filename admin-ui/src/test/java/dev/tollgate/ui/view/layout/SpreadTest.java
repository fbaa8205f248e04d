package dev.tollgate.ui.view.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.Propagation;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpreadTest extends PageTest {
    @Test
    void how_far_a_change_has_come_is_said_with_the_slowest_gateways_time() {
        assertThat(Spread.words(new Propagation(7, Demo.NOW, List.of(), 3, 3, 84L)))
                .isEqualTo("Applied on 3 of 3 gateways, 84 ms.");
        assertThat(Spread.words(new Propagation(7, Demo.NOW, List.of(), 0, 1, null)))
                .isEqualTo("Applied on 0 of 1 gateway.");
        assertThat(Spread.words(new Propagation(7, Demo.NOW, List.of(), 0, 0, null)))
                .isEqualTo("No gateway is there to apply it yet.");
    }

    @Test
    void a_gateway_that_refuses_a_change_is_named_with_its_reason() {
        assertThat(Spread.words(new Propagation(
                        7, Demo.NOW, List.of(gateway("gateway-2", "its digest does not match")), 1, 2, 84L)))
                .isEqualTo("Applied on 1 of 2 gateways, 84 ms. Refused by gateway-2: its digest does not match");
    }

    @Test
    void each_look_shows_what_holds_then() {
        Deque<Propagation> answers = new ArrayDeque<>(List.of(
                new Propagation(7, Demo.NOW, List.of(), 0, 1, null),
                new Propagation(7, Demo.NOW, List.of(), 1, 1, 9L)));
        Spread spread = open(new Spread(answers::removeFirst));

        spread.look();
        assertThat(spread.getText()).isEqualTo("Applied on 0 of 1 gateway.");

        spread.look();
        assertThat(spread.getText()).isEqualTo("Applied on 1 of 1 gateway, 9 ms.");
    }

    @Test
    void a_control_plane_that_does_not_answer_breaks_no_notice() {
        Spread spread = open(new Spread(() -> {
            throw FakeApi.problem(503, "Not now", null);
        }));

        spread.look();

        assertThat(spread.getText()).contains("not known right now");
    }

    private static Propagation.Gateway gateway(String id, @Nullable String rejection) {
        return new Propagation.Gateway(id, "local", true, rejection == null, null, rejection);
    }
}
