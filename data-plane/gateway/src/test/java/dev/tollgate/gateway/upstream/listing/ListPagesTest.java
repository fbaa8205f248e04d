package dev.tollgate.gateway.upstream.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.model.wire.CatalogReport;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPagesTest {
    private final ListPages pages = new ListPages(ListKind.TOOLS);

    private @Nullable String add(String result) throws MalformedJson {
        return pages.add(result.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pages_follow_one_another_and_definitions_stay_as_sent() throws MalformedJson {
        String odd = "{ \"name\" : \"a\\u0062\", \"n\": 1e400, \"x\":[ ] }";

        assertThat(add("{\"tools\":[" + odd + "],\"nextCursor\":\"p\\\"2\"}")).isEqualTo("\"p\\\"2\"");
        assertThat(add("{\"tools\":[{\"name\":\"c\"}]}")).isNull();

        assertThat(pages.items())
                .extracting(ListedItem::name, ListedItem::text)
                .containsExactly(tuple("ab", odd), tuple("c", "{\"name\":\"c\"}"));
        assertThat(pages.excess()).isNull();
    }

    @Test
    void what_has_no_usable_name_is_left_out_and_the_first_of_a_name_counts() throws MalformedJson {
        add("{\"tools\":[5,{},{\"name\":7},{\"name\":\"a\",\"v\":1},{\"name\":\"a\",\"v\":2},{\"name\":\""
                + "x".repeat(300) + "\"}]}");

        assertThat(pages.items())
                .extracting(ListedItem::name, ListedItem::text)
                .containsExactly(tuple("a", "{\"name\":\"a\",\"v\":1}"));
    }

    @Test
    void more_tools_than_the_bound_are_left_out_and_said() throws MalformedJson {
        StringBuilder tools = new StringBuilder("{\"nextCursor\":\"more\",\"tools\":[{\"name\":\"t\"}");
        for (int i = 0; i < CatalogReport.TOOLS_MAX; i++) {
            tools.append(",{\"name\":\"t").append(i).append("\"}");
        }

        assertThat(add(tools.append("]}").toString())).isNull();

        assertThat(pages.items()).hasSize(CatalogReport.TOOLS_MAX);
        assertThat(pages.excess()).contains("5000 tools");
    }

    @Test
    void more_bytes_than_the_bound_are_left_out_and_said() throws MalformedJson {
        String padding = "x".repeat(ListPages.BYTES_MAX / 2);
        add("{\"tools\":[{\"name\":\"a\",\"d\":\"" + padding + "\"}],\"nextCursor\":\"2\"}");

        assertThat(add("{\"tools\":[{\"name\":\"b\",\"d\":\"" + padding + "\"}],\"nextCursor\":\"3\"}"))
                .isNull();

        assertThat(pages.items()).extracting(ListedItem::name).containsExactly("a");
        assertThat(pages.excess()).contains("bytes");
    }

    @Test
    void pages_without_end_come_to_one() throws MalformedJson {
        int asked = 1;
        while (add("{\"tools\":[],\"nextCursor\":\"again\"}") != null) {
            asked++;
        }

        assertThat(asked).isEqualTo(ListPages.PAGES_MAX);
        assertThat(pages.excess()).contains("pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"tools\":5}", "[]", "{\"tools\":[", "{\"tools\":[{\"name\":\"a\",\"name\":\"b\"}]}"})
    void what_is_no_list_of_tools_is_said_to_be_none(String result) {
        assertThatThrownBy(() -> add(result)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void anItemIsNamedAnewAndElseStaysAsSent() throws MalformedJson {
        add("{\"tools\":[ {\"x\" : 1.50, \"name\":\"a\\u0062\" , \"y\":{}} ]}");

        assertThat(new String(pages.items().getFirst().named("s__\"ab"), StandardCharsets.UTF_8))
                .isEqualTo("{\"x\" : 1.50, \"name\":\"s__\\\"ab\" , \"y\":{}}");
    }
}
