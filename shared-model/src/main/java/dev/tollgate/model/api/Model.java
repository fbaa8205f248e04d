package dev.tollgate.model.api;

import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.token.TokenEncoding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model of the tenant's price table.
 *
 * @param name as agents name it
 * @param encoding by which its tokens are counted
 * @param standard whether it holds for agents that name none
 * @param current the rates that hold; absent as long as all are to come
 * @param upcoming the rates that will hold, in that order
 */
public record Model(
        UUID id,
        String name,
        TokenEncoding encoding,
        boolean standard,
        @Nullable ModelVersion current,
        List<ModelVersion> upcoming,
        Instant createdAt,
        long version) {}
