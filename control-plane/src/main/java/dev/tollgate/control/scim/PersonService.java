package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.scim.FilterQuery.Condition;
import dev.tollgate.control.users.Provisioning;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of a directory's people. What is written is in force here at once; the identity provider follows. */
@ApplicationScoped
class PersonService {
    static final int PEOPLE_MAX = 50_000;
    private static final String NOBODY = "";

    private final PersonStore store;
    private final Provisioning provisioning;
    private final Alignment alignment;
    private final Changes changes;
    private final TokenService tokens;

    PersonService(
            PersonStore store, Provisioning provisioning, Alignment alignment, Changes changes, TokenService tokens) {
        this.store = store;
        this.provisioning = provisioning;
        this.alignment = alignment;
        this.changes = changes;
        this.tokens = tokens;
    }

    @Transactional
    ObjectNode list(@Nullable String filter, Paging paging) {
        Condition condition = FilterQuery.of(filter, PersonStore.ATTRIBUTES);
        List<PersonRow> rows = paging.count() == 0 ? List.of() : store.list(condition, paging);
        return Scim.list(store.count(condition), paging.first(), rows, this::view);
    }

    @Transactional
    Viewed get(String id) {
        return viewed(existing(id));
    }

    Viewed create(Person person) {
        checkRoom(person);
        String[] made = new String[1];
        provisioning.admit(person.account(), (change, id) -> {
            if (store.find(id).isPresent()) {
                throw new Refused(new Refusal.NameTaken("emails", "Someone here has this email address already."));
            }
            PersonRow row = new PersonRow();
            row.id = id;
            row.write(person);
            store.add(row);
            provisioning.rename(change, id, person.name());
            provisioning.activate(change, id, person.active());
            made[0] = id;
        });
        alignment.align(made[0]);
        return get(made[0]);
    }

    private void checkRoom(Person person) {
        QuarkusTransaction.requiringNew().run(() -> {
            refuseIfTaken(person, NOBODY);
            if (store.count(Condition.NONE) >= PEOPLE_MAX) {
                throw new Refused(new Refusal.WrongState("A directory has at most " + PEOPLE_MAX + " people here."));
            }
        });
    }

    private void refuseIfTaken(Person person, String by) {
        if (store.isTaken(person.userName(), by)) {
            throw new Refused(new Refusal.NameTaken("userName", "Someone else has this userName."));
        }
    }

    /**
     * @param change from what is known of the person to what shall be
     */
    Viewed update(String id, @Nullable String ifMatch, UnaryOperator<Person> change) {
        Known before = known(id, ifMatch);
        Person wanted = change.apply(before.person());
        if (!wanted.account().equals(before.person().account())) {
            provisioning.describe(id, wanted.account());
        }
        if (before.person().active() && !wanted.active()) {
            provisioning.refuseIfLastOwner(id);
        }
        if (!wanted.equals(before.person())) {
            changes.make(published -> {
                PersonRow row = existing(id);
                if (row.version() != before.version()) {
                    throw new Refused(new Refusal.Stale());
                }
                refuseIfTaken(wanted, id);
                row.write(wanted);
                provisioning.rename(published, id, wanted.name());
                provisioning.activate(published, id, wanted.active());
                return row;
            });
        }
        alignment.align(id);
        return get(id);
    }

    void delete(String id, @Nullable String ifMatch) {
        known(id, ifMatch);
        provisioning.leave(id);
    }

    private Known known(String id, @Nullable String ifMatch) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PersonRow row = existing(id);
            Version.check(ifMatch, row.version());
            return new Known(row.toPerson(), row.version());
        });
    }

    private PersonRow existing(String id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Viewed viewed(PersonRow row) {
        return new Viewed(view(row), row.version());
    }

    private ObjectNode view(PersonRow row) {
        return PersonJson.write(row, tokens.address() + "/Users");
    }

    private record Known(Person person, long version) {}
}
