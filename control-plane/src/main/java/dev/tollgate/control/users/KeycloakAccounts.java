package dev.tollgate.control.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Accounts of a Keycloak realm that come from an organization's directory. */
@ApplicationScoped
class KeycloakAccounts implements Accounts {
    private static final Logger LOG = Logger.getLogger(KeycloakAccounts.class);

    private final KeycloakRealm realm;
    private final Members members;
    private final KeycloakUsers users;

    KeycloakAccounts(KeycloakRealm realm, Members members) {
        this.realm = realm;
        this.members = members;
        this.users = new KeycloakUsers(realm);
    }

    @Override
    public Taken take(String organization, Account account) {
        Optional<String> known = users.withEmail(account.email());
        Optional<Member> member = known.flatMap(id -> members.find(organization, id));
        if (member.isPresent()) {
            return new Taken(member.get(), false);
        }
        known.ifPresent(users::refuseIfElsewhere);
        String id = known.orElseGet(
                () -> users.create(account.email(), account.givenName(), account.familyName(), List.of()));
        try {
            realm.expectSuccess(
                    "take a member in", realm.send("POST", "/organizations/" + organization + "/members", id));
            return new Taken(members.find(organization, id).orElseThrow(), true);
        } catch (RuntimeException e) {
            undo(organization, id);
            throw e;
        }
    }

    private void undo(String organization, String id) {
        try {
            members.remove(organization, id);
        } catch (RuntimeException e) {
            LOG.warnf("account %s is left without an organization; the next attempt takes it up", id);
        }
    }

    @Override
    public void describe(String id, Account account) {
        ObjectNode known = realm.get(KeycloakUsers.address(id)).deepCopy();
        known.put("email", account.email())
                .put("firstName", account.givenName())
                .put("lastName", account.familyName());
        Reply reply = realm.send("PUT", KeycloakUsers.address(id), known);
        if (reply.status() == 409) {
            throw new Refused(new Refusal.NameTaken("email", "Another account has this email address."));
        }
        if (reply.status() == 400) {
            throw Refused.invalid("name", "the identity provider does not accept this name and address");
        }
        realm.expectSuccess("change an account", reply);
    }

    @Override
    public void allow(String id, boolean enabled) {
        ObjectNode known = realm.get(KeycloakUsers.address(id)).deepCopy();
        known.put("enabled", enabled);
        realm.expectSuccess("change an account", realm.send("PUT", KeycloakUsers.address(id), known));
        if (!enabled) {
            realm.expectSuccess("end sessions", realm.send("POST", KeycloakUsers.address(id) + "/logout", null));
        }
    }
}
