package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.upstream.Backoff;
import dev.tollgate.gateway.upstream.Ears;
import dev.tollgate.gateway.upstream.Subscriptions;
import dev.tollgate.gateway.upstream.Wanted;

/**
 * What is listened to in one session of the modern era: one {@code subscriptions/listen} with all that is wanted, and a next
 * one that takes its place as soon as the upstream has agreed to it. Safe from any thread.
 */
final class PipeSubscription {
    private final PipedServer server;
    private final PipeHost host;
    private final Ears ears;
    private final Backoff backoff = new Backoff();
    private Wanted asked = Wanted.NOTHING;
    private long current = Pipe.NO_REQUEST;
    private long next = Pipe.NO_REQUEST;

    PipeSubscription(PipedServer server, PipeHost host, Ears ears) {
        this.server = server;
        this.host = host;
        this.ears = ears;
    }

    synchronized void want(Wanted wanted) {
        if (!wanted.equals(asked)) {
            asked = wanted;
            next = cancel(next);
            if (wanted.equals(Wanted.NOTHING)) {
                current = cancel(current);
            } else {
                next = host.nextRequestId();
                server.say(Subscriptions.listen(next, wanted));
            }
        }
        if (next == Pipe.NO_REQUEST) {
            ears.listening();
        }
    }

    private long cancel(long id) {
        if (id != Pipe.NO_REQUEST) {
            server.say(PipeMessages.cancelled(id));
        }
        return Pipe.NO_REQUEST;
    }

    /** The upstream has agreed to what was asked for by this request. */
    synchronized void begun(long id) {
        if (id != Pipe.NO_REQUEST && id == next) {
            cancel(current);
            current = next;
            next = Pipe.NO_REQUEST;
            ears.listening();
        }
    }

    /** How long to wait before it is asked for again. */
    synchronized long retryMillis() {
        return backoff.nextMillis();
    }

    /** The upstream has ended what was asked for by this request; false if something else is heard still. */
    synchronized boolean ended(long id) {
        if (id == Pipe.NO_REQUEST || id != current && id != next) {
            return false;
        }
        if (id == current) {
            current = Pipe.NO_REQUEST;
        } else {
            next = Pipe.NO_REQUEST;
        }
        boolean whole = current == Pipe.NO_REQUEST && next == Pipe.NO_REQUEST;
        if (whole) {
            asked = Wanted.NOTHING;
        }
        return whole;
    }
}
