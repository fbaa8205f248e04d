package dev.tollgate.control.status;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.EventGap;
import dev.tollgate.model.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gaps in a gateway's events, as ingest noted them, and what of each is missing still. */
@ApplicationScoped
class EventGaps {
    private static final String SEPARATOR = "/";

    private final ClickHouse clickHouse;

    EventGaps(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The last noticed first. */
    Page<EventGap> of(String gateway, PageRequest page) {
        @Nullable Position after = page.after().map(Position::of).orElse(null);
        String behind = after == null
                ? ""
                : " AND (noticed_at, boot, first_missing)"
                        + " < ({at:DateTime64(6, 'UTC')}, {boot:UUID}, {first:UInt64})";
        Sql sql = Sql.of("SELECT boot, first_missing, last_missing, noticed_at FROM sequence_gap FINAL"
                        + " WHERE gateway = {gateway:String}" + behind
                        + " ORDER BY noticed_at DESC, boot DESC, first_missing DESC LIMIT {limit:UInt32}")
                .with("gateway", gateway)
                .with("limit", page.limit() + 1L);
        if (after != null) {
            sql.with("at", after.noticedAt()).with("boot", after.boot()).with("first", after.first());
        }
        List<EventGap> noted = clickHouse.query(sql, EventGaps::noted);
        return page.page(noted, gap -> standing(gateway, gap), EventGaps::cursor);
    }

    private static EventGap noted(Row row) {
        long first = row.number("first_missing");
        long last = row.number("last_missing");
        return new EventGap(row.uuid("boot"), first, last, last - first + 1, row.time("noticed_at"));
    }

    /** An event is stored once, so what came can be counted. */
    private EventGap standing(String gateway, EventGap gap) {
        long came = clickHouse
                .query(
                        Sql.of(
                                        "SELECT count() AS came FROM calls WHERE gateway = {gateway:String}"
                                                + " AND boot = {boot:UUID} AND sequence BETWEEN {first:UInt64} AND {last:UInt64}")
                                .with("gateway", gateway)
                                .with("boot", gap.boot())
                                .with("first", gap.firstSequence())
                                .with("last", gap.lastSequence()),
                        row -> row.number("came"))
                .getFirst();
        return new EventGap(gap.boot(), gap.firstSequence(), gap.lastSequence(), gap.missing() - came, gap.noticedAt());
    }

    private static Cursor cursor(EventGap gap) {
        return new Cursor(gap.noticedAt().toString(), gap.boot() + SEPARATOR + gap.firstSequence());
    }

    private record Position(Instant noticedAt, UUID boot, long first) {
        static Position of(Cursor cursor) {
            try {
                String[] id = cursor.id().split(SEPARATOR, 2);
                return new Position(
                        Instant.parse(cursor.sort()), UUID.fromString(id[0]), Long.parseLong(id[id.length - 1]));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Cursor.malformed(e);
            }
        }
    }
}
