package dev.tollgate.control.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.PeopleMapping;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of what groups of a tenant's own directory give. */
@ApplicationScoped
public class MappingService {
    /** Of an account in the realm: the groups that its provider named at the latest sign-in, where a claim gives teams. */
    public static final String GROUPS_ATTRIBUTE = "tollgate-groups";

    static final int RULES_MAX = 200;
    private static final int GROUP_CHARS_MAX = 255;
    private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,127}");
    /** A tenant's owners are made by owners, one by one. */
    private static final Set<String> ROLES = Set.of("admin", "tool-admin", "finance", "auditor", "viewer");

    private final EntityManager entities;
    private final TenantContext tenant;
    private final TenantOrganization organization;
    private final SubjectService subjects;
    private final Links links;
    private final MappedPeople people;
    private final ObjectMapper json;

    MappingService(
            EntityManager entities,
            TenantContext tenant,
            TenantOrganization organization,
            SubjectService subjects,
            Links links,
            MappedPeople people,
            ObjectMapper json) {
        this.entities = entities;
        this.tenant = tenant;
        this.organization = organization;
        this.subjects = subjects;
        this.links = links;
        this.people = people;
        this.json = json;
    }

    /** The mapping of the tenant that is asking. */
    @Transactional
    public Mapping current() {
        @Nullable MappingRow row = row();
        return row == null ? Mapping.NONE : new Mapping(row.claim, row.personClaim, read(row.rules));
    }

    /** Has someone found at sign-ins through the tenant's provider, by what their directory knows them as. */
    public void join(String identity, String externalId) {
        links.join(organization.slug(), identity, externalId);
    }

    @Transactional
    PeopleMapping get() {
        @Nullable MappingRow row = row();
        return row == null
                ? new PeopleMapping(null, null, List.of(), 0)
                : new PeopleMapping(row.claim, row.personClaim, read(row.rules), row.version());
    }

    /** The identity provider is told first, and while no transaction is open; what it has twice is the same as once. */
    PeopleMapping put(NewPeopleMapping wanted, Precondition precondition) {
        precondition.check(get().version());
        check(wanted);
        links.map(organization.slug(), new Mapping(wanted.claim(), wanted.personClaim(), wanted.rules()));
        return QuarkusTransaction.requiringNew().call(() -> store(wanted, precondition));
    }

    private PeopleMapping store(NewPeopleMapping wanted, Precondition precondition) {
        @Nullable MappingRow known = row();
        precondition.check(known == null ? 0 : known.version());
        MappingRow row = known == null ? new MappingRow() : known;
        row.id = tenant.id().value();
        row.claim = wanted.claim();
        row.personClaim = wanted.personClaim();
        row.rules = write(wanted.rules());
        if (known == null) {
            entities.persist(row);
        }
        entities.flush();
        people.mappingChanged();
        return new PeopleMapping(row.claim, row.personClaim, wanted.rules(), row.version());
    }

    private @Nullable MappingRow row() {
        return entities.find(MappingRow.class, tenant.id().value());
    }

    private void check(NewPeopleMapping wanted) {
        FieldErrors errors = new FieldErrors();
        claim(errors, "claim", wanted.claim());
        claim(errors, "personClaim", wanted.personClaim());
        errors.present("rules", wanted.rules());
        errors.listSize("rules", wanted.rules(), RULES_MAX);
        errors.throwIfAny();
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < wanted.rules().size(); i++) {
            check(errors, "rules[" + i + "].", wanted.rules().get(i), groups);
        }
        errors.throwIfAny();
    }

    private static void claim(FieldErrors errors, String field, @Nullable String name) {
        if (name != null && !CLAIM.matcher(name).matches()) {
            errors.add(field, "is the name of a claim, such as groups");
        }
    }

    private void check(FieldErrors errors, String at, PeopleRule rule, Set<String> groups) {
        errors.text(at + "group", rule.group(), GROUP_CHARS_MAX);
        if (rule.group() != null && !groups.add(rule.group())) {
            errors.add(at + "group", "has a rule already");
        }
        if (rule.roles() == null || rule.roles().contains(null) || !ROLES.containsAll(rule.roles())) {
            errors.add(at + "roles", "are of " + String.join(", ", new TreeSet<>(ROLES)));
        }
        @Nullable String team = rule.team();
        if (team != null) {
            errors.check(at + "team", () -> {
                SubjectRef ref = SubjectRef.parse(team);
                if (ref.kind() != SubjectKind.TEAM || !subjects.exists(ref)) {
                    errors.add(at + "team", "there is no such team");
                }
            });
        }
    }

    private List<PeopleRule> read(String rules) {
        try {
            return json.readValue(rules, new TypeReference<List<PeopleRule>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored rules can be read", e);
        }
    }

    private String write(List<PeopleRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules can be written", e);
        }
    }
}
