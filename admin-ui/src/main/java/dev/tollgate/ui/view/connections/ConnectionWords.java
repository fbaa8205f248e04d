package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Texts;
import org.jspecify.annotations.Nullable;

/** How a connection does, in words. */
final class ConnectionWords {
    private ConnectionWords() {}

    static Span state(Connection connection) {
        return connection.kind() == ServerCredential.Kind.PERSON_HEADERS
                ? Badges.neutral("headers of your own")
                : state(connection.token());
    }

    static Span state(@Nullable AccessTokenStatus token) {
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

    static String until(@Nullable AccessTokenStatus token) {
        if (token == null) {
            return Texts.NONE;
        }
        return token.expiresAt() == null ? "as long as the provider lets it" : Texts.minute(token.expiresAt());
    }

    static String provider(Connection connection) {
        return connection.issuer() == null
                ? "found when you connect"
                : connection.issuer().toString();
    }

    static String ended(Disconnected ended) {
        return switch (ended.provider()) {
            case REVOKED -> "Disconnected, and revoked at the provider.";
            case TAKES_NONE -> "Disconnected. The provider cannot be told; what it gave runs out by itself.";
            case TOLD_LATER -> "Disconnected. The provider did not answer and is told later.";
            case NOT_TOLD -> "Disconnected. The provider was not told; what it gave runs out by itself.";
        };
    }
}
