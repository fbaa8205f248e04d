package dev.tollgate.ui.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.api.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemReaderTest {
    @Test
    void says_what_the_control_plane_said() {
        Problem problem = ProblemReader.read(422, """
                {"type":"https://tollgate.dev/problems/invalid","title":"Not valid","status":422,"detail":"Look at the name.",
                 "errors":[{"field":"name","message":"is taken"}],"more":1}""");

        ApiProblem shown = new ApiProblem(problem);
        assertThat(shown.title()).isEqualTo("Not valid");
        assertThat(shown.detail()).isEqualTo("Look at the name.");
        assertThat(shown.fieldErrors()).containsExactly(new Problem.FieldError("name", "is taken"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<html>502 Bad Gateway</html>", "{\"title\":"})
    void says_what_the_status_says_where_the_body_says_nothing(@Nullable String body) {
        Problem problem = ProblemReader.read(503, body);

        assertThat(problem.title()).isEqualTo("The control plane is not available right now");
        assertThat(problem.detail()).isNull();
    }

    @Test
    void a_stale_version_is_told_apart() {
        assertThat(new ApiProblem(ProblemReader.read(412, null)).isStale()).isTrue();
        assertThat(new ApiProblem(ProblemReader.read(409, null)).isStale()).isFalse();
    }

    @Test
    void a_detail_beyond_measure_is_cut() {
        Problem problem =
                ProblemReader.read(500, "{\"title\":\"x\",\"status\":500,\"detail\":\"" + "d".repeat(9_000) + "\"}");

        assertThat(problem.detail()).hasSize(501);
    }
}
