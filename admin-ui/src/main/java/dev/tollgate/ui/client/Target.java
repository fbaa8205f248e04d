package dev.tollgate.ui.client;

import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.VirtualKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a tool group can be attached to: a key or a subject. Two are equal that point at the same thing.
 *
 * @param ref as {@code key:<id>} or {@code team:<uuid>}
 * @param kind {@code key}, or the kind of the subject
 */
public record Target(String ref, String kind, String name) {
    private static final String KEY = "key";
    private static final String OF_KEYS = "keys ";

    /** Looks up what it is called; what is gone is called by its ref. */
    public static Target read(TollgateApi api, String ref) {
        try {
            return ref.startsWith(KEY + ":") ? of(api.key(ref.substring(KEY.length() + 1))) : of(api.subject(ref));
        } catch (ApiProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return unread(ref);
        }
    }

    /** One whose name is not looked up. */
    public static Target unread(String ref) {
        return new Target(ref, ref.substring(0, ref.indexOf(':')), ref.substring(ref.indexOf(':') + 1));
    }

    /** One page of all that can be attached to: subjects first, then the keys that are accepted. */
    public static Page<Target> page(TollgateApi api, @Nullable String search, int limit, @Nullable String cursor) {
        if (cursor != null && cursor.startsWith(OF_KEYS)) {
            return keys(api, search, limit, cursor.substring(OF_KEYS.length()));
        }
        Page<Subject> subjects = api.subjects(null, null, search, limit, cursor);
        List<Target> rows = subjects.items().stream().map(Target::of).toList();
        if (subjects.nextCursor() != null) {
            return new Page<>(rows, subjects.nextCursor());
        }
        return rows.isEmpty() ? keys(api, search, limit, "") : new Page<>(rows, OF_KEYS);
    }

    private static Page<Target> keys(TollgateApi api, @Nullable String search, int limit, String cursor) {
        Page<VirtualKey> keys =
                api.keys(search, VirtualKey.State.ACTIVE, null, null, null, limit, cursor.isEmpty() ? null : cursor);
        return new Page<>(
                keys.items().stream().map(Target::of).toList(),
                keys.nextCursor() == null ? null : OF_KEYS + keys.nextCursor());
    }

    private static Target of(Subject subject) {
        return new Target(subject.ref(), subject.kind(), subject.name());
    }

    private static Target of(VirtualKey key) {
        return new Target(KEY + ":" + key.id(), KEY, key.name());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && target.ref.equals(ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
