package dev.tollgate.ui.view.keys;

import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys written one a line: {@code name,owner,tools,labels}, all but the name optional. The owner is {@code team:Alpha},
 * by name or id; tools and labels are separated by spaces. A first line that begins with {@code name} is a heading.
 */
final class BulkLines {
    static final String HEADING = "name";

    /**
     * What is the same for all.
     *
     * @param expiresAt absent means never
     */
    record Common(
            UUID environment, List<UUID> groups, @Nullable Instant expiresAt) {}

    /** A key and where it was written. */
    record Line(int number, NewKey key) {}

    private final TollgateApi api;
    private final Common common;
    private final Map<String, Optional<String>> owners = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private BulkLines(TollgateApi api, Common common) {
        this.api = api;
        this.common = common;
    }

    static BulkLines read(TollgateApi api, String text, Common common) {
        BulkLines read = new BulkLines(api, common);
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            List<String> fields = CsvText.fields(all.get(i));
            boolean heading = i == 0 && fields.getFirst().equalsIgnoreCase(HEADING);
            if (!all.get(i).isBlank() && !heading) {
                read.add(i + 1, fields);
            }
        }
        return read;
    }

    List<Line> lines() {
        return lines;
    }

    /** What is wrong, each with the number of its line; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    private void add(int number, List<String> fields) {
        String owner = field(fields, 1);
        Optional<String> ref = owner.isEmpty() ? Optional.empty() : owners.computeIfAbsent(owner, this::ref);
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : words(field(fields, 3))) {
            int colon = label.indexOf(':');
            if (colon < 1) {
                faults.add("line " + number + ": the label " + label + " is not written as name:value");
            } else {
                labels.put(label.substring(0, colon), label.substring(colon + 1));
            }
        }
        if (field(fields, 0).isEmpty()) {
            faults.add("line " + number + ": the name is missing");
        } else if (!owner.isEmpty() && ref.isEmpty()) {
            faults.add("line " + number + ": there is no owner " + owner
                    + "; write its kind and name, such as team:Alpha");
        } else {
            lines.add(new Line(number, key(fields, ref.orElse(null), labels)));
        }
    }

    private NewKey key(List<String> fields, @Nullable String owner, Map<String, String> labels) {
        return new NewKey(
                field(fields, 0),
                common.environment(),
                words(field(fields, 2)).stream().map(ToolGrant::of).toList(),
                common.groups(),
                common.expiresAt(),
                owner,
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                labels,
                null);
    }

    /** Of {@code team:Alpha}, {@code team:<uuid>}; empty if there is none such. */
    private Optional<String> ref(String owner) {
        int colon = owner.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = owner.substring(colon + 1).strip();
        try {
            String kind = SubjectKind.of(owner.substring(0, colon).strip()).text();
            return Keyset.all((limit, cursor) -> api.subjects(kind, null, name, limit, cursor)).stream()
                    .filter(one -> one.name().equals(name) || one.ref().equals(kind + ":" + name))
                    .map(Subject::ref)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            // No kind of subject is called so.
            return Optional.empty();
        }
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
