package dev.tollgate.e2e.renewal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewServerCredential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** A provider that gives another refresh token each time: a realm of its own, behind a door that it takes for its address. */
final class RotatingProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "tollgate";
    private static final String SECRET = "a secret between the two";
    private static final String PERSON = "rosa";
    private static final String PASSWORD = "known at the provider alone";

    private final ProviderDoor door;
    private final URI issuer;

    private RotatingProvider(ProviderDoor door, URI issuer) {
        this.door = door;
        this.issuer = issuer;
    }

    /**
     * @param reuses how often a refresh token may be used again that was used already
     * @param lifeSeconds of access tokens
     */
    static RotatingProvider of(Tollgate tollgate, String name, int reuses, int lifeSeconds)
            throws IOException, InterruptedException {
        var ours = URI.create(tollgate.identities().issuer());
        var door = new ProviderDoor(ours.resolve("/"));
        var made = """
                {"realm": "%1$s", "enabled": true, "sslRequired": "external", "attributes": {"frontendUrl": "%2$s"},
                 "revokeRefreshToken": true, "refreshTokenMaxReuse": %3$d, "accessTokenLifespan": %4$d,
                 "clients": [{"clientId": "%5$s", "secret": "%6$s", "directAccessGrantsEnabled": true,
                   "serviceAccountsEnabled": true, "standardFlowEnabled": false}],
                 "users": [{"username": "%7$s", "email": "%7$s@%1$s.example", "emailVerified": true, "enabled": true,
                   "firstName": "Rosa", "lastName": "of the realm",
                   "credentials": [{"type": "password", "value": "%8$s", "temporary": false}]}]}""".formatted(name, door.url(), reuses, lifeSeconds, CLIENT, SECRET, PERSON, PASSWORD);
        tollgate.identities().withRealm(JSON.readTree(made));
        return new RotatingProvider(door, URI.create(door.url() + "/realms/" + name));
    }

    ProviderDoor door() {
        return door;
    }

    NewServerCredential credential() {
        return new NewServerCredential(new NewClientCredentials(
                issuer, CLIENT, ClientMethod.CLIENT_SECRET_POST, SECRET, List.of(), null, true));
    }

    /** As it is given to somebody who has signed in. */
    String firstRefreshToken() throws IOException {
        var form = "grant_type=password&client_id=%s&client_secret=%s&username=%s&password=%s"
                .formatted(CLIENT, SECRET, PERSON, PASSWORD)
                .replace(' ', '+');
        var answer = Api.send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.status() != 200) {
            throw new IOException("the provider gave nobody a token: " + answer);
        }
        return answer.json().required("refresh_token").asText();
    }

    @Override
    public void close() {
        door.close();
    }
}
