package dev.tollgate.local.fetch;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches npm packages with the npm that is installed; no script of a package is ever run. */
final class Npm {
    private final Path log;

    /** @param log where npm's output goes */
    Npm(Path log) {
        this.log = log;
    }

    /** Fetches one package's archive and refuses any but the expected one. */
    Path pack(String packageAndVersion, Integrity expected, Path folder) throws IOException, InterruptedException {
        run(List.of("npm", "pack", packageAndVersion, "--silent", "--pack-destination", folder.toString()), folder);
        var archive = onlyArchive(folder);
        expected.check(archive);
        return archive;
    }

    /** Installs what the folder's package-lock.json names, each checked against the integrity written there. */
    void ci(Path folder) throws IOException, InterruptedException {
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), folder);
    }

    private void run(List<String> argv, Path folder) throws IOException, InterruptedException {
        new Command(argv, Map.of(), Optional.of(folder), log).run();
    }

    private static Path onlyArchive(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findAny()
                    .orElseThrow(() -> new StackFailure("npm pack left no archive in " + folder));
        }
    }
}
