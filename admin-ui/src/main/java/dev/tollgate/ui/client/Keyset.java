package dev.tollgate.ui.client;

import dev.tollgate.model.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list that the API hands out page by page, for a grid that asks by offset. Pages are read when the grid
 * comes near them and kept until {@link #restart}; past {@link #ROWS_MAX} rows a person filters rather than scrolls.
 */
public final class Keyset<T> {
    public static final int ROWS_MAX = 5_000;
    public static final int PAGE_ROWS = 100;

    /** Reads one page of the API. */
    @FunctionalInterface
    public interface Source<T> {
        Page<T> page(int limit, @Nullable String cursor);
    }

    private final Source<T> source;
    private final List<T> read = new ArrayList<>();
    private @Nullable String cursor;
    private boolean started;

    public Keyset(Source<T> source) {
        this.source = source;
    }

    /** Every row of a list that is known to be short, at most {@link #ROWS_MAX}. */
    public static <T> List<T> all(Source<T> source) {
        return new Keyset<>(source).rows(0, ROWS_MAX).toList();
    }

    /** Forgets what was read and reads the first page again. */
    public void restart() {
        Page<T> first = source.page(PAGE_ROWS, null);
        read.clear();
        accept(first);
    }

    /** Reads again as far as was read before. */
    public void reread() {
        int rows = read.size();
        restart();
        readUpTo(rows);
    }

    /** The rows that were read until now. */
    public List<T> known() {
        return List.copyOf(read);
    }

    /** Whether the last row was read. */
    public boolean isWhole() {
        return started && cursor == null;
    }

    public boolean isEmpty() {
        readUpTo(1);
        return read.isEmpty();
    }

    public Stream<T> rows(int offset, int limit) {
        readUpTo(Math.min(ROWS_MAX, offset + limit));
        int from = Math.min(offset, read.size());
        int to = Math.min(offset + limit, read.size());
        return List.copyOf(read.subList(from, to)).stream();
    }

    private void readUpTo(int rows) {
        while (read.size() < rows && (!started || cursor != null)) {
            accept(source.page(PAGE_ROWS, started ? cursor : null));
        }
    }

    private void accept(Page<T> page) {
        started = true;
        read.addAll(page.items());
        // A page without rows that promises more would be asked for without end.
        cursor = page.items().isEmpty() ? null : page.nextCursor();
    }
}
