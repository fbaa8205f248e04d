package dev.tollgate.model.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks what tools an OpenAPI document would become; exactly one of the first two is given.
 *
 * @param documentUrl where the document is read
 * @param document its text, JSON or YAML
 * @param baseUrl where the operations would be called; absent to take what the document says
 */
public record PreviewOpenApi(
        @Nullable URI documentUrl,
        @Nullable String document,
        @Nullable URI baseUrl) {}
