package dev.tollgate.ui.view.groups;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.PatternsField;
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
}
