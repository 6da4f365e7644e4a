package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.util.Objects;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ActivationTriggerTest {

  static Stream<String> supertypes() {
    return Instrumentations.all().stream()
        .map(instrumentation -> instrumentation.candidates().supertype)
        .filter(supertype -> !supertype.isEmpty())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("supertypes")
  void isEveryClassThatWouldBeWovenForItsType(String supertype) {
    ClassWriter type = new ClassWriter(0);
    type.visit(
        Opcodes.V1_8, 0, "com/acme/Some", null, "java/lang/Object", new String[] {supertype});
    assertTrue(ActivationTrigger.SIGN == ActivationTrigger.of("com/acme/Some", type.toByteArray()));
  }

  @Test
  void isTheServerOfTheJdk() throws IOException {
    String name = "com/sun/net/httpserver/HttpServer";
    assertTrue(ActivationTrigger.SIGN == ActivationTrigger.of(name, bytes(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/fasterxml/jackson/databind/ObjectMapper",
        "com/fasterxml/jackson/databind/ext/OptionalHandlerFactory",
        "java/util/concurrent/ThreadPoolExecutor",
        "org/slf4j/LoggerFactory",
        "io/rowcall/core/weave/ActivationTriggerTest$Mapper"
      })
  void isNoClassThatHasOnlyValues(String name) throws IOException {
    assertFalse(ActivationTrigger.SIGN == ActivationTrigger.of(name, bytes(name)));
  }

  /** Names a value type of JDBC, as mappers do. */
  static final class Mapper {
    static long millis(Object value) {
      return value instanceof Timestamp ? ((Timestamp) value).getTime() : 0;
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
