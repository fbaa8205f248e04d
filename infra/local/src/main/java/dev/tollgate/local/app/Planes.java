package dev.tollgate.local.app;

import dev.tollgate.local.backend.ClickHouse;
import dev.tollgate.local.backend.Kafka;
import dev.tollgate.local.backend.Keycloak;
import dev.tollgate.local.backend.Postgres;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.MasterKey;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.RegionSeal;
import dev.tollgate.local.part.SigningPair;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.region.Regions;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Both planes, the console and the demo's upstream, of one stack. */
public record Planes(QuarkusApp controlPlane, QuarkusApp console, List<QuarkusApp> gateways, Everything everything) {
    public static final String CONTROL_PLANE = "control-plane";
    public static final String CONSOLE = "console";
    private static final String PUBLIC_URLS = "tollgate.public-urls";
    private static final String CONSOLE_URL = "tollgate.console-url";
    private static final String APP = "target/quarkus-app/quarkus-run.jar";
    private static final List<String> LEAN =
            List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    public Planes {
        gateways = List.copyOf(gateways);
    }

    /**
     * @param repository whose modules are built
     * @param backends every key that leads to a backend
     * @param ofGateways settings of all gateways, which go before the stack's own
     * @param consoleSecret of the console's client at Keycloak
     */
    public static Planes of(
            Path repository,
            DataFolder data,
            Ports ports,
            Regions regions,
            Distributions distributions,
            Map<String, String> backends,
            Map<String, String> ofGateways,
            String consoleSecret)
            throws IOException, InterruptedException {
        var common = Map.of("tollgate.upstream.allow-loopback", "true");
        var signing = SigningPair.in(data);
        var controlPlane = controlPlane(repository, data, ports, regions, merged(backends, common), signing);
        var shown = regions.byGateway().keySet().iterator().next();
        var gateways = new ArrayList<QuarkusApp>();
        for (var one : regions.byGateway().entrySet()) {
            var publicUrl = "http://127.0.0.1:" + ports.of(shown);
            gateways.add(gateway(
                    one.getKey(),
                    one.getValue(),
                    repository,
                    data,
                    ports,
                    distributions,
                    merged(
                            backends,
                            Map.of(PUBLIC_URLS, publicUrl, CONSOLE_URL, "http://127.0.0.1:" + ports.of(CONSOLE))),
                    ofGateways,
                    signing));
        }
        var console = console(repository, data, ports, ports.of(shown), backends, consoleSecret);
        return new Planes(
                controlPlane, console, gateways, new Everything(distributions, data, ports.of(Everything.NAME)));
    }

    private static QuarkusApp controlPlane(
            Path repository,
            DataFolder data,
            Ports ports,
            Regions regions,
            Map<String, String> config,
            SigningPair signing)
            throws IOException {
        var own = Map.of(
                "tollgate.public-url",
                "http://127.0.0.1:" + ports.of(CONTROL_PLANE),
                "tollgate.console-url",
                "http://127.0.0.1:" + ports.of(CONSOLE),
                "tollgate.master.keys-file",
                MasterKey.of(data).toString(),
                "tollgate.seal.region-keys-files",
                regionKeys(regions, data),
                "tollgate.regions",
                regions.all().stream().map(Region::value).collect(Collectors.joining(",")),
                "tollgate.signing.private-key-file",
                signing.privateKeyFile().toString(),
                "tollgate.signing.key-id",
                signing.keyId());
        return new QuarkusApp(
                CONTROL_PLANE,
                repository.resolve("control-plane").resolve(APP),
                LEAN,
                Set.of(Postgres.NAME, Kafka.NAME, Keycloak.NAME, ClickHouse.NAME),
                merged(merged(config, own), DemoCommands.names(data)),
                "/q/health/ready",
                ports.of(CONTROL_PLANE),
                data);
    }

    private static String regionKeys(Regions regions, DataFolder data) throws IOException {
        var files = new ArrayList<String>();
        for (Region region : regions.all()) {
            files.add(region + "=" + RegionSeal.of(region, data));
        }
        return String.join(",", files);
    }

    private static QuarkusApp console(
            Path repository,
            DataFolder data,
            Ports ports,
            int shownGateway,
            Map<String, String> backends,
            String secret) {
        var config = Map.of(
                "quarkus.oidc.auth-server-url",
                backends.getOrDefault("quarkus.oidc.auth-server-url", ""),
                "quarkus.oidc.client-id",
                "tollgate-console",
                "quarkus.oidc.credentials.secret",
                secret,
                "quarkus.rest-client.tollgate-api.url",
                "http://127.0.0.1:" + ports.of(CONTROL_PLANE),
                "tollgate.gateway.url",
                "http://127.0.0.1:" + shownGateway + "/mcp");
        return new QuarkusApp(
                CONSOLE,
                repository.resolve("admin-ui").resolve(APP),
                LEAN,
                Set.of(Keycloak.NAME),
                config,
                "/q/health/ready",
                ports.of(CONSOLE),
                data);
    }

    /** Needs Kafka alone, as a gateway does anywhere. */
    private static QuarkusApp gateway(
            String name,
            Region region,
            Path repository,
            DataFolder data,
            Ports ports,
            Distributions distributions,
            Map<String, String> backends,
            Map<String, String> own,
            SigningPair signing)
            throws IOException, InterruptedException {
        DemoFiles.layOut(data);
        var config = Map.of(
                "tollgate.kafka.bootstrap-servers",
                backends.getOrDefault("tollgate.kafka.bootstrap-servers", ""),
                "tollgate.region",
                region.value(),
                "tollgate.gateway.id",
                name,
                "tollgate.signing.public-keys",
                signing.keyId() + "=" + signing.publicKey(),
                "tollgate.seal.keys-file",
                RegionSeal.of(region, data).toString(),
                // Of all gateways the first is what agents are told of, as they would be of a load balancer's address.
                PUBLIC_URLS,
                backends.getOrDefault(PUBLIC_URLS, ""),
                CONSOLE_URL,
                backends.getOrDefault(CONSOLE_URL, ""),
                "tollgate.data-dir",
                data.of(name).resolve("data").toString(),
                "tollgate.upstream.allow-loopback",
                "true");
        return new QuarkusApp(
                name,
                repository.resolve("data-plane/gateway").resolve(APP),
                List.of("-Xmx512m", "-XX:+UseParallelGC"),
                Set.of(Kafka.NAME),
                merged(merged(config, own), DemoCommands.commands(distributions.demoServers(), data)),
                "/q/health/ready",
                ports.of(name),
                data);
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        var all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }

    /** In the order that a person expects to read them in. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>(List.of(everything, controlPlane, console));
        parts.addAll(gateways);
        return parts;
    }
}
