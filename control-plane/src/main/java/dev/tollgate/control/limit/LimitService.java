package dev.tollgate.control.limit;

import dev.tollgate.control.ledger.LedgerAccounts;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.subject.SubjectLimits;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawLimitOverride;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The rules of limits. Gateways and the ledger are told of hard ones alone, in the transaction of their change. */
@ApplicationScoped
class LimitService implements Renewable, SubjectLimits {
    /** Gateways hold all of a tenant's in memory. */
    static final int LIMITS_MAX = 1_000;

    private final LimitStore store;
    private final LimitSubjects subjects;
    private final LedgerAccounts ledger;
    private final Changes changes;
    private final SettingsService settings;

    LimitService(
            LimitStore store,
            LimitSubjects subjects,
            LedgerAccounts ledger,
            Changes changes,
            SettingsService settings) {
        this.store = store;
        this.subjects = subjects;
        this.ledger = ledger;
        this.changes = changes;
        this.settings = settings;
    }

    @Transactional
    Page<Limit> list(PageRequest page, @Nullable String subject, @Nullable String search) {
        Page<LimitRow> rows = store.list(page, subject, search);
        return new Page<>(rows.items().stream().map(this::view).toList(), rows.nextCursor());
    }

    @Transactional
    Limit get(UUID id) {
        return view(existing(id));
    }

    /** A limit as the core knows it, and whether it is hard. */
    @Transactional
    Kept kept(UUID id, TenantId tenant) {
        LimitRow row = existing(id);
        return new Kept(row.toModel(tenant), row.isHard());
    }

    @Transactional
    Optional<Kept> find(UUID id, TenantId tenant) {
        return store.find(id).map(row -> new Kept(row.toModel(tenant), row.isHard()));
    }

    record Kept(QuotaLimit limit, boolean hard) {}

    @Transactional
    Limit create(NewLimit wanted) {
        check(wanted);
        return view(changes.make(change -> {
            if (subjects.find(wanted.subject()).isEmpty()) {
                throw Refused.invalid("subject", "there is no " + noun(wanted) + " with this id that agents can use");
            }
            if (store.count() >= LIMITS_MAX) {
                throw new Refused(new Refusal.WrongState(
                        "There are " + LIMITS_MAX + " limits already, which is the most. Delete one first."));
            }
            LimitRow row = LimitRow.of(
                    wanted.subject(),
                    LimitAmounts.unit(wanted.unit()),
                    LimitRules.window(wanted.window(), settings.calendar()));
            write(wanted, row);
            store.add(row);
            tell(row, change);
            return row;
        }));
    }

    private static String noun(NewLimit wanted) {
        String text = wanted.subject().toString();
        return text.substring(0, text.indexOf(':'));
    }

    @Transactional
    Limit update(UUID id, NewLimit wanted, Precondition precondition) {
        check(wanted);
        return view(changes.make(change -> {
            LimitRow row = existing(id);
            precondition.check(row.version());
            refuseAnother(wanted, row.toModel(change.tenant()));
            boolean wasHard = row.isHard();
            write(wanted, row);
            Overrides.read(row.overrides).checkFit(row.perCallMax, Times.now());
            if (wasHard && !row.isHard()) {
                withdraw(row, change);
            } else {
                tell(row, change);
            }
            return row;
        }));
    }

    /** What was spent in one window, by one subject, in one unit, says nothing of another. */
    private static void refuseAnother(NewLimit wanted, QuotaLimit current) {
        String why = "stays as it is; make another limit, and delete this one";
        FieldErrors errors = new FieldErrors();
        if (!wanted.subject().equals(current.subject())) {
            errors.add("subject", why);
        }
        if (LimitAmounts.unit(wanted.unit()) != current.unit()) {
            errors.add("unit", why);
        }
        if (!LimitRules.window(wanted.window(), TenantCalendar.of(current.window()))
                .equals(current.window())) {
            errors.add("window", why);
        }
        errors.throwIfAny();
    }

    @Transactional
    Limit override(UUID id, NewLimitOverride wanted, Precondition precondition) {
        return overridden(
                id, precondition, (row, limit) -> Overrides.read(row.overrides).with(wanted, limit, Times.now()));
    }

    @Transactional
    Limit withdraw(UUID id, WithdrawLimitOverride wanted, Precondition precondition) {
        if (wanted.id() == null) {
            throw Refused.invalid("id", "must be given");
        }
        return overridden(
                id, precondition, (row, _) -> Overrides.read(row.overrides).without(wanted.id(), Times.now()));
    }

    private Limit overridden(
            UUID id, Precondition precondition, BiFunction<LimitRow, QuotaLimit, Overrides> overrides) {
        return view(changes.make(change -> {
            LimitRow row = existing(id);
            precondition.check(row.version());
            row.overrides = overrides.apply(row, row.toModel(change.tenant())).json();
            tell(row, change);
            return row;
        }));
    }

    @Transactional
    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            LimitRow row = existing(id);
            precondition.check(row.version());
            remove(row, change);
            return row;
        });
    }

    @Override
    public void forget(String subject, Change change) {
        store.of(subject).forEach(row -> remove(row, change));
    }

    @Override
    public void publishAll(Change change) {
        store.hard().forEach(row -> change.put(LimitConfig.of(row.toModel(change.tenant()), row.name)));
    }

    private void remove(LimitRow row, Change change) {
        store.remove(row);
        if (row.isHard()) {
            withdraw(row, change);
        }
    }

    private void tell(LimitRow row, Change change) {
        if (row.isHard()) {
            QuotaLimit limit = row.toModel(change.tenant());
            change.put(LimitConfig.of(limit, row.name));
            ledger.limit(limit);
        }
    }

    private void withdraw(LimitRow row, Change change) {
        change.remove(ConfigKind.LIMIT, row.id);
        ledger.remove(change.tenant(), row.limitId());
    }

    private LimitRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Limit view(LimitRow row) {
        return row.toApi(subjects.name(row.subject()).orElse(null));
    }

    private static void check(NewLimit wanted) {
        FieldErrors errors = new FieldErrors();
        LimitRules.check(errors, wanted);
        errors.throwIfAny();
    }

    private static void write(NewLimit wanted, LimitRow row) {
        row.name = wanted.name();
        row.amount = LimitAmounts.parse(QuotaUnit.of(row.unit), wanted.amount());
        row.enforcement = wanted.enforcement().toString();
        row.perCallMax = LimitRules.perCallMax(wanted, row.amount);
        row.alertAt = wanted.alertAt() == null
                ? Thresholds.standard(wanted.unit())
                : wanted.alertAt().stream().distinct().sorted().toList();
    }
}
