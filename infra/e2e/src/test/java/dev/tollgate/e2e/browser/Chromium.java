package dev.tollgate.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The browser on this machine; none is ever downloaded. */
final class Chromium {
    /** Silent towards the outside: a test's browser has no business there. */
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run");

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Chromium() {}

    /** {@code TOLLGATE_CHROMIUM}, or where distributions put it. */
    static Path executable() {
        var chosen = System.getenv("TOLLGATE_CHROMIUM");
        var places = chosen == null ? PLACES.stream() : Stream.of(chosen);
        return places.map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The console's tests need Chromium, and there is none at "
                        + (chosen == null ? String.join(", ", PLACES) : chosen)
                        + ". Install Debian's with: apt-get update && apt-get install -y chromium"
                        + " - or set TOLLGATE_CHROMIUM to one. ./tollgate test installs it where it may."));
    }
}
