package dev.tollgate.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The golden files are what earlier releases wrote: a change that breaks one breaks a running installation. */
class ConfigCodecTest {
    @Test
    void every_kind_is_written_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        List<String> written = new ArrayList<>();
        Set<ConfigKind> kinds = EnumSet.of(ConfigKind.HEAD, ConfigKind.CONNECTION);
        for (ConfigResource resource : Samples.oneOfEachKind()) {
            byte[] bytes = ConfigCodec.encode(resource);
            written.add(ConfigKey.of(resource) + " " + new String(bytes, StandardCharsets.UTF_8));
            kinds.add(resource.kind());

            assertThat(ConfigCodec.decode(ConfigKey.of(resource), bytes)).isEqualTo(resource);
        }

        assertThat(kinds).containsExactlyInAnyOrder(ConfigKind.values());
        assertThat(written).isEqualTo(golden("config.txt"));
    }

    @Test
    void a_head_is_written_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        byte[] bytes = ConfigCodec.encode(Samples.head());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("head.json").getFirst());
        assertThat(ConfigCodec.decodeHead(ConfigKey.head(Samples.TENANT), bytes))
                .isEqualTo(Samples.head());
    }

    @Test
    void a_head_of_a_restored_database_is_written_as_in_its_golden_file_and_one_without_an_epoch_is_of_epoch_0()
            throws IOException {
        byte[] bytes = ConfigCodec.encode(Samples.restoredHead());
        byte[] zero = ConfigCodec.encode(new ConfigHead(
                Samples.TENANT, 42, Samples.head().digest(), 8, Samples.head().committedAt(), 0L));

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("head-restored.json").getFirst());
        assertThat(ConfigCodec.decodeHead(ConfigKey.head(Samples.TENANT), bytes))
                .isEqualTo(Samples.restoredHead());
        assertThat(new String(zero, StandardCharsets.UTF_8))
                .isEqualTo(golden("head.json").getFirst());
        assertThat(Samples.head().epochOrZero()).isZero();
        assertThat(Samples.head().isOlderThan(Samples.restoredHead())).isTrue();
        assertThat(Samples.restoredHead().isOlderThan(Samples.head())).isFalse();
    }

    @Test
    void where_people_come_to_is_written_into_how_they_sign_in_and_read_back() {
        SignInConfig named = Samples.oneOfEachKind().stream()
                .filter(SignInConfig.class::isInstance)
                .map(one -> ((SignInConfig) one).withEnvironment(Samples.ENVIRONMENT))
                .findAny()
                .orElseThrow();
        byte[] bytes = ConfigCodec.encode(named);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .endsWith(",\"environment\":\"" + Samples.ENVIRONMENT + "\"}");
        assertThat(ConfigCodec.decode(ConfigKey.of(named), bytes)).isEqualTo(named);
    }

    @Test
    void a_persons_connection_is_written_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        PersonConnection connection = Samples.connection();
        byte[] bytes = ConfigCodec.encode(connection);

        assertThat(ConfigKey.of(connection) + " " + new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("connection.txt").getFirst());
        assertThat(ConfigCodec.decodeConnection(ConfigKey.of(connection), bytes))
                .isEqualTo(connection);
    }

    @Test
    void a_servers_forwarded_headers_are_written_as_in_their_golden_file_and_none_where_there_are_none()
            throws IOException {
        byte[] bytes = ConfigCodec.encode(Samples.handedHeaders());
        String before = new String(ConfigCodec.encode(Samples.crm()), StandardCharsets.UTF_8);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("server-handed-headers.json").getFirst());
        assertThat(ConfigCodec.decode(ConfigKey.of(Samples.handedHeaders()), bytes))
                .isEqualTo(Samples.handedHeaders());
        assertThat(before).doesNotContain("forwardedHeaders");
    }

    @Test
    void how_tools_are_shown_is_written_as_in_its_golden_file_and_read_back() throws IOException {
        List<String> written = new ArrayList<>();
        for (ConfigResource resource : Samples.sayingHowToolsAreShown()) {
            byte[] bytes = ConfigCodec.encode(resource);
            written.add(ConfigKey.of(resource) + " " + new String(bytes, StandardCharsets.UTF_8));

            assertThat(ConfigCodec.decode(ConfigKey.of(resource), bytes)).isEqualTo(resource);
        }

        assertThat(written).isEqualTo(golden("tools-shown.txt"));
    }

    @Test
    void a_servers_record_with_a_header_that_is_never_forwarded_is_refused() {
        String named = new String(ConfigCodec.encode(Samples.handedHeaders()), StandardCharsets.UTF_8);
        byte[] forged = named.replace("accept-language", "authorization").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ConfigCodec.decode(ConfigKey.of(Samples.crm()), forged))
                .isInstanceOf(MalformedRecord.class);
    }

    @Test
    void an_upstreams_report_is_written_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        byte[] bytes = WireJson.encode(Samples.upstreamReport());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("upstream-report.json").getFirst());
        assertThat(WireJson.decode(bytes, UpstreamReport.class)).isEqualTo(Samples.upstreamReport());
        assertThat(UpstreamReport.Key.parse(Samples.upstreamReport().key()).server())
                .isEqualTo(Samples.upstreamReport().server());
    }

    @Test
    void an_event_is_written_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        byte[] bytes = WireJson.encode(Samples.event());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("event.json").getFirst());
        assertThat(WireJson.decode(bytes, ToolCallEvent.class)).isEqualTo(Samples.event());
    }

    @Test
    void an_event_names_its_price_and_what_that_counted() throws IOException {
        byte[] bytes = WireJson.encode(Samples.pricedEvent());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("event-priced.json").getFirst());
        assertThat(WireJson.decode(bytes, ToolCallEvent.class)).isEqualTo(Samples.pricedEvent());
    }

    @Test
    void an_event_says_what_its_call_had_of_each_tier() throws IOException {
        byte[] bytes = WireJson.encode(Samples.tieredEvent());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("event-tiers.json").getFirst());
        assertThat(WireJson.decode(bytes, ToolCallEvent.class)).isEqualTo(Samples.tieredEvent());
    }

    @Test
    void an_event_says_which_tokens_were_counted_and_what_they_cost() throws IOException {
        byte[] bytes = WireJson.encode(Samples.countedEvent());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("event-counted.json").getFirst());
        assertThat(WireJson.decode(bytes, ToolCallEvent.class)).isEqualTo(Samples.countedEvent());
    }

    @Test
    void a_price_from_before_versions_holds_for_ever() throws IOException {
        String[] keyAndValue = golden("price-unversioned.txt").getFirst().split(" ", 2);

        ConfigResource read =
                ConfigCodec.decode(ConfigKey.parse(keyAndValue[0]), keyAndValue[1].getBytes(StandardCharsets.UTF_8));

        assertThat(((PriceConfig) read).versions())
                .containsExactly(new PriceVersion(
                        1, Instant.EPOCH, PriceTerms.perCall(Money.ofDollars("0.0125"), FailureCharges.AS_USUAL)));
    }

    @Test
    void an_event_of_many_attempts_is_written_as_in_its_golden_file_and_one_of_one_does_not_count_them()
            throws IOException {
        byte[] bytes = WireJson.encode(Samples.refusals());

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(golden("event-of-many.json").getFirst());
        assertThat(WireJson.decode(bytes, ToolCallEvent.class)).isEqualTo(Samples.refusals());
        assertThat(Samples.refusals().attemptCount()).isEqualTo(1_203);
        assertThat(Samples.event().attemptCount()).isEqualTo(1);
    }

    @Test
    void a_value_under_another_resources_key_is_refused() {
        ConfigResource crm = Samples.crm();
        ConfigKey other = ConfigKey.of(Samples.files());

        assertThatThrownBy(() -> ConfigCodec.decode(other, ConfigCodec.encode(crm)))
                .isInstanceOf(MalformedRecord.class);
    }

    @Test
    void members_of_a_later_release_are_passed_over_and_missing_ones_refused() {
        ConfigKey key = ConfigKey.head(Samples.TENANT);
        String head = new String(ConfigCodec.encode(Samples.head()), StandardCharsets.UTF_8);
        byte[] later = head.replace("{\"tenant\"", "{\"later\":1,\"tenant\"").getBytes(StandardCharsets.UTF_8);
        byte[] without = head.replace("\"revision\":42,", "").getBytes(StandardCharsets.UTF_8);

        assertThat(ConfigCodec.decodeHead(key, later)).isEqualTo(Samples.head());
        assertThatThrownBy(() -> ConfigCodec.decodeHead(key, without)).isInstanceOf(MalformedRecord.class);
    }

    @Test
    void a_key_reads_back_from_its_text() {
        for (ConfigResource resource : Samples.oneOfEachKind()) {
            ConfigKey key = ConfigKey.of(resource);

            assertThat(ConfigKey.parse(key.toString())).isEqualTo(key);
        }
        assertThatThrownBy(() -> ConfigKey.parse("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfigKey.parse(Samples.TENANT + "/nothing/x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ConfigCodecTest.class.getResourceAsStream("/golden/" + name), () -> "no golden file " + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
