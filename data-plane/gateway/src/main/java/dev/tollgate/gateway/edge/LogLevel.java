package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How severe a log message is (RFC 5424), least first. */
enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    private static final String MESSAGE = "notifications/message";
    private static final Members.Wanted LEVEL = Members.Wanted.of("level");

    static Optional<LogLevel> of(String name) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(name))
                .findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(LogLevel::text).collect(Collectors.joining(", "));
    }

    /** The level of a notification that is a log message; empty for any other. One without a level that is known is an error. */
    static Optional<LogLevel> ofMessage(Buffer notification) {
        try {
            RpcMessage message = RpcMessage.scan(notification.getBytes());
            if (!MESSAGE.equals(message.method())) {
                return Optional.empty();
            }
            Span params = message.params();
            String level = params == null || !message.isObject(params)
                    ? null
                    : message.string(
                            Members.read(message.bytes(), params, LEVEL).get(0));
            return Optional.of(level == null ? ERROR : of(level).orElse(ERROR));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
