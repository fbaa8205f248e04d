package dev.tollgate.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
        assertThat(Medians.of(List.of("a", "abc", "ab"), String::length)).isEqualTo(2);
        assertThatThrownBy(() -> Medians.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableIsPaddedAndItsNumbersStandRight() {
        String table = Markdown.table(List.of("way", "calls/s"), List.of(List.of("direct", "1"), List.of("x", "22")));

        assertThat(table).isEqualTo("""
                        | way    | calls/s |
                        |:-------|--------:|
                        | direct |       1 |
                        | x      |      22 |
                        """);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Markdown.table(List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreWrittenTheSameWayEverywhere() {
        assertThat(Markdown.whole(1234567.5)).isEqualTo("1,234,568");
        assertThat(Markdown.millis(1234)).isEqualTo("1.23");
        assertThat(Markdown.mebibytes(3 << 20)).isEqualTo("3");
    }
}
