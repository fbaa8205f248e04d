package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.select.Select;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** By whose days a report is: the organization's, the reader's own or UTC's. */
final class ZoneSelect extends Select<String> {
    private static final String UTC = "UTC";

    ZoneSelect(Rights rights) {
        String organizations = rights.zone().getId();
        // Where the browser's zone is not known, the console's is UTC, under the name that Java has for that offset.
        String readers = Texts.zone() instanceof ZoneOffset ? UTC : Texts.zone().getId();
        setAriaLabel("Time zone");
        setItems(Stream.of(organizations, readers, UTC).distinct().toList());
        setItemLabelGenerator(zone -> zone.equals(organizations) ? zone + " (organization)" : zone);
        setValue(organizations);
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of(getValue()));
    }
}
