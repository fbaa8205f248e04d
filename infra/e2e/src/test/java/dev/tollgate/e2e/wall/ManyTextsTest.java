package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a look for one text after the other finds, the look for all at once finds too. */
class ManyTextsTest {
    @Test
    void finds_what_single_looks_find_and_nothing_else() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var texts = new TreeSet<String>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                texts.add(random(random, random.nextInt(1, 6)));
            }
            var text = random(random, random.nextInt(0, 200));

            assertThat(places(texts, text))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(single(texts, text));
        }
    }

    @Test
    void finds_at_both_ends_and_beyond_latin() {
        assertThat(places(List.of("geheim", "\u4e2d\u6587abcd"), "geheim \u4e2d\u6587abcd"))
                .containsExactly("0 geheim", "7 \u4e2d\u6587abcd");
    }

    @Test
    void finds_nothing_where_nothing_is_looked_for_and_refuses_what_stands_everywhere() {
        assertThat(places(List.of(), "text")).isEmpty();
        assertThatThrownBy(() -> new ManyTexts(List.of("a", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> places(Iterable<String> texts, String text) {
        var places = new ArrayList<String>();
        new ManyTexts(texts).in(text, (found, at) -> places.add(at + " " + found));
        return places;
    }

    private static List<String> single(Iterable<String> texts, String text) {
        var places = new ArrayList<String>();
        for (var wanted : texts) {
            for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
                places.add(at + " " + wanted);
            }
        }
        return places;
    }

    /** Of three letters, so that much is found. */
    private static String random(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
