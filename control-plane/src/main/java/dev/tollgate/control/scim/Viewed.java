package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource as it is answered. */
record Viewed(ObjectNode resource, long version) {
    String id() {
        return resource.path("id").asText();
    }
}
