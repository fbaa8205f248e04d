package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.Handshake;
import dev.tollgate.gateway.upstream.UpstreamIdentity;
import java.time.Duration;
import java.util.Optional;

/**
 * How a session begins in a pipe: by {@code server/discover}, as the modern era has it; where that is refused, or not
 * answered in time, by {@code initialize}. What begins it first counts, for a program that starts slowly may answer both.
 */
final class PipeOpening {
    /** Some programs say nothing at all to what they do not know. */
    static final Duration DISCOVERY_MAX = Duration.ofSeconds(3);

    private static final String NO_REVISION = "it would not begin a session in a revision that this gateway speaks";

    /** Hears how it ends. */
    interface Owner {
        void say(long id, byte[] message);

        void begun(UpstreamIdentity identity);

        void failed(String why);
    }

    /**
     * What the opening is about.
     *
     * @param abilities that an upstream of the legacy era is told of
     */
    record Terms(ClientAbilities abilities, KnownEra era) {}

    private enum State {
        UNASKED,
        ASKED,
        REFUSED
    }

    private final PipeHost host;
    private final Terms terms;
    private final Owner owner;
    private final long discoverId;
    private final long initializeId;
    private boolean discoversFirst;
    private State discover = State.UNASKED;
    private State initialize = State.UNASKED;
    private boolean over;

    PipeOpening(PipeHost host, Terms terms, Owner owner) {
        this.host = host;
        this.terms = terms;
        this.owner = owner;
        this.discoverId = host.nextRequestId();
        this.initializeId = host.nextRequestId();
    }

    synchronized void begin() {
        if (terms.era().isLegacy()) {
            initialize();
        } else {
            discoversFirst = true;
            discover();
            host.later(DISCOVERY_MAX, this::giveUpDiscovery);
        }
    }

    private void discover() {
        discover = State.ASKED;
        owner.say(discoverId, Handshake.discover(discoverId));
    }

    private void initialize() {
        initialize = State.ASKED;
        owner.say(initializeId, Handshake.initialize(initializeId, terms.abilities()));
    }

    private synchronized void giveUpDiscovery() {
        if (!over && initialize == State.UNASKED) {
            initialize();
        }
    }

    /**
     * Whether the upstream was asked first what programs of the era before may not survive, and has not answered anything. A
     * program that starts slowly reads that first, even if {@code initialize} was sent behind it meanwhile.
     */
    synchronized boolean mayHaveDiedOfDiscovery() {
        return !over && discoversFirst && discover == State.ASKED && initialize != State.REFUSED;
    }

    /** Takes an answer; false if it is none to what was asked here. */
    boolean take(long id, RpcMessage answer) {
        if (id == discoverId) {
            discovered(UpstreamIdentity.ofDiscovery(answer));
        } else if (id == initializeId) {
            initialized(UpstreamIdentity.ofInitialize(answer));
        } else {
            return false;
        }
        return true;
    }

    /** What was asked here did not reach the upstream; false if it was not asked here. */
    boolean refused(long id, String why) {
        boolean own = id == discoverId || id == initializeId;
        if (own) {
            end(() -> owner.failed("it " + why));
        }
        return own;
    }

    private void discovered(Optional<UpstreamIdentity> identity) {
        if (identity.isPresent()) {
            end(() -> {
                terms.era().note(false);
                owner.begun(identity.get());
            });
            return;
        }
        boolean failed;
        synchronized (this) {
            discover = State.REFUSED;
            failed = initialize == State.REFUSED;
            if (!over && initialize == State.UNASKED) {
                initialize();
            }
        }
        if (failed) {
            end(() -> owner.failed(NO_REVISION));
        }
    }

    private void initialized(Optional<UpstreamIdentity> identity) {
        if (identity.isPresent()) {
            end(() -> {
                terms.era().note(true);
                owner.say(Pipe.NO_REQUEST, Handshake.initialized());
                owner.begun(identity.get());
            });
            return;
        }
        boolean failed;
        synchronized (this) {
            initialize = State.REFUSED;
            failed = discover == State.REFUSED;
            if (!over && discover == State.UNASKED) {
                discover();
            }
        }
        if (failed) {
            end(() -> owner.failed(NO_REVISION));
        }
    }

    /** Outside the lock, because the owner has locks of its own. */
    private void end(Runnable word) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        word.run();
    }
}
