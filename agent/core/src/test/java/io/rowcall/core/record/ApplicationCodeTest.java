package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.weave.catalog.Instrumentations;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApplicationCodeTest {
  @ParameterizedTest
  @CsvSource({
    "file:/work/shop/target/classes/, true",
    "file:/opt/tomcat/webapps/shop/WEB-INF/classes/, true",
    "'jar:file:/opt/shop.jar!/BOOT-INF/classes!/', true",
    "nested:/opt/shop.jar/!BOOT-INF/classes/!/, true",
    "'war:file:/opt/shop.war*/WEB-INF/classes/', true",
    "vfs:/content/shop.war/WEB-INF/classes, true",
    "vfs:/content/shop.ear/orders.jar, true",
    "file:/opt/lib/hibernate-core.jar, false",
    "'jar:file:/opt/shop.jar!/BOOT-INF/lib/hibernate-core.jar!/', false",
    "vfs:/content/shop.war/WEB-INF/lib/hibernate-core.jar, false",
  })
  void containsClassesOfTheApplicationsOwnLocations(String location, boolean expected)
      throws Exception {
    var code = new ApplicationCode(Instrumentations.libraries(), "");
    ProtectionDomain domain = domain(location);
    code.add("org/hibernate/samples/Shop", domain);
    code.add("org/hibernate/samples/Shop$Inner", domain);
    code.add("org/acme/shop/Cart", domain);
    assertEquals(expected, code.contains("org.hibernate.samples.Shop$Inner"));
    assertEquals(expected, code.contains("org.acme.shop.Cart"));
    assertEquals(expected, code.isNamedLike("org.acme.orders.Order"));
    assertFalse(code.contains("org.hibernate.samples.Other"));
  }

  @Test
  void excludesLibrariesOfAFatJarUnlessBelowItsMainClass(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("all of it.jar");
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.hibernate.samples.Main");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    // A command with a blank in its path is cut there, as the JVM gives no better one.
    var code = new ApplicationCode(Instrumentations.libraries(), jar + " --port 80");
    assertFalse(code.contains("org.hibernate.samples.Main"));

    Path plain = folder.resolve("all.jar");
    Files.copy(jar, plain);
    code = new ApplicationCode(Instrumentations.libraries(), plain + " --port 80");
    ProtectionDomain domain = domain(plain.toRealPath().toUri().toString());
    code.add("org/hibernate/samples/Main", domain);
    code.add("org/hibernate/samples/web/Shop", domain);
    code.add("org/hibernate/Session", domain);
    code.add("org/acme/Cart", domain);
    assertTrue(code.contains("org.hibernate.samples.Main"));
    assertTrue(code.contains("org.hibernate.samples.web.Shop"));
    assertFalse(code.contains("org.hibernate.Session"));
    assertTrue(code.contains("org.acme.Cart"));
  }

  @Test
  void recognizesTheJarOfTheMainClass() {
    var code =
        new ApplicationCode(
            Instrumentations.libraries(), ApplicationCodeTest.class.getName() + " --port 80");
    code.add(new Class<?>[] {String.class, int[].class, Test.class, ApplicationCodeTest.class});
    assertFalse(code.contains(Test.class.getName()));
    assertFalse(code.contains("java.lang.String"));
  }

  @Test
  void ignoresClassesGeneratedAtRunTime() {
    var code = new ApplicationCode(Instrumentations.libraries(), "");
    code.add("org/acme/Made", new ProtectionDomain(null, null));
    code.add(
        "org/acme/Made", new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null));
    code.add("org/acme/Made", null);
    assertFalse(code.contains("org.acme.Made"));
  }

  @Test
  void keepsABoundedNumberOfNames() throws Exception {
    var code = new ApplicationCode(Instrumentations.libraries(), "");
    ProtectionDomain domain = domain("file:/classes/");
    for (int i = 0; i < 20_000; i++) {
      code.add("p" + i + "/Some", domain);
    }
    assertTrue(code.contains("p1.Some"));
    assertFalse(code.contains("p19999.Some"));
  }

  private static ProtectionDomain domain(String location) throws Exception {
    var anyProtocol =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            throw new AssertionError("opened " + url);
          }
        };
    return new ProtectionDomain(
        new CodeSource(new URL(null, location, anyProtocol), (Certificate[]) null), null);
  }
}
