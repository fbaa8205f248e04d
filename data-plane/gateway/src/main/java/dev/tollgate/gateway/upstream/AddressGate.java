package dev.tollgate.gateway.upstream;

import dev.tollgate.model.net.AddressClass;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a tenant's URL to an address that is dialled: the host is resolved, each address classified, and the
 * very address that passed is handed on, so that a name which answers differently the next moment changes nothing. One
 * gate a server; an answer is good for a short while.
 */
public final class AddressGate {
    private static final long ANSWER_NANOS_MAX = Duration.ofSeconds(20).toNanos();
    private static final int PORT_FREE_FROM = 1024;

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

    private final String host;
    private final int port;
    private final boolean allowLoopback;
    private final Resolver resolver;
    private final LongSupplier nanoTime;
    private volatile @Nullable Answer last;

    public AddressGate(URI url, boolean allowLoopback, Resolver resolver, LongSupplier nanoTime) {
        this.host = withoutBrackets(url.getHost());
        this.port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        this.allowLoopback = allowLoopback;
        this.resolver = resolver;
        this.nanoTime = nanoTime;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return port;
    }

    public String host() {
        return host;
    }

    /** The address to dial if a fresh answer is at hand; null if {@link #ask()} must find it. */
    public Verdict.@Nullable Dial known() {
        Answer answer = last;
        return answer != null && nanoTime.getAsLong() - answer.atNanos < ANSWER_NANOS_MAX ? answer.verdict : null;
    }

    public Future<Verdict> ask() {
        if (port < PORT_FREE_FROM && port != 80 && port != 443) {
            return Future.succeededFuture(new Verdict.Denied("has a port that is not allowed"));
        }
        return resolver.resolve(host)
                .map(this::judge)
                .otherwise(new Verdict.Unresolved())
                .onSuccess(this::keep);
    }

    /** Only what may be dialled: a name that was not found or not allowed may be in the next moment. */
    private void keep(Verdict verdict) {
        last = verdict instanceof Verdict.Dial dial ? new Answer(dial, nanoTime.getAsLong()) : null;
    }

    private Verdict judge(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return new Verdict.Unresolved();
        }
        for (InetAddress address : addresses) {
            if (AddressClass.of(address).dialable(allowLoopback)) {
                return new Verdict.Dial(address, port);
            }
        }
        return new Verdict.Denied("has an address that is not allowed");
    }

    /** Forgets the answer: what it named did not take the connection. */
    public void forget() {
        last = null;
    }
}
