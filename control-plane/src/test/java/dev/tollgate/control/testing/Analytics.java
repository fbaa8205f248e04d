package dev.tollgate.control.testing;

import dev.tollgate.control.clickhouse.ClickHouseSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ClickHouse of its own, without tables. */
public final class Analytics implements QuarkusTestResourceLifecycleManager {
    private @Nullable Path folder;
    private @Nullable Engine engine;

    @Override
    public Map<String, String> start() {
        try {
            Path made = Files.createTempDirectory("tollgate-clickhouse");
            folder = made;
            Engine started = Engine.clickHouse(made);
            engine = started;
            return started.config();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(engine).close();
            try (var files = Files.walk(Objects.requireNonNull(folder))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How a client reaches an engine that is no test resource. */
    public static ClickHouseSettings settings(Engine engine) {
        Map<String, String> config = engine.config();
        return ClickHouseSettings.of(
                config.getOrDefault("tollgate.clickhouse.url", ""),
                config.getOrDefault("tollgate.clickhouse.username", ""),
                config.getOrDefault("tollgate.clickhouse.password", ""),
                false,
                400,
                1_100);
    }
}
