package dev.tollgate.bench.world;

import java.nio.file.Path;
import java.util.List;

/** The gateway that is measured: its jar, and the options of the JVM that runs it. */
public record GatewayBuild(Path jar, List<String> jvmOptions) {
    public GatewayBuild {
        jvmOptions = List.copyOf(jvmOptions);
    }
}
