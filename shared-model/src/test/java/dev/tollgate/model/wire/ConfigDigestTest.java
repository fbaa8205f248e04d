package dev.tollgate.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfigDigestTest {
    @Test
    void the_order_of_arrival_does_not_count() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("tool/a", "1");
        one.put("tool/b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("tool/b", "2");
        other.put("tool/a", "1");

        assertThat(ConfigDigest.of(one)).isEqualTo(ConfigDigest.of(other));
    }

    @Test
    void each_key_and_each_value_counts() {
        String digest = ConfigDigest.of(Map.of("tool/a", "1", "tool/b", "2"));

        assertThat(ConfigDigest.of(Map.of("tool/a", "1"))).isNotEqualTo(digest);
        assertThat(ConfigDigest.of(Map.of("tool/a", "2", "tool/b", "1"))).isNotEqualTo(digest);
        assertThat(ConfigDigest.of(Map.of("tool/a", "1", "tool/c", "2"))).isNotEqualTo(digest);
    }

    /** Fixed values: another release that computed otherwise would reject every snapshot. */
    @Test
    void it_is_what_it_was() {
        assertThat(ConfigDigest.ofValue("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(ConfigDigest.of(Map.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void tenants_spread_over_partitions_and_stay_where_they_are() {
        int[] counts = new int[Topics.TENANT_PARTITIONS];
        for (int i = 0; i < 6_000; i++) {
            TenantId tenant = new TenantId(new UUID(0x0198000000007000L, 0x8000000000000000L + i));
            counts[Partitions.of(tenant, counts.length)]++;
        }

        assertThat(Arrays.stream(counts).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
        assertThat(Partitions.of(TenantId.of("01980000-0000-7000-8000-000000000001"), 6))
                .isEqualTo(FIXED_PARTITION);
    }

    private static final int FIXED_PARTITION = 4;
}
