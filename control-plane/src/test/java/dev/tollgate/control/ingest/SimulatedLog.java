package dev.tollgate.control.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A log in memory. */
final class SimulatedLog implements EventLog {
    private final UUID id;
    private final List<List<byte[]>> partitions;
    private final Random random;
    private final int runMax;
    private final Map<Integer, Long> positions = new TreeMap<>();

    SimulatedLog(UUID id, List<List<byte[]>> partitions, Random random, int runMax) {
        this.id = id;
        this.partitions = partitions;
        this.random = random;
        this.runMax = runMax;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Map<Integer, Long> beginnings() {
        Map<Integer, Long> beginnings = new TreeMap<>();
        for (int p = 0; p < partitions.size(); p++) {
            beginnings.put(p, 0L);
        }
        return beginnings;
    }

    @Override
    public Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        for (int p = 0; p < partitions.size(); p++) {
            ends.put(p, (long) partitions.get(p).size());
        }
        return ends;
    }

    @Override
    public void seek(Map<Integer, Long> next) {
        positions.clear();
        positions.putAll(next);
    }

    @Override
    public Map<Integer, Long> positions() {
        return Map.copyOf(positions);
    }

    /** As a consumer does it: a run from one partition, then a run from another, no two polls cut alike. */
    @Override
    public List<LogRecord> poll() {
        List<LogRecord> records = new ArrayList<>();
        int budget = 1 + random.nextInt(runMax);
        int start = random.nextInt(partitions.size());
        for (int i = 0; i < partitions.size() && records.size() < budget; i++) {
            int partition = (start + i) % partitions.size();
            long position = positions.getOrDefault(partition, 0L);
            while (position < partitions.get(partition).size() && records.size() < budget) {
                records.add(new LogRecord(
                        partition, position, partitions.get(partition).get((int) position)));
                position++;
            }
            positions.put(partition, position);
        }
        return records;
    }

    @Override
    public void close() {}
}
