package dev.tollgate.listener;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names in a Host header that a listener answers to. A page can make a name of its own lead to any address, this one
 * among them, and would then be of one origin with what it finds here; so a name is believed only if it was told to us. An
 * address in numbers is nobody's name and needs no telling, and no page can make {@code localhost} its own.
 *
 * @param names in lower case, without a port, at most {@value #NAMES_MAX}
 */
public record Hosts(Set<String> names) {
    public static final int NAMES_MAX = 64;
    private static final String THIS_MACHINE = "localhost";

    public Hosts {
        names = Set.copyOf(names);
        if (names.size() > NAMES_MAX) {
            throw new IllegalArgumentException("a listener answers to at most " + NAMES_MAX + " names");
        }
        for (String name : names) {
            if (name.isBlank() || !name.equals(name.toLowerCase(Locale.ROOT)) || name.contains(":")) {
                throw new IllegalArgumentException("a host's name is in lower case and without a port, not " + name);
            }
        }
    }

    /**
     * @param names as an operator writes them
     * @param addresses under which others were told to come here
     */
    public static Hosts of(Collection<String> names, Collection<URI> addresses) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(name.trim().toLowerCase(Locale.ROOT)));
        for (URI address : addresses) {
            String host = address.getHost();
            if (host != null && !isLiteral(host)) {
                all.add(host.toLowerCase(Locale.ROOT));
            }
        }
        return new Hosts(all);
    }

    /**
     * @param host without its port; untrusted
     */
    public boolean admits(@Nullable String host) {
        return host != null && (names.contains(host) || isLiteral(host) || isNamed(host.toLowerCase(Locale.ROOT)));
    }

    private boolean isNamed(String lower) {
        return lower.equals(THIS_MACHINE) || names.contains(lower);
    }

    /** Digits and dots alone, or with a colon within brackets or without: browsers take neither for a name. */
    private static boolean isLiteral(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char each = host.charAt(i);
            if (each != '.' && (each < '0' || each > '9')) {
                return false;
            }
        }
        return !host.isEmpty();
    }
}
