package io.acme.safety;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * Program that runs the service as a bundle of Apache Felix, whose class loaders delegate only
 * {@code java.*} to the JVM. Its arguments are the jars inside the bundle.
 */
public final class OsgiHost {
  private OsgiHost() {}

  /** The bundle prints {@code READY port}. */
  public static void main(String[] jars) throws Exception {
    Path folder = Files.createTempDirectory("osgi");
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString());
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
    settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_EXT);
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "com.sun.net.httpserver");
    Framework framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    Path bundle = bundle(folder.resolve("bundle.jar"), jars);
    framework.getBundleContext().installBundle(bundle.toUri().toString()).start();
  }

  private static Path bundle(Path file, String[] jars) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, "io.acme.safety");
    attributes.putValue(Constants.BUNDLE_ACTIVATOR, "io.acme.safety.OsgiActivator");
    attributes.putValue(Constants.BUNDLE_CLASSPATH, ".," + String.join(",", names(jars)));
    attributes.putValue(
        Constants.IMPORT_PACKAGE,
        "org.osgi.framework,com.sun.net.httpserver,javax.sql,javax.naming,javax.naming.spi,"
            + "javax.transaction.xa,javax.management,javax.xml.parsers,org.w3c.dom");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (String jar : jars) {
        entries.putNextEntry(new JarEntry(new File(jar).getName()));
        Files.copy(new File(jar).toPath(), entries);
      }
    }
    return file;
  }

  private static Iterable<String> names(String[] jars) {
    java.util.List<String> names = new java.util.ArrayList<>();
    for (String jar : jars) {
      names.add(new File(jar).getName());
    }
    return Collections.unmodifiableList(names);
  }
}
