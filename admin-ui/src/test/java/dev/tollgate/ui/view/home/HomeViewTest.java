package dev.tollgate.ui.view.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.tollgate.model.api.Me;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeViewTest extends PageTest {
    @Test
    void an_empty_tenant_is_told_the_first_step() {
        HomeView page = open(new HomeView(new FakeApi(), admin()));

        assertThat(at(Button.class, HomeView.NEXT_STEP).getText()).isEqualTo("Connect a server");
        assertThat(text(page)).contains("0 of 5 steps done");
    }

    @Test
    void the_next_step_follows_what_is_done() {
        api.keys.clear();
        api.calls.clear();

        open(new HomeView(api, admin()));

        assertThat(at(Button.class, HomeView.NEXT_STEP).getText()).isEqualTo("Issue a key");
    }

    @Test
    void a_page_at_rest_keeps_what_has_the_focus() {
        api.keys.clear();
        open(new HomeView(api, admin()));
        Button next = at(Button.class, HomeView.NEXT_STEP);

        poll();

        assertThat(at(Button.class, HomeView.NEXT_STEP)).isSameAs(next);
    }

    @Test
    void a_tenant_at_work_sees_health_instead_of_steps() {
        HomeView page = open(new HomeView(api, admin()));

        assertThat(isThere(Button.class, HomeView.NEXT_STEP)).isFalse();
        assertThat(text(page)).contains("1 failing", "2 waiting for approval", "gateway-2", "silent");
    }

    @Test
    void an_operator_sees_gateways_and_organizations_and_nothing_inside() {
        Me operator = new Me("1", "operator@tollgate.example", List.of("operator"), null, null);

        HomeView page = open(new HomeView(api, new Rights(operator)));

        assertThat(text(page)).contains("Organizations", "gateway-1").doesNotContain("Active keys");
    }
}
