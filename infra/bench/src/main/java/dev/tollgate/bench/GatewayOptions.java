package dev.tollgate.bench;

import dev.tollgate.bench.world.GatewayBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway is measured. */
final class GatewayOptions {
    @Option(names = "--gateway-jar", description = "The gateway's quarkus-run.jar (default: this repository's).")
    private @Nullable Path jar;

    @Option(
            names = "--gateway-jvm",
            split = " ",
            defaultValue = "-Xmx512m -XX:+UseParallelGC",
            description = "Options of the gateway's JVM, separated by blanks (${DEFAULT-VALUE}).")
    private List<String> jvmOptions = List.of();

    @Option(names = "--other-jar", description = "A second gateway to hold against it in the same run.")
    private @Nullable Path otherJar;

    @Option(names = "--other-jvm", split = " ", description = "Options of the second one's JVM (default: the first's).")
    private List<String> otherJvmOptions = List.of();

    GatewayBuild build() {
        return build(jvmOptions);
    }

    GatewayBuild build(List<String> options) {
        return jar == null ? GatewayBuild.ofRepository(options) : new GatewayBuild(jar, options);
    }

    /** The second gateway, if a jar or options of one are given. */
    Optional<GatewayBuild> other() {
        if (otherJar == null && otherJvmOptions.isEmpty()) {
            return Optional.empty();
        }
        GatewayBuild first = build();
        return Optional.of(new GatewayBuild(
                otherJar == null ? first.jar() : otherJar,
                otherJvmOptions.isEmpty() ? first.jvmOptions() : otherJvmOptions));
    }
}
