package dev.tollgate.ui.view.spend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChartOptionsTest {
    @Test
    void amounts_stay_text_and_names_are_drawn_rather_than_made_markup() throws JsonProcessingException {
        JsonNode options = new ObjectMapper()
                .readTree(ChartOptions.bars(List.of(new ChartOptions.Bar("<b>crm</b>", "0.000000001", "$0.000000001")))
                        .json());

        assertThat(options.at("/series/0/data/0/value").isTextual()).isTrue();
        assertThat(options.at("/series/0/data/0/name").asText()).isEqualTo("<b>crm</b>\n$0.000000001");
        assertThat(options.at("/tooltip/renderMode").asText()).isEqualTo("richText");
    }

    /** The file comes from npm's echarts 6.1.0; another one is a decision, not an accident. */
    @Test
    void the_library_is_the_one_that_was_chosen() throws Exception {
        try (InputStream file = Objects.requireNonNull(
                ChartOptionsTest.class.getResourceAsStream("/META-INF/resources/" + Chart.LIBRARY))) {
            assertThat(sha256(file)).isEqualTo("5eef51bee09fb9cc234c4179a58ae0150126f49f88c992efe2d6bca81d8dd03b");
        }
    }

    private static String sha256(InputStream file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes()));
    }
}
