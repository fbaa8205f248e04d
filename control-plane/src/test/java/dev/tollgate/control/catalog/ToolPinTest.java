package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.Tool.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolPinTest {
    private static final Definition ONE = new Definition("{\"name\":\"a\"}", "1");
    private static final Definition TWO = new Definition("{\"name\":\"a\",\"title\":\"A\"}", "2");
    private static final Definition THREE = new Definition("{\"name\":\"a\",\"title\":\"B\"}", "3");
    private static final ToolPin WAITING = ToolPin.first(ONE);
    private static final ToolPin APPROVED = WAITING.approve();

    @Test
    void a_first_definition_waits() {
        assertThat(WAITING.served()).isFalse();
        assertThat(WAITING.state()).isEqualTo(State.QUARANTINED);
        assertThat(APPROVED.served()).isTrue();
    }

    @Test
    void a_changed_definition_waits_while_the_approved_one_is_served() {
        ToolPin changed = APPROVED.seen(TWO);

        assertThat(changed).isEqualTo(pin(State.QUARANTINED, ONE, true, Optional.of(TWO)));
        assertThat(changed.served()).isTrue();
        assertThat(changed.approve()).isEqualTo(pin(State.APPROVED, TWO, true, Optional.empty()));
    }

    @Test
    void a_definition_that_changes_back_needs_no_one() {
        assertThat(APPROVED.seen(TWO).seen(ONE)).isEqualTo(APPROVED);
    }

    @Test
    void a_definition_that_was_never_approved_is_not_approved_by_being_seen_again() {
        assertThat(WAITING.seen(ONE)).isEqualTo(WAITING);
        assertThat(WAITING.seen(TWO).seen(ONE)).isEqualTo(WAITING);
        assertThat(WAITING.seen(TWO).served()).isFalse();
    }

    @Test
    void a_retired_tool_stays_away_whatever_the_server_says() {
        ToolPin retired = APPROVED.retire();

        assertThat(retired.served()).isFalse();
        assertThat(retired.seen(ONE).state()).isEqualTo(State.RETIRED);
        assertThat(retired.seen(TWO).served()).isFalse();
        assertThat(retired.seen(TWO).approve().known()).isEqualTo(TWO);
    }

    @Test
    void a_rejected_change_is_dropped_and_waits_again_only_as_another() {
        ToolPin rejected = APPROVED.seen(TWO).reject();

        assertThat(rejected.state()).isEqualTo(State.APPROVED);
        assertThat(rejected.known()).isEqualTo(ONE);
        assertThat(rejected.pending()).isEmpty();
        assertThat(rejected.seen(TWO)).isEqualTo(rejected);
        assertThat(rejected.seen(ONE).seen(TWO)).isEqualTo(rejected);
        assertThat(rejected.seen(THREE).pending()).contains(THREE);
        assertThat(rejected.seen(THREE).state()).isEqualTo(State.QUARANTINED);
        assertThat(rejected.seen(THREE).seen(TWO)).isEqualTo(rejected);
    }

    @Test
    void a_rejected_new_tool_stays_away_until_it_changes_or_is_approved_after_all() {
        ToolPin rejected = WAITING.seen(TWO).reject();

        assertThat(rejected.state()).isEqualTo(State.RETIRED);
        assertThat(rejected.served()).isFalse();
        assertThat(rejected.seen(TWO)).isEqualTo(rejected);
        assertThat(rejected.seen(THREE).state()).isEqualTo(State.QUARANTINED);
        assertThat(rejected.approve()).isEqualTo(pin(State.APPROVED, TWO, true, Optional.empty()));
    }

    @Test
    void what_is_retired_after_a_rejection_stays_away_though_it_changes() {
        ToolPin retired = WAITING.reject().retire();

        assertThat(retired.seen(TWO).state()).isEqualTo(State.RETIRED);
    }

    private static ToolPin pin(State state, Definition known, boolean approved, Optional<Definition> pending) {
        return new ToolPin(state, known, approved, pending, Optional.empty());
    }
}
