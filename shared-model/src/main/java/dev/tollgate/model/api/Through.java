package dev.tollgate.model.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a key comes by a tool.
 *
 * @param tools the pattern that matches it
 * @param when the condition under which it may be called; absent if always
 * @param groupId the tool group that holds the pattern; absent if it is the key's own
 * @param subject whom the group is attached to, as {@code team:<uuid>}; absent if to the key itself
 */
public record Through(
        String tools,
        @Nullable String when,
        @Nullable UUID groupId,
        @Nullable String groupName,
        @Nullable String subject) {}
