package dev.tollgate.gateway.policy;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.tollgate.model.condition.Arguments;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a tool's server asks of arguments by now, where that waits for approval. An upstream wrote it and an agent what it
 * is asked of, so it loads nothing, matches patterns in linear time and takes a bounded number of steps; a schema that is
 * none, or goes beyond, fits no arguments. Compiled once, when a call first depends on it.
 */
final class PendingSchema {
    static final int SCHEMA_CHARS_MAX = 262_144;
    /** Keywords that one validation looks at. */
    static final int STEPS_MAX = 50_000;

    static final int DEPTH_MAX = 200;
    private static final int PLACE_CHARS_MAX = 120;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .failFast(true)
            .regularExpressionFactory(PendingSchema::linear)
            .build();

    private final String json;
    private volatile @Nullable Optional<Schema> compiled;

    PendingSchema(String json) {
        this.json = json;
    }

    /** Where arguments do not fit, in words that hold nothing of the schema but a keyword; null if they fit. */
    @Nullable
    String misfit(byte[] arguments) {
        if (arguments.length > Arguments.BYTES_MAX) {
            return "they have more than " + Arguments.BYTES_MAX + " bytes";
        }
        Optional<Schema> schema = schema();
        if (schema.isEmpty()) {
            return "it cannot be told what it asks for";
        }
        try {
            JsonNode node = MAPPER.readTree(arguments);
            List<Error> errors = schema.get().validate(node, PendingSchema::bound);
            return errors.isEmpty() ? null : words(errors.getFirst());
        } catch (JacksonException e) {
            return "they are ambiguous or nested too deeply";
        } catch (RuntimeException | StackOverflowError e) {
            return "it takes too much to tell whether they do";
        }
    }

    private static void bound(ExecutionContext context) {
        context.executionConfig(config -> config.maxEvaluationSteps(STEPS_MAX)
                .maxEvaluationDepth(DEPTH_MAX)
                .failFast(true));
    }

    /** The place is in the agent's own arguments, and the keyword is one of the specification's. */
    private static String words(Error error) {
        String place = String.valueOf(error.getInstanceLocation());
        String shown = place.length() <= PLACE_CHARS_MAX ? place : place.substring(0, PLACE_CHARS_MAX) + "…";
        return "at '" + shown + "': " + error.getKeyword();
    }

    private Optional<Schema> schema() {
        Optional<Schema> known = compiled;
        if (known == null) {
            known = compile(json);
            compiled = known;
        }
        return known;
    }

    private static Optional<Schema> compile(String json) {
        if (json.length() > SCHEMA_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            // A registry of its own: what one tenant's schema calls itself is no name for another's.
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(
                                    loader -> loader.fetchRemoteResources(false).allow(_ -> false))
                            .schemaRegistryConfig(CONFIG));
            return Optional.of(registry.getSchema(MAPPER.readTree(json)));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static com.networknt.schema.regex.RegularExpression linear(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).find();
    }
}
