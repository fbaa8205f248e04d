package dev.tollgate.control.persistence;

import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows by keyset: ordered by a sort property and the id, a page begins behind the cursor, however many rows
 * stand before it.
 */
public final class Listing<R> {
    private final EntityManager entities;
    private final Class<R> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Listing(EntityManager entities, Class<R> type) {
        this.entities = entities;
        this.type = type;
    }

    /**
     * Adds a condition over {@code r}, in code and never from a request. A parameter in it has the given name.
     */
    public Listing<R> where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Adds a condition without parameters. */
    public Listing<R> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A further parameter of a condition that was added. */
    public Listing<R> with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Keeps rows where one of the properties holds the text, whatever its case. */
    public Listing<R> search(@Nullable String text, String... properties) {
        return searchIn(text, Arrays.stream(properties).map("r."::concat).toList());
    }

    /** As {@link #search}, in expressions over {@code r}, in code and never from a request. */
    public Listing<R> searchIn(@Nullable String text, List<String> expressions) {
        if (text == null || text.isBlank()) {
            return this;
        }
        if (text.length() > PageRequest.SEARCH_CHARS_MAX) {
            throw Refused.invalid("q", "has at most " + PageRequest.SEARCH_CHARS_MAX + " characters");
        }
        List<String> either = new ArrayList<>();
        for (String expression : expressions) {
            either.add("lower(" + expression + ") like :q escape '!'");
        }
        conditions.add("(" + String.join(" or ", either) + ")");
        parameters.put("q", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
        return this;
    }

    /**
     * In the order of a property, and of the id among equals.
     *
     * @param sort a text property
     * @param id reads an id back from a cursor
     */
    public <T> Page<T> page(
            PageRequest page, String sort, Function<String, ?> id, Function<R, T> item, Function<R, Cursor> cursor) {
        page.after().ifPresent(after -> {
            conditions.add("(r." + sort + " > :sort or r." + sort + " = :sort and r.id > :id)");
            parameters.put("sort", after.sort());
            parameters.put("id", idOf(after, id));
        });
        return read(page, " order by r." + sort + ", r.id", item, cursor);
    }

    /** In the order of the id alone. */
    public <T> Page<T> page(PageRequest page, Function<String, ?> id, Function<R, T> item, Function<R, Cursor> cursor) {
        page.after().ifPresent(after -> where("r.id > :id", "id", idOf(after, id)));
        return read(page, " order by r.id", item, cursor);
    }

    /** In the order of the id alone, the newest first. */
    public <T> Page<T> newestFirst(
            PageRequest page, Function<String, ?> id, Function<R, T> item, Function<R, Cursor> cursor) {
        page.after().ifPresent(after -> where("r.id < :id", "id", idOf(after, id)));
        return read(page, " order by r.id desc", item, cursor);
    }

    private <T> Page<T> read(PageRequest page, String order, Function<R, T> item, Function<R, Cursor> cursor) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String query = "from " + type.getSimpleName() + " r" + where + order;
        TypedQuery<R> typed = entities.createQuery(query, type).setMaxResults(page.limit() + 1);
        parameters.forEach(typed::setParameter);
        return page.page(typed.getResultList(), item, cursor);
    }

    private static Object idOf(Cursor cursor, Function<String, ?> id) {
        try {
            return id.apply(cursor.id());
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
