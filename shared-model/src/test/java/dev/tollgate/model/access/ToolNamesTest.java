package dev.tollgate.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.ToolId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolNamesTest {
    @Test
    void the_prefix_mode_says_when_the_server_stands_before_the_tool() {
        Map<ServerId, ServerConfig> servers = servers(PrefixMode.ALWAYS, PrefixMode.ON_COLLISION, PrefixMode.NEVER);
        List<ToolConfig> tools = List.of(
                tool(0, 1, "search"),
                tool(1, 2, "search"),
                tool(1, 3, "list"),
                tool(2, 4, "search"),
                tool(2, 5, "get"));

        Map<ToolId, String> names = ToolNames.assign(servers, tools);

        assertThat(tools.stream().map(t -> names.get(t.id())))
                .containsExactly("server0__search", "server1__search", "list", "search", "get");
    }

    @Test
    void five_thousand_tools_get_unique_acceptable_names_in_any_order_of_arrival() {
        Map<ServerId, ServerConfig> servers = servers(PrefixMode.ALWAYS, PrefixMode.ON_COLLISION, PrefixMode.NEVER);
        Random random = new Random(1);
        List<ToolConfig> tools = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String name = "x".repeat(random.nextInt(80)) + (i % 3 == 0 ? "/ü." : "_") + random.nextInt(1_000);
            tools.add(tool(random.nextInt(3), i, name));
        }

        Map<ToolId, String> names = ToolNames.assign(servers, tools);
        Collections.shuffle(tools, random);

        assertThat(ToolNames.assign(servers, tools)).isEqualTo(names);
        assertThat(names).hasSize(5_000);
        assertThat(new HashSet<>(names.values())).hasSize(5_000);
        assertThat(names.values()).allMatch(name -> name.matches("[A-Za-z0-9_-]{1,64}"));
    }

    @Test
    void a_tool_keeps_its_name_when_others_come_that_do_not_contest_it() {
        Map<ServerId, ServerConfig> servers = servers(PrefixMode.ALWAYS);
        ToolConfig tool = tool(0, 1, "y".repeat(100));
        String before = ToolNames.assign(servers, List.of(tool)).get(tool.id());

        String after = ToolNames.assign(servers, List.of(tool(0, 2, "y".repeat(101)), tool))
                .get(tool.id());

        assertThat(after).isEqualTo(before).hasSize(64);
    }

    @Test
    void names_are_unique_short_and_stay_whatever_comes_that_has_nothing_to_do_with_them() {
        Map<ServerId, ServerConfig> servers = servers(
                PrefixMode.ALWAYS,
                PrefixMode.ON_COLLISION,
                PrefixMode.NEVER,
                PrefixMode.ON_COLLISION,
                PrefixMode.ALWAYS);
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<ToolConfig> tools = generated(random, 5_000);

            Map<ToolId, String> names = ToolNames.assign(servers, tools);
            List<ToolConfig> more = new ArrayList<>(tools);
            for (int i = 0; i < 50; i++) {
                more.add(tool(random.nextInt(5), 10_000 + i, "unrelated-" + seed + "-" + i));
            }
            Collections.shuffle(more, random);
            Map<ToolId, String> after = ToolNames.assign(servers, more);

            assertThat(names).as("seed %d", seed).hasSize(tools.size());
            assertThat(new HashSet<>(names.values())).as("seed %d", seed).hasSize(tools.size());
            assertThat(names.values()).as("seed %d", seed).allMatch(name -> name.matches("[A-Za-z0-9_-]{1,64}"));
            assertThat(after).as("seed %d", seed).containsAllEntriesOf(names).hasSize(more.size());
            assertThat(new HashSet<>(after.values())).as("seed %d", seed).hasSize(more.size());
        }
    }

    @Test
    void an_alias_takes_precedence_over_a_name_that_came_about() {
        Map<ServerId, ServerConfig> servers = servers(PrefixMode.NEVER);
        ToolConfig plain = tool(0, 1, "search");
        ToolConfig aliased = aliased(tool(0, 2, "zzz"), "search");

        Map<ToolId, String> names = ToolNames.assign(servers, List.of(plain, aliased));

        assertThat(names.get(aliased.id())).isEqualTo("search");
        assertThat(names.get(plain.id())).startsWith("search_").hasSize("search_".length() + 8);
    }

    /** Names that contest each other, are too long, hold what no name may, and aliases that contest them. */
    private static List<ToolConfig> generated(Random random, int count) {
        List<ToolConfig> tools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = switch (random.nextInt(4)) {
                case 0 -> "tool" + random.nextInt(400);
                case 1 -> "x".repeat(40 + random.nextInt(60)) + random.nextInt(50);
                case 2 -> "größe/" + random.nextInt(300) + ".é";
                default -> "server" + random.nextInt(5) + "__tool" + random.nextInt(200);
            };
            ToolConfig tool = tool(random.nextInt(5), i, name);
            tools.add(random.nextInt(10) == 0 ? aliased(tool, "tool" + random.nextInt(400)) : tool);
        }
        return tools;
    }

    private static ToolConfig aliased(ToolConfig tool, String alias) {
        return new ToolConfig(
                tool.tenant(),
                tool.id(),
                tool.server(),
                tool.name(),
                alias,
                tool.description(),
                tool.definition(),
                tool.definitionHash(),
                tool.pendingInputSchema());
    }

    private static Map<ServerId, ServerConfig> servers(PrefixMode... modes) {
        Map<ServerId, ServerConfig> servers = new HashMap<>();
        for (int i = 0; i < modes.length; i++) {
            ServerId id = serverId(i);
            servers.put(
                    id,
                    new ServerConfig(
                            Samples.TENANT,
                            id,
                            Samples.ENVIRONMENT,
                            new Slug("server" + i),
                            new Transport.Stdio("any"),
                            List.of("*"),
                            modes[i],
                            true,
                            1_000));
        }
        return servers;
    }

    private static ToolConfig tool(int server, int id, String name) {
        return Samples.tool(serverId(server), new UUID(2, id), name);
    }

    private static ServerId serverId(int server) {
        return new ServerId(new UUID(1, server));
    }
}
