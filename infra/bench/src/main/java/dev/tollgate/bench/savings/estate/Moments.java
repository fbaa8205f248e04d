package dev.tollgate.bench.savings.estate;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Days and times of the made-up data, around {@link #TODAY}. */
final class Moments {
    /** The day on which the agents work, a Monday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static final LocalDate FIRST_DAY = TODAY.minusDays(120);
    private static final int DAYS = 150;
    private static final int PAST_DAYS = 119;
    private static final LocalDate FIRST_WEEK = TODAY.minusWeeks(1);
    private static final int WEEKS = 3;
    private static final int MINUTES_OF_DAY = 24 * 60;

    private Moments() {}

    static String date(Seed seed) {
        return FIRST_DAY.plusDays(seed.below(DAYS)).toString();
    }

    static String moment(Seed seed) {
        return at(FIRST_DAY.plusDays(seed.below(PAST_DAYS)), seed.next(1).below(MINUTES_OF_DAY));
    }

    static String created(Seed seed) {
        return at(FIRST_DAY.minusDays(1 + seed.next(1).below(300)), seed.next(3).below(MINUTES_OF_DAY));
    }

    /** In working hours of a workday. */
    static String slot(Seed seed) {
        LocalDate day = FIRST_WEEK
                .plusWeeks(seed.next(4).below(WEEKS))
                .plusDays(seed.next(5).below(5));
        return at(day, begin(seed));
    }

    static String slotEnd(Seed seed) {
        String begin = slot(seed);
        LocalDate day = LocalDate.parse(begin.substring(0, "2026-11-16".length()));
        return at(day, begin(seed) + 30 * (1 + seed.next(7).below(3)));
    }

    private static int begin(Seed seed) {
        return 8 * 60 + 30 * seed.next(6).below(18);
    }

    private static String at(LocalDate day, int minute) {
        LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
        return time + ":00Z";
    }
}
