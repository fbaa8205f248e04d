package dev.tollgate.model.quota.lease;

/** How fast one limit is used here, as a moving average, and how much one call takes. */
final class Demand {
    private static final long SAMPLE_MILLIS = 500;
    private static final double WEIGHT_OF_NEW = 0.3;
    /** A lease is for about ten seconds of calls. */
    private static final long WANTED_MILLIS = 10_000;
    /** The next one is asked for when what is left lasts less than this. */
    private static final long AHEAD_MILLIS = 2_000;

    /** Of what runs at once: how much of the last peak is still wanted at the next sample. */
    private static final double PEAK_LEFT = 0.8;

    private final boolean running;
    private double perMilli;
    private double peak;
    private long oneCall;
    private long sampledAtMillis;
    private long usedAtMillis;

    /**
     * @param running whether what calls take comes back when they end: then what they hold at once counts, and not how many come
     */
    Demand(boolean running) {
        this.running = running;
    }

    void sample(LimitShare share, long nowMillis) {
        long passed = nowMillis - sampledAtMillis;
        if (passed < SAMPLE_MILLIS) {
            return;
        }
        long sum = share.demanded.sumThenReset();
        if (sum > 0) {
            usedAtMillis = nowMillis;
            oneCall = share.largest.getThenReset();
        }
        if (running) {
            peak = Math.max(share.inUse(), PEAK_LEFT * peak);
        } else {
            perMilli += WEIGHT_OF_NEW * ((double) sum / passed - perMilli);
        }
        sampledAtMillis = nowMillis;
    }

    /** The largest call of late. */
    long oneCall() {
        return oneCall;
    }

    long wanted() {
        return running ? Math.round(peak) : (long) (perMilli * WANTED_MILLIS);
    }

    long ahead() {
        return (long) (perMilli * AHEAD_MILLIS);
    }

    long aheadMillis() {
        return AHEAD_MILLIS;
    }

    boolean isIdle(long nowMillis, long forMillis) {
        return nowMillis - usedAtMillis >= forMillis;
    }
}
