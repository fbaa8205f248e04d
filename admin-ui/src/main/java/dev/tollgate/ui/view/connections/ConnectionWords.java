package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Texts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a connection does, in words. */
final class ConnectionWords {
    private ConnectionWords() {}

    static boolean isByHeaders(Connection connection) {
        return connection.kind() == ServerCredential.Kind.PERSON_HEADERS;
    }

    /** Whether the person has given anything that can be ended. */
    static boolean isMade(Connection connection) {
        return connection.token() != null
                || connection.headers().stream().anyMatch(header -> header.changedAt() != null);
    }

    static Span state(Connection connection) {
        if (!isByHeaders(connection)) {
            return state(connection.token());
        }
        return isMissingSome(connection) ? Badges.waiting("needs your headers") : Badges.good("connected");
    }

    private static Span state(@Nullable AccessTokenStatus token) {
        if (token == null) {
            return Badges.neutral("not connected");
        }
        return switch (token.state()) {
            case PENDING -> Badges.waiting("being renewed");
            case VALID -> Badges.good("connected");
            case RETRYING -> Badges.waiting("connected, renewal is retried");
            case NEEDS_ATTENTION -> Badges.bad("connect anew");
        };
    }

    /** What the person has to do before their agents can call the server; empty if nothing. */
    static String toDo(Connection connection) {
        if (isByHeaders(connection)) {
            return isMissingSome(connection) ? "Give your headers" : "";
        }
        @Nullable AccessTokenStatus token = connection.token();
        if (token == null) {
            return "Connect your account";
        }
        return token.state() == AccessTokenStatus.State.NEEDS_ATTENTION ? "Connect your account anew" : "";
    }

    private static boolean isMissingSome(Connection connection) {
        return connection.headers().stream().anyMatch(header -> header.changedAt() == null);
    }

    static String until(Connection connection) {
        return isByHeaders(connection) ? Texts.NONE : until(connection.token());
    }

    static String until(@Nullable AccessTokenStatus token) {
        if (token == null) {
            return Texts.NONE;
        }
        return token.expiresAt() == null ? "as long as the provider lets it" : Texts.minute(token.expiresAt());
    }

    /** What the server knows the person by: an account at a provider, or headers by their names. */
    static String by(Connection connection) {
        if (isByHeaders(connection)) {
            return connection.headers().stream()
                    .map(PersonHeaders.Header::name)
                    .collect(Collectors.joining(", ", "your own ", ""));
        }
        return connection.issuer() == null
                ? "an account at the provider that is found when you connect"
                : "an account at " + connection.issuer();
    }

    static String ended(Connection connection, Disconnected ended) {
        if (isByHeaders(connection)) {
            return "Disconnected. Your headers are forgotten.";
        }
        return switch (ended.provider()) {
            case REVOKED -> "Disconnected, and revoked at the provider.";
            case TAKES_NONE -> "Disconnected. The provider cannot be told; what it gave runs out by itself.";
            case TOLD_LATER -> "Disconnected. The provider did not answer and is told later.";
            case NOT_TOLD -> "Disconnected. The provider was not told; what it gave runs out by itself.";
        };
    }
}
