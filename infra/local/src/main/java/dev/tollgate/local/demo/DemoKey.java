package dev.tollgate.local.demo;

import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The demo's key, which the control plane shows once: kept in the data folder, readable by this user alone, so that a
 * later start can print it again.
 *
 * @param id its public part
 * @param secret the whole key
 */
record DemoKey(String id, String secret) {

    static Optional<DemoKey> kept(DataFolder data) throws IOException {
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file(data))));
        return Optional.of(new DemoKey(properties.getProperty("id", ""), properties.getProperty("secret", "")));
    }

    void keep(DataFolder data) throws IOException {
        DataFolder.writeSecret(file(data), "id=" + id + "\nsecret=" + secret + "\n");
    }

    private static Path file(DataFolder data) {
        return data.root().resolve("demo-key.properties");
    }

    @Override
    public String toString() {
        return "DemoKey[" + id + "]";
    }
}
