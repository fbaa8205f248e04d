package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.config.DefinitionHash;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The {@code requestState} of an exchange in rounds (2026-07-28): a server's own words, which the agent carries back, and
 * that somebody is asked about the call or has agreed to it. On the way it is sealed, bound to the caller, the server, what
 * was asked and with which arguments, and to a time; so any gateway can go on, and an agent can neither read, alter nor take
 * it elsewhere.
 */
final class RequestStates {
    /** How long an agent's person may take for one round. */
    static final Duration LIFE = Duration.ofMinutes(30);

    /** A server's words. */
    private static final String SERVER = "state";
    /** A server's words to a call that somebody has agreed to. */
    private static final String AGREED = "agreed";
    /** Somebody has agreed to the call, and its server asks without words of its own. */
    private static final String AGREED_ALONE = "agreed alone";
    /** Somebody is asked about the call. */
    private static final String APPROVAL = "approval";

    private static final byte[] NOTHING = {};
    private static final Members.Wanted STATE = Members.Wanted.of("requestState");

    private final Seal seal;
    private final InstantSource clock;

    RequestStates(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A server's result that asks, with its state sealed; as it is if nothing has to come back with the answer.
     *
     * @param result a JSON object with members
     */
    byte[] sealed(byte[] result, Asked asked, Target target) throws MalformedJson {
        boolean agreed = asked.consent() instanceof Consent.Given;
        Span at = Members.read(new JsonReader(result), STATE).get(0);
        if (at != null && result[at.start()] == '"') {
            byte[] state = JsonText.string(result, at).getBytes(StandardCharsets.UTF_8);
            return replaced(result, at, seal(state, LIFE, bound(agreed ? AGREED : SERVER, asked, target)));
        }
        if (!agreed) {
            return result;
        }
        String alone = seal(NOTHING, LIFE, bound(AGREED_ALONE, asked, target));
        return at != null
                ? replaced(result, at, alone)
                : new JsonBytes(result.length + alone.length() + 20)
                        .raw("{\"requestState\":")
                        .quoted(alone)
                        .append(',')
                        .append(result, 1, result.length)
                        .toBytes();
    }

    private static byte[] replaced(byte[] result, Span at, String state) {
        return new JsonEdit(result, new Span(0, result.length))
                .replace(at, JsonText.quote(state))
                .apply()
                .toBytes();
    }

    /** What a request's state was before it was sealed; null if it is no server's for this request, or too old. */
    @Nullable
    String opened(String sealed, Asked asked, Target target) {
        byte[] state = open(sealed, bound(SERVER, asked, target));
        byte[] found = state == null ? open(sealed, bound(AGREED, asked, target)) : state;
        return found == null ? null : new String(found, StandardCharsets.UTF_8);
    }

    /** The state of a call that somebody is asked about. */
    String asking(Asked asked, Target target) {
        return seal(NOTHING, Approvals.ANSWER_MAX, approval(asked, target));
    }

    /** What a request's state says of somebody's consent to it. */
    Standing standing(Asked asked, Target target) {
        String sealed = asked.message().string(asked.message().requestState());
        return sealed == null
                ? Standing.NEW
                : open(sealed, approval(asked, target)) != null
                        ? Standing.ASKED
                        : open(sealed, bound(AGREED_ALONE, asked, target)) != null
                                ? Standing.AGREED_ALONE
                                : open(sealed, bound(AGREED, asked, target)) != null ? Standing.AGREED : Standing.NEW;
    }

    /** How far an exchange about somebody's consent is. */
    enum Standing {
        /** Nobody was asked, or about something else, or too long ago. */
        NEW,
        /** Somebody was asked this. */
        ASKED,
        /** Somebody has agreed, and the state is a server's that asks for more. */
        AGREED,
        /** Somebody has agreed, and a server asks for more that has no state. */
        AGREED_ALONE
    }

    private String seal(byte[] state, Duration life, String bound) {
        return seal.seal(
                ByteBuffer.allocate(Long.BYTES + state.length)
                        .putLong(clock.instant().plus(life).getEpochSecond())
                        .put(state)
                        .array(),
                bound);
    }

    private byte @Nullable [] open(String sealed, String bound) {
        byte[] plain = seal.open(sealed, bound);
        if (plain == null) {
            return null;
        }
        boolean late = clock.instant()
                .isAfter(Instant.ofEpochSecond(ByteBuffer.wrap(plain).getLong()));
        return late ? null : Arrays.copyOfRange(plain, Long.BYTES, plain.length);
    }

    /** With all that the question says besides. */
    private static String approval(Asked asked, Target target) {
        ToolConfig tool = target.tool();
        return String.join(
                "\n",
                bound(APPROVAL, asked, target),
                target.server().name().value(),
                tool == null ? "" : tool.definitionHash().toString());
    }

    private static String bound(String purpose, Asked asked, Target target) {
        VirtualKeyConfig key = asked.caller().key();
        return String.join(
                "\n",
                purpose,
                key.tenant().toString(),
                key.id().toString(),
                asked.caller().client(),
                target.server().id().toString(),
                asked.method(),
                target.name(),
                arguments(asked.message()));
    }

    /** The arguments of a request, the same text for all that mean the same. */
    static String arguments(RpcMessage message) {
        Span arguments = message.arguments();
        return arguments == null ? "" : meaning(arguments.text(message.bytes()));
    }

    /** The same for arguments that mean the same: a client may write them otherwise the second time. */
    private static String meaning(String arguments) {
        try {
            return DefinitionHash.of(arguments);
        } catch (IllegalArgumentException e) {
            // JSON that has no canonical form, such as with a name twice: then by the letter.
            return arguments;
        }
    }
}
