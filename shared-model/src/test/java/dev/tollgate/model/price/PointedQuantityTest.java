package dev.tollgate.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointedQuantityTest {
    private static final ObjectMapper DOUBLES = new ObjectMapper();
    private static final ObjectMapper DECIMALS =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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
                "{\"n\":1e-999999}|/n|*",
                "{\"n\":99999999999999999999999999}|/n|1000",
                "{\"n\":[1,2,3]}|/n|3",
                "{\"n\":{\"a\":1,\"b\":2}}|/n|2",
                "{\"n\":\"12\"}|/n|0",
                "{\"n\":true}|/n|0",
                "{\"n\":null}|/n|0",
                "{}|/n|0",
                "[[1,2],[3]]|/0|2",
                "{\"a/b\":{\"m~n\":4}}|/a~1b/m~0n|4",
                "[1,2]|''|2"
            })
    void is_a_number_or_a_size_within_its_maximum(String json, String pointer, String expected) throws Exception {
        Measure.Pointed measure = new Measure.Pointed(Content.RESULT, pointer, "rows", 1_000);

        long decimal = PointedQuantity.of(DECIMALS.readTree(json), measure);
        long binary = PointedQuantity.of(DOUBLES.readTree(json), measure);

        // What a double holds as zero is none; as a decimal it is more than none, and so one.
        assertThat(decimal).isEqualTo(expected.equals("*") ? 1 : Long.parseLong(expected));
        assertThat(binary).isEqualTo(expected.equals("*") ? 0 : Long.parseLong(expected));
    }

    @Test
    void what_is_no_pointer_is_refused() {
        assertThatThrownBy(() -> new Measure.Pointed(Content.RESULT, "rows", "rows", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measure.Pointed(Content.RESULT, "/rows", " ", 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
