package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonArrays;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body as messages, finds the era of each and hands it to its method. */
final class Dispatch {
    private final ScopeGate scopes;
    private final Methods methods;
    private final Listens listens;
    private final SessionMethods sessionMethods;
    private final ClientAnswers answers;
    private final Handshakes handshakes;
    private final EdgeMetrics metrics;

    Dispatch(
            ScopeGate scopes,
            Methods methods,
            Listens listens,
            SessionMethods sessionMethods,
            ClientAnswers answers,
            Handshakes handshakes,
            EdgeMetrics metrics) {
        this.scopes = scopes;
        this.methods = methods;
        this.listens = listens;
        this.sessionMethods = sessionMethods;
        this.answers = answers;
        this.handshakes = handshakes;
        this.metrics = metrics;
    }

    void accept(Caller caller, byte[] body, Reply reply) {
        try {
            JsonReader reader = new JsonReader(body);
            if (reader.peek() == '[') {
                batch(caller, body, reader, reply);
            } else {
                message(caller, RpcMessage.scan(body), body.length, reply);
            }
        } catch (MalformedJson e) {
            reply.answer(notJson(e));
        }
    }

    private void batch(Caller caller, byte[] body, JsonReader reader, Reply reply) throws MalformedJson {
        String revision = caller.headers().get(Headers.PROTOCOL_VERSION);
        if (revision != null && !revision.equals(Era.BATCHING_REVISION)) {
            metrics.refused("batch");
            reply.answer(Faults.http(
                    Fault.INVALID_REQUEST, "Batches ended with revision 2025-03-26: send one message a request."));
            return;
        }
        List<Span> messages = JsonArrays.elements(reader, Bounds.BATCH_MESSAGES_MAX);
        reader.expectEnd();
        if (messages.isEmpty()) {
            reply.answer(Faults.http(Fault.INVALID_REQUEST, "A batch holds at least one message."));
            return;
        }
        BatchReply answers = new BatchReply(reply, messages.size());
        for (Span each : messages) {
            Reply place = answers.next();
            try {
                RpcMessage message = RpcMessage.scan(body, each.start(), each.end());
                batched(caller, message, each.length(), place);
            } catch (MalformedJson e) {
                place.answer(notJson(e));
            }
        }
    }

    private void batched(Caller caller, RpcMessage message, int bytes, Reply place) throws MalformedJson {
        if ("initialize".equals(message.method()) || ModernMeta.of(message).revision() != null) {
            place.answer(
                    Faults.of(message, Era.LEGACY, Fault.INVALID_REQUEST, "This message does not travel in a batch."));
        } else {
            message(caller, message, bytes, place);
        }
    }

    private Answer notJson(MalformedJson e) {
        metrics.refused("not-json");
        return Faults.http(Fault.NOT_JSON, "The body is not a JSON-RPC message: " + e.getMessage() + ".");
    }

    private void message(Caller caller, RpcMessage message, int bytes, Reply reply) throws MalformedJson {
        String method = message.method();
        if (method == null && message.isVersion2() && (message.result() != null || message.error() != null)) {
            answers.take(caller, message, reply);
        } else if (!message.isVersion2() || method == null || message.id() != null && !message.hasUsableId()) {
            metrics.refused("not-a-request");
            reply.answer(Faults.of(
                    message,
                    Era.LEGACY,
                    Fault.INVALID_REQUEST,
                    "A message is a JSON-RPC 2.0 request or notification: \"jsonrpc\":\"2.0\", a method, and for a"
                            + " request an id that is a string or an integer."));
        } else if (message.id() == null) {
            notification(caller, message, method);
            reply.answer(Answer.ACCEPTED);
        } else if (message.params() != null && !message.isObject(message.params())) {
            reply.answer(Faults.of(message, Era.LEGACY, Fault.INVALID_REQUEST, "params must be an object."));
        } else {
            request(caller, message, method, bytes, reply);
        }
    }

    /** It asks for nothing, and most say nothing that anybody here must know. */
    private void notification(Caller caller, RpcMessage message, String method) throws MalformedJson {
        if (method.equals("notifications/cancelled")) {
            sessionMethods.cancelled(caller, message);
        }
    }

    private void request(Caller caller, RpcMessage message, String method, int bytes, Reply reply)
            throws MalformedJson {
        ModernMeta meta = ModernMeta.of(message);
        Era era = meta.revision() == null ? Era.LEGACY : Era.MODERN;
        Answer refusal = EraCheck.refusal(caller.headers(), message, method, meta);
        if (refusal != null) {
            metrics.refused("era");
            reply.answer(refusal);
            return;
        }
        if (era == Era.LEGACY && caller.isOfNoSession() && !method.equals("initialize")) {
            metrics.refused("session");
            reply.answer(Faults.of(
                    message, era, Fault.NO_SUCH_SESSION, "This session is over, or never was: initialize again."));
        } else {
            take(new Asked(caller, message, era, meta, method, bytes, reply, false, Consent.UNKNOWN));
        }
    }

    private void take(Asked asked) throws MalformedJson {
        if (asked.caller().token() != null && scopes.refuses(asked)) {
            return;
        }
        boolean taken = methods.take(asked)
                || switch (asked.era()) {
                    case LEGACY -> sessionMethods.take(asked);
                    case MODERN -> listens.take(asked);
                };
        if (!taken) {
            asked.reply().answer(other(asked.caller(), asked.message(), asked.method(), asked.era()));
        }
    }

    private Answer other(Caller caller, RpcMessage message, String method, Era era) throws MalformedJson {
        Answer known = switch (era) {
            case LEGACY -> legacy(caller, message, method);
            case MODERN -> method.equals("server/discover") ? handshakes.discover(message) : null;
        };
        return known != null
                ? known
                : Faults.of(message, era, Fault.UNKNOWN_METHOD, "Tollgate does not know this method.");
    }

    private @Nullable Answer legacy(Caller caller, RpcMessage message, String method) throws MalformedJson {
        return switch (method) {
            case "initialize" -> handshakes.initialize(caller, message);
            case "ping" -> handshakes.ping(message);
            default -> null;
        };
    }
}
