package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an upstream MCP server is reached. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Transport.StreamableHttp.class, name = "streamable-http"),
    @JsonSubTypes.Type(value = Transport.Sse.class, name = "sse"),
    @JsonSubTypes.Type(value = Transport.Stdio.class, name = "stdio"),
    @JsonSubTypes.Type(value = Transport.OpenApi.class, name = "openapi")
})
public sealed interface Transport {
    /** MCP's Streamable HTTP: an absolute http or https URL without user information or fragment. */
    record StreamableHttp(URI url) implements Transport {
        public StreamableHttp {
            checkUrl(url);
        }
    }

    /** MCP's HTTP with SSE, of revision 2024-11-05: the URL of the stream, in the same form. */
    record Sse(URI url) implements Transport {
        public Sse {
            checkUrl(url);
        }
    }

    private static void checkUrl(URI url) {
        int charsMax = 2048;
        String scheme = url.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme) || url.getHost() == null) {
            throw new IllegalArgumentException("an upstream URL is absolute and begins with http:// or https://");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("an upstream URL carries no user name, password or fragment");
        }
        if (url.toString().length() > charsMax) {
            throw new IllegalArgumentException("an upstream URL has at most " + charsMax + " characters");
        }
    }

    /**
     * A service that an OpenAPI document describes: its operations are the tools.
     *
     * @param document where the document is read, a URL in the same form
     * @param baseUrl where the operations are called, without a query; absent to take what the document says
     */
    record OpenApi(URI document, @Nullable URI baseUrl) implements Transport {
        public OpenApi {
            checkUrl(document);
            if (baseUrl != null) {
                checkUrl(baseUrl);
                if (baseUrl.getRawQuery() != null) {
                    throw new IllegalArgumentException("a base URL carries no query");
                }
            }
        }
    }

    /** A process on the gateway's host. The tenant names a command that the operator allows; it never writes one. */
    record Stdio(String command) implements Transport {
        private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

        public Stdio {
            if (!FORM.matcher(command).matches()) {
                throw new IllegalArgumentException("a command's name is 1 to 63 characters of a-z, 0-9 and -");
            }
        }
    }
}
