package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.web.FieldErrors;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A group as a directory describes it (RFC 7643, 4.2).
 *
 * @param members ids of people
 */
record Group(String displayName, @Nullable String externalId, Set<String> members) {
    static final int MEMBERS_MAX = 10_000;
    private static final int TEXT_CHARS_MAX = 255;

    /** Refused with everything at fault. */
    static Group read(ObjectNode json) {
        FieldErrors errors = new FieldErrors();
        String name = json.path("displayName").asText("");
        errors.text("displayName", name, TEXT_CHARS_MAX);
        @Nullable
        String externalId =
                json.path("externalId").isTextual() ? json.path("externalId").asText() : null;
        errors.optionalText("externalId", externalId, TEXT_CHARS_MAX);
        Set<String> members = new TreeSet<>();
        for (JsonNode member : json.path("members")) {
            if (!member.path("value").isTextual()) {
                errors.add("members", "have the id of a person as value");
                break;
            }
            members.add(member.path("value").asText());
        }
        if (members.size() > MEMBERS_MAX) {
            errors.add("members", "are at most " + MEMBERS_MAX);
        }
        errors.throwIfAny();
        return new Group(name, externalId, members);
    }

    /** What a change is made to: the group alone. */
    ObjectNode toJson() {
        ObjectNode json = Scim.object().put("displayName", displayName);
        if (externalId != null) {
            json.put("externalId", externalId);
        }
        ArrayNode list = json.putArray("members");
        members.forEach(member -> list.addObject().put("value", member));
        return json;
    }

    static Group of(GroupRow row) {
        return new Group(row.displayName, row.externalId, new TreeSet<>(row.members));
    }

    /**
     * @param base address of SCIM
     * @param names what people sign in with, by their ids; absent to answer no members
     */
    static ObjectNode view(GroupRow row, String base, @Nullable Map<String, String> names) {
        ObjectNode json = Scim.resource(Scim.GROUP, row.id.toString()).put("displayName", row.displayName);
        if (row.externalId != null) {
            json.put("externalId", row.externalId);
        }
        if (names != null) {
            ArrayNode list = json.putArray("members");
            names.forEach((id, name) -> list.addObject()
                    .put("value", id)
                    .put("$ref", base + "/Users/" + id)
                    .put("display", name)
                    .put("type", "User"));
        }
        Scim.meta(json, "Group", base + "/Groups/" + row.id, row.createdAt(), row.modifiedAt, row.version());
        return json;
    }
}
