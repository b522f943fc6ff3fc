package io.minutebook.bench.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event as a service would publish it, or something that is none.
 *
 * @param topic without the prefix of the topics it goes to
 */
record SampleEvent(String topic, String key, Map<String, String> headers, String value) {
    ProducerRecord<byte[], byte[]> to(String prefix) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(prefix + topic, utf8(key), utf8(value));
        headers.forEach((name, text) -> record.headers().add(name, utf8(text)));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
