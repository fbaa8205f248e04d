package dev.tollgate.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.128.0/17, 192.168.200.1, true",
        "192.168.128.0/17, 192.168.127.255, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::/0, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
    })
    void a_network_contains_what_shares_its_prefix(String network, String address, boolean contained) {
        assertThat(Cidr.of(network).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "example.com",
                "10.0.0.0/١",
                "2001:db8::/129",
                "300.1.1.1",
                "10.0.0.0 /8"
            })
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> Cidr.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_reads_back_from_its_text() {
        assertThat(Cidr.of(Cidr.of("2001:db8::/32").toString())).isEqualTo(Cidr.of("2001:db8::/32"));
        assertThat(Cidr.of("10.1.2.3")).isEqualTo(Cidr.of("10.1.2.3/32")).hasToString("10.1.2.3/32");
    }
}
