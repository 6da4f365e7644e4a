package io.rowcall.core.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.weave.catalog.Instrumentations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for the declarations of every instrumentation. */
final class InstrumentationsTest {

  static Stream<Instrumentation> all() {
    return Instrumentations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void selectClassesInOneWay(Instrumentation instrumentation) {
    Candidates candidates = instrumentation.candidates();
    int ways = candidates.names.isEmpty() ? 0 : 1;
    ways += candidates.supertype.isEmpty() ? 0 : 1;
    ways += candidates.mention == 0 ? 0 : 1;
    assertEquals(1, ways);
    assertEquals(candidates.supertype.isEmpty(), candidates.methods.isEmpty());
  }

  /** A class without a rule would be selected for nothing; a rule for another name is dead. */
  @ParameterizedTest
  @MethodSource("all")
  void haveARuleForEachNameTheySelectAndForNoOther(Instrumentation instrumentation) {
    for (String name : instrumentation.candidates().names) {
      Weaver weaver = new Weaver(type(name));
      instrumentation.weave(weaver);
      assertTrue(weaver.rules().size() + weaver.states().size() > 0, name);
      assertTrue(instrumentation.candidates().names.containsAll(weaver.namesInRules()), name);
    }
  }

  @Test
  void areSortedByName() {
    List<String> names = new ArrayList<>();
    for (Instrumentation instrumentation : Instrumentations.all()) {
      names.add(instrumentation.getClass().getName().replaceAll(".*[.]", "").split("[$]")[0]);
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(null);
    assertEquals(sorted, names);
  }

  @Test
  void listTheirTargetsReadably() {
    List<String> targets = Instrumentations.targets();
    assertTrue(targets.contains("org.vibur.dbcp.ViburDBCPDataSource"));
    assertTrue(targets.contains("every java.sql.ResultSet"));
    assertFalse(targets.contains(""));
  }

  private static TypeDescription type(String internalName) {
    return InstrumentedType.Factory.Default.MODIFIABLE.subclass(
        internalName.replace('/', '.'),
        Visibility.PUBLIC.getMask(),
        TypeDescription.Generic.OBJECT);
  }
}
