package io.rowcall.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dependencies between packages: who may import whom. */
final class ArchitectureTest {
  private static final String HOOKS = "io.rowcall.boot";
  private static final String CONTEXT = HOOKS + ".context";
  private static final String REQUEST = HOOKS + ".request";
  private static final String STATE = HOOKS + ".state";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rowcall");

  @Test
  void layersOfTheHotPathDependOnlyOnLowerOnes() {
    assertIndependent(STATE, REQUEST, CONTEXT, HOOKS);
    assertIndependent(REQUEST, CONTEXT, HOOKS);
    assertIndependent(CONTEXT, HOOKS);
    slices().matching("io.rowcall.(boot..)").should().beFreeOfCycles().check(CORE);
  }

  private static void assertIndependent(String layer, String... above) {
    noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .check(CORE);
  }

  /** Every class of the hot path becomes {@code java.lang.Rowcall} and its simple name. */
  @Test
  void simpleNamesOfTheHotPathAreUnique() {
    Map<String, JavaClass> names = new HashMap<>();
    for (JavaClass type : CORE) {
      if (type.getPackageName().startsWith(HOOKS)
          && !type.getSimpleName().equals("package-info")
          && type.isTopLevelClass()) {
        JavaClass other = names.put(type.getSimpleName(), type);
        assertNull(other, () -> type.getName() + " and " + other);
      }
    }
    assertTrue(names.size() > 40, names::toString);
  }

  @Test
  void packagesOfTheCoreHaveNoCycles() {
    slices().matching("io.rowcall.core.(**)").should().beFreeOfCycles().check(CORE);
  }

  /** The jar has neither of them. */
  @Test
  void theCoreUsesNoDataBinding() {
    noClasses()
        .that()
        .resideInAPackage("io.rowcall.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.rowcall.format.read..",
            "com.fasterxml.jackson.databind..",
            "com.fasterxml.jackson.annotation..")
        .check(CORE);
  }

  @Test
  void sqlAndConfigDependOnNoOtherPackage() {
    for (String alone : new String[] {"..core.sql..", "..core.config.."}) {
      noClasses()
          .that()
          .resideInAPackage(alone)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..core.weave..",
              "..core.record..",
              "..core.findings..",
              "..core.export..",
              "..core.start..")
          .check(CORE);
    }
  }

  @Test
  void findingsDependNeitherOnRecordingNorOnExport() {
    noClasses()
        .that()
        .resideInAPackage("..core.findings..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..core.record..", "..core.export..", "..core.weave..", "..format..")
        .check(CORE);
  }

  @Test
  void partsOfChecksDoNotDependOnChecks() {
    noClasses()
        .that()
        .resideInAnyPackage("io.rowcall.core.findings.nplusone", "io.rowcall.core.findings.request")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.rowcall.core.findings")
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("io.rowcall.core.findings.request")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.rowcall.core.findings.nplusone")
        .check(CORE);
  }

  @Test
  void onlyExportUsesTheReportFormatAndOnlyWeaveUsesByteBuddy() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..core.weave..", "..core.record..", "..core.findings..", "..core.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.rowcall.format..", "com.fasterxml..")
        .check(CORE);
    noClasses()
        .that()
        .resideOutsideOfPackage("..core.weave..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.bytebuddy..")
        .check(CORE);
  }

  @Test
  void bootAndStartAvoidPackagesThatBreakApplicationsAtStart() {
    noClasses()
        .that()
        .resideInAnyPackage("io.rowcall.boot..", "..core.start..", "..core.config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "java.nio.file..", "java.sql..", "javax.management..")
        .check(CORE);
  }
}
