package dev.tollgate.control.server;

import dev.tollgate.control.publish.Change;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import org.jspecify.annotations.Nullable;

/** What a server needs to know of its credential; implemented where credentials are. */
public interface ServerCredentials {
    /** As it is to be published within the change that is under way; null if the server has none. */
    @Nullable
    SealedCredential sealed(TenantId tenant, ServerId server);

    /** How each person reaches it, as it is to be published; null if there is one way for everybody. */
    @Nullable
    PersonalAccess personal(ServerId server);

    boolean has(ServerId server);

    /** Goes with its server, within the change that deletes it. */
    void forget(ServerId server, Change change);
}
