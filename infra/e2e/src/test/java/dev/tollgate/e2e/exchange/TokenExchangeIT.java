package dev.tollgate.e2e.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A server whose provider gives the token for it for another token")
class TokenExchangeIT {
    private final Tollgate tollgate;
    private AudienceService service;
    private ExchangingProvider provider;
    private Company company;
    private Server server;
    private Agent agent;

    TokenExchangeIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_service_that_takes_tokens_for_itself() throws Exception {
        service = new AudienceService(ExchangingProvider.AUDIENCE);
        company = Company.founded(tollgate, "exchanging");
        provider = ExchangingProvider.of(tollgate, company);
        Workshop workshop = company.workshop(company.environment("production"));
        server = workshop.approveAll(workshop.openApi("crm", service.document()));
        agent = workshop.agent(workshop.key("robot", "crm__*"), "crm__whoAmI");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String path() {
        return "/api/v1/servers/" + server.id() + "/credential";
    }

    private ServerCredential stored() {
        return company.api().read(path(), ServerCredential.class);
    }

    private void give(NewServerCredential credential) {
        company.api()
                .expect(Request.of("PUT", path()).ifMatch(stored().version()).body(credential), 200);
    }

    private NewClientCredentials client(@Nullable List<String> scopes) {
        return new NewClientCredentials(
                provider.issuer(),
                ExchangingProvider.CLIENT,
                ClientMethod.CLIENT_SECRET_BASIC,
                ExchangingProvider.SECRET,
                scopes,
                null,
                true);
    }

    private String whoAmI() {
        return agent.call("crm__whoAmI", Map.of()).text();
    }

    @Test
    @DisplayName("is sent that one, and not Tollgate's own")
    void it_is_sent_the_exchanged_one() {
        give(new NewServerCredential(client(null)));
        Eventually.passes(
                "Tollgate's own token is refused", () -> assertThat(whoAmI()).contains("HTTP 401"));
        Eventually.passes(
                "it came there",
                () -> assertThat(service.shown())
                        .anySatisfy(claims ->
                                assertThat(claims.path("azp").asText()).isEqualTo(ExchangingProvider.CLIENT)));

        give(new NewServerCredential(
                new NewTokenExchange(client(List.of(ExchangingProvider.AUDIENCE)), ExchangingProvider.AUDIENCE, null)));

        Eventually.passes(
                "the exchanged one is taken", () -> assertThat(whoAmI()).contains("\"aud\":\"crm\""));
        assertThat(stored().token()).isNotNull().returns(AccessTokenStatus.State.VALID, AccessTokenStatus::state);
    }

    @Test
    @DisplayName("is asked nothing while the provider refuses to, and the credential says why")
    void a_refusal_is_told() {
        give(new NewServerCredential(
                new NewTokenExchange(client(List.of(ExchangingProvider.AUDIENCE)), "nobody-we-know", null)));

        Eventually.passes(
                "the refusal is there",
                () -> assertThat(stored().token())
                        .isNotNull()
                        .returns(AccessTokenStatus.State.NEEDS_ATTENTION, AccessTokenStatus::state)
                        .satisfies(token -> assertThat(token.reason()).contains("invalid_")));
        Eventually.passes("so calls are told", () -> assertThat(whoAmI()).contains("no valid access token"));
    }
}
