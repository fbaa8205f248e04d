package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.RpcSplice;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.session.SessionStates;
import dev.tollgate.gateway.session.SessionWords;
import dev.tollgate.model.wire.SessionWord;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a legacy agent says for the rest of its session: said to all gateways of the region before it is answered. */
final class SessionMethods {
    /** Resources of one session whose changes are told. */
    static final int SUBSCRIPTIONS_MAX = Wishes.URIS_MAX;

    private static final long RETRY_MILLIS = 2_000;
    private static final byte[] EMPTY = {'{', '}'};
    private static final Members.Wanted URI = Members.Wanted.of("uri");
    private static final Members.Wanted LEVEL = Members.Wanted.of("level");
    private static final Members.Wanted REQUEST = Members.Wanted.of("requestId");
    private static final Logger LOG = Logger.getLogger(SessionMethods.class);

    private final SessionStates states;
    private final SessionWords words;
    private final OfferFinder finder;
    private final PersonalWays ways;
    private final ListAnswers lists;
    private final EdgeMetrics metrics;

    SessionMethods(
            SessionStates states,
            SessionWords words,
            OfferFinder finder,
            PersonalWays ways,
            ListAnswers lists,
            EdgeMetrics metrics) {
        this.states = states;
        this.words = words;
        this.finder = finder;
        this.ways = ways;
        this.lists = lists;
        this.metrics = metrics;
    }

    /** Takes the request if its method is one of these. */
    boolean take(Asked asked) throws MalformedJson {
        switch (asked.method()) {
            case "resources/subscribe" -> subscribe(asked);
            case "resources/unsubscribe" -> unsubscribe(asked);
            case "logging/setLevel" -> setLevel(asked);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void subscribe(Asked asked) throws MalformedJson {
        String uri = param(asked.message(), URI);
        ClientSession session = session(asked);
        if (session == null || !lists.serves(asked) || !isUri(asked, uri)) {
            return;
        }
        if (states.subscriptions(session.id()).size() >= SUBSCRIPTIONS_MAX) {
            metrics.boundHit("subscriptions");
            fault(asked, Fault.NOT_NOW, "This session is subscribed to " + SUBSCRIPTIONS_MAX + " resources already.");
            return;
        }
        String wanted = Objects.requireNonNull(uri);
        finder.resource(ways.offers(asked.caller()), wanted, found -> {
            if (found.isPresent()) {
                answer(asked, words.say(word(asked, session, SessionWord.Kind.SUBSCRIPTION, wanted)));
            } else {
                fault(asked, Fault.NO_SUCH_RESOURCE, "Resource not found: " + Asked.shown(wanted));
            }
        });
    }

    private void unsubscribe(Asked asked) throws MalformedJson {
        String uri = param(asked.message(), URI);
        ClientSession session = session(asked);
        if (session != null && isUri(asked, uri)) {
            SessionWord said = word(asked, session, SessionWord.Kind.SUBSCRIPTION, Objects.requireNonNull(uri));
            answer(asked, words.takeBack(said));
        }
    }

    private boolean isUri(Asked asked, @Nullable String uri) {
        boolean is = uri != null && uri.length() <= SessionWord.TEXT_CHARS_MAX;
        if (!is) {
            fault(
                    asked,
                    Fault.INVALID_PARAMS,
                    asked.method() + " needs params.uri, a string of at most " + SessionWord.TEXT_CHARS_MAX
                            + " characters.");
        }
        return is;
    }

    private void setLevel(Asked asked) throws MalformedJson {
        String level = param(asked.message(), LEVEL);
        ClientSession session = session(asked);
        if (session == null) {
            return;
        }
        if (level == null || LogLevel.of(level).isEmpty()) {
            fault(asked, Fault.INVALID_PARAMS, "logging/setLevel needs params.level, one of " + LogLevel.words() + ".");
        } else {
            answer(asked, words.say(word(asked, session, SessionWord.Kind.LOG_LEVEL, level)));
        }
    }

    /** A client no longer waits for an answer. Whichever gateway makes the call, it is to hear of it. */
    void cancelled(Caller caller, RpcMessage notification) throws MalformedJson {
        ClientSession session = caller.session();
        Span params = notification.params();
        if (session == null || params == null || !notification.isObject(params)) {
            return;
        }
        Span id = Members.read(notification.bytes(), params, REQUEST).get(0);
        if (id != null && id.length() <= RpcMessage.ID_BYTES_MAX) {
            String token = id.text(notification.bytes());
            SessionWord word =
                    new SessionWord(caller.key().tenant(), session.id(), SessionWord.Kind.CANCELLATION, token);
            words.say(word).exceptionally(e -> {
                LOG.debug("a cancellation was not passed on", e);
                return null;
            });
        }
    }

    /** DELETE: the session is over at all gateways. */
    void end(Caller caller, HttpReply reply) {
        ClientSession session = caller.session();
        if (session == null) {
            reply.answer(Faults.http(
                    Fault.NO_SUCH_SESSION, "DELETE ends a session, and there is none of this id that this key began."));
            return;
        }
        SessionWord word = new SessionWord(caller.key().tenant(), session.id(), SessionWord.Kind.END, "");
        Context context = Vertx.currentContext();
        words.say(word)
                .thenRun(() -> states.ended(word))
                .whenComplete((_, failure) -> context.runOnContext(_ -> reply.answer(
                        failure == null
                                ? Answer.ACCEPTED
                                : Faults.http(
                                                Fault.NOT_SERVED,
                                                "The session cannot be ended at the moment. It ends by itself.")
                                        .retryAfterMillis(RETRY_MILLIS))));
    }

    private static @Nullable String param(RpcMessage message, Members.Wanted wanted) throws MalformedJson {
        Span params = message.params();
        return params == null
                ? null
                : message.string(Members.read(message.bytes(), params, wanted).get(0));
    }

    private static SessionWord word(Asked asked, ClientSession session, SessionWord.Kind kind, String text) {
        return new SessionWord(asked.caller().key().tenant(), session.id(), kind, text);
    }

    private static @Nullable ClientSession session(Asked asked) {
        ClientSession session = asked.caller().session();
        if (session == null) {
            fault(
                    asked,
                    Fault.INVALID_REQUEST,
                    asked.method() + " is for the rest of a session: initialize, and send the Mcp-Session-Id that is"
                            + " answered.");
        }
        return session;
    }

    private static void fault(Asked asked, Fault fault, String words) {
        asked.reply().answer(Faults.of(asked.message(), asked.era(), fault, words));
    }

    private static void answer(Asked asked, CompletableFuture<Void> said) {
        Context context = Vertx.currentContext();
        said.whenComplete((_, failure) -> context.runOnContext(_ -> {
            if (failure == null) {
                Span id = Objects.requireNonNull(asked.message().id(), "a request has an id");
                asked.reply()
                        .answer(Answer.of(
                                200,
                                RpcSplice.result(asked.message().bytes(), id, EMPTY)
                                        .toBuffer()));
            } else {
                asked.reply()
                        .answer(Faults.of(
                                        asked.message(),
                                        asked.era(),
                                        Fault.NOT_NOW,
                                        "Tollgate cannot tell its gateways of this at the moment. Try again later.")
                                .retryAfterMillis(RETRY_MILLIS));
            }
        }));
    }
}
