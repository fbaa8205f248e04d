package dev.tollgate.control.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tollgate.control.federation.FakeLinks;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.users.FakeMembers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class PersonTest {
    @Inject
    FakeMembers members;

    @Inject
    FakeLinks links;

    private final String email = Directory.email();
    private Acting owner;
    private Directory directory;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("scim");
        directory = Directory.of(owner);
    }

    @AfterEach
    void back() {
        members.setAway(false);
    }

    @Test
    void who_is_created_is_a_member_and_a_subject_without_roles_and_is_answered_as_described() {
        var created = directory
                .post("/Users", Directory.body(email))
                .statusCode(201)
                .contentType(Scim.MEDIA_TYPE)
                .header("ETag", startsWith("W/\""))
                .body("userName", equalTo(email))
                .body("externalId", equalTo("00u-" + email))
                .body("name.formatted", equalTo("Ada Lovelace"))
                .body("emails[0].value", equalTo(email))
                .body("active", equalTo(true))
                .body("password", nullValue())
                .body("meta.resourceType", equalTo("User"))
                .extract();

        String id = created.path("id");
        created.response().then().header("Location", endsWith("/scim/v2/Users/" + id));
        owner.get("/users/" + id)
                .statusCode(200)
                .body("email", equalTo(email))
                .body("roles", hasSize(0))
                .body("subject", startsWith("user:"));
        String subject = owner.get("/users/" + id).extract().path("subject");
        owner.get("/subjects/" + subject).body("name", equalTo("Ada Lovelace"));
        directory
                .post("/Users", Directory.body(email.toUpperCase(java.util.Locale.ROOT)))
                .statusCode(409)
                .contentType(Scim.MEDIA_TYPE)
                .body("schemas", contains("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("scimType", equalTo("uniqueness"))
                .body("status", equalTo("409"));
    }

    @Test
    void the_directory_says_who_someone_is_at_the_provider_but_never_of_an_owner() {
        String id = directory.person(email);
        assertThat(links.joined(id)).contains("00u-" + email);
        String boss = Directory.email();
        String ownerId = owner.post("/users", Map.of("email", boss, "name", "Boss", "roles", List.of("owner")))
                .extract()
                .path("user.id");

        directory.post("/Users", Directory.body(boss)).statusCode(201).body("id", equalTo(ownerId));

        assertThat(links.joined(ownerId)).isEmpty();
    }

    @Test
    void a_member_who_was_invited_is_taken_up_with_the_roles_they_have() {
        String id = owner.post("/users", Map.of("email", email, "name", "Ada", "roles", List.of("finance")))
                .statusCode(201)
                .extract()
                .path("user.id");
        directory.find("/Users", "userName eq \"" + email + "\"").body("totalResults", equalTo(0));

        directory.post("/Users", Directory.body(email)).statusCode(201).body("id", equalTo(id));

        owner.get("/users/" + id).body("roles", contains("finance"));
        directory
                .post(
                        "/Users",
                        Directory.body("other@example.com")
                                .replace("\"value\": \"other@example.com\"", "\"value\": \"" + email + "\""))
                .statusCode(409);
    }

    @Test
    void leaving_ends_tokens_sessions_and_keys_even_while_the_identity_provider_is_away() {
        String id = directory.person(email);
        Acting ada = owner.person(id, "viewer");
        ada.get("/servers").statusCode(200);
        String subject = owner.get("/users/" + id).extract().path("subject");
        String key = owner.post(
                        "/keys",
                        Map.of("name", "agent", "environmentId", owner.environment("production"), "owner", subject))
                .statusCode(201)
                .extract()
                .path("key.id");

        members.setAway(true);
        directory
                .patch("/Users/" + id, "{\"op\": \"replace\", \"value\": {\"active\": false}}")
                .statusCode(503)
                .header("Retry-After", notNullValue());
        members.setAway(false);
        directory
                .patch("/Users/" + id, "{\"op\": \"replace\", \"value\": {\"active\": false}}")
                .statusCode(200)
                .body("active", equalTo(false));

        ada.get("/servers").statusCode(403);
        ada.get("/me").statusCode(403);
        owner.get("/keys/" + key).body("state", equalTo("REVOKED"));
        owner.get("/users/" + id).body("enabled", equalTo(false));
        directory
                .patch("/Users/" + id, "{\"op\": \"replace\", \"value\": {\"active\": true}}")
                .statusCode(200);
        ada.get("/servers").statusCode(401);
        owner.personAt(Instant.now().plusSeconds(2), id, "viewer")
                .get("/servers")
                .statusCode(200);
        owner.get("/users/" + id).body("enabled", equalTo(true));
        owner.get("/keys/" + key).body("state", equalTo("REVOKED"));
    }

    @Test
    void a_deleted_person_is_gone_with_the_account_and_the_subject() {
        String id = directory.person(email);
        String subject = owner.get("/users/" + id).extract().path("subject");

        directory.delete("/Users/" + id).statusCode(204);

        directory.get("/Users/" + id).statusCode(404).body("status", equalTo("404"));
        directory.delete("/Users/" + id).statusCode(404);
        owner.get("/users/" + id).statusCode(404);
        owner.get("/subjects/" + subject).body("deletedAt", notNullValue());
        directory.post("/Users", Directory.body(email)).statusCode(201);
    }

    @Test
    void the_last_owner_is_not_sent_away() {
        String id = owner.post("/users", Map.of("email", email, "name", "Ada", "roles", List.of("owner")))
                .extract()
                .path("user.id");
        directory.post("/Users", Directory.body(email)).statusCode(201);

        directory.delete("/Users/" + id).statusCode(409);
        directory
                .patch("/Users/" + id, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}")
                .statusCode(409);

        owner.get("/users/" + id).body("enabled", equalTo(true)).body("roles", contains("owner"));
    }

    @Test
    void changes_come_in_the_forms_of_entra() {
        String id = directory.person(email);
        String other = Directory.email();

        directory
                .patch(
                        "/Users/" + id,
                        "{\"op\": \"Replace\", \"path\": \"displayName\", \"value\": \"Countess\"}",
                        "{\"op\": \"Add\", \"path\": \"emails[type eq \\\"work\\\"].value\", \"value\": \"" + other
                                + "\"}",
                        "{\"op\": \"Add\", \"path\": \"title\", \"value\": \"Analyst\"}",
                        "{\"op\": \"Replace\", \"path\": \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\", \"value\": \"R&D\"}",
                        "{\"op\": \"Replace\", \"value\": {\"name.familyName\": \"King\", \"externalId\": \"abc\"}}",
                        "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}")
                .statusCode(200)
                .body("displayName", equalTo("Countess"))
                .body("name.familyName", equalTo("King"))
                .body("externalId", equalTo("abc"))
                .body("active", equalTo(false))
                .body("title", nullValue());

        directory
                .patch("/Users/" + id, "{\"op\": \"Remove\", \"path\": \"externalId\"}")
                .statusCode(200)
                .body("externalId", nullValue());
        directory
                .patch(
                        "/Users/" + id,
                        "{\"op\": \"Replace\", \"path\": \"emails[type eq \\\"work\\\"].value\", \"value\": \"" + other
                                + "\"}")
                .statusCode(200)
                .body("emails[0].value", equalTo(other));
        owner.get("/users/" + id).body("email", equalTo(other));
    }

    @Test
    void what_is_wrong_is_said_in_the_protocols_words() {
        String id = directory.person(email);

        directory.post("/Users", "{\"userName\": \"ada\"}").statusCode(400).body("scimType", equalTo("invalidValue"));
        directory.post("/Users", "[").statusCode(400).body("scimType", equalTo("invalidSyntax"));
        directory.find("/Users", "userName eq").statusCode(400).body("scimType", equalTo("invalidFilter"));
        directory.find("/Users", "nickName eq \"x\"").statusCode(400).body("scimType", equalTo("invalidFilter"));
        directory
                .patch("/Users/" + id, "{\"op\": \"mock\", \"path\": \"active\"}")
                .statusCode(400);
        directory
                .patch("/Users/" + id, "{\"op\": \"remove\", \"path\": \"userName\"}")
                .statusCode(400);
        directory
                .request()
                .header("If-Match", "W/\"999\"")
                .body(Directory.body(email))
                .put("/Users/" + id)
                .then()
                .statusCode(412);
        directory.post("/Nothing", "{}").statusCode(404).contentType(Scim.MEDIA_TYPE);
    }

    @Test
    void people_are_found_listed_and_answered_in_parts() {
        String id = directory.person(email);
        String other = directory.person(Directory.email());

        for (String filter : List.of(
                "userName eq \"" + email.toUpperCase(java.util.Locale.ROOT) + "\"",
                "externalId eq \"00u-" + email + "\"",
                "emails[type eq \"work\" and value eq \"" + email + "\"]",
                "emails.value sw \"" + email.substring(0, 10) + "\" and active eq true",
                "not (id eq \"" + other + "\") and displayName co \"lovel\"")) {
            directory.find("/Users", filter).statusCode(200).body("Resources.id", contains(id));
        }
        directory.find("/Users", "userName eq \"100%\"").body("Resources", hasSize(0));
        directory.find("/Users", "userName co \"%\"").body("Resources", hasSize(0));
        directory
                .get("/Users?startIndex=2&count=1")
                .body("totalResults", equalTo(2))
                .body("startIndex", equalTo(2))
                .body("itemsPerPage", equalTo(1));
        directory.get("/Users?count=0").body("totalResults", equalTo(2)).body("Resources", hasSize(0));
        directory
                .get("/Users/" + id + "?attributes=userName")
                .body("userName", equalTo(email))
                .body("displayName", nullValue());
        String etag = directory.get("/Users/" + id).extract().header("ETag");
        directory
                .request()
                .header("If-None-Match", etag)
                .get("/Users/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void a_token_reaches_its_own_tenant_alone() {
        String id = directory.person(email);
        Directory stranger = Directory.of(Acting.ownerOfNewTenant("stranger"));

        stranger.get("/Users/" + id).statusCode(404);
        stranger.put("/Users/" + id, Directory.body(email)).statusCode(404);
        stranger.patch("/Users/" + id, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}")
                .statusCode(404);
        stranger.delete("/Users/" + id).statusCode(404);
        stranger.find("/Users", "id eq \"" + id + "\"").body("totalResults", equalTo(0));
        stranger.post("/Users", Directory.body(email)).statusCode(409);
        stranger.post("/Groups", "{\"displayName\": \"g\", \"members\": [{\"value\": \"" + id + "\"}]}")
                .statusCode(400);
        directory.get("/Users/" + id).statusCode(200).body("active", equalTo(true));
    }

    @Test
    void only_the_token_that_counts_is_let_in_and_it_is_shown_once() {
        new Directory("tgscim_" + UUID.randomUUID())
                .get("/Users")
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
        new Directory(owner.token()).get("/Users").statusCode(401);
        owner.get("/scim-token")
                .body("issued", equalTo(true))
                .body("baseUrl", endsWith("/scim/v2"))
                .body("$", not(hasItem(directory.token())));
        owner.colleague("admin").get("/scim-token").statusCode(403);

        String next = owner.post("/scim-token", Map.of("overlapSeconds", 600))
                .statusCode(200)
                .extract()
                .path("token");
        directory.get("/Users").statusCode(200);
        String last = owner.post("/scim-token", Map.of()).extract().path("token");
        directory.get("/Users").statusCode(401);
        new Directory(next).get("/Users").statusCode(401);
        new Directory(last).get("/ServiceProviderConfig").statusCode(200).body("patch.supported", equalTo(true));
        owner.delete("/scim-token").statusCode(204);
        new Directory(last).get("/Users").statusCode(401);
    }

    @Test
    void the_directory_is_told_what_there_is() {
        directory.get("/ResourceTypes").body("Resources.name", contains("User", "Group"));
        directory.get("/Schemas").body("Resources.id", contains(Scim.USER, Scim.GROUP));
        directory.get("/Schemas/" + Scim.USER).body("attributes.name", hasItem("userName"));
        directory.get("/Schemas/urn:none").statusCode(404);
    }
}
