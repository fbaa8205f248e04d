package dev.tollgate.control.scim;

import static io.restassured.RestAssured.given;

import dev.tollgate.control.testing.Acting;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A tenant's directory, which speaks SCIM with the token that an owner made. */
record Directory(String token) {
    static Directory of(Acting owner) {
        String token =
                owner.post("/scim-token", Map.of()).statusCode(200).extract().path("token");
        return new Directory(token);
    }

    RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs(Scim.MEDIA_TYPE, ContentType.JSON)))
                .basePath("/scim/v2")
                .auth()
                .oauth2(token)
                .contentType(Scim.MEDIA_TYPE);
    }

    ValidatableResponse get(String path) {
        return request().urlEncodingEnabled(true).get(path).then();
    }

    ValidatableResponse find(String path, String filter) {
        return request().queryParam("filter", filter).get(path).then();
    }

    ValidatableResponse post(String path, String body) {
        return request().body(body).post(path).then();
    }

    ValidatableResponse put(String path, String body) {
        return request().body(body).put(path).then();
    }

    ValidatableResponse patch(String path, String... operations) {
        String body = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}""".formatted(String.join(",", operations));
        return request().body(body).patch(path).then();
    }

    ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Answers the id. */
    String person(String email) {
        return post("/Users", body(email)).statusCode(201).extract().path("id");
    }

    /** As Okta sends it. */
    static String body(String email) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s",
                 "name": {"givenName": "Ada", "familyName": "Lovelace"},
                 "emails": [{"primary": true, "value": "%1$s", "type": "work"}],
                 "displayName": "Ada Lovelace", "locale": "en-US", "externalId": "00u-%1$s",
                 "groups": [], "password": "1mz050nq", "active": true}""".formatted(email);
    }

    static String email() {
        return "ada-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
    }

    /** Answers the id. */
    String group(String name, String... members) {
        StringBuilder list = new StringBuilder();
        for (String member : members) {
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"value\": \"")
                    .append(member)
                    .append("\"}");
        }
        return post("/Groups", """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%s",
                         "members": [%s]}""".formatted(name, list))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
