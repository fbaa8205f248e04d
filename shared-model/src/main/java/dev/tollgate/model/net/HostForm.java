package dev.tollgate.model.net;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * The forms of a host that every reader takes alike. Others (numbers in octal, hexadecimal or one piece, fewer than four
 * parts, zones, dots of other scripts) are one address to this resolver and another to the next.
 */
final class HostForm {
    private static final int NAME_CHARS_MAX = 253;
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?[.])*[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "[.]){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private HostForm() {}

    static boolean isPlain(String host) {
        if (host.indexOf(':') >= 0) {
            return IPV6.matcher(host).matches() && isLiteral(host);
        }
        String name = withoutFinalDot(host);
        return IPV4.matcher(host).matches()
                || name.length() <= NAME_CHARS_MAX && NAME.matcher(name).matches();
    }

    private static boolean isLiteral(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String withoutFinalDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
