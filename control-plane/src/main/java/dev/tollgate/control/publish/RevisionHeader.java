package dev.tollgate.control.publish;

import dev.tollgate.control.web.Answer;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells whoever wrote something the revision to ask gateways for. A refusal wrote nothing. */
final class RevisionHeader {
    private final WrittenRevision written;

    RevisionHeader(WrittenRevision written) {
        this.written = written;
    }

    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            written.find().ifPresent(revision -> response.getHeaders().putSingle(Answer.REVISION, revision));
        }
    }
}
