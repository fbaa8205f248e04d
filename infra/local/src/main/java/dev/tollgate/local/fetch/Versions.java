package dev.tollgate.local.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The pinned versions of what is fetched, as the build wrote them down. */
public final class Versions {
    private static final Properties ALL = read();

    private Versions() {}

    public static String kafka() {
        return of("kafka");
    }

    public static String keycloak() {
        return of("keycloak");
    }

    public static String postgresql() {
        return of("postgresql");
    }

    public static String chdb() {
        return of("chdb");
    }

    static String dependencyPlugin() {
        return of("dependency-plugin");
    }

    private static String of(String name) {
        return Objects.requireNonNull(ALL.getProperty(name), name);
    }

    private static Properties read() {
        var properties = new Properties();
        try (var in = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(Objects.requireNonNull(in, "versions.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
