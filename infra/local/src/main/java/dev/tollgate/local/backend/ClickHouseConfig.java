package dev.tollgate.local.backend;

import java.nio.file.Path;

/** The engine's one file; it is server and user configuration both. */
final class ClickHouseConfig {
    private ClickHouseConfig() {}

    /**
     * The engine signs in as {@code default} without a password, so that user must be there; it may open the listener
     * and nothing else.
     *
     * @param password letters and digits
     */
    static String render(Path file, String user, String password) {
        return """
                <clickhouse>
                    <users_config>%1$s</users_config>
                    <max_server_memory_usage>1200000000</max_server_memory_usage>
                    <mark_cache_size>33554432</mark_cache_size>
                    <uncompressed_cache_size>0</uncompressed_cache_size>
                    <max_concurrent_queries>64</max_concurrent_queries>
                    <background_pool_size>2</background_pool_size>
                    <background_merges_mutations_concurrency_ratio>2</background_merges_mutations_concurrency_ratio>
                    <background_schedule_pool_size>4</background_schedule_pool_size>
                    <profiles>
                        <default>
                            <max_memory_usage>600000000</max_memory_usage>
                            <max_threads>2</max_threads>
                        </default>
                    </profiles>
                    <quotas>
                        <default/>
                    </quotas>
                    <users>
                        <default>
                            <password/>
                            <networks><ip>127.0.0.1</ip></networks>
                            <profile>default</profile>
                            <quota>default</quota>
                            <grants><query>GRANT SYSTEM LISTEN ON *.*</query></grants>
                        </default>
                        <%2$s>
                            <password>%3$s</password>
                            <networks><ip>127.0.0.1</ip></networks>
                            <profile>default</profile>
                            <quota>default</quota>
                        </%2$s>
                    </users>
                </clickhouse>
                """.formatted(escaped(file.toString()), user, password);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
