package dev.tollgate.local.part;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stack's generated passwords: each made at its first use, then kept in a file that only this user may read. */
public final class Secrets {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final Path file;
    private final TreeMap<String, String> known = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    public static Secrets in(DataFolder data) throws IOException {
        var secrets = new Secrets(data.root().resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(secrets.file)));
            properties.forEach((name, value) -> secrets.known.put(name.toString(), value.toString()));
        }
        return secrets;
    }

    /** Letters and digits alone, so that it may stand in any file and on any command line unquoted. */
    public synchronized String of(String name) {
        var secret = known.get(name);
        return secret == null ? make(name) : secret;
    }

    private String make(String name) {
        var secret = random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
        known.put(name, secret);
        try {
            DataFolder.writeSecret(
                    file,
                    known.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return secret;
    }

    @Override
    public String toString() {
        return "Secrets[" + known.size() + " in " + file + "]";
    }
}
