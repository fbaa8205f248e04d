package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointedQuantityTest {
    private static long of(String json, String pointer) {
        byte[] bytes = ("  " + json + "#").getBytes(StandardCharsets.UTF_8);
        return PointedQuantity.of(
                bytes, 2, bytes.length - 3, new Measure.Pointed(Content.RESULT, pointer, "rows", 1_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\":7}|/n|7",
                "{\"n\":7.000000001}|/n|8",
                "{\"n\":0}|/n|0",
                "{\"n\":-3}|/n|0",
                "{\"n\":1000}|/n|1000",
                "{\"n\":1001}|/n|1000",
                "{\"n\":1e400}|/n|1000",
                "{\"n\":-1e400}|/n|0",
                "{\"n\":1e999999}|/n|1000",
                "{\"n\":1e-999999}|/n|1",
                "{\"n\":99999999999999999999999999}|/n|1000",
                "{\"n\":[1,2,3]}|/n|3",
                "{\"n\":[[1,2],{\"a\":[]},3]}|/n|3",
                "{\"n\":{\"a\":1,\"b\":{\"c\":[2]}}}|/n|2",
                "{\"n\":\"12\"}|/n|0",
                "{\"n\":true}|/n|0",
                "{\"n\":null}|/n|0",
                "{}|/n|0",
                "[]|/n|0",
                "7|/n|0",
                "[[1,2],[3]]|/0|2",
                "[[1,2],[3]]|/1/0|3",
                "[[1,2],[3]]|/2|0",
                "{\"m\":{\"n\":5},\"n\":6}|/n|6",
                "{\"a/b\":{\"m~n\":4}}|/a~1b/m~0n|4",
                "{\"\\u006e\":4}|/n|4",
                "[1,2]|''|2"
            })
    void is_a_number_or_a_size_within_its_maximum(String json, String pointer, long expected) {
        assertThat(of(json, pointer)).isEqualTo(expected);
    }

    @Test
    void the_larger_counts_of_a_member_that_is_there_twice() {
        assertThat(of("{\"n\":1,\"n\":9}", "/n")).isEqualTo(9);
        assertThat(of("{\"n\":9,\"n\":1}", "/n")).isEqualTo(9);
        assertThat(of("{\"a\":{\"n\":1},\"a\":{\"n\":9}}", "/a/n")).isEqualTo(9);
    }

    @Test
    void what_is_too_long_to_read_counts_as_the_most() {
        assertThat(of("{\"n\":" + "9".repeat(2_000) + "}", "/n")).isEqualTo(1_000);
        assertThat(of("{\"n\":0." + "0".repeat(2_000) + "1}", "/n")).isEqualTo(1_000);
    }

    @Test
    void what_is_no_pointer_is_refused() {
        assertThatThrownBy(() -> new Measure.Pointed(Content.RESULT, "rows", "rows", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure.Pointed(Content.RESULT, "/rows", " ", 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
