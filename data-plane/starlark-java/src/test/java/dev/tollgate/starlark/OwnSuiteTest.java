package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own suite: the specification section by section, and what this dialect adds. */
class OwnSuiteTest {
    static Stream<Chunk> chunks() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(OwnSuiteTest.class.getResource("/starlark"));
        return Chunk.in(Path.of(folder.toURI())).stream();
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void endsAsItSays(Chunk chunk) {
        assertThat(chunk.miss()).isEmpty();
    }
}
