package dev.tollgate.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes up a call's stream that ended before its answer, by the id of its last event (MCP 2025-11-25, Streamable HTTP,
 * "Resumability and Redelivery"): it broke off, or the upstream lets its client come again now and then instead of
 * holding it. The call is not sent once more. Bounded in tries, and by the call's own time.
 */
final class Resumption {
    static final int TRIES_MAX = 100;
    private static final long WAIT_MILLIS_MIN = 50;
    private static final long WAIT_MILLIS_DEFAULT = 1_000;

    private final HttpUpstream upstream;
    private final ContextInternal context;
    private final Session session;
    private final long id;
    private final Map<String, String> forwardedHeaders;
    private final HttpExchange.Listener listener;
    private int tries;

    /**
     * @param id of the request whose answer is awaited
     * @param forwardedHeaders of the agent's request, by name
     * @param listener of the call; hears of its end as if there had been one stream
     */
    Resumption(
            HttpUpstream upstream,
            ContextInternal context,
            Session session,
            long id,
            Map<String, String> forwardedHeaders,
            HttpExchange.Listener listener) {
        this.upstream = upstream;
        this.context = context;
        this.session = session;
        this.id = id;
        this.forwardedHeaders = forwardedHeaders;
        this.listener = listener;
    }

    /**
     * @param began takes the exchange that goes on in place of the last
     */
    void take(HttpOutcome.Interrupted interrupted, Consumer<HttpExchange> began) {
        if (++tries > TRIES_MAX) {
            listener.outcome(new HttpOutcome.Broken("ended its stream without an answer, again and again"));
            return;
        }
        long waitMillis = interrupted.retryMillis() < 0
                ? WAIT_MILLIS_DEFAULT
                : Math.max(WAIT_MILLIS_MIN, interrupted.retryMillis());
        context.setTimer(waitMillis, timer -> get(interrupted, began));
    }

    private void get(HttpOutcome.Interrupted last, Consumer<HttpExchange> began) {
        upstream.dial(context, new HttpUpstream.Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                RequestOptions options = upstream.stream(dial, session, last.lastEventId());
                HttpTarget.handOn(options, forwardedHeaders);
                began.accept(upstream.exchange(context, options, new byte[0], id, new Rest(last, began)));
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                listener.outcome(new HttpOutcome.Broken(why));
            }
        });
    }

    /** Hears one stretch of the stream. */
    private final class Rest implements HttpExchange.Listener {
        private final HttpOutcome.Interrupted last;
        private final Consumer<HttpExchange> began;

        private Rest(HttpOutcome.Interrupted last, Consumer<HttpExchange> began) {
            this.last = last;
            this.began = began;
        }

        @Override
        public void notification(IncomingMessage.Notification notification) {
            listener.notification(notification);
        }

        @Override
        public void request(IncomingMessage.Request request) {
            listener.request(request);
        }

        @Override
        public void outcome(HttpOutcome outcome) {
            switch (outcome) {
                case HttpOutcome.Answered _, HttpOutcome.TooLarge _ -> listener.outcome(outcome);
                case HttpOutcome.Interrupted interrupted ->
                    take(new HttpOutcome.Interrupted(interrupted.lastEventId(), retry(interrupted)), began);
                case HttpOutcome.Unsent _, HttpOutcome.Broken _ -> take(last, began);
                // Said as a break rather than handed on: a refusal of the call itself might be answered by sending it
                // again.
                case HttpOutcome.Rejected _, HttpOutcome.Accepted _ ->
                    listener.outcome(new HttpOutcome.Broken("ended its stream and would not go on with it"));
            }
        }

        private long retry(HttpOutcome.Interrupted interrupted) {
            return interrupted.retryMillis() < 0 ? last.retryMillis() : interrupted.retryMillis();
        }
    }
}
