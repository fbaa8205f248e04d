package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.session.SessionStates;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which log messages reach an agent: in the modern era those that its request asks for, in a legacy session those from the
 * level that it set on, and without a session all.
 */
final class LogFloors {
    private final SessionStates states;

    LogFloors(SessionStates states) {
        this.states = states;
    }

    /** Whether a notification may reach the agent; what is no log message always may. */
    boolean admits(Asked asked, Buffer notification) {
        Optional<LogLevel> level = LogLevel.ofMessage(notification);
        return level.isEmpty()
                || switch (asked.era()) {
                    case LEGACY -> isFrom(legacy(asked.caller().session()), level.get(), true);
                    case MODERN -> isFrom(Optional.ofNullable(asked.meta().logLevel()), level.get(), false);
                };
    }

    /**
     * The agent's {@code _meta} as it goes up. A server of the modern era sends no log message that the request does not ask
     * for, so a legacy session's level stands in each request.
     */
    @Nullable
    Buffer meta(Asked asked) {
        Buffer sent = asked.sentMeta();
        Optional<String> level = asked.era() == Era.LEGACY && asked.meta().logLevel() == null
                ? legacy(asked.caller().session()).flatMap(LogLevel::of).map(LogLevel::text)
                : Optional.empty();
        return level.isEmpty() ? sent : withLevel(sent, level.get());
    }

    private static Buffer withLevel(@Nullable Buffer meta, String level) {
        String members = meta == null ? "}" : meta.getString(1, meta.length());
        String separator = members.stripLeading().equals("}") ? "" : ",";
        return Buffer.buffer("{\"io.modelcontextprotocol/logLevel\":\"" + level + "\"" + separator + members);
    }

    private Optional<String> legacy(@Nullable ClientSession session) {
        return session == null ? Optional.empty() : states.logLevel(session.id());
    }

    private static boolean isFrom(Optional<String> floor, LogLevel level, boolean withoutFloor) {
        return floor.flatMap(LogLevel::of)
                .map(least -> level.compareTo(least) >= 0)
                .orElse(withoutFloor);
    }
}
