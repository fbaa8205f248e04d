package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as the JSON that it stands for; no tag makes an object of a class, and aliases are counted as what they stand for. */
final class YamlTree {
    private static final int ALIASES_MAX = 500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int nodes;

    private YamlTree() {}

    static JsonNode read(String text) throws UnusableDocument {
        try {
            @Nullable Object loaded = yaml().load(text);
            return new YamlTree().node(loaded, 0);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new UnusableDocument("line " + line + ": " + e.getProblem(), e);
        } catch (YAMLException | ClassCastException | StackOverflowError e) {
            throw new UnusableDocument("it cannot be read as YAML: " + e.getMessage(), e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(ALIASES_MAX);
        options.setNestingDepthLimit(DocumentReader.DEPTH_MAX);
        options.setCodePointLimit(OpenApiDocuments.BYTES_MAX);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new JsonScalars());
    }

    private JsonNode node(@Nullable Object value, int depth) throws UnusableDocument {
        if (depth > DocumentReader.DEPTH_MAX) {
            throw new UnusableDocument("it is nested deeper than " + DocumentReader.DEPTH_MAX);
        }
        if (++nodes > DocumentReader.NODES_MAX) {
            throw new UnusableDocument("it stands for more than " + DocumentReader.NODES_MAX + " values");
        }
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map, depth);
            case List<?> list -> array(list, depth);
            case Boolean bool -> NODES.booleanNode(bool);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case Double number when Double.isFinite(number) -> NODES.numberNode(BigDecimal.valueOf(number));
            default -> NODES.textNode(String.valueOf(value));
        };
    }

    private ObjectNode object(Map<?, ?> map, int depth) throws UnusableDocument {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (each.getKey() instanceof Map || each.getKey() instanceof List) {
                throw new UnusableDocument("it has a key that is no text");
            }
            object.set(String.valueOf(each.getKey()), node(each.getValue(), depth + 1));
        }
        return object;
    }

    private ArrayNode array(List<?> list, int depth) throws UnusableDocument {
        ArrayNode array = NODES.arrayNode();
        for (@Nullable Object each : list) {
            array.add(node(each, depth + 1));
        }
        return array;
    }

    /** Only what JSON knows is told from a text: a date stays as it is written, and "no" is a country. */
    private static final class JsonScalars extends Resolver {
        private static final Pattern BOOL = Pattern.compile("^(?:true|True|TRUE|false|False|FALSE)$");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("^[-+]?(?:0|[1-9][0-9]{0,30})$"), "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
