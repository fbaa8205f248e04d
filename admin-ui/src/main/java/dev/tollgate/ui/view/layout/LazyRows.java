package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.Keyset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A grid over a {@link Keyset}, with an empty state in its place while there are no rows. */
public final class LazyRows<T> extends Div {
    private final Grid<T> grid;
    private final Keyset<T> rows;
    private final Function<T, Object> identity;
    private final Supplier<Component> empty;

    /**
     * @param identity what stays the same when a row changes
     */
    public LazyRows(Grid<T> grid, Keyset.Source<T> source, Function<T, Object> identity, Supplier<Component> empty) {
        this.grid = grid;
        this.rows = new Keyset<>(source);
        this.identity = identity;
        this.empty = empty;
        addClassName("rows");
        grid.setSizeFull();
        grid.setPageSize(Keyset.PAGE_ROWS / 2);
        grid.setItems(new CallbackDataProvider<T, Void>(
                        query -> fetch(query.getOffset(), query.getLimit()), query -> 0, identity::apply))
                .setItemCountUnknown();
    }

    /** Reads another list, such as after a filter changed, and shows it from its first row. */
    public void reload() {
        rows.restart();
        lay();
        grid.scrollToStart();
    }

    /**
     * Reads the same list again. Rows that are still there are changed where they stand, so that an open menu stays open,
     * and the place to which somebody scrolled stays in sight.
     */
    public void refresh() {
        List<Object> before = identities();
        boolean whole = rows.isWhole();
        rows.reread();
        if (grid.getParent().isPresent() && before.equals(identities()) && whole == rows.isWhole()) {
            rows.known().forEach(grid.getLazyDataView()::refreshItem);
        } else {
            lay();
        }
    }

    private List<Object> identities() {
        return rows.known().stream().map(identity).toList();
    }

    private void lay() {
        if (rows.isEmpty()) {
            removeAll();
            add(empty.get());
        } else if (grid.getParent().isEmpty()) {
            removeAll();
            add(grid);
            grid.getDataProvider().refreshAll();
        } else {
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
