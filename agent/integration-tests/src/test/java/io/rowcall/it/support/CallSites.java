package io.rowcall.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Source lines that services mark with {@code // call site: NAME}. */
public final class CallSites {
  public static final Path SHOP = Path.of("shop/src/main/java/io/acme/shop/Shop.java");
  public static final Path OWNERS =
      Path.of("spring-jpa/src/main/java/io/acme/owners/OwnerService.java");
  public static final Path PETCLINIC =
      Path.of("petclinic/src/main/java/org/springframework/samples/petclinic/owner");

  private CallSites() {}

  /** Asserts that a call site of a report is the line of {@code source} marked {@code name}. */
  public static void assertAt(Path source, String name, JsonNode callSite) {
    assertEquals(
        source.getFileName() + ":" + line(source, name),
        callSite.path("file").asText() + ":" + callSite.path("line").asInt(),
        callSite::toString);
  }

  /**
   * Returns the number of the line marked {@code name}.
   *
   * @param source a path below the folder of services
   * @throws AssertionError unless exactly one line has the mark
   */
  public static int line(Path source, String name) {
    List<String> lines = read(source);
    String mark = "// call site: " + name;
    int[] marked =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).endsWith(mark)).toArray();
    if (marked.length != 1) {
      throw new AssertionError(marked.length + " lines of " + source + " end with " + mark);
    }
    return marked[0] + 1;
  }

  private static List<String> read(Path source) {
    try {
      return Files.readAllLines(ServiceCommand.SERVICES.resolve(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
