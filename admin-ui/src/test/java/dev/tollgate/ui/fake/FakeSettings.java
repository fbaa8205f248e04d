package dev.tollgate.ui.fake;

import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;

/** A tenant's settings in memory. */
interface FakeSettings extends TollgateApi {
    int STALENESS_SECONDS_MIN = 60;

    FakeContent content();

    @Override
    default Settings settings() {
        return content().answer(content().settings);
    }

    @Override
    default Settings replaceSettings(String ifMatch, NewSettings wanted) {
        Settings old = content().settings;
        FakeContent.precondition(ifMatch, old.version());
        Integer seconds = wanted.snapshotStalenessMaxSeconds();
        if (seconds != null && seconds < STALENESS_SECONDS_MIN) {
            throw FakeContent.problem(
                    422,
                    "The request is not valid",
                    List.of(new Problem.FieldError("snapshotStalenessMaxSeconds", "is 60 to 2592000 seconds")));
        }
        content().settings = new Settings(
                wanted.approval(),
                seconds,
                wanted.signInEnvironment(),
                wanted.timeZone(),
                wanted.weekStart(),
                wanted.yearStart(),
                wanted.toolMode(),
                Boolean.TRUE.equals(wanted.approveDestructive()),
                ScriptLimits.NONE.equals(wanted.scripts()) ? null : wanted.scripts(),
                wanted.destructiveTools() == null ? List.of() : wanted.destructiveTools(),
                old.scriptMaxima(),
                old.version() + 1);
        return content().answer(content().settings);
    }
}
