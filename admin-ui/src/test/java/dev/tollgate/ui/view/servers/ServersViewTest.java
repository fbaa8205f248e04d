package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataChangeEvent;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

class ServersViewTest extends PageTest {
    @Test
    void an_address_that_is_none_is_refused_at_its_field() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("billing");
        TextField url = at(TextField.class, ServerForm.URL);
        test(url).setValue("ftp://user@billing.example.com");

        save();

        assertThat(url.isInvalid()).isTrue();
        assertThat(url.getErrorMessage()).contains("http");
        assertThat(api.servers).hasSize(2);
    }

    @Test
    void each_field_at_fault_says_so_before_anything_is_sent() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        TextField name = at(TextField.class, ServerForm.NAME);
        TextField url = at(TextField.class, ServerForm.URL);
        IntegerField timeout = at(IntegerField.class, ServerForm.TIMEOUT);
        test(name).setValue("Bad Name");
        test(url).setValue("ftp://x");
        timeout.setValue(null);

        save();

        assertThat(name.getErrorMessage()).contains("1 to 32 characters of a-z, 0-9 and -");
        assertThat(List.of(name.isInvalid(), url.isInvalid(), timeout.isInvalid()))
                .containsOnly(true);
        assertThat(api.servers).hasSize(2);
    }

    @Test
    void what_the_control_plane_says_of_the_transport_stands_at_the_address() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("billing");
        TextField url = at(TextField.class, ServerForm.URL);
        test(url).setValue("https://10.0.0.1/mcp");
        api.outage = FakeApi.problem(
                422,
                "The request is not valid",
                List.of(new Problem.FieldError("transport", "leads to a private address, which is not allowed")));

        save();

        assertThat(url.getErrorMessage()).isEqualTo("Leads to a private address, which is not allowed");
        assertThat(url.isInvalid()).isTrue();
    }

    @Test
    void a_server_is_connected_over_http() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("billing");
        test(at(TextField.class, ServerForm.URL)).setValue("https://billing.example.com/mcp");

        save();

        assertThat(api.servers.getLast().name()).isEqualTo("billing");
        assertThat(isThere(TextField.class, ServerForm.NAME)).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_process_is_named_never_written() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("files");
        ((RadioButtonGroup<ServerForm.Kind>) at(RadioButtonGroup.class, ServerForm.TRANSPORT))
                .setValue(ServerForm.Kind.STDIO);
        TextField command = at(TextField.class, ServerForm.COMMAND);
        test(command).setValue("rm -rf /");
        save();
        assertThat(command.isInvalid()).isTrue();

        test(command).setValue("filesystem");
        save();

        assertThat(api.servers.getLast().transport()).isEqualTo(new Transport.Stdio("filesystem"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_service_is_looked_at_before_it_is_connected() {
        ServersView page = open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("shop");
        ((RadioButtonGroup<ServerForm.Kind>) at(RadioButtonGroup.class, ServerForm.TRANSPORT))
                .setValue(ServerForm.Kind.OPENAPI);
        TextField document = at(TextField.class, OpenApiFields.DOCUMENT);
        test(document).setValue("shop.example.com");
        click(OpenApiFields.PREVIEW);
        assertThat(document.isInvalid()).isTrue();

        test(document).setValue("https://shop.example.com/openapi.json");
        test(at(TextField.class, OpenApiFields.BASE_URL)).setValue("https://shop.example.com/v2");
        click(OpenApiFields.PREVIEW);

        assertThat(at(Grid.class, OpenApiLook.TOOLS).getListDataView().getItemCount())
                .isEqualTo(1);
        assertThat(at(Grid.class, OpenApiLook.OMITTED).getListDataView().getItemCount())
                .isEqualTo(1);
        save();
        assertThat(api.servers.getLast().transport())
                .isEqualTo(new Transport.OpenApi(
                        URI.create("https://shop.example.com/openapi.json"),
                        URI.create("https://shop.example.com/v2")));
        assertThat(text(page)).isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_is_wrong_with_a_document_stands_at_its_address() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        ((RadioButtonGroup<ServerForm.Kind>) at(RadioButtonGroup.class, ServerForm.TRANSPORT))
                .setValue(ServerForm.Kind.OPENAPI);
        TextField document = at(TextField.class, OpenApiFields.DOCUMENT);
        test(document).setValue("https://shop.example.com/openapi.json");
        api.outage = FakeApi.problem(
                422, "Invalid fields", List.of(new Problem.FieldError("documentUrl", "line 2: nonsense")));

        click(OpenApiFields.PREVIEW);

        assertThat(document.getErrorMessage()).isEqualTo("Line 2: nonsense");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_details_say_why_a_server_fails_and_how_far_the_look_came() {
        ServersView page = open(new ServersView(api, viewer()));
        Grid<Server> grid = at(Grid.class, ServersView.GRID);

        grid.select(api.servers.getLast());

        assertThat(text(page)).contains("Failing while connecting: connection refused: tickets.example.com:443");
        assertThat(isThere(Button.class, ServersView.CREATE)).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void how_a_servers_tools_are_shown_is_chosen_and_outlives_its_being_disabled_and_enabled() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("billing");
        test(at(TextField.class, ServerForm.URL)).setValue("https://billing.example.com/mcp");
        at(Checkbox.class, ServerForm.ENABLED).setValue(false);
        at(ToolModeField.class, ShownFields.TOOL_MODE).setValue(ToolMode.CODE);
        ((Select<StubBinding>) at(Select.class, ShownFields.STUBS)).setValue(StubBinding.TOOL);
        save();
        Server made = api.servers.getLast();
        assertThat(made).returns(false, Server::enabled).returns(ToolMode.CODE, Server::toolMode);

        RowMenu menu = open(new ServerActions(api, admin(), () -> {}).menu(made, Lookup.read(api)));
        new MenuBarTester<MenuBar>(menu).clickItem(0, item(menu, "Enable"));

        assertThat(api.servers.getLast())
                .returns(true, Server::enabled)
                .returns(ToolMode.CODE, Server::toolMode)
                .returns(StubBinding.TOOL, Server::stubBinding);
    }

    private static int item(RowMenu menu, String text) {
        return menu.getItems().getFirst().getSubMenu().getItems().stream()
                .map(MenuItem::getText)
                .toList()
                .indexOf(text);
    }

    @Test
    void without_servers_the_page_says_what_to_do() {
        api.servers.clear();

        ServersView page = open(new ServersView(api, admin()));

        assertThat(text(page)).contains("No server connected yet");
        click("servers-create-first");
        assertThat(isThere(TextField.class, ServerForm.NAME)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, 3", "false, 2"})
    @SuppressWarnings("unchecked")
    void a_row_that_appears_waits_while_a_menu_is_open(boolean atRest, int rowsShown) {
        open(new ServersView(api, admin()));
        Grid<Server> grid = at(Grid.class, ServersView.GRID);
        List<DataChangeEvent<Server>> changes = new ArrayList<>();
        grid.getDataProvider().addDataProviderListener(changes::add);
        api.servers.add(Demo.server("billing", Demo.healthy(), 0, 0));

        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(changes).isEmpty();
        answerOfTheBrowser(BooleanNode.valueOf(atRest));

        assertThat(changes).hasSize(rowsShown - 2);
    }

    private static void answerOfTheBrowser(JsonNode answer) {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(asked -> asked.getInvocation().getExpression().contains("[expanded]') === null"))
                .forEach(asked -> asked.complete(answer));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_look_that_ends_changes_its_row_where_it_stands() {
        open(new ServersView(api, admin()));
        Grid<Server> grid = at(Grid.class, ServersView.GRID);
        List<DataChangeEvent<Server>> changes = new ArrayList<>();
        grid.getDataProvider().addDataProviderListener(changes::add);
        api.servers.set(0, Demo.changed(api.servers.getFirst(), "crm of all teams"));

        poll();

        assertThat(changes).hasSize(2).allMatch(DataChangeEvent.DataRefreshEvent.class::isInstance);
        assertThat(test(grid).getRow(0).description()).isEqualTo("crm of all teams");
    }
}
