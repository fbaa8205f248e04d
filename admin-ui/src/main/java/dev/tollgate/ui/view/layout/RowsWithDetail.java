package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows and, beside them, the details of the one that is selected. */
public final class RowsWithDetail<T> extends Composite<MasterDetailLayout> {
    private final LazyRows<T> rows;
    private final Function<T, Component> detail;

    public RowsWithDetail(LazyRows<T> rows, String detailSize, Function<T, Component> detail) {
        this.rows = rows;
        this.detail = detail;
        MasterDetailLayout layout = getContent();
        layout.addClassName("rows-with-detail");
        layout.setSizeFull();
        layout.setMaster(rows);
        layout.setDetailSize(detailSize);
        layout.setMasterMinSize("26rem");
        layout.setAnimationEnabled(false);
        layout.addBackdropClickListener(event -> close());
        layout.addDetailEscapePressListener(event -> close());
        rows.grid().asSingleSelect().addValueChangeListener(event -> show(event.getValue()));
    }

    /** Takes the details away. */
    public void close() {
        rows.grid().asSingleSelect().clear();
        show(null);
    }

    /** Shows the details of a row that may not be on the screen, or of a newer state of the one that is shown. */
    public void show(@Nullable T row) {
        getContent().setDetail(row == null ? null : detail.apply(row));
    }
}
