package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.CallRule;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code prompts/get}, {@code resources/read} and {@code completion/complete}: found, ruled, and on to their server. */
final class OfferCalls {
    private static final long UNDECIDED_RETRY_MILLIS = 1_000;
    private static final Members.Wanted URI = Members.Wanted.of("uri");
    private static final Members.Wanted COMPLETION = Members.Wanted.of("ref");
    private static final Members.Wanted REFERENCE = Members.Wanted.of("type", "name", "uri");

    private final OfferFinder finder;
    private final Forwarding forwarding;
    private final CallMeter meter;
    private final EdgeMetrics metrics;

    OfferCalls(OfferFinder finder, Forwarding forwarding, CallMeter meter, EdgeMetrics metrics) {
        this.finder = finder;
        this.forwarding = forwarding;
        this.meter = meter;
        this.metrics = metrics;
    }

    /**
     * What is asked for, and how that is said to its server.
     *
     * @param nameAt where the name stands that the server knows otherwise; absent if it is known by the same everywhere
     */
    private record Wish(
            Asked asked,
            Attempt attempt,
            @Nullable Traceparent trace,
            String name,
            @Nullable Span nameAt) {}

    void prompt(Asked asked) throws MalformedJson {
        RpcMessage message = asked.message();
        Span arguments = message.arguments();
        String name = message.string(message.name());
        if (name == null || arguments != null && !message.isObject(arguments)) {
            invalid(
                    asked,
                    name,
                    "prompts/get needs params.name, a string, and params.arguments, if any, as an object.");
            return;
        }
        Wish wish = wish(asked, name, message.name());
        if (forwarding.serves(asked, wish.attempt, name)) {
            OfferView view = forwarding.offers(asked);
            finder.prompt(
                    view,
                    name,
                    found -> send(
                            wish, view, found, asked.ruled(wish.attempt), Fault.INVALID_PARAMS, "Unknown prompt: "),
                    server -> undecided(wish, server));
        }
    }

    void resource(Asked asked) throws MalformedJson {
        RpcMessage message = asked.message();
        Span params = message.params();
        String uri = params == null
                ? null
                : message.string(Members.read(message.bytes(), params, URI).get(0));
        if (uri == null) {
            invalid(asked, null, "resources/read needs params.uri, a string.");
            return;
        }
        Wish wish = wish(asked, uri, null);
        if (forwarding.serves(asked, wish.attempt, uri)) {
            OfferView view = forwarding.offers(asked);
            finder.resource(
                    view,
                    uri,
                    found -> send(
                            wish,
                            view,
                            found,
                            ruled(wish, "uri", uri),
                            Fault.NO_SUCH_RESOURCE,
                            "Resource not found: "));
        }
    }

    void completion(Asked asked) throws MalformedJson {
        RpcMessage message = asked.message();
        byte[] bytes = message.bytes();
        Span params = message.params();
        Span ref =
                params == null ? null : Members.read(bytes, params, COMPLETION).get(0);
        Members reference = ref == null || !message.isObject(ref) ? null : Members.read(bytes, ref, REFERENCE);
        String type = reference == null ? null : message.string(reference.get(0));
        boolean ofPrompt = "ref/prompt".equals(type);
        Span at = reference == null ? null : reference.get(ofPrompt ? 1 : 2);
        String name = message.string(at);
        if (name == null || !ofPrompt && !"ref/resource".equals(type)) {
            invalid(
                    asked,
                    null,
                    "completion/complete needs params.ref: a prompt by type \"ref/prompt\" and name, or a resource by"
                            + " type \"ref/resource\" and uri.");
            return;
        }
        Wish wish = wish(asked, name, ofPrompt ? at : null);
        if (!forwarding.serves(asked, wish.attempt, name)) {
            return;
        }
        OfferView view = forwarding.offers(asked);
        if (ofPrompt) {
            finder.prompt(
                    view,
                    name,
                    found -> send(
                            wish, view, found, ruled(wish, "name", name), Fault.INVALID_PARAMS, "Unknown prompt: "),
                    server -> undecided(wish, server));
        } else {
            finder.template(
                    view,
                    name,
                    found -> send(
                            wish, view, found, ruled(wish, "uri", name), Fault.INVALID_PARAMS, "Unknown resource: "));
        }
    }

    private static Wish wish(Asked asked, String name, @Nullable Span nameAt) {
        Traceparent trace = asked.trace();
        return new Wish(asked, asked.attempt(trace), trace, name, nameAt);
    }

    private void invalid(Asked asked, @Nullable String name, String words) {
        Attempt attempt = asked.attempt(asked.trace());
        meter.refused(attempt, name, RefusalReason.INVALID_REQUEST);
        asked.fault(attempt, Fault.INVALID_PARAMS, words);
    }

    /** What conditions see of a request that has one argument. */
    private static CallRule.Call ruled(Wish wish, String argument, String value) {
        JsonBytes arguments = new JsonBytes(value.length() + 16).append('{');
        return wish.asked.ruled(
                wish.attempt,
                arguments.quoted(argument).append(':').quoted(value).append('}').toBytes());
    }

    private void send(
            Wish wish,
            OfferView view,
            Optional<OfferFinder.Found> found,
            CallRule.Call ruled,
            Fault unknown,
            String unknownWords) {
        if (found.isEmpty()) {
            meter.refused(wish.attempt, wish.name, RefusalReason.UNKNOWN_TOOL);
            wish.asked.answer(wish.attempt, unknown(wish, unknown, unknownWords));
            return;
        }
        OfferFinder.Found it = found.get();
        Target target = new Target(it.server(), it.name(), null);
        CallRule.Refusal refusal = view.refusal(it.access(), it.server(), it.name(), ruled, metrics);
        if (refusal != null) {
            meter.refused(wish.attempt, target, refusal.reason());
            wish.asked.fault(wish.attempt, Fault.INVALID_PARAMS, refusal.words());
            return;
        }
        JsonEdit params = wish.asked.message().paramsEdit();
        if (wish.nameAt != null) {
            params.replace(wish.nameAt, JsonText.quote(it.name()));
        }
        String named = wish.asked.method().equals("completion/complete") ? null : it.name();
        forwarding.send(wish.asked, wish.attempt, target, params, named, wish.trace, Map.of());
    }

    private void undecided(Wish wish, ServerConfig first) {
        meter.refused(wish.attempt, new Target(first, wish.name, null), RefusalReason.UPSTREAM_UNAVAILABLE);
        wish.asked.notNow(
                wish.attempt,
                "The server " + first.name() + " did not say in time whether this prompt is its own, and of several"
                        + " servers it comes first. Try again later, or name the server that you mean by "
                        + Headers.INCLUDE_SERVERS + ".",
                UNDECIDED_RETRY_MILLIS);
    }

    private static Answer unknown(Wish wish, Fault fault, String words) {
        String shown = Asked.shown(wish.name);
        String data = fault == Fault.NO_SUCH_RESOURCE
                ? "{\"uri\":" + new String(JsonText.quote(shown), StandardCharsets.UTF_8) + "}"
                : null;
        return Faults.of(wish.asked.message(), wish.asked.era(), fault, words + shown, data);
    }
}
