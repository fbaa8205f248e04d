package dev.tollgate.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedCallerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10})
    void aCallIsChargedToTheLimitsThatHoldForItAndToNoOther(int holding) {
        LimitedCaller caller = new LimitedCaller(holding, 10);

        assertThat(caller.call()).hasSize(holding);
        assertThat(caller.call()).as("the next one").hasSize(holding);
    }

    @Test
    void moreLimitsThanThereAreAreRefused() {
        assertThatThrownBy(() -> new LimitedCaller(11, 0)).hasMessageContaining("11");
    }
}
