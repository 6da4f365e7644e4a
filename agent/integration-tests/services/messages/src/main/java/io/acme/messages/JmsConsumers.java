package io.acme.messages;

import io.acme.jobs.Work;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;

/** Three consumers of JMS: a class, a lambda, and a listener of Spring. */
final class JmsConsumers {
  private static final String CLASS = "for-class";
  private static final String LAMBDA = "for-lambda";
  private static final String SPRING = "for-spring";
  private static final String URL = "vm://0";

  private JmsConsumers() {}

  static void start() throws Exception {
    Configuration broker =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("vm", URL);
    new EmbeddedActiveMQ().setConfiguration(broker).start();
    Connection connection = new ActiveMQConnectionFactory(URL).createConnection();
    connection.start();
    for (String queue : new String[] {CLASS, LAMBDA, SPRING}) {
      send(connection, queue);
    }
    listen(connection, CLASS, new Listener());
    listen(connection, LAMBDA, message -> Work.run(LAMBDA));
    new AnnotationConfigApplicationContext(Listeners.class);
  }

  private static void send(Connection connection, String queue) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      for (int i = 0; i < Work.RUNS; i++) {
        producer.send(session.createTextMessage("message"));
      }
    }
  }

  private static void listen(Connection connection, String queue, MessageListener listener)
      throws JMSException {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session.createConsumer(session.createQueue(queue)).setMessageListener(listener);
  }

  private static final class Listener implements MessageListener {

    @Override
    public void onMessage(Message message) {
      Work.run(CLASS);
    }
  }

  /** The listener of Spring, and what it needs. */
  @org.springframework.context.annotation.Configuration
  @EnableJms
  public static class Listeners {

    @Bean
    public ConnectionFactory connectionFactory() {
      return new ActiveMQConnectionFactory(URL);
    }

    @Bean
    public DefaultJmsListenerContainerFactory jmsListenerContainerFactory() {
      DefaultJmsListenerContainerFactory factory = new DefaultJmsListenerContainerFactory();
      factory.setConnectionFactory(connectionFactory());
      return factory;
    }

    /** Handles one message. */
    @JmsListener(destination = SPRING)
    public void handle(String message) {
      Work.run(SPRING);
    }
  }
}
