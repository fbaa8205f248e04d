package dev.tollgate.control.connect;

import static io.restassured.RestAssured.given;

import dev.tollgate.control.testing.Acting;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's browser and console between Tollgate and a provider. */
final class Traveller {
    private final String address;
    private final String departure;
    private final String binding;

    private Traveller(Response departed) {
        this.address = departed.path("address");
        this.departure = departed.path("id");
        this.binding = departed.path("binding");
    }

    static Traveller departing(Acting who, String path, Map<String, ?> wanted) {
        return new Traveller(who.post(path, wanted).statusCode(200).extract().response());
    }

    Map<String, String> asked() {
        return query(URI.create(address));
    }

    String departure() {
        return departure;
    }

    String binding() {
        return binding;
    }

    /** What the provider answers a browser with. */
    Map<String, String> answered(String issuer) {
        return new HashMap<>(Map.of("code", "code-quince", "state", asked().getOrDefault("state", ""), "iss", issuer));
    }

    /** Where the browser is led to: the console. */
    static URI returning(Map<String, String> parameters) {
        String to = given().redirects()
                .follow(false)
                .queryParams(parameters)
                .get("/oauth/callback")
                .then()
                .statusCode(303)
                .header("Cache-Control", "no-store")
                .extract()
                .header("Location");
        return URI.create(to);
    }

    static ValidatableResponse finish(Acting who, String departure, String handle, String binding) {
        return who.post("/connections/returns", Map.of("departure", departure, "handle", handle, "binding", binding));
    }

    /** All of it, rightly. */
    ValidatableResponse comesBack(Acting who, String issuer) {
        return finish(who, departure, handle(returning(answered(issuer))), binding);
    }

    static String handle(URI console) {
        return query(console).getOrDefault("handle", "none");
    }

    static Map<String, String> query(URI address) {
        return address.getRawQuery() == null
                ? Map.of()
                : Stream.of(address.getRawQuery().split("&"))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(
                                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }
}
