package dev.tollgate.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.TypeScriptClient.Build;
import dev.tollgate.e2e.agent.TypeScriptClient.Call;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEnd
@DisplayName("The servers that people really use, through each of the clients that they use,")
class RealServersIT {
    private final Tollgate tollgate;
    private String secret = "";

    RealServersIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_key_that_sees_all_of_four_servers() {
        var company = Company.founded(tollgate, "servers");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("everything"));
        for (var command : new String[] {"filesystem", "memory", "sequential-thinking"}) {
            workshop.approveAll(workshop.command(command));
        }
        var key = workshop.key("helper", "*");
        for (var tool : new String[] {
            "everything__echo",
            "filesystem__read_text_file",
            "memory__search_nodes",
            "sequential-thinking__sequentialthinking"
        }) {
            workshop.agentSeeing(key, tool);
        }
        secret = key.secret();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("server-filesystem gives a file's text, and server-sequential-thinking counts a thought")
    void a_file_is_read_and_a_thought_counted(Build build) throws Exception {
        var file = tollgate.data().resolve("demo-files/welcome.txt").toString();
        Map<String, ?> thought =
                Map.of("thought", "first", "thoughtNumber", 1, "totalThoughts", 3, "nextThoughtNeeded", true);

        var results = visit(
                build,
                new Call("filesystem__read_text_file", Map.of("path", file)),
                new Call("sequential-thinking__sequentialthinking", thought));

        assertThat(results.getFirst()
                        .required("content")
                        .required(0)
                        .required("text")
                        .asText())
                .contains("This folder belongs to the demo tenant.");
        var counted = results.getLast().required("structuredContent");
        assertThat(counted.required("thoughtNumber").asInt()).isEqualTo(1);
        assertThat(counted.required("totalThoughts").asInt()).isEqualTo(3);
        assertThat(counted.required("nextThoughtNeeded").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("server-memory remembers, and is asked about it in a later visit")
    void a_fact_is_remembered(Build build) throws Exception {
        var name = "Ada-" + UUID.randomUUID();
        var fact = Map.of("name", name, "entityType", "person", "observations", List.of("wrote the first program"));
        visit(build, new Call("memory__create_entities", Map.of("entities", List.of(fact))));

        var found = visit(build, new Call("memory__search_nodes", Map.of("query", name)));

        assertThat(found.getFirst().required("structuredContent").required("entities"))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.required("name").asText()).isEqualTo(name);
                    assertThat(entity.required("observations").required(0).asText())
                            .isEqualTo("wrote the first program");
                });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("server-everything shows a picture, and the weather as data")
    void a_picture_and_data_pass(Build build) throws Exception {
        var results = visit(
                build,
                new Call("everything__get-tiny-image", Map.of()),
                new Call("everything__get-structured-content", Map.of("location", "Chicago")));

        assertThat(results.getFirst().required("content"))
                .filteredOn(content -> content.required("type").asText().equals("image"))
                .singleElement()
                .satisfies(image -> assertThat(Base64.getDecoder()
                                .decode(image.required("data").asText()))
                        .startsWith(0x89, 'P', 'N', 'G'));
        assertThat(results.getLast()
                        .required("structuredContent")
                        .required("humidity")
                        .isNumber())
                .isTrue();
    }

    private List<JsonNode> visit(Build build, Call... calls) throws IOException, InterruptedException {
        var visit = TypeScriptClient.with(tollgate, secret).visit(build, List.of(calls));
        var results = new ArrayList<JsonNode>();
        for (var answer : visit.path("results")) {
            var result = answer.path("result");
            assertThat(result.isObject() && !result.path("isError").asBoolean(false))
                    .as(answer.toPrettyString())
                    .isTrue();
            results.add(result);
        }
        assertThat(results).as(visit.toPrettyString()).hasSameSizeAs(calls);
        return results;
    }
}
