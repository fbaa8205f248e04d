package dev.tollgate.model.api;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks what tools an OpenAPI document would become; exactly one of the first two is given.
 *
 * @param documentUrl where the document is read
 * @param document its text, JSON or YAML
 * @param baseUrl where the operations would be called; absent to take what the document says
 * @param serverId whose certificates it is read with, if it stands at that server's origin; absent: with none
 */
public record PreviewOpenApi(
        @Nullable URI documentUrl,
        @Nullable String document,
        @Nullable URI baseUrl,
        @Nullable UUID serverId) {
    /** Of what is not connected yet. */
    public PreviewOpenApi(@Nullable URI documentUrl, @Nullable String document, @Nullable URI baseUrl) {
        this(documentUrl, document, baseUrl, null);
    }

    public PreviewOpenApi of(UUID server) {
        return new PreviewOpenApi(documentUrl, document, baseUrl, server);
    }
}
