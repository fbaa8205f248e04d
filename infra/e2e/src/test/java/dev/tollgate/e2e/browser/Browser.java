package dev.tollgate.e2e.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.stack.Tollgate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Headless Chromium with nothing in its profile, at one page. What goes wrong in the page is collected. */
public final class Browser implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 30_000;

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(DEADLINE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(DEADLINE_MILLIS);
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.onRequest(request -> {
            var host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("127.0.0.1")) {
                complaints.add("the page asked a stranger: " + request.url());
            }
        });
    }

    public static Browser open() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setHeadless(true)
                        .setArgs(Chromium.FLAGS));
        var context = chromium.newContext(
                new NewContextOptions().setViewportSize(1440, 900).setAcceptDownloads(true));
        return new Browser(playwright, context);
    }

    public Page page() {
        return page;
    }

    /** Opens the console and signs in where it sends us. */
    public void signIn(Tollgate tollgate, Person person) {
        present(tollgate, person);
        page.waitForURL(url -> url.startsWith(tollgate.console().toString()));
    }

    /** As {@link #signIn}, for the first time: the password was given, and another is chosen. */
    public void signInFirst(Tollgate tollgate, Person person, String chosen) {
        present(tollgate, person);
        page.locator("#password-new").fill(chosen);
        page.locator("#password-confirm").fill(chosen);
        page.locator("#password-confirm").press("Enter");
        page.waitForURL(url -> url.startsWith(tollgate.console().toString()));
    }

    private void present(Tollgate tollgate, Person person) {
        page.navigate(tollgate.console().toString());
        page.locator("#username").fill(person.email());
        page.locator("#kc-login").click();
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
    }

    /** Script errors, refused resources and requests to other hosts, in the order in which they came. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
