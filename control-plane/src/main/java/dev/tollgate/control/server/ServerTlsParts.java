package dev.tollgate.control.server;

import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a server needs to know of its TLS; implemented where that is kept. */
public interface ServerTlsParts {
    /** As it is to be published within the change that is under way; null if the server has none of its own. */
    @Nullable
    SealedTls sealed(TenantId tenant, ServerId server);

    boolean has(ServerId server);

    /** Does something that dials the server from here, with what it is shown and trusted by. Not within a transaction. */
    <T> T during(ServerId server, Supplier<T> dialling);
}
