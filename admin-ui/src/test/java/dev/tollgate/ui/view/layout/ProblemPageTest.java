package dev.tollgate.ui.view.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.ui.fake.FakeApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemPageTest {
    @ParameterizedTest
    @CsvSource({"404, 404", "503, 503", "502, 503", "500, 503", "0, 503"})
    void what_is_not_there_is_not_found_and_all_else_is_away(int answered, int said) {
        assertThat(ProblemPage.status(FakeApi.problem(answered, "No", null))).isEqualTo(said);
    }
}
