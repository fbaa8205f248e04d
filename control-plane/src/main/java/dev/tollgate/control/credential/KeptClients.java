package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.oauth.AssertionKey;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client at a provider as a credential's row keeps it: what all may see as text, its secret or private key sealed. */
@ApplicationScoped
class KeptClients {
    private final MasterSeal master;
    private final ObjectMapper json;

    KeptClients(MasterSeal master, ObjectMapper json) {
        this.master = master;
        this.json = json;
    }

    /**
     * @param method null for a client without a secret, which is then not asked for
     */
    static ClientIdentity identity(String id, @Nullable ClientMethod method, Supplier<String> secret) {
        return switch (method) {
            case null -> new ClientIdentity.Public(id);
            case CLIENT_SECRET_BASIC -> new ClientIdentity.Secret(id, secret.get(), ClientIdentity.SecretMethod.BASIC);
            case CLIENT_SECRET_POST -> new ClientIdentity.Secret(id, secret.get(), ClientIdentity.SecretMethod.POST);
            case PRIVATE_KEY_JWT -> new ClientIdentity.PrivateKeyJwt(id, AssertionKey.of(secret.get()));
        };
    }

    static boolean isKey(@Nullable ClientMethod method) {
        return method == ClientMethod.PRIVATE_KEY_JWT;
    }

    /**
     * Where none is given or kept: made for a client that signs, empty for one that has none.
     *
     * @param field that lacks it otherwise
     */
    static String made(@Nullable ClientMethod method, String field) {
        if (method == null) {
            return "";
        }
        if (!isKey(method)) {
            throw Refused.invalid(field, "must be given: none is stored for this issuer and client");
        }
        return AssertionKey.made().privateJwk();
    }

    /** To be given to the provider; null for a client that signs nothing. */
    @Nullable
    Map<String, String> publicKey(@Nullable ClientMethod method, String secret) {
        return isKey(method)
                ? read(AssertionKey.of(secret).publicJwk(), new TypeReference<Map<String, String>>() {})
                : null;
    }

    String open(CredentialRow row, TenantId tenant) {
        return new String(master.open(row.sealed, row.whose(tenant).bound()), StandardCharsets.UTF_8);
    }

    void seal(CredentialRow row, String secret, TenantId tenant) {
        row.sealed = master.seal(
                secret.getBytes(StandardCharsets.UTF_8), row.whose(tenant).bound());
    }

    <T> T settings(CredentialRow row, TypeReference<T> type) {
        return read(Objects.requireNonNull(row.settings), type);
    }

    void settings(CredentialRow row, Object shown) {
        try {
            row.settings = json.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a client is can be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Its message would repeat what was read.
            throw new IllegalStateException("what a client is was written here and cannot be read");
        }
    }
}
