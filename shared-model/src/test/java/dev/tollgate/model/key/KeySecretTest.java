package dev.tollgate.model.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    private final SecureRandom random = new SecureRandom();
    private final KeySecret issued = KeySecret.issue(new Slug("production"), KeySecret.newKeyId(random), random);

    @Test
    void an_issued_key_reads_back_as_itself() {
        KeySecret read = KeySecret.parse(issued.reveal()).orElseThrow();

        assertThat(read.keyId()).isEqualTo(issued.keyId());
        assertThat(read.environment()).isEqualTo(new Slug("production"));
        assertThat(read.digest().matches(issued.digest())).isTrue();
        assertThat(issued.reveal()).matches("tg_production_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
    }

    @Test
    void any_one_changed_character_is_found_without_a_look_up() {
        String text = issued.reveal();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            String typo = text.substring(0, i) + other + text.substring(i + 1);

            assertThat(KeySecret.parse(typo)).as("changed at %d", i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tg_", "tg_a_b_c_d", "sk-1234", "tg_production_short_secret_000000", "tg______"})
    void what_is_no_key_is_refused(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
    }

    @Test
    void a_cut_key_and_one_with_more_behind_it_are_refused() {
        String text = issued.reveal();

        assertThat(KeySecret.parse(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(KeySecret.parse(text + "0")).isEmpty();
        assertThat(KeySecret.parse(text + "_0")).isEmpty();
        assertThat(KeySecret.parse("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void neither_a_key_nor_its_digest_prints_itself() {
        assertThat(issued.toString()).doesNotContain(issued.reveal().split("_")[3]);
        assertThat(issued.digest().toString()).doesNotContain(issued.digest().hex());
    }

    @Test
    void a_digest_reads_back_from_hexadecimal_and_tells_others_apart() {
        KeySecret other = KeySecret.issue(new Slug("production"), issued.keyId(), random);

        assertThat(KeyDigest.ofHex(issued.digest().hex())).isEqualTo(issued.digest());
        assertThat(issued.digest().matches(other.digest())).isFalse();
    }

    @Test
    void key_ids_do_not_repeat() {
        Set<KeyId> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(KeySecret.newKeyId(random))).isTrue();
        }
    }
}
