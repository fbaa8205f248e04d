package dev.tollgate.control.server;

import dev.tollgate.control.publish.Change;
import dev.tollgate.model.id.ServerId;

/** What prices do when a server comes, moves or goes; implemented where prices are. */
public interface ServerPrices {
    /** A server is new, or perhaps at another address. */
    void placed(ServerRow server, Change change);

    /** Forgets what prices a server that is being deleted had by itself; one that somebody set keeps it. */
    void forget(ServerId server, Change change);
}
