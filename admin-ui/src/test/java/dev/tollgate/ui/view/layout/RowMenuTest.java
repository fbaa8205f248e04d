package dev.tollgate.ui.view.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.tollgate.ui.view.PageTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowMenuTest extends PageTest {
    private final List<String> done = new ArrayList<>();
    private final ComponentRenderer<RowMenu, Row> renderer = renderer();

    private record Row(String name, boolean enabled) {}

    @SuppressWarnings("unchecked")
    private ComponentRenderer<RowMenu, Row> renderer() {
        Grid<Row> grid = new Grid<>();
        RowMenu.column(
                grid,
                row -> new RowMenu("server " + row.name())
                        .action(row.enabled() ? "Disable" : "Enable", () -> done.add(row.name())));
        return (ComponentRenderer<RowMenu, Row>) grid.getColumns().getFirst().getRenderer();
    }

    @Test
    void a_menu_outlives_a_change_of_its_row_and_acts_on_the_newest_state() {
        RowMenu menu = open(renderer.createComponent(new Row("crm", true)));

        RowMenu after = (RowMenu) renderer.updateComponent(menu, new Row("crm of all teams", true));

        assertThat(after).isSameAs(menu);
        assertThat(after.getItems().getFirst().getAriaLabel()).contains("Actions for server crm of all teams");
        new MenuBarTester<MenuBar>(after).clickItem(0, 0);
        assertThat(done).containsExactly("crm of all teams");
    }

    @Test
    void a_row_with_other_actions_has_another_menu() {
        RowMenu menu = renderer.createComponent(new Row("crm", true));

        RowMenu after = (RowMenu) renderer.updateComponent(menu, new Row("crm", false));

        assertThat(after.getItems()
                        .getFirst()
                        .getSubMenu()
                        .getItems()
                        .getFirst()
                        .getText())
                .isEqualTo("Enable");
    }
}
