package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The suite that Starlark's implementations share, where the environment variable {@code STARLARK_SUITE} names its folder.
 * It prints the count and each miss.
 */
class PublicSuiteTest {
    private static final int MISSES_MAX = 2;

    @Test
    void passesTheSharedSuite() throws IOException {
        String folder = System.getenv("STARLARK_SUITE");
        assumeThat(folder).as("STARLARK_SUITE").isNotNull();
        List<Chunk> chunks = Chunk.in(Path.of(String.valueOf(folder)));

        List<String> misses =
                chunks.stream().map(Chunk::miss).flatMap(Optional::stream).toList();

        System.out.println("Starlark suite: " + (chunks.size() - misses.size()) + " of " + chunks.size());
        misses.forEach(System.out::println);
        assertThat(misses).hasSizeLessThanOrEqualTo(MISSES_MAX);
    }
}
