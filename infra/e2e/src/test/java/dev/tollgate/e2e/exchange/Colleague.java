package dev.tollgate.e2e.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.SignInForm;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ToolGrant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Somebody of a company with a key of their own, who signs in for a server at another provider.
 *
 * @param there as whom that provider knows them
 */
record Colleague(Tollgate tollgate, Company company, Role role, IssuedKey key, Person there) {
    /**
     * @param tools that their key may use
     */
    static Colleague of(Tollgate tollgate, Company company, Workshop workshop, Role role, String tools, Person there) {
        InvitedUser user = company.api()
                .expect(
                        Request.post(
                                "/api/v1/users",
                                new InviteUser(
                                        company.member(role).email(), there.email(), List.of(role.realmName()), null)),
                        201)
                .as(InvitedUser.class);
        String owner = String.valueOf(Objects.requireNonNull(user.user().subject()));
        IssuedKey key = workshop.key(new NewKey(
                "of " + there.email(),
                workshop.environment().id(),
                List.of(ToolGrant.of(tools)),
                null,
                null,
                owner,
                null,
                null,
                null,
                null,
                null));
        return new Colleague(tollgate, company, role, key, there);
    }

    private Api api() {
        return company.api(role);
    }

    private static String path(Server server) {
        return "/api/v1/me/connections/" + server.id();
    }

    /** Allows their own key on the way, as a browser would take them. */
    void signsInFor(Server server) throws IOException, InterruptedException {
        ConnectionDeparture departure = api().expect(
                        Request.post(
                                path(server) + "/departure",
                                new NewDeparture(null, key.key().id())),
                        200)
                .as(ConnectionDeparture.class);
        URI callback = tollgate.controlPlane().resolve("/oauth/callback");
        Map<String, String> brought = new SignInForm(there).comesBackFrom(departure.address(), callback.toString());
        String handle = handle(callback, brought);
        api().expect(
                        Request.post(
                                "/api/v1/connections/returns",
                                new ConnectionReturn(departure.id(), handle, departure.binding())),
                        200);
    }

    private static String handle(URI callback, Map<String, String> brought) throws IOException, InterruptedException {
        String query = brought.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String location = browser.send(
                            HttpRequest.newBuilder(URI.create(callback + "?" + query))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(location).contains("handle=");
            return location.replaceFirst(".*handle=", "").replaceFirst("&.*", "");
        }
    }

    Connection connection(Server server) {
        return api().read(path(server), Connection.class);
    }

    void renews(Server server) {
        api().expect(Request.of("POST", path(server) + "/renewal"), 202);
    }

    Disconnected ends(Server server) {
        return api().expect(Request.of("DELETE", path(server)), 200).as(Disconnected.class);
    }

    String calls(String tool) {
        return company.agent(key.secret()).call(tool, Map.of()).text();
    }
}
