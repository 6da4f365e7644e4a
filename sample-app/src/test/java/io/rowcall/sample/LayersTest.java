package io.rowcall.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {

  private final JavaClasses app =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rowcall");

  @Test
  void theCacheCanBeLiftedOut() {
    classes()
        .that()
        .resideInAPackage("io.rowcall.sample.cache..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.rowcall.sample.cache..",
            "java..",
            "com.github.benmanes.caffeine..",
            "io.lettuce..",
            "org.slf4j..",
            "org.jspecify..")
        .check(app);
  }

  @Test
  void theAppKnowsNothingOfTheLoadNorOfAnAgent() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.rowcall.sample.load..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.rowcall.sample.load..")
        .check(app);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "io.rowcall.boot..", "io.rowcall.core..", "io.rowcall.agent..", "io.rowcall.format..")
        .check(app);
  }
}
