package dev.tollgate.gateway.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcMessageTest {
    @Test
    void notesWhereTheMembersStand() throws MalformedJson {
        // given
        String text =
                " {\"id\" : \"a-1\",\"x\":[1,{}],\"params\":{\"arguments\":{\"n\":1e999,\"b\":90071992547409931234},\"name\":\"echo\",\"_meta\":{}},"
                        + "\"method\":\"tools/call\",\"jsonrpc\":\"2.0\"}\n";
        // when
        RpcMessage message = scan(text);
        // then
        assertThat(message.isVersion2()).isTrue();
        assertThat(message.hasUsableId()).isTrue();
        assertThat(message.method()).isEqualTo("tools/call");
        assertThat(text(message, message.id())).isEqualTo("\"a-1\"");
        assertThat(message.string(message.name())).isEqualTo("echo");
        assertThat(text(message, message.arguments())).isEqualTo("{\"n\":1e999,\"b\":90071992547409931234}");
        assertThat(text(message, message.meta())).isEqualTo("{}");
    }

    @Test
    void readsAMemberWhoseNameIsWrittenWithEscapes() throws MalformedJson {
        RpcMessage message =
                scan("{\"\\u006dethod\":\"p\\u0069ng\",\"params\":{\"n\\u0061me\":\"\\ud83d\\ude00\\n\"}}");

        assertThat(message.method()).isEqualTo("ping");
        assertThat(message.string(message.name())).isEqualTo("😀\n");
    }

    @Test
    void readsAnAnswersResult() throws MalformedJson {
        RpcMessage message =
                scan("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"content\":[{\"isError\":false}],\"isError\":true}}");

        assertThat(message.isError()).isTrue();
        assertThat(message.resultType()).isNull();
        assertThat(text(message, message.result())).startsWith("{\"content\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"id\":2}",
                "{\"method\":\"a\",\"\\u006dethod\":\"b\"}",
                "{\"params\":{},\"params\":{\"name\":\"b\"}}",
                "{\"params\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"params\":{\"name\":\"a\",\"n\\u0061me\":\"b\"}}",
                "{\"params\":{\"name\":\"a\",\"Name\":\"b\"}}",
                "{\"params\":{\"Arguments\":{}}}",
                "{\"params\":{\"argument\\u017f\":{}}}",
                "{\"params\":{\"argumentſ\":{}}}",
                "{\"result\":{\"isError\":false,\"isError\":true}}",
                "{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\"}",
            })
    void refusesWhatTwoReadersMightReadDifferently(String text) {
        assertThatThrownBy(() -> scan(text)).isInstanceOf(MalformedJson.class).hasMessageContaining("member");
    }

    @Test
    void letsUnknownMembersRepeat() throws MalformedJson {
        assertThat(scan("{\"x\":1,\"x\":2,\"params\":{\"y\":1,\"y\":2}}").params())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "\"a\"",
                "null",
                "{}{}",
                "{} x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":trueX}",
                "{\"a\":nul",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":[1}",
                "{\"a\":\"",
                "{\"a\":\"\\\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"tab\tinside\"}",
                "{\"a\":\"nul\u0000\"}",
                "\uFEFF{}",
                "{\"a\":1}/**/",
                "{\"a\":1\u00a0}",
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> scan(text)).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u00c0\u0080",
                "\u00c1\u00bf",
                "\u00c3",
                "\u00e0\u009f\u00bf",
                "\u00ed\u00a0\u0080",
                "\u00ed\u00bf\u00bf",
                "\u00e2\u0082",
                "\u00f0\u008f\u00bf\u00bf",
                "\u00f4\u0090\u0080\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00ff",
                "\u00fe",
            })
    void refusesWhatIsNotUtf8(String latin1) {
        byte[] bytes = ("{\"a\":\"" + latin1 + "\"}").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> RpcMessage.scan(bytes)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesAnOddByteBehindTheMessage() {
        assertThatThrownBy(() -> RpcMessage.scan("{}\u00ff".getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void boundsDepth() throws MalformedJson {
        // given
        int inside = JsonReader.DEPTH_MAX - 1;
        // when
        scan("{\"a\":" + "[".repeat(inside) + "]".repeat(inside) + "}");
        // then
        assertThatThrownBy(() -> scan("{\"a\":" + "[".repeat(inside + 1) + "]".repeat(inside + 1) + "}"))
                .hasMessageContaining("nested deeper than 64");
        assertThatThrownBy(() -> scan("{\"a\":" + "[".repeat(1_000_000))).hasMessageContaining("nested deeper than 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"\"", "\"x\"", "0", "123456789012345678901234567890"})
    void takesStringsAndIntegersAsIds(String id) throws MalformedJson {
        assertThat(scan("{\"id\":" + id + "}").hasUsableId()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1.5", "1e3", "true", "[]", "{}"})
    void takesNothingElseAsId(String id) throws MalformedJson {
        assertThat(scan("{\"id\":" + id + "}").hasUsableId()).isFalse();
    }

    @Test
    void boundsTheIdsLength() throws MalformedJson {
        assertThat(scan("{\"id\":\"" + "x".repeat(RpcMessage.ID_BYTES_MAX) + "\"}")
                        .hasUsableId())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'a'} | {'name':'up'}",
                "{'name':'a','_meta':{}} | {'name':'up'}",
                "{'_meta':{'x':[1,2]},'name':'a'} | {'name':'up'}",
                "{'_meta':{},'name':'a','arguments':{'_meta':1}} | {'name':'up','arguments':{'_meta':1}}",
                "{'arguments':{},'_meta':{} , 'name':'a'} | {'arguments':{}, 'name':'up'}",
                "{'x':1 , '_meta':{}, 'arguments':{'n':1.50},'name':'a','y':[]} | {'x':1 ,  'arguments':{'n':1.50},'name':'up','y':[]}",
                "{'name':'a','arguments':{'s':'},'} , '_meta':7 } | {'name':'up','arguments':{'s':'},'}  }",
            })
    void splicesTheNameInAndMetaOut(String params, String expected) throws MalformedJson {
        RpcMessage message = scan("{\"params\":" + params.replace('\'', '"') + ",\"id\":1}");

        String spliced =
                message.paramsNamed("\"up\"".getBytes(UTF_8)).apply().toBuffer().toString();

        assertThat(spliced).isEqualTo(expected.replace('\'', '"'));
    }

    private static RpcMessage scan(String text) throws MalformedJson {
        return RpcMessage.scan(text.getBytes(UTF_8));
    }

    private static String text(RpcMessage message, @Nullable Span span) {
        return Objects.requireNonNull(span).text(message.bytes());
    }
}
