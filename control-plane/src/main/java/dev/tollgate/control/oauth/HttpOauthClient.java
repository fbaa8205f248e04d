package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.outgoing.Reply;
import dev.tollgate.model.oauth.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks OAuth with whatever provider a server trusts, over the gate that every connection for tenants passes. */
@ApplicationScoped
public class HttpOauthClient implements OauthClient {
    private static final String ID_JAG = "urn:ietf:params:oauth:token-type:id-jag";

    private final ResourceDiscovery resources;
    private final ProviderDiscovery providers;
    private final Introduction introduction;
    private final CodeFlow codes = new CodeFlow();
    private final TokenEndpoint tokens;

    @Inject
    public HttpOauthClient(Fetch fetch, OutgoingGate gate, PublicAddress address) {
        this(fetch, gate, address.clientDocument());
    }

    HttpOauthClient(Fetch fetch, OutgoingGate gate, Optional<URI> clientDocument) {
        this.resources = new ResourceDiscovery(fetch);
        this.providers = new ProviderDiscovery(fetch, gate);
        this.introduction = new Introduction(fetch, clientDocument);
        this.tokens = new TokenEndpoint(fetch, Clock.systemUTC());
    }

    @Override
    public Optional<Discovered> discover(URI server) {
        Reply reply = resources.ask(server);
        Challenge challenge = Challenge.of(reply.challenges());
        Optional<Protected> found = resources.find(server, challenge);
        return found.isEmpty() && reply.status() != 401
                ? Optional.empty()
                : Optional.of(discovered(server, found, challenge));
    }

    /** Servers of MCP 2025-03-26 publish nothing; then they are their own provider, with or without a document. */
    private Discovered discovered(URI server, Optional<Protected> found, Challenge challenge) {
        if (found.isPresent()) {
            return new Discovered(
                    found.get(), provider(found.get().authorizationServers().getFirst()));
        }
        Protected without = ResourceDiscovery.withoutDocument(server, challenge);
        URI issuer = without.authorizationServers().getFirst();
        return new Discovered(without, providers.find(issuer).orElseGet(() -> Provider.withoutDocument(issuer)));
    }

    @Override
    public Provider provider(URI issuer) {
        return providers
                .find(issuer)
                .orElseThrow(() -> new IllegalArgumentException("trusts a provider that publishes no metadata"));
    }

    @Override
    public Registration register(Provider provider, Registration.Wanted wanted) {
        return introduction.to(provider, wanted);
    }

    @Override
    public Departure depart(Access access, URI redirect) {
        return codes.depart(access, redirect);
    }

    @Override
    public TokenAnswer redeem(Access access, Departure.Kept kept, Callback callback) {
        @Nullable String code = codes.code(access, kept, callback);
        if (code == null) {
            return TokenEndpoint.refused(String.valueOf(callback.error()), callback.errorDescription());
        }
        Form form = new Form()
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", kept.redirect())
                .with("code_verifier", kept.verifier());
        return tokens.ask(access, form);
    }

    @Override
    public TokenAnswer refresh(Access access, String refreshToken) {
        return tokens.ask(access, new Form().with("grant_type", "refresh_token").with("refresh_token", refreshToken));
    }

    @Override
    public TokenAnswer clientCredentials(Access access) {
        return tokens.ask(access, scoped(access).with("grant_type", "client_credentials"));
    }

    @Override
    public TokenAnswer exchange(Access access, SubjectToken subject, @Nullable String audience) {
        Form form = exchanged(access, subject)
                .with("requested_token_type", SubjectToken.ACCESS_TOKEN)
                .with("audience", audience);
        return tokens.ask(access, form);
    }

    @Override
    public TokenAnswer vouched(Access vouching, SubjectToken subject, Access access) {
        Access atProvider = new Access(vouching.provider(), vouching.client(), access.resource(), access.scopes());
        Form form = exchanged(atProvider, subject)
                .with("requested_token_type", ID_JAG)
                .with("audience", access.provider().issuer());
        TokenAnswer grant = tokens.askFor(ID_JAG, atProvider, form);
        return grant instanceof TokenAnswer.Tokens given ? assertion(access, given.accessToken()) : grant;
    }

    private static Form exchanged(Access access, SubjectToken subject) {
        return scoped(access)
                .with("grant_type", GrantTypes.EXCHANGE)
                .with("subject_token", subject.token())
                .with("subject_token_type", subject.type());
    }

    @Override
    public TokenAnswer assertion(Access access, String assertion) {
        return tokens.ask(
                access, scoped(access).with("grant_type", GrantTypes.ASSERTION).with("assertion", assertion));
    }

    private static Form scoped(Access access) {
        return new Form().with("scope", access.scopes().isEmpty() ? null : Scopes.text(access.scopes()));
    }

    @Override
    public boolean revoke(Access access, String token) {
        @Nullable URI endpoint = access.provider().revocationEndpoint();
        try {
            return endpoint != null
                    && tokens.post(access, endpoint, new Form().with("token", token))
                                    .status()
                            == 200;
        } catch (IllegalArgumentException _) {
            // Away, which is told apart from a refusal by nobody.
            return false;
        }
    }
}
