package io.rowcall.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Direction of dependencies between the plug-in and the gate library. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rowcall");

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.rowcall.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theLibraryDoesNotDependOnMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.rowcall.maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "io.rowcall.maven..")
        .check(CLASSES);
  }

  @Test
  void thePluginDoesNotContainPicocli() {
    noClasses().should().dependOnClassesThat().resideInAPackage("picocli..").check(CLASSES);
  }
}
