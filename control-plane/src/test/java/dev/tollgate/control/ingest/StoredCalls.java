package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.model.event.ToolCallEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts events into ClickHouse as ingest does. */
public final class StoredCalls {
    private StoredCalls() {}

    public static void migrate(ClickHouse clickHouse) {
        new ClickHouseCallStore(clickHouse, InstantSource.system()).migrate();
    }

    public static void store(ClickHouse clickHouse, List<ToolCallEvent> events) {
        var log = UUID.randomUUID();
        List<CallRow> rows = new ArrayList<>();
        events.forEach(event -> rows.add(new CallRow(event, 0, rows.size())));
        new ClickHouseCallStore(clickHouse, InstantSource.system())
                .insert(new Positions(log, Map.of(), Instant.EPOCH), rows, log.toString());
    }
}
