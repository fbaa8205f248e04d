package dev.tollgate.gateway.config;

import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All snapshots that are served, found by tenant or by key. Read from any thread; written by one only. */
public final class Snapshots {
    private final ConcurrentHashMap<TenantId, Slot> tenants = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<KeyId, Slot> keys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Organization, Slot> organizations = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Person, Slot> people = new ConcurrentHashMap<>();

    /** A tenant as an issuer of tokens names it. */
    private record Organization(String issuer, String id) {
        static @Nullable Organization of(@Nullable TenantSnapshot snapshot) {
            SignInConfig signIn = snapshot == null ? null : snapshot.signIns().config();
            return signIn == null ? null : new Organization(signIn.issuer(), signIn.organization());
        }
    }

    /** Someone as an issuer of tokens names them. */
    private record Person(String issuer, String id) {
        static Set<Person> of(@Nullable TenantSnapshot snapshot) {
            SignInConfig signIn = snapshot == null ? null : snapshot.signIns().config();
            return snapshot == null || signIn == null
                    ? Set.of()
                    : snapshot.signIns().people().keySet().stream()
                            .map(id -> new Person(signIn.issuer(), id))
                            .collect(Collectors.toSet());
        }
    }

    /** Where a tenant's snapshot stands. Keys point here, so that one write serves a new revision to all of them. */
    private static final class Slot {
        private volatile @Nullable TenantSnapshot snapshot;
    }

    /** The snapshot of the tenant that has this key; null if none has. */
    public @Nullable TenantSnapshot ofKey(KeyId key) {
        Slot slot = keys.get(key);
        return slot == null ? null : slot.snapshot;
    }

    /**
     * The snapshot of the tenant that someone comes to; null if it is none's.
     *
     * @param organization that the issuer of their token names. Where it names none, it is the tenant whose person this is;
     *     of several, which accounts are not meant for, the first that said so
     */
    public @Nullable TenantSnapshot ofPerson(String issuer, @Nullable String organization, String person) {
        Slot slot = organization == null
                ? people.get(new Person(issuer, person))
                : organizations.get(new Organization(issuer, organization));
        return slot == null ? null : slot.snapshot;
    }

    /** Whose tokens are taken, in a constant order. */
    public SortedSet<String> issuers() {
        return organizations.keySet().stream().map(Organization::issuer).collect(Collectors.toCollection(TreeSet::new));
    }

    public @Nullable TenantSnapshot ofTenant(TenantId tenant) {
        Slot slot = tenants.get(tenant);
        return slot == null ? null : slot.snapshot;
    }

    public int size() {
        return tenants.size();
    }

    public Collection<TenantId> tenants() {
        return List.copyOf(tenants.keySet());
    }

    /** The first of these keys that another tenant has; null if none. */
    @Nullable
    KeyId taken(TenantSnapshot snapshot) {
        Slot own = tenants.get(snapshot.tenant());
        for (KeyId key : snapshot.keys().keySet()) {
            Slot holder = keys.get(key);
            if (holder != null && holder != own) {
                return key;
            }
        }
        return null;
    }

    /** Whether another tenant is what an issuer knows as this one's organization. */
    boolean isOrganizationTaken(TenantSnapshot snapshot) {
        Organization organization = Organization.of(snapshot);
        Slot holder = organization == null ? null : organizations.get(organization);
        return holder != null && holder != tenants.get(snapshot.tenant());
    }

    /** Serves this snapshot in place of the tenant's earlier one. To be called by the single writer. */
    void swap(TenantSnapshot next) {
        Slot slot = tenants.computeIfAbsent(next.tenant(), _ -> new Slot());
        TenantSnapshot previous = slot.snapshot;
        slot.snapshot = next;
        for (KeyId key : next.keys().keySet()) {
            if (previous == null || previous.key(key) == null) {
                keys.put(key, slot);
            }
        }
        move(Organization.of(previous), Organization.of(next), slot);
        move(Person.of(previous), Person.of(next), slot);
        if (previous != null) {
            previous.keys().keySet().stream()
                    .filter(key -> next.key(key) == null)
                    .forEach(keys::remove);
        }
    }

    private void move(Set<Person> from, Set<Person> to, Slot slot) {
        to.forEach(person -> people.putIfAbsent(person, slot));
        from.stream().filter(person -> !to.contains(person)).forEach(person -> people.remove(person, slot));
    }

    private void move(@Nullable Organization from, @Nullable Organization to, Slot slot) {
        if (to != null) {
            organizations.put(to, slot);
        }
        if (from != null && !from.equals(to)) {
            organizations.remove(from, slot);
        }
    }

    /** Serves nothing of this tenant any more. To be called by the single writer. */
    void remove(TenantId tenant) {
        Slot slot = tenants.remove(tenant);
        TenantSnapshot previous = slot == null ? null : slot.snapshot;
        if (slot != null && previous != null) {
            slot.snapshot = null;
            move(Organization.of(previous), null, slot);
            move(Person.of(previous), Set.of(), slot);
            previous.keys().keySet().forEach(keys::remove);
        }
    }
}
