package dev.tollgate.bench;

import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.local.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway is measured. */
final class GatewayOptions {
    @Option(names = "--gateway-jar", description = "The gateway's quarkus-run.jar (default: this repository's).")
    private @Nullable Path jar;

    @Option(
            names = "--gateway-jvm",
            split = " ",
            defaultValue = "-Xmx512m",
            description = "Options of the gateway's JVM, separated by blanks (${DEFAULT-VALUE}).")
    private List<String> jvmOptions = List.of();

    GatewayBuild build() {
        return build(jvmOptions);
    }

    GatewayBuild build(List<String> options) {
        Path built = Repository.root().resolve("data-plane/gateway/target/quarkus-app/quarkus-run.jar");
        return new GatewayBuild(jar == null ? built : jar, options);
    }
}
