package dev.tollgate.e2e.wall;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every kind of file that a stack keeps in its data folder. Virtual keys, people's passwords, tokens and contents of calls
 * stand in none of them; the stack's own generated passwords only where a reason is given.
 */
enum FileKind {
    GENERATED_PASSWORDS("secrets\\.properties", "made at the first start and read at each later one"),
    STACK_ENV("stack\\.env", "what a person at this machine reaches the backends with"),
    SIGNING_KEY("config-signing\\.key", "the control plane signs configuration with it"),
    SIGNING_PUBLIC_KEY("config-signing\\.pub"),
    SEAL_KEYS("gateway-seal(-far)?\\.keys", "gateways seal what agents carry with it"),
    MASTER_KEY("master\\.keys", "the control plane seals tenants' secrets with it"),
    STDIO_COMMANDS("stdio-commands\\.properties"),
    RUN_FILE("run/[a-z.]+"),
    LOG("logs/[a-z0-9-]+\\.log"),
    APPLICATION_CONFIG(
            "(control-plane|console)/config/application\\.properties", "how a plane signs in to its backends"),
    GATEWAY_CONFIG("gateway-(far-)?\\d+/config/application\\.properties"),
    SNAPSHOT("gateway-(far-)?\\d+/data/snapshots/[0-9a-f-]{36}\\.(snapshot|writing)"),
    CONNECTIONS("gateway-(far-)?\\d+/data/snapshots/[0-9a-f-]{36}\\.connections(\\.writing)?"),
    SNAPSHOT_AGE("gateway-(far-)?\\d+/data/snapshots/abreast"),
    SPOOL("gateway-(far-)?\\d+/data/spool/([0-9]{16}\\.segment|lock|acknowledged|ended-boots(\\.new)?)"),
    DEMO_FILE("demo-files/.*"),
    DEMO_MEMORY("run/tmp\\.[A-Za-z0-9]+\\.memory"),
    DEMO_SERVER("upstream-everything/[a-z]+\\.mjs"),
    KAFKA_CONFIG("kafka/(server|log4j2)\\.properties"),
    KAFKA_STORE("kafka/log/.*"),
    CLICKHOUSE_CONFIG("clickhouse/(clickhouse\\.xml|start\\.sql)", "the server checks those who sign in by it"),
    CLICKHOUSE_STORE("clickhouse/store/.*"),
    KEYCLOAK_REALM("keycloak/data/import/tollgate-realm\\.json", "the realm is imported with its clients' secrets"),
    KEYCLOAK_CONFIG("keycloak/conf/.*", "how Keycloak signs in to its database"),
    KEYCLOAK_OWN("keycloak/(version\\.txt|README\\.md|LICENSE\\.txt|(bin|lib|providers|themes|data)/.*)"),
    POSTGRESQL_STORE("postgresql/.*", "Keycloak keeps its clients' secrets in its database");

    private final Pattern path;
    private final String whyPasswords;

    FileKind(String path) {
        this(path, "");
    }

    FileKind(String path, String whyPasswords) {
        this.path = Pattern.compile(path);
        this.whyPasswords = whyPasswords;
    }

    /** Of a path below the data folder; the first that fits, none if the suite does not know it. */
    static List<FileKind> of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.matcher(path).matches())
                .limit(1)
                .toList();
    }

    boolean mayHoldGeneratedPasswords() {
        return !whyPasswords.isEmpty();
    }
}
