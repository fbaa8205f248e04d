package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which attributes are answered (RFC 7644, 3.9), as whole attributes. */
record Projection(Set<String> wanted, Set<String> unwanted) {
    private static final Set<String> ALWAYS = Set.of("id", "schemas");

    static Projection of(@Nullable String attributes, @Nullable String excluded) {
        return new Projection(names(attributes), names(excluded));
    }

    /** In lower case, without the schema before them and what is within them. */
    private static Set<String> names(@Nullable String list) {
        return list == null || list.isBlank()
                ? Set.of()
                : Arrays.stream(list.split(",", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .map(name -> name.substring(name.lastIndexOf(':') + 1))
                        .map(name -> name.split("[.]", 2)[0])
                        .collect(Collectors.toSet());
    }

    boolean has(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(name) || (wanted.isEmpty() || wanted.contains(name)) && !unwanted.contains(name);
    }

    ObjectNode of(ObjectNode resource) {
        resource.properties().removeIf(attribute -> !has(attribute.getKey()));
        return resource;
    }
}
