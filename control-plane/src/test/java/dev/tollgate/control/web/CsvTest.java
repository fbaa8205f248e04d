package dev.tollgate.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@x|'@x",
                "a,b|\"a,b\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "a=b|a=b"
            })
    void no_cell_is_a_formula_or_breaks_out(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'=1+1|=1+1", "'-1|-1", "'quoted'|'quoted'", "it's|it's", "'|'", "``|``", "=1|=1"})
    void what_made_a_cell_harmless_is_taken_away_again(String cell, String text) {
        assertThat(Csv.plain(cell)).isEqualTo(text);
    }
}
