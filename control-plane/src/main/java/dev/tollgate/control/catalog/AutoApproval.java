package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.DefinitionHash;
import java.util.List;

/**
 * What is approved without an admin. A definition whose text is suspicious never is: a rule is set by someone who trusts
 * that definitions are as they were.
 *
 * @param rule the tenant's
 * @param server what is said of the server's new tools
 */
record AutoApproval(ApprovalRule rule, ToolApproval server) {
    /** What may change of a tool whose schema is to be called unchanged. */
    private static final List<String> WORDS = List.of("title", "description");

    /** The pin of a tool that was never seen before. */
    ToolPin first(Definition definition) {
        ToolPin waiting = ToolPin.first(definition);
        return approvesNew() && isPlain(definition) ? waiting.approve() : waiting;
    }

    /**
     * The pin of a tool whose server says something else of it than before.
     *
     * @param waiting its pin with that
     */
    ToolPin changed(ToolPin waiting) {
        boolean approves = approvesUnchangedSchema()
                && waiting.served()
                && waiting.pending()
                        .filter(now -> isPlain(now) && hasSameSchema(waiting.known(), now))
                        .isPresent();
        return approves ? waiting.approve() : waiting;
    }

    private boolean approvesNew() {
        boolean ofTenant = switch (rule) {
            case NEVER, UNCHANGED_SCHEMA -> false;
            case ALWAYS -> true;
        };
        return ofTenant || server == ToolApproval.AUTO_NEW;
    }

    private boolean approvesUnchangedSchema() {
        return switch (rule) {
            case NEVER -> false;
            case UNCHANGED_SCHEMA, ALWAYS -> true;
        };
    }

    private static boolean isPlain(Definition definition) {
        return Suspicions.of(HostileJson.object(definition.text()).orElseThrow(), false)
                .isEmpty();
    }

    private static boolean hasSameSchema(Definition before, Definition now) {
        return withoutWords(before).equals(withoutWords(now));
    }

    private static String withoutWords(Definition definition) {
        JsonNode object = HostileJson.object(definition.text()).orElseThrow();
        return DefinitionHash.of(((ObjectNode) object.deepCopy()).without(WORDS).toString());
    }
}
