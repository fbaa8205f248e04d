package dev.tollgate.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a document as a tree, whether it is JSON or YAML, within bounds that no alias or nesting gets around. */
final class DocumentReader {
    static final int DEPTH_MAX = 100;
    /** Values in the tree, once every YAML alias is written out. */
    static final int NODES_MAX = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxTokenCount(2 * NODES_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DocumentReader() {}

    static ObjectNode read(byte[] document) throws UnusableDocument {
        if (document.length > OpenApiDocuments.BYTES_MAX) {
            throw new UnusableDocument("it has more than " + OpenApiDocuments.BYTES_MAX + " bytes");
        }
        String text = text(document);
        JsonNode tree = text.stripLeading().startsWith("{") ? json(text) : YamlTree.read(text);
        if (!(tree instanceof ObjectNode object)) {
            throw new UnusableDocument("it is no OpenAPI document: neither a JSON nor a YAML object");
        }
        return object;
    }

    private static String text(byte[] document) throws UnusableDocument {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnusableDocument("it is not encoded in UTF-8", e);
        }
    }

    private static JsonNode json(String text) throws UnusableDocument {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnusableDocument("line " + line + ": " + e.getOriginalMessage(), e);
        }
    }
}
