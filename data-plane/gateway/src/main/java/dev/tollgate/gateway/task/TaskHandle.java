package dev.tollgate.gateway.task;

import dev.tollgate.model.id.ServerId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What any gateway must know to ask a server about a task.
 *
 * @param tool whose call made it, by the name on its server
 * @param upstreamId the server's own id of it; untrusted
 * @param session of the server that knows it; absent if any does
 * @param gateway where alone the server is reached that knows it, because it is a process or a connection of that
 *     gateway's; absent if any gateway reaches it
 */
public record TaskHandle(
        ServerId server,
        String tool,
        TaskForm form,
        String upstreamId,
        @Nullable String session,
        @Nullable String gateway) {
    /** Of a server's own id, and of its session's: what is sealed travels in a header too. */
    public static final int PART_CHARS_MAX = 512;

    private static final int ENCODING = 1;

    /** Whether its parts are short enough to be carried. */
    public boolean isCarriable() {
        return upstreamId.length() <= PART_CHARS_MAX && (session == null || session.length() <= PART_CHARS_MAX);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(ENCODING);
            out.writeLong(server.value().getMostSignificantBits());
            out.writeLong(server.value().getLeastSignificantBits());
            out.writeUTF(tool);
            out.writeByte(form.ordinal());
            out.writeUTF(upstreamId);
            write(out, session);
            write(out, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException("there is nothing to fail in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    /**
     * @throws IOException if it was written by a gateway of another version
     */
    static TaskHandle decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != ENCODING) {
            throw new IOException("a task in another encoding");
        }
        return new TaskHandle(
                new ServerId(new UUID(in.readLong(), in.readLong())),
                in.readUTF(),
                TaskForm.values()[in.readByte()],
                in.readUTF(),
                in.readBoolean() ? in.readUTF() : null,
                in.readBoolean() ? in.readUTF() : null);
    }
}
