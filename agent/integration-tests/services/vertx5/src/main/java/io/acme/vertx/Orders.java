package io.acme.vertx;

import io.acme.shop.Scenarios;
import io.vertx.core.AbstractVerticle;

/** Worker verticle that queries for messages. */
final class Orders extends AbstractVerticle {
  static final String ADDRESS = "orders";

  private final Scenarios scenarios;

  Orders(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  @Override
  public void start() {
    vertx
        .eventBus()
        .<String>consumer(ADDRESS, message -> message.reply(scenarios.repeat(message.body(), 1)));
  }
}
