package dev.tollgate.control.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.DiscoveredTool;
import dev.tollgate.model.wire.CatalogReport.Failure;
import dev.tollgate.model.wire.CatalogReport.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    @Test
    void an_honest_tool_is_taken_as_it_was_sent() {
        String definition = "{ \"name\": \"read\", \"x-unknown\": 12345678901234567890 }";

        Findings findings = Findings.of(report(null, new DiscoveredTool("read", definition)));

        assertThat(findings.tools()).containsOnlyKeys("read");
        assertThat(findings.tools())
                .hasEntrySatisfying("read", taken -> assertThat(taken.text()).isEqualTo(definition));
        assertThat(findings.look().message()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "\"name\"",
                "{}",
                "{\"name\":\"other\"}",
                "{\"name\":\"read\"} trailing",
                "{\"name\":\"read\",\"name\":\"read\"}",
                "{\"name\":\"read\",\"max\":1e999}",
                "{\"name\":\"read\",\"lone\":\"\ud800\"}"
            })
    void a_malformed_definition_is_left_out_and_counted(String definition) {
        Findings findings = Findings.of(report(null, new DiscoveredTool("read", definition)));

        assertThat(findings.tools()).isEmpty();
        assertThat(findings.look().message()).startsWith("1 tools were left out");
    }

    @Test
    void depth_and_size_have_bounds() {
        String deep = "{\"name\":\"read\",\"in\":" + "[".repeat(100) + "]".repeat(100) + "}";
        String large = "{\"name\":\"read\",\"description\":\"" + "x".repeat(Findings.DEFINITION_BYTES_MAX) + "\"}";

        assertThat(Findings.of(report(null, new DiscoveredTool("read", deep))).tools())
                .isEmpty();
        assertThat(Findings.of(report(null, new DiscoveredTool("read", large))).tools())
                .isEmpty();
    }

    @Test
    void names_have_bounds() {
        for (String name : List.of(" ", "n".repeat(129), "a\u0000b", "a\nb", "\ud800")) {
            String definition = "{\"name\":\"" + name.replace("\n", "\\n").replace("\u0000", "\\u0000") + "\"}";
            assertThat(Findings.of(report(null, new DiscoveredTool(name, definition)))
                            .tools())
                    .as("name of %d characters", name.length())
                    .isEmpty();
        }
    }

    @Test
    void the_first_of_two_tools_of_one_name_counts() {
        Findings findings = Findings.of(report(
                null,
                new DiscoveredTool("read", "{\"name\":\"read\"}"),
                new DiscoveredTool("read", "{\"name\":\"read\",\"title\":\"Other\"}")));

        assertThat(findings.tools())
                .hasEntrySatisfying("read", taken -> assertThat(taken.text()).isEqualTo("{\"name\":\"read\"}"));
        assertThat(findings.look().message()).startsWith("1 tools");
    }

    @Test
    void more_tools_than_a_server_may_have_are_left_out() {
        DiscoveredTool[] tools = IntStream.range(0, CatalogReport.TOOLS_MAX + 3)
                .mapToObj(i -> new DiscoveredTool("t" + i, "{\"name\":\"t" + i + "\"}"))
                .toArray(DiscoveredTool[]::new);

        Findings findings = Findings.of(report(null, tools));

        assertThat(findings.tools()).hasSize(CatalogReport.TOOLS_MAX);
        assertThat(findings.look().message()).startsWith("3 tools");
    }

    @Test
    void a_failed_look_takes_no_tools() {
        Findings findings = Findings.of(
                report(new Failure(Stage.CONNECT, "refused\u001b[31m"), new DiscoveredTool("a", "{\"name\":\"a\"}")));

        assertThat(findings.tools()).isEmpty();
        assertThat(findings.look().stage()).isEqualTo("connect");
        assertThat(findings.look().message()).isEqualTo("refused [31m");
    }

    @Test
    void labels_are_bounded_and_clean() {
        Labels labels = Labels.of(
                "{\"annotations\":{\"title\":\"A\\u0000B\\ud800\"},\"description\":\"" + "d".repeat(5_000) + "\"}");

        assertThat(labels.title()).isEqualTo("A B?");
        assertThat(labels.description()).hasSize(4_000);
    }

    private static CatalogReport report(@Nullable Failure failure, DiscoveredTool... tools) {
        return new CatalogReport(
                new TenantId(new UUID(1, 1)),
                new ServerId(new UUID(2, 2)),
                new GatewayId("gateway-1"),
                Instant.EPOCH,
                "files",
                "1.0",
                "2025-06-18",
                List.of(tools),
                failure);
    }
}
