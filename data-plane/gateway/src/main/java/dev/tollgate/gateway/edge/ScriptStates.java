package dev.tollgate.gateway.edge;

import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The {@code requestState} of a script that was ended for a question (2026-07-28), sealed like those of calls: bound to the
 * caller and the script, and to a time.
 */
final class ScriptStates {
    private static final String PURPOSE = "script";
    private static final int HEAD_BYTES = 4 * Long.BYTES + 2 * Integer.BYTES;
    /** Of Base64 with what seals it, in characters a byte. */
    private static final int CHARS_PER_BYTE = 2;

    private final Seal seal;
    private final int journalBytesMax;
    private final InstantSource clock;

    ScriptStates(Seal seal, int journalBytesMax, InstantSource clock) {
        this.seal = seal;
        this.journalBytesMax = journalBytesMax;
        this.clock = clock;
    }

    int journalBytesMax() {
        return journalBytesMax;
    }

    String sealed(ScriptRound round, Asked asked) {
        byte[] plain = ByteBuffer.allocate(HEAD_BYTES + round.journal().length)
                .putLong(clock.instant().plus(Approvals.ANSWER_MAX).getEpochSecond())
                .putLong(round.parent().getMostSignificantBits())
                .putLong(round.parent().getLeastSignificantBits())
                .putLong(round.spentNanos())
                .putInt(round.number())
                .putInt(round.answered())
                .put(round.journal())
                .array();
        return seal.seal(plain, bound(asked));
    }

    /** The round that a request's state is of; null if it is none of this script and caller, or too old. */
    @Nullable
    ScriptRound opened(String sealed, Asked asked) {
        byte[] plain = seal.open(sealed, bound(asked), CHARS_PER_BYTE * (HEAD_BYTES + journalBytesMax) + 256);
        if (plain == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(plain);
        if (clock.instant().isAfter(Instant.ofEpochSecond(bytes.getLong()))) {
            return null;
        }
        UUID parent = new UUID(bytes.getLong(), bytes.getLong());
        long spentNanos = bytes.getLong();
        int number = bytes.getInt();
        int answered = bytes.getInt();
        byte[] journal = new byte[bytes.remaining()];
        bytes.get(journal);
        return new ScriptRound(number, parent, spentNanos, answered, journal);
    }

    private static String bound(Asked asked) {
        VirtualKeyConfig key = asked.caller().key();
        return String.join(
                "\n",
                PURPOSE,
                key.tenant().toString(),
                key.id().toString(),
                asked.caller().client(),
                String.valueOf(asked.caller().group()),
                RequestStates.arguments(asked.message()));
    }
}
