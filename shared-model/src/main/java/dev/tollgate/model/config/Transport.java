package dev.tollgate.model.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.regex.Pattern;

/** How an upstream MCP server is reached. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Transport.StreamableHttp.class, name = "streamable-http"),
    @JsonSubTypes.Type(value = Transport.Stdio.class, name = "stdio")
})
public sealed interface Transport {
    /** MCP's Streamable HTTP: an absolute http or https URL without user information or fragment. */
    record StreamableHttp(URI url) implements Transport {
        private static final int URL_CHARS_MAX = 2048;

        public StreamableHttp {
            String scheme = url.getScheme();
            if (!"http".equals(scheme) && !"https".equals(scheme) || url.getHost() == null) {
                throw new IllegalArgumentException("an upstream URL is absolute and begins with http:// or https://");
            }
            if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
                throw new IllegalArgumentException("an upstream URL carries no user name, password or fragment");
            }
            if (url.toString().length() > URL_CHARS_MAX) {
                throw new IllegalArgumentException("an upstream URL has at most " + URL_CHARS_MAX + " characters");
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
