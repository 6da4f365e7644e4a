package io.rowcall.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Commas inside values, and commas between arguments. */
final class ArgumentsTest {
  private static final String[] PIECES = {
    "jdbc:mysql://h1",
    "h2/db?a=b",
    "(host=h1",
    "port=3306)",
    "S3cR3t",
    "",
    " ",
    "=",
    "p@ss=word",
    "x",
    "cn=joe",
    "dc=acme",
    "usr=scott",
    "\n",
    "\u202e",
    ":",
    "://"
  };

  private final List<String> problems = new ArrayList<>();

  @Test
  void keepsCommasInUrlsAndPasswords() {
    Properties parsed =
        parse(
            "service=shop,explain.url=jdbc:mysql://h1,h2/db?x=1,explain.user=cn=joe,dc=acme"
                + ",explain.password=a,b=c,,slow-query=10ms");
    assertEquals("shop", parsed.getProperty("service"));
    assertEquals("jdbc:mysql://h1,h2/db?x=1", parsed.getProperty("explain.url"));
    assertEquals("cn=joe,dc=acme", parsed.getProperty("explain.user"));
    assertEquals("a,b=c,", parsed.getProperty("explain.password"));
    assertEquals("10ms", parsed.getProperty("slow-query"));
    assertEquals(List.of(), problems);
  }

  @Test
  void keepsCommasInOtherTextsButRecognizesMisspelledKeys() {
    Properties parsed = parse("service=a, b,instance=zone=1,rack=2, slow-qurey = 1s ,");
    assertEquals("a, b", parsed.getProperty("service"));
    assertEquals("zone=1,rack=2", parsed.getProperty("instance"));
    assertEquals("1s", parsed.getProperty("slow-qurey"));
    assertEquals(3, parsed.size(), parsed::toString);
  }

  @Test
  void endsNumbersAndSwitchesAtTheFirstComma() {
    Properties parsed = parse("headers=false,color=blue,n1.repeats=3,,service=shop");
    assertEquals("false", parsed.getProperty("headers"));
    assertEquals("blue", parsed.getProperty("color"));
    assertEquals("3", parsed.getProperty("n1.repeats"));
    assertEquals("shop", parsed.getProperty("service"));
  }

  @Test
  void returnsEveryVerbatimValueUnchanged() {
    var random = new Random(1);
    Setting[] keys = {
      Setting.EXPLAIN_PASSWORD, Setting.EXPLAIN_URL, Setting.EXPLAIN_USER, Setting.SLOW_QUERY
    };
    for (int round = 0; round < 20_000; round++) {
      var values = new LinkedHashMap<String, String>();
      var text = new StringBuilder();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        Setting key = keys[random.nextInt(keys.length)];
        if (values.containsKey(key.key())) {
          continue;
        }
        String value = key.isVerbatim() ? value(random) : "5ms";
        values.put(key.key(), value);
        text.append(text.isEmpty() ? "" : ",").append(key.key()).append('=').append(value);
      }
      assertEquals(Map.copyOf(values), parse(text.toString()), text::toString);
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void reportsNoPartOfAValue() {
    var random = new Random(2);
    String[] names = {
      "explain.password",
      "explain.passwrd",
      "explain.url",
      "service",
      "config",
      "color",
      "log.level",
      "slow-query",
      "report.dir",
      ""
    };
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        String name = names[random.nextInt(names.length)];
        text.append(text.isEmpty() ? "" : ",").append(name).append(name.isEmpty() ? "" : "=");
        text.append("T1ger").append(random.nextBoolean() ? "" : ",T1ger" + value(random));
      }
      Config config =
          Config.read(text.toString(), new Properties(), Map.of(), new java.io.File("nowhere"));
      // After a number or a switch, a comma starts another argument.
      if (!text.toString().matches("(?s).*(log.level|slow-query)=[^,]*,T1ger.*")) {
        assertTrue(
            config.problems().stream().noneMatch(line -> line.contains("T1ger")),
            () -> text + " reports " + config.problems());
      }
    }
  }

  private static String value(Random random) {
    var value = new StringBuilder("x");
    for (int i = random.nextInt(5); i > 0; i--) {
      value.append(random.nextBoolean() ? "," : "").append(PIECES[random.nextInt(PIECES.length)]);
    }
    return value.toString();
  }

  private Properties parse(String text) {
    return Arguments.parse(text, problems);
  }
}
