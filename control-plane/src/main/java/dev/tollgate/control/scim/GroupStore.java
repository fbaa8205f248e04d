package dev.tollgate.control.scim;

import dev.tollgate.control.scim.FilterQuery.Attribute.Elements;
import dev.tollgate.control.scim.FilterQuery.Attribute.Text;
import dev.tollgate.control.scim.FilterQuery.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Groups in the database. */
@ApplicationScoped
class GroupStore {
    static final Map<String, FilterQuery.Attribute> ATTRIBUTES = Map.of(
            "id", new Text("cast(r.id as string)", true),
            "displayname", new Text("r.displayName", false),
            "externalid", new Text("coalesce(r.externalId, '')", true),
            "members", new Elements("r.members"),
            "members.value", new Elements("r.members"));

    private final EntityManager entities;

    GroupStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<GroupRow> find(UUID id) {
        return entities
                .createQuery("from ScimGroupRow r where r.id = :id", GroupRow.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    long count(Condition condition) {
        return PersonStore.parameters(
                        entities.createQuery(
                                "select count(r) from ScimGroupRow r where " + condition.text(), Long.class),
                        condition)
                .getSingleResult();
    }

    List<GroupRow> list(Condition condition, Paging paging) {
        return PersonStore.parameters(
                        entities.createQuery(
                                "from ScimGroupRow r where " + condition.text() + " order by r.id", GroupRow.class),
                        condition)
                .setFirstResult(paging.first() - 1)
                .setMaxResults(paging.count())
                .getResultList();
    }

    /** What the groups of someone are called. */
    List<String> namesOf(String person) {
        return entities.createQuery(
                        "select r.displayName from ScimGroupRow r where :person member of r.members", String.class)
                .setParameter("person", person)
                .getResultList();
    }

    void add(GroupRow row) {
        entities.persist(row);
    }

    void remove(GroupRow row) {
        entities.remove(row);
    }

    void flush() {
        entities.flush();
    }
}
