package dev.tollgate.local.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.id.Region;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final Region LOCAL = new Region("local");
    private static final Region FAR = new Region("far");

    @Test
    void oneNumberIsForEveryRegion() {
        var regions = Regions.of(List.of("local", "far"), List.of(2));

        assertThat(regions.byGateway())
                .containsExactly(
                        Map.entry("gateway-1", LOCAL),
                        Map.entry("gateway-2", LOCAL),
                        Map.entry("gateway-far-1", FAR),
                        Map.entry("gateway-far-2", FAR));
    }

    @Test
    void severalNumbersAreForTheRegionsInTheirOrder() {
        var regions = Regions.of(List.of("far", "local"), List.of(1, 2));

        assertThat(regions.byGateway().keySet()).containsExactly("gateway-far-1", "gateway-1", "gateway-2");
        assertThat(regions.first()).isEqualTo(FAR);
        assertThat(regions.all()).containsExactly(FAR, LOCAL);
    }

    @Test
    void whatCannotBeIsToldInWords() {
        assertThatThrownBy(() -> Regions.of(List.of("local", "far"), List.of(1, 1, 1)))
                .hasMessageContaining("one for each of 2, not 3");
        assertThatThrownBy(() -> Regions.of(List.of("local", "local"), List.of(1)))
                .hasMessageContaining("local is named twice");
        assertThatThrownBy(() -> Regions.of(List.of("local", "far"), List.of(1, 0)))
                .hasMessageContaining("one gateway at least, not 0 as far");
        assertThatThrownBy(() -> Regions.of(List.of("local", "far"), List.of(5)))
                .hasMessageContaining("8 gateways at most, not 10");
        assertThatThrownBy(() -> Regions.of(List.of("Far Away"), List.of(1))).hasMessageContaining("a region is");
        assertThatThrownBy(() -> Regions.of(List.of(), List.of(1))).hasMessageContaining("one region at least");
    }
}
