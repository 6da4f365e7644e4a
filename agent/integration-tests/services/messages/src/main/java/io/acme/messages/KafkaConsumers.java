package io.acme.messages;

import io.acme.jobs.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.backoff.FixedBackOff;

/** Two consumers of Kafka: a loop of its own, and a listener of Spring. One record per poll. */
final class KafkaConsumers {
  private static final String PLAIN = "plain";
  private static final String SPRING = "spring";
  private static volatile String brokers = "";

  private KafkaConsumers() {}

  static void start() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, PLAIN, SPRING);
    broker.afterPropertiesSet();
    brokers = broker.getBrokersAsString();
    send();
    Thread loop = new Thread(KafkaConsumers::loop, "plain-loop");
    loop.setDaemon(true);
    loop.start();
    new AnnotationConfigApplicationContext(Listeners.class);
  }

  private static void send() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      for (int i = 0; i < Work.RUNS; i++) {
        producer.send(new ProducerRecord<>(PLAIN, "message"));
        producer.send(new ProducerRecord<>(SPRING, "message"));
      }
    }
  }

  private static Map<String, Object> settings(String group) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    return settings;
  }

  private static void loop() {
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings(PLAIN))) {
      consumer.subscribe(List.of(PLAIN));
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
          handle(message);
        }
      }
    }
  }

  private static void handle(ConsumerRecord<String, String> message) {
    try {
      Work.run(message.topic());
    } catch (IllegalStateException planned) {
      return;
    }
  }

  /** The listener of Spring, and what it needs. */
  @Configuration
  @EnableKafka
  public static class Listeners {

    @Bean
    public ConcurrentKafkaListenerContainerFactory<String, String> kafkaListenerContainerFactory() {
      ConcurrentKafkaListenerContainerFactory<String, String> factory =
          new ConcurrentKafkaListenerContainerFactory<>();
      factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(settings(SPRING)));
      factory.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 0)));
      return factory;
    }

    /** Handles one record. */
    @KafkaListener(topics = SPRING)
    public void handle(String message) {
      Work.run(SPRING);
    }
  }
}
