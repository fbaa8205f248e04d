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
    public static final String SCROLLED_EVENT = "tollgate-scrolled";
    private static final int ROWS_ESTIMATED_MIN = 200;
    private final Grid<T> grid;
    private final Keyset<T> rows;
    private final Function<T, Object> identity;
    private final Supplier<Component> empty;
    private boolean scrolled;
    private boolean stale;

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
        grid.getElement()
                .addEventListener(SCROLLED_EVENT, event -> scrolled = event.getEventDetail(Boolean.class))
                .addEventDetail();
        grid.addAttachListener(event -> tellScrolling());
    }

    /** The browser tells when the first row leaves its place or is back in it, not each movement. */
    private void tellScrolling() {
        scrolled = false;
        grid.getElement()
                .executeJs(
                        "const grid = this; let scrolled = false;"
                                + "grid.$.table.addEventListener('scroll', () => {"
                                + "  const now = grid.$.table.scrollTop > 0;"
                                + "  if (now !== scrolled) { scrolled = now;"
                                + "    grid.dispatchEvent(new CustomEvent($0, {detail: now})); }"
                                + "}, {passive: true});",
                        SCROLLED_EVENT);
    }

    /** Whether the first row is not in its place. */
    public boolean isScrolled() {
        return scrolled;
    }

    /** Whether rows came or went that are not shown yet, since a menu is open. */
    public boolean isStale() {
        return stale;
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
        if (reread()) {
            rows.known().forEach(grid.getLazyDataView()::refreshItem);
        } else {
            lay();
        }
    }

    /** As {@link #refresh}, but rows that came or went wait while a row's menu is open: laid out anew it would close. */
    public void refreshWhereAtRest() {
        if (reread() && !stale) {
            rows.known().forEach(grid.getLazyDataView()::refreshItem);
            return;
        }
        if (grid.getParent().isEmpty()) {
            lay();
            return;
        }
        stale = true;
        grid.getElement()
                .executeJs("return this.querySelector('vaadin-menu-bar-button[expanded]') === null")
                .then(Boolean.class, atRest -> {
                    if (atRest) {
                        lay();
                    }
                });
    }

    /** Reads as far as is shown; tells whether the same rows are there. */
    private boolean reread() {
        List<Object> before = identities();
        boolean whole = rows.isWhole();
        if (scrolled) {
            rows.reread();
        } else {
            rows.restart();
        }
        return grid.getParent().isPresent() && before.equals(identities()) && whole == rows.isWhole();
    }

    private List<Object> identities() {
        return rows.known().stream().map(identity).toList();
    }

    private void lay() {
        stale = false;
        // Without a guess of the length the grid would forget how far it was scrolled.
        grid.getLazyDataView()
                .setItemCountEstimate(Math.max(ROWS_ESTIMATED_MIN, rows.known().size()));
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
