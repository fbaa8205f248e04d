package dev.tollgate.control.clickhouse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A statement, the values of its {@code {name:Type}} parameters, which the server binds, and the server's settings for it.
 */
public final class Sql {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final String text;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    public static Sql of(String text) {
        return new Sql(text);
    }

    public Sql with(String parameter, long value) {
        parameters.put(parameter, Long.toString(value));
        return this;
    }

    public Sql with(String parameter, UUID value) {
        parameters.put(parameter, value.toString());
        return this;
    }

    /** As DateTime64(6, 'UTC'); finer parts are cut off. */
    public Sql with(String parameter, Instant value) {
        parameters.put(parameter, TIME.format(value));
        return this;
    }

    public Sql with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** As Array(UUID). */
    public Sql withUuids(String parameter, Collection<UUID> values) {
        parameters.put(parameter, values.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "[", "]")));
        return this;
    }

    /** As an array of integers. */
    public Sql withNumbers(String parameter, Collection<Long> values) {
        parameters.put(parameter, values.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        return this;
    }

    public Sql setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    String text() {
        return text;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    Map<String, String> settings() {
        return settings;
    }
}
