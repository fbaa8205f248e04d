package dev.tollgate.ui.view.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.ui.view.tools.LineDiff.Kind;
import dev.tollgate.ui.view.tools.LineDiff.Row;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void what_both_share_stands_beside_itself() {
        List<Row> rows = LineDiff.of(List.of("a", "b", "c", "e"), List.of("a", "x", "c", "d", "e"));

        assertThat(rows)
                .containsExactly(
                        new Row(Kind.SAME, "a", "a"),
                        new Row(Kind.CHANGED, "b", "x"),
                        new Row(Kind.SAME, "c", "c"),
                        new Row(Kind.ADDED, "", "d"),
                        new Row(Kind.SAME, "e", "e"));
    }

    @Test
    void whatever_differs_no_line_is_lost_or_made_up() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> left = lines(random);
            List<String> right = lines(random);

            List<Row> rows = LineDiff.of(left, right);

            assertThat(rows.stream().filter(row -> row.kind() != Kind.ADDED).map(Row::left))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(left);
            assertThat(rows.stream().filter(row -> row.kind() != Kind.REMOVED).map(Row::right))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(right);
            assertThat(rows.stream().filter(row -> row.kind() == Kind.SAME))
                    .as("seed %d", seed)
                    .allMatch(row -> row.left().equals(row.right()));
        }
    }

    @Test
    void definitions_beyond_measure_are_set_beside_each_other_unaligned() {
        List<String> long1 = Collections.nCopies(LineDiff.LINES_MAX + 1, "same");

        assertThat(LineDiff.of(long1, List.of("same"))).hasSize(LineDiff.LINES_MAX + 1);
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> String.valueOf((char) ('a' + random.nextInt(4))))
                .limit(random.nextInt(12))
                .toList();
    }
}
