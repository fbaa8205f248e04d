package dev.tollgate.control.web;

import dev.tollgate.model.api.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
public record PageRequest(int limit, Optional<Cursor> after) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;
    /** Longest text to search for. */
    public static final int SEARCH_CHARS_MAX = 100;

    /** From the query parameters {@code limit} and {@code cursor}, refused if out of bounds. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? LIMIT_DEFAULT : limit;
        if (wanted < 1 || wanted > LIMIT_MAX) {
            throw Refused.invalid("limit", "lies between 1 and " + LIMIT_MAX);
        }
        return new PageRequest(wanted, Optional.ofNullable(cursor).map(Cursor::decode));
    }

    /**
     * A page of rows that were read with one more than {@link #limit}, which tells whether there is another page.
     */
    public <R, T> Page<T> page(List<R> rows, Function<R, T> item, Function<R, Cursor> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        @Nullable String next = more ? cursor.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
