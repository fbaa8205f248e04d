package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows and, beside them, the details of the one that is selected. Escape takes the details away. */
public final class RowsWithDetail<T> extends Div {
    private final LazyRows<T> rows;
    private final Function<T, Component> detail;
    private final Aside side = new Aside();

    public RowsWithDetail(LazyRows<T> rows, String detailWidth, Function<T, Component> detail) {
        this.rows = rows;
        this.detail = detail;
        addClassName("rows-with-detail");
        side.addClassName("side");
        side.setWidth(detailWidth);
        side.setVisible(false);
        add(rows, side);
        rows.grid().asSingleSelect().addValueChangeListener(event -> show(event.getValue()));
        getElement()
                .addEventListener("keydown", event -> close())
                .setFilter("event.key === 'Escape' && !element.menuWasOpen");
        addAttachListener(event -> noteOpenMenus());
    }

    /** Escape closes one thing at a time: while a row's menu is open it is the menu's. */
    private void noteOpenMenus() {
        getElement()
                .executeJs("this.addEventListener('keydown', () => {"
                        + "  this.menuWasOpen = this.querySelector('vaadin-menu-bar-button[expanded]') !== null;"
                        + "}, {capture: true});");
    }

    /** Takes the details away. */
    public void close() {
        rows.grid().asSingleSelect().clear();
        show(null);
        // Whoever was in the details goes back to the row that they came from; who is elsewhere stays there.
        rows.grid()
                .getElement()
                .executeJs("const at = document.activeElement;"
                        + "if (!at || at === document.body || at.closest('.side[hidden]')) {"
                        + "  const cell = this.$.items.querySelector('[tabindex=\"0\"]');"
                        + "  if (cell) { cell.focus(); } }");
    }

    /** Shows the details of a row that may not be on the screen, or of a newer state of the one that is shown. */
    public void show(@Nullable T row) {
        side.removeAll();
        side.setVisible(row != null);
        if (row != null) {
            side.add(detail.apply(row));
        }
    }
}
