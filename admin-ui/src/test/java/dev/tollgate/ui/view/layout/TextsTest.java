package dev.tollgate.ui.view.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({"850,850 µs", "12_400,12.4 ms", "3_200_000,3.2 s"})
    void times_have_a_fitting_unit(String micros, String written) {
        assertThat(Texts.micros(Long.parseLong(micros.replace("_", "")))).isEqualTo(written);
    }

    @Test
    void age_is_told_in_words() {
        Instant now = Instant.parse("2026-11-01T12:00:00Z");

        assertThat(Texts.ago(null, now)).isEqualTo("never");
        assertThat(Texts.ago(now.minusSeconds(12), now)).isEqualTo("12 s ago");
        assertThat(Texts.ago(now.minusSeconds(600), now)).isEqualTo("10 min ago");
        assertThat(Texts.ago(now.minusSeconds(200_000), now)).isEqualTo("30 Oct 2026, 04:26");
    }

    @Test
    void lists_are_read_one_entry_a_line_or_comma() {
        assertThat(Lines.of(" crm__* \n\n a__b, c__d\ncrm__*")).containsExactly("crm__*", "a__b", "c__d");
    }
}
