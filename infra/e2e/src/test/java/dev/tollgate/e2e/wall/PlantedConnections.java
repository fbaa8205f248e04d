package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.recorder.Encodings;
import dev.tollgate.e2e.service.GuardedService;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.local.certificate.Authority;
import dev.tollgate.local.certificate.Issued;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a company's connections are made of: all that goes between its people, their browsers and a provider, what the provider
 * gives, a key for TLS, and what a person gives a server of their own.
 */
final class PlantedConnections {
    private static final Pattern VERIFIER = Pattern.compile("code_verifier=([A-Za-z0-9._~-]+)");
    /** Long enough to stand nowhere by chance. */
    private static final int LINE_CHARS_MIN = 20;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Supplier<Answer>> readings = new ArrayList<>();
    private final List<Answer> refusals = new ArrayList<>();
    private final Company company;
    private final Workshop workshop;
    private final TokenProvider provider;

    PlantedConnections(Company company, Workshop workshop, TokenProvider provider) {
        this.company = company;
        this.workshop = workshop;
        this.provider = provider;
    }

    void grow(GuardedService service) {
        tenants(server("connected", service));
        exchanged(server("exchanged", service));
        persons(server("personal", service));
        certified();
        provider.issued().forEach(token -> plant("an access token ending in " + token.substring(60), token));
        provider.issuedBeside().forEach(token -> plant("what came beside it, ending in " + token.substring(60), token));
    }

    private Server server(String name, GuardedService service) {
        return workshop.openApi(name, service.document());
    }

    private void plant(String what, String secret) {
        secrets.putAll(Encodings.of(what, secret));
    }

    private void write(Server server, NewServerCredential credential) {
        company.api()
                .expect(
                        Request.of("PUT", PlantedClients.path(server))
                                .ifMatch(0)
                                .body(credential),
                        200);
        readings.add(() -> company.api().get(PlantedClients.path(server)));
    }

    /** One that is finished, after somebody tried with another binding; and one that never is. */
    private void tenants(Server server) {
        write(
                server,
                new NewServerCredential(new NewOauthCredential(
                        Who.TENANT, provider.issuer(), "connected-client", null, null, List.of("tools"), null, null)));
        refusals.add(company.api().send(returned(brought(departed(server), "no binding"))));
        assertThat(refusals.getLast().status()).isEqualTo(409);
        ConnectionDeparture departure = departed(server);
        company.api().expect(returned(brought(departure, departure.binding())), 200);
        brought(departed(server), "");
        for (String request : provider.requests()) {
            VERIFIER.matcher(request).results().forEach(found -> plant("a verifier", found.group(1)));
        }
        assertThat(secrets).containsKey("a verifier");
    }

    private ConnectionDeparture departed(Server server) {
        ConnectionDeparture departure = company.api()
                .expect(
                        Request.post(
                                "/api/v1/servers/" + server.id() + "/connection/departure",
                                new NewDeparture(null, null)),
                        200)
                .as(ConnectionDeparture.class);
        plant("the binding of " + departure.id(), departure.binding());
        plant("the state of " + departure.id(), parameter(departure.address(), "state"));
        return departure;
    }

    /** A browser brings the provider's answer, and is led on. */
    private ConnectionReturn brought(ConnectionDeparture departure, String binding) {
        String code = "co/de+" + UUID.randomUUID() + "=&" + UUID.randomUUID();
        plant("the code of " + departure.id(), code);
        URI callback = URI.create(parameter(departure.address(), "redirect_uri") + "?code="
                + URLEncoder.encode(code, StandardCharsets.UTF_8) + "&state="
                + parameter(departure.address(), "state"));
        Answer led = Api.send(HttpRequest.newBuilder(callback).build());
        String handle = parameter(URI.create(led.header("Location").orElseThrow()), "handle");
        plant("the handle of " + departure.id(), handle);
        return new ConnectionReturn(departure.id(), handle, binding);
    }

    private static Request returned(ConnectionReturn body) {
        return Request.post("/api/v1/connections/returns", body);
    }

    private static String parameter(URI address, String name) {
        for (String each : address.getRawQuery().split("&")) {
            if (each.startsWith(name + "=")) {
                return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " is in the address");
    }

    private void exchanged(Server server) {
        String secret = "ex/change+" + UUID.randomUUID() + "=&" + UUID.randomUUID();
        plant("the exchanging client's secret", secret);
        var client = new NewClientCredentials(
                provider.issuer(), "exchanger", ClientMethod.CLIENT_SECRET_POST, secret, List.of("tools"), null, null);
        write(server, new NewServerCredential(new NewTokenExchange(client, "the-service", null)));
        Eventually.passes(
                "the provider exchanges a token",
                () -> assertThat(Objects.requireNonNull(company.api()
                                        .read(PlantedClients.path(server), ServerCredential.class)
                                        .token())
                                .state())
                        .isEqualTo(AccessTokenStatus.State.VALID));
    }

    private void persons(Server server) {
        write(server, new NewServerCredential(null, null, null, null, List.of("X-Person"), null));
        Api vic = user(Role.VIEWER);
        String path = "/api/v1/me/connections/" + server.id() + "/headers";
        String value = "per/son+" + UUID.randomUUID() + "=&" + UUID.randomUUID();
        plant("a person's header", value);
        vic.expect(Request.of("PUT", path).ifMatch(0).body(headers("X-Person", value)), 200);
        refusals.add(vic.send(Request.of("PUT", path).ifMatch(0).body(headers("X-Person", value))));
        refusals.add(vic.send(Request.of("PUT", path).ifMatch(1).body(headers("X-Person", value + "\n"))));
        assertThat(refusals).extracting(Answer::status).contains(412);
        readings.add(() -> vic.get(path));
        readings.add(() -> vic.get("/api/v1/me/connections"));
        readings.add(() -> company.api().get("/api/v1/servers/" + server.id() + "/connections"));
    }

    private Api user(Role role) {
        company.api()
                .expect(
                        Request.post(
                                "/api/v1/users",
                                new InviteUser(company.member(role).email(), "Vic", List.of(role.realmName()), null)),
                        201);
        return company.api(role);
    }

    private static NewPersonHeaders headers(String name, String value) {
        return new NewPersonHeaders(List.of(new NewServerCredential.Header(name, value)));
    }

    /** Of a server that nobody has to be at home at. */
    private void certified() {
        Server server = company.api()
                .create(
                        "/api/v1/servers",
                        new NewServer(
                                "certified",
                                workshop.environment().id(),
                                null,
                                new Transport.StreamableHttp(URI.create("https://127.0.0.1:1443/mcp")),
                                null,
                                PrefixMode.ALWAYS,
                                null,
                                null,
                                null),
                        Server.class);
        Authority authority = Authority.named("The company");
        Issued shown = authority.client("tollgate");
        String path = "/api/v1/servers/" + server.id() + "/tls";
        company.api()
                .expect(
                        Request.of("PUT", path)
                                .ifMatch(0)
                                .body(new NewServerTls(shown.chainPem(), shown.keyPem(), authority.pem())),
                        200);
        // Its first line is the same for all keys of the curve.
        shown.keyPem()
                .lines()
                .skip(2)
                .filter(line -> line.length() >= LINE_CHARS_MIN && !line.startsWith("-"))
                .forEach(line -> plant("a line of the key for TLS", line));
        assertThat(secrets).containsKey("a line of the key for TLS");
        readings.add(() -> company.api().get(path));
    }

    /** All that may be read of this, each by whom it is for. */
    List<Answer> answers() {
        return readings.stream().map(Supplier::get).toList();
    }

    /** What was answered to attempts with something of it. */
    List<Answer> refusals() {
        return refusals;
    }

    /** Each by what it is and how it is written. */
    Map<String, String> secrets() {
        return secrets;
    }
}
