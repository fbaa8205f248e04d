package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all messages of the protocol share (RFC 7644, 3.1). */
final class Scim {
    static final String MEDIA_TYPE = "application/scim+json";
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private Scim() {}

    /** Attributes of it are found whatever their case (RFC 7643, 2.1). */
    static ObjectNode read(@Nullable String body) {
        try {
            if (body != null && JsonUtils.getObjectReader().readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new Refused(new Refusal.Malformed("The body is no JSON object."), e);
        }
        throw new Refused(new Refusal.Malformed("The body is no JSON object."));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode resource(String schema, String id) {
        ObjectNode resource = object();
        resource.putArray("schemas").add(schema);
        resource.put("id", id);
        return resource;
    }

    static void meta(
            ObjectNode resource, String type, String location, Instant created, Instant modified, long version) {
        resource.putObject("meta")
                .put("resourceType", type)
                .put("created", created.toString())
                .put("lastModified", modified.toString())
                .put("location", location)
                .put("version", Version.tag(version));
    }

    /**
     * @param first place of the first one of these, counted from one
     */
    static <R> ObjectNode list(long total, int first, List<R> rows, Function<R, ObjectNode> view) {
        ObjectNode list = object();
        list.putArray("schemas").add(LIST);
        list.put("totalResults", total).put("startIndex", first).put("itemsPerPage", rows.size());
        rows.forEach(row -> list.withArray("Resources").add(view.apply(row)));
        if (rows.isEmpty()) {
            list.putArray("Resources");
        }
        return list;
    }

    /** What the library says is at fault, with the type that it gives the fault. */
    static Refused refused(ScimException e) {
        String type = Objects.requireNonNullElse(e.getScimError().getScimType(), "invalidSyntax");
        return new Refused(
                new Refusal.ScimFault(type, String.valueOf(e.getScimError().getDetail())), e);
    }

    static Refused fault(String type, String detail) {
        return new Refused(new Refusal.ScimFault(type, detail));
    }
}
