package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.person.ConsolePage;
import dev.tollgate.gateway.edge.person.Elicitation;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.person.Way;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.oauth.Scopes;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Servers that each person reaches by a connection of their own: the caller's is found, or the caller told what to do. No
 * other server has anything to do with it.
 */
final class PersonalWays {
    /** The requests of 2026-07-28 whose result may ask for something. */
    private static final Set<String> ASKABLE = Set.of("tools/call", "prompts/get", "resources/read");

    private static final Members.Wanted RESPONSES = Members.Wanted.of("inputResponses");
    private static final Members.Wanted OURS = Members.Wanted.of(Elicitation.QUESTION);
    private static final byte[] NO_RESPONSES = {'{', '}'};

    private final PersonConnections people;
    private final @Nullable ConsolePage console;
    private final CallMeter meter;

    /**
     * @param console absent where the operator named none; people are then told without an address
     */
    PersonalWays(PersonConnections people, @Nullable ConsolePage console, CallMeter meter) {
        this.people = people;
        this.console = console;
        this.meter = meter;
    }

    /** What the caller may see besides tools, at the servers as the caller reaches them. */
    OfferView offers(Caller caller) {
        return caller.offers().by(server -> way(caller, server) instanceof Way.Open open ? open.server() : server);
    }

    /** Another number whenever somebody's connections changed for more than their headers. */
    long changes(Caller caller) {
        return people.changes(caller.snapshot().tenant());
    }

    /** How the caller reaches a server that asks each person. */
    Way way(Caller caller, ServerConfig server) {
        return people.way(server, caller.person(), caller.client());
    }

    /**
     * The target by the caller's own connection; null if there is none, which the caller is told then.
     *
     * @param target on a server that asks each person
     * @param params from which the answer to our own question is taken out
     */
    @Nullable
    Target reached(Asked asked, Attempt attempt, Target target, JsonEdit params) {
        boolean answered = takeAnswer(asked, params);
        return switch (way(asked.caller(), target.server())) {
            case Way.Open open -> new Target(open.server(), target.name(), target.tool());
            case Way.Shut shut -> {
                meter.refused(attempt, target, reason(shut.why()));
                asked.answer(attempt, refusal(asked, target, shut, answered));
                yield null;
            }
        };
    }

    private static RefusalReason reason(Way.Why why) {
        return switch (why) {
            case NOBODY -> RefusalReason.NO_PERSON;
            case NOT_CONNECTED -> RefusalReason.NOT_CONNECTED;
            case CLIENT_NOT_ALLOWED -> RefusalReason.CLIENT_NOT_ALLOWED;
            case NEEDS_ATTENTION -> RefusalReason.CONNECTION_NEEDS_ATTENTION;
        };
    }

    /**
     * @param answered whether the client was asked before, and says that its person was sent there or would not go
     */
    private Answer refusal(Asked asked, Target target, Way.Shut shut, boolean answered) {
        String words = words(target.server(), shut.why());
        return shut.why() == Way.Why.NOBODY
                ? Faults.of(asked.message(), asked.era(), Fault.NOT_CONNECTED, words)
                : sent(asked, target.server(), words, shut.serial(), answered);
    }

    /**
     * The caller is to have their connection widened, as its server asked for more than it was given.
     *
     * @param scopes that the server asks for, its own words
     */
    private Answer wider(Asked asked, Target target, List<String> scopes) {
        PersonalAccess.By by = Objects.requireNonNull(target.server().by(), "a server that is reached by a connection");
        String words = "The server " + target.server().name() + " asks for more than your connection was given: "
                + Scopes.words(scopes) + ". Connect anew to allow it.";
        return sent(asked, target.server(), words, by.version(), answer(asked) != null);
    }

    /** What a caller is told whose server gave none: where to go if that is for want of scopes, else why. */
    Answer noAnswer(Asked asked, Target target, UpstreamReply.Failure failure) {
        if (!failure.scopes().isEmpty() && target.server().by() != null) {
            return wider(asked, target, failure.scopes());
        }
        return Faults.of(asked.message(), asked.era(), Fault.NO_ANSWER, failure.message())
                .retryAfterMillis(failure.retryAfterMillis());
    }

    /**
     * The caller is sent to the console's page.
     *
     * @param connection by which number what is wrong with it is told apart from what was before
     */
    private Answer sent(Asked asked, ServerConfig server, String words, long connection, boolean answered) {
        ConsolePage page = console;
        if (page == null) {
            return Faults.of(asked.message(), asked.era(), Fault.NOT_CONNECTED, words);
        }
        Elicitation elicitation =
                new Elicitation(words, page.of(server.id(), asked.caller().client()));
        if (!asked.abilities().elicitationUrl() || answered) {
            return told(asked, elicitation);
        }
        return switch (asked.era()) {
            case LEGACY -> {
                ClientSession session = asked.caller().session();
                yield session == null
                        ? told(asked, elicitation)
                        : Faults.of(
                                asked.message(),
                                asked.era(),
                                Fault.URL_ELICITATION_REQUIRED,
                                words,
                                elicitation.required(id(session, asked.caller(), server, connection)));
            }
            case MODERN ->
                ASKABLE.contains(asked.method())
                        ? Results.answer(asked.message(), Buffer.buffer(elicitation.inputRequired()), false)
                        : told(asked, elicitation);
        };
    }

    private static Answer told(Asked asked, Elicitation elicitation) {
        return Faults.of(
                asked.message(),
                asked.era(),
                Fault.NOT_CONNECTED,
                elicitation.words() + " Open " + elicitation.url() + " to do so, and call again after that.",
                elicitation.data());
    }

    /**
     * By which a session's client knows what it was asked about a connection.
     *
     * @param connection the serial of one that does not serve, or the version of one that was not given enough
     */
    static String id(ClientSession session, Caller caller, ServerConfig server, long connection) {
        return Elicitation.id(
                session.id().toString(), server.id().toString(), caller.client(), Long.toString(connection));
    }

    private static String words(ServerConfig server, Way.Why why) {
        String name = "The server " + server.name();
        return switch (why) {
            case NOBODY ->
                name + " is reached by each person's own connection, and this key belongs to nobody who signs in:"
                        + " sign in, or use a key of your own.";
            case NOT_CONNECTED -> name + " is reached by your own connection, and you have none: connect to it first.";
            case CLIENT_NOT_ALLOWED ->
                name + " is reached by your own connection, which this client may not use: allow it first.";
            case NEEDS_ATTENTION ->
                name + " does not take your connection any more, or Tollgate could not renew it: connect anew.";
        };
    }

    /** Whether the request has an answer to our own question, which its server is not to see. */
    private static boolean takeAnswer(Asked asked, JsonEdit params) {
        Span responses = answer(asked);
        if (responses != null) {
            params.replace(responses, NO_RESPONSES);
        }
        return responses != null;
    }

    /** The responses among which is one to our own question; null if there is none. */
    private static @Nullable Span answer(Asked asked) {
        RpcMessage message = asked.message();
        Span in = message.params();
        if (asked.era() == Era.LEGACY || in == null) {
            return null;
        }
        try {
            Span responses = Members.read(message.bytes(), in, RESPONSES).get(0);
            return responses == null
                            || !message.isObject(responses)
                            || Members.read(message.bytes(), responses, OURS).get(0) == null
                    ? null
                    : responses;
        } catch (MalformedJson e) {
            // An answer that cannot be read is none to our question.
            return null;
        }
    }
}
