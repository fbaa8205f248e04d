package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to know the tenant by, as written by a client: one of them.
 *
 * @param headers 1 to 16
 * @param clientCredentials Tollgate asks a provider for tokens, as a client of it
 * @param tokenExchange the same, with a token that another one is given for
 */
public record NewServerCredential(
        @Nullable List<Header> headers,
        @Nullable NewClientCredentials clientCredentials,
        @Nullable NewTokenExchange tokenExchange) {
    public NewServerCredential(List<Header> headers) {
        this(headers, null, null);
    }

    public NewServerCredential(NewClientCredentials clientCredentials) {
        this(null, clientCredentials, null);
    }

    public NewServerCredential(NewTokenExchange tokenExchange) {
        this(null, null, tokenExchange);
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
