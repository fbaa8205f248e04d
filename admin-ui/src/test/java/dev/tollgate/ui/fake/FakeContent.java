package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PeopleMapping;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a tenant has, as the fakes of all features share it. Stale versions and one taken name are refused. */
abstract class FakeContent {
    public static final String TAKEN = "taken";
    public static final String PASSWORD = "hU7kXw3mQpLz9RtYbC2n";

    public Me me = Demo.person("olivia@acme.example", "owner", "admin");
    public final List<Environment> environments = new ArrayList<>();
    public final List<Server> servers = new ArrayList<>();
    public final Map<UUID, ServerCredential> credentials = new HashMap<>();
    public final Map<UUID, ServerTls> tls = new HashMap<>();
    /** What gateways say of servers. */
    public final Map<UUID, List<GatewayHealth>> gatewayHealth = new HashMap<>();

    public final List<Tool> tools = new ArrayList<>();
    public final List<ToolGroup> groups = new ArrayList<>();
    public final List<VirtualKey> keys = new ArrayList<>();
    public final List<Subject> subjects = new ArrayList<>();
    public final List<User> people = new ArrayList<>();
    public final List<ClientGrant> clients = new ArrayList<>();
    public final List<Connection> connections = new ArrayList<>();
    public final List<ConnectedPerson> personConnections = new ArrayList<>();
    public @Nullable IdentityProvider identityProvider;
    public @Nullable SignInTrial trial;
    public @Nullable String directoryToken;
    public PeopleMapping mapping = new PeopleMapping(null, null, List.of(), 0);
    public Settings settings = new Settings(
            ApprovalRule.NEVER,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            List.of(),
            new ScriptMaxima(10_000_000, 33_554_432, 1_048_576, 100, 60),
            1);
    public final List<Price> prices = new ArrayList<>();
    public final List<CataloguePrice> catalogue = new ArrayList<>();
    public final List<Model> models = new ArrayList<>();
    public final List<Limit> limits = new ArrayList<>();
    public final List<Alert> alerts = new ArrayList<>();
    public final List<AlertChannel> alertChannels = new ArrayList<>();
    /** What was spent of limits; those that are not named are not used. */
    public final Map<UUID, String> spent = new HashMap<>();
    /** Whether the store of calls does not answer. */
    public boolean callsAway;

    public final List<GatewayStatus> gateways = new ArrayList<>();
    public final List<Call> calls = new ArrayList<>();
    int keysMade;
    /** What was asked for, in order: {@code approveTool <id>}. */
    public final List<String> log = new ArrayList<>();
    /** If set, every request fails with it. */
    public @Nullable ApiProblem outage;

    <T> Page<T> page(List<T> all, int limit, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + limit);
        return answer(new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null));
    }

    <T> T answer(T value) {
        ApiProblem problem = outage;
        if (problem != null) {
            throw problem;
        }
        return value;
    }

    <T> T swap(List<T> all, T old, T made) {
        all.set(all.indexOf(old), made);
        return answer(made);
    }

    static <T, I> T one(List<T> all, Function<T, I> id, I wanted) {
        return all.stream()
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> problem(404, "Not found", null));
    }

    static void precondition(String ifMatch, long version) {
        if (!ifMatch.equals(IfMatch.version(version))) {
            throw problem(412, "The resource has changed", null);
        }
    }

    static void refuseTaken(String name) {
        refuseTaken(name, "name");
    }

    static void refuseTaken(String name, String field) {
        if (name.equals(TAKEN)) {
            throw problem(
                    422, "The request is not valid", List.of(new Problem.FieldError(field, "this name is taken")));
        }
    }

    public static ApiProblem problem(int status, String title, @Nullable List<Problem.FieldError> errors) {
        return new ApiProblem(new Problem("about:blank", title, status, null, null, errors));
    }
}
