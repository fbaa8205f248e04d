package dev.tollgate.e2e.stack;

import java.nio.file.Path;

/** Where the build leaves things, as failsafe says. */
public final class Workplace {
    private Workplace() {}

    /** What the build throws away: the stack's data folder and what is kept of a failure. */
    public static Path target() {
        return required("tollgate.e2e.target");
    }

    /** The modules as they are built. */
    public static Path repository() {
        return required("tollgate.repository");
    }

    private static Path required(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    property + " is not set: run the suite with mvn -pl infra/e2e -am verify, or ./tollgate test");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
