package dev.tollgate.control.users;

import dev.tollgate.control.publish.Change;

/** What has to go with a person who leaves or is deactivated; implemented where it is kept. */
public interface EndedPeople {
    /**
     * As a part of the change that ends them.
     *
     * @param identity the identity provider's id
     */
    void ended(String identity, Change change);
}
