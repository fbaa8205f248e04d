package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonEdit;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.model.config.DefinitionHash;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The {@code requestState} of an exchange in rounds (2026-07-28): a server's own words, which the agent carries back. On
 * the way it is sealed, bound to the key, the server, what was asked and with which arguments, and to a time; so any
 * gateway can go on, and an agent can neither read, alter nor take it elsewhere.
 */
final class RequestStates {
    /** How long an agent's person may take for one round. */
    static final Duration LIFE = Duration.ofMinutes(30);

    private static final String PURPOSE = "state";
    private static final Members.Wanted STATE = Members.Wanted.of("requestState");

    private final Seal seal;
    private final InstantSource clock;

    RequestStates(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A result with its state sealed; as it is if it has none.
     *
     * @param result a JSON object
     */
    byte[] sealed(byte[] result, Asked asked, Target target) throws MalformedJson {
        Span at = Members.read(new JsonReader(result), STATE).get(0);
        if (at == null || result[at.start()] != '"') {
            return result;
        }
        byte[] state = JsonText.string(result, at).getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + state.length)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(state)
                .array();
        String text = seal.seal(plain, bound(asked, target));
        return new JsonEdit(result, new Span(0, result.length))
                .replace(at, JsonText.quote(text))
                .apply()
                .toBytes();
    }

    /** What a request's state was before it was sealed; null if it is none for this request, or too old. */
    @Nullable
    String opened(String sealed, Asked asked, Target target) {
        byte[] plain = seal.open(sealed, bound(asked, target));
        if (plain == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(plain);
        boolean late = clock.instant().isAfter(Instant.ofEpochSecond(bytes.getLong()));
        return late ? null : new String(plain, Long.BYTES, plain.length - Long.BYTES, StandardCharsets.UTF_8);
    }

    private static String bound(Asked asked, Target target) {
        VirtualKeyConfig key = asked.caller().key();
        RpcMessage message = asked.message();
        Span arguments = message.arguments();
        return String.join(
                "\n",
                PURPOSE,
                key.tenant().toString(),
                key.id().toString(),
                target.server().id().toString(),
                asked.method(),
                target.name(),
                arguments == null ? "" : meaning(arguments.text(message.bytes())));
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
