package dev.tollgate.control.ingest;

import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.GatewayId;
import java.util.UUID;

/** One start of a gateway: it numbers its events from 1 without gaps, over all partitions together. */
record Boot(GatewayId gateway, UUID id) {
    static Boot of(ToolCallEvent event) {
        return new Boot(event.gateway(), event.boot());
    }

    @Override
    public String toString() {
        return gateway + "/" + id;
    }
}
