package dev.tollgate.e2e.browser;

import com.microsoft.playwright.Page;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A suite's window to the console, to be registered with it: a browser that opens when it is first asked for and is closed
 * in time. What the page looked like when a test failed is kept under {@code target/screenshots}.
 */
public final class ConsoleWindow implements AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {
    private final Tollgate tollgate;
    private final boolean freshForEachTest;
    private @Nullable Browser open;

    private ConsoleWindow(Tollgate tollgate, boolean freshForEachTest) {
        this.tollgate = tollgate;
        this.freshForEachTest = freshForEachTest;
    }

    /** Each test has a browser of its own, with nobody signed in. */
    public static ConsoleWindow forEachTest(Tollgate tollgate) {
        return new ConsoleWindow(tollgate, true);
    }

    /** All tests share one, in which whoever signed in stays so. */
    public static ConsoleWindow forTheSuite(Tollgate tollgate) {
        return new ConsoleWindow(tollgate, false);
    }

    public Browser browser() {
        var known = open;
        if (known == null) {
            known = Browser.open();
            open = known;
        }
        return known;
    }

    public Page page() {
        return browser().page();
    }

    public ConsolePage console() {
        return new ConsolePage(browser());
    }

    public ConsolePage signIn(Person person) {
        browser().signIn(tollgate, person);
        return console();
    }

    /** Opens an address below the console's, as typed by a person. */
    public ConsolePage open(String address) {
        page().navigate(tollgate.console() + address);
        return console();
    }

    /** As {@link Browser#complaints}. */
    public List<String> complaints() {
        return browser().complaints();
    }

    /** Keeps what the page looks like, under {@code target/screenshots}. */
    public Path pictured(String name) {
        var file = Workplace.target().resolve("screenshots").resolve(name + ".png");
        page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var shown = open;
        if (shown == null || context.getExecutionException().isEmpty()) {
            return;
        }
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        var file = pictured(name);
        context.publishReportEntry("screenshot", file.toString());
        context.publishReportEntry("at", shown.page().url() + " " + shown.complaints());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (freshForEachTest) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private void close() {
        var shown = open;
        open = null;
        if (shown != null) {
            shown.close();
        }
    }
}
