package io.rowcall.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogTest {

  @Test
  void isSortedByPackage() {
    List<String> packages = new ArrayList<>();
    for (Library library : Catalog.ALL) {
      packages.add(library.packages[0]);
    }
    List<String> sorted = new ArrayList<>(packages);
    sorted.sort(null);
    assertEquals(sorted, packages);
  }

  /** One library, one descriptor: here, or beside its instrumentation. */
  @Test
  void hasNoPackageThatAnInstrumentationDescribes() {
    List<Library> all = new ArrayList<>(Catalog.ALL);
    for (Instrumentation instrumentation : Instrumentations.all()) {
      Library described = instrumentation.library();
      if (described != null) {
        all.add(described);
      }
    }
    Set<String> packages = new HashSet<>();
    for (Library library : all) {
      for (String name : library.packages) {
        assertTrue(packages.add(name), name);
        assertTrue(
            name.endsWith(".")
                || name.endsWith("jdbc")
                || name.endsWith("dbcp")
                || name.endsWith("pool"),
            name);
      }
    }
  }
}
