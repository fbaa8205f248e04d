/** What a gateway's leases and the ledger say to each other over Kafka; never how they are dealt out. */
@NullMarked
package dev.tollgate.gateway.quota.topic;

import org.jspecify.annotations.NullMarked;
