package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import dev.tollgate.gateway.upstream.ClientAbilities;
import org.jspecify.annotations.Nullable;

/** What a client says it can do, in {@code initialize} or in a modern request's {@code _meta}. */
final class Capabilities {
    private static final int EMPTY_BYTES = 2;
    private static final Members.Wanted CLIENT = Members.Wanted.of("elicitation", "sampling", "roots", "extensions");
    private static final Members.Wanted ELICITATION = Members.Wanted.of("form", "url");
    private static final Members.Wanted EXTENSIONS = Members.Wanted.of(ClientAbilities.TASKS_EXTENSION);
    private static final Members.Wanted SAMPLING = Members.Wanted.of("tools");

    private Capabilities() {}

    /**
     * @param at where the capabilities stand; absent if nothing is said of them
     */
    static ClientAbilities of(byte[] bytes, @Nullable Span at) throws MalformedJson {
        if (at == null || at.length() == EMPTY_BYTES || bytes[at.start()] != '{') {
            return ClientAbilities.NONE;
        }
        Members members = Members.read(bytes, at, CLIENT);
        Members elicitation = object(bytes, members.get(0), ELICITATION);
        boolean url = elicitation != null && elicitation.get(1) != null;
        // Without a mode it is the one that came first.
        boolean form = elicitation != null && (elicitation.get(0) != null || !url);
        Members sampling = object(bytes, members.get(1), SAMPLING);
        ClientAbilities abilities = new ClientAbilities(
                form,
                url,
                sampling != null,
                sampling != null && sampling.get(0) != null,
                object(bytes, members.get(2), SAMPLING) != null);
        Members extensions = object(bytes, members.get(3), EXTENSIONS);
        return extensions == null || extensions.get(0) == null ? abilities : abilities.withTasks();
    }

    private static @Nullable Members object(byte[] bytes, @Nullable Span at, Members.Wanted wanted)
            throws MalformedJson {
        return at == null || bytes[at.start()] != '{' ? null : Members.read(bytes, at, wanted);
    }
}
