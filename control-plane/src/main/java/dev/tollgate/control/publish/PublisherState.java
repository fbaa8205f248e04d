package dev.tollgate.control.publish;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How publishing stands, for health and metrics. */
@ApplicationScoped
class PublisherState {
    private volatile Role role = Role.IDLE;
    private volatile @Nullable String failure;

    void leading() {
        role = Role.PUBLISHING;
        failure = null;
    }

    void following() {
        role = Role.STANDBY;
        failure = null;
    }

    /** Whether it was failing already. */
    boolean failed(Exception e) {
        boolean before = role == Role.FAILING;
        role = Role.FAILING;
        failure = e.getClass().getSimpleName();
        return before;
    }

    Role role() {
        return role;
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** What this replica does about publishing. */
    enum Role {
        /** No Kafka is configured, or it has not begun. */
        IDLE,
        PUBLISHING,
        /** Another replica publishes. */
        STANDBY,
        FAILING
    }
}
