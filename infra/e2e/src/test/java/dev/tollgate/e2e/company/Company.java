package dev.tollgate.e2e.company;

import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewTenant;
import dev.tollgate.model.api.Tenant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tenant of a suite's own. People come into being when they are first asked for. */
public final class Company {
    /** Whoever runs Tollgate. All suites share the account: it signs in where no other does at that moment. */
    public static final Person OPERATOR = new Person("operator@tollgate.example", "tollgate");

    private final Tollgate tollgate;
    private final People people;
    private final Tenant tenant;
    private final Map<Role, Person> members = new EnumMap<>(Role.class);
    private final Person everyRole;

    private Company(Tollgate tollgate, People people, Tenant tenant) {
        this.tollgate = tollgate;
        this.people = people;
        this.tenant = tenant;
        this.everyRole = people.joins(tenant, EnumSet.allOf(Role.class));
    }

    /** A tenant made by the operator over REST, as every tenant is. */
    public static Company founded(Tollgate tollgate, String name) {
        var people = new People(tollgate);
        var slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        var tenant = operator(tollgate, people)
                .create("/api/v1/tenants", new NewTenant(slug, "The " + name + " company", "local"), Tenant.class);
        return new Company(tollgate, people, tenant);
    }

    private static Api operator(Tollgate tollgate, People people) {
        return new Api(tollgate.controlPlane(), people.tokenOf(OPERATOR));
    }

    public Api operator() {
        return operator(tollgate, people);
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The REST API in the name of somebody who has every role there is in a tenant, so that no role is ever missing. */
    public Api api() {
        return apiOf(everyRole);
    }

    /** The REST API in the name of somebody with this role and no other. */
    public Api api(Role role) {
        return apiOf(member(role));
    }

    public Person member(Role role) {
        return members.computeIfAbsent(role, it -> people.joins(tenant, Set.of(it)));
    }

    /** The access token for the REST API of somebody with this role. */
    public String token(Role role) {
        return people.tokenOf(member(role)).get().orElseThrow();
    }

    public Api anonymous() {
        return new Api(tollgate.controlPlane(), Optional::empty);
    }

    private Api apiOf(Person person) {
        return new Api(tollgate.controlPlane(), people.tokenOf(person));
    }

    public Environment environment(String name) {
        return api().create("/api/v1/environments", new NewEnvironment(name, null), Environment.class);
    }

    /** What the company sets up in an environment. */
    public Workshop workshop(Environment environment) {
        return new Workshop(tollgate, api(), environment);
    }

    /** An agent that presents a key at the gateway. */
    public Agent agent(String secret) {
        return Agent.with(tollgate.mcp(), secret);
    }
}
