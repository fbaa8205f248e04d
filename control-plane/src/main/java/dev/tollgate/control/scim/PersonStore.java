package dev.tollgate.control.scim;

import dev.tollgate.control.scim.FilterQuery.Attribute.Flag;
import dev.tollgate.control.scim.FilterQuery.Attribute.Text;
import dev.tollgate.control.scim.FilterQuery.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People in the database. */
@ApplicationScoped
class PersonStore {
    static final Map<String, FilterQuery.Attribute> ATTRIBUTES = Map.ofEntries(
            Map.entry("id", new Text("r.id", true)),
            Map.entry("username", new Text("r.userNameKey", false)),
            Map.entry("externalid", new Text("coalesce(r.externalId, '')", true)),
            Map.entry("displayname", new Text("coalesce(r.displayName, '')", false)),
            Map.entry("name.givenname", new Text("coalesce(r.givenName, '')", false)),
            Map.entry("name.familyname", new Text("coalesce(r.familyName, '')", false)),
            Map.entry("emails", new Text("r.email", false)),
            Map.entry("emails.value", new Text("r.email", false)),
            Map.entry("emails.type", new Text("coalesce(r.emailType, '')", false)),
            Map.entry("emails.primary", new FilterQuery.Attribute.Always()),
            Map.entry("active", new Flag("r.active")));

    private final EntityManager entities;

    PersonStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<PersonRow> find(String id) {
        return entities
                .createQuery("from ScimUserRow r where r.id = :id", PersonRow.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Someone else who signs in so. */
    boolean isTaken(String userName, String by) {
        return !entities.createQuery(
                        "select r.id from ScimUserRow r where r.userNameKey = :name and r.id <> :by", String.class)
                .setParameter("name", PersonRow.key(userName))
                .setParameter("by", by)
                .getResultList()
                .isEmpty();
    }

    long count(Condition condition) {
        return parameters(
                        entities.createQuery(
                                "select count(r) from ScimUserRow r where " + condition.text(), Long.class),
                        condition)
                .getSingleResult();
    }

    List<PersonRow> list(Condition condition, Paging paging) {
        return parameters(
                        entities.createQuery(
                                "from ScimUserRow r where " + condition.text() + " order by r.id", PersonRow.class),
                        condition)
                .setFirstResult(paging.first() - 1)
                .setMaxResults(paging.count())
                .getResultList();
    }

    static <R> TypedQuery<R> parameters(TypedQuery<R> query, Condition condition) {
        condition.parameters().forEach(query::setParameter);
        return query;
    }

    /** What each signs in with; those that are nobody are missing. */
    Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select r.id, r.userName from ScimUserRow r where r.id in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    void add(PersonRow row) {
        entities.persist(row);
    }

    @Transactional
    void alignDue(Collection<String> ids) {
        if (!ids.isEmpty()) {
            entities.createQuery("update ScimUserRow r set r.alignDue = true where r.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }

    @Transactional
    void allDue() {
        entities.createQuery("update ScimUserRow r set r.alignDue = true").executeUpdate();
    }

    /** Unless something was written of them since. */
    @Transactional
    void aligned(String id, long version) {
        entities.createQuery("update ScimUserRow r set r.alignDue = false where r.id = :id and r.version = :version")
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate();
    }

    @Transactional
    List<String> due(int max) {
        return entities.createQuery("select r.id from ScimUserRow r where r.alignDue order by r.id", String.class)
                .setMaxResults(max)
                .getResultList();
    }
}
