package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feature of MCP between clients of all revisions and servers of both eras: it works, or the client is told why not. */
class EraMatrixTest {
    private static final EraMatrix MATRIX = EraMatrix.read();
    private static final Path PAGE = Path.of("../../docs/eras.md");

    private static @Nullable EraWorld legacy;
    private static @Nullable EraWorld modern;

    private record Cell(EraMatrix.Row row, String revision, boolean modernServer) {
        @Override
        public String toString() {
            return row.feature() + ": " + revision + " on " + (modernServer ? "modern" : "legacy");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        legacy = new EraWorld(false);
        modern = new EraWorld(true);
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(legacy).close();
        Objects.requireNonNull(modern).close();
    }

    static Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (EraMatrix.Row row : MATRIX.rows()) {
            for (String revision : EraAgent.REVISIONS) {
                cells.add(new Cell(row, revision, false));
                cells.add(new Cell(row, revision, true));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void holds(Cell cell) throws Exception {
        // given
        EraWorld world = Objects.requireNonNull(cell.modernServer ? modern : legacy);
        // when
        String outcome = new EraScenarios(world, cell.row, cell.revision).play();
        // then
        assertThat(outcome).isEqualTo(cell.row.outcome(cell.revision, cell.modernServer));
    }

    @Test
    void isWhatThePageSays() throws IOException {
        String page = EraPage.of(MATRIX);
        if (Boolean.getBoolean("tollgate.eras.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
