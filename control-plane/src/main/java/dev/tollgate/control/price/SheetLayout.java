package dev.tollgate.control.price;

import dev.tollgate.control.price.PriceSheet.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** By which columns a sheet says where the tools of a price are; all others are the same. */
enum SheetLayout {
    /** At a tenant's server. */
    TENANT(Column.ENVIRONMENT, Column.SERVER),
    /** At an address, whoever has a server there. */
    CATALOGUE(Column.ADDRESS);

    private static final Set<Column> PLACES = EnumSet.of(Column.ENVIRONMENT, Column.SERVER, Column.ADDRESS);

    private final List<Column> place;

    SheetLayout(Column... place) {
        this.place = List.of(place);
    }

    List<Column> place() {
        return place;
    }

    /** In the order in which they are written. */
    List<Column> columns() {
        return Arrays.stream(Column.values())
                .filter(column -> place.contains(column) || !PLACES.contains(column))
                .toList();
    }

    /** Those that no sheet can do without. */
    List<Column> needed() {
        List<Column> needed = new ArrayList<>(place);
        needed.add(Column.MEASURE);
        needed.add(Column.AMOUNT);
        return needed;
    }
}
