package dev.tollgate.ui.view.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.PatternsField;
import dev.tollgate.ui.view.layout.Rights;
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
        assertThat(text(at(Div.class, KeyDetail.TOOLS))).contains("crm__find_customer", "crm__read_customer");
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

    @SuppressWarnings("unchecked")
    private void select(String name) {
        Grid<VirtualKey> grid = at(Grid.class, KeysView.GRID);
        api.keys.stream().filter(key -> key.name().equals(name)).forEach(grid::select);
        roundTrip();
    }
}
