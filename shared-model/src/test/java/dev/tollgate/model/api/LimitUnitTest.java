package dev.tollgate.model.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitUnitTest {
    @ParameterizedTest
    @CsvSource({
        "DOLLARS,    250,    $250.00",
        "DOLLARS,    0.0125, $0.0125",
        "CALLS,      1000,   '1,000 calls'",
        "CALLS,      1,      1 call",
        "TOKENS,     0,      0 tokens",
        "CONCURRENT, 5,      5 calls",
    })
    void people_read_so_much_of_it(LimitUnit unit, String amount, String written) {
        assertThat(unit.words(amount)).isEqualTo(written);
    }
}
