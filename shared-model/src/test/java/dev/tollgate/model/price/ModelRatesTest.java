package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import org.junit.jupiter.api.Test;

class ModelRatesTest {
    private static Rate perMillion(String dollars) {
        return new Rate(Money.ofDollars(dollars), 1_000_000);
    }

    @Test
    void definitions_and_results_are_read_and_arguments_are_written() {
        ModelRates rates = new ModelRates(perMillion("2.5"), perMillion("10"), null);

        Money cost = rates.cost(new TokenCounts(4_200, 38, 310));

        assertThat(cost).isEqualTo(Money.ofDollars("0.011655"));
    }

    @Test
    void what_is_read_again_with_each_request_has_its_own_rate_where_there_is_one() {
        ModelRates rates = new ModelRates(perMillion("2.5"), perMillion("10"), perMillion("0.25"));

        assertThat(rates.cost(new TokenCounts(1_000_000, 0, 0))).isEqualTo(Money.ofDollars("0.25"));
        assertThat(rates.cost(new TokenCounts(0, 0, 1_000_000))).isEqualTo(Money.ofDollars("2.5"));
    }

    @Test
    void each_part_is_rounded_up_to_the_next_nano_dollar_once() {
        Rate third = new Rate(new Money(1), 3);
        ModelRates rates = new ModelRates(third, third, null);

        assertThat(rates.cost(new TokenCounts(1, 1, 1))).isEqualTo(new Money(3));
        assertThat(rates.cost(new TokenCounts(0, 0, 4))).isEqualTo(new Money(2));
    }

    @Test
    void the_parts_of_an_explanation_add_up_to_the_cost() {
        Rate third = new Rate(new Money(1), 3);
        ModelRates rates = new ModelRates(third, perMillion("10"), null);
        TokenCounts counts = new TokenCounts(4_200, 38, 1);

        assertThat(rates.explain(counts))
                .extracting(TokenLine::toString)
                .containsExactly(
                        "4,200 tokens of definitions x 0.000000001 per 3",
                        "38 tokens of arguments x 10 per 1000000",
                        "1 tokens of the result x 0.000000001 per 3");
        assertThat(rates.explain(counts).stream().map(TokenLine::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(rates.cost(counts));
    }

    @Test
    void counts_that_no_message_has_are_refused() {
        assertThatThrownBy(() -> new TokenCounts(-1, 0, 0)).hasMessageContaining("between 0 and");
        assertThatThrownBy(() -> new TokenUse(1, 1, 1, TokenEncoding.BYTES, null, null, null, 5))
                .hasMessageContaining("rates");
    }
}
