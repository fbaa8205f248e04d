package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How amounts, times and sizes are written everywhere in the console. */
public final class Texts {
    public static final String NONE = "–";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Texts() {}

    /** What calls cost by a price now: an amount, or in words what it counts. */
    public static String price(Price price) {
        PriceVersion current = price.current();
        if (current == null) {
            return "from " + minute(price.upcoming().getFirst().effectiveFrom());
        }
        return terms(current.terms());
    }

    public static String terms(PriceTerms terms) {
        return terms.perCall().map(Money::words).orElseGet(terms::words);
    }

    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** In the browser's time zone. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(instant.atZone(zone()));
    }

    public static String minute(@Nullable Instant instant) {
        return instant == null ? NONE : MINUTE.format(instant.atZone(zone()));
    }

    /** {@code 12 s ago}, {@code 3 min ago}; older than two days, the time itself. */
    public static String ago(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return "never";
        }
        Duration age = Duration.between(instant, now);
        if (age.toSeconds() < 2) {
            return "just now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s ago";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toHours() < 48 ? age.toHours() + " h ago" : minute(instant);
    }

    /** {@code 850 µs}, {@code 12.4 ms}, {@code 3.2 s}. */
    public static String micros(long micros) {
        if (micros < 1_000) {
            return micros + " µs";
        }
        return micros < 1_000_000
                ? String.format(Locale.ENGLISH, "%.1f ms", micros / 1e3)
                : String.format(Locale.ENGLISH, "%.1f s", micros / 1e6);
    }

    public static String bytes(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        return bytes < 1_048_576
                ? String.format(Locale.ENGLISH, "%.1f KiB", bytes / 1_024.0)
                : String.format(Locale.ENGLISH, "%.1f MiB", bytes / 1_048_576.0);
    }

    /** {@code TOOL_ERROR} as {@code tool error}. */
    public static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
    }

    public static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }

    /** The browser's time zone, or UTC where it is not known. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        ExtendedClientDetails details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
