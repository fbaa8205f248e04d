package dev.tollgate.model.access;

import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.id.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a key comes by tools.
 *
 * @param group the tool group that holds the grant; absent if it is the key's own
 * @param toolMode how the group shows its tools; absent if there is no group or it does not say
 * @param through the subject that the group is attached to; absent if it is attached to the key itself
 */
public record Binding(
        Grant grant,
        @Nullable GroupId group,
        @Nullable ToolMode toolMode,
        @Nullable SubjectRef through) {}
