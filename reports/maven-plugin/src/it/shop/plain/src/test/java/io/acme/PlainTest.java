package io.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTest {
  @Test
  void needsNoDatabase() {
    assertEquals("kept", System.getProperty("shop.mark"));
  }
}
