package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers token requests with what was put in line, and notes what was asked; one provider lets in to every server. */
public class FakeOauthClient implements OauthClient {
    public static final URI ISSUER = URI.create("https://provider.example");

    private static final Provider PROVIDER = new Provider(
            ISSUER,
            ISSUER.resolve("/authorize"),
            ISSUER.resolve("/token"),
            ISSUER.resolve("/register"),
            ISSUER.resolve("/revoke"),
            Set.of("read", "offline_access"),
            null,
            null,
            Set.of("S256"),
            true,
            false,
            true);

    private final Deque<TokenAnswer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    /** What the next request for tokens is answered with. */
    public FakeOauthClient next(TokenAnswer answer) {
        answers.add(answer);
        return this;
    }

    /** Each request: the name of the method, and the token or code that it came with. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private TokenAnswer answer(String request) {
        asked.add(request);
        return answers.isEmpty() ? new TokenAnswer.ProviderAway("has nothing in line", null) : answers.remove();
    }

    @Override
    public Optional<Discovered> discover(URI server) {
        return Optional.of(new Discovered(new Protected(server, List.of(ISSUER), List.of("read")), PROVIDER));
    }

    @Override
    public Provider provider(URI issuer) {
        return PROVIDER;
    }

    @Override
    public Registration register(Provider provider, Registration.Wanted wanted) {
        asked.add("register " + wanted.redirect());
        return new Registration(new ClientIdentity.Public("registered"), null);
    }

    @Override
    public Departure depart(Access access, URI redirect) {
        return new Departure(
                URI.create(access.provider().authorizationEndpoint() + "?state=state"),
                new Departure.Kept("state", "verifier", ISSUER, redirect));
    }

    @Override
    public TokenAnswer redeem(Access access, Departure.Kept kept, Callback callback) {
        if (!kept.state().equals(callback.state())) {
            throw new IllegalArgumentException("is not the answer to this request");
        }
        return answer("redeem " + callback.code());
    }

    @Override
    public TokenAnswer refresh(Access access, String refreshToken) {
        return answer("refresh " + refreshToken);
    }

    @Override
    public TokenAnswer clientCredentials(Access access) {
        return answer("clientCredentials " + access.client().clientId());
    }

    @Override
    public TokenAnswer exchange(Access access, SubjectToken subject, @Nullable String audience) {
        return answer("exchange " + subject.token());
    }

    @Override
    public TokenAnswer vouched(Access vouching, SubjectToken subject, Access access) {
        return answer("vouched " + subject.token());
    }

    @Override
    public TokenAnswer assertion(Access access, String assertion) {
        return answer("assertion " + assertion);
    }

    @Override
    public boolean revoke(Access access, String token) {
        asked.add("revoke " + token);
        return true;
    }
}
