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

    private Optional<String> legacy(@Nullable ClientSession session) {
        return session == null ? Optional.empty() : states.logLevel(session.id());
    }

    private static boolean isFrom(Optional<String> floor, LogLevel level, boolean withoutFloor) {
        return floor.flatMap(LogLevel::of)
                .map(least -> level.compareTo(least) >= 0)
                .orElse(withoutFloor);
    }
}
