package dev.tollgate.control.price;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the catalogue. Tenants' prices follow it a little later. */
@ApplicationScoped
class CatalogueService {
    static final int ENTRIES_MAX = 5_000;
    static final String TOO_MANY = "there are " + ENTRIES_MAX + " catalogue prices already; delete one first";
    private static final int ADDRESS_CHARS_MAX = 500;

    private final CatalogueStore store;

    CatalogueService(CatalogueStore store) {
        this.store = store;
    }

    Page<CataloguePrice> list(PageRequest page, @Nullable String search) {
        if (search != null && search.length() > PageRequest.SEARCH_CHARS_MAX) {
            throw Refused.invalid("q", "has at most " + PageRequest.SEARCH_CHARS_MAX + " characters");
        }
        Instant now = Times.now();
        Page<CatalogueEntry> entries = store.list(page, search == null ? "" : search);
        return new Page<>(
                entries.items().stream().map(entry -> entry.toApi(now)).toList(), entries.nextCursor());
    }

    CataloguePrice get(UUID id) {
        return existing(id).toApi(Times.now());
    }

    CataloguePrice create(NewCataloguePrice wanted) {
        FieldErrors errors = new FieldErrors();
        checkAddress(errors, "address", wanted.address());
        if (wanted.toolName() != null) {
            errors.text("toolName", wanted.toolName(), PriceService.TOOL_NAME_CHARS_MAX);
        }
        Instant now = Times.now();
        PriceService.check(errors, wanted.terms(), wanted.effectiveFrom(), now);
        if (store.count() >= ENTRIES_MAX) {
            errors.add("address", TOO_MANY);
        }
        errors.throwIfAny();
        Instant from = wanted.effectiveFrom() == null ? now : wanted.effectiveFrom();
        PriceVersion first = new PriceVersion(1, from.truncatedTo(ChronoUnit.MICROS), wanted.terms());
        CatalogueEntry entry =
                new CatalogueEntry(Ids.next(), address(wanted.address()), wanted.toolName(), now, 0, List.of(first));
        if (!store.add(entry)) {
            throw new Refused(new Refusal.NameTaken(
                    "toolName", "There is a catalogue price for this address and tool: give it another version."));
        }
        return entry.toApi(now);
    }

    static void checkAddress(FieldErrors errors, String field, @Nullable String text) {
        errors.text(field, text, ADDRESS_CHARS_MAX);
        if (text != null && !text.isBlank()) {
            errors.check(field, () -> address(text));
        }
    }

    /** As addresses are compared, of one that was checked. */
    static String address(String text) {
        URI url = URI.create(text);
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("is a URL such as https://mcp.vendor.example/v1");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("has no user, query or fragment");
        }
        return CatalogueEntry.address(url);
    }

    CataloguePrice add(UUID id, NewPriceVersion wanted, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        Instant now = Times.now();
        PriceService.check(errors, wanted.terms(), wanted.effectiveFrom(), now);
        errors.throwIfAny();
        CatalogueEntry entry = existing(id);
        precondition.check(entry.version());
        Instant from = entry.begins(wanted.effectiveFrom(), now);
        if (!store.add(id, entry.version(), wanted.terms(), from)) {
            throw new Refused(new Refusal.Stale());
        }
        return get(id);
    }

    CataloguePrice withdraw(UUID id, @Nullable Long wanted, Precondition precondition) {
        if (wanted == null) {
            throw Refused.invalid("number", "must be given");
        }
        CatalogueEntry entry = existing(id);
        precondition.check(entry.version());
        PriceVersion version = entry.versions().stream()
                .filter(each -> each.version() == wanted)
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (!version.effectiveFrom().isAfter(Times.now())) {
            throw PriceVersions.holdsSince(version);
        }
        if (entry.versions().size() == 1) {
            throw new Refused(new Refusal.WrongState(
                    "Version " + wanted + " is the only one. Delete the price to take it back."));
        }
        if (!store.withdraw(id, entry.version(), wanted)) {
            throw new Refused(new Refusal.Stale());
        }
        return get(id);
    }

    void delete(UUID id, Precondition precondition) {
        CatalogueEntry entry = existing(id);
        precondition.check(entry.version());
        if (!store.remove(id, entry.version())) {
            throw new Refused(new Refusal.Stale());
        }
    }

    private CatalogueEntry existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }
}
