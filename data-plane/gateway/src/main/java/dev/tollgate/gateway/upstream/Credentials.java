package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.model.config.ServerConfig;

/** Tells what requests to a server carry; asked when something is opened to it, not at each call. */
public interface Credentials {
    /** Where no server asks for any. */
    Credentials NONE = server -> UpstreamHeaders.NONE;

    UpstreamHeaders of(ServerConfig server);
}
