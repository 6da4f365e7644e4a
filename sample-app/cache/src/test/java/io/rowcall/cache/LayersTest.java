package io.rowcall.cache;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the cache may depend on. */
class LayersTest {

  private final JavaClasses cache =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rowcall.cache");

  @Test
  void dependsOnNothingOfTheServiceThatUsesIt() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.rowcall.cache..",
            "java..",
            "com.github.benmanes.caffeine..",
            "io.lettuce..",
            "org.slf4j..",
            "org.jspecify..")
        .check(cache);
  }

  @Test
  void worksWithoutLettuceUnlessRedisIsUsed() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Redis")
        .and()
        .haveNameNotMatching(".*\\.Redis[A-Za-z]*\\$.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .orShould()
        .dependOnClassesThat(simpleNameStartingWith("Redis"))
        .check(cache);
  }
}
