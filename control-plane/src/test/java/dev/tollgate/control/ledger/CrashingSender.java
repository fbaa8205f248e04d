package dev.tollgate.control.ledger;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** A producer of a process that ends in the midst of its answers, once for each time that it is told to. */
final class CrashingSender {
    private final Producer<String, byte[]> real;
    private int left = Integer.MAX_VALUE;
    private int acknowledged = Integer.MAX_VALUE;
    private long sent;

    CrashingSender(Producer<String, byte[]> real) {
        this.real = real;
    }

    /** @param answers how many are sent before */
    void crashAfter(int answers) {
        left = answers;
    }

    /** @param answers how many are acknowledged before one is sent of which nothing more is heard */
    void loseAfter(int answers) {
        acknowledged = answers;
    }

    long sent() {
        return sent;
    }

    @SuppressWarnings("unchecked")
    Producer<String, byte[]> producer() {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        if (left-- == 0) {
                            left = Integer.MAX_VALUE;
                            throw new KafkaException("the process ended");
                        }
                        sent++;
                        if (acknowledged-- == 0) {
                            acknowledged = Integer.MAX_VALUE;
                            method.invoke(real, arguments);
                            return CompletableFuture.failedFuture(new KafkaException("nothing more was heard of it"));
                        }
                    }
                    return method.invoke(real, arguments);
                });
    }
}
