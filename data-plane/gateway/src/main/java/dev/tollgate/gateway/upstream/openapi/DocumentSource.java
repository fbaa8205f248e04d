package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.Transport;
import dev.tollgate.openapi.ApiDocument;
import dev.tollgate.openapi.OpenApiDocuments;
import dev.tollgate.openapi.UnusableDocument;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A service's document: read once for all who wait for it, kept, and read again when it is old or asked for. */
final class DocumentSource {
    private static final long FRESH_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long READ_MILLIS_MAX = 20_000;

    private final Transport.OpenApi transport;
    private final Site site;
    private final WorkerExecutor parsing;
    private final AtomicReference<@Nullable Promise<Reading>> underWay = new AtomicReference<>();
    private volatile @Nullable Document last;

    DocumentSource(Transport.OpenApi transport, Site site, WorkerExecutor parsing) {
        this.transport = transport;
        this.site = site;
        this.parsing = parsing;
    }

    /** As it was read last; null if it never was. */
    @Nullable
    Document last() {
        return last;
    }

    static boolean isOlderThan(Document document, Duration age) {
        return System.nanoTime() - document.atNanos() > age.toNanos();
    }

    /** The document at hand, which is read again behind the back of whoever asks if it is old; else once it is read. */
    Future<Reading> current(ContextInternal context) {
        Document known = last;
        if (known == null) {
            return read(context);
        }
        if (System.nanoTime() - known.atNanos() > FRESH_NANOS) {
            read(context);
        }
        return Future.succeededFuture(new Reading.Read(known));
    }

    /** The document as it is now. Whatever comes of it is told on any thread. */
    Future<Reading> read(ContextInternal context) {
        Promise<Reading> mine = Promise.promise();
        Promise<Reading> known = underWay.compareAndExchange(null, mine);
        if (known != null) {
            return known.future();
        }
        fetch(context, mine);
        return mine.future();
    }

    private void fetch(ContextInternal context, Promise<Reading> promise) {
        URI url = transport.document();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        WebRequest request = new WebRequest(
                "GET",
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(),
                List.of(),
                null,
                null,
                "application/json, application/yaml, */*;q=0.5",
                OpenApiDocuments.BYTES_MAX);
        long[] timer = new long[1];
        WebExchange exchange = site.send(context, request, reply -> {
            context.owner().cancelTimer(timer[0]);
            received(reply, promise);
        });
        timer[0] = context.owner()
                .setTimer(
                        READ_MILLIS_MAX,
                        fired -> context.runOnContext(nothing -> {
                            exchange.abort();
                            fail(
                                    promise,
                                    UpstreamReply.Kind.TIMEOUT,
                                    "did not send its OpenAPI document within " + READ_MILLIS_MAX + " ms");
                        }));
    }

    private void received(WebReply reply, Promise<Reading> promise) {
        switch (reply) {
            case WebReply.Failed failed -> end(promise, new Reading.Failed(failed));
            case WebReply.Answered answered
            when answered.status() != 200 ->
                end(
                        promise,
                        new Reading.Failed(new WebReply.Failed(
                                UpstreamReply.Kind.UNREACHABLE,
                                UpstreamReply.Stage.INITIALIZE,
                                "answered with HTTP status " + answered.status()
                                        + " where its OpenAPI document should be",
                                0,
                                answered.status())));
            case WebReply.Answered answered ->
                parsing.executeBlocking(() -> parse(answered.body()), false)
                        .otherwise(e -> unusable("could not be read"))
                        .onSuccess(reading -> end(promise, reading));
        }
    }

    private Reading parse(byte[] body) {
        try {
            ApiDocument document = OpenApiDocuments.read(body, transport.document(), transport.baseUrl());
            URI baseUrl = document.baseUrl();
            return baseUrl == null
                    ? unusable("names no server; give the base URL")
                    : new Reading.Read(Document.of(document, baseUrl));
        } catch (UnusableDocument e) {
            return unusable("cannot be used: " + e.reason());
        }
    }

    private static Reading unusable(String why) {
        return new Reading.Failed(new WebReply.Failed(
                UpstreamReply.Kind.BROKEN, UpstreamReply.Stage.INITIALIZE, "has an OpenAPI document that " + why));
    }

    private void fail(Promise<Reading> promise, UpstreamReply.Kind kind, String why) {
        end(promise, new Reading.Failed(new WebReply.Failed(kind, UpstreamReply.Stage.INITIALIZE, why)));
    }

    private void end(Promise<Reading> promise, Reading reading) {
        if (reading instanceof Reading.Read read) {
            last = read.document();
        }
        underWay.compareAndSet(promise, null);
        promise.tryComplete(reading);
    }
}
