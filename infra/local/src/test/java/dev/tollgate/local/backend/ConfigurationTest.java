package dev.tollgate.local.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Secrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void theBrokerListensOnLoopbackAloneAndMakesNoTopicByItself() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(KafkaConfig.server(2001, 2002, folder)));

        assertThat(properties)
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:2001,CONTROLLER://127.0.0.1:2002")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:2002")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("log.dirs", folder.toString());
    }

    @Test
    void theEngineKnowsTwoUsersAndOnlyOneHasNoPassword() throws Exception {
        var file = folder.resolve("a & b.xml");

        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ClickHouseConfig.render(file, "tollgate", "secret"))));

        assertThat(xml.getElementsByTagName("users_config").item(0).getTextContent())
                .isEqualTo(file.toString());
        assertThat(xml.getElementsByTagName("password").item(0).getTextContent())
                .isEmpty();
        assertThat(xml.getElementsByTagName("password").item(1).getTextContent())
                .isEqualTo("secret");
        assertThat(xml.getElementsByTagName("query").item(0).getTextContent()).isEqualTo("GRANT SYSTEM LISTEN ON *.*");
    }

    @Test
    void theRealmIsFilledInWholly() throws IOException {
        var secrets = Secrets.in(new DataFolder(folder));

        var realm = new RealmFile(
                        new Addresses("http://127.0.0.1:2003", "http://127.0.0.1:2004", "http://127.0.0.1:2005"),
                        secrets)
                .render();

        assertThat(realm.toString())
                .contains("http://127.0.0.1:2003/*", "http://127.0.0.1:2004/api/v1/", "\"http://127.0.0.1:2005/mcp\"")
                .contains(secrets.of(RealmFile.CONSOLE_SECRET))
                .contains(secrets.of(RealmFile.CONTROL_PLANE_SECRET))
                .doesNotContainPattern("@[a-z-]+\\.(url|secret)@");
        assertThat(realm.findValuesAsText("username"))
                .contains("olivia@acme.example", "finn@acme.example", "aud@acme.example", "vic@acme.example")
                .contains("operator@tollgate.example");
    }

    @Test
    void aSecretIsKeptAndNobodyElseMayReadIt() throws IOException {
        var made = Secrets.in(new DataFolder(folder)).of("clickhouse.app");

        var again = Secrets.in(new DataFolder(folder)).of("clickhouse.app");

        assertThat(again).isEqualTo(made).matches("[A-Za-z0-9]{32}");
        var permissions = Files.getPosixFilePermissions(folder.resolve("secrets.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
}
