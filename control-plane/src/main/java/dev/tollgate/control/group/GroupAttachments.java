package dev.tollgate.control.group;

import dev.tollgate.control.group.Attachable.Holder;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.Attachments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tool groups are attached to, whatever it is. */
@ApplicationScoped
class GroupAttachments {
    private static final String FORM = "is written as key:<id>, or as a subject such as team:<uuid> or tier:pro";

    private final Instance<Attachable> sorts;

    GroupAttachments(@Any Instance<Attachable> sorts) {
        this.sorts = sorts;
    }

    Map<UUID, List<String>> of(Collection<UUID> groups) {
        Map<UUID, List<String>> all = new HashMap<>();
        if (!groups.isEmpty()) {
            for (Attachable sort : sorts) {
                sort.targets(groups)
                        .forEach((group, targets) -> all.computeIfAbsent(group, _ -> new ArrayList<>())
                                .addAll(targets));
            }
        }
        all.values().forEach(targets -> targets.sort(null));
        return all;
    }

    /** Refused with every target at fault, by its place. */
    void replace(UUID group, @Nullable List<String> to, Change change) {
        List<String> wanted = checked(group, to);
        for (Attachable sort : sorts) {
            TreeSet<String> targets =
                    wanted.stream().filter(sort::covers).collect(Collectors.toCollection(TreeSet::new));
            attach(sort, group, targets, change);
        }
    }

    /** To these and to none else of the sort. */
    private static void attach(Attachable sort, UUID group, Set<String> targets, Change change) {
        for (Holder holder : sort.withGroup(group)) {
            if (!targets.contains(holder.target())) {
                holder.groups().remove(group);
                holder.publish(change);
            }
        }
        for (String target : targets) {
            Holder holder = sort.find(target).orElseThrow();
            if (holder.groups().add(group)) {
                holder.publish(change);
            }
        }
    }

    private List<String> checked(UUID group, @Nullable List<String> to) {
        FieldErrors errors = new FieldErrors();
        errors.present("to", to);
        errors.listSize("to", to, Attachments.TO_MAX);
        errors.throwIfAny();
        List<String> wanted = to == null ? List.of() : to;
        for (int i = 0; i < wanted.size(); i++) {
            String field = "to[" + i + "]";
            fault(group, wanted.get(i)).ifPresent(fault -> errors.add(field, fault));
        }
        errors.throwIfAny();
        return wanted;
    }

    private Optional<String> fault(UUID group, String target) {
        for (Attachable sort : sorts) {
            if (sort.covers(target)) {
                return fault(sort, group, sort.find(target).orElse(null));
            }
        }
        return Optional.of(FORM);
    }

    private static Optional<String> fault(Attachable sort, UUID group, @Nullable Holder holder) {
        if (holder == null) {
            return Optional.of("there is no such " + sort.noun());
        }
        Set<UUID> groups = holder.groups();
        boolean full = groups.size() >= sort.groupsMax() && !groups.contains(group);
        return full ? Optional.of("has " + groups.size() + " groups already") : Optional.empty();
    }
}
