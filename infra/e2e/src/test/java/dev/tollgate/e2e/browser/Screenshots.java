package dev.tollgate.e2e.browser;

import com.microsoft.playwright.Page;
import dev.tollgate.e2e.stack.Workplace;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what the page looked like when a test failed, under {@code target/screenshots}. */
public final class Screenshots implements AfterTestExecutionCallback {
    private final Supplier<@Nullable Browser> browser;

    public Screenshots(Supplier<@Nullable Browser> browser) {
        this.browser = browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var open = browser.get();
        if (open == null || context.getExecutionException().isEmpty()) {
            return;
        }
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        var file = Workplace.target().resolve("screenshots").resolve(name + ".png");
        open.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        context.publishReportEntry("screenshot", file.toString());
        context.publishReportEntry("at", open.page().url() + " " + open.complaints());
    }
}
