package dev.tollgate.local.backend;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.chdb.ChdbMain;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Http;
import dev.tollgate.local.part.Jvm;
import dev.tollgate.local.part.Part;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.process.ProcessSpec;
import dev.tollgate.local.process.StopBy;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** ClickHouse's engine with its own HTTP interface, in a small JVM of its own that opens it as a library. */
public final class ClickHouse implements Part {
    public static final String NAME = "clickhouse";
    public static final String USER = "tollgate";

    private final Distributions distributions;
    private final DataFolder data;
    private final Secrets secrets;
    private final int port;

    public ClickHouse(Distributions distributions, DataFolder data, Secrets secrets, int port) {
        this.distributions = distributions;
        this.data = data;
        this.secrets = secrets;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fetch() throws IOException, InterruptedException {
        var here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!here.equals("Linux amd64")) {
            throw new StackFailure(
                    "The embedded ClickHouse engine runs on Linux on x86-64 with glibc; this is " + here);
        }
        distributions.clickHouseLibrary();
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data.of(NAME).resolve("store"));
        var config = ClickHouseConfig.render(configFile(), USER, secrets.of("clickhouse.app"));
        DataFolder.writeSecret(configFile(), config);
        Files.writeString(startFile(), "SYSTEM START LISTEN HTTP;\n");
    }

    @Override
    public ProcessSpec process() throws IOException, InterruptedException {
        var argv = List.of(
                Jvm.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                ChdbMain.class.getName(),
                distributions.clickHouseLibrary().toString(),
                "--config-file=" + configFile(),
                "--path=" + data.of(NAME).resolve("store"),
                "--listen_host=127.0.0.1",
                "--http_port=" + port,
                "--log-level=warning",
                "--queries-file",
                startFile().toString(),
                // Blocks for as long as we hold the other end, and ends with us.
                "/dev/stdin");
        return new ProcessSpec(
                NAME, argv, Map.of(), data.of(NAME), data.log(NAME), StopBy.END_OF_INPUT, Duration.ofSeconds(20));
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answers(url() + "/ping");
    }

    @Override
    public void onReady() throws IOException, InterruptedException {
        query("CREATE DATABASE IF NOT EXISTS tollgate");
    }

    @Override
    public Map<String, String> config() {
        return Map.of(
                "tollgate.clickhouse.url",
                "jdbc:clickhouse:" + url() + "/tollgate",
                "tollgate.clickhouse.username",
                USER,
                "tollgate.clickhouse.password",
                secrets.of("clickhouse.app"));
    }

    /** Runs one statement as the application's user; the answer is tab-separated. */
    public String query(String sql) throws IOException, InterruptedException {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(url()))
                .header("X-ClickHouse-User", USER)
                .header("X-ClickHouse-Key", secrets.of("clickhouse.app"))
                .POST(HttpRequest.BodyPublishers.ofString(sql)));
        if (answer.statusCode() != 200) {
            throw new IOException("ClickHouse answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path configFile() {
        return data.of(NAME).resolve("clickhouse.xml");
    }

    private Path startFile() {
        return data.of(NAME).resolve("start.sql");
    }

    /** This module's classes alone: that process needs none of its libraries. */
    private static String classPath() {
        try {
            return Path.of(ChdbMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
