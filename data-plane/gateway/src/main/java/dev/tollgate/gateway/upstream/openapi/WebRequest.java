package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.openapi.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a site.
 *
 * @param target path and query
 * @param bodyBytesMax of the answer
 */
record WebRequest(
        String method,
        String target,
        List<Binding.Header> headers,
        byte @Nullable [] body,
        @Nullable String mediaType,
        String accept,
        int bodyBytesMax) {
    WebRequest {
        headers = List.copyOf(headers);
    }
}
