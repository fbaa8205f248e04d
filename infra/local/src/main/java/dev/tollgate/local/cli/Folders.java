package dev.tollgate.local.cli;

import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.stack.Repository;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stack keeps its data, for every command alike. */
final class Folders {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder (TOLLGATE_DATA, else .tollgate in the repository)")
    private @Nullable Path data;

    DataFolder data() {
        return new DataFolder(Optional.ofNullable(data)
                .or(() -> Optional.ofNullable(System.getenv("TOLLGATE_DATA")).map(Path::of))
                .orElseGet(() -> Repository.root().resolve(".tollgate")));
    }
}
