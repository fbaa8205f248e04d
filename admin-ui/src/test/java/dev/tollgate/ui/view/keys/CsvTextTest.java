package dev.tollgate.ui.view.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void quotes_hold_commas_and_doubled_quotes() {
        assertThat(CsvText.fields("\"a, \"\"b\"\"\", c ,,d")).containsExactly("a, \"b\"", "c", "", "d");
    }

    @Test
    void what_was_written_is_read_back() {
        String line = CsvText.line("a, \"b\"", "c");

        assertThat(CsvText.fields(line)).containsExactly("a, \"b\"", "c");
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(CsvText.line("=HYPERLINK(1)", "+1", "-1", "@x", "fine"))
                .isEqualTo("\"'=HYPERLINK(1)\",\"'+1\",\"'-1\",\"'@x\",\"fine\"\r\n");
    }
}
