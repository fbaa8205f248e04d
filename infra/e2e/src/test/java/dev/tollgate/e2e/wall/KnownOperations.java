package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.wall.Probe.Creation;
import dev.tollgate.e2e.wall.Probe.Listing;
import dev.tollgate.e2e.wall.Probe.OneResource;
import dev.tollgate.e2e.wall.Probe.OperatorOnly;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.MoveTenant;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.NewQuote;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.api.RevokeClient;
import dev.tollgate.model.api.RevokeConnection;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.model.api.UserRoles;
import dev.tollgate.model.api.WithdrawLimitOverride;
import dev.tollgate.model.api.WithdrawModelVersion;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.token.TokenEncoding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Every operation of the REST API, each with the way in which a stranger tries it. */
final class KnownOperations {
    private static final String V1 = "/api/v1";

    private final Map<Operation, Probe> probes = new LinkedHashMap<>();

    KnownOperations() {
        listing("/me");
        listing("/gateways");
        know("GET", "/revisions/{revision}", new Probe.Counted());
        know("GET", "/gateways/{id}/gaps", new OperatorOnly(_ -> Request.get(V1 + "/gateways/gateway-1/gaps")));
        operator();
        environments();
        servers();
        tools();
        groups();
        keys();
        subjects();
        people();
        prices();
        models();
        alerts();
        limits();
        reports();
        settings();
    }

    Map<Operation, Probe> all() {
        return probes;
    }

    private void operator() {
        know("GET", "/tenants", new OperatorOnly(_ -> Request.get(V1 + "/tenants")));
        know("GET", "/tenants/{id}", new OperatorOnly(it -> Request.get(V1 + "/tenants/" + it.tenant())));
        know(
                "GET",
                "/tenants/{id}/move",
                new OperatorOnly(it -> Request.get(V1 + "/tenants/" + it.tenant() + "/move")));
        know(
                "POST",
                "/tenants/{id}/move",
                new OperatorOnly(
                        it -> Request.post(V1 + "/tenants/" + it.tenant() + "/move", new MoveTenant("elsewhere"))));
        know(
                "DELETE",
                "/tenants/{id}/move",
                new OperatorOnly(it -> Request.of("DELETE", V1 + "/tenants/" + it.tenant() + "/move")
                        .header("If-Match", "*")));
        var tenant = new NewTenant("intruders", "Intruders", "local");
        know("POST", "/tenants", new OperatorOnly(_ -> Request.post(V1 + "/tenants", tenant)));
        catalogue();
    }

    private void catalogue() {
        var prices = V1 + "/catalogue-prices";
        var one = prices + "/" + UUID.randomUUID();
        know("GET", "/catalogue-prices", new OperatorOnly(_ -> Request.get(prices)));
        know(
                "POST",
                "/catalogue-prices",
                new OperatorOnly(_ -> Request.post(
                        prices, new NewCataloguePrice("https://mcp.vendor.example", null, terms(), null))));
        know("GET", "/catalogue-prices/sheet", new OperatorOnly(_ -> Request.get(prices + "/sheet")));
        know(
                "POST",
                "/catalogue-prices/sheet",
                new OperatorOnly(_ ->
                        sheet("/catalogue-prices", "address,measure,amount\nhttps://mcp.vendor.example,calls,1\n")));
        know("GET", "/catalogue-prices/{id}", new OperatorOnly(_ -> Request.get(one)));
        know(
                "POST",
                "/catalogue-prices/{id}/versions",
                new OperatorOnly(_ -> Request.of("POST", one + "/versions")
                        .header("If-Match", "*")
                        .body(new NewPriceVersion(terms(), null))));
        know(
                "POST",
                "/catalogue-prices/{id}/versions/withdraw",
                new OperatorOnly(_ -> Request.of("POST", one + "/versions/withdraw")
                        .header("If-Match", "*")
                        .body(new WithdrawPriceVersion(1L))));
        know(
                "DELETE",
                "/catalogue-prices/{id}",
                new OperatorOnly(_ -> Request.of("DELETE", one).header("If-Match", "*")));
    }

    private void environments() {
        listing("/environments");
        creation("/environments", _ -> new NewEnvironment("fresh", null));
        resource("GET", "/environments/{id}", Estate::environment);
        resource("PUT", "/environments/{id}", Estate::environment, _ -> new NewEnvironment("renamed", null));
        resource("DELETE", "/environments/{id}", Estate::environment);
    }

    private void servers() {
        listing("/servers", it -> "health=HEALTHY", it -> "environment=" + it.environment());
        creation("/servers", it -> server(it.environment()));
        creation("/servers/openapi-preview", _ -> new PreviewOpenApi(null, "{}", null));
        resource("GET", "/servers/{id}", Estate::server);
        resource("GET", "/servers/{id}/health", Estate::server);
        resource("PUT", "/servers/{id}", Estate::server, own -> server(own.environment()));
        resource("DELETE", "/servers/{id}", Estate::server);
        resource("GET", "/servers/{id}/credential", Estate::server);
        resource("PUT", "/servers/{id}/credential", Estate::server, _ -> credential());
        resource("DELETE", "/servers/{id}/credential", Estate::server);
        resource("POST", "/servers/{id}/credential/renewal", Estate::server);
        connections();
        resource("GET", "/servers/{id}/tls", Estate::server);
        resource("PUT", "/servers/{id}/tls", Estate::server, _ -> new NewServerTls(null, null, "strangers"));
        resource("DELETE", "/servers/{id}/tls", Estate::server);
        resource("POST", "/servers/{id}/sync", Estate::server);
        resource("GET", "/me/connections/{server}/headers", Estate::server);
        resource("PUT", "/me/connections/{server}/headers", Estate::server, _ -> ownHeaders());
        resource("DELETE", "/me/connections/{server}/headers", Estate::server);
        resource("POST", "/servers/{id}/tools/approve", Estate::server, _ -> new ApproveTools(List.of()));
        resource("POST", "/servers/{id}/tools/reject", Estate::server, _ -> new DecideTools(List.of()));
        resource("POST", "/servers/{id}/tools/retire", Estate::server, _ -> new DecideTools(List.of()));
    }

    private void connections() {
        resource(
                "POST",
                "/servers/{id}/credential/preview",
                Estate::server,
                _ -> new NewOauthCredential(OauthCredential.Who.TENANT));
        resource("POST", "/servers/{id}/connection/departure", Estate::server, _ -> new NewDeparture(null, null));
        resource("DELETE", "/servers/{id}/connection", Estate::server);
        resource("GET", "/servers/{id}/connections", Estate::server);
        resource(
                "POST",
                "/servers/{id}/connections/revoke",
                Estate::server,
                _ -> new RevokeConnection(UUID.randomUUID().toString()));
        listing("/me/connections");
        resource("GET", "/me/connections/{server}", Estate::server);
        resource("DELETE", "/me/connections/{server}", Estate::server);
        resource("POST", "/me/connections/{server}/departure", Estate::server, _ -> new NewDeparture(null, null));
        resource("POST", "/me/connections/{server}/renewal", Estate::server);
        resource(
                "POST",
                "/me/connections/{server}/clients/allow",
                Estate::server,
                _ -> new ConnectionClient("a-client"));
        resource(
                "POST",
                "/me/connections/{server}/clients/revoke",
                Estate::server,
                _ -> new ConnectionClient("a-client"));
        // A departure is its person's: whoever brings another's finds nothing to finish.
        creation("/connections/returns", it -> new ConnectionReturn(it.server(), "h".repeat(43), "b".repeat(43)));
    }

    private static NewServerCredential credential() {
        return new NewServerCredential(List.of(new NewServerCredential.Header("X-Guard", "stranger")));
    }

    private static NewPersonHeaders ownHeaders() {
        return new NewPersonHeaders(List.of(new NewServerCredential.Header("X-Guard", "stranger")));
    }

    private void tools() {
        listing("/tools", it -> "server=" + it.server(), it -> "q=" + it.marker());
        resource("GET", "/tools/{id}", Estate::tool);
        resource("GET", "/tools/{id}/callers", Estate::tool);
        resource("GET", "/tools/{id}/diff", Estate::tool);
        resource("PUT", "/tools/{id}", Estate::tool, _ -> new ToolNaming("renamed", null, null));
        resource("POST", "/tools/{id}/approve", Estate::tool);
        resource("POST", "/tools/{id}/reject", Estate::tool);
        resource("POST", "/tools/{id}/retire", Estate::tool);
    }

    private void groups() {
        listing("/groups");
        creation("/groups", _ -> NewToolGroup.simple("fresh", null, List.of("*")));
        resource("GET", "/groups/{id}", Estate::group);
        resource("PUT", "/groups/{id}", Estate::group, _ -> NewToolGroup.simple("renamed", null, List.of("*")));
        resource("DELETE", "/groups/{id}", Estate::group);
        resource(
                "PUT",
                "/groups/{id}/attachments",
                Estate::group,
                own -> new Attachments(List.of("key:" + own.key(), own.subject())));
    }

    private void keys() {
        listing(
                "/keys",
                it -> "environment=" + it.environment(),
                it -> "q=" + it.marker(),
                it -> "owner=" + it.subject());
        creation("/keys", it -> key(it.environment(), it.group(), it.subject()));
        creation("/keys/bulk", it -> new BulkIssue(List.of(key(it.environment(), it.group(), it.subject()))));
        creation("/keys/bulk-revoke", it -> new BulkRevoke(List.of(it.key()), null, null, null));
        resource("GET", "/keys/{id}", Estate::key);
        resource("PUT", "/keys/{id}", Estate::key, own -> key(own.environment(), own.group(), own.subject()));
        resource("POST", "/keys/{id}/rotate", Estate::key, _ -> new RotateKey(0L));
        resource("POST", "/keys/{id}/revoke", Estate::key, _ -> new RevokeKey("not mine"));
        resource("GET", "/keys/{id}/tools", Estate::key);
        // Its bearer is the key, which names nothing beside itself.
        creation("/own-key/rotate", _ -> Map.of());
    }

    private void subjects() {
        listing("/subjects", it -> "parent=" + it.subject(), it -> "q=" + it.marker());
        creation("/subjects", it -> new NewSubject("user", null, "fresh", it.subject(), List.of(it.group())));
        resource("GET", "/subjects/{ref}", Estate::subject);
        resource(
                "PUT",
                "/subjects/{ref}",
                Estate::subject,
                own -> new NewSubject("team", null, "renamed", null, List.of(own.group())));
        resource("DELETE", "/subjects/{ref}", Estate::subject);
    }

    /** A provider has no id: whoever writes one writes the caller's own. */
    private void people() {
        listing("/users");
        creation("/users", it -> new InviteUser("fresh@beth.example", "Fresh", List.of("viewer"), it.subject()));
        resource("GET", "/users/{id}", Estate::user);
        resource("PUT", "/users/{id}/roles", Estate::user, _ -> new UserRoles(List.of("viewer")));
        resource("POST", "/users/{id}/password", Estate::user);
        listing("/clients");
        resource("GET", "/users/{id}/clients", Estate::user);
        resource("POST", "/users/{id}/clients/revoke", Estate::user, _ -> new RevokeClient("a-client"));
        listing("/me/clients");
        know(
                "POST",
                "/me/clients/revoke",
                new Creation(_ -> Request.post(V1 + "/me/clients/revoke", new RevokeClient("a-client"))));
        listing("/identity-provider/redirect-uri");
        directory();
        var path = V1 + "/identity-provider";
        var provider = new NewIdentityProvider(
                URI.create("https://10.0.0.1/.well-known/openid-configuration"), "id", "none", List.of("a.example"));
        know("GET", "/identity-provider", new Creation(_ -> Request.get(path)));
        know(
                "PUT",
                "/identity-provider",
                new Creation(_ -> Request.of("PUT", path).body(provider)));
        know(
                "POST",
                "/identity-provider/live",
                new Creation(_ -> Request.of("POST", path + "/live").ifMatch(0)));
        know("POST", "/identity-provider/trial", new Creation(_ -> Request.of("POST", path + "/trial")));
        know("GET", "/identity-provider/trial", new Creation(_ -> Request.get(path + "/trial")));
        know("DELETE", "/identity-provider", new Creation(_ -> Request.of("DELETE", path)));
    }

    /** A tenant has one token and one mapping, without ids: whoever writes them writes the caller's own. */
    private void directory() {
        listing("/scim-token");
        creation("/scim-token", _ -> new RotateScimToken(0L));
        know("DELETE", "/scim-token", new Creation(_ -> Request.of("DELETE", V1 + "/scim-token")));
        listing("/people-mapping");
        know(
                "PUT",
                "/people-mapping",
                new Creation(it -> Request.of("PUT", V1 + "/people-mapping")
                        .ifMatch(0)
                        .body(new NewPeopleMapping(
                                null, null, List.of(new PeopleRule("x", List.of("viewer"), it.subject()))))));
    }

    private void prices() {
        listing("/prices");
        creation("/prices", it -> price(it.server()));
        resource("GET", "/prices/{id}", Estate::price);
        resource("GET", "/prices/{id}/versions", Estate::price);
        resource("GET", "/prices/{id}/usage", Estate::price);
        resource("POST", "/prices/{id}/versions", Estate::price, _ -> new NewPriceVersion(terms(), null));
        resource("POST", "/prices/{id}/versions/withdraw", Estate::price, _ -> new WithdrawPriceVersion(1L));
        creation("/prices/quote", _ -> new NewQuote(terms(), null, null, null, null, null));
        listing("/prices/sheet");
        know(
                "POST",
                "/prices/sheet",
                new Creation(it -> sheet(
                        "/prices",
                        "environment,server,measure,amount\n" + it.environment() + "," + it.server() + ",calls,1\n")));
        resource("DELETE", "/prices/{id}", Estate::price);
    }

    private void models() {
        listing("/models");
        creation("/models", _ -> Estate.model("x"));
        resource("GET", "/models/{id}", Estate::model);
        resource("PUT", "/models/{id}", Estate::model, _ -> new ModelNaming("x", TokenEncoding.BYTES, null));
        resource("GET", "/models/{id}/versions", Estate::model);
        resource(
                "POST",
                "/models/{id}/versions",
                Estate::model,
                _ -> new NewModelVersion(Estate.model("x").rates(), null));
        resource("POST", "/models/{id}/versions/withdraw", Estate::model, _ -> new WithdrawModelVersion(1L));
        resource("DELETE", "/models/{id}", Estate::model);
    }

    private void alerts() {
        var webhook = URI.create("http://127.0.0.1:1908/alerts");
        var wanted = new NewAlertChannel("x", AlertChannel.Kind.WEBHOOK, webhook, null, null);
        listing("/alert-channels");
        creation("/alert-channels", _ -> wanted);
        resource("GET", "/alert-channels/{id}", Estate::channel);
        resource("PUT", "/alert-channels/{id}", Estate::channel, _ -> wanted);
        resource("POST", "/alert-channels/{id}/secret", Estate::channel);
        resource("POST", "/alert-channels/{id}/test", Estate::channel);
        resource("DELETE", "/alert-channels/{id}", Estate::channel);
        listing("/alerts");
        resource("GET", "/alerts/{id}", Estate::alert);
    }

    private void limits() {
        listing("/limits", it -> "subject=" + it.subject());
        creation("/limits", KnownOperations::limit);
        resource("GET", "/limits/{id}", Estate::limit);
        resource("PUT", "/limits/{id}", Estate::limit, KnownOperations::limit);
        resource("GET", "/limits/{id}/usage", Estate::limit);
        resource("POST", "/limits/{id}/overrides", Estate::limit, _ -> new NewLimitOverride("7", 1, null));
        resource(
                "POST",
                "/limits/{id}/overrides/withdraw",
                Estate::limit,
                _ -> new WithdrawLimitOverride(UUID.randomUUID()));
        resource("DELETE", "/limits/{id}", Estate::limit);
    }

    private static NewLimit limit(Estate estate) {
        return Estate.calls("fresh", QuotaSubject.parse(estate.subject()));
    }

    private void reports() {
        listing(
                "/spend",
                it -> "group_by=key,server,environment&key=" + it.key(),
                it -> "group_by=tool&server=" + it.server());
        listing("/calls", it -> "key=" + it.key(), it -> "server=" + it.server());
        resource("GET", "/calls/{id}", Estate::call);
        resource("GET", "/calls/{id}/price", Estate::call);
        listing("/calls/export", _ -> "format=ocsf");
    }

    /** They have no id: whoever writes them writes the caller's own. */
    private void settings() {
        listing("/settings");
        know(
                "PUT",
                "/settings",
                new Creation(_ -> Request.of("PUT", V1 + "/settings")
                        .body(new NewSettings(
                                ApprovalRule.ALWAYS, 90, null, null, null, null, null, null, null, null))));
    }

    private static NewServer server(UUID environment) {
        var address = new Transport.StreamableHttp(URI.create("http://127.0.0.1:1909/mcp"));
        return new NewServer("fresh", environment, null, address, null, null, null, null, null);
    }

    private static NewKey key(UUID environment, UUID group, String owner) {
        return new NewKey(
                "fresh",
                environment,
                List.of(ToolGrant.of("*")),
                List.of(group),
                null,
                owner,
                null,
                null,
                null,
                null,
                null);
    }

    private static Request sheet(String prices, String lines) {
        return new Request(
                "POST",
                V1 + prices + "/sheet",
                Map.of("Content-Type", "text/csv"),
                lines.getBytes(StandardCharsets.UTF_8));
    }

    private static PriceTerms terms() {
        return PriceTerms.perCall(Money.ofDollars("1"), FailureCharges.FREE);
    }

    private static NewPrice price(UUID server) {
        return new NewPrice(server, "get-sum", terms(), null);
    }

    @SafeVarargs
    private void listing(String path, Function<Estate, String>... filters) {
        know("GET", path, new Listing(List.of(filters)));
    }

    private void creation(String path, Function<Estate, Object> body) {
        know("POST", path, new Creation(it -> Request.post(V1 + path, body.apply(it))));
    }

    private void resource(String method, String path, Function<Estate, Object> id) {
        know(method, path, new OneResource(id, Optional.empty()));
    }

    private void resource(String method, String path, Function<Estate, Object> id, Function<Estate, Object> body) {
        know(method, path, new OneResource(id, Optional.of(body)));
    }

    private void know(String method, String path, Probe probe) {
        probes.put(new Operation(method, V1 + path), probe);
    }
}
