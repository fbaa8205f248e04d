package dev.tollgate.local.backend;

import java.nio.file.Path;

/** The broker's files. */
final class KafkaConfig {
    private KafkaConfig() {}

    /** @param logFolder where the broker keeps its records */
    static String server(int port, int controllerPort, Path logFolder) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                log.cleaner.dedupe.buffer.size=2097152
                """.formatted(port, controllerPort, logFolder);
    }

    static String logging() {
        return """
                appender.console.type=Console
                appender.console.name=console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
                rootLogger.level=WARN
                rootLogger.appenderRef.console.ref=console
                logger.server.name=kafka.server.KafkaRaftServer
                logger.server.level=INFO
                """;
    }
}
