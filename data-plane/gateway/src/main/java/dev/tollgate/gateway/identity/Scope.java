package dev.tollgate.gateway.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an access token may be for. A key has all of it. */
public enum Scope {
    /** To see what there is, and to read it. */
    READ("mcp:read"),
    /** To call tools. */
    CALL("mcp:call");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Those in a {@code scope} claim; others are for somebody else. */
    static Set<Scope> in(String claim) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : claim.split(" ", -1)) {
            for (Scope scope : values()) {
                if (scope.text.equals(word)) {
                    scopes.add(scope);
                }
            }
        }
        return Set.copyOf(scopes);
    }

    /** As a {@code scope} parameter has them. */
    public static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }

    /** All that a method needs. */
    public static Set<Scope> neededFor(String method) {
        return switch (method) {
            case "initialize", "ping", "server/discover" -> Set.of();
            case "tools/call" -> EnumSet.of(READ, CALL);
            default -> method.startsWith("tasks/") ? EnumSet.of(READ, CALL) : EnumSet.of(READ);
        };
    }
}
