package dev.tollgate.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolPatternTest {
    @ParameterizedTest
    @CsvSource({
        "crm__*, crm__search, true",
        "crm__*, crm, false",
        "crm__*, xcrm__search, false",
        "*__read_*, files__read_text, true",
        "*__read_*, files__write_text, false",
        "*, anything__at_all, true",
        "crm__search, crm__search, true",
        "crm__search, crm__searches, false",
        "a*b*c, a__b__c, true",
        "a*b*c, a__c__b, false",
        "crm__s?arch, crm__search, false",
        "crm__.*, crm__search, false"
    })
    void a_star_stands_for_any_characters_and_all_others_for_themselves(String glob, String name, boolean expected) {
        assertThat(new ToolPattern(glob).matches(name)).isEqualTo(expected);
    }

    @Test
    void it_agrees_with_a_regular_expression() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String glob = random(random, "ab*", 6);
            String text = random(random, "ab", 8);
            boolean expected = Pattern.matches(glob.replace("*", ".*"), text);

            assertThat(ToolPattern.matches(glob, text))
                    .as("seed %d: %s against %s", seed, glob, text)
                    .isEqualTo(expected);
        }
    }

    @Test
    void an_empty_one_a_long_one_and_control_characters_are_refused() {
        assertThatThrownBy(() -> new ToolPattern("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ToolPattern("a".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ToolPattern("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String random(Random random, String alphabet, int charsMax) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(charsMax + 1);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
