package dev.tollgate.model.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A network: an IPv4 or IPv6 address and how many of its leading bits count (RFC 4632). An address without bits is a
 * network of one. Bits behind the prefix must be zero, so that a slip is told rather than read as something wider.
 */
public final class Cidr {
    private final byte[] network;
    private final int prefixBits;

    private Cidr(byte[] network, int prefixBits) {
        this.network = network;
        this.prefixBits = prefixBits;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address. Names are never resolved.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    @JsonCreator
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? address.length * 8 : bits(text, text.substring(slash + 1), address.length * 8);
        Cidr cidr = new Cidr(address, bits);
        for (int bit = bits; bit < address.length * 8; bit++) {
            if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                throw new IllegalArgumentException("the network " + text + " has bits set behind its prefix");
            }
        }
        return cidr;
    }

    private static byte[] literal(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a network is written as 10.0.0.0/8 or 2001:db8::/32, not " + text, e);
        }
    }

    private static int bits(String text, String digits, int max) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int bits = number ? Integer.parseInt(digits) : -1;
        if (bits < 0 || bits > max) {
            throw new IllegalArgumentException("the network " + text + " has a prefix of 0 to " + max + " bits");
        }
        return bits;
    }

    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        int whole = prefixBits / 8;
        for (int i = 0; i < whole; i++) {
            if (other[i] != network[i]) {
                return false;
            }
        }
        int rest = prefixBits % 8;
        return rest == 0 || ((other[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
    }

    /**
     * @param address as text, never a name
     * @throws IllegalArgumentException if it is no address
     */
    public boolean contains(String address) {
        return contains(InetAddress.ofLiteral(address));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && cidr.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @JsonValue
    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + prefixBits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
