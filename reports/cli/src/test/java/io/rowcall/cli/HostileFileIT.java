package io.rowcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that would exhaust the memory, rejected by a JVM with 256 MB, with position and reason.
 * Each has a gigabyte, most of which must not be read.
 */
final class HostileFileIT {
  private static final String START = "{\"schema\": \"rowcall-report/1\", ";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a string            | 'agent\": {\"version\": \"'           | a              | String"
            + " value length",
        "an unknown string   | 'newer\": \"'                         | a              | String"
            + " value length",
        "a name              | ''                                    | a              | Name"
            + " length",
        "a depth             | 'newer\": '                           | [              | nesting"
            + " depth",
        "a number            | 'totals\": {\"requests\": '           | 7              | String"
            + " value length",
        "an unknown list     | 'newer\": [1'                         | ',[]'          | in one"
            + " part",
        "shares              | 'endpoints\": [{\"statements\": [{}'  | ',{}'          | in one"
            + " part",
        "lines of evidence   | 'findings\": [{\"evidence\": [\"a\"'  | ',\"a\"'       | in one"
            + " part",
        "spaces              | 'endpoints\":'                        | ' '            | in one"
            + " part",
        "empty endpoints     | 'endpoints\": [{}'                    | ',{}'          | 100000"
            + " endpoints",
        "empty slow queries  | 'slowQueries\": [{}'                  | ',{}'          | 100000"
            + " slowQueries",
      })
  void rejectsAGigabyteOf(String description, String start, String repetition, String reason)
      throws Exception {
    var endless = new Endless(START + '"' + start, repetition);
    Run run = new Jar(folder).rowcall(endless, Map.of(), List.of("-Xmx256m"), "gate", "-");
    assertRejected(run, reason);
    assertTrue(
        endless.bytesRead() < 100_000_000,
        () -> description + ": " + endless.bytesRead() + " bytes");
  }

  /** Neither a part nor a list is too long, but the whole is. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"endpoints, name", "statements, id", "findings, id", "newer0, name"})
  void rejectsDistinctItemsThatDoNotFit(String list, String key) throws Exception {
    Run run =
        new Jar(folder)
            .rowcall(new DistinctElements(list, key), Map.of(), List.of("-Xmx256m"), "merge", "-");
    assertRejected(run, "fit into 128 MB of memory");
  }

  private static void assertRejected(Run run, String reason) {
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().matches("(?s)rowcall: stdin:\\d+:\\d+: expected .*found .*"), run::all);
    assertTrue(run.err().contains(reason), run::all);
    assertTrue(run.err().length() < 1_000, run::all);
  }

  /** Elements of two kilobytes with distinct names. */
  private static final class DistinctElements extends InputStream {
    private static final String TEXT = "x".repeat(2_000);

    private final String list;
    private final String key;
    private byte[] element;
    private int position;
    private int number;

    DistinctElements(String list, String key) {
      this.list = list;
      this.key = key;
      element = bytes(START + (isUnknown() ? "\"a\": 1" : "\"" + list + "\": [{}"));
    }

    private boolean isUnknown() {
      return list.startsWith("newer");
    }

    private static byte[] bytes(String text) {
      return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      if (position == element.length) {
        number++;
        String object = "{\"" + key + "\": \"" + number + TEXT + "\"}";
        element = bytes(isUnknown() ? ",\"newer" + number + "\": " + object : "," + object);
        position = 0;
      }
      return element[position++];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      buffer[offset] = (byte) read();
      int count = Math.min(length - 1, element.length - position);
      System.arraycopy(element, position, buffer, offset + 1, count);
      position += count;
      return count + 1;
    }
  }
}
