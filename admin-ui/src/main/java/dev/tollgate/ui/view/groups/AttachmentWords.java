package dev.tollgate.ui.view.groups;

import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.Target;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.SubjectWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a group is attached to, in words. */
final class AttachmentWords {
    /** Looked up one by one; the rest is called by its id. */
    private static final int NAMES_READ_MAX = 50;

    private AttachmentWords() {}

    static List<Target> read(TollgateApi api, ToolGroup group) {
        Map<String, Target> targets = new LinkedHashMap<>();
        group.attachedTo()
                .forEach(ref ->
                        targets.put(ref, targets.size() < NAMES_READ_MAX ? Target.read(api, ref) : Target.unread(ref)));
        return List.copyOf(targets.values());
    }

    /** {@code Alpha · team}; a key with its id, since names of keys repeat. */
    static String choice(Target target) {
        String id = target.kind().equals("key") ? target.ref().replace("key:", " ") : "";
        return target.name() + " · " + kind(target.kind()) + id;
    }

    /** {@code 2 keys, 1 team}; a dash if to nothing. */
    static String summary(ToolGroup group) {
        Map<String, Long> counts = group.attachedTo().stream()
                .collect(Collectors.groupingBy(
                        ref -> kind(ref.substring(0, ref.indexOf(':'))), TreeMap::new, Collectors.counting()));
        String words = counts.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey() + (one.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing yet" : words;
    }

    private static String kind(String kind) {
        return kind.equals("key") ? kind : SubjectWords.kind(SubjectKind.of(kind));
    }
}
