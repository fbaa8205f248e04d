package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.access.RequestFilter;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FilterHeadersTest {
    private static final int SEEDS = 20_000;
    private static final List<CharSequence> NAMES = List.of(
            Headers.INCLUDE_SERVERS,
            Headers.INCLUDE_TOOLS,
            Headers.EXCLUDE_TOOLS,
            Headers.BF_INCLUDE_SERVERS,
            Headers.BF_INCLUDE_TOOLS);
    private static final List<String> SERVERS = List.of("crm", "erp", "wiki");
    private static final List<String> TOOLS = List.of("find", "read_note", "pay");
    private static final List<String> GLOBS =
            List.of("*", "crm", "e*", "*i*", "crm__*", "*__read_*", "erp__pay", "*_note", "wiki__find");

    @Test
    void oneMoreHeaderNeverAdmitsMore() {
        int narrowed = 0;
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            for (int i = random.nextInt(4); i > 0; i--) {
                add(headers, random);
            }
            Set<String> before = admitted(headers);

            add(headers, random);

            Set<String> after = admitted(headers);
            assertThat(before).as("seed %d, with %s", seed, headers).containsAll(after);
            narrowed += after.size() < before.size() && !after.isEmpty() ? 1 : 0;
            refused += after.isEmpty() ? 1 : 0;
        }
        assertThat(List.of(narrowed, refused)).allMatch(count -> count > SEEDS / 20);
    }

    @Test
    void headersAreTheFilterThatTheySpell() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("X-Tollgate-Include-Servers", "crm, e*")
                .add("X-Tollgate-Include-Tools", "*__find")
                .add("X-Tollgate-Exclude-Tools", "a__b")
                .add("X-Tollgate-Exclude-Tools", "c__*,d");

        assertThat(FilterHeaders.of(headers))
                .isEqualTo(new RequestFilter(List.of("crm", "e*"), List.of("*__find"), List.of("a__b", "c__*", "d")));
    }

    @Test
    void aSecondInclusionIsRefusedWithItsName() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("X-Tollgate-Include-Tools", "crm__*")
                .add("x-tollgate-include-tools", "*");

        assertThatThrownBy(() -> FilterHeaders.of(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x-tollgate-include-tools is sent at most once");
    }

    @Test
    void theNamesOfAnotherGatewayMeanTheSameAndCountAsTheSame() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("x-bf-mcp-include-clients", "crm")
                .add("x-bf-mcp-include-tools", "crm__find, crm__pay");

        assertThat(FilterHeaders.of(headers))
                .isEqualTo(new RequestFilter(List.of("crm"), List.of("crm__find", "crm__pay"), List.of()));
        assertThatThrownBy(() -> FilterHeaders.of(headers.add("X-Tollgate-Include-Servers", "*")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x-tollgate-include-servers is sent at most once");
    }

    private static void add(MultiMap headers, Random random) {
        String value = random.nextBoolean() ? pick(GLOBS, random) : pick(GLOBS, random) + ", " + pick(GLOBS, random);
        headers.add(pick(NAMES, random), value);
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** The tools that a request with these headers may see, of a key that sees all; by the rule as it is said, not as it is coded. */
    private static Set<String> admitted(MultiMap headers) {
        RequestFilter filter;
        try {
            filter = FilterHeaders.of(headers);
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
        Set<String> admitted = new HashSet<>();
        for (String server : SERVERS) {
            for (String tool : TOOLS) {
                String name = server + "__" + tool;
                boolean admits = filter.admits(server, name, name);
                assertThat(!admits || spelled(headers, server, name))
                        .as("%s with %s", name, headers)
                        .isTrue();
                if (admits) {
                    admitted.add(name);
                }
            }
        }
        return admitted;
    }

    /** Whether each header by itself admits the tool. */
    private static boolean spelled(MultiMap headers, String server, String name) {
        return all(headers, Headers.INCLUDE_SERVERS, server)
                && all(headers, Headers.BF_INCLUDE_SERVERS, server)
                && all(headers, Headers.INCLUDE_TOOLS, name)
                && all(headers, Headers.BF_INCLUDE_TOOLS, name)
                && headers.getAll(Headers.EXCLUDE_TOOLS).stream().noneMatch(value -> anyMatches(value, name));
    }

    private static boolean all(MultiMap headers, CharSequence header, String text) {
        return headers.getAll(header).stream().allMatch(value -> anyMatches(value, text));
    }

    private static boolean anyMatches(String value, String text) {
        for (String glob : value.split(", ", -1)) {
            if (Pattern.matches(Pattern.quote(glob).replace("*", "\\E.*\\Q"), text)) {
                return true;
            }
        }
        return false;
    }
}
