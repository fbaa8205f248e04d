package dev.tollgate.bench.world;

import dev.tollgate.local.stack.Repository;
import java.nio.file.Path;
import java.util.List;

/** The gateway that is measured: its jar, and the options of the JVM that runs it. */
public record GatewayBuild(Path jar, List<String> jvmOptions) {
    public GatewayBuild {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** This repository's, as it was last built. */
    public static GatewayBuild ofRepository(List<String> jvmOptions) {
        return new GatewayBuild(
                Repository.root().resolve("data-plane/gateway/target/quarkus-app/quarkus-run.jar"), jvmOptions);
    }
}
