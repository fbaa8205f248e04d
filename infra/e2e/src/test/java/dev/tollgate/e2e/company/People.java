package dev.tollgate.e2e.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.model.api.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes people at the identity provider, where an organization's administrator would, and signs them in. */
final class People {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Well under a token's life, so that none ends in the middle of a request. */
    private static final Duration TOKEN_KEPT = Duration.ofSeconds(60);

    /** Of all suites: who signs in twice at the same moment is refused, and suites share the operator. */
    private static final Map<Person, Token> TOKENS = new ConcurrentHashMap<>();

    private final KeycloakAdmin identities;

    People(Tollgate tollgate) {
        this.identities = tollgate.identities();
    }

    /** A new member of the tenant's organization. */
    Person joins(Tenant tenant, Set<Role> roles) {
        var name = roles.iterator().next().realmName();
        var person = new Person(
                name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@" + tenant.slug() + ".example",
                "e2e-" + UUID.randomUUID());
        try {
            identities.post("/users", account(person, name));
            var id = identities
                    .get("/users?exact=true&username=" + person.email())
                    .required(0)
                    .required("id")
                    .asText();
            var granted = JSON.arrayNode();
            for (var role : roles) {
                granted.add(identities.get("/roles/" + role.realmName()));
            }
            identities.post("/users/" + id + "/role-mappings/realm", granted);
            identities.post("/organizations/" + organization(tenant) + "/members", TextNode.valueOf(id));
            return person;
        } catch (IOException e) {
            throw new IllegalStateException("could not make " + person.email(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode account(Person person, String name) {
        var credential = JSON.objectNode();
        credential.put("type", "password").put("value", person.password()).put("temporary", false);
        ArrayNode credentials = JSON.arrayNode().add(credential);
        ObjectNode account = JSON.objectNode();
        account.put("username", person.email()).put("email", person.email());
        account.put("emailVerified", true).put("enabled", true);
        account.put("firstName", name).put("lastName", "of the suite");
        account.set("credentials", credentials);
        return account;
    }

    private String organization(Tenant tenant) throws IOException, InterruptedException {
        for (JsonNode found : identities.get("/organizations?exact=false&search=" + tenant.slug())) {
            if (found.path("alias").asText().equals(tenant.slug())) {
                return found.required("id").asText();
            }
        }
        throw new AssertionError("no organization was made for tenant " + tenant.slug());
    }

    /** The person's access token, renewed in time. */
    Supplier<Optional<String>> tokenOf(Person person) {
        return () ->
                Optional.of(TOKENS.compute(person, (_, held) -> held != null && held.isFresh() ? held : ask(person))
                        .text());
    }

    private Token ask(Person person) {
        try {
            return new Token(identities.tokenOf(person.email(), person.password()), Instant.now());
        } catch (IOException e) {
            throw new IllegalStateException(person.email() + " could not sign in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Token(String text, Instant since) {
        boolean isFresh() {
            return Instant.now().isBefore(since.plus(TOKEN_KEPT));
        }
    }
}
