package dev.tollgate.openapi;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether arguments fit a tool's schema. A stranger wrote the schema and an agent the arguments, so nothing is loaded,
 * patterns are matched in linear time and steps are counted. A schema that cannot be compiled refuses every call.
 */
final class ArgumentCheck {
    private static final int STEPS_MAX = 100_000;
    private static final int DEPTH_MAX = 200;
    private static final int MESSAGE_CHARS_MAX = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .failFast(true)
            .regularExpressionFactory(ArgumentCheck::linear)
            .build();

    private final String inputSchema;
    private volatile @Nullable Optional<Schema> compiled;

    ArgumentCheck(String inputSchema) {
        this.inputSchema = inputSchema;
    }

    /** Where and why arguments do not fit; null if they do. */
    @Nullable
    String misfit(String arguments) {
        Optional<Schema> schema = schema();
        if (schema.isEmpty()) {
            return "the document's schema for them cannot be understood";
        }
        try {
            List<Error> errors = schema.get().validate(JSON.readTree(arguments), ArgumentCheck::bound);
            return errors.isEmpty() ? null : words(errors.getFirst());
        } catch (JacksonException e) {
            return "they cannot be read";
        } catch (RuntimeException | StackOverflowError e) {
            return "it takes too much to tell whether they do";
        }
    }

    private static void bound(ExecutionContext context) {
        context.executionConfig(config -> config.maxEvaluationSteps(STEPS_MAX)
                .maxEvaluationDepth(DEPTH_MAX)
                .failFast(true));
    }

    private static String words(Error error) {
        String place = String.valueOf(error.getInstanceLocation());
        String message = String.valueOf(error.getMessage());
        return Texts.cut(place.isEmpty() ? message : place + " " + message, MESSAGE_CHARS_MAX);
    }

    private Optional<Schema> schema() {
        Optional<Schema> known = compiled;
        if (known == null) {
            known = compile(inputSchema);
            compiled = known;
        }
        return known;
    }

    private static Optional<Schema> compile(String json) {
        try {
            // A registry of its own: what one tenant's schema calls itself is no name for another's.
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(
                                    loader -> loader.fetchRemoteResources(false).allow(_ -> false))
                            .schemaRegistryConfig(CONFIG));
            return Optional.of(registry.getSchema(JSON.readTree(json)));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** A pattern that this engine does not know, such as one that looks ahead, holds nobody up: the service checks too. */
    private static RegularExpression linear(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return text -> compiled.matcher(text).find();
        } catch (com.google.re2j.PatternSyntaxException e) {
            return text -> true;
        }
    }
}
