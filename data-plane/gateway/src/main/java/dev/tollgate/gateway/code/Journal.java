package dev.tollgate.gateway.code;

import dev.tollgate.gateway.code.ToolCaller.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a script gave, by their numbers. A script does the same whenever its calls give the same: so one that
 * was ended for a question is run again from its start, and none of its calls is made twice. Safe from any thread.
 */
final class Journal {
    /** What may be held, of which the packed journal is the compressed text. */
    private static final int HELD_PER_PACKED = 8;

    private static final int HASH_BYTES = 16;
    private static final int ENTRY_BYTES = 64;

    private final Pauses pauses;
    private final Map<Integer, Entry> given = new HashMap<>();
    /** The calls that the run before was ended for, by their numbers. */
    private final Map<Integer, byte[]> askedBefore = new HashMap<>();

    /** In the order of their numbers. */
    private final Map<Integer, Asking> asking = new TreeMap<>();

    private volatile long heldBytes;
    private volatile boolean full;
    private volatile boolean strayed;
    private volatile ScriptEnd.@Nullable Pause pause;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] hash, Answer answer) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asking(byte[] hash, byte[] params) {}

    Journal(Pauses pauses) {
        this.pauses = pauses;
        this.full = !pauses.more();
    }

    /** Reads what the run before left. To be called once, before the first call. */
    synchronized void begin() {
        if (isAnother()) {
            unpack(pauses.earlier());
        }
    }

    /** Whether there was a run before. Where there was none, nothing waits for anything here. */
    private boolean isAnother() {
        return pauses.earlier().length > 0;
    }

    /** A call that the script makes: its number, the tool and what it is called with. By one thread at a time. */
    static final class Call {
        private final int number;
        private final ScriptTool tool;
        private final byte[] arguments;
        private byte @Nullable [] hash;

        Call(int number, ScriptTool tool, byte[] arguments) {
            this.number = number;
            this.tool = tool;
            this.arguments = arguments;
        }

        int number() {
            return number;
        }

        /** By which it is known again in the next run. Most scripts have none. */
        private byte[] hash() {
            byte[] known = hash;
            if (known == null) {
                try {
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    digest.update(tool.identity());
                    known = Arrays.copyOf(digest.digest(arguments), HASH_BYTES);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException("every Java platform has SHA-256", e);
                }
                hash = known;
            }
            return known;
        }
    }

    /** What a call gave in an earlier run; null if it was not made, or is another than it was. */
    @Nullable
    Answer given(Call call) {
        return isAnother() ? givenBefore(call) : null;
    }

    private synchronized @Nullable Answer givenBefore(Call call) {
        Entry entry = given.get(call.number);
        byte[] before = entry == null ? askedBefore.get(call.number) : entry.hash;
        if (before != null && !Arrays.equals(before, call.hash())) {
            strayed = true;
            return null;
        }
        return entry == null ? null : entry.answer;
    }

    /** Whether the run before was ended for this call. */
    boolean wasAsked(Call call) {
        return isAnother() && isAskedBefore(call);
    }

    private synchronized boolean isAskedBefore(Call call) {
        return askedBefore.containsKey(call.number);
    }

    /** Whether a call was another than in the run before, so that nothing of this run is good. */
    boolean hasStrayed() {
        return strayed;
    }

    /** Takes down what a call gave. */
    void note(Call call, Answer answer) {
        if (!full) {
            keep(call, answer);
        }
    }

    private synchronized void keep(Call call, Answer answer) {
        if (full || given.containsKey(call.number)) {
            return;
        }
        hold(ENTRY_BYTES + size(answer));
        if (!full) {
            given.put(call.number, new Entry(call.hash(), answer));
        }
    }

    private void hold(long bytes) {
        heldBytes += bytes;
        full = heldBytes > (long) HELD_PER_PACKED * pauses.journalBytesMax();
    }

    private static int size(Answer answer) {
        return switch (answer) {
            case Answer.Result result -> result.result().length;
            case Answer.Refused refused -> refused.words().length();
            case Answer.Asks _ -> 0;
        };
    }

    /** Takes down that somebody is to be asked about a call. */
    synchronized void ask(Call call, byte[] params) {
        asking.put(call.number, new Asking(call.hash(), params));
    }

    /** Ends the run if somebody is to be asked and that is possible. To be called when none of its calls is under way. */
    synchronized void settle(Runnable impossible) {
        if (asking.isEmpty()) {
            return;
        }
        byte[] packed = full ? null : packed();
        if (packed != null && packed.length <= pauses.journalBytesMax()) {
            List<ScriptEnd.Question> questions = new ArrayList<>();
            asking.forEach((number, call) -> questions.add(new ScriptEnd.Question(number, call.params)));
            pause = new ScriptEnd.Pause(List.copyOf(questions), packed);
        } else {
            full = true;
            asking.clear();
            impossible.run();
        }
    }

    /** What the run is ended for; null while it goes on. */
    ScriptEnd.@Nullable Pause pause() {
        return pause;
    }

    /** What the script is told of a call that somebody is to be asked about, and cannot be. */
    String impossible() {
        return "was not called: somebody is to be asked before, and this script cannot be ended for that any more. It was "
                + "so often enough, or its calls gave more than the " + pauses.journalBytesMax()
                + " bytes, compressed, that are carried meanwhile: ask first, or write several scripts";
    }

    /** Bytes that it holds. */
    long heldBytes() {
        return heldBytes;
    }

    private byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(given.size());
            for (Map.Entry<Integer, Entry> each : given.entrySet()) {
                out.writeInt(each.getKey());
                out.write(each.getValue().hash);
                write(out, each.getValue().answer);
            }
            out.writeInt(asking.size());
            for (Map.Entry<Integer, Asking> each : asking.entrySet()) {
                out.writeInt(each.getKey());
                out.write(each.getValue().hash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Answer answer) throws IOException {
        byte[] bytes = switch (answer) {
            case Answer.Result result -> result.result();
            case Answer.Refused refused -> refused.words().getBytes(StandardCharsets.UTF_8);
            case Answer.Asks _ -> throw new IllegalStateException("a question is no answer");
        };
        out.writeBoolean(answer instanceof Answer.Result);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** What comes was sealed by a gateway, so that it is well made. */
    private void unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            for (int left = in.readInt(); left > 0; left--) {
                int number = in.readInt();
                byte[] hash = in.readNBytes(HASH_BYTES);
                boolean result = in.readBoolean();
                byte[] bytes = in.readNBytes(in.readInt());
                Answer answer = result
                        ? new Answer.Result(bytes)
                        : new Answer.Refused(new String(bytes, StandardCharsets.UTF_8));
                given.put(number, new Entry(hash, answer));
                heldBytes += ENTRY_BYTES + size(answer);
            }
            for (int left = in.readInt(); left > 0; left--) {
                int number = in.readInt();
                askedBefore.put(number, in.readNBytes(HASH_BYTES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
