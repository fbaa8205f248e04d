package dev.tollgate.model.api;

import java.net.URI;

/**
 * Where a tenant's own identity provider sends people back to.
 *
 * @param redirectUri that the provider must allow for the client that Tollgate is there; known before any provider is
 *     linked, and the same for each
 */
public record RedirectUri(URI redirectUri) {}
