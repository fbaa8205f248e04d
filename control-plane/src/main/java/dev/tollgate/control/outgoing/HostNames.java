package dev.tollgate.control.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name or literal. */
interface HostNames {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** As this machine does. */
    static HostNames ofTheSystem() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
