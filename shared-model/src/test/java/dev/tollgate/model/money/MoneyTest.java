package dev.tollgate.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.0125, 12500000, 0.0125",
        "1, 1000000000, 1",
        "100, 100000000000, 100",
        "0.000000001, 1, 0.000000001",
        "-2.50, -2500000000, -2.5",
        "9223372036.854775807, 9223372036854775807, 9223372036.854775807"
    })
    void dollars_and_nanos_are_the_same_amount(String dollars, long nanos, String printed) {
        Money money = Money.ofDollars(dollars);

        assertThat(money.nanos()).isEqualTo(nanos);
        assertThat(money.dollars()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|$0.00",
                "1.5|$1.50",
                "0.000000001|$0.000000001",
                "1234567.891|$1,234,567.891",
                "9223372036.854775807|$9,223,372,036.854775807",
                "-0.25|-$0.25"
            })
    void people_read_it_exactly_and_with_two_decimals_at_least(String dollars, String written) {
        assertThat(Money.ofDollars(dollars).words()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0.0000000001", "9223372036.854775808", "1e99", "NaN", "1,5"})
    void what_is_no_exact_amount_is_refused(String text) {
        assertThatThrownBy(() -> Money.ofDollars(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_does_not_fit_throws_rather_than_wraps() {
        assertThat(new Money(1).plus(new Money(2))).isEqualTo(new Money(3));
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }
}
