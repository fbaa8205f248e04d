package dev.tollgate.ui.view.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.DemoHealth;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerHealthViewTest extends PageTest {
    @Test
    @SuppressWarnings("unchecked")
    void the_details_say_how_it_does_at_each_gateway_and_as_of_when() {
        Server crm = api.servers.getFirst();
        api.gatewayHealth.put(crm.id(), DemoHealth.atGateways());
        ServersView page = open(new ServersView(api, viewer()));

        at(Grid.class, ServersView.GRID).select(crm);

        assertThat(text(page))
                .contains("gateway-a", "healthy", "3 s ago")
                .contains("gateway-b", "breaker open", "tried again at", "call: it answered with HTTP status 503")
                .contains("gateway-c", "not known now", "silent; it last said something 8 min ago")
                .contains("As of " + Texts.time(Demo.NOW));
        assertThat(isThere(Button.class, ServerDetail.CHECK)).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_details_of_a_server_that_nobody_called_say_so_and_follow_what_gateways_say() {
        Server crm = api.servers.getFirst();
        ServersView page = open(new ServersView(api, admin()));
        at(Grid.class, ServersView.GRID).select(crm);
        assertThat(text(page)).contains("No gateway has called it since it started");

        api.gatewayHealth.put(crm.id(), DemoHealth.atGateways());
        poll();

        assertThat(text(page)).contains("gateway-b");
        click(ServerDetail.CHECK);
        assertThat(api.log).contains("syncServer " + crm.id());
    }

    @Test
    void a_server_that_fails_at_some_gateways_says_at_how_many() {
        ServerHealth look = Demo.healthy();
        Server crm = Demo.server(
                "crm",
                new ServerHealth(
                        ServerHealth.State.DEGRADED,
                        look.checkedAt(),
                        look.upstreamName(),
                        look.protocolVersion(),
                        null,
                        null,
                        3,
                        2),
                1,
                0);

        assertThat(text(Health.summary(crm))).contains("degraded", "not well at 2 of 3 gateways");
    }

    @Test
    void headers_to_forward_are_written_one_a_line_and_a_refused_one_is_named_at_its_field() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        test(at(TextField.class, ServerForm.NAME)).setValue("billing");
        test(at(TextField.class, ServerForm.URL)).setValue("https://billing.example.com/mcp");
        TextArea forwarded = at(TextArea.class, ServerForm.FORWARDED);
        forwarded.setValue("x-shop\nAuthorization");
        api.outage = FakeApi.problem(
                422,
                "Invalid fields",
                List.of(new Problem.FieldError("forwardedHeaders[1]", "Authorization is never forwarded: …")));
        save();
        assertThat(forwarded.getErrorMessage()).contains("ntry 2").contains("Authorization is never forwarded");

        forwarded.setValue("x-shop");
        save();

        assertThat(api.servers.getLast().forwardedHeaders()).containsExactly("x-shop");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_process_has_no_headers_to_forward() {
        open(new ServersView(api, admin()));
        click(ServersView.CREATE);
        assertThat(isThere(TextArea.class, ServerForm.FORWARDED)).isTrue();

        ((RadioButtonGroup<ServerForm.Kind>) at(RadioButtonGroup.class, ServerForm.TRANSPORT))
                .setValue(ServerForm.Kind.STDIO);
        assertThat(isThere(TextArea.class, ServerForm.FORWARDED)).isFalse();
    }
}
