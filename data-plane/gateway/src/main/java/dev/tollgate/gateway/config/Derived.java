package dev.tollgate.gateway.config;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What others compute from something immutable, once and when first asked, so that it lives and dies with what it was
 * computed from. One value a type. Safe from any thread.
 */
public final class Derived {
    private final ConcurrentHashMap<Class<?>, Object> values = new ConcurrentHashMap<>(2);

    public <T> T get(Class<T> type, Supplier<T> compute) {
        Object known = values.get(type);
        return type.cast(known != null ? known : values.computeIfAbsent(type, _ -> compute.get()));
    }
}
