package dev.tollgate.model.access;

import dev.tollgate.model.config.ToolPattern;
import java.util.List;

/**
 * What a request asks to see less of. Globs as in {@link ToolPattern}: servers by name, tools by
 * {@code <server>__<tool>} or by exposed name. An empty include list includes all; a filter can only narrow.
 */
public record RequestFilter(List<String> includeServers, List<String> includeTools, List<String> excludeTools) {
    public static final RequestFilter NONE = new RequestFilter(List.of(), List.of(), List.of());
    public static final int GLOBS_MAX = 100;
    private static final int GLOB_CHARS_MAX = 200;

    public RequestFilter {
        includeServers = checked(includeServers);
        includeTools = checked(includeTools);
        excludeTools = checked(excludeTools);
    }

    private static List<String> checked(List<String> globs) {
        if (globs.size() > GLOBS_MAX) {
            throw new IllegalArgumentException("a request header holds at most " + GLOBS_MAX + " patterns");
        }
        for (String glob : globs) {
            if (glob.length() > GLOB_CHARS_MAX) {
                throw new IllegalArgumentException(
                        "a pattern in a request header has at most " + GLOB_CHARS_MAX + " characters");
            }
        }
        return List.copyOf(globs);
    }

    public boolean isNone() {
        return includeServers.isEmpty() && includeTools.isEmpty() && excludeTools.isEmpty();
    }

    public boolean admitsServer(String name) {
        return includeServers.isEmpty() || anyMatches(includeServers, name);
    }

    public boolean admits(String serverName, String canonicalName, String exposedName) {
        return admitsServer(serverName)
                && (includeTools.isEmpty()
                        || anyMatches(includeTools, canonicalName)
                        || anyMatches(includeTools, exposedName))
                && !anyMatches(excludeTools, canonicalName)
                && !anyMatches(excludeTools, exposedName);
    }

    private static boolean anyMatches(List<String> globs, String text) {
        for (String glob : globs) {
            if (ToolPattern.matches(glob, text)) {
                return true;
            }
        }
        return false;
    }
}
