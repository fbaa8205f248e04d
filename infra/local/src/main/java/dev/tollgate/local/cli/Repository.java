package dev.tollgate.local.cli;

import java.nio.file.Path;

/** Where the launcher stands. */
final class Repository {
    private Repository() {}

    /** As the launcher says, else the working directory. */
    static Path root() {
        return Path.of(System.getProperty("tollgate.repository", "")).toAbsolutePath();
    }
}
