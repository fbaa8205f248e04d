package dev.tollgate.control.key;

import dev.tollgate.control.key.KeyStore.Label;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.RevokedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues and revokes many keys in one change. */
@ApplicationScoped
class BulkService {
    private final KeyService keys;
    private final KeyStore store;
    private final Changes changes;

    BulkService(KeyService keys, KeyStore store, Changes changes) {
        this.keys = keys;
        this.store = store;
        this.changes = changes;
    }

    @Transactional
    IssuedKeys issue(BulkIssue wanted) {
        FieldErrors errors = new FieldErrors();
        List<NewKey> list = wanted.keys();
        errors.present("keys", list);
        errors.listSize("keys", list, BulkIssue.KEYS_MAX);
        if (list != null && list.isEmpty()) {
            errors.add("keys", "names at least one key");
        }
        errors.throwIfAny();
        return changes.make(change -> {
            List<IssuedKey> issued = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                issueOne(list.get(i), "keys[" + i + "].", errors, change).ifPresent(issued::add);
            }
            errors.throwIfAny();
            return new IssuedKeys(issued);
        });
    }

    private Optional<IssuedKey> issueOne(NewKey wanted, String place, FieldErrors errors, Change change) {
        try {
            return Optional.of(keys.issue(wanted, change));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Invalid invalid) {
                invalid.errors().forEach(error -> errors.add(place + error.field(), error.message()));
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Transactional
    RevokedKeys revoke(BulkRevoke wanted) {
        @Nullable String owner = Filter.subject("owner", wanted.owner());
        @Nullable Label label = Label.of(wanted.label());
        long ways =
                Stream.of(wanted.ids(), owner, label).filter(Objects::nonNull).count();
        if (ways != 1) {
            throw Refused.invalid("ids", "exactly one of ids, owner and label is given");
        }
        FieldErrors errors = new FieldErrors();
        errors.optionalText("reason", wanted.reason(), KeyService.REASON_CHARS_MAX);
        errors.listSize("ids", wanted.ids(), BulkRevoke.IDS_MAX);
        errors.throwIfAny();
        return changes.make(change -> {
            Instant now = Times.now();
            List<String> revoked = new ArrayList<>();
            for (KeyRow row : chosen(wanted.ids(), owner, label)) {
                if (row.revokedAt == null) {
                    row.revokedAt = now;
                    row.revokedReason = wanted.reason();
                    change.put(row.toConfig(change.tenant()));
                    revoked.add(row.id);
                }
            }
            return new RevokedKeys(revoked);
        });
    }

    private List<KeyRow> chosen(@Nullable List<String> ids, @Nullable String owner, @Nullable Label label) {
        if (owner != null) {
            return store.unrevokedOf(owner);
        }
        if (label != null) {
            return store.unrevokedWith(label);
        }
        FieldErrors errors = new FieldErrors();
        List<KeyRow> rows = new ArrayList<>();
        List<String> wanted = ids == null ? List.of() : ids;
        for (int i = 0; i < wanted.size(); i++) {
            Optional<KeyRow> row = store.find(wanted.get(i));
            row.ifPresent(rows::add);
            if (row.isEmpty()) {
                errors.add("ids[" + i + "]", "there is no such key");
            }
        }
        errors.throwIfAny();
        return rows;
    }
}
