package dev.tollgate.model.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to know the tenant by, or each of its people, as written by a client: one of these.
 *
 * @param headers 1 to 16
 * @param clientCredentials Tollgate asks a provider for tokens, as a client of it
 * @param tokenExchange the same, with a token that another one is given for
 * @param oauth people let Tollgate in at a provider
 * @param personHeaders 1 to 16 names; each person gives values of their own
 * @param lookAs whose connection Tollgate looks at the server with, of the kinds where each person has one: the identity
 *     provider's id of a user; absent for the first admin who connects
 */
public record NewServerCredential(
        @Nullable List<Header> headers,
        @Nullable NewClientCredentials clientCredentials,
        @Nullable NewTokenExchange tokenExchange,
        @Nullable NewOauthCredential oauth,
        @Nullable List<String> personHeaders,
        @Nullable UUID lookAs) {
    public NewServerCredential(List<Header> headers) {
        this(headers, null, null, null, null, null);
    }

    public NewServerCredential(NewClientCredentials clientCredentials) {
        this(null, clientCredentials, null, null, null, null);
    }

    public NewServerCredential(NewTokenExchange tokenExchange) {
        this(null, null, tokenExchange, null, null, null);
    }

    public NewServerCredential(NewOauthCredential oauth) {
        this(null, null, null, oauth, null, null);
    }

    /** Each person lets Tollgate in with their own account. */
    public NewServerCredential(NewOauthCredential oauth, @Nullable UUID lookAs) {
        this(null, null, null, oauth, null, lookAs);
    }

    /** Each person gives values of their own for headers of these names. */
    public static NewServerCredential ofEachPerson(List<String> headers, @Nullable UUID lookAs) {
        return new NewServerCredential(null, null, null, null, headers, lookAs);
    }

    /**
     * A header of each request to the server.
     *
     * @param value absent to keep the value that is stored under this name
     */
    public record Header(String name, @Nullable String value) {
        @Override
        public String toString() {
            return name + ": …";
        }
    }
}
