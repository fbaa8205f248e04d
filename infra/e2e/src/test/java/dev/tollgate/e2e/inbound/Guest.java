package dev.tollgate.e2e.inbound;

import com.microsoft.playwright.Page;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.ToolGroup;
import java.net.URI;
import java.util.List;

/** Someone of a company who may use one tool, and has no key. */
record Guest(Company company, Person person, InvitedUser user) {
    static final String TOOL = "tools__echo";

    static Guest of(Tollgate tollgate, String name) {
        Company company = Company.founded(tollgate, name);
        Workshop workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("tools"));
        return of(company, workshop, TOOL);
    }

    /**
     * @param tool approved
     */
    static Guest of(Company company, Workshop workshop, String tool) {
        Person person = company.member(Role.VIEWER);
        InvitedUser user = company.api()
                .expect(
                        Request.post("/api/v1/users", new InviteUser(person.email(), "Ann", List.of("viewer"), null)),
                        201)
                .as(InvitedUser.class);
        ToolGroup group = company.api()
                .create("/api/v1/groups", NewToolGroup.simple("guests", null, List.of(tool)), ToolGroup.class);
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/groups/" + group.id() + "/attachments")
                                .ifMatch(group.version())
                                .body(new Attachments(
                                        List.of(String.valueOf(user.user().subject())))),
                        200);
        // Revisions come in order: a gateway that knows a key knows who was there before it.
        workshop.agent(workshop.key("behind the rest", tool), tool);
        return new Guest(company, person, user);
    }

    String clients() {
        return "/api/v1/users/" + user.user().id() + "/clients";
    }

    /** Goes where a client sends them, signs in and consents. */
    void consents(Browser browser, URI authorize) {
        Page page = browser.page();
        page.navigate(authorize.toString());
        page.locator("#username").fill(person.email());
        page.locator("#kc-login").click();
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
        accepts(browser);
    }

    /** Consents to a client, signed in already. */
    void accepts(Browser browser) {
        browser.page().locator("[name=accept]").click();
    }
}
