package dev.tollgate.model.api;

/**
 * What a webhook's messages are signed with; answered once.
 *
 * @param secret {@code whsec_} and 32 bytes in Base64, as Standard Webhooks has it
 */
public record WebhookSecret(String secret) {
    @Override
    public String toString() {
        return "WebhookSecret[]";
    }
}
