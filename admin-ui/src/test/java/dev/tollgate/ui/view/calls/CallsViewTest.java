package dev.tollgate.ui.view.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import dev.tollgate.model.api.Call;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
