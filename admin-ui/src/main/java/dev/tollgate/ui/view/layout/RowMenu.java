package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What can be done with one row, behind three dots. It outlives changes of its row: one that is open stays open, and acts
 * on the row's newest state.
 */
public final class RowMenu extends MenuBar {
    private final MenuItem dots;
    private List<Action> actions = new ArrayList<>();

    /**
     * @param subject what the row is, for those who hear the page: "server crm"
     */
    public RowMenu(String subject) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("row-menu");
        dots = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        nameFor("Actions for " + subject);
        setVisible(false);
    }

    /** The last column of rows that have a menu. */
    public static <T> void column(Grid<T> grid, Function<T, RowMenu> menu) {
        grid.addColumn(new ComponentRenderer<RowMenu, T>(
                        menu::apply, (shown, row) -> ((RowMenu) shown).become(menu.apply(row))))
                .setHeader(Cells.hidden("Actions"))
                .setWidth("4rem")
                .setFlexGrow(0);
    }

    public RowMenu action(String label, Runnable action) {
        return with(new Action(label, action, false));
    }

    /** An action that loses something; it asks first. */
    public RowMenu danger(String label, Runnable action) {
        return with(new Action(label, action, true));
    }

    private RowMenu with(Action action) {
        int place = actions.size();
        actions.add(action);
        MenuItem item = dots.getSubMenu()
                .addItem(action.label(), event -> actions.get(place).run().run());
        if (action.danger()) {
            item.addClassName("danger");
        }
        setVisible(true);
        return this;
    }

    private RowMenu become(RowMenu newer) {
        nameFor(newer.dots.getAriaLabel().orElseThrow());
        if (labels().equals(newer.labels())) {
            actions = newer.actions;
            return this;
        }
        return newer;
    }

    private void nameFor(String label) {
        dots.setAriaLabel(label);
    }

    private List<String> labels() {
        return actions.stream().map(Action::label).toList();
    }

    private record Action(String label, Runnable run, boolean danger) {}
}
