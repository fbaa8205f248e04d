package dev.tollgate.control.catalog;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.ApproveTools.Seen;
import dev.tollgate.model.wire.CatalogReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of tools that an admin saw must be. */
final class SeenTools {
    private SeenTools() {}

    static void check(@Nullable List<Seen> seen, Set<UUID> there) {
        FieldErrors errors = new FieldErrors();
        errors.present("tools", seen);
        errors.listSize("tools", seen, CatalogReport.TOOLS_MAX);
        errors.throwIfAny();
        Set<UUID> before = new HashSet<>();
        List<Seen> given = seen == null ? List.of() : seen;
        for (int i = 0; i < given.size(); i++) {
            Seen tool = given.get(i);
            String field = "tools[" + i + "]";
            errors.present(field + ".id", tool.id());
            errors.present(field + ".hash", tool.hash());
            if (tool.id() != null && !there.contains(tool.id())) {
                errors.add(field + ".id", "there is no such tool on this server");
            } else if (!before.add(tool.id())) {
                errors.add(field + ".id", "comes twice");
            }
        }
        errors.throwIfAny();
    }
}
