package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.TlsKeys;
import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.model.config.ServerConfig;
import java.util.function.Function;

/** Tells what requests to a server carry, and how its connections are secured; asked when something is opened to it, not at each call. */
public interface Credentials {
    /** Where no server asks for any. */
    Credentials NONE = server -> UpstreamHeaders.NONE;

    UpstreamHeaders of(ServerConfig server);

    default UpstreamTls tls(ServerConfig server) {
        return UpstreamTls.PUBLIC;
    }

    /** As they are opened here. */
    static Credentials of(Function<ServerConfig, UpstreamHeaders> headers, TlsKeys keys) {
        return new Credentials() {
            @Override
            public UpstreamHeaders of(ServerConfig server) {
                return headers.apply(server);
            }

            @Override
            public UpstreamTls tls(ServerConfig server) {
                return keys.of(server);
            }
        };
    }
}
