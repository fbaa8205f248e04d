package dev.tollgate.local.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.StackFailure;
import dev.tollgate.local.region.Regions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void namesThePortItsUseAndTheProcessThatHoldsIt() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ports = Ports.free(1).with("keycloak", holder.getLocalPort());

            assertThatThrownBy(() -> PortCheck.allFree(ports, List.of("kafka", "keycloak")))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + holder.getLocalPort() + ", wanted for keycloak")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (")
                    .hasMessageContaining("java")
                    .hasMessageNotContaining("kafka");
        }
    }

    @Test
    void seesAHolderThatListensOnEveryAddress() throws IOException {
        try (var holder = new ServerSocket(0)) {
            assertThat(PortHolder.of(holder.getLocalPort()))
                    .hasValueSatisfying(found -> assertThat(found.pid())
                            .isEqualTo(ProcessHandle.current().pid()));
        }
    }

    @Test
    void isContentWithFreePorts() {
        var ports = Ports.free(2);

        assertThatCode(() -> PortCheck.allFree(ports, ports.byName().keySet())).doesNotThrowAnyException();
        assertThat(ports.byName()).containsKeys("gateway-1", "gateway-2").hasSize(11);
        assertThat(ports.byName().values()).doesNotHaveDuplicates();
    }

    @Test
    void refusesAPortOfAnUnknownName() {
        assertThatThrownBy(() -> Ports.defaults(Regions.onlyDefault(1)).with("mysql", 3306))
                .hasMessageContaining("mysql")
                .hasMessageContaining("clickhouse");
    }
}
