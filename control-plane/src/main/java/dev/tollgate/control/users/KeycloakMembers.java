package dev.tollgate.control.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Members of Keycloak's organizations. Roles are the realm's, so an account serves one tenant and ends with its membership. */
@ApplicationScoped
class KeycloakMembers implements Members {
    private static final Logger LOG = Logger.getLogger(KeycloakMembers.class);

    private final KeycloakRealm realm;
    private final KeycloakUsers users;

    KeycloakMembers(KeycloakRealm realm) {
        this.realm = realm;
        this.users = new KeycloakUsers(realm);
    }

    @Override
    public List<Member> list(String organization, String search, int first, int max) {
        String matching = search.isEmpty() ? "" : "&search=" + KeycloakRealm.encoded(search);
        List<Member> members = new ArrayList<>();
        for (JsonNode account : realm.get(members(organization) + "?first=" + first + "&max=" + max + matching)) {
            members.add(member(account));
        }
        return members;
    }

    @Override
    public Optional<Member> find(String organization, String id) {
        return realm.find(members(organization) + "/" + KeycloakRealm.encoded(id))
                .map(this::member);
    }

    @Override
    public Invited invite(String organization, String email, String name, SortedSet<String> roles) {
        Optional<String> known = users.withEmail(email);
        Optional<Member> member = known.flatMap(id -> find(organization, id));
        if (member.isPresent()) {
            return new Invited(member.get(), Optional.empty());
        }
        String password = TemporaryPassword.fresh();
        String id = known.map(account -> adopt(account, password)).orElseGet(() -> create(email, name, password));
        try {
            realm.expectSuccess("take a member in", realm.send("POST", members(organization), id));
            changeRoles(id, roles, Set.of());
            return new Invited(find(organization, id).orElseThrow(), Optional.of(password));
        } catch (RuntimeException e) {
            undo(organization, id);
            throw e;
        }
    }

    /** Takes up an account that belongs to nobody: what an invitation left that stopped half way. */
    private String adopt(String id, String password) {
        users.refuseIfElsewhere(id);
        setPassword(id, password);
        return id;
    }

    private void setPassword(String id, String password) {
        Reply reset = realm.send("PUT", KeycloakUsers.address(id) + "/reset-password", credential(password));
        realm.expectSuccess("reset a password", reset);
    }

    private String create(String email, String name, String password) {
        int space = name.lastIndexOf(' ');
        return users.create(
                email,
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1),
                List.of(credential(password)));
    }

    private static Map<String, Object> credential(String password) {
        return Map.of("type", "password", "value", password, "temporary", true);
    }

    private void undo(String organization, String id) {
        try {
            remove(organization, id);
        } catch (RuntimeException e) {
            LOG.warnf("account %s is left without an organization; the next invitation takes it up", id);
        }
    }

    @Override
    public boolean signsInElsewhere(String id) {
        return !realm.get(KeycloakUsers.address(id) + "/federated-identity").isEmpty();
    }

    @Override
    public String resetPassword(String id) {
        String password = TemporaryPassword.fresh();
        setPassword(id, password);
        realm.expectSuccess("end sessions", realm.send("POST", KeycloakUsers.address(id) + "/logout", null));
        return password;
    }

    @Override
    public void changeRoles(String id, Set<String> give, Set<String> take) {
        // What is given comes first: stopped half way, nobody has less than before, and the same request completes it.
        if (!give.isEmpty()) {
            realm.expectSuccess("give roles", realm.send("POST", KeycloakUsers.rolesOf(id), representations(give)));
        }
        if (!take.isEmpty()) {
            realm.expectSuccess(
                    "take roles away", realm.send("DELETE", KeycloakUsers.rolesOf(id), representations(take)));
        }
    }

    private List<JsonNode> representations(Set<String> names) {
        return names.stream().map(name -> realm.get("/roles/" + name)).toList();
    }

    @Override
    public void remove(String organization, String id) {
        boolean operator = realm.find(KeycloakUsers.rolesOf(id))
                .filter(roles -> KeycloakUsers.names(roles).contains(Role.OPERATOR))
                .isPresent();
        // Whoever runs the installation keeps the account that they do it with.
        String address = operator ? members(organization) + "/" + id : "/users/" + id;
        Reply gone = realm.send("DELETE", address, null);
        if (gone.status() != 404) {
            realm.expectSuccess("delete an account", gone);
        }
    }

    private Member member(JsonNode account) {
        String id = account.path("id").asText();
        String name = (account.path("firstName").asText() + " "
                        + account.path("lastName").asText())
                .strip();
        String email = account.path("email").asText(account.path("username").asText());
        TreeSet<String> roles = KeycloakUsers.names(realm.get(KeycloakUsers.rolesOf(id)));
        roles.retainAll(TenantRoles.ALL);
        return new Member(
                id,
                email,
                name.isEmpty() ? email : name,
                roles,
                account.path("enabled").asBoolean());
    }

    private static String members(String organization) {
        return "/organizations/" + organization + "/members";
    }
}
