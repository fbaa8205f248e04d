package dev.tollgate.control.subject;

import dev.tollgate.control.persistence.Listing;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.config.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Subjects in the database. */
@ApplicationScoped
class SubjectStore {
    private final EntityManager entities;

    SubjectStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that are not deleted. */
    Page<SubjectRow> list(PageRequest page, @Nullable String kind, @Nullable String parent, @Nullable String search) {
        return new Listing<>(entities, SubjectRow.class)
                .where("r.deletedAt is null")
                .where("r.kind = :kind", "kind", kind)
                .where("r.parent = :parent", "parent", parent)
                .search(search, "name", "ref")
                .page(page, "name", UUID::fromString, Function.identity(), SubjectRow::cursor);
    }

    /** One that is there or was. */
    Optional<SubjectRow> find(String ref) {
        return entities
                .createQuery("from SubjectRow s where s.ref = :ref", SubjectRow.class)
                .setParameter("ref", ref)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<SubjectRow> named(SubjectKind kind, String name) {
        return entities
                .createQuery(
                        "from SubjectRow s where s.kind = :kind and s.name = :name and s.deletedAt is null",
                        SubjectRow.class)
                .setParameter("kind", kind.text())
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    Map<String, String> names(Collection<String> refs) {
        Map<String, String> names = new HashMap<>();
        entities.createQuery("select s.ref, s.name from SubjectRow s where s.ref in :refs", Object[].class)
                .setParameter("refs", refs)
                .getResultList()
                .forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }

    List<SubjectRow> under(String parent, int max) {
        return entities.createQuery(
                        "from SubjectRow s where s.parent = :parent and s.deletedAt is null order by s.name",
                        SubjectRow.class)
                .setParameter("parent", parent)
                .setMaxResults(max)
                .getResultList();
    }

    List<SubjectRow> all() {
        return entities.createQuery("from SubjectRow s where s.deletedAt is null", SubjectRow.class)
                .getResultList();
    }

    List<SubjectRow> withGroup(UUID group) {
        return entities.createQuery("select r from SubjectRow r join r.groups g where g = :group", SubjectRow.class)
                .setParameter("group", group)
                .getResultList();
    }

    /** Of each group, what it is attached to. */
    Map<UUID, List<String>> targets(Collection<UUID> groups) {
        Map<UUID, List<String>> targets = new HashMap<>();
        entities.createQuery("select g, r.ref from SubjectRow r join r.groups g where g in :groups", Object[].class)
                .setParameter("groups", groups)
                .getResultList()
                .forEach(row -> targets.computeIfAbsent((UUID) row[0], _ -> new ArrayList<>())
                        .add((String) row[1]));
        return targets;
    }

    void add(SubjectRow row) {
        entities.persist(row);
    }

    void remove(SubjectRow row) {
        entities.remove(row);
    }
}
