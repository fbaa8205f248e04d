package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.Tool.State;
import dev.tollgate.model.api.ToolApproval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolPinTest {
    private static final Definition ONE = new Definition("{\"name\":\"a\"}", "1");
    private static final Definition TWO = new Definition("{\"name\":\"a\",\"title\":\"A\"}", "2");

    @Test
    void a_first_definition_waits_unless_the_server_is_trusted_with_new_ones() {
        assertThat(ToolPin.first(ONE, ToolApproval.MANUAL).served()).isFalse();
        assertThat(ToolPin.first(ONE, ToolApproval.MANUAL).state()).isEqualTo(State.QUARANTINED);
        assertThat(ToolPin.first(ONE, ToolApproval.AUTO_NEW).served()).isTrue();
    }

    @Test
    void a_changed_definition_waits_while_the_approved_one_is_served() {
        ToolPin changed = ToolPin.first(ONE, ToolApproval.AUTO_NEW).seen(TWO);

        assertThat(changed).isEqualTo(new ToolPin(State.QUARANTINED, ONE, true, Optional.of(TWO)));
        assertThat(changed.served()).isTrue();
        assertThat(changed.approve()).isEqualTo(new ToolPin(State.APPROVED, TWO, true, Optional.empty()));
    }

    @Test
    void a_definition_that_changes_back_needs_no_one() {
        ToolPin approved = ToolPin.first(ONE, ToolApproval.AUTO_NEW);

        assertThat(approved.seen(TWO).seen(ONE)).isEqualTo(approved);
    }

    @Test
    void a_definition_that_was_never_approved_is_not_approved_by_being_seen_again() {
        ToolPin waiting = ToolPin.first(ONE, ToolApproval.MANUAL);

        assertThat(waiting.seen(ONE)).isEqualTo(waiting);
        assertThat(waiting.seen(TWO).seen(ONE)).isEqualTo(waiting);
        assertThat(waiting.seen(TWO).served()).isFalse();
    }

    @Test
    void a_retired_tool_stays_away_whatever_the_server_says() {
        ToolPin retired = ToolPin.first(ONE, ToolApproval.AUTO_NEW).retire();

        assertThat(retired.served()).isFalse();
        assertThat(retired.seen(ONE).state()).isEqualTo(State.RETIRED);
        assertThat(retired.seen(TWO).served()).isFalse();
        assertThat(retired.seen(TWO).approve().known()).isEqualTo(TWO);
    }
}
