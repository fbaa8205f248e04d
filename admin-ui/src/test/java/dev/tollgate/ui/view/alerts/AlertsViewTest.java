package dev.tollgate.ui.view.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.AlertDelivery;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.RowMenu;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Alerts are shown with what became of them; channels are made, tried, changed and deleted. */
class AlertsViewTest extends PageTest {
    private static final int ACTIONS = 3;
    private static final int TEST = 0;
    private static final int SECRET = 1;
    private static final int DELETE = 3;

    private void openAlerts(Rights rights) {
        open(new AlertsView(api, rights));
    }

    private void add(String name, AlertChannel.Kind kind, String field, String where) {
        click(ChannelList.CREATE);
        test(at(TextField.class, ChannelDialog.NAME)).setValue(name);
        kind().setValue(kind);
        test(at(TextField.class, field)).setValue(where);
        save();
    }

    @SuppressWarnings("unchecked")
    private Select<AlertChannel.Kind> kind() {
        return at(Select.class, ChannelDialog.KIND);
    }

    @Test
    void an_auditor_sees_and_changes_nothing() {
        openAlerts(new Rights(Demo.person("aud@acme.example", "auditor")));

        assertThat(text(at(Div.class, AlertsView.PAGE))).contains("No alert yet", "No channel yet");
        assertThat(isThere(Button.class, ChannelList.CREATE)).isFalse();
    }

    @Test
    void a_webhook_is_added_tried_and_deleted() {
        openAlerts(admin());
        add("pager", AlertChannel.Kind.WEBHOOK, ChannelDialog.URL, "https://pager.example/alerts");

        AlertChannel made = api.alertChannels.getLast();
        assertThat(made.url()).hasToString("https://pager.example/alerts");
        assertThat(made.enabled()).isTrue();
        menu(made, TEST);
        assertThat(test(at(Grid.class, AlertsView.GRID)).size()).isEqualTo(1);
        menu(made, SECRET);
        confirm();
        assertThat(text(at(Pre.class, SecretDialog.SECRET))).contains("whsec_of-pager");
        click(SecretDialog.DONE);
        menu(made, DELETE);
        confirm();
        assertThat(api.alertChannels).isEmpty();
    }

    @Test
    void mail_has_addresses_and_what_is_wrong_stands_at_its_field() {
        openAlerts(admin());
        add("finance", AlertChannel.Kind.EMAIL, ChannelDialog.ADDRESSES, "nobody");

        assertThat(at(TextField.class, ChannelDialog.ADDRESSES).getErrorMessage())
                .contains("one mail address");
        test(at(TextField.class, ChannelDialog.ADDRESSES)).setValue("a@acme.example, b@acme.example,");
        save();

        assertThat(api.alertChannels.getLast().addresses()).containsExactly("a@acme.example", "b@acme.example");
        assertThat(api.alertChannels.getLast().url()).isNull();
    }

    @Test
    void an_address_that_is_none_is_said_before_anything_is_sent() {
        openAlerts(admin());
        add("pager", AlertChannel.Kind.WEBHOOK, ChannelDialog.URL, "not an address");

        assertThat(at(TextField.class, ChannelDialog.URL).isInvalid()).isTrue();
        assertThat(api.alertChannels).isEmpty();
    }

    @Test
    void what_did_not_arrive_says_why() {
        api.alerts.add(new Alert(
                UUID.randomUUID(),
                Alert.Kind.LIMIT,
                "80 % of the limit <b>month</b> are used",
                "text",
                Demo.NOW,
                List.of(new AlertDelivery(
                        UUID.randomUUID(),
                        "pager",
                        AlertDelivery.State.GIVEN_UP,
                        10,
                        "The receiver answered with status 503.",
                        null,
                        null))));

        openAlerts(admin());

        Grid<?> grid = at(Grid.class, AlertsView.GRID);
        assertThat(test(grid).getCellText(0, 0)).contains("<b>month</b>");
        assertThat(test(grid).getCellText(0, 2)).contains("given up", "pager", "status 503");
    }

    @SuppressWarnings("unchecked")
    private void menu(AlertChannel channel, int item) {
        Grid<AlertChannel> grid = at(Grid.class, ChannelList.GRID);
        RowMenu menu = (RowMenu) test(grid).getCellComponent(api.alertChannels.indexOf(channel), ACTIONS);
        new MenuBarTester<MenuBar>(menu).clickItem(0, item);
        roundTrip();
    }

    private void confirm() {
        test($(ConfirmDialog.class).last()).confirm();
        roundTrip();
    }
}
