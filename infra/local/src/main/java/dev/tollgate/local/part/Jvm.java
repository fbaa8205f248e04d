package dev.tollgate.local.part;

import java.nio.file.Path;

/** The JDK that this process runs on, for its children too. */
public final class Jvm {
    private Jvm() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
