package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream says it can do; untrusted.
 *
 * @param resourceSubscribe whether it tells of changes to single resources
 * @param logging whether it sends log messages at a level that its client sets
 */
public record UpstreamCapabilities(
        boolean tools,
        boolean prompts,
        boolean resources,
        boolean resourceSubscribe,
        boolean completions,
        boolean logging) {
    public static final UpstreamCapabilities NONE = new UpstreamCapabilities(false, false, false, false, false, false);

    private static final Members.Wanted WANTED =
            Members.Wanted.of("tools", "prompts", "resources", "completions", "logging");
    private static final Members.Wanted OF_RESOURCES = Members.Wanted.of("subscribe");

    /** As an upstream's {@code capabilities} say; none if there is no such object. */
    static UpstreamCapabilities read(byte[] bytes, @Nullable Span span) throws MalformedJson {
        if (span == null || bytes[span.start()] != '{') {
            return NONE;
        }
        Members members = Members.read(bytes, span, WANTED);
        Span resources = members.get(2);
        return new UpstreamCapabilities(
                has(bytes, members.get(0)),
                has(bytes, members.get(1)),
                has(bytes, resources),
                resources != null && bytes[resources.start()] == '{' && subscribes(bytes, resources),
                has(bytes, members.get(3)),
                has(bytes, members.get(4)));
    }

    private static boolean has(byte[] bytes, @Nullable Span capability) {
        return capability != null && bytes[capability.start()] == '{';
    }

    private static boolean subscribes(byte[] bytes, Span resources) throws MalformedJson {
        Span subscribe = Members.read(bytes, resources, OF_RESOURCES).get(0);
        return subscribe != null && bytes[subscribe.start()] == 't';
    }
}
