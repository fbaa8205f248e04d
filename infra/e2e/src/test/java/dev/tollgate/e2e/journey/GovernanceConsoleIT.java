package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("An admin who governs access at the console")
class GovernanceConsoleIT {
    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;
    private Company company;

    GovernanceConsoleIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_company_with_tools() {
        company = Company.founded(tollgate, "governed");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("shop"));
    }

    @BeforeEach
    void an_admin_signs_in() {
        console = window.signIn(company.member(Role.ADMIN));
    }

    @Test
    @DisplayName("gives a tier's tools to a customer's keys, one of them under a condition, and takes them away again")
    void from_a_tier_to_a_retired_key() {
        makesATier();
        makesACustomer();
        groupsToolsForTheTier();
        var secret = issuesAKeyUnderACondition();
        seesThroughWhat();
        var agent = Agent.with(tollgate.mcp(), secret);
        Eventually.passes(
                "the key sees the tier's tool and its own",
                () -> assertThat(agent.tools()).containsExactlyInAnyOrder("shop__echo", "shop__get-sum"));
        deletesTheCustomer();
        Eventually.passes(
                "the gateway refuses the key that ended with its owner",
                () -> assertThat(agent.call("shop__echo", Map.of()).status()).isEqualTo(401));
        assertThat(window.complaints()).isEmpty();
    }

    private void makesATier() {
        console.go("subjects").click("subjects-create").pick("subject-kind", "tier");
        console.fill("subject-id", "gold").fill("subject-name", "Gold").click("form-save");
        console.shows("notice-spread", "Applied on 1 of 1 gateway");
        console.shows("subjects-grid", "Gold");
    }

    private void makesACustomer() {
        console.click("subjects-create").pick("subject-kind", "customer");
        console.fill("subject-name", "Globex").pick("subject-parent", "Gold").click("form-save");
        console.shows("subjects-grid", "Globex");
    }

    private void groupsToolsForTheTier() {
        console.go("groups").click("groups-create");
        console.fill("group-name", "talkers").fill("patterns", "shop__echo").click("form-save");
        console.shows("groups-grid", "talkers");
        console.menu("group talkers", "Attach")
                .choose("group-attachments", "Gold")
                .click("form-save");
        console.shows("groups-grid", "1 tier");
    }

    private String issuesAKeyUnderACondition() {
        console.go("keys").click("keys-create");
        console.fill("key-name", "globex bot").pick("key-owner", "Globex").click("patterns-add-condition");
        console.fill("condition-tools-0", "shop__get-sum")
                .fill("condition-when-0", "args.a <")
                .click("form-save");
        console.shows("condition-when-0", "Line 1, column ");
        console.fill("condition-when-0", "args.a < 100").click("form-save");
        console.shows("key-secret");
        var secret = console.at("key-secret").innerText().strip();
        console.click("key-secret-done").forgets("key-secret");
        return secret;
    }

    private void seesThroughWhat() {
        console.shows("keys-grid", "globex bot");
        console.at("keys-grid").getByText("globex bot").first().click();
        console.shows("key-tools", "through group talkers of tier Gold (shop__echo)")
                .shows("key-tools", "through its own pattern shop__get-sum, if args.a < 100");
    }

    private void deletesTheCustomer() {
        console.go("subjects").menu("customer Globex", "Delete");
        console.shows("confirmation", "1 key belongs to it and is revoked at once")
                .confirm("Delete");
        console.go("keys").shows("keys-grid", "revoked");
    }

    @Test
    @DisplayName("issues keys in bulk from lines, takes their secrets away as a file, and revokes them by their label")
    void keys_in_bulk() throws Exception {
        console.go("keys").click("keys-create-many");
        console.fill(
                        "bulk-lines",
                        "name,owner,tools,labels\nbatch one,,shop__echo,batch:seven\nbatch two,,,batch:seven")
                .click("form-save");
        console.shows("bulk-secrets", "batch one");

        var download = window.page().waitForDownload(() -> console.click("bulk-download"));

        try (var csv = download.createReadStream()) {
            assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"batch one\",\"default\"")
                    .containsPattern("tg_production_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        }
        console.click("bulk-done").forgets("bulk-secrets").click("keys-revoke-many");
        console.pick("bulk-revoke-by", "label")
                .fill("bulk-revoke-label", "batch:seven")
                .shows("bulk-revoke-count", "2 keys are chosen.")
                .fill("bulk-revoke-reason", "the trial is over")
                .click("form-save");
        console.forgets("bulk-revoke-by");
        var keys = company.api().all("/api/v1/keys?label=batch:seven");
        assertThat(keys)
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.toString()).contains("\"REVOKED\"", "the trial is over"));
    }
}
