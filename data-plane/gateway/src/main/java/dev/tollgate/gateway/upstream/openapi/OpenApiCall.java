package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.Cancellation;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.openapi.Binding;
import dev.tollgate.openapi.BoundTool;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.impl.ContextInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of a service, from its admission to its end, on one event loop. */
final class OpenApiCall implements Cancellation {
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int SERVER_ERROR = 500;
    private static final int ANSWER_BYTES_MAX = 16 << 20;
    private static final Duration UNKNOWN_TOOL_LOOKED_FOR_AGAIN = Duration.ofSeconds(5);
    private static final Members.Wanted ARGUMENTS = Members.Wanted.of("arguments");
    private static final byte[] NO_ARGUMENTS = "{}".getBytes(StandardCharsets.UTF_8);

    private final OpenApiService service;
    private final ContextInternal context;
    private final UpstreamCall call;
    private final UpstreamListener listener;
    private final ScheduledFuture<?> deadline;
    private @Nullable WebExchange exchange;
    private boolean over;

    private OpenApiCall(OpenApiService service, ContextInternal context, UpstreamCall call, UpstreamListener listener) {
        this.service = service;
        this.context = context;
        this.call = call;
        this.listener = listener;
        this.deadline = context.nettyEventLoop().schedule(this::timeOut, call.timeoutMillis(), TimeUnit.MILLISECONDS);
    }

    static Cancellation begin(
            OpenApiService service, ContextInternal context, UpstreamCall call, UpstreamListener listener) {
        if (!service.enter()) {
            UpstreamReply refusal = new UpstreamReply.Failure(
                    UpstreamReply.Kind.OVERLOADED,
                    "The server " + service.serverName() + " has as many calls under way as it may have.",
                    0);
            context.runOnContext(nothing -> listener.reply(refusal));
            return () -> {};
        }
        OpenApiCall one = new OpenApiCall(service, context, call, listener);
        // In a later turn of the event loop, so that the caller has its cancellation in hand by then.
        context.runOnContext(nothing -> one.dispatch());
        return one;
    }

    private void dispatch() {
        switch (call.method()) {
            case "tools/list" ->
                whenRead(service.source().read(context), document -> {
                    service.health().answered();
                    result(document.list());
                });
            case "tools/call" -> whenRead(service.source().current(context), this::call);
            case "ping" -> whenRead(service.source().current(context), document -> result(Buffer.buffer("{}")));
            default ->
                reply(new UpstreamReply.Error(Buffer.buffer(
                        RpcSplice.errorObject(METHOD_NOT_FOUND, "an OpenAPI service has tools only", null))));
        }
    }

    private void whenRead(Future<Reading> reading, Consumer<Document> then) {
        reading.onComplete(read -> context.emit(read.result(), told -> {
            if (over) {
                return;
            }
            switch (told) {
                case Reading.Read document -> then.accept(document.document());
                case Reading.Failed failed -> fail(failed.failure());
            }
        }));
    }

    private void call(Document document) {
        BoundTool tool = document.tool(call.name());
        if (tool != null) {
            bind(tool, document);
        } else if (DocumentSource.isOlderThan(document, UNKNOWN_TOOL_LOOKED_FOR_AGAIN)) {
            whenRead(service.source().read(context), this::callIfKnown);
        } else {
            callIfKnown(document);
        }
    }

    private void callIfKnown(Document document) {
        BoundTool tool = document.tool(call.name());
        if (tool != null) {
            bind(tool, document);
        } else {
            byte[] error = RpcSplice.errorObject(INVALID_PARAMS, "the document has no such operation any more", null);
            reply(new UpstreamReply.Error(Buffer.buffer(error)));
        }
    }

    /** Off the event loop, for a schema may be large and is compiled when it is first needed. */
    private void bind(BoundTool tool, Document document) {
        byte[] arguments = arguments();
        context.executeBlocking(() -> tool.bind(arguments), false).onComplete(bound -> {
            if (over) {
                return;
            }
            if (bound.failed()) {
                fail(new WebReply.Failed(
                        UpstreamReply.Kind.BROKEN,
                        UpstreamReply.Stage.CALL,
                        "has an operation that arguments cannot be written for"));
                return;
            }
            switch (bound.result()) {
                case Binding.Misfit misfit -> reply(ToolResults.error(misfit.message()));
                case Binding.Request request -> send(tool, document, request);
            }
        });
    }

    private byte[] arguments() {
        byte[] params = call.params().getBytes();
        try {
            Span span = Members.read(new JsonReader(params), ARGUMENTS).get(0);
            return span == null ? NO_ARGUMENTS : span.of(params);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("a call's params are a JSON object", e);
        }
    }

    private void send(BoundTool tool, Document document, Binding.Request request) {
        List<Binding.Header> headers = new ArrayList<>();
        call.forwardedHeaders().forEach((name, value) -> headers.add(new Binding.Header(name, value)));
        // What the operation itself says counts.
        headers.addAll(request.headers());
        if (call.traceparent() != null) {
            headers.add(new Binding.Header("traceparent", call.traceparent()));
        }
        WebRequest sent = new WebRequest(
                request.method(),
                request.target(),
                headers,
                request.body(),
                request.mediaType(),
                "application/json, */*;q=0.5",
                ANSWER_BYTES_MAX);
        exchange = service.site(document).send(context, sent, reply -> {
            switch (reply) {
                case WebReply.Answered answered -> answered(tool, answered);
                case WebReply.Failed failed -> fail(failed);
            }
        });
    }

    /** An error of the service is the tool's; but a service that can do nothing else is not well. */
    private void answered(BoundTool tool, WebReply.Answered answered) {
        if (answered.status() >= SERVER_ERROR) {
            service.health().failing(answered.status());
        } else {
            service.health().answered();
        }
        reply(ToolResults.of(tool.tool(), answered));
    }

    private void result(Buffer result) {
        reply(new UpstreamReply.Result(result, false, null));
    }

    private void fail(WebReply.Failed failed) {
        UpstreamReply.Failure failure = new UpstreamReply.Failure(
                failed.kind(),
                failed.stage(),
                "The server " + service.serverName() + " " + failed.why() + ".",
                failed.retryAfterMillis(),
                failed.httpStatus());
        if (!failed.isHeldBack()) {
            service.health().failed(failure);
        }
        reply(failure);
    }

    private void reply(UpstreamReply reply) {
        if (end()) {
            listener.reply(reply);
        }
    }

    private void timeOut() {
        context.emit(null, nothing -> {
            if (end()) {
                abandon();
                UpstreamReply.Failure failure = new UpstreamReply.Failure(
                        UpstreamReply.Kind.TIMEOUT,
                        "The server " + service.serverName() + " did not answer within " + call.timeoutMillis()
                                + " ms.",
                        0);
                service.health().failed(failure);
                listener.reply(failure);
            }
        });
    }

    @Override
    public void cancel() {
        if (end()) {
            abandon();
        }
    }

    private void abandon() {
        if (exchange != null) {
            exchange.abort();
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        deadline.cancel(false);
        service.leave();
        return true;
    }
}
