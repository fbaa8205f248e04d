package dev.tollgate.model.quota.simulation;

import java.util.SplittableRandom;

/** What goes wrong, and how often; nothing once it is calm. Every answer comes from the seed. */
public final class Weather {
    final SplittableRandom random;
    private final double loss;
    private final double copies;
    private final double crashes;
    private final int delayMaxMillis;
    private boolean calm;

    Weather(SplittableRandom random) {
        this.random = random;
        this.loss = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3);
        this.copies = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3);
        this.crashes = random.nextInt(4) == 0 ? 0 : random.nextDouble(0.01);
        this.delayMaxMillis = random.nextInt(4) == 0 ? 15_000 : random.nextInt(20, 2_000);
    }

    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    boolean loses() {
        return !calm && random.nextDouble() < loss;
    }

    boolean copies() {
        return !calm && random.nextDouble() < copies;
    }

    boolean crashesLedger() {
        return !calm && random.nextDouble() < crashes;
    }

    /** Most messages are quick; some are late by any time, and so overtaken. */
    long delay() {
        if (calm) {
            return random.nextInt(5, 30);
        }
        return random.nextInt(5) == 0 ? random.nextInt(1, delayMaxMillis) : random.nextInt(1, 60);
    }
}
