package dev.tollgate.control.credential;

import static dev.tollgate.control.credential.PersonalServer.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.wire.ConnectionSeal.State;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of headers that they gave, what admins see, and how either ends them. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class HeadersOfPeopleTest {
    private static final String SECRET = "quince-of-ann";

    @Inject
    Instance<PersonalServer> servers;

    private PersonalServer crm;
    private String people;

    @BeforeEach
    void a_server_that_asks_each_person() {
        crm = servers.get();
        people = "/servers/" + crm.id + "/connections";
        crm.asksEachPerson("Authorization");
    }

    private void gives(Acting who) {
        who.put(crm.headers, headers("Authorization", SECRET)).statusCode(200);
    }

    private Map<String, Object> ann() {
        return Map.of("user", crm.annsId.toString());
    }

    @Test
    void a_connection_says_which_headers_are_missing_and_which_were_given() {
        crm.ann
                .get(crm.own)
                .body("kind", equalTo("PERSON_HEADERS"))
                .body("headers", hasSize(1))
                .body("headers[0].name", equalTo("Authorization"))
                .body("headers[0].changedAt", nullValue());

        gives(crm.ann);

        crm.ann.get(crm.own).body("headers[0].changedAt", notNullValue()).body(not(containsString(SECRET)));
        crm.ann
                .get("/me/connections")
                .body("items[0].headers[0].changedAt", notNullValue())
                .body(not(containsString(SECRET)));
    }

    @Test
    void an_admin_sees_who_has_given_headers_and_never_what() {
        crm.owner.get(people).body("items", hasSize(0));
        gives(crm.ann);
        crm.annAllows("editor");
        crm.asksEachPerson("Authorization", "X-Team");

        crm.owner
                .get(people)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].user", equalTo(crm.annsId.toString()))
                .body("items[0].token", nullValue())
                .body("items[0].headers[0].changedAt", notNullValue())
                .body("items[0].headers[1].name", equalTo("X-Team"))
                .body("items[0].headers[1].changedAt", nullValue())
                .body("items[0].clients", equalTo(1))
                .body(not(containsString(SECRET)));
        crm.ann.get(people).statusCode(403);
    }

    @Test
    void who_has_given_headers_is_listed_in_pages() {
        gives(crm.ann);
        gives(crm.person(UUID.randomUUID(), "viewer"));

        String first = crm.owner.get(people + "?limit=1").extract().path("items[0].user");
        String cursor = crm.owner.get(people + "?limit=1").extract().path("nextCursor");

        crm.owner
                .get(people + "?limit=1&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("items[0].user", not(equalTo(first)))
                .body("nextCursor", nullValue());
    }

    @Test
    void an_admin_ends_them_and_gateways_and_the_person_have_none_any_more() {
        gives(crm.ann);
        crm.annAllows("editor");
        long serial = crm.published(crm.annsId).orElseThrow().serial();

        crm.owner.post(people + "/revoke", ann()).statusCode(200).body("provider", equalTo("NOT_TOLD"));

        assertThat(crm.content(crm.annsId).state()).isEqualTo(State.DISCONNECTED);
        assertThat(crm.published(crm.annsId).orElseThrow().serial()).isGreaterThan(serial);
        crm.ann.get(crm.headers).body("version", equalTo(0)).body("headers[0].changedAt", nullValue());
        crm.ann.get(crm.own).body("clients", hasSize(0));
        crm.owner.get(people).body("items", hasSize(0));
        crm.owner.post(people + "/revoke", ann()).statusCode(409);
    }

    @Test
    void a_person_ends_their_own_and_nobody_elses() {
        gives(crm.ann);
        Acting bob = crm.person(UUID.randomUUID(), "viewer");
        gives(bob);

        bob.request().delete(crm.own).then().statusCode(200).body("provider", equalTo("NOT_TOLD"));

        bob.request().delete(crm.own).then().statusCode(409);
        bob.post(people + "/revoke", ann()).statusCode(403);
        assertThat(crm.content(crm.annsId).state()).isEqualTo(State.CONNECTED);
        crm.owner.get(people).body("items", hasSize(1)).body("items[0].user", equalTo(crm.annsId.toString()));
    }

    @Test
    void another_tenants_admin_ends_nothing() {
        gives(crm.ann);
        Acting stranger = Acting.ownerOfNewTenant("strange");

        stranger.get(people).statusCode(404);
        stranger.post(people + "/revoke", ann()).statusCode(404);

        assertThat(crm.content(crm.annsId).state()).isEqualTo(State.CONNECTED);
    }
}
