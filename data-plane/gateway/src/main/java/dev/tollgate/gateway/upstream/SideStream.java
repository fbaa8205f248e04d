package dev.tollgate.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stream beside the calls of a session whose agents' clients can be asked: many upstreams ask on it rather than on the
 * stream of the call that they are about. It says nothing of the call, so only with one call alone under way is anybody
 * asked. Open as long as the session; lives on one event loop.
 */
final class SideStream implements HttpExchange.Listener {
    /** The first call waits no longer for it than this: an upstream may keep silent until it has something to say. */
    private static final long OPENING_MILLIS_MAX = 1_000;

    private static final byte[] NO_BODY = {};

    private final HttpUpstream upstream;
    private final ContextInternal context;
    private final Set<HttpCall> calls = ConcurrentHashMap.newKeySet();
    private final Backoff backoff = new Backoff();
    private final List<Runnable> waiting = new ArrayList<>();
    /** The session whose stream is open, or is known not to be had. */
    private volatile @Nullable Session settled;

    private @Nullable Session opening;
    private @Nullable HttpExchange exchange;
    private boolean open;
    private boolean over;

    /**
     * @param context on which the stream lives
     */
    SideStream(HttpUpstream upstream, ContextInternal context) {
        this.upstream = upstream;
        this.context = context;
    }

    void enter(HttpCall call) {
        calls.add(call);
    }

    void leave(HttpCall call) {
        calls.remove(call);
    }

    boolean isUnused() {
        return calls.isEmpty();
    }

    /** Whether this session's stream is open, or known not to be had. */
    boolean isSettled(Session session) {
        return settled == session;
    }

    /** Does something on a context once it is so. */
    void whenSettled(Session session, ContextInternal on, Runnable then) {
        context.runOnContext(nothing -> await(session, () -> on.runOnContext(later -> then.run())));
    }

    private void await(Session session, Runnable then) {
        if (over || settled == session) {
            then.run();
            return;
        }
        waiting.add(then);
        if (opening != session) {
            opening = session;
            context.setTimer(OPENING_MILLIS_MAX, timer -> settle(session));
            get(session);
        }
    }

    private void settle(Session session) {
        if (opening == session && settled != session) {
            settled = session;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }

    private void get(Session session) {
        if (exchange != null) {
            exchange.abort();
        }
        open = false;
        upstream.dial(context, new HttpUpstream.Dialled() {
            @Override
            public void dial(AddressGate.Verdict.Dial dial) {
                if (!over && opening == session) {
                    exchange = upstream.exchange(
                            context,
                            upstream.stream(dial, session, null),
                            NO_BODY,
                            HttpExchange.LISTENING,
                            SideStream.this);
                }
            }

            @Override
            public void refused(UpstreamReply.Kind kind, UpstreamReply.Stage stage, String why) {
                settle(session);
            }
        });
    }

    @Override
    public void streaming() {
        open = true;
        if (opening != null) {
            settle(opening);
        }
    }

    @Override
    public void notification(IncomingMessage.Notification notification) {
        HttpCall only = only();
        switch (notification.method()) {
            case IncomingMessage.CANCELLED ->
                calls.forEach(call -> call.onContext(() -> call.notification(notification)));
            case IncomingMessage.LOG -> {
                if (only != null) {
                    only.onContext(() -> only.notification(notification));
                }
            }
            default -> {
                // What is about no call is heard by those who listen, on a stream of their own.
            }
        }
    }

    private @Nullable HttpCall only() {
        List<HttpCall> now = List.copyOf(calls);
        return now.size() == 1 ? now.getFirst() : null;
    }

    @Override
    public void request(IncomingMessage.Request request) {
        HttpCall only = only();
        if (only != null) {
            only.onContext(() -> only.request(request));
        } else if (opening != null) {
            boolean unclear = !calls.isEmpty() && !request.method().equals("ping");
            byte[] answer = unclear ? IncomingMessage.whoseCall(request) : IncomingMessage.answerTo(request);
            upstream.aside(context, HttpMethod.POST, opening, answer);
        }
    }

    /** Opened again, later and later, if it was open: an upstream that has none is not asked again in this session. */
    @Override
    public void outcome(HttpOutcome outcome) {
        Session session = opening;
        boolean again = open && !over && session != null;
        open = false;
        if (session != null) {
            settle(session);
        }
        if (again) {
            context.setTimer(backoff.nextMillis(), timer -> {
                if (!over && opening == session && session != null) {
                    get(session);
                }
            });
        }
    }

    /** The session ends. */
    void end() {
        context.runOnContext(nothing -> {
            over = true;
            if (exchange != null) {
                exchange.abort();
            }
            waiting.forEach(Runnable::run);
            waiting.clear();
        });
    }
}
