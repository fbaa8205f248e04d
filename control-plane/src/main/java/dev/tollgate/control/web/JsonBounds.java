package dev.tollgate.control.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Bounds what a body may make the parser do; its size is bounded by {@code quarkus.http.limits.max-body-size}. */
@Singleton
final class JsonBounds implements ObjectMapperCustomizer {
    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_CHARS_MAX = 100;
    private static final int STRING_CHARS_MAX = 100_000;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(NUMBER_CHARS_MAX)
                        .maxStringLength(STRING_CHARS_MAX)
                        .build());
    }
}
