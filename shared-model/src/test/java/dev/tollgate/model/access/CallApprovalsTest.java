package dev.tollgate.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.id.Slug;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallApprovalsTest {
    private static final Slug CRM = new Slug("crm");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\"} | true",
                "{\"annotations\":{}} | true",
                "{\"annotations\":{\"readOnlyHint\":false}} | true",
                "{\"annotations\":{\"destructiveHint\":true}} | true",
                "{\"annotations\":{\"readOnlyHint\":true}} | false",
                "{\"annotations\":{\"destructiveHint\":false}} | false",
                "{\"annotations\":{\"readOnlyHint\":true,\"destructiveHint\":true}} | false",
                "{\"annotations\":{\"readOnlyHint\":\"true\"}} | true",
                "{\"annotations\":{\"destructiveHint\":null}} | true",
                "{\"annotations\":[]} | true",
                "no JSON | true",
            })
    void a_tool_may_destroy_something_unless_its_definition_says_that_it_does_not(String definition, boolean expected) {
        assertThat(CallApprovals.mayDestroy(definition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "tool {0}, tenant {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,         false, false",
                "-,         true,  true",
                "NEVER,     true,  false",
                "ASK_FIRST, false, true",
                "ASK_FIRST, true,  true",
            })
    void what_is_said_of_a_tool_goes_before_what_its_tenant_says_of_all(
            @Nullable CallApproval said, boolean destructive, boolean expected) {
        assertThat(CallApprovals.asksFirst(Samples.asking(said, "{\"name\":\"delete\"}"), CRM, tenant(destructive)))
                .isEqualTo(expected);
    }

    @Test
    void a_tool_that_only_reads_is_called_without_asking() {
        var reader = Samples.asking(null, "{\"annotations\":{\"readOnlyHint\":true}}");

        assertThat(CallApprovals.asksFirst(reader, CRM, tenant(true))).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "crm__search, true,  true",
        "crm__*,      true,  true",
        "*__search,   true,  true",
        "crm__sear,   true,  false",
        "erp__*,      true,  false",
        "crm__*,      false, false",
    })
    void what_the_tenant_names_as_destructive_is_so_whatever_its_hints_say(
            String pattern, boolean destructive, boolean expected) {
        var reader = Samples.asking(null, "{\"annotations\":{\"readOnlyHint\":true}}");
        var never = Samples.asking(CallApproval.NEVER, "{}");

        assertThat(CallApprovals.asksFirst(reader, CRM, tenant(destructive, pattern)))
                .isEqualTo(expected);
        assertThat(CallApprovals.asksFirst(never, CRM, tenant(destructive, pattern)))
                .isFalse();
    }

    private static TenantConfig tenant(boolean destructive, String... patterns) {
        return Samples.sayingHowToolsAreShown().stream()
                .filter(TenantConfig.class::isInstance)
                .map(one -> ((TenantConfig) one)
                        .deciding(
                                null,
                                null,
                                destructive,
                                Stream.of(patterns).map(ToolPattern::new).toList(),
                                null))
                .findAny()
                .orElseThrow();
    }
}
