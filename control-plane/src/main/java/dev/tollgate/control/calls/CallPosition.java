package dev.tollgate.control.calls;

import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.Call;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** Where a page of calls begins: behind this one. */
record CallPosition(Instant startedAt, UUID id) {
    static CallPosition of(Call call) {
        return new CallPosition(call.startedAt(), call.id());
    }

    static CallPosition of(Cursor cursor) {
        try {
            return new CallPosition(Instant.parse(cursor.sort()), UUID.fromString(cursor.id()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Cursor.malformed(e);
        }
    }

    Cursor cursor() {
        return new Cursor(startedAt.toString(), id.toString());
    }
}
