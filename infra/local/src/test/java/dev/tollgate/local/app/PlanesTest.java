package dev.tollgate.local.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.region.Regions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanesTest {
    private static final Map<String, String> BACKENDS = Map.of(
            "quarkus.datasource.password", "of-the-database",
            "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/tollgate",
            "tollgate.kafka.bootstrap-servers", "127.0.0.1:2");

    @TempDir
    Path folder;

    private Planes planes;

    @BeforeEach
    void of() throws Exception {
        of(Regions.onlyDefault(2));
    }

    private void of(Regions regions) throws Exception {
        planes = Planes.of(
                folder,
                new DataFolder(folder),
                Ports.defaults(regions),
                regions,
                new Distributions(Cache.ofThisUser()),
                BACKENDS,
                Map.of("tollgate.trusted-proxies", "127.0.0.2/32"),
                "of-the-console");
    }

    @Test
    void aGatewayIsToldOfKafkaAndOfNothingElse() throws IOException {
        planes.gateways().getLast().prepare();

        var config = config("gateway-2");

        assertThat(config)
                .containsEntry("tollgate.gateway.id", "gateway-2")
                .containsEntry("quarkus.http.port", "8091")
                .containsEntry("quarkus.http.host", "127.0.0.1")
                .containsEntry("tollgate.kafka.bootstrap-servers", "127.0.0.1:2")
                .containsEntry("tollgate.trusted-proxies", "127.0.0.2/32")
                .doesNotContainKeys("quarkus.datasource.password", "quarkus.oidc.auth-server-url");
        assertThat(config.getProperty("tollgate.stdio.command.filesystem.argv"))
                .startsWith("node,/")
                .endsWith("," + folder.resolve("demo-files"));
        assertThat(config.getProperty("tollgate.stdio.command.memory.argv"))
                .as("no two processes remember in one file")
                .contains("MEMORY_FILE_PATH=\"$(mktemp -p '" + folder + "/run' ");
        assertThat(folder.resolve("demo-files/welcome.txt")).isNotEmptyFile();
    }

    @Test
    void whoeverRunsTheStackMayAllowCommandsOfTheirOwn() throws Exception {
        Files.writeString(folder.resolve("stdio-commands.properties"), "own=node,/own/server.mjs,stdio");
        of();
        planes.controlPlane().prepare();
        planes.gateways().getFirst().prepare();

        assertThat(config("gateway-1"))
                .containsEntry("tollgate.stdio.commands", "filesystem,memory,sequential-thinking,own")
                .containsEntry("tollgate.stdio.command.own.argv", "node,/own/server.mjs,stdio");
        assertThat(config("control-plane"))
                .containsEntry("tollgate.stdio.commands", "filesystem,memory,sequential-thinking,own")
                .doesNotContainKey("tollgate.stdio.command.own.argv");
    }

    @Test
    void eachGatewayIsToldItsRegionAndTheControlPlaneOfAll() throws Exception {
        of(Regions.of(List.of("local", "far"), List.of(2, 1)));
        for (var part : planes.parts()) {
            part.prepare();
        }

        var seal = folder.resolve("gateway-seal.keys");
        var farSeal = folder.resolve("gateway-seal-far.keys");
        assertThat(config("control-plane")).containsEntry("tollgate.regions", "local,far");
        assertThat(config("gateway-2"))
                .containsEntry("tollgate.region", "local")
                .containsEntry("tollgate.seal.keys-file", seal.toString());
        assertThat(config("gateway-far-1"))
                .containsEntry("tollgate.region", "far")
                .containsEntry("tollgate.gateway.id", "gateway-far-1")
                .containsEntry("tollgate.seal.keys-file", farSeal.toString())
                .containsEntry("quarkus.http.port", "8092")
                .containsEntry(
                        "tollgate.signing.public-keys",
                        config("gateway-1").getProperty("tollgate.signing.public-keys"));
    }

    @Test
    void theControlPlaneIsToldOfEveryBackendInAFileThatNobodyElseMayRead() throws IOException {
        planes.controlPlane().prepare();

        assertThat(config("control-plane"))
                .containsAllEntriesOf(BACKENDS)
                .containsEntry("tollgate.stdio.commands", "filesystem,memory,sequential-thinking");
        var permissions = Files.getPosixFilePermissions(folder.resolve("control-plane/config/application.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(String.join(" ", planes.controlPlane().process().argv())).doesNotContain("of-the-database");
    }

    @Test
    void gatewaysCheckByThePublicHalfOfWhatTheControlPlaneSignsWithAlsoAfterASecondStart() throws Exception {
        planes.controlPlane().prepare();
        planes.gateways().getFirst().prepare();
        var signs = config("control-plane");
        var checks = config("gateway-1").getProperty("tollgate.signing.public-keys");

        of();
        planes.controlPlane().prepare();
        planes.gateways().getFirst().prepare();

        assertThat(config("control-plane")).isEqualTo(signs);
        assertThat(config("gateway-1")).containsEntry("tollgate.signing.public-keys", checks);
        assertThat(config("gateway-1")).doesNotContainKey("tollgate.signing.private-key-file");
        var file = Path.of(signs.getProperty("tollgate.signing.private-key-file"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(checks).startsWith(signs.getProperty("tollgate.signing.key-id") + "=");
        assertThat(verifies(checks.substring(checks.indexOf('=') + 1), signatureWith(file)))
                .isTrue();
    }

    @Test
    void allGatewaysSealWithOneKeyThatNobodyElseMayReadAlsoAfterASecondStart() throws Exception {
        planes.gateways().getFirst().prepare();
        planes.gateways().getLast().prepare();
        var file = Path.of(config("gateway-1").getProperty("tollgate.seal.keys-file"));
        assertThat(config("gateway-2")).containsEntry("tollgate.seal.keys-file", file.toString());
        var keys = Files.readString(file);

        of();
        planes.gateways().getFirst().prepare();

        assertThat(config("gateway-1")).containsEntry("tollgate.seal.keys-file", file.toString());
        assertThat(Files.readString(file)).isEqualTo(keys);
        assertThat(Base64.getDecoder().decode(keys.strip().substring(keys.indexOf('=') + 1)))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static byte[] signatureWith(Path file) throws Exception {
        var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(Files.readString(file)));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(key));
        signature.update(BACKENDS.toString().getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    private static boolean verifies(String publicKey, byte[] signed) throws Exception {
        var key = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
        signature.update(BACKENDS.toString().getBytes(StandardCharsets.UTF_8));
        return signature.verify(signed);
    }

    @Test
    void whatWasNotBuiltIsTold() {
        assertThatThrownBy(() -> planes.console().fetch())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("admin-ui")
                .hasMessageContaining("not built");
    }

    private Properties config(String part) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(part).resolve("config/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
