package dev.tollgate.e2e.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.api.RedirectUri;
import dev.tollgate.model.api.SignInTrial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("A company's identity provider, before it is live and when it is")
class TrialIT {
    private static final String PROVIDER = "/api/v1/identity-provider";
    private static final String TRIAL = PROVIDER + "/trial";

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private Company company;
    private OwnProvider provider;

    TrialIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_company_with_a_provider() throws IOException, InterruptedException {
        company = Company.founded(tollgate, "trying");
        provider = OwnProvider.of(
                tollgate,
                company,
                company.api()
                        .read(PROVIDER + "/redirect-uri", RedirectUri.class)
                        .redirectUri());
        provider.employs("tess", "Engineering");
        provider.employs("otto", "Engineering");
        put("/api/v1/people-mapping", rules());
    }

    private static NewPeopleMapping rules() {
        return new NewPeopleMapping(
                "groups", null, List.of(new PeopleRule("Engineering", List.of("tool-admin"), null)));
    }

    @Test
    @Order(1)
    @DisplayName("what is wrong with it is told when it is linked")
    void a_wrong_link() throws IOException, InterruptedException {
        assertThat(refused(provider.link(provider.discovery(), "another secret")))
                .contains("clientSecret", "is refused by the provider")
                .doesNotContain("another secret");

        try (var impostor = new Impostor(provider.discovery())) {
            assertThat(refused(provider.link(impostor.discovery(), "any")))
                    .contains("discoveryUrl", "answers for another issuer than its own address");
        }
        assertThat(company.api().get(PROVIDER)).returns(404, Answer::status);
    }

    @Test
    @Order(2)
    @DisplayName("until it is live nobody is sent there, and nobody gets in through it by an address typed by hand")
    void before_it_is_live() {
        put(PROVIDER, provider.link());
        var member = company.member(Role.VIEWER);
        var page = window.page();

        page.navigate(tollgate.console().toString());
        assertThat(page.locator("#username")).isVisible();
        var signIn = page.url();
        page.locator("#username").fill(member.email());
        page.locator("#kc-login").click();
        assertThat(page.locator("#password")).isVisible();
        page.navigate(signIn);
        page.locator("#username").fill(provider.email("otto"));
        page.locator("#kc-login").click();
        assertThat(page.locator("body")).containsText("you don't have an account yet");

        provider.signsInAt(window.browser(), signIn + hint(), "otto");

        assertThat(page.locator("body")).containsText("does not sign in this way yet");
        page.navigate(tollgate.console().toString());
        assertThat(page.locator("#username")).isVisible();
        assertThat(company.api().all("/api/v1/users?q=otto")).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("a secret that is another by now is told while the trial waits")
    void a_secret_that_was_rotated() throws IOException, InterruptedException {
        provider.rotatesSecret("rotated since");
        try (var theirs = Browser.open()) {
            var begun = company.api().expect(Request.of("POST", TRIAL), 200).as(SignInTrial.class);

            provider.signsInAt(theirs, String.valueOf(begun.address()), "tess");

            Eventually.passes(
                    "the trial has failed",
                    () -> assertThat(company.api().read(TRIAL, SignInTrial.class))
                            .returns(SignInTrial.State.FAILED, SignInTrial::state)
                            .extracting(SignInTrial::problem)
                            .asString()
                            .contains("Check the client's id and secret"));
        }
        put(PROVIDER, provider.link(provider.discovery(), "rotated since"));
    }

    @Test
    @Order(4)
    @DisplayName("an owner tries it, sees what becomes of whoever signs in, and takes it live")
    void tried_and_taken_live() {
        var console = window.signIn(company.member(Role.OWNER));
        console.go("identity-provider").shows("provider-state", "not live").click("trial-begin");
        var address =
                console.shows("trial-address").at("trial-address").innerText().strip();

        try (var theirs = Browser.open()) {
            provider.signsInAt(theirs, address, "tess");
            assertThat(theirs.page().locator("h1")).hasText("The trial is over");
            theirs.page().navigate(tollgate.console().toString());
            assertThat(theirs.page().locator("#username")).isVisible();
            theirs.page().locator("#username").fill(provider.email("tess"));
            theirs.page().locator("#kc-login").click();
            assertThat(theirs.page().locator("body")).containsText("does not sign in this way yet");
        }
        console.click("trial-look")
                .shows("trial-result", "User: " + provider.email("tess"))
                .shows("trial-result", "Organization: yours")
                .shows("trial-result", "Roles: tool-admin")
                .shows("trial-result", "groups: [\"Engineering\"]")
                .shows("trial-result", "given_name: tess");

        console.click("trial-live").confirm("Take it live").shows("provider-state", "live");

        for (var name : List.of("tess", "otto")) {
            try (var theirs = Browser.open()) {
                provider.signsIn(theirs, tollgate, name);
                new ConsolePage(theirs).shows("page-home").shows("nav-servers");
            }
        }
        assertThat(window.complaints()).isEmpty();
    }

    private String hint() {
        return "&kc_idp_hint=tenant-" + company.tenant().slug();
    }

    private void put(String path, Object body) {
        company.api().expect(Request.of("PUT", path).body(body).header("If-Match", "*"), 200);
    }

    private String refused(NewIdentityProvider link) {
        return company.api()
                .expect(Request.of("PUT", PROVIDER).body(link).header("If-Match", "*"), 422)
                .text();
    }

    /** Shows another's document at its own address. */
    private static final class Impostor implements AutoCloseable {
        private final HttpServer server;

        Impostor(URI discovery) throws IOException, InterruptedException {
            byte[] document;
            try (var http = HttpClient.newHttpClient()) {
                document = http.send(HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body();
            }
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, document.length);
                exchange.getResponseBody().write(document);
                exchange.close();
            });
            server.start();
        }

        URI discovery() {
            return URI.create(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/openid-configuration");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
