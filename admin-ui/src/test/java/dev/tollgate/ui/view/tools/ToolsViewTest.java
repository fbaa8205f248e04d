package dev.tollgate.ui.view.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolFlag;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.FormDialog;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolsViewTest extends PageTest {
    @BeforeEach
    void openTools() {
        open(new ToolsView(api, admin()));
    }

    @Test
    void a_change_stands_beside_what_was_approved_as_text() {
        select("update_customer");

        DefinitionView diff = at(DefinitionView.class, DefinitionView.DIFF);

        assertThat(text(diff)).contains("Finds a customer by name, number or e-mail address", Demo.HOSTILE);
        assertThat(diff.getElement().getOuterHTML()).doesNotContain("<img", "<script");
    }

    @Test
    void approving_sends_the_version_that_was_looked_at() {
        select("update_customer");

        click(ToolDetail.APPROVE);

        assertThat(tool("update_customer").state()).isEqualTo(Tool.State.APPROVED);
        assertThat(isThere(Button.class, ToolDetail.APPROVE)).isFalse();
    }

    @Test
    void a_rejected_change_leaves_the_approved_definition_as_it_was() {
        JsonNode approved = tool("update_customer").definition();
        select("update_customer");

        click(ToolDetail.REJECT);

        assertThat(tool("update_customer").state()).isEqualTo(Tool.State.APPROVED);
        assertThat(tool("update_customer").definition()).isEqualTo(approved);
        assertThat(isThere(Button.class, ToolDetail.REJECT)).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void all_waiting_tools_of_a_server_are_rejected_after_a_question() {
        ((ComboBox<Server>) at(ComboBox.class, ToolFilter.SERVER)).setValue(api.servers.getFirst());
        click(ToolsView.REJECT_ALL);
        assertThat(tool("delete_customer").state()).isEqualTo(Tool.State.QUARANTINED);

        test($(ConfirmDialog.class).single()).confirm();

        assertThat(tool("delete_customer").state()).isEqualTo(Tool.State.RETIRED);
        assertThat(tool("update_customer").pendingDefinition()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void all_waiting_tools_of_a_server_are_retired_after_a_question_that_says_how_many() {
        ((ComboBox<Server>) at(ComboBox.class, ToolFilter.SERVER)).setValue(api.servers.getFirst());
        click(ToolsView.RETIRE_ALL);
        ConfirmDialog question = $(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).isEqualTo("Retire all 2 waiting tools of crm?");
        assertThat(tool("update_customer").state()).isEqualTo(Tool.State.QUARANTINED);

        test(question).confirm();

        assertThat(tool("update_customer").state()).isEqualTo(Tool.State.RETIRED);
        assertThat(tool("delete_customer").state()).isEqualTo(Tool.State.RETIRED);
        assertThat(tool("find_customer").state()).isEqualTo(Tool.State.APPROVED);
    }

    @Test
    void what_changed_since_then_is_not_approved() {
        select("update_customer");
        api.tools.replaceAll(tool -> tool.name().equals("update_customer") ? newer(tool) : tool);

        assertThatThrownBy(() -> click(ToolDetail.APPROVE)).isInstanceOf(ApiProblem.class);

        assertThat(tool("update_customer").state()).isEqualTo(Tool.State.QUARANTINED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void all_waiting_tools_of_a_server_are_approved_after_a_question() {
        Server crm = api.servers.getFirst();
        ((ComboBox<Server>) at(ComboBox.class, ToolFilter.SERVER)).setValue(crm);
        click(ToolsView.APPROVE_ALL);
        assertThat(api.log).doesNotContain("approveTools " + crm.id());

        test($(ConfirmDialog.class).single()).confirm();

        assertThat(api.log).contains("approveTools " + crm.id());
    }

    @Test
    void searching_narrows_the_rows_and_says_when_nothing_is_left() {
        test(at(TextField.class, ToolFilter.SEARCH)).setValue("orders");
        assertThat(test(grid()).size()).isEqualTo(1);

        test(at(TextField.class, ToolFilter.SEARCH)).setValue("nothing like it");
        assertThat(text($(ToolsView.class).single())).contains("No tool matches");
    }

    @Test
    void each_change_is_told_by_its_place_as_text() {
        select("update_customer");

        ChangeList changes = at(ChangeList.class, ChangeList.CHANGES);

        assertThat(text(changes))
                .containsSubsequence("changed", "description", "was: ", "Finds a customer", "is now: ", Demo.HOSTILE);
        assertThat(changes.getElement().getOuterHTML()).doesNotContain("<img", "<script");
    }

    @Test
    void what_is_suspicious_is_said_with_the_reason() {
        api.tools.replaceAll(tool -> tool.name().equals("delete_customer") ? flagged(tool) : tool);

        select("delete_customer");

        assertThat(text(at(Div.class, ToolDetail.FLAGS))).contains("Look twice", "it tells the model what to do");
    }

    @Test
    void a_tool_gets_a_name_and_words_of_the_admins_own() {
        select("find_customer");
        click(ToolDetail.NAME);
        test(at(TextField.class, NamingDialog.ALIAS)).setValue("find");
        test(at(TextArea.class, NamingDialog.DESCRIPTION)).setValue("Finds one of our customers");

        click(FormDialog.SAVE);

        assertThat(tool("find_customer").alias()).isEqualTo("find");
        assertThat(tool("find_customer").descriptionOverride()).isEqualTo("Finds one of our customers");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_tool_that_is_asked_about_says_so_and_keeps_it_when_it_is_named() {
        select("find_customer");
        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("Before a call", "as the settings say");
        click(ToolDetail.NAME);
        ((Select<CallApproval>) at(Select.class, NamingDialog.CALL_APPROVAL)).setValue(CallApproval.ASK_FIRST);
        click(FormDialog.SAVE);
        assertThat(tool("find_customer").callApproval()).isEqualTo(CallApproval.ASK_FIRST);

        select("find_customer");
        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("somebody is asked first");
        click(ToolDetail.NAME);
        test(at(TextField.class, NamingDialog.ALIAS)).setValue("find");
        click(FormDialog.SAVE);

        assertThat(tool("find_customer"))
                .returns("find", Tool::alias)
                .returns(CallApproval.ASK_FIRST, Tool::callApproval);
    }

    @Test
    void who_can_call_a_tool_is_listed_with_the_way() {
        select("read_customer");

        assertThat(text(at(Callers.class, Callers.CALLERS)))
                .containsSubsequence("support bot", "of service default", "through group support (crm__read_*)");
    }

    @Test
    void a_tool_that_no_key_sees_says_so() {
        select("delete_customer");

        assertThat(text(at(Callers.class, Callers.CALLERS))).contains("Nobody: it is not approved");
    }

    private static Tool flagged(Tool tool) {
        return new Tool(
                tool.id(),
                tool.serverId(),
                tool.serverName(),
                tool.name(),
                tool.exposedName(),
                tool.title(),
                tool.description(),
                tool.alias(),
                tool.descriptionOverride(),
                tool.callApproval(),
                List.of(new ToolFlag(ToolFlag.Code.INSTRUCTION, "it tells the model what to do")),
                tool.state(),
                tool.definition(),
                tool.definitionHash(),
                tool.pendingDefinition(),
                tool.pendingDefinitionHash(),
                tool.firstSeenAt(),
                tool.lastSeenAt(),
                tool.version());
    }

    private Tool tool(String name) {
        return api.tools.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Tool newer(Tool tool) {
        return new Tool(
                tool.id(),
                tool.serverId(),
                tool.serverName(),
                tool.name(),
                tool.exposedName(),
                tool.title(),
                tool.description(),
                tool.alias(),
                tool.descriptionOverride(),
                tool.callApproval(),
                tool.flags(),
                tool.state(),
                tool.definition(),
                tool.definitionHash(),
                tool.pendingDefinition(),
                tool.pendingDefinitionHash(),
                tool.firstSeenAt(),
                tool.lastSeenAt(),
                tool.version() + 1);
    }

    @SuppressWarnings("unchecked")
    private Grid<Tool> grid() {
        return at(Grid.class, ToolsView.GRID);
    }

    private void select(String name) {
        grid().select(tool(name));
        roundTrip();
    }
}
