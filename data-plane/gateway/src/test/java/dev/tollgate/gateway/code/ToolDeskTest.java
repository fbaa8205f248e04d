package dev.tollgate.gateway.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.policy.MetaTool;
import dev.tollgate.gateway.policy.ShownTools;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolMode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolDeskTest {
    private final ShownWorld world = new ShownWorld();
    private final ToolDesk desk = new ToolDesk();

    private String search(ShownTools shown, String arguments) {
        return switch (desk.ask(MetaTool.SEARCH_TOOLS, arguments.getBytes(UTF_8), shown, world.prices())) {
            case ToolDesk.Outcome.Text text -> text.text();
            case ToolDesk.Outcome.Wrong wrong -> "wrong: " + wrong.words();
            case ToolDesk.Outcome.Run _, ToolDesk.Outcome.Call _ -> throw new AssertionError("a search answers");
        };
    }

    private ShownTools orders() {
        ServerConfig crm = world.server("crm");
        ServerConfig shop = world.server("shop");
        world.tool(
                crm,
                "findCustomer",
                "\"description\":\"Looks customers up.\",\"inputSchema\":{\"type\":\"object\","
                        + "\"properties\":{\"e-mail\":{\"type\":\"string\"}},\"required\":[\"e-mail\"]}");
        world.tool(crm, "delete_customer", "\"description\":\"Deletes one.\"");
        world.tool(shop, "list_open_orders", "\"description\":\"Orders that were not shipped.\"");
        world.tool(shop, "hidden_orders", "\"description\":\"Orders.\"");
        world.tenant.price(crm, "findCustomer", "0.02", false);
        return world.shown(ToolMode.SEARCH, "crm__*", "shop__list*");
    }

    @Test
    void findsByWordsOfNamesAndDescriptionsTheBestFirst() {
        ShownTools shown = orders();

        assertThat(search(shown, "{\"query\":\"find a customer\"}").lines().toList())
                .first()
                .isEqualTo("crm__findCustomer {\"e-mail\": str}  # Looks customers up. $0.02 a call");
        assertThat(search(shown, "{\"query\":\"order\"}"))
                .startsWith("shop__list_open_orders")
                .doesNotContain("hidden");
        assertThat(search(shown, "{\"query\":\"customers\",\"limit\":1}").lines())
                .hasSize(1);
        assertThat(search(shown, "{\"query\":\"shipped\"}")).startsWith("shop__list_open_orders");
        assertThat(search(shown, "{\"query\":\"customer\",\"server\":\"shop\"}"))
                .isEqualTo("Nothing found. Try other words.");
    }

    @Test
    void aQueryThatMeansNothingFindsNothing() {
        ShownTools shown = orders();

        for (String query : new String[] {"", "*:*", "(((", "name:crm AND", "\\u0000", "zzz"}) {
            assertThat(search(shown, "{\"query\":\"" + query.replace("\\", "\\\\") + "\"}"))
                    .isEqualTo(
                            query.contains("crm")
                                    ? search(shown, "{\"query\":\"name crm and\"}")
                                    : "Nothing found. Try other words.");
        }
        assertThat(search(shown, "{\"query\":\"" + "a ".repeat(501) + "\"}")).startsWith("wrong: A query has at most");
        assertThat(search(shown, "{}")).isEqualTo("wrong: searchTools needs query, a string.");
        assertThat(search(shown, "{\"query\":\"a\",\"limit\":\"x\"}"))
                .isEqualTo("wrong: searchTools takes as limit a whole number.");
    }

    @Test
    void aTenantsIndexGivesNothingOfAnothers() {
        ShownTools mine = orders();
        assertThat(search(mine, "{\"query\":\"customer\"}")).contains("$0.02");
        ShownWorld other = new ShownWorld();
        ServerConfig crm = other.server("crm");
        other.tool(
                crm,
                "findCustomer",
                "\"description\":\"Looks customers up.\",\"inputSchema\":{\"type\":\"object\","
                        + "\"properties\":{\"e-mail\":{\"type\":\"string\"}},\"required\":[\"e-mail\"]}");
        ShownTools theirs = other.shown(ToolMode.SEARCH, "crm__*");

        ToolDesk.Outcome found =
                desk.ask(MetaTool.SEARCH_TOOLS, "{\"query\":\"customer\"}".getBytes(UTF_8), theirs, other.prices());

        assertThat(found)
                .isEqualTo(new ToolDesk.Outcome.Text("crm__findCustomer {\"e-mail\": str}  # Looks customers up."));
    }

    @Test
    void toolsThatDifferInTheirServersNameAloneShareNoIndex() {
        ShownTools mine = bare(world, "here");
        assertThat(search(mine, "{\"query\":\"find\",\"server\":\"here\"}")).startsWith("find ");
        ShownWorld other = new ShownWorld();
        ShownTools theirs = bare(other, "there");

        ToolDesk.Outcome found = desk.ask(
                MetaTool.SEARCH_TOOLS,
                "{\"query\":\"find\",\"server\":\"there\"}".getBytes(UTF_8),
                theirs,
                other.prices());

        assertThat(found).isEqualTo(new ToolDesk.Outcome.Text("find dict"));
    }

    private static ShownTools bare(ShownWorld in, String server) {
        URI url = URI.create("http://127.0.0.1:1/mcp");
        in.tool(in.tenant.server(server, url, List.of("*"), PrefixMode.NEVER), "find");
        return in.shown(ToolMode.SEARCH, server + "__*");
    }

    @Test
    void aToolThatIsNotShownSoIsUnknown() {
        ShownTools shown = orders();

        assertThat(desk.ask(
                        MetaTool.EXECUTE_TOOL,
                        "{\"name\":\"shop__hidden_orders\"}".getBytes(UTF_8),
                        shown,
                        world.prices()))
                .isEqualTo(new ToolDesk.Outcome.Wrong("There is no tool shop__hidden_orders: see searchTools."));
        assertThat(desk.ask(
                        MetaTool.GET_TOOL_DETAILS,
                        "{\"name\":\"crm__delete_customer\"}".getBytes(UTF_8),
                        shown,
                        world.prices()))
                .isEqualTo(new ToolDesk.Outcome.Text(
                        "{\"name\":\"crm__delete_customer\",\"description\":\"Deletes one.\"}"));
    }
}
