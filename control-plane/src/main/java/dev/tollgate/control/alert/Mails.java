package dev.tollgate.control.alert;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends alerts by mail, where the operator has named a mail server. */
@ApplicationScoped
class Mails {
    private static final Logger LOG = Logger.getLogger(Mails.class);

    private final Mailer mailer;
    private final boolean isConfigured;

    Mails(Mailer mailer, @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.isConfigured = from.isPresent();
    }

    boolean isConfigured() {
        return isConfigured;
    }

    Sent send(Message message) {
        if (!isConfigured) {
            return new Sent.Failed("This installation has no mail server any more.", false);
        }
        Mail mail = new Mail()
                .setTo(message.addresses())
                .setSubject("Tollgate: " + message.title())
                .setText(message.text() + "\n\nRaised at " + message.calendar().minute(message.raisedAt()) + ". Alert "
                        + message.alert() + ".\n")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail);
            return new Sent.Arrived();
        } catch (RuntimeException e) {
            // A server's words may tell of other tenants' mail.
            LOG.warnf("an alert could not be mailed and is tried again: %s", e.getClass());
            LOG.debug("why it could not", e);
            return new Sent.Failed("The mail server did not take it.", false);
        }
    }
}
