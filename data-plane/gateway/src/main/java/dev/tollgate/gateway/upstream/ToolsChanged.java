package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;

/** Hears, on any thread, that an upstream says its tools have changed; untrusted, and as often as the upstream likes. */
@FunctionalInterface
public interface ToolsChanged {
    void changed(ServerConfig server);
}
