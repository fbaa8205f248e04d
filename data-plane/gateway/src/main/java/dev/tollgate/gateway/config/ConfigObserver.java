package dev.tollgate.gateway.config;

import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigKey;
import java.util.Map;

/** Hears what became of the configuration that was read, on the thread that read it. */
interface ConfigObserver {
    /**
     * A revision is served now; or nothing of the tenant is, if the head says that it left.
     *
     * @param records all records of it, by their keys within the tenant
     * @param nanos from the head as it was read until calls are decided by its revision
     */
    void applied(ConfigHead head, Map<String, StagedRecord> records, long nanos);

    /** A tenant's next snapshot is about to be served; what calls need of it can be made ready. */
    default void taking(TenantSnapshot next) {}

    /** Nothing of a tenant is served any more. */
    default void left(TenantId tenant) {}

    /** A person's connection came, which is of no revision; nothing of it is known to be true. */
    default void connection(ConfigKey key, byte[] value) {}

    /** A revision is served that has a condition which does not compile, and which the one before had not. It never holds. */
    void brokenCondition(TenantId tenant, ConditionFault fault);

    /** The head of what is served came once more, so that nothing is wrong any more if something was. */
    void repeated(ConfigHead head);

    /** A revision is not served; what was served before still is. */
    void rejected(ConfigHead head, String reason);

    /** A record belongs to no tenant, or is a head that cannot be read. */
    void unreadable();
}
