package dev.tollgate.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    @Test
    void inline_scripts_need_the_nonce_and_nobody_may_frame_the_page() {
        String policy = ContentPolicy.policy("abc");

        assertThat(policy).contains("script-src 'self' 'nonce-abc' 'unsafe-eval';", "frame-ancestors 'none'");
        assertThat(policy.split("; "))
                .noneMatch(part -> part.startsWith("script-src") && part.contains("unsafe-inline"));
    }
}
