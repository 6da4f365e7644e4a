package io.rowcall.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.config.Config;
import io.rowcall.format.SingleLine;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every message is one line, and no text in it can be mistaken for another line. */
final class AgentLogTest {
  private static final String[] PARTS = {
    "\n",
    "\r",
    "\u0085",
    "\u2028",
    "\u001b[2J",
    "\u202e",
    "\ud800",
    "ERROR rowcall - FAKELINE",
    "a",
    "{}"
  };

  private final AgentLog messages =
      new AgentLog(Config.read("", new Properties(), Map.of(), new File("nowhere")));

  @Test
  void aNameWithALineBreakForgesNoLine() {
    String line = said(m -> m.fault(new IOException("\"a\nERROR rowcall - FAKELINE\"")));
    assertEquals(1, line.lines().count(), line);
  }

  @Test
  void eachMessageIsOneLineWhateverIsInIt() {
    var random = new Random(3);
    for (int round = 0; round < 500; round++) {
      String text = text(random);
      assertOneLine(m -> m.cannotWrite(text, text, new IOException(text), text));
      assertOneLine(m -> m.fault(new IllegalStateException(text, new IOException(text))));
      assertOneLine(m -> m.cannotExplain(new IOException(text)));
    }
  }

  private void assertOneLine(Consumer<AgentLog> message) {
    String line = said(message);
    assertTrue(line.endsWith(System.lineSeparator()), line);
    assertTrue(line.startsWith("ERROR rowcall - ") || line.contains(" ERROR rowcall - "), line);
    line.stripTrailing()
        .codePoints()
        .forEach(
            c -> assertTrue(SingleLine.isVisible(c), () -> Integer.toHexString(c) + " in " + line));
  }

  private String said(Consumer<AgentLog> message) {
    PrintStream before = System.err;
    var bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      message.accept(messages);
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
