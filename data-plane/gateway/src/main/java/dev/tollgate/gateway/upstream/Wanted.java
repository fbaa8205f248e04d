package dev.tollgate.gateway.upstream;

import java.util.Set;

/**
 * What somebody wants to hear of an upstream outside calls.
 *
 * @param resourceUris resources whose changes are of interest, as the upstream names them
 * @param taskIds tasks whose changes are, as the upstream names them; only the modern era tells of them
 */
public record Wanted(
        boolean toolsChanged,
        boolean promptsChanged,
        boolean resourcesChanged,
        Set<String> resourceUris,
        Set<String> taskIds) {
    public static final Wanted NOTHING = new Wanted(false, false, false, Set.of());

    /** Of one listener, and of all listeners to one upstream together. */
    public static final int RESOURCE_URIS_MAX = 1_000;

    /** Of one listener, and of all listeners to one upstream together. */
    public static final int TASK_IDS_MAX = 1_000;

    public Wanted {
        resourceUris = Set.copyOf(resourceUris);
        taskIds = Set.copyOf(taskIds);
        if (taskIds.size() > TASK_IDS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + TASK_IDS_MAX + " tasks can be listened to, not " + taskIds.size());
        }
        if (resourceUris.size() > RESOURCE_URIS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + RESOURCE_URIS_MAX + " resources can be listened to, not " + resourceUris.size());
        }
    }

    /** Without a task. */
    public Wanted(boolean toolsChanged, boolean promptsChanged, boolean resourcesChanged, Set<String> resourceUris) {
        this(toolsChanged, promptsChanged, resourcesChanged, resourceUris, Set.of());
    }
}
