package io.rowcall.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The lines that services mark with {@code // call site: NAME}. */
public final class CallSites {
  public static final Path SHOP = Path.of("shop/src/main/java/io/acme/shop/Shop.java");
  public static final Path OWNERS =
      Path.of("spring-jpa/src/main/java/io/acme/owners/OwnerService.java");
  public static final Path PETCLINIC =
      Path.of("petclinic/src/main/java/org/springframework/samples/petclinic/owner");

  private CallSites() {}

  /** The number of the one line marked {@code name}. */
  public static int line(Path source, String name) throws IOException {
    List<String> lines = Files.readAllLines(ServiceCommand.SERVICES.resolve(source));
    String mark = "// call site: " + name;
    int[] marked =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).endsWith(mark)).toArray();
    if (marked.length != 1) {
      throw new AssertionError(marked.length + " lines of " + source + " end with " + mark);
    }
    return marked[0] + 1;
  }
}
