package io.rowcall.load;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependency rules of the load generator. */
class LayersTest {

  @Test
  void packagesHaveNoCycles() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rowcall.load");
    slices().matching("io.rowcall.load.(*)..").should().beFreeOfCycles().check(classes);
  }
}
