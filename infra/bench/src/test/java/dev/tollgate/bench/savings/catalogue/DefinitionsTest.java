package dev.tollgate.bench.savings.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static final Path CHECKED_IN = Path.of("src/main/resources/savings/definitions");

    @Test
    @DisplayName("definitions that are checked in are those that the catalogue makes; -Dsavings.write writes them anew")
    void areCheckedIn() throws IOException {
        for (Server server : Catalogue.first(Catalogue.size())) {
            List<String> made = new Definitions(server).lines();
            if (System.getProperty("savings.write") != null) {
                Files.createDirectories(CHECKED_IN);
                Files.write(CHECKED_IN.resolve(server.name() + ".jsonl"), made);
            }
            assertThat(Files.readAllLines(CHECKED_IN.resolve(server.name() + ".jsonl")))
                    .as(server.name())
                    .isEqualTo(made);
        }
    }

    @Test
    @DisplayName("6, 11 and 16 servers have 96, 251 and 508 tools")
    void haveTheSizes() throws IOException {
        assertThat(tools(6)).isEqualTo(96);
        assertThat(tools(11)).isEqualTo(251);
        assertThat(tools(16)).isEqualTo(508);
    }

    private static int tools(int servers) throws IOException {
        int count = 0;
        for (Server server : Catalogue.first(servers)) {
            count += server.tools().size();
        }
        return count;
    }

    @Test
    @DisplayName("a server's tools differ in name, and what is required is among the parameters")
    void areWhole() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (Server server : Catalogue.first(Catalogue.size())) {
            Set<String> names = new HashSet<>();
            for (String line : new Definitions(server).lines()) {
                JsonNode definition = json.readTree(line);
                assertThat(names.add(definition.path("name").asText())).as(line).isTrue();
                definition
                        .at("/inputSchema/required")
                        .forEach(name -> assertThat(
                                        definition.at("/inputSchema/properties").has(name.asText()))
                                .as("%s of %s", name, line)
                                .isTrue());
            }
        }
    }
}
