package io.rowcall.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The extension lives on the class path of tests, so it has as few dependencies as possible. */
final class ArchitectureTest {
  @Test
  void theExtensionDependsOnTheJdkJunitAndTheAttacherOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.rowcall.junit",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons..",
            "org.opentest4j..",
            "org.jspecify..",
            "net.bytebuddy.agent..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.rowcall.junit"));
  }
}
