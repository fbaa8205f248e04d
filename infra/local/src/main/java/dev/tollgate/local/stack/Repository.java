package dev.tollgate.local.stack;

import dev.tollgate.local.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the planes are run from. */
public final class Repository {
    private Repository() {}

    /** As the launcher says, else the nearest folder above the working directory that holds the modules. */
    public static Path root() {
        var said = System.getProperty("tollgate.repository");
        if (said != null) {
            return Path.of(said).toAbsolutePath();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/local/pom.xml"))) {
                return folder;
            }
        }
        throw new StackFailure("This is not inside a checkout of Tollgate; its modules are needed to run the planes.");
    }
}
