package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.VertxInternal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Calls an upstream as the edge does, and waits for what it says. */
public final class TestCaller {
    private static final long DEADLINE_SECONDS = 60;

    private final Vertx vertx;
    private final UpstreamPort port;

    TestCaller(Vertx vertx, UpstreamPort port) {
        this.vertx = vertx;
        this.port = port;
    }

    static ServerConfig server(URI url) {
        return server(new Transport.StreamableHttp(url));
    }

    static ServerConfig server(Transport transport) {
        return new ServerConfig(
                new TenantId(UUID.randomUUID()),
                new ServerId(UUID.randomUUID()),
                new EnvironmentId(UUID.randomUUID()),
                new Slug("crm"),
                transport,
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000);
    }

    /** The same server at another URL. */
    static ServerConfig moved(ServerConfig server, URI url) {
        return new ServerConfig(
                server.tenant(),
                server.id(),
                server.environment(),
                server.name(),
                new Transport.StreamableHttp(url),
                server.baseline(),
                server.prefixMode(),
                server.enabled(),
                server.timeoutMillis());
    }

    /** Waits for what comes about by itself. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come about");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    static UpstreamCall toolCall(String arguments) {
        return toolCall(arguments, null, 30_000);
    }

    static UpstreamCall toolCall(String arguments, @Nullable String meta, long timeoutMillis) {
        return new UpstreamCall(
                "tools/call",
                "echo",
                Buffer.buffer("{\"name\":\"echo\",\"arguments\":" + arguments + "}"),
                meta == null ? null : Buffer.buffer(meta),
                timeoutMillis,
                null);
    }

    /** A call in a trace, with headers that the server is given. */
    static UpstreamCall handing(Map<String, String> headers, String traceparent, String meta) {
        return new UpstreamCall(
                "tools/call",
                "echo",
                Buffer.buffer("{\"name\":\"echo\",\"arguments\":{}}"),
                Buffer.buffer(meta),
                30_000,
                traceparent,
                Map.of(),
                ClientAbilities.NONE,
                null,
                headers);
    }

    /** A call of an agent whose client can do this. */
    static UpstreamCall ableCall(ClientAbilities abilities, long timeoutMillis) {
        return new UpstreamCall(
                "tools/call",
                "ask",
                Buffer.buffer("{\"name\":\"ask\",\"arguments\":{}}"),
                null,
                timeoutMillis,
                null,
                Map.of(),
                abilities);
    }

    /** A call under way. */
    static final class Running implements UpstreamListener {
        final List<String> notifications = new CopyOnWriteArrayList<>();
        final List<UpstreamRequest> requests = new CopyOnWriteArrayList<>();
        final List<UpstreamRequest> withdrawn = new CopyOnWriteArrayList<>();
        final List<UpstreamReply> replies = new CopyOnWriteArrayList<>();
        final List<String> sessions = new CopyOnWriteArrayList<>();
        final CompletableFuture<UpstreamReply> first = new CompletableFuture<>();
        final CompletableFuture<Cancellation> cancellation = new CompletableFuture<>();
        private final Context context;

        Running(Context context) {
            this.context = context;
        }

        @Override
        public void notification(Buffer message) {
            checkContext();
            notifications.add(message.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void request(UpstreamRequest request) {
            checkContext();
            requests.add(request);
        }

        @Override
        public void withdrawn(UpstreamRequest request) {
            checkContext();
            withdrawn.add(request);
        }

        /** Waits until so many things have been asked, and gives the last one. */
        UpstreamRequest request(int count) {
            await(() -> requests.size() >= count);
            return requests.get(count - 1);
        }

        /** Does something on the call's context. */
        void run(Runnable work) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            context.runOnContext(nothing -> {
                work.run();
                done.complete(null);
            });
            done.join();
        }

        @Override
        public void answeredIn(String session) {
            sessions.add(session);
        }

        @Override
        public void reply(UpstreamReply reply) {
            checkContext();
            replies.add(reply);
            first.complete(reply);
        }

        private void checkContext() {
            if (Vertx.currentContext() != context) {
                first.completeExceptionally(new AssertionError("told on another context than the call's"));
            }
        }

        UpstreamReply reply() {
            return first.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
        }

        void cancel() {
            Cancellation taken =
                    cancellation.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
            run(taken::cancel);
        }
    }

    Running start(ServerConfig server, UpstreamCall call) {
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        Running running = new Running(context);
        context.runOnContext(nothing -> {
            try {
                running.cancellation.complete(port.call(server, call, running));
            } catch (RuntimeException e) {
                running.first.completeExceptionally(e);
            }
        });
        return running;
    }

    UpstreamReply reply(ServerConfig server, UpstreamCall call) {
        return start(server, call).reply();
    }

    /** The result's JSON; anything else is an error of the test. */
    String result(ServerConfig server, UpstreamCall call) {
        UpstreamReply reply = reply(server, call);
        if (reply instanceof UpstreamReply.Result result) {
            return result.result().toString(StandardCharsets.UTF_8);
        }
        throw new AssertionError("no result: " + reply);
    }

    UpstreamReply.Failure failure(ServerConfig server, UpstreamCall call) {
        UpstreamReply reply = reply(server, call);
        if (reply instanceof UpstreamReply.Failure failure) {
            return failure;
        }
        throw new AssertionError("no failure: " + reply);
    }
}
