import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.AssertionKey;
import dev.tollgate.control.oauth.Callback;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.Departure;
import dev.tollgate.control.oauth.Discovered;
import dev.tollgate.control.oauth.HttpOauthClient;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.Provider;
import dev.tollgate.control.oauth.PublicAddress;
import dev.tollgate.control.oauth.Registration;
import dev.tollgate.control.oauth.SubjectToken;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.OutgoingGate;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * What the official suite runs as a client: the control plane's own OAuth client, as it is packaged, with a person who agrees
 * to everything and an agent that calls one tool. Arguments: where the control plane is said to be found from outside, and the
 * suite's server. Compiled against the control plane as it is packaged, which its module has not on its class path.
 */
public final class OauthSuiteClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final PublicAddress address;
    private final URI server;
    private final OauthClient client;
    private final JsonNode context;
    private Access access;
    private String token = "";

    private OauthSuiteClient(PublicAddress address, URI server, Vertx vertx, JsonNode context) {
        var gate = new OutgoingGate(true);
        this.address = address;
        this.server = server;
        this.client = new HttpOauthClient(new Fetch(vertx, gate), gate, address);
        this.context = context;
    }

    public static void main(String[] arguments) throws Exception {
        var context = JSON.readTree(System.getenv().getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}"));
        var vertx = Vertx.vertx();
        try {
            new OauthSuiteClient(new PublicAddress(URI.create(arguments[0])), URI.create(arguments[1]), vertx, context)
                    .visit(System.getenv().getOrDefault("MCP_CONFORMANCE_PROTOCOL_VERSION", "2025-11-25"));
        } finally {
            vertx.close();
        }
    }

    /** An admin connects the server; then an agent comes. */
    private void visit(String revision) throws Exception {
        authorize(client.discover(server).orElseThrow(() -> new IllegalStateException("an open server")));
        boolean modern = revision.compareTo("2026") > 0;
        if (!modern) {
            call(1, "initialize", "{\"protocolVersion\":\"" + revision
                    + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"agent\",\"version\":\"1\"}}", revision);
            call(0, "notifications/initialized", "{}", revision);
        }
        String meta = modern
                ? "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"" + revision
                        + "\",\"io.modelcontextprotocol/clientInfo\":{\"name\":\"agent\",\"version\":\"1\"}"
                        + ",\"io.modelcontextprotocol/clientCapabilities\":{}}"
                : "";
        call(2, "tools/list", "{" + meta + "}", revision);
        String tool = "\"name\":\"test-tool\",\"arguments\":{}" + (meta.isEmpty() ? "" : "," + meta);
        call(3, "tools/call", "{" + tool + "}", revision);
    }

    private void call(int id, String method, String params, String revision) throws Exception {
        var answer = send(id, method, params, revision);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(method + " is answered with " + answer.statusCode());
        }
    }

    private HttpResponse<String> send(int id, String method, String params, String revision) throws Exception {
        String number = id == 0 ? "" : "\"id\":" + id + ",";
        var request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", revision)
                .header("Mcp-Method", method)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\"," + number + "\"method\":\"" + method
                        + "\",\"params\":" + params + "}"));
        if (method.equals("tools/call")) {
            request.header("Mcp-Name", "test-tool");
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void authorize(Discovered found) throws Exception {
        access = Access.to(found, identity(found.provider()));
        token = switch (answer()) {
            case TokenAnswer.Tokens tokens -> tokens.accessToken();
            case TokenAnswer.TokenRefused refused -> throw new IllegalStateException("refused: " + refused.error());
            case TokenAnswer.ProviderAway away -> throw new IllegalStateException("the provider " + away.why());
        };
    }

    /** The client that the tenant was given there, or else a registration with this very provider. */
    private ClientIdentity identity(Provider provider) throws Exception {
        String id = context.path("client_id").asText("");
        if (context.has("private_key_pem")) {
            return new ClientIdentity.PrivateKeyJwt(id, key());
        }
        if (context.has("client_secret")) {
            return new ClientIdentity.Secret(id, context.get("client_secret").asText(), provider.secretMethod());
        }
        if (!id.isEmpty()) {
            return new ClientIdentity.Public(id);
        }
        return client.register(provider, new Registration.Wanted("Tollgate", address.callback()))
                .client();
    }

    private AssertionKey key() throws Exception {
        String pem = context.get("private_key_pem").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
        var secret = (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(spec);
        // Only the suite knows the public half; any point of the curve stands for it where nothing is verified.
        PublicJsonWebKey any = PublicJsonWebKey.Factory.newPublicJwk(AssertionKey.made().privateJwk());
        any.setPrivateKey(secret);
        any.setKeyId(null);
        any.setAlgorithm(context.get("signing_algorithm").asText());
        return AssertionKey.of(any.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    private TokenAnswer answer() throws Exception {
        if (context.has("idp_id_token")) {
            Provider enterprise = client.provider(URI.create(context.get("idp_issuer").asText()));
            var vouching = new Access(
                    enterprise, new ClientIdentity.Public(context.get("idp_client_id").asText()), null, List.of());
            var person = new SubjectToken(context.get("idp_id_token").asText(), SubjectToken.ID_TOKEN);
            return client.vouched(vouching, person, access);
        }
        if (context.has("valid_jwt")) {
            return client.assertion(access, context.get("valid_jwt").asText());
        }
        boolean signsPeopleIn = access.provider().grantTypes() == null
                || access.provider().grantTypes().contains("authorization_code");
        if (!signsPeopleIn) {
            return client.clientCredentials(access);
        }
        Departure departure = client.depart(access, address.callback());
        return client.redeem(access, departure.kept(), person(departure.address()));
    }

    /** Agrees, and is sent back; where to is what the provider was told, to the letter. */
    private Callback person(URI destination) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(destination).build(), HttpResponse.BodyHandlers.discarding());
        String location = answer.headers().firstValue("Location").orElseThrow();
        if (!location.startsWith(address.callback() + "?")) {
            throw new IllegalStateException("sent back to " + location);
        }
        Map<String, String> query = new HashMap<>();
        for (String each : URI.create(location).getRawQuery().split("&")) {
            String[] pair = each.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return new Callback(
                query.get("code"),
                query.get("state"),
                query.get("iss"),
                query.get("error"),
                query.get("error_description"));
    }
}
