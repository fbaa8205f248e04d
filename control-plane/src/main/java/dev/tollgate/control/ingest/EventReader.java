package dev.tollgate.control.ingest;

import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.quota.ChargedEvent;
import dev.tollgate.model.token.TokenUse;
import dev.tollgate.model.wire.MalformedRecord;
import dev.tollgate.model.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record, or says in fixed words why it is no event that can be stored. What a record holds is never repeated,
 * because it may be anything.
 */
final class EventReader {
    /** An event is about a kilobyte. */
    static final int VALUE_BYTES_MAX = 80 * 1024;
    /** The log keeps events for a week, a gateway's spool for longer; beyond this a clock is wrong. */
    static final Duration AGE_MAX = Duration.ofDays(31);

    static final Duration AHEAD_MAX = Duration.ofDays(1);
    /** What Decimal(18,9) holds. */
    private static final long COST_NANOS_MAX = 999_999_999_999_999_999L;

    /** As agents name it, in a header. */
    static final int MODEL_CHARS_MAX = 256;

    private EventReader() {}

    /** A record, read. */
    sealed interface Reading {
        record Event(CallRow row) implements Reading {}

        record Refused(Rejection rejection) implements Reading {}
    }

    static Reading read(LogRecord entry, Instant now) {
        byte[] value = entry.value();
        if (value == null) {
            return refused(entry, "has no value");
        }
        if (value.length > VALUE_BYTES_MAX) {
            return refused(entry, "is longer than " + VALUE_BYTES_MAX + " bytes");
        }
        try {
            var event = WireJson.decode(value, ToolCallEvent.class);
            String fault = fault(event, now);
            return fault == null
                    ? new Reading.Event(new CallRow(event, entry.partition(), entry.offset()))
                    : refused(entry, fault);
        } catch (MalformedRecord e) {
            // Its message quotes the record, so it is not passed on.
            return refused(entry, "is not a tool-call event");
        }
    }

    private static @Nullable String fault(ToolCallEvent event, Instant now) {
        if (lacksMember(event)) {
            return "lacks a member";
        }
        if (event.startedAt().isBefore(now.minus(AGE_MAX))) {
            return "started more than " + AGE_MAX.toDays() + " days ago";
        }
        if (event.startedAt().isAfter(now.plus(AHEAD_MAX))) {
            return "starts in the future";
        }
        if (event.costNanos() > COST_NANOS_MAX) {
            return "costs more than 999999999.999999999 dollars";
        }
        if (event.quantities() != null && event.quantities().size() > PriceTerms.COMPONENTS_MAX) {
            return "counts more than " + PriceTerms.COMPONENTS_MAX + " things";
        }
        if (event.charges() != null) {
            if (event.charges().size() > ChargedEvent.CHARGES_MAX) {
                return "took of more than " + ChargedEvent.CHARGES_MAX + " leases";
            }
            if (event.charges().stream().anyMatch(charge -> charge.lease() == null)) {
                return "took of a lease that it does not name";
            }
        }
        if (event.tokens() != null) {
            String fault = fault(event.tokens());
            if (fault != null) {
                return fault;
            }
        }
        return hasNegative(event) ? "has a negative size, time, quantity, revision or version" : null;
    }

    private static @Nullable String fault(TokenUse tokens) {
        if (tokens.encoding() == null) {
            return "counts tokens and does not say how";
        }
        if (tokens.model() != null && tokens.model().length() > MODEL_CHARS_MAX) {
            return "names a model in more than " + MODEL_CHARS_MAX + " characters";
        }
        if (tokens.costNanos() > COST_NANOS_MAX) {
            return "has tokens for more than 999999999.999999999 dollars";
        }
        return tokens.version() != null && tokens.version() < 1 ? "has a version of rates below 1" : null;
    }

    /** JSON can leave out what the record's type says is always there. */
    private static boolean lacksMember(ToolCallEvent event) {
        return Stream.of(
                        event.callId(),
                        event.gateway(),
                        event.boot(),
                        event.startedAt(),
                        event.tenant(),
                        event.region(),
                        event.method(),
                        event.status())
                .anyMatch(Objects::isNull);
    }

    private static boolean hasNegative(ToolCallEvent event) {
        return event.requestBytes() < 0
                || event.responseBytes() < 0
                || event.gatewayMicros() < 0
                || event.upstreamMicros() < 0
                || event.snapshotRevision() < 0
                || event.priceVersion() != null && event.priceVersion() < 1
                || event.quantities() != null && event.quantities().stream().anyMatch(quantity -> quantity < 0);
    }

    private static Reading refused(LogRecord entry, String reason) {
        return new Reading.Refused(new Rejection(entry.partition(), entry.offset(), reason));
    }
}
