package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events from one URL, and posts to the same origin, all through the address gate; as the HTTP+SSE transport
 * (MCP 2024-11-05) has it. Lives on one event loop.
 */
public final class EventChannel {
    private static final CharSequence EVENTS = HttpHeaders.createOptimized("text/event-stream");

    /** Hears what comes. */
    public interface Listener {
        void event(@Nullable String type, byte[] data);

        /**
         * Said once, and nothing follows; not after {@link #close()}.
         *
         * @param stage how far it came: {@link UpstreamReply.Stage#INITIALIZE} if there was a connection
         * @param why an end to the sentence "it …"
         */
        void ended(UpstreamReply.Stage stage, String why);
    }

    private final ContextInternal context;
    private final HttpTarget target;
    private final AddressGate gate;
    private final UpstreamHeaders credential;
    private final HttpConnections connections;
    private @Nullable HttpClientRequest stream;
    private boolean over;

    public EventChannel(
            Vertx vertx,
            ContextInternal context,
            URI url,
            boolean allowLoopback,
            AddressGate.Resolver resolver,
            UpstreamHeaders credential,
            UpstreamTls tls) {
        this.credential = credential;
        this.context = context;
        this.gate = new AddressGate(url, allowLoopback, resolver, System::nanoTime);
        this.target = new HttpTarget(url, gate.host(), credential);
        this.connections = new HttpConnections(vertx, tls);
    }

    /** Asks for the stream. To be called on the context, once. */
    public void open(Listener listener) {
        dial(
                dial -> {
                    RequestOptions options = target.request(HttpMethod.GET, dial, null);
                    options.getHeaders().remove(HttpHeaders.CONTENT_TYPE).set(HttpHeaders.ACCEPT, EVENTS);
                    connections.on(context).request(options).onComplete(asked -> {
                        if (asked.failed()) {
                            gate.forget();
                            end(listener, Unconnected.stage(asked.cause()), Unconnected.words(asked.cause()));
                        } else {
                            get(asked.result(), listener);
                        }
                    });
                },
                (stage, why) -> end(listener, stage, why));
    }

    private void get(HttpClientRequest request, Listener listener) {
        stream = request;
        if (over) {
            request.reset();
            return;
        }
        request.send().onComplete(answer -> {
            if (answer.failed()) {
                end(listener, Unconnected.brokeOff(answer.cause()));
            } else if (!over) {
                read(answer.result(), listener);
            }
        });
    }

    private void read(HttpClientResponse response, Listener listener) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (response.statusCode() != 200 || type == null || !type.startsWith("text/event-stream")) {
            end(listener, "answered with HTTP status " + response.statusCode() + " and no stream of events");
            response.request().reset();
            return;
        }
        EventStream.read(
                response, context.nettyEventLoop(), HttpExchange.RESPONSE_BYTES_MAX, new EventStream.Listener() {
                    @Override
                    public void event(@Nullable String type, byte[] data) {
                        if (!over) {
                            listener.event(type, data);
                        }
                    }

                    @Override
                    public void tooLarge() {
                        end(listener, "sent more than " + HttpExchange.RESPONSE_BYTES_MAX + " bytes in one message");
                        response.request().reset();
                    }

                    @Override
                    public void ended(boolean broken) {
                        end(listener, "ended its stream");
                    }
                });
    }

    private void end(Listener listener, String why) {
        end(listener, UpstreamReply.Stage.INITIALIZE, why);
    }

    private void end(Listener listener, UpstreamReply.Stage stage, String why) {
        if (!over) {
            over = true;
            connections.close();
            listener.ended(stage, why);
        }
    }

    /**
     * Posts a message. To be called on the context.
     *
     * @param path and query, at the origin of the channel's own URL
     * @param headers to say beside it, by name
     * @param then hears why it was not taken, as an end to the sentence "it …"; null if it was
     */
    public void post(String path, byte[] message, Map<String, String> headers, Consumer<@Nullable String> then) {
        if (over) {
            return;
        }
        dial(
                dial -> {
                    RequestOptions options =
                            target.request(HttpMethod.POST, dial, null).setURI(path);
                    HttpTarget.handOn(options, headers);
                    connections
                            .on(context)
                            .request(options)
                            .compose(request -> request.send(Buffer.buffer(message)))
                            .onComplete(answer -> {
                                if (!over) {
                                    then.accept(answer.failed() ? "broke off" : refusal(answer.result()));
                                }
                            });
                },
                (_, why) -> then.accept(why));
    }

    private static @Nullable String refusal(HttpClientResponse response) {
        if (response.statusCode() / 100 == 2) {
            return null;
        }
        return HttpStatus.why(new HttpOutcome.Rejected(response.statusCode(), null, null));
    }

    private void dial(Consumer<AddressGate.Verdict.Dial> next, BiConsumer<UpstreamReply.Stage, String> refused) {
        if (!credential.isOpen()) {
            refused.accept(UpstreamReply.Stage.ADDRESS, credential.closedWords());
            return;
        }
        String closed = connections.closedWords();
        if (closed != null) {
            refused.accept(UpstreamReply.Stage.TLS, closed);
            return;
        }
        AddressGate.Verdict.Dial known = gate.known();
        if (known != null) {
            next.accept(known);
            return;
        }
        gate.ask()
                .onComplete(answer -> context.emit(answer.result(), verdict -> {
                    switch (verdict) {
                        case AddressGate.Verdict.Dial dial -> next.accept(dial);
                        case AddressGate.Verdict.Denied denied ->
                            refused.accept(UpstreamReply.Stage.ADDRESS, denied.why());
                        case AddressGate.Verdict.Unresolved _ ->
                            refused.accept(UpstreamReply.Stage.RESOLVE, "has a host name that is not found");
                    }
                }));
    }

    /** Nothing more is heard, and the connections are closed. To be called on the context. */
    public void close() {
        over = true;
        if (stream != null) {
            stream.reset();
        }
        connections.close();
    }
}
