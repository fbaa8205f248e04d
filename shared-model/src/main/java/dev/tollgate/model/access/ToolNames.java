package dev.tollgate.model.access;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.ToolId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The names under which the tools of one environment are exposed. They depend on nothing but the environment's servers
 * and tools, so every key of it, every gateway and every restart gives a tool the same name.
 */
public final class ToolNames {
    /** What model providers accept for a function's name. */
    public static final int EXPOSED_CHARS_MAX = 64;

    private static final String SEPARATOR = "__";
    private static final int SUFFIX_HEX_DIGITS = 8;

    private ToolNames() {}

    /** {@code <server>__<tool>}, what patterns are matched against. */
    public static String canonical(Slug server, String upstreamName) {
        return server + SEPARATOR + upstreamName;
    }

    /**
     * Assigns each tool its exposed name: at most 64 characters of {@code A-Z a-z 0-9 _ -}, unique in the environment.
     *
     * @param tools tools of these servers; one whose server is not among them is left out
     */
    public static Map<ToolId, String> assign(Map<ServerId, ServerConfig> servers, List<ToolConfig> tools) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> bareUses = new HashMap<>();
        for (ToolConfig tool : tools) {
            ServerConfig server = servers.get(tool.server());
            if (server != null) {
                candidates.add(new Candidate(tool, server));
                if (tool.alias() == null) {
                    bareUses.merge(acceptable(tool.name()), 1, Integer::sum);
                }
            }
        }
        // The order decides who keeps a contested name, so it must not depend on the order of arrival. A name that was
        // chosen goes before one that came about.
        candidates.sort(Comparator.comparing((Candidate c) -> c.tool().alias() == null)
                .thenComparing(Candidate::canonical)
                .thenComparing(c -> c.tool().id()));
        Map<ToolId, String> names = new HashMap<>();
        Map<String, ToolId> taken = new HashMap<>();
        for (Candidate candidate : candidates) {
            String wanted = wanted(candidate, bareUses);
            String name = taken.containsKey(wanted) ? suffixed(wanted, candidate.canonical()) : wanted;
            for (int attempt = 1; taken.containsKey(name); attempt++) {
                name = suffixed(wanted, candidate.canonical() + "#" + attempt);
            }
            taken.put(name, candidate.tool().id());
            names.put(candidate.tool().id(), name);
        }
        return names;
    }

    private static String wanted(Candidate candidate, Map<String, Integer> bareUses) {
        String alias = candidate.tool().alias();
        if (alias != null) {
            return alias;
        }
        String bare = acceptable(candidate.tool().name());
        boolean prefixed = switch (candidate.server().prefixMode()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case ON_COLLISION -> bareUses.getOrDefault(bare, 0) > 1;
        };
        String full = prefixed ? acceptable(candidate.canonical()) : bare;
        return full.length() <= EXPOSED_CHARS_MAX ? full : suffixed(full, candidate.canonical());
    }

    /** Shortened so that it ends in a hash of what it stands for, and is therefore the same each time. */
    private static String suffixed(String name, String hashed) {
        int keep = Math.min(name.length(), EXPOSED_CHARS_MAX - SUFFIX_HEX_DIGITS - 1);
        return name.substring(0, keep) + "_" + hash(hashed);
    }

    private static String acceptable(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean kept = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            text.append(kept ? c : '_');
        }
        return text.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SUFFIX_HEX_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Candidate(ToolConfig tool, ServerConfig server) {
        String canonical() {
            return ToolNames.canonical(server.name(), tool.name());
        }
    }
}
