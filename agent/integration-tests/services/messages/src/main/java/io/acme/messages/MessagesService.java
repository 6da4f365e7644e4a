package io.acme.messages;

import io.acme.jobs.Work;
import io.acme.jobs.WorkServer;
import java.util.Map;

/** Starts the broker or the scheduler that its argument names. */
public final class MessagesService {

  /** Start of one technology. */
  private interface Start {
    void run() throws Exception;
  }

  private static final Map<String, Start> KINDS =
      Map.of(
          "kafka", KafkaConsumers::start,
          "jms", JmsConsumers::start,
          "rabbit", RabbitConsumers::start,
          "batch", Batches::start,
          "jobrunr", BackgroundJobs::start);

  private MessagesService() {}

  public static void main(String[] args) throws Exception {
    Work.create();
    KINDS.get(args[0]).run();
    WorkServer.start(() -> Work.run("called"));
  }
}
