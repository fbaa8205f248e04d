package dev.tollgate.e2e.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.inbound.BareClient;
import dev.tollgate.e2e.inbound.Callback;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.api.RedirectUri;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A company with an identity provider and a directory of its own")
class DirectoryIT {
    private static final String ECHO = "tools__echo";

    private final Tollgate tollgate;
    private Company company;
    private OwnProvider provider;
    private Workshop workshop;
    private URI scim;
    private String token;

    DirectoryIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_company_that_has_linked_its_provider() throws IOException, InterruptedException {
        company = Company.founded(tollgate, "directed");
        var redirect = company.api().read("/api/v1/identity-provider/redirect-uri", RedirectUri.class);
        provider = OwnProvider.of(tollgate, company, redirect.redirectUri());
        put("/api/v1/identity-provider", provider.link());
        company.api()
                .expect(Request.of("POST", "/api/v1/identity-provider/live").header("If-Match", "*"), 200);
        var issued = company.api()
                .expect(Request.post("/api/v1/scim-token", new RotateScimToken(null)), 200)
                .as(IssuedScimToken.class);
        token = issued.token();
        scim = URI.create(issued.info().baseUrl());
        workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("tools"));
    }

    @Test
    @DisplayName("whoever signs in through it has the roles of their groups, and loses them with the group")
    void roles_follow_the_claim() throws IOException, InterruptedException {
        mapping("groups", new PeopleRule("R&D (all)", List.of("tool-admin"), null));
        provider.employs("rita", "R&D (all)");
        provider.employs("stan", "Engineering");

        assertThat(rolesAfterSignIn("rita")).containsExactly("tool-admin");
        assertThat(rolesAfterSignIn("stan")).isEmpty();
        provider.takesOut("rita", "R%26D%20%28all%29");

        assertThat(rolesAfterSignIn("rita")).isEmpty();
    }

    @Test
    @DisplayName("whom the directory brings finds their account at the first sign-in, and is out when they leave")
    void joins_and_leaves() throws IOException, InterruptedException {
        mapping(null, new PeopleRule("Engineering", List.of("tool-admin"), null));
        var known = provider.employs("leo");
        var id = scim("POST", "/Users", person("leo", known), 201)
                .json()
                .required("id")
                .asText();
        var group = scim("POST", "/Groups", "{\"displayName\": \"Engineering\"}", 201)
                .json()
                .required("id")
                .asText();
        scim(
                "PATCH",
                "/Groups/" + group,
                patch("{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"" + id + "\"}]}"),
                200);
        var subject = user(id).required("subject").asText();
        var key = workshop.key(new NewKey(
                "of leo",
                workshop.environment().id(),
                NewKey.simple("x", workshop.environment().id(), List.of(ECHO), null, null)
                        .grants(),
                null,
                null,
                subject,
                null,
                null,
                null,
                null,
                null));
        var agent = workshop.agent(key, ECHO);

        try (var browser = Browser.open()) {
            provider.signsIn(browser, tollgate, "leo");
            var console = new ConsolePage(browser).shows("page-home").shows("nav-servers");
            assertThat(emails(provider.email("leo"))).containsExactly(id);

            scim(
                    "PATCH",
                    "/Users/" + id,
                    patch("{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}"),
                    200);

            browser.page().navigate(tollgate.console() + "servers");
            console.lacks("page-servers");
        }
        Eventually.passes(
                "the gateway refuses leo's key", () -> assertThat(agent.list()).returns(401, Answer::status));
        assertThat(company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class))
                .returns(VirtualKey.State.REVOKED, VirtualKey::state);
        assertThat(user(id).required("enabled").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("its token opens SCIM and nothing else, and nothing of another company")
    void the_token() {
        var stranger = Company.founded(tollgate, "undirected");
        var theirs = stranger.api()
                .expect(Request.post("/api/v1/scim-token", new RotateScimToken(null)), 200)
                .as(IssuedScimToken.class)
                .token();
        var id = scim("POST", "/Users", person("mia", "mia-1"), 201)
                .json()
                .required("id")
                .asText();

        for (var method : List.of("GET", "DELETE")) {
            assertThat(Api.send(request(method, "/Users/" + id, null, theirs))).returns(404, Answer::status);
        }
        assertThat(Api.send(request("GET", "/Users/" + id, null, "none"))).returns(401, Answer::status);
        var api = new Api(tollgate.controlPlane(), () -> Optional.of(token));
        assertThat(api.get("/api/v1/users")).returns(401, Answer::status);
        scim("DELETE", "/Users/" + id, null, 204);
        scim("GET", "/Users/" + id, null, 404);
    }

    @Test
    @DisplayName(
            "whom nobody invited is a user in their team with the first sign-in of their own client; whom it bars gets in no more, and is out when deleted here")
    void comes_by_their_own_client() throws Exception {
        var team = company.api()
                .create("/api/v1/subjects", new NewSubject("team", null, "Engineers", null, List.of()), Subject.class);
        mapping("groups", new PeopleRule("Engineering", List.of(), team.ref()));
        provider.employs("nora", "Engineering");
        var group = company.api()
                .create("/api/v1/groups", NewToolGroup.simple("engineers", null, List.of(ECHO)), ToolGroup.class);
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/groups/" + group.id() + "/attachments")
                                .ifMatch(group.version())
                                .body(new Attachments(List.of(team.ref()))),
                        200);
        BareClient client;
        JsonNode tokens;
        Agent agent;
        try (var callback = new Callback();
                var browser = Browser.open()) {
            client = BareClient.registered(
                    tollgate.config("quarkus.oidc.auth-server-url"),
                    callback.uri(),
                    tollgate.mcp().toString());
            provider.signsInByAddress(browser, client.authorize(), "nora");
            browser.page().locator("[name=accept]").click();
            tokens = client.redeem(Callback.parameter(callback.query(), "code"), null);
            agent = Agent.with(tollgate.mcp(), tokens.required("access_token").asText());
            Eventually.passes(
                    "they have what their team has",
                    () -> assertThat(agent.tools()).containsExactly(ECHO));
        }

        provider.bars("nora");

        try (var browser = Browser.open()) {
            provider.signsIn(browser, tollgate, "nora");
            PlaywrightAssertions.assertThat(browser.page().locator("body")).containsText("disabled");
            assertThat(browser.page().url()).startsWith(provider.issuer());
        }
        var refresh = tokens.required("refresh_token").asText();
        assertThat(client.renew(refresh)).as("nobody has told us").returns(200, Answer::status);
        assertThat(agent.list()).returns(200, Answer::status);

        var subject = company.api()
                .all("/api/v1/users?q=nora")
                .getFirst()
                .required("subject")
                .asText();
        company.api().expect(Request.of("DELETE", "/api/v1/subjects/" + subject).header("If-Match", "*"), 200);

        Eventually.passes(
                "the gateway refuses nora's token",
                () -> assertThat(agent.list()).returns(401, Answer::status));
        assertThat(client.renew(refresh)).returns(400, Answer::status);
    }

    private List<String> rolesAfterSignIn(String name) {
        try (var browser = Browser.open()) {
            provider.signsIn(browser, tollgate, name);
            browser.page().waitForURL(url -> url.startsWith(tollgate.console().toString()));
        }
        var found = company.api().all("/api/v1/users?q=" + name);
        assertThat(found).hasSize(1);
        return found.getFirst()
                .required("roles")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> emails(String email) {
        return company.api().all("/api/v1/users?q=" + email).stream()
                .map(user -> user.required("id").asText())
                .toList();
    }

    private JsonNode user(String id) {
        return company.api().read("/api/v1/users/" + id, JsonNode.class);
    }

    private void mapping(@Nullable String claim, PeopleRule... rules) {
        put("/api/v1/people-mapping", new NewPeopleMapping(claim, null, List.of(rules)));
    }

    private void put(String path, Object body) {
        company.api().expect(Request.of("PUT", path).body(body).header("If-Match", "*"), 200);
    }

    /** As Okta sends it. */
    private String person(String name, String externalId) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%1$s",
                 "name": {"givenName": "%2$s", "familyName": "of the company"},
                 "emails": [{"primary": true, "value": "%1$s", "type": "work"}], "displayName": "%2$s",
                 "locale": "en-US", "externalId": "%3$s", "groups": [], "active": true}""".formatted(provider.email(name), name, externalId);
    }

    private static String patch(String operation) {
        return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [" + operation
                + "]}";
    }

    private Answer scim(String method, String path, @Nullable String body, int status) {
        var answer = Api.send(request(method, path, body, token));
        assertThat(answer).as("%s %s: %s", method, path, answer.text()).returns(status, Answer::status);
        return answer;
    }

    private HttpRequest request(String method, String path, @Nullable String body, String bearer) {
        return HttpRequest.newBuilder(URI.create(scim + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
