package dev.tollgate.gateway.upstream;

import dev.tollgate.model.net.Destination;
import dev.tollgate.model.net.DialRules;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a tenant's URL to an address that is dialled: the host is resolved, its addresses judged by
 * {@link DialRules}, and the very address that passed is handed on, so that a name which answers differently the next
 * moment changes nothing. One gate a server; an answer is good for a short while.
 */
public final class AddressGate {
    private static final long ANSWER_NANOS_MAX = Duration.ofSeconds(20).toNanos();

    /** Finds the addresses of a host name or literal. */
    public interface Resolver {
        Future<List<InetAddress>> resolve(String host);
    }

    /** What the gate says. */
    public sealed interface Verdict {
        record Dial(InetAddress address, int port) implements Verdict {}

        /** @param why an end to the sentence "The server x …" */
        record Denied(String why) implements Verdict {}

        record Unresolved() implements Verdict {}
    }

    private record Answer(Verdict.Dial verdict, long atNanos) {}

    private final Destination destination;
    private final DialRules rules;
    private final Resolver resolver;
    private final LongSupplier nanoTime;
    private volatile @Nullable Answer last;

    public AddressGate(URI url, boolean allowLoopback, Resolver resolver, LongSupplier nanoTime) {
        this.destination = Destination.of(url);
        this.rules = new DialRules(allowLoopback);
        this.resolver = resolver;
        this.nanoTime = nanoTime;
    }

    public String host() {
        return destination.host();
    }

    /** The address to dial if a fresh answer is at hand; null if {@link #ask()} must find it. */
    public Verdict.@Nullable Dial known() {
        Answer answer = last;
        return answer != null && nanoTime.getAsLong() - answer.atNanos < ANSWER_NANOS_MAX ? answer.verdict : null;
    }

    public Future<Verdict> ask() {
        Optional<String> refused = rules.refusal(destination);
        if (refused.isPresent()) {
            return Future.succeededFuture(new Verdict.Denied(refused.get()));
        }
        return resolver.resolve(destination.host())
                .map(this::judge)
                .otherwise(new Verdict.Unresolved())
                .onSuccess(this::keep);
    }

    private Verdict judge(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return new Verdict.Unresolved();
        }
        // What kind of address it is would tell an agent of the tenant's network.
        return rules.refusal(destination, addresses).isPresent()
                ? new Verdict.Denied("has an address that is not allowed")
                : new Verdict.Dial(addresses.getFirst(), destination.port());
    }

    /** Only what may be dialled: a name that was not found or not allowed may be in the next moment. */
    private void keep(Verdict verdict) {
        last = verdict instanceof Verdict.Dial dial ? new Answer(dial, nanoTime.getAsLong()) : null;
    }

    /** Forgets the answer: what it named did not take the connection. */
    public void forget() {
        last = null;
    }
}
