package dev.tollgate.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEnd
@DisplayName("The Inspector with a key of the demo server")
class InspectorOffersIT {
    private final Tollgate tollgate;
    private Inspector inspector;

    InspectorOffersIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_key_that_sees_all_of_the_server() throws Exception {
        var company = Company.founded(tollgate, "offers");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("everything"));
        var key = workshop.key("helper", "*");
        workshop.agentSeeing(key, "everything__echo");
        inspector = Inspector.with(tollgate, key.secret());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lists the prompts and gets one with its arguments")
    void prompts(Era era) throws Exception {
        assertThat(inspector.ask(era, "--method", "prompts/list").required("prompts"))
                .extracting(prompt -> prompt.required("name").asText())
                .contains("everything__simple-prompt", "everything__args-prompt");

        var prompt = inspector.ask(
                era,
                "--method",
                "prompts/get",
                "--prompt-name",
                "everything__args-prompt",
                "--prompt-args",
                "city=Paris");

        assertThat(prompt.required("messages").required(0).toString()).contains("Paris");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lists the resources and reads one")
    void resources(Era era) throws Exception {
        var listed = inspector.ask(era, "--method", "resources/list").required("resources");
        assertThat(listed).isNotEmpty();
        var uri = listed.required(0).required("uri").asText();

        var read = inspector.ask(era, "--method", "resources/read", "--uri", uri);

        assertThat(read.required("contents").required(0).required("uri").asText())
                .isEqualTo(uri);
        assertThat(read.required("contents").required(0).path("text").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lists the templates of resources")
    void templates(Era era) throws Exception {
        assertThat(inspector.ask(era, "--method", "resources/templates/list").required("resourceTemplates"))
                .isNotEmpty()
                .allSatisfy(template ->
                        assertThat(template.required("uriTemplate").asText()).contains("{"));
    }
}
