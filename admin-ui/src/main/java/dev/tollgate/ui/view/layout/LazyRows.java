package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.Keyset;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A grid over a {@link Keyset}, with an empty state in its place while there are no rows. */
public final class LazyRows<T> extends Div {
    private final Grid<T> grid;
    private final Keyset<T> rows;
    private final Supplier<Component> empty;

    public LazyRows(Grid<T> grid, Keyset.Source<T> source, Supplier<Component> empty) {
        this.grid = grid;
        this.rows = new Keyset<>(source);
        this.empty = empty;
        addClassName("rows");
        grid.setSizeFull();
        grid.setPageSize(Keyset.PAGE_ROWS / 2);
        grid.setItems(query -> fetch(query.getOffset(), query.getLimit()));
    }

    /** Reads from the first row again, and shows the rows or what stands for none. */
    public void reload() {
        rows.restart();
        removeAll();
        if (rows.isEmpty()) {
            add(empty.get());
        } else {
            add(grid);
            grid.getDataProvider().refreshAll();
        }
    }

    public Grid<T> grid() {
        return grid;
    }

    /** The first rows, for telling whether anything new arrived. */
    public Stream<T> first(int count) {
        return rows.rows(0, count);
    }

    private Stream<T> fetch(int offset, int limit) {
        try {
            return rows.rows(offset, limit);
        } catch (ApiProblem problem) {
            // While a grid scrolls there is no form to put it on, and rows that are shown stay shown.
            Notices.problem(problem);
            return Stream.empty();
        }
    }
}
