package dev.tollgate.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertiesTextTest {
    @Test
    void isReadBackAsItWas() throws IOException {
        var written = Map.of("a.key", "http://127.0.0.1:1/x=y#z", "another=key", "back\\slash and: colon", "third", "");

        var read = new Properties();
        read.load(new StringReader(PropertiesText.of(written)));

        assertThat(read).isEqualTo(written);
    }
}
