package io.rowcall.sample;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependency rules of the app. */
class LayersTest {

  private final JavaClasses app =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rowcall.sample");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.rowcall.sample.(*)..").should().beFreeOfCycles().check(app);
  }

  @Test
  void doesNotDependOnTheLoadGeneratorOrTheAgent() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("io.rowcall.sample..", "io.rowcall.cache..")
                .or(resideOutsideOfPackage("io.rowcall..")))
        .check(app);
  }
}
