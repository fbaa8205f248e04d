package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.model.access.SubjectChain;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a key is told of itself.
 *
 * @param key absent for someone who signed in, as its name is
 * @param environment its name
 * @param owner whom it was issued to; absent if that is not published
 * @param chain the subjects that count for it, nearest first
 * @param groups the tool groups that count for it, by name
 * @param left of what it may have at once at this gateway
 * @param revision of the configuration that says all this
 */
record Me(
        @Nullable KeyId key,
        @Nullable String name,
        @Nullable String environment,
        @Nullable Subject owner,
        List<Subject> chain,
        @Nullable Instant expiresAt,
        List<String> groups,
        Tools tools,
        Left left,
        long revision) {
    static final int NAMES_MAX = 1_000;

    /**
     * @param kind such as {@code team}
     */
    record Subject(String kind, String id, String name) {
        static Subject of(SubjectConfig subject) {
            return new Subject(subject.ref().kind().text(), subject.ref().id(), subject.name());
        }
    }

    /**
     * @param count of all
     * @param names so many at most of those after the one that was asked for
     * @param next to be asked for, if there are more
     */
    record Tools(int count, List<String> names, @Nullable String next) {}

    /** What it may have under way at once at the gateway that answers; each gateway counts for itself. */
    record Left(Share concurrentCalls, Share openStreams) {}

    /**
     * @param max that may be had at once
     * @param left how many more could be begun now
     */
    record Share(int max, int left) {}

    /**
     * @param after the last name that is known already; empty for the first ones
     */
    static Me of(TenantSnapshot snapshot, VirtualKeyConfig key, Left left, String after) {
        EnvironmentConfig environment = snapshot.environment(key.environment());
        List<SubjectConfig> chain = SubjectChain.of(key, snapshot.subjects()).subjects();
        SubjectRef owner = key.owner();
        boolean issued = snapshot.key(key.id()) != null;
        return new Me(
                issued ? key.id() : null,
                issued ? key.name() : null,
                environment == null ? null : environment.name().value(),
                chain.stream()
                        .filter(subject -> subject.ref().equals(owner))
                        .map(Subject::of)
                        .findFirst()
                        .orElse(null),
                chain.stream().map(Subject::of).toList(),
                key.expiresAt(),
                groups(snapshot, key, chain),
                tools(KeyView.of(snapshot, key), after),
                left,
                snapshot.revision());
    }

    private static List<String> groups(TenantSnapshot snapshot, VirtualKeyConfig key, List<SubjectConfig> chain) {
        Stream<GroupId> attached = Stream.concat(
                key.groups().stream(), chain.stream().map(SubjectConfig::groups).flatMap(Collection::stream));
        return attached.distinct()
                .map(id -> snapshot.groups().get(id))
                .filter(Objects::nonNull)
                .map(ToolGroupConfig::name)
                .sorted()
                .map(Object::toString)
                .toList();
    }

    private static Tools tools(KeyView view, String after) {
        List<String> names = new ArrayList<>(view.namesAfter(after, NAMES_MAX + 1));
        if (names.size() <= NAMES_MAX) {
            return new Tools(view.size(), names, null);
        }
        names.removeLast();
        return new Tools(view.size(), names, names.getLast());
    }
}
