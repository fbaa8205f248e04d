package dev.tollgate.ui.view.limits;

import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import dev.tollgate.ui.view.layout.SubjectWords;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that can have a limit, under the name that people know it by. */
record Choice(QuotaSubject subject, String name) {
    /** One page of those of a kind whose names hold a text. */
    static Page<Choice> page(TollgateApi api, Kind kind, @Nullable String search, int limit, @Nullable String cursor) {
        return switch (kind) {
            case TENANT, PRICE -> new Page<>(List.of(), null);
            case TIER, CUSTOMER, TEAM, USER, SERVICE ->
                page(api.subjects(SubjectKind.valueOf(kind.name()).text(), null, search, limit, cursor), Choice::of);
            case KEY ->
                page(
                        api.keys(search, VirtualKey.State.ACTIVE, null, null, null, limit, cursor),
                        key -> of(kind, key.id(), key.name()));
            case TOOL ->
                page(
                        api.tools(null, Tool.State.APPROVED, search, limit, cursor),
                        tool -> of(kind, tool.id(), ToolCatalog.canonicalName(tool)));
            case SERVER -> holding(search, Keyset.all(api::servers), server -> of(kind, server.id(), server.name()));
            case TOOL_GROUP -> holding(search, Keyset.all(api::groups), group -> of(kind, group.id(), group.name()));
        };
    }

    private static <T> Page<Choice> page(Page<T> rows, Function<T, Choice> choice) {
        return new Page<>(rows.items().stream().map(choice).toList(), rows.nextCursor());
    }

    /** Of a list that the API does not search, because it is short. */
    private static <T> Page<Choice> holding(@Nullable String search, List<T> rows, Function<T, Choice> choice) {
        String text = search == null ? "" : search.toLowerCase(Locale.ROOT);
        return new Page<>(
                rows.stream()
                        .map(choice)
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(text))
                        .toList(),
                null);
    }

    private static Choice of(Subject subject) {
        return new Choice(QuotaSubject.parse(subject.ref()), SubjectWords.choice(subject));
    }

    private static Choice of(Kind kind, Object id, String name) {
        return new Choice(new QuotaSubject(kind, id.toString()), name);
    }
}
