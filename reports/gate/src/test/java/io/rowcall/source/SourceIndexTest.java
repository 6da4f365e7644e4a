package io.rowcall.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.CallSite;
import io.rowcall.format.Frame;
import io.rowcall.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookup of call sites in a checkout. */
final class SourceIndexTest {
  private static final String LINES = "\n".repeat(50);

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void createCheckout() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
  }

  @Test
  void findsAJavaClassInAnyModule() throws IOException {
    add("shop/core/src/main/java/io/acme/Shop.java", "package io.acme;");
    add("shop/core/target/generated/io/acme/Shop.java", "package io.acme;");
    add("shop/other/src/main/java/io/other/Shop.java", "package io.other;");
    assertEquals(
        new Location("shop/core/src/main/java/io/acme/Shop.java", 7), locate("io.acme.Shop", 7));
  }

  @Test
  void skipsBuildOutputButNotAPackageNamedBuild() throws IOException {
    add("shop/src/main/java/io/acme/build/Shop.java", "package io.acme.build;");
    add("shop/build/generated/io/acme/build/Shop.java", "package io.acme.build;");
    Location expected = new Location("shop/src/main/java/io/acme/build/Shop.java", 7);
    assertEquals(expected, locate("io.acme.build.Shop", 7));
    assertEquals(
        expected,
        locate("io.acme.build.Shop", "Shop.java", 7, folder.resolve("shop/src/main/java")));
  }

  @Test
  void findsAKotlinFileOutsideOfItsPackageFolder() throws IOException {
    add("app/src/main/kotlin/orders/Shop.kt", "@file:JvmName(\"Shops\")\npackage io.acme.orders");
    add("app/src/main/kotlin/users/Shop.kt", "package io.acme.users");
    assertEquals(
        new Location("app/src/main/kotlin/orders/Shop.kt", 7),
        locate("io.acme.orders.ShopKt", "Shop.kt", 7));
  }

  @Test
  void findsAGroovyClosure() throws IOException {
    add("src/main/groovy/io/acme/Shop.groovy", "/* package of.nobody */\n  package io.acme\n");
    assertEquals(
        new Location("src/main/groovy/io/acme/Shop.groovy", 7),
        locate("io.acme.Shop$_list_closure1", "Shop.groovy", 7));
  }

  @Test
  void findsAClassWithoutAPackage() throws IOException {
    add("Shop.java", "// package io.acme;\nclass Shop {}");
    assertEquals(new Location("Shop.java", 7), locate("Shop", 7));
  }

  @Test
  void omitsALineBeyondTheEndOfTheFile() throws IOException {
    add("src/main/kotlin/Shop.kt", "package io.acme");
    assertEquals(
        new Location("src/main/kotlin/Shop.kt", 0), locate("io.acme.ShopKt", "Shop.kt", 9_000));
  }

  @Test
  void notesMissingAndAmbiguousClassesOnce() throws IOException {
    assertNull(locate("io.acme.Gone", 7));
    assertEquals(
        "The source of 1 class was not found in the checkout: io.acme.Gone (Gone.java). Add its"
            + " folder with --source-root.",
        notes.get(0));
    add("a/Shop.java", "package io.acme;");
    add("b/Shop.java", "package io.acme;");
    assertNull(locate("io.acme.Shop", 7));
    assertTrue(notes.get(1).contains("found more than once: io.acme.Shop (Shop.java)"));
    assertEquals(2, notes.size());
  }

  @Test
  void prefersTheFirstRootWithTheClass() throws IOException {
    add("a/Shop.java", "package io.acme;");
    add("b/Shop.java", "package io.acme;");
    assertEquals(
        new Location("b/Shop.java", 7),
        locate("io.acme.Shop", "Shop.java", 7, folder.resolve("b"), folder.resolve("a")));
  }

  @Test
  void fallsBackToTheCallerOfALibrary() throws IOException {
    add("src/main/java/io/acme/Shop.java", "package io.acme;");
    CallSite site = site("org.library.Template", "Template.java", 99);
    var caller = new Frame();
    caller.type = "io.acme.Shop";
    caller.file = "Shop.java";
    caller.line = 12;
    site.callers.add(caller);
    assertEquals(new Location("src/main/java/io/acme/Shop.java", 12), locate(site, folder));
    assertEquals(List.of(), notes);
  }

  @Test
  void rejectsARootThatIsNotAFolder() {
    assertThrows(
        InvalidInputException.class,
        () -> locate("io.acme.Shop", "Shop.java", 1, folder.resolve("none")));
  }

  private @Nullable Location locate(String type, int line) throws IOException {
    return locate(type, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
  }

  private @Nullable Location locate(String type, String file, int line, Path... roots)
      throws IOException {
    return locate(site(type, file, line), roots.length == 0 ? new Path[] {folder} : roots);
  }

  private @Nullable Location locate(CallSite site, Path... roots) throws IOException {
    SourceIndex index = SourceIndex.of(List.of(roots), List.of(site));
    Location location = index.locateOrNote(site);
    notes.addAll(index.notes());
    return location;
  }

  private static CallSite site(String type, String file, int line) {
    var site = new CallSite();
    site.type = type;
    site.method = "list";
    site.file = file;
    site.line = line;
    return site;
  }

  private void add(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + LINES);
  }
}
