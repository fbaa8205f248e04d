package dev.tollgate.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.ToolCatalog;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.event.CallStatus;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig find = tenant.tool(server, "find");
    private final ToolConfig read = tenant.tool(server, "read");
    private final ToolConfig free = tenant.tool(tenant.server("erp", URI.create("http://127.0.0.1:1/mcp")), "pay");

    @Test
    void aToolsPriceGoesBeforeItsServers() {
        // given
        PriceConfig ofServer = tenant.price(server, null, "0.5", false);
        PriceConfig ofTool = tenant.price(server, "find", "0.000000001", false);
        // when
        PriceList prices = PriceList.of(new ToolCatalog(Map.of(), List.of(), List.of(ofServer, ofTool)));
        // then
        assertThat(prices.costNanos(find, CallStatus.OK, true)).isEqualTo(1);
        assertThat(prices.costNanos(read, CallStatus.OK, true)).isEqualTo(500_000_000);
        assertThat(prices.costNanos(free, CallStatus.OK, true)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "OK, true, true, 7",
        "OK, true, false, 7",
        "TOOL_ERROR, true, true, 7",
        "TOOL_ERROR, true, false, 0",
        "UPSTREAM_ERROR, true, true, 7",
        "UPSTREAM_ERROR, true, false, 0",
        "UPSTREAM_ERROR, false, true, 0",
        "TIMEOUT, true, true, 7",
        "TIMEOUT, true, false, 0",
        "CANCELLED, true, true, 7",
        "CANCELLED, true, false, 0",
        "REFUSED, true, true, 0",
        "REFUSED, false, false, 0",
    })
    void failuresAreChargedByRuleAndWhatWasNotSentNever(
            CallStatus status, boolean sent, boolean chargeFailures, long nanos) {
        PriceConfig price = tenant.price(server, null, "0.000000007", chargeFailures);
        PriceList prices = PriceList.of(new ToolCatalog(Map.of(), List.of(), List.of(price)));

        assertThat(prices.costNanos(find, status, sent)).isEqualTo(nanos);
    }

    @Test
    void twoPricesForOneThingGiveTheSameOnEveryGateway() {
        PriceConfig one = tenant.price(server, null, "1", false);
        PriceConfig other = tenant.price(server, null, "2", false);

        assertThat(PriceList.of(new ToolCatalog(Map.of(), List.of(), List.of(one, other)))
                        .costNanos(find, CallStatus.OK, true))
                .isEqualTo(PriceList.of(new ToolCatalog(Map.of(), List.of(), List.of(other, one)))
                        .costNanos(find, CallStatus.OK, true));
    }
}
