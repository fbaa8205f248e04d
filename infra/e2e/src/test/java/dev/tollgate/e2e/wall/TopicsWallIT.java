package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.broker.Broker;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every record of every topic, whoever's it is. */
@EndToEnd
@DisplayName("What crosses Kafka")
class TopicsWallIT {
    private static final List<Region> REGIONS = List.of(Tollgate.HOME, Tollgate.FAR);

    private final Broker broker;
    private final Neighbours neighbours;
    private Set<TenantId> everybody = Set.of();

    TopicsWallIT(Tollgate tollgate) {
        this.broker = new Broker(tollgate);
        this.neighbours = Neighbours.in(tollgate);
    }

    @BeforeAll
    void all_tenants_there_are() {
        everybody = REGIONS.stream()
                .flatMap(region -> broker.records(Topics.config(region)).stream())
                .flatMap(record -> KnownTopics.ownerOf(record).stream())
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("goes by topics that the suite knows, so by none of a region that there is not")
    void every_topic_is_known() {
        assertThat(broker.topics())
                .as("topics of the broker; each needs a reader in KnownTopics")
                .isEqualTo(KnownTopics.of(Tollgate.HOME, Tollgate.FAR));
    }

    static Stream<String> topics() {
        return KnownTopics.of(Tollgate.HOME, Tollgate.FAR).stream().sorted();
    }

    static Stream<String> topicsOfHome() {
        return KnownTopics.of(Tollgate.HOME).stream().sorted();
    }

    static Stream<String> topicsOfFarAlone() {
        return KnownTopics.ofAlone(Tollgate.FAR).stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("is of the tenant that its key says, on that tenant's partition, and names no other tenant")
    void a_record_is_its_tenants(String topic) {
        var partitions = broker.partitions(topic);
        for (var record : broker.records(topic)) {
            KnownTopics.ownerOf(record).ifPresent(owner -> {
                assertThat(record.partition())
                        .as("the partition of %s", key(record))
                        .isEqualTo(Partitions.of(owner, partitions));
                assertThat(everybody)
                        .as("tenants named in %s", key(record))
                        .noneMatch(other -> !other.equals(owner) && text(record).contains(other.toString()));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("topicsOfFarAlone")
    @DisplayName("of one region names no tenant that is at home in another")
    void nothing_of_another_region(String topic) {
        for (var record : broker.records(topic)) {
            var text = text(record);
            neighbours
                    .eachAndTheOther()
                    .forEach((one, _) ->
                            assertThat(one.estate().traces()).as(key(record)).noneMatch(text::contains));
        }
    }

    @ParameterizedTest
    @MethodSource("topicsOfHome")
    @DisplayName("of one tenant holds no id and no name of the other's")
    void nothing_of_the_neighbour(String topic) {
        Map<TenantId, String> texts = broker.records(topic).stream()
                .filter(record -> KnownTopics.ownerOf(record).isPresent())
                .collect(Collectors.toMap(
                        record -> KnownTopics.ownerOf(record).orElseThrow(), TopicsWallIT::text, String::concat));

        neighbours.eachAndTheOther().forEach((one, other) -> {
            var own = texts.get(new TenantId(one.estate().tenant()));
            assertThat(own)
                    .as("what %s has of %s", topic, one.estate().marker())
                    .isNotNull();
            assertThat(other.estate().traces())
                    .as("what %s has of %s", topic, one.estate().marker())
                    .noneMatch(own::contains);
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("holds no key, no password, no token and no content of a call")
    void no_secret(String topic) {
        var confidences = neighbours.confidences();
        List<String> found = new ArrayList<>();
        for (var record : broker.records(topic)) {
            found.addAll(confidences.in(text(record)));
        }

        assertThat(found).isEmpty();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + " " + new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Key, headers and value. */
    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var text = new StringBuilder(key(record));
        record.headers()
                .forEach(header -> text.append(' ')
                        .append(header.key())
                        .append(' ')
                        .append(new String(header.value(), StandardCharsets.UTF_8)));
        if (record.value() != null) {
            text.append(' ').append(new String(record.value(), StandardCharsets.UTF_8));
        }
        return text.append('\n').toString();
    }
}
