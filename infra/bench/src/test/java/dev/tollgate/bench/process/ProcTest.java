package dev.tollgate.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcTest {
    private static final String STAT = "4242 (odd) name (x)) S 1 4242 4242 0 -1 4194560 1200 0 3 0 150 50 7 8 20 0 12 0"
            + " 99999 123456789 4321 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0";
    private static final String STATUS = "Name:\tx\nVmPeak:\t  900000 kB\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n";

    @Test
    void aProcesssUseIsReadFromItsFiles() {
        Usage usage = Usage.parse(STAT, STATUS);

        assertThat(usage.cpuMicros()).isEqualTo(2_000_000);
        assertThat(usage.residentBytes()).isEqualTo(100L << 20);
        assertThat(usage.residentPeakBytes()).isEqualTo(200L << 20);
    }

    @Test
    void theUseOfSeveralIsTheirSumAndOneThatIsGoneCountsAsNothing() {
        long self = ProcessHandle.current().pid();
        long gone = Long.MAX_VALUE;

        assertThat(Usage.of(gone)).isEqualTo(Usage.NONE);
        assertThat(Usage.of(List.of(self, gone)).residentBytes()).isPositive();
    }

    @Test
    void theMachineIsBusyWithAllButIdlingAndWaiting() {
        String stat = "cpu  100 20 30 9000 800 4 5 6 7 8\ncpu0 50 10 15 4500 400 2 2 3 3 4\n";

        assertThat(Machine.parse(stat)).isEqualTo((100 + 20 + 30 + 4 + 5 + 6) * 10_000L);
    }
}
