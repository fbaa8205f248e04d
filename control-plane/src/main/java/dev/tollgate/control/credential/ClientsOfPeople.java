package dev.tollgate.control.credential;

import java.util.List;
import java.util.UUID;

/** The clients that people let use their connections; implemented where they are asked. */
public interface ClientsOfPeople {
    /** Ids of OAuth clients, and of virtual keys of the person's. */
    List<String> of(UUID server, UUID person);

    /** Whoever connects anew is asked anew. */
    void forget(UUID server, UUID person);
}
