package dev.tollgate.control.publish;

import dev.tollgate.model.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to Kafka.
 *
 * @param id its place in the order of sending
 * @param value absent for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRecord(long id, TenantId tenant, String topic, String key, byte @Nullable [] value) {}
