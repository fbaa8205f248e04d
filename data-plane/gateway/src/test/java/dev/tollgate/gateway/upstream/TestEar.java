package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens to an upstream as the edge does, and keeps what it hears. */
public final class TestEar implements Heard {
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<String> lost = new CopyOnWriteArrayList<>();
    public final AtomicInteger listening = new AtomicInteger();
    public final List<Long> retries = new CopyOnWriteArrayList<>();
    private final Context context;
    private final Ear ear;

    public TestEar(Vertx vertx, UpstreamPort port, ServerConfig server, Wanted wanted) {
        context = ((VertxInternal) vertx).createEventLoopContext();
        CompletableFuture<Ear> begun = new CompletableFuture<>();
        context.runOnContext(nothing -> begun.complete(port.listen(server, wanted, this)));
        ear = begun.join();
    }

    /** Waits until it has been told so many times that it is listened. */
    public void awaitListening(int times) {
        TestCaller.await(() -> listening.get() >= times);
    }

    public void want(Wanted wanted) {
        context.runOnContext(nothing -> ear.want(wanted));
    }

    public void close() {
        context.runOnContext(nothing -> ear.close());
    }

    @Override
    public void notification(String method, Buffer message) {
        heard.add(context == Vertx.currentContext() ? message.toString() : "on another context");
    }

    @Override
    public void lost(String why, long retryInMillis) {
        retries.add(retryInMillis);
        lost.add(why);
    }

    @Override
    public void listening() {
        listening.incrementAndGet();
    }
}
