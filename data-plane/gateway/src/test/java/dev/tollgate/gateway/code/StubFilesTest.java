package dev.tollgate.gateway.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.StubBinding;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StubFilesTest {
    private final ShownWorld world = new ShownWorld();

    @Test
    void aToolIsALineOfItsServersFile() {
        // given
        ServerConfig crm = world.server("crm");
        world.tool(
                crm,
                "search",
                "\"description\":\"Finds customers by\\nname. Slow.\",\"inputSchema\":{\"type\":\"object\",\"properties\":{"
                        + "\"limit\":{\"type\":\"integer\",\"default\":10},\"query\":{\"type\":\"string\"},"
                        + "\"order\":{\"enum\":[\"asc\",\"desc\"]}},\"required\":[\"query\"]},"
                        + "\"outputSchema\":{\"type\":\"object\",\"properties\":{\"hits\":{\"type\":\"array\",\"items\":{"
                        + "\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}}}}");
        world.tool(crm, "count");
        world.tenant.price(crm, "search", "0.01", false);
        // when
        StubFiles files = world.scripts("crm__*").files();
        // then
        assertThat(files.list()).isEqualTo("servers/crm.pyi");
        assertThat(text(files, "servers/crm.pyi", null, null)).isEqualTo("""
                        # call as crm.count(…)
                        def count(**more) -> any:
                        def search(query: str, limit: int = 10, order: "asc" | "desc" = None) -> {hits?: list[{name: str}]}:  # Finds customers by name. $0.01 a call""");
        assertThat(text(files, "servers/crm.pyi", 2, 2)).isEqualTo("def count(**more) -> any:");
    }

    @Test
    void aServerCanHaveAFileForEachTool() {
        ServerConfig crm = world.server("crm", StubBinding.TOOL);
        world.tool(crm, "find");
        world.tool(crm, "read");

        StubFiles files = world.scripts("crm__*").files();

        assertThat(files.list()).isEqualTo("servers/crm/find.pyi\nservers/crm/read.pyi");
        assertThat(text(files, "servers/crm/read.pyi", null, null))
                .isEqualTo("# call as crm.read(…)\ndef read(**more) -> any:");
    }

    @Test
    void whatTheKeyDoesNotSeeIsInNoFile() {
        ServerConfig crm = world.server("crm");
        world.tool(crm, "find");
        world.tool(crm, "drop");
        world.tool(world.server("erp"), "pay");

        ScriptTools tools = world.scripts("crm__find");

        assertThat(tools.files().list()).isEqualTo("servers/crm.pyi");
        assertThat(text(tools.files(), "servers/crm.pyi", null, null)).doesNotContain("drop");
        assertThat(tools.find("crm", "find")).isNotNull();
        assertThat(tools.find("crm", "drop")).isNull();
        assertThat(tools.find("erp", "pay")).isNull();
    }

    @Test
    void namesThatNoScriptCanWriteAreGivenOthersInTheSameWayEachTime() {
        ServerConfig list = world.server("list");
        world.tool(list, "a-b");
        world.tool(list, "a.b");
        world.tool(list, "a_b");
        world.tool(list, "1st");
        world.tool(list, "for");

        ScriptTools tools = world.scripts("list__*");

        assertThat(tools.files().list()).isEqualTo("servers/list_.pyi");
        assertThat(called(tools, "a_b")).isEqualTo("a_b");
        assertThat(called(tools, "a-b")).isEqualTo("a_b_2");
        assertThat(called(tools, "a.b")).isEqualTo("a_b_3");
        assertThat(called(tools, "1st")).isEqualTo("_1st");
        assertThat(called(tools, "for")).isEqualTo("for_");
    }

    @Test
    void docsSayEverythingAndAreFoundByEitherName() {
        ServerConfig crm = world.server("crm");
        world.tool(
                crm,
                "find-all",
                "\"description\":\"First. Second.\",\"inputSchema\":{\"type\":\"object\",\"properties\":{\"q\":{"
                        + "\"type\":\"string\",\"minLength\":3}}},\"annotations\":{\"readOnlyHint\":true}");

        ScriptTools tools = world.scripts("crm__*");

        assertThat(Objects.requireNonNull(tools.find("crm", "find-all")).docs()).isEqualTo("""
                        crm.find_all(q: str = None) -> any:  # First.

                        First. Second.

                        inputSchema: {"type":"object","properties":{"q":{"type":"string","minLength":3}}}

                        annotations: {"readOnlyHint":true}
                        """);
        assertThat(tools.find("crm", "find_all")).isSameAs(tools.find("crm", "find-all"));
    }

    @Test
    void aWrongFileOrLineIsRefusedWithWhatThereIs() {
        world.tool(world.server("crm"), "find");

        StubFiles files = world.scripts("crm__*").files();

        assertThat(files.read("servers/crn.pyi", null, null))
                .isEqualTo(new StubFiles.Reading.Refused(
                        "There is no file servers/crn.pyi: did you mean 'servers/crm.pyi'?"));
        assertThat(files.read("servers/crm.pyi", 3, null))
                .isEqualTo(new StubFiles.Reading.Refused("servers/crm.pyi has lines 1 to 2."));
        assertThat(files.read("servers/crm.pyi", 0, 1)).isInstanceOf(StubFiles.Reading.Refused.class);
    }

    @Test
    void typesAreThoseOfTheSchema() throws Exception {
        assertThat(type("{'type':'string'}")).isEqualTo("str");
        assertThat(type("{'type':['string','null']}")).isEqualTo("str | None");
        assertThat(type("{'type':'array'}")).isEqualTo("list");
        assertThat(type("{'type':'array','items':{'type':'number'}}")).isEqualTo("list[float]");
        assertThat(type("{'type':'object','additionalProperties':{'type':'boolean'}}"))
                .isEqualTo("dict[str, bool]");
        assertThat(type("{'const':'x'}")).isEqualTo("\"x\"");
        assertThat(type("{'enum':[1,null,true]}")).isEqualTo("1 | None | True");
        assertThat(type("{'anyOf':[{'type':'integer'},{'type':'array','items':{'enum':['a','b']}}]}"))
                .isEqualTo("int | list[\"a\" | \"b\"]");
        assertThat(type("{'allOf':[{'type':'object','properties':{'a':{'type':'string'}},'required':['a']},"
                        + "{'properties':{'b-c':{}}}]}"))
                .isEqualTo("{a: str, \"b-c\"?: any}");
        assertThat(type("{'$defs':{'x':{'type':'integer'}},'$ref':'#/$defs/x'}"))
                .isEqualTo("int");
    }

    @Test
    void aSchemaThatMeansNothingOrGoesOnForeverIsAnyOrDeepEnough() throws Exception {
        assertThat(type("7")).isEqualTo("any");
        assertThat(type("{'$ref':'#/nowhere'}")).isEqualTo("any");
        assertThat(type("{'$ref':'https://example.org/x'}")).isEqualTo("any");
        assertThat(type("{'$ref':'#'}")).isEqualTo("any");
        assertThat(type("{'allOf':[{'$ref':'#'},{'$ref':'#'}]}")).isEqualTo("any");
        assertThat(type("{'allOf':[" + "{'$ref':'#'},".repeat(200) + "{'type':'string'}]}"))
                .isNotEmpty();
        assertThat(type("{'type':'object','properties':{" + fields(30) + "'z':{'type':'string'}}}"))
                .hasSizeLessThan(100_000);
        assertThat(type("{'type':'object','properties':{'next':{'$ref':'#'}}}")).contains("next?: dict");
        assertThat(type("{'type':'array','items':{'$ref':'#'}}")).endsWith("list]]]]]");
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'f" + i + "':{'$ref':'#'},")
                .collect(Collectors.joining());
    }

    private static String type(String schema) throws Exception {
        Object read = JsonData.read(schema.replace('\'', '"'));
        return new StubTypes(read).of(read);
    }

    private static String called(ScriptTools tools, String name) {
        return Objects.requireNonNull(tools.find("list", name)).name();
    }

    private static String text(StubFiles files, String name, @Nullable Integer from, @Nullable Integer to) {
        return ((StubFiles.Reading.Text) files.read(name, from, to)).text();
    }
}
