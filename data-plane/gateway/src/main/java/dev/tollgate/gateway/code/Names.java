package dev.tollgate.gateway.code;

import dev.tollgate.starlark.Environment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of servers, tools and arguments as a script can write them. */
final class Names {
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_]");

    private Names() {}

    /** Behind a dot or as an argument anything is free. */
    static Map<String, String> assign(Collection<String> names) {
        return assign(names, _ -> true);
    }

    /** At the beginning a built-in's name is taken. */
    static Map<String, String> assignGlobal(Collection<String> names) {
        return assign(names, name -> !Environment.isBuiltIn(name));
    }

    /**
     * A name that can be written keeps itself. Of others each character that cannot is {@code _}; where two would be the
     * same, or one that keeps itself, the later one in the order of names ends in {@code _2} or the next number.
     *
     * @return by the names that were given, in their order
     */
    private static Map<String, String> assign(Collection<String> names, Predicate<String> free) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (String name : sorted) {
            if (Environment.isName(name) && free.test(name)) {
                given.put(name, name);
                taken.add(name);
            }
        }
        for (String name : sorted) {
            if (!given.containsKey(name)) {
                given.put(name, other(name, taken, free));
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        names.forEach(name -> inOrder.put(name, given.getOrDefault(name, name)));
        return inOrder;
    }

    private static String other(String name, Set<String> taken, Predicate<String> free) {
        String plain = OTHER.matcher(name).replaceAll("_");
        String first = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
        String base = Environment.isName(first) && free.test(first) ? first : first + "_";
        String candidate = base;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = base + "_" + i;
        }
        return candidate;
    }
}
