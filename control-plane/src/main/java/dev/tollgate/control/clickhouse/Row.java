package dev.tollgate.control.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import dev.tollgate.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer, valid until the next is read. */
public final class Row {
    private final ClickHouseBinaryFormatReader reader;

    Row(ClickHouseBinaryFormatReader reader) {
        this.reader = reader;
    }

    public String text(String column) {
        return reader.getString(column);
    }

    public @Nullable String textOrNull(String column) {
        return reader.hasValue(column) ? reader.getString(column) : null;
    }

    public UUID uuid(String column) {
        return reader.getUUID(column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return reader.hasValue(column) ? reader.getUUID(column) : null;
    }

    public long number(String column) {
        return reader.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) {
        return reader.hasValue(column) ? reader.getLong(column) : null;
    }

    public List<Long> numbers(String column) {
        return reader.getList(column).stream()
                .map(number -> ((Number) number).longValue())
                .toList();
    }

    public Instant time(String column) {
        return reader.getZonedDateTime(column).toInstant();
    }

    public LocalDate date(String column) {
        return reader.getLocalDate(column);
    }

    /** From a Decimal of scale 9. Beyond nine billion dollars it throws {@link ArithmeticException}. */
    public Money money(String column) {
        BigDecimal dollars = reader.getBigDecimal(column);
        return new Money(dollars.movePointRight(9).longValueExact());
    }
}
