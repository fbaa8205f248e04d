package dev.tollgate.starlark;

import dev.tollgate.starlark.lib.Universe;
import dev.tollgate.starlark.syntax.Words;
import dev.tollgate.starlark.value.Struct;
import dev.tollgate.starlark.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a host brings into a script: functions, namespaces of functions, and data. Immutable, and shared by any runs. */
public final class Environment {
    private static final Environment EMPTY = new Environment(Map.of());

    private final Map<String, Value> values;

    private Environment(Map<String, Value> values) {
        this.values = values;
    }

    public static Environment empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether a script can write it as a name: of something that is brought in, or behind a dot. */
    public static boolean isName(String name) {
        return Words.isName(name);
    }

    /** Whether the name is a built-in's, and so nothing that is brought in can have it. */
    public static boolean isBuiltIn(String name) {
        return Universe.names().containsKey(name);
    }

    Map<String, Value> values() {
        return values;
    }

    /** Gathers names. A built-in name cannot be taken, for it is compiled into programs. */
    public static final class Builder {
        private final Map<String, Value> values = new TreeMap<>();

        private Builder() {}

        public Builder function(String name, HostFunction function) {
            return put(name, new HostCallable(name, function));
        }

        /** A struct of functions: {@code namespace.function(…)} in the script. */
        public Builder namespace(String name, Map<String, HostFunction> functions) {
            Map<String, Value> fields = new HashMap<>();
            functions.forEach((f, function) -> fields.put(f, new HostCallable(name + "." + f, function)));
            return put(name, Struct.named(name, fields));
        }

        /** A frozen copy of data, as {@link Data#of} reads it. */
        public Builder data(String name, @Nullable Object value) {
            return put(name, Data.frozen(value));
        }

        private Builder put(String name, Value value) {
            if (isBuiltIn(name)) {
                throw new IllegalArgumentException(name + " is a built-in name");
            }
            if (values.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException(name + " is there already");
            }
            return this;
        }

        public Environment build() {
            return new Environment(Map.copyOf(values));
        }
    }
}
