package dev.tollgate.gateway.upstream;

import java.util.Set;

/**
 * What somebody wants to hear of an upstream outside calls.
 *
 * @param resourceUris resources whose changes are of interest, as the upstream names them
 */
public record Wanted(boolean toolsChanged, boolean promptsChanged, boolean resourcesChanged, Set<String> resourceUris) {
    public static final Wanted NOTHING = new Wanted(false, false, false, Set.of());

    /** Of one listener, and of all listeners to one upstream together. */
    public static final int RESOURCE_URIS_MAX = 1_000;

    public Wanted {
        resourceUris = Set.copyOf(resourceUris);
        if (resourceUris.size() > RESOURCE_URIS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + RESOURCE_URIS_MAX + " resources can be listened to, not " + resourceUris.size());
        }
    }
}
