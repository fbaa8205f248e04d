package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server is to know the tenant by, as written by a client.
 *
 * @param headers 1 to 16
 */
public record NewServerCredential(List<Header> headers) {
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
