package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"type\":\"string\"}} | true",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"}} | true",
                "{\"a\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"integer\",\"x-mcp-header\":\"B\"}}}} | true",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"\"}} | false",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":5}} | false",
                "{\"a\":{\"type\":\"number\",\"x-mcp-header\":\"A\"}} | false",
                "{\"a\":{\"type\":\"array\",\"x-mcp-header\":\"A\"}} | false",
                "{\"a\":{\"x-mcp-header\":\"A\"}} | false",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"two words\"}} | false",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"a:b\"}} | false",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"caf\u00e9\"}} | false",
                "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"A\"},\"b\":{\"type\":\"string\",\"x-mcp-header\":\"a\"}} | false"
            })
    void a_definition_asks_for_headers_as_it_may_or_not(String properties, boolean sound) {
        String definition = "{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\",\"properties\":" + properties + "}}";

        assertThat(ParamHeader.areSound(definition)).isEqualTo(sound);
    }
}
