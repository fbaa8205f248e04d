package dev.tollgate.control.tenant;

import dev.tollgate.control.publish.Change;

/** What else a tenant has from its first revision on; implemented where that is kept. */
public interface Founding {
    /** To be called within the tenant's first change. */
    void begin(Change change);
}
