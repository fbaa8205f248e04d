package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.gateway.upstream.AddressGate;
import dev.tollgate.gateway.upstream.CircuitBreaker;
import dev.tollgate.gateway.upstream.HttpConnections;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.openapi.Binding;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.function.Consumer;

/** One host and port that requests go to: its gate, its circuit and its connections, shared by all event loops. */
final class Site {
    private final URI url;
    private final AddressGate gate;
    private final UpstreamHeaders credential;
    private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
    private final HttpConnections connections;

    Site(
            Vertx vertx,
            URI url,
            AddressGate.Resolver resolver,
            boolean allowLoopback,
            UpstreamHeaders credential,
            UpstreamTls tls) {
        this.credential = credential;
        this.url = url;
        this.gate = new AddressGate(url, allowLoopback, resolver, System::nanoTime);
        this.connections = new HttpConnections(vertx, tls);
    }

    /** Sends a request; the reply is told on the context, in a later turn, unless the exchange is aborted before. */
    WebExchange send(ContextInternal context, WebRequest request, Consumer<WebReply> then) {
        WebExchange exchange = new WebExchange(context, request, reply -> {
            note(reply);
            then.accept(reply);
        });
        long waitMillis = breaker.millisUntilAdmitted();
        if (waitMillis > 0) {
            context.runOnContext(nothing -> exchange.end(new WebReply.Failed(
                    UpstreamReply.Kind.UNAVAILABLE,
                    UpstreamReply.Stage.CONNECT,
                    "cannot be reached at present",
                    waitMillis,
                    0)));
            return exchange;
        }
        if (!credential.isOpen()) {
            context.runOnContext(nothing -> exchange.end(new WebReply.Failed(
                    UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.CONNECT, credential.closedWords())));
            return exchange;
        }
        String closed = connections.closedWords();
        if (closed != null) {
            context.runOnContext(nothing ->
                    exchange.end(new WebReply.Failed(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.TLS, closed)));
            return exchange;
        }
        AddressGate.Verdict.Dial known = gate.known();
        if (known != null) {
            context.runOnContext(nothing -> start(exchange, context, request, known));
        } else {
            gate.ask()
                    .onComplete(answer ->
                            context.emit(answer.result(), verdict -> decided(exchange, context, request, verdict)));
        }
        return exchange;
    }

    private void decided(
            WebExchange exchange, ContextInternal context, WebRequest request, AddressGate.Verdict verdict) {
        switch (verdict) {
            case AddressGate.Verdict.Dial dial -> start(exchange, context, request, dial);
            case AddressGate.Verdict.Denied denied ->
                exchange.end(
                        new WebReply.Failed(UpstreamReply.Kind.UNAVAILABLE, UpstreamReply.Stage.ADDRESS, denied.why()));
            case AddressGate.Verdict.Unresolved _ ->
                exchange.end(new WebReply.Failed(
                        UpstreamReply.Kind.UNREACHABLE,
                        UpstreamReply.Stage.RESOLVE,
                        "has a host name that is not found"));
        }
    }

    private void start(
            WebExchange exchange, ContextInternal context, WebRequest request, AddressGate.Verdict.Dial dial) {
        exchange.start(connections.on(context), options(request, dial));
    }

    private RequestOptions options(WebRequest request, AddressGate.Verdict.Dial dial) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setServer(SocketAddress.inetSocketAddress(
                        dial.port(), dial.address().getHostAddress()))
                .setHost(gate.host())
                .setPort(dial.port())
                .setSsl("https".equals(url.getScheme()))
                .setURI(request.target())
                .setFollowRedirects(false)
                .putHeader("user-agent", "tollgate/0.1")
                .putHeader("accept", request.accept());
        for (Binding.Header header : request.headers()) {
            options.putHeader(header.name(), header.value());
        }
        if (request.mediaType() != null) {
            options.putHeader("content-type", request.mediaType());
        }
        credential.putInto(options);
        return options;
    }

    private void note(WebReply reply) {
        switch (reply) {
            case WebReply.Answered _ -> breaker.succeeded();
            case WebReply.Failed failed
            when failed.kind() == UpstreamReply.Kind.UNREACHABLE -> {
                breaker.failed();
                gate.forget();
            }
            case WebReply.Failed _ -> {
                // It was there, or was not asked.
            }
        }
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    void close() {
        connections.close();
    }
}
