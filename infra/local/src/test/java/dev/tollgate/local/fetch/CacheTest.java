package dev.tollgate.local.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    Path root;

    @Test
    void fillsAnEntryOnceForAllWhoAskAtTheSameTime() throws Exception {
        var cache = new Cache(root);
        var fills = new AtomicInteger();
        var together = new CountDownLatch(4);
        Callable<Path> asking = () -> {
            together.countDown();
            together.await();
            return cache.once("engine", folder -> {
                fills.incrementAndGet();
                Files.writeString(folder.resolve("file"), "whole");
            });
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(4, asking))) {
                assertThat(answer.get().resolve("file")).hasContent("whole");
            }
        }

        assertThat(fills).hasValue(1);
    }

    @Test
    void leavesNothingOfAFillThatFailed() throws Exception {
        var cache = new Cache(root);
        assertThatThrownBy(() -> cache.once("engine", folder -> {
                    Files.writeString(folder.resolve("half"), "half");
                    throw new IOException("no network");
                }))
                .hasMessage("no network");

        assertThat(cache.has("engine")).isFalse();
        var entry = cache.once("engine", folder -> Files.writeString(folder.resolve("file"), "whole"));
        assertThat(entry).isDirectoryNotContaining("glob:**half").isDirectoryContaining("glob:**file");
    }
}
