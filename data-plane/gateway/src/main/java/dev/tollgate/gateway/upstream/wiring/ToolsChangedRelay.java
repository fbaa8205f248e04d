package dev.tollgate.gateway.upstream.wiring;

import dev.tollgate.gateway.upstream.ToolsChanged;
import dev.tollgate.model.config.ServerConfig;
import jakarta.inject.Singleton;

/** Between the upstreams, which are made first, and who listens to them. */
@Singleton
public final class ToolsChangedRelay implements ToolsChanged {
    private volatile ToolsChanged listener = server -> {};

    public void to(ToolsChanged next) {
        listener = next;
    }

    @Override
    public void changed(ServerConfig server) {
        listener.changed(server);
    }
}
