package dev.tollgate.bench.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {
    @Test
    void scriptsThatWaitTogetherGiveEachWhatItsOwnCallWasAnswered() throws Exception {
        // given: fewer than a runner of the test's heap has places for
        int scripts = 16;

        // when
        InFlight found = InFlight.of(scripts);

        // then
        assertThat(found.right()).isEqualTo(scripts);
    }
}
