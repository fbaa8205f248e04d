package dev.tollgate.control.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Someone of a tenant who uses the API as any client does. */
public final class Acting {
    private final String slug;
    private final String token;

    private Acting(String slug, String token) {
        this.slug = slug;
        this.token = token;
    }

    /** The owner of a tenant that is created for this test alone. */
    public static Acting ownerOfNewTenant(String name) {
        String slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        operator()
                .post("/tenants", Map.of("slug", slug, "name", "The " + name, "region", "local"))
                .statusCode(201);
        return as(slug, "owner");
    }

    public static Acting operator() {
        return new Acting("", Tokens.outsider("operator"));
    }

    /** Someone of any organization, be it a tenant or not. */
    public static Acting memberOf(String organizationId, String... roles) {
        return new Acting("", Tokens.member(organizationId, roles));
    }

    /** Someone who belongs to both tenants. */
    public Acting alsoOf(Acting other, String... roles) {
        return new Acting(slug, Tokens.memberOfTwo(organizationOf(slug), organizationOf(other.slug), roles));
    }

    public static String organizationOf(String slug) {
        return "organization-of-" + slug;
    }

    private static Acting as(String slug, String... roles) {
        return new Acting(slug, Tokens.member(organizationOf(slug), roles));
    }

    /** Another person of the same tenant. */
    public Acting colleague(String... roles) {
        return as(slug, roles);
    }

    /** The person of the same tenant whom the identity provider knows by this id. */
    public Acting person(String identity, String... roles) {
        return new Acting(slug, Tokens.person(organizationOf(slug), identity, roles));
    }

    /** The same with a token that was issued at another time. */
    public Acting personAt(Instant issuedAt, String identity, String... roles) {
        return new Acting(slug, Tokens.personAt(issuedAt, organizationOf(slug), identity, roles));
    }

    public String token() {
        return token;
    }

    public String slug() {
        return slug;
    }

    public RequestSpecification request() {
        return given().basePath("/api/v1").auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    /** Acts on whatever version there is. */
    public ValidatableResponse put(String path, Object body) {
        return request().header("If-Match", "*").body(body).put(path).then();
    }

    public ValidatableResponse act(String path, Object body) {
        return request().header("If-Match", "*").body(body).post(path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().header("If-Match", "*").delete(path).then();
    }

    /** Creates something and answers its id. */
    public String create(String path, Object body) {
        Response response =
                request().body(body).post(path).then().statusCode(201).extract().response();
        return response.path("id");
    }

    public String environment(String name) {
        return create("/environments", Map.of("name", name));
    }

    /** A server at an address that the tests' configuration allows. */
    public String server(String name, String environmentId) {
        return create("/servers", serverBody(name, environmentId));
    }

    public static Map<String, Object> serverBody(String name, String environmentId) {
        return Map.of(
                "name",
                name,
                "environmentId",
                environmentId,
                "toolApproval",
                "AUTO_NEW",
                "transport",
                Map.of("type", "streamable-http", "url", "http://127.0.0.1:1909/mcp"));
    }

    /** The id of the tenant, as the tenant itself is told. */
    public String tenantId() {
        return get("/me").statusCode(200).extract().path("tenant.id");
    }
}
