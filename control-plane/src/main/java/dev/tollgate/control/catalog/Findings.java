package dev.tollgate.control.catalog;

import dev.tollgate.control.server.Look;
import dev.tollgate.model.config.DefinitionHash;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.DiscoveredTool;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is taken from a gateway's report. Everything in it is the upstream's word, so a tool that goes beyond a bound is
 * left out, and how many were is told to the admin.
 *
 * @param tools definitions by tool name; empty if the look failed
 */
record Findings(Look look, Map<String, Definition> tools) {
    static final int NAME_CHARS_MAX = 128;
    static final int DEFINITION_BYTES_MAX = 64 * 1024;
    private static final int LABEL_CHARS_MAX = 200;
    private static final int MESSAGE_CHARS_MAX = 500;

    static Findings of(CatalogReport report) {
        CatalogReport.@Nullable Failure failure = report.failure();
        if (failure != null) {
            String stage = failure.stage().name().toLowerCase(Locale.ROOT);
            return new Findings(look(report, stage, failure.message()), Map.of());
        }
        Map<String, Definition> tools = new LinkedHashMap<>();
        int leftOut = 0;
        for (DiscoveredTool tool : report.tools()) {
            Optional<Definition> taken = tools.size() < CatalogReport.TOOLS_MAX ? take(tool) : Optional.empty();
            if (taken.isEmpty() || tools.putIfAbsent(tool.name(), taken.get()) != null) {
                leftOut++;
            }
        }
        @Nullable
        String message =
                leftOut == 0 ? null : leftOut + " tools were left out: too large, too deep, misnamed or repeated";
        return new Findings(look(report, null, message), tools);
    }

    private static Optional<Definition> take(DiscoveredTool tool) {
        String name = tool.name();
        String text = tool.definition();
        boolean acceptable = !name.isBlank()
                && name.length() <= NAME_CHARS_MAX
                && UntrustedText.isWellFormed(name)
                && name.codePoints().noneMatch(Character::isISOControl)
                && UntrustedText.isWellFormed(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= DEFINITION_BYTES_MAX;
        return acceptable ? definition(name, text) : Optional.empty();
    }

    private static Optional<Definition> definition(String name, String text) {
        try {
            return HostileJson.object(text)
                    .filter(object -> name.equals(object.path("name").textValue()))
                    .map(_ -> new Definition(text, DefinitionHash.of(text)));
        } catch (IllegalArgumentException e) {
            // JSON that has no canonical form, such as a number beyond a double's range.
            return Optional.empty();
        }
    }

    private static Look look(CatalogReport report, @Nullable String stage, @Nullable String message) {
        return new Look(
                report.at(),
                UntrustedText.shown(report.upstreamName(), LABEL_CHARS_MAX),
                UntrustedText.shown(report.upstreamVersion(), LABEL_CHARS_MAX),
                UntrustedText.shown(report.protocolVersion(), LABEL_CHARS_MAX),
                stage,
                UntrustedText.shown(message, MESSAGE_CHARS_MAX));
    }
}
