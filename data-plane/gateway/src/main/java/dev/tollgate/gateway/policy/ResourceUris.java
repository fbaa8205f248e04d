package dev.tollgate.gateway.policy;

import java.util.regex.Pattern;

/** What patterns over resources' addresses must know of addresses. */
final class ResourceUris {
    /** A segment of dots between slashes of either kind, each character plain or percent-encoded, perhaps more than once. */
    private static final Pattern DOT_SEGMENT = Pattern.compile(
            "(?i)(?:[/\\\\]|%(?:25)*(?:2f|5c))(?:\\.|%(?:25)*2e){1,2}(?:$|[/\\\\?#]|%(?:25)*(?:2f|5c))");

    private ResourceUris() {}

    /** Whether the address may lead elsewhere than it spells. */
    static boolean wanders(String uri) {
        return DOT_SEGMENT.matcher(uri).find();
    }
}
