package dev.tollgate.control.key;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.group.Patterns;
import dev.tollgate.control.key.KeyStore.KeyFilter;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import dev.tollgate.model.net.Cidr;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Issues, changes, rotates and revokes virtual keys. */
@ApplicationScoped
class KeyService {
    static final int REASON_CHARS_MAX = 500;

    private final SecureRandom random = new SecureRandom();
    private final KeyRules rules;
    private final KeyStore store;
    private final EnvironmentService environments;
    private final SubjectService subjects;
    private final Changes changes;

    KeyService(
            KeyRules rules, KeyStore store, EnvironmentService environments, SubjectService subjects, Changes changes) {
        this.rules = rules;
        this.store = store;
        this.environments = environments;
        this.subjects = subjects;
        this.changes = changes;
    }

    @Transactional
    Page<VirtualKey> list(PageRequest page, KeyFilter filter) {
        Page<KeyRow> rows = store.list(page, filter, Times.now());
        Map<String, String> owners =
                subjects.names(rows.items().stream().map(row -> row.owner).collect(Collectors.toSet()));
        Map<String, KeyUseRow> uses =
                store.uses(rows.items().stream().map(row -> row.id).toList());
        return new Page<>(
                rows.items().stream().map(row -> view(row, owners, uses)).toList(), rows.nextCursor());
    }

    @Transactional
    VirtualKey get(String id) {
        return view(existing(id));
    }

    @Transactional
    IssuedKey issue(NewKey wanted) {
        return changes.make(change -> issue(wanted, change));
    }

    /** As a part of a change. */
    IssuedKey issue(NewKey wanted, Change change) {
        Instant now = Times.now();
        rules.check(wanted, null, now);
        KeyId id = KeySecret.newKeyId(random);
        KeySecret secret = KeySecret.issue(environment(wanted.environmentId()), id, random);
        KeyRow row = new KeyRow();
        row.id = id.value();
        row.environmentId = wanted.environmentId();
        row.credentials.add(credential(secret, now));
        write(wanted, row, now);
        store.add(row);
        change.put(row.toConfig(change.tenant()));
        return new IssuedKey(view(row), secret.reveal());
    }

    @Transactional
    VirtualKey update(String id, NewKey wanted, Precondition precondition) {
        return change(id, precondition, row -> {
            rules.check(wanted, row.expiresAt, Times.now());
            if (!row.environmentId.equals(wanted.environmentId())) {
                throw Refused.invalid("environmentId", "stays as it is: it is part of the key");
            }
            write(wanted, row, Times.now());
        });
    }

    @Transactional
    IssuedKey rotate(String id, @Nullable Long overlapSeconds, Precondition precondition) {
        Duration overlap = Rotation.overlap(overlapSeconds);
        List<KeySecret> secret = new ArrayList<>();
        VirtualKey rotated = change(id, precondition, row -> secret.add(rotate(row, overlap, Times.now())));
        return new IssuedKey(rotated, secret.getFirst().reveal());
    }

    /** As a part of a change, to a row that it publishes. */
    KeySecret rotate(KeyRow row, Duration overlap, Instant now) {
        KeySecret secret = KeySecret.issue(environment(row.environmentId), row.keyId(), random);
        CredentialRow fresh = credential(secret, now);
        fresh.notAfter = Rotation.end(row.rotation(), now);
        Rotation.rotate(row.credentials, fresh, overlap, now);
        row.rotatedAt = now;
        return secret;
    }

    @Transactional
    VirtualKey revoke(String id, @Nullable String reason, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        errors.optionalText("reason", reason, REASON_CHARS_MAX);
        errors.throwIfAny();
        return change(id, precondition, row -> {
            row.revokedAt = Times.now();
            row.revokedReason = reason;
        });
    }

    private VirtualKey change(String id, Precondition precondition, Consumer<KeyRow> edit) {
        return view(changes.make(change -> {
            KeyRow row = existing(id);
            precondition.check(row.version());
            if (row.revokedAt != null) {
                throw new Refused(new Refusal.WrongState("The key is revoked for good; issue another."));
            }
            edit.accept(row);
            change.put(row.toConfig(change.tenant()));
            return row;
        }));
    }

    private KeyRow existing(String id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Slug environment(UUID id) {
        return environments.find(id).orElseThrow().name();
    }

    private VirtualKey view(KeyRow row) {
        return view(row, subjects.names(List.of(row.owner)), store.uses(List.of(row.id)));
    }

    private VirtualKey view(KeyRow row, Map<String, String> owners, Map<String, KeyUseRow> uses) {
        String owner = Objects.requireNonNull(owners.get(row.owner));
        @Nullable KeyUseRow use = uses.get(row.id);
        return row.toApi(environment(row.environmentId).value(), owner, use == null ? null : use.toApi(), Times.now());
    }

    private static CredentialRow credential(KeySecret secret, Instant now) {
        CredentialRow credential = new CredentialRow();
        credential.sha256 = secret.digest().hex();
        credential.issuedAt = now;
        return credential;
    }

    private void write(NewKey wanted, KeyRow row, Instant now) {
        if (!Objects.equals(row.rotation(), wanted.rotation())) {
            row.rotation(wanted.rotation());
            Rotation.follow(wanted.rotation(), row.credentials.getLast(), now);
        }
        row.name = wanted.name();
        row.grants = Patterns.write(wanted.grants());
        row.owner = (wanted.owner() == null ? subjects.defaultService() : SubjectRef.parse(wanted.owner())).toString();
        row.modelProvider = wanted.modelProvider();
        row.sources = wanted.sources() == null
                ? List.of()
                : wanted.sources().stream()
                        .map(source -> Cidr.of(source).toString())
                        .toList();
        row.contentLogging = Objects.requireNonNullElse(wanted.contentLogging(), ContentLogging.AS_ENVIRONMENT);
        row.toolMode = wanted.toolMode();
        Map<String, String> labels = wanted.labels() == null ? Map.of() : wanted.labels();
        row.labels.keySet().retainAll(labels.keySet());
        row.labels.putAll(labels);
        TreeSet<UUID> groups = new TreeSet<>(wanted.groupIds() == null ? List.of() : wanted.groupIds());
        row.groups.retainAll(groups);
        row.groups.addAll(groups);
        row.expiresAt = Times.truncated(wanted.expiresAt());
    }
}
