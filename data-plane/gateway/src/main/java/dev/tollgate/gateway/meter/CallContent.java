package dev.tollgate.gateway.meter;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PointedQuantity;
import dev.tollgate.model.token.TokenUse;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a call, for prices that count it; what none counts is not looked at.
 *
 * @param asked the agent's message
 * @param resultBytes how long what the server answered with is; 0 if it did not answer, or with an error
 * @param result copies it
 * @param tokens counted in it; absent of a tenant that counts none
 */
public record CallContent(
        RpcMessage asked,
        int resultBytes,
        Supplier<byte[]> result,
        @Nullable TokenUse tokens) {
    private static final byte[] NOTHING = {};

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The same with its tokens counted. */
    public CallContent with(TokenUse counted) {
        return new CallContent(asked, resultBytes, result, counted);
    }

    /** How long the arguments are as they were sent; 0 without any. */
    public int argumentBytes() {
        Span arguments = asked.arguments();
        return arguments == null ? 0 : arguments.length();
    }

    /** Copies the arguments. */
    public byte[] arguments() {
        Span arguments = asked.arguments();
        return arguments == null ? NOTHING : arguments.of(asked.bytes());
    }

    /** A time that began counts whole, in milliseconds. */
    long quantity(Measure measure, long upstreamNanos) {
        return switch (measure) {
            case Measure.Calls _ -> 1;
            case Measure.Bytes bytes -> bytes(bytes.of());
            case Measure.Millis _ -> Math.ceilDiv(upstreamNanos, NANOS_PER_MILLI);
            case Measure.Pointed pointed -> pointed(pointed);
            case Measure.Tokens counted -> tokens(counted.of());
        };
    }

    private long bytes(Content content) {
        return switch (content) {
            case ARGUMENTS -> argumentBytes();
            case RESULT -> resultBytes;
        };
    }

    private long tokens(Content content) {
        TokenUse counted = Objects.requireNonNull(tokens, "a tenant whose prices count tokens has them counted");
        return switch (content) {
            case ARGUMENTS -> counted.arguments();
            case RESULT -> counted.result();
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
