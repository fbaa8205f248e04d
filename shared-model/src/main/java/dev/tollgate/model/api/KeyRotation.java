package dev.tollgate.model.api;

/**
 * That a key gets a new secret again and again. Each of its secrets ends by itself {@code everyDays} and the overlap after
 * it was issued; whoever holds it asks for the next one in time.
 *
 * @param everyDays 1 to 366
 * @param overlapSeconds how long the old secret is accepted beside the new one; absent means 0, and at most 30 days and
 *     {@code everyDays}
 */
public record KeyRotation(int everyDays, long overlapSeconds) {
    public static final int EVERY_DAYS_MAX = 366;
}
