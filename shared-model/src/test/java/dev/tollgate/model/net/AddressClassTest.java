package dev.tollgate.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressClassTest {
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "10.0.0.1, PRIVATE",
        "172.15.255.255, PUBLIC",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.1.1, PRIVATE",
        "169.254.169.254, LINK_LOCAL",
        "100.64.0.1, CARRIER_NAT",
        "100.127.255.255, CARRIER_NAT",
        "100.128.0.1, PUBLIC",
        "224.0.0.1, MULTICAST",
        "239.255.255.255, MULTICAST",
        "0.0.0.0, RESERVED",
        "255.255.255.255, RESERVED",
        "192.0.2.1, RESERVED",
        "198.18.0.1, RESERVED",
        "198.51.100.7, RESERVED",
        "203.0.113.7, RESERVED",
        "2001:4860:4860::8888, PUBLIC",
        "::1, LOOPBACK",
        "::, RESERVED",
        "fe80::1, LINK_LOCAL",
        "fec0::1, PRIVATE",
        "fc00::1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "ff02::1, MULTICAST",
        "2001:db8::1, RESERVED",
        "64:ff9b::7f00:1, LOOPBACK",
        "64:ff9b::808:808, PUBLIC",
        "64:ff9b::a9fe:a9fe, LINK_LOCAL",
        "2002:7f00:1::, LOOPBACK",
        "2002:a00:1::, PRIVATE",
        "2001:0:808:808:0:0:80ff:fffe, LOOPBACK",
        "2001:0:7f00:1::, LOOPBACK",
        "::7f00:1, LOOPBACK",
        "4000::1, RESERVED"
    })
    void an_address_is_what_it_leads_to(String literal, AddressClass expected) throws UnknownHostException {
        assertThat(AddressClass.of(InetAddress.getByName(literal))).isEqualTo(expected);
    }

    @Test
    void a_mapped_address_is_what_it_maps() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};

        assertThat(AddressClass.of(InetAddress.getByAddress(mapped))).isEqualTo(AddressClass.PRIVATE);
    }

    @Test
    void only_public_is_dialable_and_loopback_where_allowed() {
        for (AddressClass address : AddressClass.values()) {
            assertThat(address.dialable(false)).isEqualTo(address == AddressClass.PUBLIC);
            assertThat(address.dialable(true))
                    .isEqualTo(address == AddressClass.PUBLIC || address == AddressClass.LOOPBACK);
        }
    }
}
