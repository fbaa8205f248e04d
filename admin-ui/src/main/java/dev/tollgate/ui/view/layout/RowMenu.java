package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** What can be done with one row, behind three dots. */
public final class RowMenu extends MenuBar {
    private final SubMenu actions;

    /**
     * @param subject what the row is, for those who hear the page: "server crm"
     */
    public RowMenu(String subject) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("row-menu");
        MenuItem dots = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        dots.setAriaLabel("Actions for " + subject);
        actions = dots.getSubMenu();
    }

    public RowMenu action(String label, Runnable action) {
        actions.addItem(label, event -> action.run());
        return this;
    }

    /** An action that loses something; it asks first. */
    public RowMenu danger(String label, Runnable action) {
        MenuItem item = actions.addItem(label, event -> action.run());
        item.addClassName("danger");
        return this;
    }

    public boolean isEmpty() {
        return actions.getItems().isEmpty();
    }
}
