package dev.tollgate.local.demo;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The tenant {@code acme}. Each step looks first whether it was done: a second start changes nothing. */
public final class DemoTenant {
    private static final String SLUG = "acme";
    private static final String KEY = "demo agent";
    private static final List<String> TOOLS = List.of(
            "everything__echo",
            "everything__get-sum",
            "everything__get-structured-content",
            "everything__trigger-long-running-operation",
            "filesystem__read_*",
            "filesystem__list_*",
            "filesystem__search_files");

    private final LocalStack stack;
    private final KeycloakAdmin keycloak;

    private DemoTenant(LocalStack stack) {
        this.stack = stack;
        this.keycloak = stack.backends().keycloak().admin();
    }

    /** Lays it out on a stack that has its planes. */
    public static Demo seed(LocalStack stack) throws IOException, InterruptedException {
        return new DemoTenant(stack).seed();
    }

    private Demo seed() throws IOException, InterruptedException {
        var region = region();
        new DemoPeople(keycloak).join(SLUG);
        var owner = as(DemoPeople.OWNER);
        setUp(owner);
        var environment = environment(owner);
        var servers = new DemoServers(owner, environment);
        var everything = servers.connect(
                "everything",
                "The MCP project's own demo of every feature",
                new Transport.StreamableHttp(
                        URI.create(stack.planes().everything().url())));
        servers.price(everything, "echo", "0.0125");
        servers.price(everything, null, "0.002");
        model(owner);
        var filesystem = servers.connect("filesystem", "A folder of files", new Transport.Stdio("filesystem"));
        servers.price(filesystem, null, "0.002");
        return new Demo(key(owner, environment, group(owner)), region);
    }

    private ControlPlane as(String person) throws IOException, InterruptedException {
        return new ControlPlane(stack.planes().controlPlane().url(), keycloak.tokenOf(person, DemoPeople.PASSWORD));
    }

    /** Makes each of its people a subject, to which keys can belong. */
    private static void setUp(ControlPlane owner) throws IOException, InterruptedException {
        for (var person : owner.list("/users", User.class)) {
            if (person.subject() == null) {
                owner.post(
                        "/users",
                        new InviteUser(person.email(), person.name(), person.roles(), null),
                        InvitedUser.class);
            }
        }
    }

    /** Where the tenant is at home, which may not be where it was made. */
    private Region region() throws IOException, InterruptedException {
        var operator = as(DemoPeople.OPERATOR);
        var regions = stack.options().regions();
        var known =
                operator.find("/tenants", Tenant.class, tenant -> tenant.slug().equals(SLUG));
        var tenant = known.isPresent()
                ? known.get()
                : operator.post(
                        "/tenants", new NewTenant(SLUG, "Acme", regions.first().value()), Tenant.class);
        var region = new Region(tenant.region());
        if (!regions.all().contains(region)) {
            throw new StackFailure("The demo's tenant is at home in the region " + region
                    + ", which this stack does not have: name it with --regions.");
        }
        return region;
    }

    private static UUID environment(ControlPlane owner) throws IOException, InterruptedException {
        var known =
                owner.find("/environments", Environment.class, one -> one.name().equals("production"));
        return known.isPresent()
                ? known.get().id()
                : owner.post("/environments", new NewEnvironment("production", "What customers use"), Environment.class)
                        .id();
    }

    /** The standard one, so that agents' tokens have a price without their naming a model. */
    private static void model(ControlPlane owner) throws IOException, InterruptedException {
        if (owner.find("/models", Model.class, _ -> true).isEmpty()) {
            var rates = new ModelRates(perMillion("2.50"), perMillion("10"), perMillion("0.25"));
            owner.post("/models", new NewModel("demo-model", TokenEncoding.O200K, true, rates, null), Model.class);
        }
    }

    private static Rate perMillion(String dollars) {
        return new Rate(Money.ofDollars(dollars), 1_000_000);
    }

    private static UUID group(ControlPlane owner) throws IOException, InterruptedException {
        var known = owner.find("/groups", ToolGroup.class, one -> one.name().equals("everyday"));
        return known.isPresent()
                ? known.get().id()
                : owner.post(
                                "/groups",
                                NewToolGroup.simple("everyday", "Reading and small talk", TOOLS),
                                ToolGroup.class)
                        .id();
    }

    private String key(ControlPlane owner, UUID environment, UUID group) throws IOException, InterruptedException {
        var data = stack.options().data();
        var kept = DemoKey.kept(data);
        var known = owner.find(
                "/keys", VirtualKey.class, one -> one.name().equals(KEY) && one.state() == VirtualKey.State.ACTIVE);
        if (kept.isPresent()
                && known.isPresent()
                && known.get().id().equals(kept.get().id())) {
            return kept.get().secret();
        }
        var issued = known.isPresent()
                ? owner.change(
                        "POST",
                        "/keys/" + known.get().id() + "/rotate",
                        new RotateKey(0L),
                        known.get().version(),
                        IssuedKey.class)
                : owner.post("/keys", NewKey.simple(KEY, environment, null, List.of(group), null), IssuedKey.class);
        new DemoKey(issued.key().id(), issued.secret()).keep(data);
        return issued.secret();
    }
}
