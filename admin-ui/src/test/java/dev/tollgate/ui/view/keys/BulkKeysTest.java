package dev.tollgate.ui.view.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkKeysTest extends PageTest {
    @BeforeEach
    void openKeys() {
        open(new KeysView(api, admin(), "http://127.0.0.1:8090/mcp"));
    }

    @Test
    void many_keys_are_issued_and_their_secrets_shown_once() {
        paste("""
                name,owner,tools,labels
                billing bot,team:Support desk,crm__find_* crm__read_*,cost-center:4711
                "bot, the second",,,
                """);

        assertThat(at(Pre.class, SecretsDialog.SECRETS).getText())
                .contains("\"billing bot\",\"Support desk\"", FakeApi.SECRET + "0", FakeApi.SECRET + "1");
        assertThat(isThere(Anchor.class, SecretsDialog.DOWNLOAD)).isTrue();
        VirtualKey first = key("billing bot");
        assertThat(first.grants()).map(ToolGrant::tools).containsExactly("crm__find_*", "crm__read_*");
        assertThat(first.labels()).containsEntry("cost-center", "4711");
        assertThat(key("bot, the second").ownerName()).isEqualTo("default");

        click(SecretsDialog.DONE);

        assertThat($(Pre.class).all()).noneMatch(pre -> pre.getText().contains(FakeApi.SECRET));
    }

    @Test
    void a_line_that_is_wrong_is_named_and_none_is_issued() {
        int before = api.keys.size();

        paste("""
                billing bot,team:Nobody

                ,team:Support desk
                third,,,label
                """);

        TextArea lines = at(TextArea.class, BulkIssueDialog.LINES);
        assertThat(lines.isInvalid()).isTrue();
        assertThat(lines.getErrorMessage())
                .contains("Line 1: there is no owner team:Nobody", "line 3: the name is missing", "line 4: the label");
        assertThat(api.keys).hasSize(before);
    }

    @Test
    void what_the_control_plane_refuses_is_told_by_the_line_that_was_written() {
        paste("name\nfine\n\n" + FakeApi.TAKEN);

        assertThat(at(TextArea.class, BulkIssueDialog.LINES).getErrorMessage())
                .isEqualTo("Line 4: name: this name is taken");
    }

    @Test
    @SuppressWarnings("unchecked")
    void keys_with_a_label_are_counted_and_then_revoked_with_a_reason() {
        paste("one,,,batch:seven\ntwo,,,batch:seven\nthree,,,batch:eight");
        click(SecretsDialog.DONE);
        click(KeysView.REVOKE_MANY);
        ((Select<BulkRevokeDialog.By>) at(Select.class, BulkRevokeDialog.BY)).setValue(BulkRevokeDialog.By.LABEL);
        test(at(TextField.class, BulkRevokeDialog.LABEL)).setValue("batch:seven");
        test(at(TextArea.class, BulkRevokeDialog.REASON)).setValue("the trial is over");
        assertThat(at(Span.class, BulkRevokeDialog.COUNT).getText()).isEqualTo("2 keys are chosen.");

        save();

        assertThat(key("one").revokedReason()).isEqualTo("the trial is over");
        assertThat(key("two").state()).isEqualTo(VirtualKey.State.REVOKED);
        assertThat(key("three").state()).isEqualTo(VirtualKey.State.ACTIVE);
    }

    private void paste(String lines) {
        click(KeysView.CREATE_MANY);
        test(at(TextArea.class, BulkIssueDialog.LINES)).setValue(lines);
        save();
    }

    private VirtualKey key(String name) {
        return api.keys.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
