package dev.tollgate.control.price;

import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of prices. */
@ApplicationScoped
class PriceService {
    /** Far beyond what a call costs, and far from where sums of calls would overflow. */
    static final Money PER_CALL_MAX = Money.ofDollars("10000");

    private static final int TOOL_NAME_CHARS_MAX = 128;

    private final PriceStore store;
    private final ServerService servers;
    private final Changes changes;

    PriceService(PriceStore store, ServerService servers, Changes changes) {
        this.store = store;
        this.servers = servers;
        this.changes = changes;
    }

    @Transactional
    Page<Price> list(PageRequest page, @Nullable UUID server) {
        Page<PriceRow> rows = store.list(page, server);
        return new Page<>(rows.items().stream().map(this::view).toList(), rows.nextCursor());
    }

    @Transactional
    Price get(UUID id) {
        return view(existing(id));
    }

    @Transactional
    Price create(NewPrice wanted) {
        validate(wanted);
        return view(changes.make(change -> {
            PriceRow row = new PriceRow();
            write(wanted, row);
            store.add(row);
            change.put(row.toConfig(change.tenant()));
            return row;
        }));
    }

    @Transactional
    Price update(UUID id, NewPrice wanted, Precondition precondition) {
        validate(wanted);
        return view(changes.make(change -> {
            PriceRow row = existing(id);
            precondition.check(row.version());
            write(wanted, row);
            change.put(row.toConfig(change.tenant()));
            return row;
        }));
    }

    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            PriceRow row = existing(id);
            precondition.check(row.version());
            store.remove(row);
            change.remove(ConfigKind.PRICE, id);
            return row;
        });
    }

    private PriceRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Price view(PriceRow row) {
        return row.toApi(servers.find(row.serverId).orElseThrow().name().value());
    }

    private static void write(NewPrice wanted, PriceRow row) {
        row.serverId = wanted.serverId();
        row.toolName = wanted.toolName();
        row.perCallNanos = wanted.perCall().nanos();
        row.chargeFailures = wanted.chargeFailures() != null && wanted.chargeFailures();
    }

    private void validate(NewPrice wanted) {
        FieldErrors errors = new FieldErrors();
        errors.present("serverId", wanted.serverId());
        if (wanted.serverId() != null && servers.find(wanted.serverId()).isEmpty()) {
            errors.add("serverId", "there is no such server");
        }
        if (wanted.toolName() != null) {
            errors.text("toolName", wanted.toolName(), TOOL_NAME_CHARS_MAX);
        }
        errors.present("perCall", wanted.perCall());
        if (wanted.perCall() != null
                && (wanted.perCall().isNegative() || wanted.perCall().compareTo(PER_CALL_MAX) > 0)) {
            errors.add("perCall", "lies between 0 and " + PER_CALL_MAX.dollars());
        }
        errors.throwIfAny();
    }
}
