package dev.tollgate.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBytesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":7}                                        | 7",
                "{\"jsonrpc\":\"2.0\",\"id\":42,\"result\":{}}     | 42",
                "{ \"id\" : \"a,}b\" , \"x\":1}                    | \"a,}b\"",
                "{\"result\":{\"id\":1,\"a\":[{\"id\":2}]},\"id\":3} | 3",
                "{\"text\":\"\\\"id\\\":9\",\"id\":4}              | 4",
                "{\"a\":[\"]\",\"}\"],\"id\":{\"n\":[1,2]}}        | {\"n\":[1,2]}",
                "{\"idx\":1,\"id\":null}                           | null"
            })
    void findsTheMemberOfTheObjectItself(String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        int at = JsonBytes.member(bytes, 0, bytes.length, "id".getBytes(StandardCharsets.UTF_8));

        assertThat(at).isNotNegative();
        assertThat(new String(bytes, at, JsonBytes.valueEnd(bytes, at, bytes.length) - at, StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "[]",
                "{\"result\":{\"id\":1}}",
                "{\"text\":\"\\\"id\\\":9\"}",
                "{\"cut\":\"off",
                "{\"a\":{\"b\":[1,2",
                "{\"id\":",
                "not json",
                "``"
            })
    void findsNothingWhereNothingIs(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(JsonBytes.member(bytes, 0, bytes.length, "id".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(JsonBytes.NONE);
    }

    @Test
    void doesNotReadBehindTheEndThatItIsGiven() {
        byte[] bytes = "{\"a\":1,\"id\":2}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonBytes.member(bytes, 0, 8, "id".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(JsonBytes.NONE);
    }

    @ParameterizedTest
    @CsvSource({"aXbX,2", "X,1", "abc,0", "'',0", "XX,2"})
    void countsHowOftenSomethingStandsInAText(String text, int times) {
        assertThat(JsonBytes.count(text.getBytes(StandardCharsets.UTF_8), new byte[] {'X'}))
                .isEqualTo(times);
    }

    @Test
    void countsNothingWithinWhatItHasCounted() {
        assertThat(JsonBytes.count(new byte[] {1, 1, 1}, new byte[] {1, 1})).isOne();
    }
}
