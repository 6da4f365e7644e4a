package io.rowcall.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class JdkToolTest {
  @Test
  void knowsTheToolsOfTheJdk() {
    assertTrue(JdkTool.is("java.base/sun.security.tools.keytool.Main -list", "java.base"));
    assertTrue(JdkTool.is("sun.security.tools.keytool.Main -list", ""));
    assertTrue(JdkTool.is("jdk.jcmd/sun.tools.jcmd.JCmd 1", "jdk.jcmd"));
    assertTrue(JdkTool.is("jdk.compiler/com.sun.tools.javac.Main X.java", ""));
  }

  @Test
  void takesNoApplicationForATool() {
    assertFalse(JdkTool.is("service.jar --port 1", ""));
    assertFalse(JdkTool.is("/opt/jdk.tools/service.jar", ""));
    assertFalse(JdkTool.is("com.acme.Main", "com.acme"));
    assertFalse(JdkTool.is("com.acme/com.acme.Main", "com.acme"));
    assertFalse(JdkTool.is("", ""));
  }
}
