package dev.tollgate.gateway.edge.resource;

import dev.tollgate.model.net.Cidr;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses under which agents know the gateways of a region, whatever stands before them. What a request says of its
 * address chooses among them and makes no other; so neither a Host header nor a proxy's word can have a token accepted that
 * is for somebody else, or send a person to sign in for it.
 *
 * @param bases without the path of what is there, the first for whoever comes under none of them; empty where people cannot
 *     sign in
 * @param proxies networks whose forwarded headers are believed
 */
public record PublicUrls(List<String> bases, List<Cidr> proxies) {
    public static final int BASES_MAX = 16;
    public static final String RESOURCE_PATH = "/mcp";
    public static final String METADATA_PATH = "/.well-known/oauth-protected-resource";

    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence FORWARDED_PREFIX = HttpHeaders.createOptimized("x-forwarded-prefix");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public PublicUrls {
        bases = bases.stream().map(PublicUrls::base).toList();
        proxies = List.copyOf(proxies);
        if (bases.size() > BASES_MAX) {
            throw new IllegalArgumentException("a gateway is known under at most " + BASES_MAX + " addresses");
        }
    }

    private static String base(String text) {
        URI url = URI.create(text);
        boolean usable = ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
        String normal = usable ? normal(text) : null;
        if (normal == null) {
            throw new IllegalArgumentException("a public address is http(s)://host[:port][/path], not " + text);
        }
        return normal;
    }

    /** Whether people can sign in. */
    public boolean isKnown() {
        return !bases.isEmpty();
    }

    /** What tokens must be for (RFC 8707): any of these. */
    public Set<String> resources() {
        return bases.stream().map(base -> base + RESOURCE_PATH).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address that a request came to, as its sender knows it; to be called where there is one.
     *
     * @param source of its connection
     */
    public String of(MultiMap headers, Supplier<Optional<InetAddress>> source) {
        if (bases.size() == 1) {
            return bases.getFirst();
        }
        String claimed = claimed(headers, source);
        return claimed != null && bases.contains(claimed) ? claimed : bases.getFirst();
    }

    private @Nullable String claimed(MultiMap headers, Supplier<Optional<InetAddress>> source) {
        String scheme = headers.get(FORWARDED_PROTO);
        String host = headers.get(FORWARDED_HOST);
        if (host == null || scheme == null || !isProxy(source.get())) {
            return normal("http://" + headers.get(HttpHeaders.HOST));
        }
        String prefix = headers.get(FORWARDED_PREFIX);
        return normal(scheme + "://" + host + (prefix == null ? "" : prefix));
    }

    private boolean isProxy(Optional<InetAddress> source) {
        return source.filter(address -> proxies.stream().anyMatch(network -> network.contains(address)))
                .isPresent();
    }

    /**
     * Whether a URL is that of a path here, under any address; its query does not count (RFC 9449, section 4.3).
     *
     * @param url from a client; untrusted
     */
    public boolean isAt(String url, String path) {
        String normal = normal(url);
        return normal != null && bases.stream().anyMatch(base -> normal.equals(base + path));
    }

    /** Scheme and host in lower case, without a port that goes without saying, a slash at the end, query and fragment. */
    private static @Nullable String normal(String text) {
        try {
            URI url = URI.create(text);
            if (url.getScheme() == null || url.getHost() == null) {
                return null;
            }
            String scheme = url.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
            String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
            String path = url.getRawPath() == null ? "" : url.getRawPath();
            String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + trimmed;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where the metadata of what is under an address is found (RFC 9728, section 3.1). */
    static String metadataUrl(String base) {
        URI url = URI.create(base);
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        return origin + METADATA_PATH + url.getRawPath() + RESOURCE_PATH;
    }
}
