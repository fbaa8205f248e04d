package dev.tollgate.model.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * What an address leads to. Only {@link #PUBLIC} may be dialled for a tenant, and {@link #LOOPBACK} where the operator
 * says so. The very address that was classified must be the one that is dialled, or a name could answer twice.
 */
public enum AddressClass {
    PUBLIC,
    LOOPBACK,
    /** RFC 1918, RFC 4193 and site-local. */
    PRIVATE,
    /** RFC 3927 and fe80::/10; cloud metadata services live here. */
    LINK_LOCAL,
    /** 100.64.0.0/10, RFC 6598. */
    CARRIER_NAT,
    MULTICAST,
    /** Unspecified, documentation, benchmarking, broadcast and other special ranges. */
    RESERVED;

    /** Whether a tenant's URL may lead there. */
    public boolean dialable(boolean allowLoopback) {
        return this == PUBLIC || this == LOOPBACK && allowLoopback;
    }

    /** Classifies an address; IPv6 that embeds IPv4 (mapped, NAT64, 6to4, Teredo) is what the embedded address is. */
    public static AddressClass of(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> ofIpv4(v4.getAddress());
            case Inet6Address v6 -> ofIpv6(v6.getAddress());
            default -> RESERVED;
        };
    }

    private static AddressClass ofIpv4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        if (first == 127) {
            return LOOPBACK;
        }
        if (first == 10 || first == 172 && (second & 0xf0) == 16 || first == 192 && second == 168) {
            return PRIVATE;
        }
        if (first == 169 && second == 254) {
            return LINK_LOCAL;
        }
        if (first == 100 && (second & 0xc0) == 64) {
            return CARRIER_NAT;
        }
        if ((first & 0xf0) == 224) {
            return MULTICAST;
        }
        boolean special = first == 0
                || first >= 240
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second & 0xfe) == 18
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113
                || isHostOfCloud(b);
        return special ? RESERVED : PUBLIC;
    }

    /** 168.63.129.16, where the machines of one cloud find their host; public by its number alone. */
    private static boolean isHostOfCloud(byte[] b) {
        return (b[0] & 0xff) == 168 && b[1] == 63 && (b[2] & 0xff) == 129 && b[3] == 16;
    }

    private static AddressClass ofIpv6(byte[] b) {
        if (startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)) {
            return LOOPBACK;
        }
        if (startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
            // ::a.b.c.d (deprecated, and :: itself) or ::ffff:a.b.c.d
            return embedded(b, 12);
        }
        if (startsWith(b, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return embedded(b, 12);
        }
        if (startsWith(b, 0x20, 0x02)) {
            return embedded(b, 2);
        }
        if (startsWith(b, 0x20, 0x01, 0x00, 0x00)) {
            return teredo(b);
        }
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if ((first & 0xfe) == 0xfc || first == 0xfe && (second & 0xc0) == 0xc0) {
            return PRIVATE;
        }
        if (first == 0xfe && (second & 0xc0) == 0x80) {
            return LINK_LOCAL;
        }
        if (first == 0xff) {
            return MULTICAST;
        }
        boolean documentation = startsWith(b, 0x20, 0x01, 0x0d, 0xb8) || startsWith(b, 0x3f, 0xff);
        boolean global = (first & 0xe0) == 0x20;
        return global && !documentation && !isIsatap(b) ? PUBLIC : RESERVED;
    }

    private static AddressClass embedded(byte[] b, int at) {
        return ofIpv4(Arrays.copyOfRange(b, at, at + 4));
    }

    /** Both its server (bytes 4 to 7) and its client (the last four, inverted) must be harmless. */
    private static AddressClass teredo(byte[] b) {
        AddressClass server = embedded(b, 4);
        byte[] client = {(byte) ~b[12], (byte) ~b[13], (byte) ~b[14], (byte) ~b[15]};
        return server == PUBLIC ? ofIpv4(client) : server;
    }

    /** RFC 5214: the last four bytes are where a tunnel within a site leads. */
    private static boolean isIsatap(byte[] b) {
        return (b[8] & 0xfd) == 0 && b[9] == 0 && b[10] == 0x5e && (b[11] & 0xff) == 0xfe;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
