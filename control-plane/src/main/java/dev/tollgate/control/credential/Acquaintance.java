package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.Discovered;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.Provider;
import dev.tollgate.control.oauth.PublicAddress;
import dev.tollgate.control.oauth.Registration;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.OauthCredential.KnownBy;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.model.api.PersonExchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who lets in to a server, and makes Tollgate known there. Waits for both, so it is called without a transaction. Each
 * method throws {@link IllegalArgumentException} if what they say cannot be used, with the reason for an admin.
 */
@ApplicationScoped
class Acquaintance {
    private static final String CLIENT_NAME = "Tollgate";

    private final OauthClient oauth;
    private final PublicAddress address;

    Acquaintance(OauthClient oauth, PublicAddress address) {
        this.oauth = oauth;
        this.address = address;
    }

    /** Whom tokens would come from, for what. */
    private record Looked(
            Provider provider,
            List<String> scopes,
            @Nullable URI resource) {}

    /**
     * As whom, and what else is to be kept of it.
     *
     * @param secret to be sealed; empty if there is none
     */
    record Made(Access access, Found found, String secret) {
        @Override
        public String toString() {
            return "acquaintance with " + found.issuer();
        }
    }

    OauthPreview preview(URI server, OauthCredential wanted) {
        Looked looked = look(server, wanted);
        return new OauthPreview(
                looked.provider().issuer(),
                knownBy(wanted, looked.provider()),
                looked.scopes(),
                looked.resource(),
                grant(server, wanted, looked.provider()));
    }

    private OauthPreview.@Nullable Grant grant(URI server, OauthCredential wanted, Provider signIn) {
        @Nullable PersonExchange exchange = wanted.exchange();
        if (exchange != null) {
            return new OauthPreview.Grant(
                    signIn.issuer(),
                    exchange.scopes(),
                    resource(exchange.withoutResource(), exchange.resource(), server),
                    signIn.exchanges(),
                    null);
        }
        @Nullable IdJag idJag = wanted.idJag();
        if (idJag == null) {
            return null;
        }
        Provider own = oauth.provider(idJag.issuer());
        return new OauthPreview.Grant(
                own.issuer(),
                idJag.scopes(),
                resource(idJag.withoutResource(), idJag.resource(), server),
                signIn.exchanges(),
                own.takesAssertions());
    }

    /**
     * Looks anew each time. A client that Tollgate has there already is taken again; it is of one issuer.
     *
     * @param kept as whom Tollgate is known, if it is
     */
    Made make(URI server, OauthCredential wanted, Optional<ClientIdentity> kept, Instant now) {
        Looked looked = look(server, wanted);
        KnownBy by = knownBy(wanted, looked.provider());
        if (kept.isPresent() && (by == KnownBy.GIVEN_CLIENT || isStillGood(wanted.found(), looked, by, now))) {
            @Nullable Found found = wanted.found();
            return made(looked, by, kept.get(), found == null ? null : found.secretExpiresAt(), now);
        }
        Registration registration =
                oauth.register(looked.provider(), new Registration.Wanted(CLIENT_NAME, address.callback()));
        return made(looked, by, registration.client(), registration.secretExpiresAt(), now);
    }

    /** What tokens are renewed and revoked with, without asking the server again. */
    Access again(Found found, ClientIdentity client) {
        return again(found, client, oauth);
    }

    static Access again(Found found, ClientIdentity client, OauthClient oauth) {
        Provider provider =
                found.documented() ? oauth.provider(found.issuer()) : Provider.withoutDocument(found.issuer());
        return new Access(provider, client, found.resource(), found.scopes());
    }

    private Looked look(URI server, OauthCredential wanted) {
        @Nullable URI issuer = wanted.issuer();
        if (issuer != null) {
            Provider provider = oauth.provider(issuer);
            provider.signIn();
            return new Looked(provider, wanted.scopes(), resource(wanted, server));
        }
        Discovered discovered = oauth.discover(server)
                .orElseThrow(() -> new IllegalArgumentException(
                        "takes requests without credentials and names no provider: give the provider's issuer"));
        discovered.provider().signIn();
        return new Looked(
                discovered.provider(),
                wanted.scopes().isEmpty() ? discovered.server().scopes() : wanted.scopes(),
                resource(wanted, discovered.server().resource()));
    }

    private static @Nullable URI resource(OauthCredential wanted, @Nullable URI otherwise) {
        return resource(wanted.withoutResource(), wanted.resource(), otherwise);
    }

    private static @Nullable URI resource(boolean without, @Nullable URI given, @Nullable URI otherwise) {
        if (without) {
            return null;
        }
        return given == null ? otherwise : given;
    }

    private KnownBy knownBy(OauthCredential wanted, Provider provider) {
        if (wanted.clientId() != null) {
            return KnownBy.GIVEN_CLIENT;
        }
        if (provider.clientDocuments() && address.clientDocument().isPresent()) {
            return KnownBy.CLIENT_DOCUMENT;
        }
        if (provider.registrationEndpoint() == null) {
            throw new IllegalArgumentException(
                    "has a provider that takes no registrations: give its issuer, and the client that you have there");
        }
        return KnownBy.REGISTRATION;
    }

    private static boolean isStillGood(@Nullable Found found, Looked looked, KnownBy by, Instant now) {
        return found != null
                && found.issuer().equals(looked.provider().issuer())
                && found.knownBy() == by
                && (found.secretExpiresAt() == null || found.secretExpiresAt().isAfter(now));
    }

    private static Made made(
            Looked looked, KnownBy by, ClientIdentity client, @Nullable Instant secretExpiresAt, Instant now) {
        Found found = new Found(
                looked.provider().issuer(),
                looked.provider().documented(),
                client.clientId(),
                by,
                method(client),
                looked.scopes(),
                looked.resource(),
                now,
                secretExpiresAt);
        String secret = client instanceof ClientIdentity.Secret one ? one.secret() : "";
        return new Made(new Access(looked.provider(), client, looked.resource(), looked.scopes()), found, secret);
    }

    private static @Nullable ClientMethod method(ClientIdentity client) {
        return switch (client) {
            case ClientIdentity.Public _ -> null;
            case ClientIdentity.Secret secret ->
                secret.method() == ClientIdentity.SecretMethod.BASIC
                        ? ClientMethod.CLIENT_SECRET_BASIC
                        : ClientMethod.CLIENT_SECRET_POST;
            case ClientIdentity.PrivateKeyJwt _ -> ClientMethod.PRIVATE_KEY_JWT;
        };
    }
}
