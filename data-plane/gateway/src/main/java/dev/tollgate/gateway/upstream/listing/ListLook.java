package dev.tollgate.gateway.upstream.listing;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.gateway.upstream.UpstreamCall;
import dev.tollgate.gateway.upstream.UpstreamListener;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One look at what an upstream lists: all pages, on one event loop. */
public final class ListLook implements UpstreamListener {
    /** Of all pages together. */
    public static final long MILLIS_MAX = 60_000;

    private static final long PAGE_MILLIS_MAX = 20_000;
    private static final String UNKNOWN_METHOD = "-32601";
    private static final Members.Wanted CODE = Members.Wanted.of("code");

    private final UpstreamPort upstreams;
    private final ServerConfig server;
    private final ListKind kind;
    private final Consumer<Listing> then;
    private final ListPages pages;
    private final long beganNanos = System.nanoTime();

    private ListLook(UpstreamPort upstreams, ServerConfig server, ListKind kind, Consumer<Listing> then) {
        this.upstreams = upstreams;
        this.server = server;
        this.kind = kind;
        this.then = then;
        this.pages = new ListPages(kind);
    }

    /** Looks; to be called on an event loop, where the one listing is told in the end. */
    public static void at(UpstreamPort upstreams, ServerConfig server, ListKind kind, Consumer<Listing> then) {
        new ListLook(upstreams, server, kind, then).list("{}");
    }

    private void list(String params) {
        long leftMillis = MILLIS_MAX - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        if (leftMillis <= 0) {
            fail(
                    UpstreamReply.Stage.CALL,
                    "The server did not list all its " + kind.words() + " within " + MILLIS_MAX + " ms.");
            return;
        }
        long timeoutMillis = Math.min(leftMillis, Math.min(PAGE_MILLIS_MAX, server.timeoutMillis()));
        upstreams.call(
                server,
                new UpstreamCall(
                        kind.method(), null, Buffer.buffer(params), null, timeoutMillis, null, Map.of(), abilities()),
                this);
    }

    /** Some servers list a tool only to a client that can do what the tool asks for. */
    private ClientAbilities abilities() {
        return kind == ListKind.TOOLS ? ClientAbilities.ALL : ClientAbilities.NONE;
    }

    @Override
    public void notification(Buffer message) {}

    @Override
    public void reply(UpstreamReply reply) {
        switch (reply) {
            case UpstreamReply.Result result -> page(result.result().getBytes());
            case UpstreamReply.Error error -> error(error.error().getBytes());
            case UpstreamReply.Failure failure -> fail(failure.stage(), failure.message());
        }
    }

    /** An upstream without such things need not know the method; without tools it is none. */
    private void error(byte[] error) {
        if (kind != ListKind.TOOLS && isUnknownMethod(error)) {
            then.accept(new Listing(pages.items(), null));
        } else {
            fail(UpstreamReply.Stage.CALL, "The server answered " + kind.method() + " with an error.");
        }
    }

    private static boolean isUnknownMethod(byte[] error) {
        try {
            Span code = Members.read(new JsonReader(error), CODE).get(0);
            return code != null && code.text(error).equals(UNKNOWN_METHOD);
        } catch (MalformedJson e) {
            return false;
        }
    }

    private void page(byte[] result) {
        try {
            String cursor = pages.add(result);
            if (cursor != null) {
                list("{\"cursor\":" + cursor + "}");
            } else if (pages.excess() != null) {
                fail(
                        UpstreamReply.Stage.CALL,
                        "The server lists " + pages.excess() + "; what is beyond that is left out.");
            } else {
                then.accept(new Listing(pages.items(), null));
            }
        } catch (MalformedJson e) {
            fail(
                    UpstreamReply.Stage.CALL,
                    "The server answered " + kind.method() + " with what is no list of " + kind.words() + ".");
        }
    }

    private void fail(UpstreamReply.Stage stage, String message) {
        then.accept(new Listing(pages.items(), new Listing.Failure(stage, message)));
    }
}
