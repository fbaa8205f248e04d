package dev.tollgate.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of the token that a tenant's directory signs in to SCIM with.
 *
 * @param baseUrl what the directory is told as the address of SCIM
 * @param issued whether there is a token
 * @param rotatedAt when the one that counts was made
 * @param previousUntil until when the one before it counts too
 */
public record ScimTokenInfo(
        String baseUrl,
        boolean issued,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousUntil) {}
