package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PointedQuantity;
import java.util.function.Supplier;

/**
 * What was said in a call, for prices that count it; what none counts is not looked at.
 *
 * @param asked the agent's message
 * @param resultBytes how long what the server answered with is; 0 if it did not answer, or with an error
 * @param result copies it
 */
public record CallContent(RpcMessage asked, int resultBytes, Supplier<byte[]> result) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A time that began counts whole, in milliseconds; a token is not counted here. */
    long quantity(Measure measure, long upstreamNanos) {
        return switch (measure) {
            case Measure.Calls _ -> 1;
            case Measure.Bytes bytes -> bytes(bytes.of());
            case Measure.Millis _ -> Math.ceilDiv(upstreamNanos, NANOS_PER_MILLI);
            case Measure.Pointed pointed -> pointed(pointed);
            case Measure.Tokens _ -> throw new IllegalArgumentException("no price counts tokens yet");
        };
    }

    private long bytes(Content content) {
        return switch (content) {
            case ARGUMENTS -> {
                Span arguments = asked.arguments();
                yield arguments == null ? 0 : arguments.length();
            }
            case RESULT -> resultBytes;
        };
    }

    private long pointed(Measure.Pointed measure) {
        return switch (measure.of()) {
            case ARGUMENTS -> {
                Span arguments = asked.arguments();
                yield arguments == null
                        ? 0
                        : PointedQuantity.of(asked.bytes(), arguments.start(), arguments.length(), measure);
            }
            case RESULT -> resultBytes == 0 ? 0 : PointedQuantity.of(result.get(), 0, resultBytes, measure);
        };
    }
}
