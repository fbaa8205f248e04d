package dev.tollgate.gateway.session;

import dev.tollgate.gateway.upstream.ClientAbilities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * What was agreed with a legacy client.
 *
 * @param revision the MCP revision to speak
 * @param clientName in its own words, untrusted; empty if it gave none, like its version
 * @param endsAt when the client is to begin anew
 */
public record ClientSession(
        UUID id, String revision, String clientName, String clientVersion, ClientAbilities abilities, Instant endsAt) {
    private static final int FORM = 1;

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            out.writeUTF(revision);
            out.writeUTF(clientName);
            out.writeUTF(clientVersion);
            out.writeBoolean(abilities.elicitationForm());
            out.writeBoolean(abilities.elicitationUrl());
            out.writeBoolean(abilities.sampling());
            out.writeBoolean(abilities.samplingTools());
            out.writeBoolean(abilities.roots());
            out.writeLong(endsAt.getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException("there is nothing to fail in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if it was written in another form
     */
    static ClientSession decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != FORM) {
            throw new IOException("a session in another form");
        }
        return new ClientSession(
                new UUID(in.readLong(), in.readLong()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                new ClientAbilities(
                        in.readBoolean(), in.readBoolean(), in.readBoolean(), in.readBoolean(), in.readBoolean()),
                Instant.ofEpochSecond(in.readLong()));
    }
}
