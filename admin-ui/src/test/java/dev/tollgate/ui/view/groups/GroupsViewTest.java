package dev.tollgate.ui.view.groups;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Target;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.PatternsField;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsViewTest extends PageTest {
    @Test
    void what_patterns_match_is_shown_while_they_are_written() {
        open(new GroupsView(api, admin()));
        click(GroupsView.CREATE);
        assertThat(at(Span.class, PatternsField.PREVIEW_COUNT).getText()).contains("grants nothing");

        test(at(TextArea.class, PatternsField.PATTERNS)).setValue("crm__find_*\n*__list_*");

        assertThat(at(Span.class, PatternsField.PREVIEW_COUNT).getText()).isEqualTo("Matches 2 of 5 tools now");
        test(at(TextField.class, GroupDialog.NAME)).setValue("orders");
        save();
        assertThat(api.groups.getLast().patterns()).map(ToolGrant::tools).containsExactly("crm__find_*", "*__list_*");
    }

    @Test
    void a_condition_goes_with_its_tools_and_comes_back_where_it_was_written() {
        open(new GroupsView(api, admin()));
        click(GroupsView.CREATE);
        test(at(TextField.class, GroupDialog.NAME)).setValue("refunds");
        click(PatternsField.ADD_CONDITION);
        test(at(TextField.class, "condition-tools-0")).setValue("crm__find_*");
        test(at(TextArea.class, "condition-when-0")).setValue("args.amount < 100");
        assertThat(at(Span.class, PatternsField.PREVIEW_COUNT).getText()).isEqualTo("Matches 1 of 5 tools now");
        assertThat(text(at(Div.class, PatternsField.PREVIEW))).contains("(under a condition)");
        save();
        ToolGroup made = api.groups.getLast();
        assertThat(made.patterns()).containsExactly(new ToolGrant("crm__find_*", "args.amount < 100"));

        select(made);
        click(GroupDetail.EDIT);
        save();

        assertThat(api.groups.getLast().patterns()).isEqualTo(made.patterns());
    }

    @Test
    void how_a_groups_tools_are_shown_is_chosen_and_kept() {
        open(new GroupsView(api, admin()));
        select(api.groups.getFirst());
        click(GroupDetail.EDIT);
        at(ToolModeField.class, GroupDialog.TOOL_MODE).setValue(ToolMode.SEARCH);
        save();
        assertThat(api.groups.getFirst().toolMode()).isEqualTo(ToolMode.SEARCH);

        select(api.groups.getFirst());
        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("by search");
        click(GroupDetail.EDIT);
        save();

        assertThat(api.groups.getFirst().toolMode()).isEqualTo(ToolMode.SEARCH);
    }

    @Test
    void a_group_is_attached_to_a_tier_and_a_key_by_one_picker() {
        open(new GroupsView(api, admin()));
        select(api.groups.getFirst());
        click(GroupDetail.ATTACH);
        MultiSelectComboBox<Target> to = to();
        List<Target> offered = to.getLazyDataView().getItems().toList();
        assertThat(offered)
                .extracting(Target::name)
                .contains("Pro", "Globex", "Support desk", "Anthropic", "support bot")
                .doesNotContain("old laptop");

        to.setValue(offered.stream()
                .filter(one -> List.of("Pro", "support bot").contains(one.name()))
                .toList());
        save();

        assertThat(api.groups.getFirst().attachedTo()).containsExactly("key:kBot00000001", "tier:pro");
        select(api.groups.getFirst());
        assertThat(text(at(UnorderedList.class, GroupDetail.ATTACHED))).contains("support bot · key", "Pro · tier");
    }

    @Test
    void what_is_attached_already_stays_unless_it_is_taken_away() {
        ToolGroup group = api.groups.getFirst();
        api.attachGroup(group.id(), IfMatch.version(group.version()), new Attachments(List.of("tier:pro", "key:gone")));
        open(new GroupsView(api, admin()));
        select(api.groups.getFirst());
        click(GroupDetail.ATTACH);

        save();

        assertThat(api.groups.getFirst().attachedTo()).containsExactly("key:gone", "tier:pro");
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Target> to() {
        return at(MultiSelectComboBox.class, AttachDialog.TO);
    }

    @SuppressWarnings("unchecked")
    private void select(ToolGroup group) {
        ((Grid<ToolGroup>) at(Grid.class, GroupsView.GRID)).select(group);
        roundTrip();
    }
}
