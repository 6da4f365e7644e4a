package io.rowcall.core.weave.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ActivationTriggerTest {

  static Stream<String> supertypes() {
    return supertypesIn(area -> !area.equals("job"));
  }

  static Stream<String> supertypesOfJobs() {
    return supertypesIn(area -> area.equals("job"));
  }

  private static Stream<String> supertypesIn(Predicate<String> areas) {
    return Instrumentations.all().stream()
        .filter(each -> areas.test(area(each.getClass())))
        .map(instrumentation -> instrumentation.candidates().supertype)
        .filter(supertype -> !supertype.isEmpty())
        .distinct();
  }

  /** The last part of the package. */
  private static String area(Class<?> instrumentation) {
    String name = instrumentation.getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @MethodSource("supertypes")
  void startsTheAgentForEveryInterfaceThatIsWoven(String supertype) {
    assertEquals(ActivationTrigger.ACTIVATE, effectOfImplementing(supertype));
  }

  /** A job without a database does not concern the agent. */
  @ParameterizedTest
  @MethodSource("supertypesOfJobs")
  void notesJobsForLater(String supertype) {
    assertEquals(ActivationTrigger.LATER, effectOfImplementing(supertype));
  }

  private static int effectOfImplementing(String supertype) {
    ClassWriter type = new ClassWriter(0);
    type.visit(
        Opcodes.V1_8, 0, "com/acme/Some", null, "java/lang/Object", new String[] {supertype});
    return ActivationTrigger.of("com/acme/Some", type.toByteArray());
  }

  @Test
  void startsTheAgentForTheServerOfTheJdk() throws IOException {
    String name = "com/sun/net/httpserver/HttpServer";
    assertEquals(ActivationTrigger.ACTIVATE, ActivationTrigger.of(name, bytes(name)));
  }

  /**
   * Caches that are named after the place that creates them, before anything else may happen, and
   * servers whose connections need their state.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/github/benmanes/caffeine/cache/Caffeine",
        "com/google/common/cache/LocalCache",
        "io/grpc/internal/ServerImplBuilder",
        "io/ktor/server/engine/EmbeddedServer",
        "io/netty/util/DefaultAttributeMap",
        "sun/net/httpserver/ServerImpl"
      })
  void startsTheAgentByName(String name) {
    assertEquals(ActivationTrigger.ACTIVATE, ActivationTrigger.of(name, new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/fasterxml/jackson/databind/ObjectMapper",
        "com/fasterxml/jackson/databind/ext/OptionalHandlerFactory",
        "java/util/concurrent/ThreadPoolExecutor",
        "org/slf4j/LoggerFactory",
        "io/rowcall/core/weave/catalog/ActivationTriggerTest$Mapper"
      })
  void ignoresClassesThatMentionOnlyValues(String name) throws IOException {
    assertNotEquals(ActivationTrigger.ACTIVATE, ActivationTrigger.of(name, bytes(name)));
  }

  /** Names a value type of JDBC, as mappers do. */
  static final class Mapper {
    static long millis(Object value) {
      return value instanceof Timestamp ? ((Timestamp) value).getTime() : 0;
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        ActivationTriggerTest.class.getClassLoader().getResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
