package dev.tollgate.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

/** The console's page as a person uses it: by what stands there, and by the names its fields and buttons have. */
public final class ConsolePage {
    private final Page page;

    public ConsolePage(Browser browser) {
        this.page = browser.page();
    }

    public Page page() {
        return page;
    }

    /** Goes somewhere by the navigation. */
    public ConsolePage go(String place) {
        at("nav-" + place).click();
        shows("page-" + place);
        return this;
    }

    public Locator at(String id) {
        return page.locator("#" + id);
    }

    /** Waits until it is there to be seen. */
    public ConsolePage shows(String id) {
        PlaywrightAssertions.assertThat(at(id)).isVisible();
        return this;
    }

    public ConsolePage shows(String id, String text) {
        PlaywrightAssertions.assertThat(at(id)).containsText(text);
        return this;
    }

    public ConsolePage lacks(String id) {
        PlaywrightAssertions.assertThat(at(id)).isHidden();
        return this;
    }

    /** Waits until nothing of it is on the page, not even hidden; a dialog takes a moment to leave. */
    public ConsolePage forgets(String id) {
        PlaywrightAssertions.assertThat(at(id)).hasCount(0);
        return this;
    }

    public ConsolePage click(String id) {
        at(id).click();
        return this;
    }

    /** Writes into a field and leaves it, as with the tab key. */
    public ConsolePage fill(String id, String text) {
        var input = at(id).locator("input, textarea");
        input.fill(text);
        input.press("Tab");
        return this;
    }

    /** Chooses in a list that opens on a click. */
    public ConsolePage choose(String id, String option) {
        at(id).click();
        page.getByRole(AriaRole.OPTION, byName(option)).first().click();
        page.keyboard().press("Escape");
        return this;
    }

    /** Chooses one in a list that closes by itself. */
    public ConsolePage pick(String id, String option) {
        at(id).click();
        page.getByRole(AriaRole.OPTION, byName(option)).first().click();
        return this;
    }

    /** Chooses what can be done with a row. */
    public ConsolePage menu(String row, String action) {
        page.getByLabel("Actions for " + row).first().click();
        page.getByRole(AriaRole.MENUITEM, byName(action)).first().click();
        return this;
    }

    /** Says yes where the console asks whether it should. */
    public ConsolePage confirm(String act) {
        page.getByRole(AriaRole.BUTTON, exactly(act)).last().click();
        return this;
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The text of everything on the page, also of what lies in the page's own elements. */
    public String everything() {
        return page.content() + page.locator("body").innerText();
    }
}
