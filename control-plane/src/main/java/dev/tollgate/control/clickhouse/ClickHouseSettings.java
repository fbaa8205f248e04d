package dev.tollgate.control.clickhouse;

import java.net.URI;

/**
 * Where ClickHouse is and how its tables are kept.
 *
 * @param replicated whether tables are replicated, which needs a keeper; the database is then of the Replicated engine
 * @param callsDays how long single calls are kept
 * @param spendDays how long the hourly roll-up is kept
 */
public record ClickHouseSettings(
        URI endpoint,
        String database,
        String username,
        String password,
        boolean replicated,
        int callsDays,
        int spendDays) {
    /** The roll-up of a day is made anew from its calls, which must then be whole: longer than an event may be late. */
    public static final int DAYS_MIN = 60;

    private static final String SCHEME = "jdbc:clickhouse:";

    public ClickHouseSettings {
        if (callsDays < DAYS_MIN || spendDays < callsDays) {
            throw new IllegalArgumentException("calls are kept at least " + DAYS_MIN
                    + " days and the roll-up no shorter, not " + callsDays + " and " + spendDays);
        }
    }

    /**
     * @param url {@code jdbc:clickhouse:http://host:port/database}, or https
     */
    public static ClickHouseSettings of(
            String url, String username, String password, boolean replicated, int callsDays, int spendDays) {
        URI address = URI.create(url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url);
        String path = address.getPath();
        if (address.getHost() == null || address.getPort() < 0 || path == null || path.length() < 2) {
            throw new IllegalArgumentException(
                    "tollgate.clickhouse.url is jdbc:clickhouse:http://host:port/database, not " + url);
        }
        URI endpoint = URI.create(address.getScheme() + "://" + address.getHost() + ":" + address.getPort());
        return new ClickHouseSettings(
                endpoint, path.substring(1), username, password, replicated, callsDays, spendDays);
    }

    @Override
    public String toString() {
        return endpoint + "/" + database + " as " + username;
    }
}
