package dev.tollgate.ui.view.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.tollgate.model.api.Call;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.LazyRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CallsViewTest extends PageTest {
    @BeforeEach
    void openCalls() {
        open(new CallsView(api));
    }

    @Test
    void a_new_call_appears_by_itself_at_the_top() {
        api.oneMoreCall();

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
    }

    @Test
    void further_down_nothing_moves_and_new_calls_are_counted() {
        scroll(true);
        api.oneMoreCall();
        api.oneMoreCall();

        poll();

        assertThat(at(Button.class, CallsView.ARRIVED).getText()).isEqualTo("2 new calls");
        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.get(2).id());
        click(CallsView.ARRIVED);
        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
        assertThat(isThere(Button.class, CallsView.ARRIVED)).isFalse();
    }

    @Test
    void back_at_the_top_new_calls_appear_again() {
        scroll(true);
        api.oneMoreCall();
        poll();
        scroll(false);

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.getFirst().id());
        assertThat(isThere(Button.class, CallsView.ARRIVED)).isFalse();
    }

    private void scroll(boolean away) {
        Element grid = grid().getElement();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("event.detail", away);
        grid.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(grid, LazyRows.SCROLLED_EVENT, data));
    }

    @Test
    void a_page_that_is_not_live_stays_as_it_is() {
        test(at(Checkbox.class, CallsView.LIVE)).click();
        api.oneMoreCall();

        poll();

        assertThat(test(grid()).getRow(0).id()).isEqualTo(api.calls.get(1).id());
    }

    @Test
    void an_outage_is_told_once_and_the_rows_stay() {
        api.outage = FakeApi.problem(503, "The control plane is not available right now", null);

        poll();
        poll();

        assertThat($(Notification.class).all()).hasSize(1);
        api.outage = null;
        poll();
        assertThat(test(grid()).getRow(0)).isNotNull();
    }

    @Test
    void leaving_the_page_ends_the_asking() {
        UI.getCurrent().removeAll();

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @SuppressWarnings("unchecked")
    private Grid<Call> grid() {
        return at(Grid.class, CallsView.GRID);
    }
}
