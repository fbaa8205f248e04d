package dev.tollgate.control.tenant;

import dev.tollgate.model.id.Slug;

/** The identity provider's side of a tenant. */
interface OrganizationDirectory {
    /**
     * The id of the organization with this alias, created if there is none yet.
     *
     * @param name for people
     * @throws dev.tollgate.control.web.Refused if the identity provider is away
     */
    String ensure(Slug alias, String name);
}
