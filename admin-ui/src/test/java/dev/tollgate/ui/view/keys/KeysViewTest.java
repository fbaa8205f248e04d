package dev.tollgate.ui.view.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.PatternsField;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysViewTest extends PageTest {
    private static final String GATEWAY = "http://127.0.0.1:8090/mcp";

    private void openKeys(Rights rights) {
        open(new KeysView(api, rights, GATEWAY));
    }

    @Test
    void a_new_secret_is_shown_once_with_lines_that_connect_agents() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("billing bot");
        test(at(TextArea.class, PatternsField.PATTERNS)).setValue("crm__find_*");

        save();

        assertThat(at(Pre.class, SecretDialog.SECRET).getText()).isEqualTo(FakeApi.SECRET);
        assertThat($(Pre.class).all())
                .filteredOn(pre -> pre.getId().orElse("").startsWith("connect-"))
                .isNotEmpty()
                .allMatch(pre ->
                        pre.getText().contains(FakeApi.SECRET) && pre.getText().contains(GATEWAY));

        click(SecretDialog.DONE);

        assertThat(isThere(Dialog.class, SecretDialog.DIALOG)).isFalse();
        assertThat($(Pre.class).all()).noneMatch(pre -> pre.getText().contains(FakeApi.SECRET));
        assertThat(api.keys.getFirst().grants()).map(ToolGrant::tools).containsExactly("crm__find_*");
    }

    @Test
    void a_refused_name_is_marked_on_its_field_and_the_form_stays() {
        openKeys(admin());
        click(KeysView.CREATE);
        TextField name = at(TextField.class, KeyDialog.NAME);
        test(name).setValue(FakeApi.TAKEN);

        save();

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("This name is taken");
        assertThat(isThere(Dialog.class, SecretDialog.DIALOG)).isFalse();
    }

    @Test
    void a_viewer_is_offered_nothing_that_would_be_refused() {
        openKeys(viewer());
        select("support bot");

        assertThat(isThere(Button.class, KeysView.CREATE)).isFalse();
        assertThat(isThere(Button.class, KeyDetail.REVOKE)).isFalse();
        assertThat(text(at(UnorderedList.class, KeyDetail.TOOLS))).contains("crm__find_customer", "crm__read_customer");
    }

    @Test
    void revoking_takes_a_reason_and_shows_it() {
        openKeys(admin());
        select("support bot");
        click(KeyDetail.REVOKE);
        test(at(TextArea.class, KeyActions.REASON)).setValue("laptop stolen");

        save();

        VirtualKey key = api.keys.getFirst();
        assertThat(key.state()).isEqualTo(VirtualKey.State.REVOKED);
        assertThat(key.revokedReason()).isEqualTo("laptop stolen");
    }

    @Test
    void rotating_gives_a_day_of_overlap_unless_chosen_otherwise() {
        openKeys(admin());
        select("support bot");
        click(KeyDetail.ROTATE);

        save();

        assertThat(api.log).contains("rotateKey kBot00000001 86400");
        assertThat(at(Pre.class, SecretDialog.SECRET).getText()).isEqualTo(FakeApi.SECRET);
    }

    @Test
    void a_key_is_issued_to_a_team_with_networks_labels_and_a_condition() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("refund bot");
        at(SubjectPicker.class, KeyDialog.OWNER).setValue(subject("Support desk"));
        test(at(TextArea.class, PatternsField.PATTERNS)).setValue("crm__find_*");
        click(PatternsField.ADD_CONDITION);
        test(at(TextField.class, "condition-tools-0")).setValue("crm__update_*");
        test(at(TextArea.class, "condition-when-0")).setValue("args.tier in ['free', 'pro']");
        at(TextArea.class, KeyLimits.SOURCES).setValue("10.0.0.0/8\n192.0.2.7");
        at(TextArea.class, KeyLimits.LABELS).setValue("cost-center:4711\nurl:https://a.example");

        save();

        VirtualKey made = api.keys.getFirst();
        assertThat(made.ownerName()).isEqualTo("Support desk");
        assertThat(made.grants())
                .containsExactly(
                        ToolGrant.of("crm__find_*"), new ToolGrant("crm__update_*", "args.tier in ['free', 'pro']"));
        assertThat(made.sources()).containsExactly("10.0.0.0/8", "192.0.2.7");
        assertThat(made.labels()).containsOnly(entry("cost-center", "4711"), entry("url", "https://a.example"));
    }

    @Test
    void what_is_wrong_with_a_condition_stands_at_it_with_line_and_column() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("refund bot");
        test(at(TextArea.class, PatternsField.PATTERNS)).setValue("crm__find_*");
        click(PatternsField.ADD_CONDITION);
        test(at(TextField.class, "condition-tools-0")).setValue("crm__update_*");
        TextArea when = at(TextArea.class, "condition-when-0");
        test(when).setValue("args.amount <");

        save();

        assertThat(when.isInvalid()).isTrue();
        assertThat(when.getErrorMessage()).startsWith("Line 1, column 14: ");
        assertThat(isThere(Dialog.class, SecretDialog.DIALOG)).isFalse();
    }

    @Test
    void each_network_that_is_none_is_named_at_the_field_though_it_was_folded_away() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("refund bot");
        TextArea sources = at(TextArea.class, KeyLimits.SOURCES);
        sources.setValue("10.0.0.0/8\noffice\n10.0.0.1/8");

        save();

        assertThat(sources.isInvalid()).isTrue();
        assertThat(sources.getErrorMessage()).contains("Entry 2: ", "not office", "Entry 3: ", "10.0.0.1/8");
        assertThat($(Details.class).single().isOpened()).isTrue();
    }

    @Test
    void an_edited_key_keeps_what_was_not_touched() {
        VirtualKey before = api.replaceKey(
                "kBot00000001",
                IfMatch.version(api.keys.getFirst().version()),
                new NewKey(
                        "support bot",
                        Demo.PRODUCTION.id(),
                        List.of(new ToolGrant("crm__find_*", "args.limit < 10")),
                        List.of(),
                        null,
                        subject("Support desk").ref(),
                        "anthropic",
                        List.of("10.0.0.0/8"),
                        ContentLogging.OFF,
                        Map.of("a", "b"),
                        new KeyRotation(30, 3_600),
                        ToolMode.SEARCH));
        openKeys(admin());
        select("support bot");
        click(KeyDetail.EDIT);

        save();

        assertThat(api.keys.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
    }

    @Test
    void a_key_says_how_each_of_its_tools_is_shown() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("scripting bot");
        test(at(TextArea.class, PatternsField.PATTERNS)).setValue("crm__find_*");
        at(ToolModeField.class, KeyLimits.TOOL_MODE).setValue(ToolMode.CODE);
        save();
        click(SecretDialog.DONE);
        assertThat(api.keys.getFirst().toolMode()).isEqualTo(ToolMode.CODE);

        select("scripting bot");

        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("agents write scripts");
        assertThat(text(at(UnorderedList.class, KeyDetail.TOOLS)))
                .contains("by code, through its own pattern crm__find_*");
    }

    @Test
    void a_key_that_rotates_by_itself_says_so_and_when_it_was_used() {
        openKeys(admin());
        click(KeysView.CREATE);
        test(at(TextField.class, KeyDialog.NAME)).setValue("rotating bot");
        at(IntegerField.class, KeyLimits.ROTATION).setValue(30);
        save();
        click(SecretDialog.DONE);
        assertThat(api.keys.getFirst().rotation()).isEqualTo(new KeyRotation(30, 86_400));

        select("rotating bot");

        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("every 30 days", "Last used", "never");
    }

    @Test
    void the_details_say_through_what_each_tool_is_seen() {
        openKeys(viewer());

        select("support bot");

        assertThat(text(at(UnorderedList.class, KeyDetail.TOOLS)))
                .containsSubsequence(
                        "crm__find_customer",
                        "its own pattern crm__find_*",
                        "group support (crm__find_*)",
                        "crm__read_customer",
                        "group support (crm__read_*)");
    }

    @Test
    @SuppressWarnings("unchecked")
    void keys_are_found_by_owner_and_by_label() {
        api.createKey("one", keyOf("team bot", subject("Support desk").ref(), Map.of()));
        api.createKey("two", keyOf("labelled bot", null, Map.of("stage", "trial")));
        openKeys(viewer());
        Grid<VirtualKey> grid = at(Grid.class, KeysView.GRID);

        at(SubjectPicker.class, KeyFilter.OWNER).setValue(subject("Support desk"));
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).name()).isEqualTo("team bot");

        at(SubjectPicker.class, KeyFilter.OWNER).clear();
        test(at(TextField.class, KeyFilter.LABEL)).setValue("stage:trial");
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).name()).isEqualTo("labelled bot");
    }

    private static NewKey keyOf(String name, @Nullable String owner, Map<String, String> labels) {
        return new NewKey(name, Demo.PRODUCTION.id(), null, null, null, owner, null, null, null, labels, null);
    }

    private Subject subject(String name) {
        return api.subjects.stream()
                .filter(one -> one.name().equals(name))
                .map(one -> api.subject(one.ref()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void select(String name) {
        Grid<VirtualKey> grid = at(Grid.class, KeysView.GRID);
        api.keys.stream().filter(key -> key.name().equals(name)).forEach(grid::select);
        roundTrip();
    }
}
