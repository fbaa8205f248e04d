package dev.tollgate.openapi;

import dev.tollgate.openapi.ParameterReader.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names that parameters have as arguments: their own, where that is acceptable and nothing else has it. */
final class ArgumentNames {
    static final String BODY = "body";
    /** What model providers accept for a property's name. */
    private static final int CHARS_MAX = 64;

    private ArgumentNames() {}

    /**
     * A name for each parameter, in order; one that others want too says where it stands.
     *
     * @param hasBody whether {@value #BODY} is taken
     */
    static List<String> of(List<Found> parameters, boolean hasBody) {
        Map<String, Integer> wanted = new HashMap<>();
        if (hasBody) {
            wanted.put(BODY, 1);
        }
        parameters.forEach(each -> wanted.merge(acceptable(each.name()), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        if (hasBody) {
            taken.add(BODY);
        }
        List<String> names = new ArrayList<>();
        for (Found each : parameters) {
            String name = acceptable(each.name());
            if (wanted.getOrDefault(name, 0) > 1 || name.isEmpty()) {
                name += "_" + each.place().name().toLowerCase(Locale.ROOT);
            }
            if (name.length() > CHARS_MAX || !taken.add(name)) {
                name = suffixed(name, each);
                taken.add(name);
            }
            names.add(name);
        }
        return names;
    }

    private static String acceptable(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
    }

    private static String suffixed(String name, Found parameter) {
        String digest = Texts.digest(parameter.place() + " " + parameter.name(), 6);
        return name.substring(0, Math.min(name.length(), CHARS_MAX - digest.length() - 1)) + "_" + digest;
    }
}
