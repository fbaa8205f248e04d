package dev.tollgate.local.app;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Http;
import dev.tollgate.local.part.Jvm;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of Tollgate's own processes. Its configuration is a file in the folder that it runs in, which Quarkus reads by
 * itself: keys stand there as they are documented, and no password stands on a command line.
 */
public final class QuarkusApp implements Part {
    private final String name;
    private final Path jar;
    private final List<String> jvmOptions;
    private final Set<String> needs;
    private final Map<String, String> config;
    private final String healthPath;
    private final int port;
    private final DataFolder data;

    QuarkusApp(
            String name,
            Path jar,
            List<String> jvmOptions,
            Set<String> needs,
            Map<String, String> config,
            String healthPath,
            int port,
            DataFolder data) {
        this.name = name;
        this.jar = jar;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.needs = Set.copyOf(needs);
        this.config = Map.copyOf(config);
        this.healthPath = healthPath;
        this.port = port;
        this.data = data;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public void fetch() {
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is not built yet. ./tollgate up builds it, and so does mvn package.");
        }
    }

    @Override
    public void prepare() throws IOException {
        var all = new TreeMap<>(config);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        Files.createDirectories(data.of(name).resolve("config"));
        DataFolder.writeSecret(data.of(name).resolve("config/application.properties"), PropertiesText.of(all));
    }

    @Override
    public ProcessSpec process() {
        var argv = new ArrayList<>(List.of(Jvm.java()));
        argv.addAll(jvmOptions);
        argv.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString()));
        return new ProcessSpec(
                name, argv, Map.of(), data.of(name), data.log(name), StopBy.SIGTERM, Duration.ofSeconds(20));
    }

    @Override
    public Duration readyWithin() {
        return Duration.ofSeconds(120);
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answers(url() + healthPath);
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }
}
