package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import java.util.Optional;

/** How one kind of credential comes by access tokens; one bean for each kind that does. */
interface AccessOf {
    Kind kind();

    /** Reads what is to be asked, within a transaction; it is asked outside of any. */
    Question question(CredentialRow credential, TokenId token, TenantId tenant);

    /** What is asked; has secrets in it. */
    interface Question {
        /**
         * @throws IllegalArgumentException if what the provider says of itself cannot be used, with the reason for an admin
         */
        Access access(OauthClient oauth);

        /** Asks where there is no refresh token; empty if a person has to get the first token. */
        Optional<TokenAnswer> ask(Access access, OauthClient oauth);
    }

    /** What a refresh token gives is a sign-in, which no server is to see: another token is asked for with it. */
    interface Exchanging extends Question {
        /** The sign-in, which is renewed as an account is. */
        AsConnected signIn();

        @Override
        default Access access(OauthClient oauth) {
            return signIn().access(oauth);
        }

        @Override
        default Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
            return signIn().ask(access, oauth);
        }

        /**
         * Asks for the token for the server. The refresh token that came with the sign-in is stored by then.
         *
         * @param access that the sign-in was renewed with
         * @throws IllegalArgumentException as {@link #access}
         */
        TokenAnswer exchanged(Access access, TokenAnswer.Tokens signedIn, OauthClient oauth);
    }
}
