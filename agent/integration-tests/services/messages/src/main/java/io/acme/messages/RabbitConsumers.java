package io.acme.messages;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.acme.jobs.Work;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.rabbit.annotation.EnableRabbit;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Three consumers of the client of RabbitMQ: a class, a callback, and a listener of Spring. */
final class RabbitConsumers {
  private static final String CLASS = "for-class";
  private static final String CALLBACK = "for-callback";
  private static final String SPRING = "for-spring";
  private static final String BROKER =
      """
      {
        "name": "broker",
        "modelVersion": "9.0",
        "authenticationproviders": [
          {"name": "users", "type": "Plain", "secureOnlyMechanisms": [],
           "users": [{"name": "guest", "type": "managed", "password": "guest"}]}
        ],
        "ports": [
          {"name": "AMQP", "port": %d, "authenticationProvider": "users",
           "protocols": ["AMQP_0_9_1"],
           "virtualhostaliases": [
             {"name": "default", "type": "defaultAlias"}, {"name": "names", "type": "nameAlias"}
           ]}
        ],
        "virtualhostnodes": [
          {"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
           "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}
        ]
      }
      """;

  private static volatile int port;

  private RabbitConsumers() {}

  static void start() throws Exception {
    port = freePort();
    Path settings = Files.createTempFile("broker", ".json");
    Files.writeString(settings, String.format(Locale.ROOT, BROKER, port));
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(SystemConfig.TYPE, "Memory");
    attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, settings.toUri().toString());
    attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
    new SystemLauncher().startup(attributes);
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(port);
    factory.setVirtualHost("default");
    Connection connection = factory.newConnection();
    for (String queue : new String[] {CLASS, CALLBACK, SPRING}) {
      send(connection, queue);
    }
    Channel classes = connection.createChannel();
    classes.basicConsume(CLASS, true, new Consumer(classes));
    connection
        .createChannel()
        .basicConsume(CALLBACK, true, (tag, delivery) -> Work.run(CALLBACK), tag -> {});
    new AnnotationConfigApplicationContext(Listeners.class);
  }

  private static int freePort() throws Exception {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void send(Connection connection, String queue) throws Exception {
    try (Channel channel = connection.createChannel()) {
      channel.queueDeclare(queue, false, false, false, null);
      for (int i = 0; i < Work.RUNS; i++) {
        AMQP.BasicProperties text =
            new AMQP.BasicProperties.Builder().contentType("text/plain").build();
        channel.basicPublish("", queue, text, "message".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static final class Consumer extends DefaultConsumer {
    Consumer(Channel channel) {
      super(channel);
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      Work.run(CLASS);
    }
  }

  /** The listener of Spring, and what it needs. */
  @Configuration
  @EnableRabbit
  public static class Listeners {

    @Bean
    public CachingConnectionFactory connectionFactory() {
      CachingConnectionFactory factory = new CachingConnectionFactory("127.0.0.1", port);
      factory.setVirtualHost("default");
      return factory;
    }

    @Bean
    public SimpleRabbitListenerContainerFactory rabbitListenerContainerFactory() {
      SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
      factory.setConnectionFactory(connectionFactory());
      return factory;
    }

    /** Handles one message. */
    @RabbitListener(queues = SPRING)
    public void handle(String message) {
      try {
        Work.run(SPRING);
      } catch (IllegalStateException planned) {
        throw new AmqpRejectAndDontRequeueException(planned);
      }
    }
  }
}
