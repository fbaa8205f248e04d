package dev.tollgate.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.json.JsonArrays;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyViewTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");

    private final TestSnapshots snapshots = new TestSnapshots();
    private final TestTenant tenant = new TestTenant();

    @Test
    void seesGrantedToolsWithinTheBaselineUnderTheirExposedNames() {
        // given
        ServerConfig crm = tenant.server("crm", URL, List.of("find", "read"), PrefixMode.ALWAYS);
        ServerConfig erp = tenant.server("erp", URL, List.of("*"), PrefixMode.NEVER);
        tenant.tool(crm, "find");
        tenant.tool(crm, "read");
        tenant.tool(crm, "drop");
        tenant.tool(erp, "pay");
        IssuedKey key = tenant.key("crm__*d", "crm__drop", "erp__*");
        // when
        KeyView view = view(key);
        // then
        assertThat(name(view.find("crm__find", RequestFilter.NONE))).isEqualTo("find");
        assertThat(name(view.find("pay", RequestFilter.NONE))).isEqualTo("pay");
        assertThat(view.find("crm__drop", RequestFilter.NONE)).isNull();
        assertThat(view.find("find", RequestFilter.NONE)).isNull();
        assertThat(view.find("erp__pay", RequestFilter.NONE)).isNull();
    }

    @Test
    void noGrantSeesNothing() throws MalformedJson {
        tenant.tool(tenant.server("crm", URL), "find");

        assertThat(names(page(view(tenant.key()), null))).isEmpty();
    }

    @Test
    void aRequestOnlyNarrows() {
        tenant.tool(tenant.server("crm", URL), "find");
        tenant.tool(tenant.server("erp", URL), "pay");
        KeyView view = view(tenant.key("crm__*"));

        RequestFilter wide = new RequestFilter(List.of("*"), List.of("*"), List.of());
        assertThat(view.find("crm__find", wide)).isNotNull();
        assertThat(view.find("erp__pay", wide)).isNull();
        assertThat(view.find("crm__find", new RequestFilter(List.of("erp"), List.of(), List.of())))
                .isNull();
    }

    @Test
    void listsInPagesThatACursorConnects() throws MalformedJson {
        // given
        ServerConfig crm = tenant.server("crm", URL);
        int tools = 2 * ToolList.PAGE_TOOLS_MAX + 1;
        for (int i = 0; i < tools; i++) {
            tenant.tool(crm, String.format("t%05d", i));
        }
        KeyView view = view(tenant.key("*"));
        // when
        ToolList.Page first = page(view, null);
        ToolList.Page second = page(view, first.nextCursor());
        ToolList.Page third = page(view, second.nextCursor());
        // then
        assertThat(names(first)).hasSize(1_000).startsWith("crm__t00000");
        assertThat(names(second)).hasSize(1_000).startsWith("crm__t01000");
        assertThat(names(third)).containsExactly("crm__t02000");
        assertThat(third.nextCursor()).isNull();
        assertThat(view.list(RequestFilter.NONE).page("bm9uc2Vuc2U")).isNull();
        assertThat(view.list(RequestFilter.NONE).page("%%%")).isNull();
    }

    @Test
    void keepsADefinitionByteForByteButForItsName() {
        tenant.tool(
                tenant.server("crm", URL),
                "find",
                "{ \"x\":1e400, \"name\" : \"find\", \"z\":{\"name\":\"find\"}, \"é\":\"\\u00e9\"}");

        ToolList.Page page = page(view(tenant.key("*")), null);

        assertThat(new String(page.tools(), UTF_8))
                .isEqualTo("[{ \"x\":1e400, \"name\" : \"crm__find\", \"z\":{\"name\":\"find\"}, \"é\":\"\\u00e9\"}]");
    }

    @Test
    void theTenantsDescriptionReplacesTheServersWhereverThatStands() {
        ServerConfig crm = tenant.server("crm", URL);
        described(crm, "{\"description\" : \"old\", \"name\":\"a\",\"z\":1e400}", "a", null);
        described(crm, "{\"name\":\"b\",\"x\":{\"description\":\"kept\"},\"description\":\"old\"}", "b", "renamed");
        described(crm, " {\"y\":[],\"name\":\"c\"} ", "c", null);
        described(crm, "{\"name\":\"d\",\"description\":1,\"description\":2}", "d", null);

        ToolList.Page page = page(view(tenant.key("*")), null);

        assertThat(new String(page.tools(), UTF_8))
                .isEqualTo(
                        "[{\"description\" : \"new \\\"one\\\"\", \"name\":\"crm__a\",\"z\":1e400},"
                                + " {\"y\":[],\"name\":\"crm__c\",\"description\":\"new \\\"one\\\"\"} ,"
                                + "{\"name\":\"renamed\",\"x\":{\"description\":\"kept\"},\"description\":\"new \\\"one\\\"\"}]");
    }

    private void described(ServerConfig server, String definition, String name, @Nullable String alias) {
        ToolConfig tool = tenant.tool(server, name, definition);
        tenant.put(new ToolConfig(
                tool.tenant(),
                tool.id(),
                tool.server(),
                name,
                alias,
                "new \"one\"",
                definition,
                tool.definitionHash(),
                null));
    }

    @Test
    void aDefinitionThatIsNoneCostsItsToolAlone() throws MalformedJson {
        ServerConfig crm = tenant.server("crm", URL);
        tenant.tool(crm, "good");
        tenant.tool(crm, "twice", "{\"name\":\"twice\",\"name\":\"good\"}");
        tenant.tool(crm, "nameless", "{}");
        tenant.tool(crm, "array", "[]");
        tenant.tool(crm, "cut", "{\"name\":\"cut\"");
        tenant.tool(crm, "tail", "{\"name\":\"tail\"},{}");

        assertThat(names(page(view(tenant.key("*")), null))).containsExactly("crm__good");
    }

    @Test
    void isCompiledOncePerRevision() {
        tenant.tool(tenant.server("crm", URL), "find");
        IssuedKey key = tenant.key("*");
        KeyView first = view(key);
        TenantSnapshot snapshot = Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));

        assertThat(KeyView.of(snapshot, key.config())).isSameAs(first);
        assertThat(view(key)).isNotSameAs(first);
    }

    @Test
    void aToolThatNothingIsAskedOfHasNoRuleAndIsSharedByAllKeys() {
        tenant.tool(tenant.server("crm", URL), "find");
        IssuedKey one = tenant.key("*");
        IssuedKey other = tenant.key("crm__*");
        ExposedTool found = Objects.requireNonNull(view(one).find("crm__find", RequestFilter.NONE));
        TenantSnapshot snapshot = Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));

        assertThat(found.rule()).isNull();
        assertThat(KeyView.of(snapshot, other.config()).find("crm__find", RequestFilter.NONE))
                .isSameAs(found);
    }

    private KeyView view(IssuedKey key) {
        snapshots.publish(tenant);
        return KeyView.of(Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id)), key.config());
    }

    private static ToolList.Page page(KeyView view, @Nullable String cursor) {
        return Objects.requireNonNull(view.list(RequestFilter.NONE).page(cursor));
    }

    private static @Nullable String name(@Nullable ExposedTool tool) {
        return tool == null ? null : tool.tool().name();
    }

    private static List<String> names(ToolList.Page page) throws MalformedJson {
        return JsonArrays.elements(new JsonReader(page.tools()), 10_000).stream()
                .map(span -> span.text(page.tools()).replaceFirst(".*?\"name\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
