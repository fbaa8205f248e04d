package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.model.api.OauthCredential.Found;
import java.util.Optional;

/** What a sign-in is renewed with: at the provider, and as the client, that it was made with. */
record AsConnected(Found found, ClientIdentity client) implements AccessOf.Question {
    @Override
    public Access access(OauthClient oauth) {
        return Acquaintance.again(found, client, oauth);
    }

    /** Only the person can. */
    @Override
    public Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
        return Optional.empty();
    }
}
