package dev.tollgate.model.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of keys, one a line, {@code <id>=<32 bytes in Base64>}; the first seals, all open. Lines after # are notes. */
public final class SealKeyFile {
    private SealKeyFile() {}

    /**
     * @throws IllegalStateException if there is no key in it, or one that could be guessed
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<SealKey> keys(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<SealKey> keys = SealKey.strong(lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
            if (keys.isEmpty()) {
                throw new IllegalStateException("the file of keys " + file + " has no key in it");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("the file of keys " + file + " cannot be read", e);
        }
    }

    /** The same, ready to seal with. */
    public static Seal read(Path file) {
        return new Seal(keys(file));
    }
}
