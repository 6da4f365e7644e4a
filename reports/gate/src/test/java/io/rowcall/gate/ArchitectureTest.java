package io.rowcall.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Direction of dependencies between the packages of the report format and the gate library. */
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
  void theLibraryDoesNotDependOnTheCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "io.rowcall.cli..")
        .check(CLASSES);
  }

  @Test
  void theFormatDependsOnNoOtherPackage() {
    noClasses()
        .that()
        .resideInAPackage("io.rowcall.format..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.rowcall.diff..",
            "io.rowcall.gate..",
            "io.rowcall.input..",
            "io.rowcall.merge..",
            "io.rowcall.show..",
            "io.rowcall.source..",
            "io.rowcall.text..")
        .check(CLASSES);
  }

  @Test
  void mergingDoesNotDependOnRendering() {
    noClasses()
        .that()
        .resideInAPackage("io.rowcall.merge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.rowcall.text..", "io.rowcall.show..", "io.rowcall.gate..")
        .check(CLASSES);
  }

  @Test
  void onlyBudgetsUseYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.rowcall.gate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(CLASSES);
  }
}
