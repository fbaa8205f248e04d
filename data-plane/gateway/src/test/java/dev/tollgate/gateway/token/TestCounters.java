package dev.tollgate.gateway.token;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.model.token.TokenEncoding;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Counters of one thread and one place to wait, and what tests hold them to. */
public final class TestCounters {
    private TestCounters() {}

    public static TokenCounters of(TokenMetrics metrics) {
        return new TokenCounters(metrics, 1, 1);
    }

    /** Tokens of text; what that needs is built then. */
    public static long count(String text, TokenEncoding encoding) {
        try {
            return Tokenizer.count(text.getBytes(StandardCharsets.UTF_8), encoding);
        } catch (CharacterCodingException e) {
            throw new AssertionError("a string's bytes are UTF-8", e);
        }
    }

    /** What an agent said and a server answered. */
    static CallContent content(String arguments, byte[] result) {
        String message =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"find\",\"arguments\":"
                        + arguments + "}}";
        try {
            RpcMessage asked = RpcMessage.scan(message.getBytes(StandardCharsets.UTF_8));
            return new CallContent(asked, result.length, result::clone, null);
        } catch (MalformedJson e) {
            throw new AssertionError("arguments are JSON", e);
        }
    }

    /**
     * Has the one thread count until it is let go.
     *
     * @param places how many others wait behind it
     * @return lets go, and waits until nobody waits for the thread
     */
    public static Runnable occupy(TokenCounters counters, int places) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CallContent content = content("{}", new byte[] {'1'});
        CallContent holding = new CallContent(
                content.asked(),
                1,
                () -> {
                    begun.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new byte[] {'1'};
                },
                null);
        counters.count(count(holding), _ -> {});
        begun.await();
        for (int i = 0; i < places; i++) {
            counters.count(count(content), _ -> {});
        }
        return () -> {
            release.countDown();
            while (counters.waiting() > 0) {
                Thread.onSpinWait();
            }
        };
    }

    private static TokenCount count(CallContent content) {
        ListedTools nothing = new ListedTools(List.of());
        return new TokenCount(content, true, () -> nothing, TokenEncoding.O200K);
    }
}
